"""The project's own file: facts, readings, evidence, waivers, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from compliance.errors import Gravity, Location, ManifestError, Problem
from compliance.facts.fingerprint import sha256_hex
from compliance.facts.sanitise import clean
from compliance.facts.spelling import labelled, near, read_value
from compliance.facts.values import HELD, NONE, Records, Value
from compliance.facts.vocabulary import Bilingual, Fact, Kind, Tense, Vocabulary
from compliance.facts.wording import is_placeholder, typable
from compliance.facts.yaml_reader import (
    MANIFEST_LIMITS,
    YamlMapping,
    YamlNode,
    YamlScalar,
    YamlSequence,
    fullwidth_comma,
    location_of,
    misspelt,
    read_yaml,
    scalar_is_null,
    shown,
)
from compliance.frozen import EMPTY, frozen

FORMAT = "1"
TOP_LEVEL = ("compliance", "language", "facts", "readings", "evidence", "waivers")


@frozen
class View:
    """Counsel's view of doubtful law: which reading, by whom, when."""

    reading: str
    view: str
    by: str
    on: date
    note: str
    location: Location
    places: Mapping[str, Location] = EMPTY


@frozen
class EvidenceEntry:
    """A document or record: a file beside the manifest or a URL, never both.

    `places` has the place of each part's value; of the n-th rule named, under `rules.n`.
    """

    id: str
    kind: str | None
    rules: tuple[str, ...]
    file: str | None
    url: str | None
    sha256: str | None
    issued: date | None
    expires: date | None
    location: Location
    places: Mapping[str, Location] = EMPTY


@frozen
class Waiver:
    """An accepted deviation from a rule, for the whole rule or one record, until a day (inclusive).

    `places` has the place of each part's value.
    """

    rule: str
    record: str | None
    reason: str
    approver: str
    expires: date
    location: Location
    places: Mapping[str, Location] = EMPTY


@frozen
class Manifest:
    """What a project says about itself.

    Args:
        answers: fact id -> value; a reading on record is an answer too.
        locations: path -> place of its key: facts, groups of facts, records (`list[key]`) and their fields.
        digest, private_digest: SHA-256 of the files' bytes, in hex.
    """

    file: str
    answers: Mapping[str, Value]
    locations: Mapping[str, Location] = EMPTY
    language: str | None = None
    readings: Mapping[str, View] = EMPTY
    evidence: tuple[EvidenceEntry, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    warnings: tuple[Problem, ...] = ()
    digest: str = ""
    private_digest: str | None = None


def read_manifest(
    data: bytes, file: str, vocabulary: Vocabulary, private: bytes | None = None, private_file: str = ""
) -> Manifest:
    """Read a manifest and, if there is one, the private file beside it.

    Raises:
        ManifestError: with every problem that one pass can find, in the order of the file.
    """
    manifest, errors = read_what_can_be(data, file, vocabulary, private, private_file)
    if errors:
        raise ManifestError(*sorted([*errors, *manifest.warnings], key=_place))
    return manifest


def read_what_can_be(
    data: bytes, file: str, vocabulary: Vocabulary, private: bytes | None = None, private_file: str = ""
) -> tuple[Manifest, list[Problem]]:
    """The same, without the parts that cannot be read: they are missing, and each is an error."""
    public = _Reader(file, vocabulary)
    public.read(data)
    secret = None
    if private is not None:
        secret = _Reader(private_file, vocabulary, private=True)
        secret.read(private)
        public.merge(secret)
    problems = sorted(public.problems + (secret.problems if secret else []), key=_place)
    manifest = Manifest(
        file=file,
        answers=public.answers,
        locations=public.locations,
        language=public.language,
        readings=public.views,
        evidence=tuple(public.evidence),
        waivers=tuple(public.waivers),
        warnings=tuple(problem for problem in problems if problem.gravity is Gravity.WARNING),
        digest=_digest(data),
        private_digest=_digest(private) if private is not None else None,
    )
    return manifest, [problem for problem in problems if problem.gravity is Gravity.ERROR]


def _digest(data: bytes) -> str:
    return sha256_hex(data)


def _place(problem: Problem) -> tuple[str, int, int, str]:
    where = problem.location or Location("")
    return where.file, where.line, where.column, problem.code


class _Reader:
    """Reads one file; collects problems instead of stopping at the first."""

    def __init__(self, file: str, vocabulary: Vocabulary, *, private: bool = False) -> None:
        self.file = file
        self.vocabulary = vocabulary
        self.private = private
        self.problems: list[Problem] = []
        self.answers: dict[str, Value] = {}
        self.locations: dict[str, Location] = {}
        self.language: str | None = None
        self.views: dict[str, View] = {}
        self.evidence: list[EvidenceEntry] = []
        self.waivers: list[Waiver] = []
        self.groups = _groups(vocabulary)

    def read(self, data: bytes) -> None:
        root, problems = read_yaml(data, self.file, MANIFEST_LIMITS)
        self.problems += problems
        if root is None:
            if not problems and not self.private:
                self._note("manifest.empty", None)
            return
        if not isinstance(root, YamlMapping):
            self._not_a_mapping(root)
            return
        self._version(root)
        allowed = ("compliance", "facts") if self.private else TOP_LEVEL
        readers: dict[str, Callable[[YamlNode], None]] = {
            "language": self._language,
            "facts": lambda node: self._facts(node, ""),
            "readings": self._readings,
            "evidence": self._evidence,
            "waivers": self._waivers,
        }
        for key, node in root.entries:
            if key.text not in allowed:
                self._unknown_key(key, allowed)
            elif key.text in readers and not (isinstance(node, YamlScalar) and scalar_is_null(node)):
                readers[key.text](node)

    def merge(self, secret: _Reader) -> None:
        """Take over the private file's answers; the same fact in both must agree or be `held` here."""
        for fact_id, value in secret.answers.items():
            mine = self.answers.get(fact_id)
            if mine is not None and mine is not HELD and value is not HELD and mine != value:
                first, second = self.locations[fact_id], secret.locations[fact_id]
                details = {"fact": fact_id, "first": str(first)}
                secret.problems.append(Problem("manifest.given_twice", second, details, related=(first,)))
            elif value is not HELD or mine is None:
                self.answers[fact_id] = value
                self.locations.setdefault(fact_id, secret.locations[fact_id])

    # Problems ----------------------------------------------------------------------------------------

    def _note(
        self, code: str, node: YamlNode | None, gravity: Gravity = Gravity.ERROR, **details: str
    ) -> None:
        place = Location(self.file) if node is None else location_of(node, self.file)
        said = {key: value if key == "right" else shown(value) for key, value in details.items()}
        self.problems.append(Problem(code, place, said, gravity))

    def _misspelt(self, node: YamlNode) -> bool:
        """Whether a full-width colon or an odd blank explains what is wrong; then it is noted."""
        problem = misspelt(node, self.file) if isinstance(node, YamlScalar) else None
        if problem is not None:
            self.problems.append(problem)
        return problem is not None

    def _not_a_mapping(self, node: YamlNode) -> None:
        if not self._misspelt(node):
            self._note("manifest.not_a_mapping", node)

    def _version(self, root: YamlMapping) -> None:
        version = root.get("compliance")
        if version is None:
            self._note("manifest.version_missing", root)
        elif not isinstance(version, YamlScalar) or version.text != FORMAT:
            written = version.text if isinstance(version, YamlScalar) else ""
            self._note("manifest.version", version, written=written)

    def _unknown_key(self, key: YamlScalar, allowed: tuple[str, ...]) -> None:
        if self._misspelt(key):
            return
        if key.text in self.vocabulary.facts or key.text in self.groups:
            self._note("manifest.fact_outside_facts", key, key=key.text)
        elif meant := labelled(key.text, self._known()):
            right = typable(*map(_nested, meant))
            self._note("manifest.fact_elsewhere", key, fact=key.text, right=right)
        else:
            right = typable(*(near(key.text, allowed) or allowed))
            self._note("manifest.unknown_key", key, key=key.text, right=right)

    # Facts -------------------------------------------------------------------------------------------

    def _facts(self, node: YamlNode, prefix: str) -> None:
        if isinstance(node, YamlScalar) and scalar_is_null(node):
            return
        if not isinstance(node, YamlMapping):
            if not self._misspelt(node):
                self._note("manifest.not_a_group", node, group=prefix or "facts")
            return
        for key, value in node.entries:
            path = f"{prefix}.{key.text}" if prefix else key.text
            fact = self.vocabulary.get(path)
            if "." in key.text:
                self._unknown_fact(key, path)
            elif fact is not None and fact.parent is None:
                self._fact(key, value, fact)
            elif path in self.groups:
                self.locations[path] = location_of(key, self.file)
                self._facts(value, path)
            else:
                self._unknown_fact(key, path)

    def _fact(self, key: YamlScalar, node: YamlNode, fact: Fact) -> None:
        if fact.kind is Kind.READING:
            self._note("manifest.reading_as_fact", key, fact=fact.id)
            return
        if self.private and not fact.sensitive:
            self._note("manifest.not_sensitive", key, fact=fact.id)
            return
        self.locations[fact.id] = location_of(key, self.file)
        value = read_value(node, fact, fact.id, self.file, self.problems)
        if value is None:
            return
        self.answers[fact.id] = value
        if isinstance(value, Records):
            self._locate_records(node, fact)
        elif fact.sensitive and not self.private and value is not HELD and value is not NONE:
            self._note("manifest.sensitive_in_public", key, Gravity.WARNING, fact=fact.id)

    def _locate_records(self, node: YamlNode, fact: Fact) -> None:
        if not isinstance(node, YamlSequence):
            return
        for item in node.items:
            if not isinstance(item, YamlMapping):
                continue
            key = item.get(fact.key or "")
            if not isinstance(key, YamlScalar):
                continue
            record = f"{fact.id}[{clean(key.text)}]"
            self.locations[record] = location_of(item, self.file)
            for name, value in item.entries:
                self.locations[f"{record}.{name.text}"] = location_of(name, self.file)
                own = next((f for f in fact.fields if f.name == name.text), None)
                if own is not None and own.sensitive and _tells(value):
                    self._note(
                        "manifest.sensitive_in_public", name, Gravity.WARNING, fact=f"{record}.{name.text}"
                    )

    def _unknown_fact(self, key: YamlScalar, path: str) -> None:
        if self._misspelt(key):
            return
        dotted = self.vocabulary.get(path)
        if dotted is not None and "." in key.text and dotted.parent is None:
            self._note("manifest.dotted_fact", key, fact=key.text, nested=_nested(key.text))
            return
        known = self._known()
        options = (
            labelled(key.text, known)
            or near(path, known)
            or [fact_id for fact_id in known if fact_id.endswith("." + key.text)]
        )
        if options:
            group = path[: len(path) - len(key.text)]
            inside = [one[len(group) :] for one in options if one.startswith(group)]
            here = [name for name in inside if "." not in name] if group else []
            code = "manifest.unknown_fact" if here or not group else "manifest.fact_elsewhere"
            right = typable(*(here or [*map(_nested, options)])[:3])
            self._note(code, key, fact=path, right=right)
        else:
            self._note("manifest.no_such_fact", key, fact=path)

    def _known(self) -> dict[str, Fact]:
        """The facts that can stand below `facts:`, fields aside."""
        return {
            fact_id: fact
            for fact_id, fact in self.vocabulary.facts.items()
            if fact.parent is None and fact.kind is not Kind.READING
        }

    def _language(self, node: YamlNode) -> None:
        written = node.text if isinstance(node, YamlScalar) else ""
        if written in ("zh", "en"):
            self.language = written
            return
        english = written.casefold().startswith("en") or "英" in written
        self._note("manifest.language", node, right=typable(*(("en", "zh") if english else ("zh", "en"))))

    # Readings ----------------------------------------------------------------------------------------

    def _readings(self, node: YamlNode) -> None:
        if not isinstance(node, YamlMapping):
            if not self._misspelt(node):
                self._note("manifest.not_a_group", node, group="readings")
            return
        readings = [fact.id for fact in self.vocabulary.facts.values() if fact.kind is Kind.READING]
        for key, value in node.entries:
            fact = self.vocabulary.get(key.text)
            if fact is None or fact.kind is not Kind.READING:
                right = typable(
                    *(near(key.text, readings) or labelled(key.text, self._readings_known()) or readings)
                )
                self._note("manifest.unknown_reading", key, reading=key.text, right=right)
                continue
            self.locations[fact.id] = location_of(key, self.file)
            if isinstance(value, YamlScalar) and (scalar_is_null(value) or value.text == "unknown"):
                continue
            if not isinstance(value, YamlMapping):
                view = next(
                    (o.id for o in fact.options if isinstance(value, YamlScalar) and value.text == o.id), "…"
                )
                right = typable(f"{{view: {view}, by: …, on: …}}")
                self._note("manifest.reading_needs_who_when", value, reading=fact.id, right=right)
                continue
            self._view(key, value, fact)

    def _readings_known(self) -> dict[str, Fact]:
        return {name: fact for name, fact in self.vocabulary.facts.items() if fact.kind is Kind.READING}

    def _view(self, key: YamlScalar, node: YamlMapping, fact: Fact) -> None:
        entry = _Entry(self, node, ("view", "by", "on", "note"), f"readings.{fact.id}")
        view = entry.value("view", fact)
        by, on, note = entry.text("by", needed=True), entry.day("on"), entry.text("note")
        missing = entry.missing("view", "by", "on")
        if missing:
            right = ", ".join(typable(f"{name}: …") for name in missing)
            self._note("manifest.reading_needs_who_when", key, reading=fact.id, right=right)
        elif isinstance(view, str) and by is not None and on is not None:
            place = location_of(key, self.file)
            self.answers[fact.id] = view
            self.views[fact.id] = View(fact.id, view, by, on, note or "", place, entry.places)

    # Evidence and waivers ----------------------------------------------------------------------------

    def _evidence(self, node: YamlNode) -> None:
        seen: dict[str, Location] = {}
        for item in self._entries(node, "evidence"):
            entry = _Entry(
                self, item, ("id", "kind", "rules", "file", "url", "sha256", "issued", "expires"), "evidence"
            )
            own = entry.text("id", needed=True)
            file, url, digest = entry.text("file"), entry.text("url"), entry.text("sha256")
            self._incomplete(item, "evidence", entry.missing("id"))
            place = location_of(item, self.file)
            if own is not None and own in seen:
                first = f"{seen[own].line}:{seen[own].column}"
                self._note("manifest.duplicate_evidence", item, id=own, first=first)
            own = own or ""
            seen.setdefault(own, place)
            if (file is not None and url is not None) or entry.missing("file", "url") == ["file", "url"]:
                self._note("manifest.file_or_url", item, id=own or "…")
            if url is not None and not url.startswith(("https://", "http://")):
                self._note("manifest.url", item.get("url"), url=url)
            if file is not None and _leads_out(file):
                self._note("manifest.file_outside", item.get("file"), file=file)
                file = None
            if digest is not None and (len(digest) != 64 or set(digest.lower()) - set("0123456789abcdef")):
                self._note("manifest.sha256", item.get("sha256"))
            self.evidence.append(
                EvidenceEntry(
                    own,
                    entry.text("kind"),
                    entry.texts("rules"),
                    file,
                    url,
                    digest.lower() if digest else None,
                    entry.day("issued"),
                    entry.day("expires"),
                    place,
                    entry.places,
                )
            )

    def _waivers(self, node: YamlNode) -> None:
        for item in self._entries(node, "waivers"):
            entry = _Entry(self, item, ("rule", "record", "reason", "approver", "expires"), "waivers")
            rule = entry.text("rule", needed=True)
            reason, approver = entry.text("reason", needed=True), entry.text("approver", needed=True)
            expires, record = entry.day("expires"), entry.text("record")
            self._incomplete(item, "waivers", entry.missing("rule", "reason", "approver", "expires"))
            if rule is not None:
                # What is missing is an error, so nothing is assessed by what stands in for it; the names are looked up.
                place, until = location_of(item, self.file), expires or date.min
                self.waivers.append(
                    Waiver(rule, record, reason or "", approver or "", until, place, entry.places)
                )

    def _incomplete(self, item: YamlMapping, what: str, missing: list[str]) -> None:
        if missing:
            right = ", ".join(typable(f"{name}: …") for name in missing)
            self._note("manifest.entry_incomplete", item, what=what, missing=", ".join(missing), right=right)

    def _entries(self, node: YamlNode, what: str) -> list[YamlMapping]:
        if not isinstance(node, YamlSequence):
            if not self._misspelt(node):
                self._note("manifest.not_a_list", node, what=what, right=typable(f"[{_SAMPLES[what]}]"))
            return []
        found = []
        for item in node.items:
            if isinstance(item, YamlMapping):
                found.append(item)
            else:
                self._note("manifest.not_an_entry", item, what=what, right=typable(_SAMPLES[what]))
        return found


_SAMPLES = {
    "evidence": "{id: …, file: …}",
    "waivers": "{rule: …, reason: …, approver: …, expires: …}",
}


class _Entry:
    """The parts of one evidence entry, waiver or view. `places` has the places of their values."""

    def __init__(self, reader: _Reader, node: YamlMapping, known: tuple[str, ...], what: str) -> None:
        self.reader = reader
        self.node = node
        self.what = what
        self.places = {key.text: location_of(value, reader.file) for key, value in node.entries}
        self.settled: set[str] = set()
        for key, _ in node.entries:
            if key.text not in known:
                right = typable(*(near(key.text, known) or known))
                reader._note("manifest.unknown_entry_key", key, key=key.text, what=what, right=right)

    def missing(self, *names: str) -> list[str]:
        """Those of the parts that are not there: neither read nor refused."""
        return [name for name in names if name not in self.settled]

    def text(self, name: str, *, needed: bool = False) -> str | None:
        """A text; a placeholder stands for none, and is refused, but in a note."""
        node = self.node.get(name)
        if (
            isinstance(node, YamlScalar)
            and name != "note"
            and node.text.strip()
            and is_placeholder(node.text)
        ):
            if not scalar_is_null(node) and node.text != "unknown":
                code = "manifest.placeholder_needed" if needed else "manifest.placeholder"
                self.reader._note(code, node, written=node.text, key=name, what=self.what)
                self.settled.add(name)
            return None
        if name == "note" and isinstance(node, YamlScalar):
            return clean(node.text)
        value = self.value(name, _TEXT)
        return value if isinstance(value, str) else None

    def day(self, name: str) -> date | None:
        """A date."""
        value = self.value(name, _DAY)
        return value if isinstance(value, date) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        node = self.node.get(name)
        if node is None or (isinstance(node, YamlScalar) and scalar_is_null(node)):
            return ()
        if not isinstance(node, YamlSequence) or not all(isinstance(item, YamlScalar) for item in node.items):
            written = node.text if isinstance(node, YamlScalar) else "…"
            self.reader._note("manifest.not_a_list", node, what=name, right=typable(f"[{shown(written)}]"))
            return ()
        items = [item for item in node.items if isinstance(item, YamlScalar)]
        for number, item in enumerate(items):
            self.places[f"{name}.{number}"] = location_of(item, self.reader.file)
            problem = fullwidth_comma(item, self.reader.file)
            if problem is not None:
                self.reader.problems.append(problem)
        return tuple(clean(item.text) for item in items)

    def value(self, name: str, fact: Fact) -> Value | None:
        """What the part says, as an answer to a fact."""
        node = self.node.get(name)
        if node is None:
            return None
        before = len(self.reader.problems)
        value = read_value(node, fact, name, self.reader.file, self.reader.problems)
        if value is not None or any(p.gravity is Gravity.ERROR for p in self.reader.problems[before:]):
            self.settled.add(name)
        return value


_PLAIN = Bilingual("", "")
_TEXT = Fact("text", Kind.TEXT, _PLAIN)
_DAY = Fact("day", Kind.DATE, _PLAIN, tense=Tense.PLANNED)


def _tells(value: YamlNode) -> bool:
    """Whether it says more than that there is something, or nothing, or that nobody knows."""
    return not (isinstance(value, YamlScalar) and value.text in ("held", "none", "unknown", ""))


def _nested(fact_id: str) -> str:
    """A fact as it stands in the file: `service: {name: …}`."""
    return ": {".join(fact_id.split(".")) + ": …" + "}" * fact_id.count(".")


def _groups(vocabulary: Vocabulary) -> frozenset[str]:
    """Every proper beginning of a fact's id."""
    found: set[str] = set()
    for fact_id, fact in vocabulary.facts.items():
        if fact.parent is None:
            parts = fact_id.split(".")
            found.update(".".join(parts[:n]) for n in range(1, len(parts)))
    return frozenset(found)


def _leads_out(path: str) -> bool:
    """Whether a path is absolute or climbs out of the manifest's folder."""
    parts = path.replace("\\", "/").split("/")
    return path.startswith(("/", "\\", "~")) or ":" in parts[0] or ".." in parts
