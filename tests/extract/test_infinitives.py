"""A verb has the infinitive that its form can be of, whatever the pipeline made of it."""

import pytest

from kg.extract.mending.infinitives import mend_infinitive
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.model import Word

_INFINITIVE = "VerbForm=Inf"
_PARTICIPLE, _PAST, _PRESENT = "VerbForm=Part", "Tense=Past|VerbForm=Fin", "Tense=Pres|VerbForm=Fin"


def _verb(form: str, lemma: str, morph: str) -> Token:
    word = Word(0, len(form), "WW", "VERB", morph, lemma, 0, "ROOT", "O")
    return Tree((word,), form)[0]


@pytest.mark.parametrize(
    ("form", "morph", "lemma", "infinitive"),
    [
        ("gemonitord", _PARTICIPLE, "monitorden", "monitoren"),
        ("gesleept", _PARTICIPLE, "sleepken", "slepen"),
        ("sleept", _PRESENT, "sleeptden", "slepen"),
        ("geloosd", _PARTICIPLE, "gelosen", "lozen"),
        ("loosde", _PAST, "loosgen", "lozen"),
        ("aangeschaft", _PARTICIPLE, "aanschaften", "aanschaffen"),
        ("verkavelt", _PRESENT, "verkavellen", "verkavelen"),
        ("getweet", _PARTICIPLE, "getweeen", "tweeten"),
        ("geïnfiltreerd", _PARTICIPLE, "infiltreerden", "infiltreren"),
    ],
)
def test_a_lemma_that_is_no_verb_gives_way_to_the_verb_that_the_form_is_of(
    form: str, morph: str, lemma: str, infinitive: str, dutch: Language
) -> None:
    verb = _verb(form, lemma, morph)

    mend_infinitive(verb, dutch)

    assert verb.lemma_ == infinitive


@pytest.mark.parametrize(("form", "infinitive"), [("gelogen", "liegen"), ("ondergedoken", "onderduiken")])
def test_a_strong_participle_is_not_that_of_a_rarer_verb(form: str, infinitive: str, dutch: Language) -> None:
    verb = _verb(form, "logen", _PARTICIPLE)

    mend_infinitive(verb, dutch)

    assert verb.lemma_ == infinitive


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("gemeld", "melden"), ("afgebrand", "afbranden"), ("geboren", "geboren"), ("geflodderd", "flodderden")],
)
def test_a_known_verb_and_one_that_no_list_has_keep_their_lemma(form: str, lemma: str, dutch: Language) -> None:
    verb = _verb(form, lemma, _PARTICIPLE)

    mend_infinitive(verb, dutch)

    assert verb.lemma_ == lemma


@pytest.mark.parametrize(
    ("form", "morph", "lemma", "infinitive"),
    [
        ("slopen", _INFINITIVE, "sluipen", "slopen"),
        ("slopen", _PAST, "sluipen", "sluipen"),
        ("nemen", _INFINITIVE, "aannemen", "aannemen"),
    ],
    ids=["an infinitive", "a past form", "an infinitive whose particle stands apart"],
)
def test_an_infinitive_is_its_own(form: str, morph: str, lemma: str, infinitive: str, dutch: Language) -> None:
    verb = _verb(form, lemma, morph)

    mend_infinitive(verb, dutch)

    assert verb.lemma_ == infinitive
