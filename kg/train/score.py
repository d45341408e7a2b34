"""Score a pipeline on gold sentences, raw text in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from kg.neural.labelling import name_spans
from kg.train.conllu import Sentence

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Name types scored as one, PLACE."""
_FOLD = {"PERSON": "PERSON", "ORG": "ORG", **dict.fromkeys(PLACES, "PLACE")}
_GROUP = 8


def score_pipeline(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return shares of 1: uas, las (punctuation included), upos, xpos, lemma, sentences (F), names (F of exact spans).

    Eight sentences at a time are one text, which the pipeline splits itself. Names are folded to PERSON, ORG and PLACE;
    a text with a sentence whose names are not annotated is left out of their score.
    """
    groups = [sentences[start : start + _GROUP] for start in range(0, len(sentences), _GROUP)]
    gold = [_gold(group, nlp.vocab) for group in groups]
    found = list(nlp.pipe(doc.text for doc in gold))
    examples = [Example(predicted, doc) for predicted, doc in zip(found, gold, strict=True)]
    deps = Scorer.score_deps(examples, "dep", getter=lambda token, _: token.dep_, head_attr="head")
    return {
        "uas": deps["dep_uas"],
        "las": deps["dep_las"],
        "upos": _accuracy(examples, "pos", lambda token, _: token.pos_),
        "xpos": _accuracy(examples, "tag", lambda token, _: token.tag_),
        "lemma": _accuracy(examples, "lemma", lambda token, _: token.lemma_),
        "sentences": Scorer.score_spans(
            examples, "sents", has_annotation=lambda _: True, getter=lambda doc, _: list(doc.sents), labeled=False
        )["sents_f"],
        "names": _names(found, gold, groups),
    }


def score_parts(nlp: Language, sentences: Sequence[Sentence]) -> Mapping[str, dict[str, float]]:
    """Return the scores of each part of a test set; the part is what stands before the slash of the id."""
    parts = sorted({sentence.ident.partition("/")[0] for sentence in sentences})
    return {part: score_pipeline(nlp, [s for s in sentences if s.ident.startswith(part + "/")]) for part in parts}


def _accuracy(examples: Sequence[Example], attribute: str, getter: Callable[[Any, str], str]) -> float:
    accuracy: float = Scorer.score_token_attr(examples, attribute, getter=getter)[f"{attribute}_acc"]
    return accuracy


def _gold(group: Sequence[Sentence], vocab: Vocab) -> Doc:
    heads: list[int] = []
    for sentence in group:
        base = len(heads)
        heads += [base + (head - 1 if head else place) for place, head in enumerate(sentence.heads or ())]
    return Doc(
        vocab,
        words=[word for s in group for word in s.words],
        spaces=[space for s in group for space in (*s.spaces[:-1], True)],
        heads=heads,
        deps=["ROOT" if dep == "root" else dep for s in group for dep in s.deps or ()],
        pos=[upos for s in group for upos in s.upos or ()],
        tags=[xpos for s in group for xpos in s.xpos or ()],
        lemmas=[lemma for s in group for lemma in s.lemmas or ()],
    )


def _names(found: Sequence[Doc], gold: Sequence[Doc], groups: Sequence[Sequence[Sentence]]) -> float:
    right = said = true = 0
    for predicted, doc, group in zip(found, gold, groups, strict=True):
        if all(sentence.names is not None for sentence in group):
            labels = [label for sentence in group for label in sentence.names or ()]
            spans = [
                (doc[a].idx, doc[b - 1].idx + len(doc[b - 1]), _FOLD.get(kind)) for a, b, kind in name_spans(labels)
            ]
            wanted = {span for span in spans if span[2]}
            answers = {(e.start_char, e.end_char, _FOLD[e.label_]) for e in predicted.ents if e.label_ in _FOLD}
            right, said, true = right + len(wanted & answers), said + len(answers), true + len(wanted)
    return 2 * right / (said + true) if right else 0.0
