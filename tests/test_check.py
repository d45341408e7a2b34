"""What `kg check` finds in a graph."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.export.options import Options
from kg.export.rdf import write_nquads
from kg.model import MentionKind
from kg.ontology import PREFIXES, question_files, term_of
from kg.ontology.check import Finding, Severity, check
from tests.corpus import small_graph
from tests.export.test_rdf import hostile_graph

BASE = "https://data.example.org/kg/"
GRAPH = f"<{BASE}graph/entities>"
Lines = list[str]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Lines:
    path = tmp_path_factory.mktemp("good") / "graph.nq"
    write_nquads(small_graph(), path, Options())
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


def expanded(triple: str) -> str:
    """Return a line of N-Quads for a triple with prefixed names; `d:` is the base of the data."""
    names = {**PREFIXES, "d": BASE}
    terms = re.sub(r"(?<!\S)([a-z]+):(\S+)", lambda found: f"<{names[found[1]]}{found[2]}>", triple)
    return f"{terms} {GRAPH} .\n"


def without(pattern: str) -> Callable[[Lines], Lines]:
    return lambda lines: [line for line in lines if not re.search(pattern, line)]


def added(*triples: str) -> Callable[[Lines], Lines]:
    return lambda lines: [*lines, *map(expanded, triples)]


def replaced(pattern: str, words: str) -> Callable[[Lines], Lines]:
    return lambda lines: [re.sub(pattern, words, line) for line in lines]


def findings(lines: Lines, path: Path) -> tuple[Finding, ...]:
    path.write_text("".join(lines), encoding="utf-8")
    return check(path).findings


def test_a_graph_that_kg_wrote_conforms(lines: Lines, tmp_path: Path) -> None:
    assert findings(lines, tmp_path / "graph.nq") == ()


@pytest.mark.parametrize("kind", [*MentionKind])
def test_a_mention_of_any_kind_conforms(kind: MentionKind, lines: Lines, tmp_path: Path) -> None:
    change = replaced(r"#NominalMention>", f"#{term_of(kind).rpartition('#')[2]}>")

    assert findings(change(lines), tmp_path / "graph.nq") == ()


def test_a_graph_of_hostile_names_conforms(tmp_path: Path) -> None:
    write_nquads(hostile_graph(), tmp_path / "graph.nq", Options())

    assert check(tmp_path).conforms


def test_a_graph_without_text_conforms(tmp_path: Path) -> None:
    write_nquads(small_graph(), tmp_path / "graph.nq", Options(with_text=False))

    assert check(tmp_path).findings == ()


NOOR, HAVENBOUW = "d:id/person/noor-zandbergen-5e5e5e5e", "d:id/organisation/havenbouw-1a1a1a1a"
UTRECHT = "d:id/place/utrecht-6f6f6f6f"
RULES: dict[str, Callable[[Lines], Lines]] = {
    "direct-edge-without-action": added(f"{HAVENBOUW} kg:actsOn {NOOR}"),
    "verb-edge-without-action": added(f"{HAVENBOUW} d:act/nl/bezoeken {NOOR}"),
    "reported-edge-without-action": added(f"{NOOR} kg:reportedlyActsOn {HAVENBOUW}"),
    "action-without-evidence": without("#ActionMention>"),
    "content-of-claim": added(f"d:claim kg:content {NOOR}"),
    "claim-within-itself": added("d:claim kg:content d:other", "d:other kg:content d:claim"),
    "place-outside-text": replaced(r'(#textLength> )"381"', r'\1"10"'),
    "place-without-text": without("#textLength>"),
    "offsets-and-address": replaced(r'(#beginIndex> )"48"', r'\1"47"'),
    "mention-outside-sentence": replaced(r"(#char=48,55> \S+#inSentence> \S+#char=)22,86", r"\g<1>87,165"),
    "participant-without-label": without("#filler=144,156> .*rdf-schema#label"),
    "claimant-without-label": without("<.*joris-plaatsman-4d4d4d4d> <.*rdf-schema#label"),
    "function-without-label": without("function/topman> .*rdf-schema#label"),
    "membership-without-shortcut": without("#hasFunction>"),
    "group-and-member": without("#memberOf>"),
    "graph-without-run": without("#wasDerivedFrom>"),
    "blank-node": lambda lines: [*lines, f'_:b <{PREFIXES["rdfs"]}label> "leeg" {GRAPH} .\n'],
    "terms": added(f"{NOOR} kg:kent {HAVENBOUW}"),
}


def test_every_rule_is_tested() -> None:
    assert set(RULES) == {*question_files("checks"), "terms"}


@pytest.mark.parametrize("rule", RULES)
def test_a_broken_rule_is_found(rule: str, lines: Lines, tmp_path: Path) -> None:
    found = findings(RULES[rule](lines), tmp_path / "graph.nq")

    assert rule in {finding.rule for finding in found if finding.severity is Severity.VIOLATION}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (without("#claimant>"), "a claim of nobody"),
        (without("#inSentence>"), "an action without a sentence"),
        (without("#polarity>"), "an action without one polarity"),
        (replaced("ontology#Future>", "ontology#Positive>"), "an action without one modality"),
        (without(r"#prefLabel>"), "a concept without a label"),
        (without(r"#textHash>"), "a text without one SHA-256 in hexadecimal"),
        (without(r"#membersComplete>"), "a group that does not say whether all its members are named"),
        (replaced(r'"0\.75"\^\^', '"7.5"^^'), "an action without one confidence from 0 to 1"),
        (without(r"utrecht-6f6f6f6f> .*rdf-schema#label"), "a participant without a label"),
    ],
)
def test_a_broken_shape_is_found(change: Callable[[Lines], Lines], message: str, lines: Lines, tmp_path: Path) -> None:
    found = findings(change(lines), tmp_path / "graph.nq")

    assert message in {finding.message for finding in found if finding.severity is Severity.VIOLATION}


def test_a_finding_names_the_thing_and_the_value(lines: Lines, tmp_path: Path) -> None:
    [finding] = findings(added(f"{HAVENBOUW} kg:actsOn {NOOR}")(lines), tmp_path / "graph.nq")

    assert finding == Finding(
        Severity.VIOLATION,
        "a direct edge without an action that is told as a fact",
        HAVENBOUW.replace("d:", BASE),
        NOOR.replace("d:", BASE),
        "direct-edge-without-action",
        "bureau/kort: Wethouder Noor Zandbergen bezocht gisteren Havenbouw in Utrecht.",
    )


def test_a_warning_does_not_break_a_graph(lines: Lines, tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text("".join(added(f"{UTRECHT} owl:sameAs d:elders")(lines)), encoding="utf-8")

    report = check(tmp_path)

    assert [finding.severity for finding in report.findings] == [Severity.WARNING]
    assert report.conforms


def test_a_folder_without_a_graph_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds no graph"):
        check(tmp_path)
