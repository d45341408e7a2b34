"""kg and the naive reader on the same parses of the same articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.export import Options
from kg.export.tables import action_rows, entity_rows
from kg.extract import extract
from kg.extract.syntax.tree import Tree
from kg.graph import KnowledgeGraph
from kg.lang import load
from kg.model import Document, Run
from kg.nlp import load_pipeline, parse
from kg.read import read
from kg.resolve import resolve
from tests.quality.naive import read_naively
from tests.quality.output import Output, to_outputs


@dataclass(frozen=True, slots=True)
class Outputs:
    """What was found in each article, by its id."""

    kg: dict[str, Output]
    naive: dict[str, Output]


def read_articles(folder: Path) -> list[Document]:
    """Return the Dutch articles in a folder."""
    return [one for one in read([folder], language=load("nl")) if isinstance(one, Document)]


def read_both_ways(documents: Iterable[Document]) -> Outputs:
    """Return what kg and the naive reader find in articles, parsed once with the trained pipeline."""
    dutch = load("nl")
    nlp, name = load_pipeline(dutch)
    parses = list(parse(documents, nlp))
    extractions = [extract(words, document, dutch) for document, words in parses]
    return Outputs(
        kg=outputs_of(KnowledgeGraph(resolve(extractions, dutch), Run("", name, ()))),
        naive={document.id: read_naively(Tree(words, document.text)) for document, words in parses},
    )


def outputs_of(graph: KnowledgeGraph) -> dict[str, Output]:
    """Return what a graph holds of each article, by its id."""
    options = Options()
    return to_outputs(action_rows(graph, options), entity_rows(graph, options))
