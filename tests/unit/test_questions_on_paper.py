"""Forms that people fill in by hand call the answers as people do, the others as the project file does."""

from __future__ import annotations

import re

import pytest
from report_samples import assessment_of
from test_naughty_strings import READ, squeezed

from compliance.reports.render import Language, Options, render
from compliance.reports.text.open import question_on_paper, question_text

ANSWERS = {
    "zh": {"`[]`": "“无”", "`none`": "“无”", "`not yet`": "“尚未”"},
    "en": {"`[]`": "“none”", "`none`": "“none”", "`not yet`": "“not yet”"},
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["pdf", "excel", "html"])
def test_questions_on_paper(form: str, lang: Language) -> None:
    made = assessment_of("incomplete")
    data = render(form, made, Options((lang,), True))
    # The assessment that a page carries is for programs.
    shown = squeezed(READ[form](re.sub(rb"<script.*?</script>", b"", data, flags=re.DOTALL)))
    met = set()
    for path in made.open_facts:
        as_in_the_file = question_text(path, made, lang)
        on_paper = as_in_the_file
        for word, said in ANSWERS[lang].items():
            if word in as_in_the_file:
                met.add(word)
                on_paper = on_paper.replace(word, said)
        assert squeezed(on_paper) in shown
        assert on_paper == as_in_the_file or squeezed(as_in_the_file) not in shown
    assert met == ANSWERS[lang].keys()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_questions_to_answer_in_the_file(lang: Language) -> None:
    made = assessment_of("incomplete")
    shown = squeezed(READ["text"](render("text", made, Options((lang,), True))))
    assert all(squeezed(question_text(path, made, lang)) in shown for path in made.open_facts)


def test_chinese_has_no_blank_beside_quotation_marks() -> None:
    made = assessment_of("incomplete")
    asked = [question_on_paper(path, made, "zh") for path in made.open_facts]
    assert any("答“无”" in text for text in asked) and not any(" “" in text or "” " in text for text in asked)
