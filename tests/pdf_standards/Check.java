import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks PDF files against PDF/A-3a and PDF/UA-1 with veraPDF's library; exit code 1 when one fails. CONTRIBUTING says how. */
public class Check {
    private static final PDFAFlavour[] CLAIMED = {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1};

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = files.length > 0;
        for (String file : files) {
            for (PDFAFlavour flavour : CLAIMED) {
                good &= check(file, flavour);
            }
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean check(String file, PDFAFlavour flavour) throws Exception {
        try (InputStream data = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(data, flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 100, false, false, false);
            ValidationResult result = validator.validate(parser);
            System.out.println(file + " " + flavour + " compliant=" + result.isCompliant()
                + " assertions=" + result.getTotalAssertions());
            Map<String, Integer> failed = new TreeMap<>();
            for (TestAssertion one : result.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    failed.merge(one.getRuleId().getClause() + " " + one.getMessage(), 1, Integer::sum);
                }
            }
            failed.forEach((what, times) -> System.out.println("  " + times + " x " + what));
            return result.isCompliant();
        }
    }
}
