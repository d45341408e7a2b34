"""Findings counted: how much is found and how much of what is found is right."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from tests.quality.annotation import GoldArticle
from tests.quality.coreference import b_cubed
from tests.quality.findings import Finding, Verdict, findings
from tests.quality.output import Output

MEASURES: Mapping[str, str] = {
    "actions": "what happens, is done or said",
    "lemma": "its verb in dictionary form",
    "roles": "who and what takes part, in which role",
    "who-what": "agents and patients alone",
    "polarity": "what did not happen",
    "modality": "fact, plan or possibility",
    "source": "who says so",
    "time": "the date or period",
    "names": "persons, organisations and places",
    "coreference": "who is meant by names, nouns and pronouns",
    "membership": "who belongs to which group",
    "function": "who is what",
}
"""What is measured, in the order of the table."""

ACCURACIES = frozenset({"lemma", "modality", "time", "membership", "function"})
"""Measures that only ask how much of gold is found right."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How well one measure does, 0 to 1."""

    precision: float
    recall: float
    support: int
    """How many things gold has."""

    @property
    def value(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(gold: Sequence[GoldArticle], found: Mapping[str, Output]) -> dict[str, Figure]:
    """Return a figure for each of `MEASURES`, counted over all articles together."""
    by_article = [(article, output_of(article, found)) for article in gold]
    counted = _count(one for article, output in by_article for one in findings(article, output))
    figures = {measure: _figure(measure, counted) for measure in MEASURES}
    return {**figures, "coreference": Figure(*b_cubed(by_article))}


def output_of(article: GoldArticle, found: Mapping[str, Output]) -> Output:
    """Return what was found in an article: under its id, or under a path that ends in it, with or without ending."""
    for document, output in found.items():
        if article.document in (document, PurePosixPath(document).name, PurePosixPath(document).stem):
            return output
    return Output()


def _count(found: Iterable[Finding]) -> Counter[tuple[str, Verdict]]:
    return Counter((one.measure, one.verdict) for one in found)


def _figure(measure: str, counted: Counter[tuple[str, Verdict]]) -> Figure:
    right, missed, wrong = (counted[measure, verdict] for verdict in Verdict)
    recall = right / (right + missed) if right + missed else 0.0
    precision = right / (right + wrong) if right + wrong else 0.0
    return Figure(recall if measure in ACCURACIES else precision, recall, right + missed)
