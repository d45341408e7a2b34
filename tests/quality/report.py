"""Figures and errors as people read them."""

from collections.abc import Iterable, Iterator, Mapping

from kg.model import Span
from tests.quality.annotation import GoldArticle
from tests.quality.figures import ACCURACIES, MEASURES, Figure, output_of
from tests.quality.findings import Verdict, findings
from tests.quality.output import Output


def table(kg: Mapping[str, Figure], naive: Mapping[str, Figure]) -> Iterator[str]:
    """Yield the lines of a Markdown table that sets kg beside the naive reader.

    F1 is given with precision and recall; measures that only ask how much of gold is right have none.
    """
    yield "| | what | of | precision | recall | kg | naive |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    for measure, question in MEASURES.items():
        figure = kg[measure]
        shares = ("", "") if measure in ACCURACIES else (f"{figure.precision:.2f}", f"{figure.recall:.2f}")
        cells = (measure, question, figure.support, *shares, f"**{figure.value:.2f}**", f"{naive[measure].value:.2f}")
        yield f"| {' | '.join(map(str, cells))} |"


def against_floors(figures: Mapping[str, Figure], floors: Mapping[str, float]) -> Iterator[str]:
    """Yield a line for each measure: its figure, its floor, and whether it is below."""
    for measure, floor in floors.items():
        value = figures[measure].value
        yield f"{measure:12} {value:.3f}  floor {floor:.2f}{'  BELOW' if value < floor else ''}"


def raised(figures: Mapping[str, Figure], floors: Mapping[str, float]) -> dict[str, float]:
    """Return floors a hundredth under the figures, none lower than it was."""
    return {measure: max(int(figures[measure].value * 100 - 1) / 100, floors.get(measure, 0.0)) for measure in MEASURES}


def errors(gold: Iterable[GoldArticle], found: Mapping[str, Output], measure: str) -> Iterator[str]:
    """Yield what a measure finds missed or wrong, each with its words in their sentence."""
    for article in gold:
        for one in findings(article, output_of(article, found)):
            if one.measure == measure and one.verdict is not Verdict.RIGHT:
                yield f"{one.verdict:7}{one.words}\n       [{article.document}] {_in_context(article, one.span)}"


def _in_context(article: GoldArticle, span: Span) -> str:
    """Return the sentence of a span, as far as gold knows it, with the span between guillemets."""
    sentences = [action.sentence for action in article.actions if action.sentence.contains(span)]
    around = sentences[0] if sentences else Span(max(0, span.start - 80), span.end + 80)
    before, after = Span(around.start, span.start).of(article.text), Span(span.end, around.end).of(article.text)
    return f"{before}«{span.of(article.text)}»{after}".replace("\n", " ")
