"""A spaCy pipeline without a model: it knows the gold parses of tests/parses/, and reads all else word by word.

Importing this module registers it as `nl_gold`, which `load_pipeline` and `--pipeline` then find.
"""

from collections.abc import Iterator, Mapping
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

from tests.gold import gold_doc, gold_sentences

NAME = "nl_gold"


@cache
def load() -> Language:
    """Return the pipeline; making one takes spaCy longer than most tests take."""
    nlp = spacy.blank("nl", meta={"name": "gold", "version": "1.0.0"})
    nlp.tokenizer = lambda text: _parse(nlp, text)
    return nlp


def _parse(nlp: Language, text: str) -> Doc:
    sentences = tuple(_gold(text))
    if " ".join(sentences) == text:
        return gold_doc(sentences)
    words = text.split(" ")
    return Doc(
        nlp.vocab,
        words=words,
        spaces=[True] * (len(words) - 1) + [False],
        heads=[0] * len(words),
        deps=["ROOT"] + ["dep"] * (len(words) - 1),
        pos=["X"] * len(words),
        lemmas=words,
    )


def _gold(text: str) -> Iterator[str]:
    """Yield the gold sentences that a text opens with."""
    while found := next((one for one in _openings().get(text[:8], ()) if f"{text} ".startswith(f"{one} ")), ""):
        yield found
        text = text[len(found) + 1 :]


@cache
def _openings() -> Mapping[str, tuple[str, ...]]:
    """Return the gold sentences by their first eight characters."""
    openings = {sentence[:8] for sentence in gold_sentences()}
    return {opening: tuple(one for one in gold_sentences() if one[:8] == opening) for opening in openings}


registry.models.register(NAME, func=load)
