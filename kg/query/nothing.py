"""Why a question found nothing, as far as the graph and the question tell."""

import re
from collections.abc import Iterator
from pathlib import Path

from kg.query.answers import Verdict
from kg.query.ask import Asked, ask
from kg.query.questions import questions, read_question

_WORDS = re.compile(r"\b(?:kg:quotation|nif:anchorOf|nif:isString)\b")
"""Properties that hold words of articles: a graph built with `--no-text` has none of them."""
_HAS_WORDS = "ASK { ?place nif:anchorOf ?words }"


def reasons(output: Path, question: str | Path) -> Iterator[str]:
    """Yield what an empty answer means: what a question with a name asks, and that there are no words to find.

    Raises:
        OutputError: there is no graph.
        QueryError: the question cannot be found or read.
    """
    name, text = read_question(question)
    yield from (f"{name} asks: {each.english}" for each in questions() if each.name == name)
    if _WORDS.search(text) and ask(Asked(output, name, _HAS_WORDS, {})) == Verdict(False):
        yield "the graph holds no words of the articles: it was built with --no-text"
