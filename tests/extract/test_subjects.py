"""Who acts where a parser takes the article, the `het` before a name in capitals, or a `dat`, for the subject."""

from collections.abc import Callable, Mapping

import pytest
from spacy.tokens import Doc

from kg.extract.mending import mend
from kg.lang import Language
from tests.extract.trees import tree_of

Parsed = Callable[..., Doc]


@pytest.mark.parametrize(
    ("sentence", "misread", "mended"),
    [
        (
            "Het OM overweegt de zaak te sluiten.",
            {"Het": ("overweegt", "expl", "PRON"), "OM": ("sluiten", "mark", "ADP")},
            {"Het": ("OM", "det"), "OM": ("overweegt", "nsubj")},
        ),
        (
            "Het veer vaart elke dag.",
            {"Het": ("vaart", "det", "DET")},
            {"Het": ("veer", "det"), "veer": ("vaart", "nsubj")},
        ),
        (
            "De recherche doet onderzoek.",
            {"De": ("doet", "nsubj", "DET")},
            {"De": ("recherche", "det"), "recherche": ("doet", "nsubj")},
        ),
        (
            "De visser zou de boot hebben gestolen, maar dat spreekt ze tegen.",
            {"dat": ("spreekt", "nsubj", "PRON"), "ze": ("spreekt", "obj", "PRON")},
            {"dat": ("spreekt", "obj"), "ze": ("spreekt", "nsubj")},
        ),
        (
            "De raad is niet van plan de haven te sluiten.",
            {"raad": ("van", "nsubj", "NOUN"), "sluiten": ("plan", "acl", "VERB")},
            {"raad": ("is", "nsubj"), "sluiten": ("is", "xcomp")},
        ),
        (
            "Het is de visser gelukt om de boot te verkopen.",
            {"visser": ("gelukt", "nsubj", "NOUN")},
            {"visser": ("gelukt", "iobj")},
        ),
        (
            "Radio Noord-verslaggever Jan Smit interviewde de wethouder.",
            {"Radio": ("interviewde", "nsubj", "PROPN"), "Noord-verslaggever": ("Radio", "flat", "NOUN")},
            {"Radio": ("Noord-verslaggever", "nmod"), "Noord-verslaggever": ("interviewde", "nsubj")},
        ),
        (
            "We vroegen steun, maar kregen niets.",
            {"niets": ("kregen", "nsubj", "PRON")},
            {"niets": ("kregen", "obj")},
        ),
        (
            "We vroegen steun en toen kwamen de vissers.",
            {},
            {"vissers": ("kwamen", "nsubj")},
        ),
    ],
)
def test_the_subject_is_who_can_be_it(
    sentence: str,
    misread: Mapping[str, tuple[str, str, str]],
    mended: Mapping[str, tuple[str, str]],
    parsed: Parsed,
    dutch: Language,
) -> None:
    doc = parsed(sentence)
    words = {token.text: token for token in reversed(doc)}
    for word, (head, label, part_of_speech) in misread.items():
        words[word].head, words[word].dep_, words[word].pos_ = words[head], label, part_of_speech

    tree = tree_of(doc)
    mend(tree, [], dutch)

    found = {token.text: (token.head.text, token.dep_) for token in reversed(tree)}
    assert {word: found[word] for word in mended} == mended
