"""Labels that the grammar of a clause forbids are put right; correct parses stay as they are."""

from collections.abc import Callable, Mapping

import pytest
from spacy.tokens import Doc

from kg.extract.mending import mend
from kg.extract.mentions.nominals import entity_type
from kg.extract.syntax.tree import Tree
from kg.extract.times import extract_times
from kg.lang import Language, load
from kg.model import Document, EntityType
from tests.extract.trees import tree_of
from tests.gold import gold_language, gold_sentences

Parsed = Callable[..., Doc]


def _mended(doc: Doc, language: Language) -> Tree:
    tree = tree_of(doc)
    times = extract_times(tree, Document("article", tree.text, published="2020-09-16"), language)
    mend(tree, times, language)
    return tree


def _labels(tree: Tree, words: Mapping[str, str]) -> dict[str, str]:
    """Return the labels of the words that are the keys of `words`."""
    return {token.text: token.dep_ for token in tree if token.text in words}


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("De gemeente koopt een oud schip.", {"schip": "nsubj"}, {"gemeente": "nsubj", "schip": "obj"}),
        ("De gemeente koopt een oud schip.", {"schip": "advmod"}, {"gemeente": "nsubj", "schip": "obj"}),
        ("De molenaar belooft het dak te herstellen.", {"dak": "nsubj"}, {"dak": "obj"}),
        ("Het oude schip werd gekocht.", {"schip": "nsubj"}, {"schip": "nsubj:pass"}),
        ("Het oude schip werd gekocht.", {"schip": "obl:agent"}, {"schip": "nsubj:pass"}),
        ("Het oude schip werd gekocht.", {"schip": "obj"}, {"schip": "nsubj:pass"}),
        ("De brug is verkocht en werd drie kilometer verplaatst.", {"kilometer": "obj"}, {"kilometer": "obj"}),
        ("De man werd ontslagen en werd bakker weer benoemd.", {"bakker": "obj"}, {"bakker": "obj"}),
        ("Er werd een week gestaakt.", {"week": "obj"}, {"week": "obl"}),
        (
            "Een uitspraak die de minister dwingt de brug te sluiten, is zeldzaam.",
            {"minister": "nsubj"},
            {"die": "nsubj", "minister": "obj"},
        ),
        ("De vissers hebben veel van de haven gezien.", {"veel": "advmod"}, {"vissers": "nsubj", "veel": "obj"}),
        ("De schipper heeft nooit betaald.", {"schipper": "nsubj:pass"}, {"schipper": "nsubj"}),
        ("De schipper denkt niet dat de boot zinkt.", {"boot": "obj"}, {"boot": "nsubj"}),
        ("De sleutel waarmee hij de kist opende, is zoek.", {"hij": "obj"}, {"hij": "nsubj", "kist": "obj"}),
        ("Die motie diende de fractie in.", {"motie": "nsubj", "fractie": "obj"}, {"motie": "obj", "fractie": "nsubj"}),
        ("Dat zeggen de vissers.", {"Dat": "nsubj", "vissers": "obj"}, {"Dat": "obj", "vissers": "nsubj"}),
        ("Dat zeggen de vissers.", {"vissers": "obj"}, {"Dat": "obj", "vissers": "nsubj"}),
        ("Hem koos de club.", {"Hem": "nsubj", "club": "obj"}, {"Hem": "obj", "club": "nsubj"}),
        ("De vissers klaagden, en dat bewijzen de brieven.", {"brieven": "obj"}, {"dat": "obj", "brieven": "nsubj"}),
        ("Het plan dat de raad verwierp, was duur.", {"dat": "nsubj", "raad": "obj"}, {"dat": "obj", "raad": "nsubj"}),
        (
            "De brief die de bakker schreef, is zoek.",
            {"die": "nsubj", "bakker": "obj"},
            {"die": "obj", "bakker": "nsubj"},
        ),
        ("De raad wenst de vissers veel geluk.", {"vissers": "obj"}, {"vissers": "iobj", "geluk": "obj"}),
        ("De raad vroeg de minister om geld.", {"minister": "obj"}, {"minister": "iobj"}),
        ("De rederij heeft de minister ingelicht.", {"minister": "iobj"}, {"minister": "obj"}),
        ("Er waren geruchten dat de haven zou sluiten.", {"sluiten": "acl:relcl"}, {"sluiten": "acl"}),
        ("Een visser raakte gewond aan zijn hand.", {"hand": "obj"}, {"hand": "obl"}),
        ("De molenaar wordt beschuldigd de brug te hebben verkocht.", {"brug": "nsubj:pass"}, {"brug": "obj"}),
        (
            "In mei bouwde de molenaar een brug en kocht de visser een schip.",
            {"visser": "obj"},
            {"visser": "nsubj", "schip": "obj"},
        ),
        ("De gemeente bestrijdt dat.", {"gemeente": "obl", "dat": "nsubj"}, {"dat": "obj"}),
        ("Een getuige verklaarde dat de boot zonk.", {"getuige": "obj"}, {"getuige": "nsubj"}),
        ("De raad vraagt de vissers te wachten.", {"vissers": "obj"}, {"vissers": "iobj"}),
        ("De prijs daalt, vissers weg.", {"vissers": "obj"}, {"vissers": "parataxis"}),
        ("Dinsdag won de club en verloor de trainer.", {"Dinsdag": "nsubj"}, {"Dinsdag": "obl", "club": "nsubj"}),
        (
            "Brieven die de rederij vrijdag opvroeg, zijn zoek.",
            {"die": "nsubj", "vrijdag": "obj"},
            {"die": "obj", "rederij": "nsubj", "vrijdag": "obl"},
        ),
    ],
)
def test_a_label_that_cannot_be_is_put_right(
    sentence: str, wrong: Mapping[str, str], right: Mapping[str, str], parsed: Parsed, dutch: Language
) -> None:
    doc = parsed(sentence)
    for token in doc:
        token.dep_ = wrong.get(token.text, token.dep_)

    assert _labels(_mended(doc, dutch), right) == right


def test_a_noun_beside_another_without_a_conjunction_is_an_apposition(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Ford, Opel en Fiat bouwen een fabriek in Gent.")
    doc[3].dep_ = "punct"
    doc[4].dep_ = "flat"

    assert _mended(doc, dutch)[2].dep_ == "appos"


@pytest.mark.parametrize("form", ["Fin", "Part"])
def test_a_verb_with_an_article_as_subject_is_a_noun(form: str, parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De verdachte, die in mei werd opgepakt, zwijgt.")
    doc[1].pos_, doc[1].lemma_ = "VERB", "verdenken"
    doc[1].set_morph(f"VerbForm={form}")  # type: ignore[attr-defined]  # missing in the stubs of spaCy 3.8

    mended_noun = _mended(doc, dutch)[1]

    assert (mended_noun.pos_, mended_noun.lemma_) == ("NOUN", "verdachte")


@pytest.mark.parametrize(
    ("sentence", "people"),
    [("De aangehoudenen zwijgen.", "aangehoudenen"), ("De advocaat van de gedupeerden zwijgt.", "gedupeerden")],
)
def test_a_plural_participle_with_an_article_is_a_group(
    sentence: str, people: str, parsed: Parsed, dutch: Language
) -> None:
    tree = _mended(parsed(sentence), dutch)

    [found] = [entity_type(token, dutch) for token in tree if token.text == people]

    assert found is EntityType.GROUP


def test_what_has_a_passive_auxiliary_is_a_verb(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Het oude schip werd gekocht.")
    doc[4].pos_ = "ADJ"

    assert _mended(doc, dutch)[4].pos_ == "VERB"


def test_number_decides_between_the_two_of_a_relative_clause(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De regels die het bedrijf verbreekt, zijn streng.")
    doc[2].dep_, doc[4].dep_ = "nsubj", "obj"

    copy = _mended(doc, dutch)

    assert (copy[2].dep_, copy[4].dep_) == ("obj", "nsubj")


@pytest.mark.parametrize("sentence", sorted(gold_sentences()))
def test_a_correct_parse_stays_as_it_is(
    sentence: str,
    parsed: Parsed,
) -> None:
    doc = parsed(sentence)

    assert [token.dep_ for token in _mended(doc, load(gold_language(sentence)))] == [token.dep_ for token in doc]
