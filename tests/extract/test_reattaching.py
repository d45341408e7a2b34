"""Words hang where the grammar lets them hang."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.mending import mend
from kg.extract.syntax.tree import Tree
from kg.extract.times import extract_times
from kg.lang import Language
from kg.model import Document
from tests.extract.trees import tree_of

Parsed = Callable[..., Doc]


def _arc(doc: Doc, word: str, language: Language) -> tuple[str, str]:
    """Return the head and label of the last of these words after mending."""
    token = [token for token in _mended(doc, language) if token.text == word][-1]
    return token.head.text, token.dep_


def _mended(doc: Doc, language: Language) -> Tree:
    tree = tree_of(doc)
    times = extract_times(tree, Document("article", tree.text, published="2020-09-16"), language)
    mend(tree, times, language)
    return tree


@pytest.mark.parametrize(
    ("sentence", "word", "wrong", "right"),
    [
        (
            "De rechter wees het verzoek om getuigen te horen af.",
            "af",
            ("horen", "compound:prt"),
            ("wees", "compound:prt"),
        ),
        ("Het verzet van de vissers tegen de haven groeide.", "haven", ("vissers", "nmod"), ("verzet", "nmod")),
        ("De politie beschuldigde de man van diefstal.", "diefstal", ("man", "nmod"), ("beschuldigde", "obl:arg")),
        ("De molenaar verkocht zijn schip aan Gent.", "Gent", ("schip", "nmod"), ("verkocht", "obl:arg")),
        (
            "Niet de molenaar maar de bakker betaalde de rekening.",
            "bakker",
            ("betaalde", "nsubj"),
            ("molenaar", "conj"),
        ),
        (
            "De haven gaat dicht, zegt burgemeester Van Dam, een visser.",
            "burgemeester",
            ("zegt", "obj"),
            ("zegt", "nsubj"),
        ),
        (
            "De haven gaat dicht, zegt burgemeester Van Dam, een visser.",
            "visser",
            ("zegt", "obj"),
            ("burgemeester", "appos"),
        ),
        ("Daarmee willen ze de haven sluiten.", "ze", ("sluiten", "nsubj"), ("willen", "nsubj")),
        ("De bewoners blijven leugens verspreiden.", "leugens", ("blijven", "nsubj"), ("verspreiden", "obj")),
        ("Hij wees op de gevolgen op zee.", "zee", ("wees", "obl"), ("gevolgen", "nmod")),
        ("Niemand weet of de haven sluit.", "of", ("haven", "cc"), ("sluit", "mark")),
        ("De politie sloot uit voorzorg zeven winkels.", "uit", ("winkels", "case"), ("voorzorg", "case")),
        (
            "De vissers ontkennen dat ze het net kapten en zijn gisteren vertrokken.",
            "vertrokken",
            ("kapten", "conj"),
            ("ontkennen", "conj"),
        ),
        (
            "De man die ervan wordt verdacht een brug te hebben verkocht, zwijgt.",
            "verkocht",
            ("man", "acl:relcl"),
            ("verdacht", "xcomp"),
        ),
        ("Dirigent en oprichter Anna Smit is overleden.", "Anna", ("oprichter", "appos"), ("Dirigent", "appos")),
        (
            "Het plan is slecht, zegt Anna Smit, moeder van twee leerlingen en voorzitter van de ouderraad.",
            "voorzitter",
            ("Anna", "conj"),
            ("moeder", "conj"),
        ),
    ],
)
def test_a_word_that_hangs_where_it_cannot_is_hung_right(
    sentence: str, word: str, wrong: tuple[str, str], right: tuple[str, str], parsed: Parsed, dutch: Language
) -> None:
    doc = parsed(sentence)
    token = [token for token in doc if token.text == word][-1]
    token.head = next(other for other in doc if other.text == wrong[0])
    token.dep_ = wrong[1]

    assert _arc(doc, word, dutch) == right


def test_of_two_persons_beside_a_plural_verb_the_last_alone_has_the_name(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Zangeres en drummer Jan Smit zijn vertrokken.")

    assert _arc(doc, "Jan", dutch) == ("drummer", "appos")


def test_a_place_of_a_thing_does_not_hang_on_the_verb(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De rederij eist de sluiting van de haven.")

    assert _arc(doc, "haven", dutch) == ("sluiting", "nmod")


def test_a_phrase_beside_a_time_hangs_on_the_verb(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Gisteren klaagde de schipper over de sluiting.")
    doc[6].head, doc[6].dep_ = doc[0], "nmod"

    assert _arc(doc, "sluiting", dutch) == ("klaagde", "obl:arg")


def test_two_verbs_of_one_relative_clause_are_one_clause(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De schepen die de rederij wil slopen, zijn oud.")
    doc[6].head, doc[6].dep_ = doc[1], "acl:relcl"

    assert _arc(doc, "wil", dutch) == ("slopen", "aux")


def test_het_before_a_plural_is_the_subject(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De bank meldt dat het vier kantoren sluit.")
    doc[4].head, doc[4].dep_, doc[6].dep_ = doc[6], "det", "nsubj"

    assert (_arc(doc, "het", dutch), _arc(doc, "kantoren", dutch)) == (("sluit", "nsubj"), ("sluit", "obj"))


def test_before_the_verb_of_a_main_clause_stands_one_phrase(parsed: Parsed, dutch: Language) -> None:
    assert _arc(parsed("De ploeg agenten schoot."), "agenten", dutch) == ("ploeg", "nmod")


def test_behind_the_verb_of_a_main_clause_stand_its_subject_and_its_object(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Later kocht de bank concurrent Boreas.")
    doc[4].head, doc[4].dep_ = doc[3], "nmod"

    assert _arc(doc, "concurrent", dutch) == ("kocht", "obj")


def test_what_stands_before_a_particle_is_of_the_clause_that_it_closes(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De rederij sluit een staking niet uit als het bod niet stijgt.")
    doc[5].head = doc[11]

    tree = _mended(doc, dutch)

    assert [tree[5].head.text, tree[10].head.text] == ["sluit", "stijgt"]


def test_a_clause_with_its_verbs_last_goes_on_a_subordinate_clause(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De vissers ontkennen dat ze het net kapten en gisteren zijn vertrokken.")

    assert _arc(doc, "vertrokken", dutch) == ("kapten", "conj")


def test_the_finite_auxiliary_of_an_infinitive_with_te_belongs_to_the_participle_before_it(
    parsed: Parsed, dutch: Language
) -> None:
    doc = parsed("De man die ervan wordt verdacht een brug te hebben verkocht, zwijgt.")
    doc[5].head, doc[5].dep_ = doc[7], "acl"
    doc[10].head, doc[10].dep_ = doc[1], "acl:relcl"
    for token in doc[2:5]:
        token.head = doc[10]

    tree = _mended(doc, dutch)

    assert [token.head.text for token in tree[2:6]] == ["verdacht", "verdacht", "verdacht", "man"]
    assert (tree[10].head.text, tree[10].dep_) == ("verdacht", "xcomp")


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("De bakker, die is gevraagd brood te leveren, weigert.", ["nsubj:pass", "aux:pass"]),
        ("De bakker, die is begonnen brood te leveren, lacht.", ["nsubj", "aux"]),
    ],
)
def test_who_is_asked_to_do_something_is_not_who_asks(
    sentence: str, voice: list[str], parsed: Parsed, dutch: Language
) -> None:
    doc = parsed(sentence)
    doc[8].head, doc[8].dep_ = doc[1], "acl:relcl"
    doc[3].head, doc[3].dep_, doc[4].dep_ = doc[8], "nsubj", "aux"

    tree = _mended(doc, dutch)

    assert [token.dep_ for token in tree[3:5]] == voice
    assert [token.head.text for token in tree[3:6]] == [doc[5].text, doc[5].text, "bakker"]
    assert (tree[8].head.text, tree[8].dep_) == (doc[5].text, "xcomp")


def test_what_would_be_the_case_may_be_what_somebody_says(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De schipper zei dat hij gewonnen had en zou het net morgen verkopen.")

    assert _arc(doc, "verkopen", dutch) == ("gewonnen", "conj")
