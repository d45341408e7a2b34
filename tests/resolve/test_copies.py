"""Which articles are copies of which, and that what a copy tells is told once."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kg.lang import Language
from kg.model import Action, Copy, CopyKind, Document, Extraction, Resolution, Role
from kg.resolve.copies import find_copies, wording_of
from kg.resolve.copies.candidates import unit_pairs
from kg.resolve.copies.keys import band_keys, sentence_keys
from kg.resolve.copies.wording import shingles_of
from tests.factory import sentences_of
from tests.resolve.marked import acted, article

Resolved = Callable[..., Resolution]

LOCK = (
    "Sluis bij Doornveld blijft maanden dicht. "
    "De sluis bij Doornveld blijft tot november gesloten, meldt waterschap Oost en Merwe. "
    "Duikers vonden vorige week zeven scheuren in de oostelijke deur. "
    "Een aannemer uit Harlingen maakt twee nieuwe deuren van tropisch hardhout. "
    "De binnenvaart moet tot die tijd omvaren via het Wilgenkanaal. "
    "Schippersbond De Roef schat de schade voor haar leden op drie miljoen euro. "
    "Wethouder Ilse Bakermans wil dat de provincie een deel van dat geld vergoedt."
)
BRIDGE = (
    "Nieuwe brug voor Kranendam. "
    "De gemeenteraad van Kranendam stemde dinsdag met 17 tegen 12 voor een brug over de Vliet. "
    "Volgens fractieleider Tom Aerts van Lokaal Sterk kost die 4 miljoen euro. "
    "Het college wilde liever een veerpont laten varen tussen Kranendam en Oudzijl. "
    "De bouw begint in maart en duurt anderhalf jaar, zegt directeur Wim Zantinge van Bruggenbouw Noord. "
    "Bewoners van de Vlietkade vrezen dat zij hun uitzicht op de molen verliezen."
)
INVITATION = (
    "Lees ook wat er deze week verder gebeurde in de regio. "
    "Meld u aan voor onze nieuwsbrief en ontvang elke ochtend het nieuws van Stadsblad Voorbeeld. "
    "Volg Stadsblad Voorbeeld ook op uw telefoon en mis niets meer."
)

Found = Callable[..., tuple[Copy, ...]]


@pytest.fixture
def copies(dutch: Language) -> Found:
    """Return a function from articles, or their texts by id, to the copies among them."""

    def found(*documents: Document, **texts: str) -> tuple[Copy, ...]:
        every = [*documents, *(Document(id, text) for id, text in texts.items())]
        return find_copies(wording_of(plain(document), dutch) for document in every)

    return found


def plain(document: Document) -> Extraction:
    return Extraction(document, sentences_of(document), (), (), (), (), ())


def pairs(copies: tuple[Copy, ...]) -> list[tuple[str, str, str]]:
    return [(copy.document_id, copy.original_id, copy.kind.value) for copy in copies]


def own_news() -> Iterator[str]:
    """Yield articles of four sentences that have no sentence in common."""
    for town in ("Aarle", "Bergsel", "Cadsum", "Drempt", "Eemnis", "Franeke", "Gorsel", "Hattum"):
        yield (
            f"In {town} sloeg de bliksem in bij bakker {town}man. De winkel van {town} is twee weken dicht. "
            f"Een buurman uit {town} zag het dak van {town}straat branden. De brandweer van {town} kwam snel. "
        )


# What is a copy


def test_the_same_text_is_an_exact_copy_whatever_its_case_quotes_and_spaces(copies: Found) -> None:
    again = LOCK.replace("De sluis", "DE  SLUIS").replace(". ", ".\n")

    [copy] = copies(a=LOCK, b=again)

    assert (copy.document_id, copy.original_id, copy.kind, copy.share) == ("b", "a", CopyKind.EXACT, 1.0)


def test_another_headline_and_a_credit_make_an_edited_copy(copies: Found) -> None:
    _, _, body = LOCK.partition(". ")

    [copy] = copies(a=LOCK, b=f"Binnenvaart moet lang omvaren. Van onze redactie (ANP). {body}")

    assert (copy.kind, copy.is_one_source) == (CopyKind.EDITED, True)
    assert (0, 0) not in copy.sentences
    assert 0.8 < copy.share < 1


def test_an_article_cut_short_is_a_shortened_copy_even_if_no_word_was_changed(copies: Found) -> None:
    short = ". ".join(LOCK.split(". ")[:4]) + "."

    assert pairs(copies(a=LOCK, b=short)) == [("b", "a", "shortened")]


def test_an_article_with_all_of_an_earlier_one_and_more_is_an_extended_copy(copies: Found) -> None:
    assert pairs(copies(a=LOCK, b=f"{LOCK} {BRIDGE}")) == [("b", "a", "extended")]


def test_a_paragraph_of_short_sentences_is_found_by_itself(dutch: Language) -> None:
    talk = "Komt hij nog? Nee, zegt Ilse. Wanneer dan wel? Morgen. Of nooit."
    texts = {"a": f"{talk}\n\n{LOCK}", "b": f"{BRIDGE}\n\n{talk.upper()}"}

    wordings = [wording_of(plain(Document(id, text)), dutch) for id, text in texts.items()]
    pairs, _ = unit_pairs(wordings, {wording.document_id: shingles_of(wording) for wording in wordings})

    assert pairs == {("a", "b")}


def test_a_copy_with_one_other_word_has_not_all_of_it_from_its_original(copies: Found) -> None:
    [copy] = copies(a=LOCK, b=LOCK.replace("vonden", "zagen"))

    assert 0.9 < copy.share < 1


def test_every_sentence_edited_is_still_a_copy(copies: Found) -> None:
    edited = LOCK
    for word, other in {"blijft": "is", "vonden": "zagen", "maakt": "bouwt", "moet": "zal", "schat": "raamt"}.items():
        edited = edited.replace(word, other)
    edited = edited.replace("wil dat", "vindt dat")

    [copy] = copies(a=LOCK, b=edited)

    assert (copy.kind, copy.share) == (CopyKind.EDITED, 0.91)


def test_one_half_of_each_of_two_articles_has_two_originals_that_are_no_copies(copies: Found) -> None:
    half, other_half = (". ".join(text.split(". ")[1:4]) for text in (LOCK, BRIDGE))

    found = copies(a=LOCK, b=BRIDGE, c=f"Kort nieuws uit de regio. {half}. {other_half}.")

    assert {(copy.document_id, copy.original_id) for copy in found} == {("c", "a"), ("c", "b")}


def test_of_several_with_the_same_text_the_first_is_the_original_of_all(copies: Found) -> None:
    found = copies(a=LOCK, b=LOCK, c=LOCK.replace("vonden", "zagen"), d=LOCK.replace("maakt", "bouwt"))

    assert [(copy.document_id, copy.original_id) for copy in found] == [("b", "a"), ("c", "a"), ("d", "a")]


def test_the_earlier_published_is_the_original(copies: Found) -> None:
    first, second = Document("b", LOCK, published="2026-02-03"), Document("a", LOCK, published="2026-02-04")

    assert pairs(copies(first, second)) == [("a", "b", "exact")]


def test_of_one_day_the_agency_is_the_original(copies: Found) -> None:
    paper = Document("a", LOCK, published="2026-02-03", source="Stadsblad Voorbeeld")
    agency = Document("b", LOCK, published="2026-02-03", source="ANP")

    assert pairs(copies(paper, agency)) == [("a", "b", "exact")]


def test_part_of_one_agency_copy_is_one_source_with_another_part(copies: Found) -> None:
    half, other_half = (". ".join(text.split(". ")[1:4]) for text in (LOCK, BRIDGE))
    mixed = f"{half}. {other_half}. {BRIDGE.partition('. ')[2].upper()}"

    [credited] = copies(a=f"(ANP) {LOCK}", c=f"(ANP) {mixed}")
    [plain] = copies(a=LOCK, c=mixed)

    assert (credited.is_one_source, plain.is_one_source) == (True, False)


# What is none


def test_two_articles_on_other_news_are_no_copies(copies: Found) -> None:
    assert copies(a=LOCK, b=BRIDGE) == ()


def test_a_few_words_are_no_copy(copies: Found) -> None:
    assert copies(a="Els Claes opent vandaag de nieuwe brug.", b="Els Claes opent vandaag de nieuwe brug.") == ()


def test_an_invitation_below_all_articles_makes_none_a_copy(copies: Found) -> None:
    texts = {f"d{number}": text + INVITATION for number, text in enumerate(own_news())}

    assert copies(**texts) == ()


def test_an_invitation_does_not_count_for_the_share_of_a_copy(copies: Found) -> None:
    texts = {f"d{number}": text + INVITATION for number, text in enumerate(own_news())}
    half = ". ".join(LOCK.split(". ")[1:4])
    own = ". ".join(BRIDGE.split(". ")[2:5])

    [copy] = copies(**texts, x=f"{LOCK} {INVITATION}", y=f"{half}. {own}. {INVITATION}")

    assert (copy.document_id, copy.kind) == ("y", CopyKind.PARTIAL)
    assert copy.share == pytest.approx(0.5, abs=0.1)


def test_a_form_filled_in_anew_is_no_copy(copies: Found) -> None:
    form = (
        "{0} heeft zaterdag in eigen huis met {2}-{3} gewonnen van {1}. De openingstreffer viel in minuut {4}. "
        "Na de rust liep de ploeg van trainer {0} verder uit. Volgende week speelt {0} een uitwedstrijd bij {5}."
    )

    found = copies(
        a=form.format("Sluisboys", "Dijkzicht", 3, 1, 12, "Veenland"),
        b=form.format("Groenwit", "Havenstad", 4, 0, 61, "Duinkant"),
    )

    assert found == ()


def test_what_stands_below_a_thousand_articles_is_no_reason_to_compare_any(
    dutch: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[object] = []
    monkeypatch.setattr("kg.resolve.copies.compared", lambda *pair: compared.append(pair))
    texts = [" ".join(f"eigen{n}woord{m}" for m in range(20)) + f". {INVITATION}" for n in range(1000)]

    find_copies(wording_of(plain(Document(f"d{n}", text)), dutch) for n, text in enumerate(texts))

    assert compared == []


def test_copies_do_not_depend_on_the_order_of_the_articles(copies: Found) -> None:
    documents = [Document(id, text) for id, text in (("a", LOCK), ("b", LOCK + BRIDGE), ("c", BRIDGE), ("d", LOCK))]

    assert copies(*documents) == copies(*reversed(documents))


def test_what_articles_are_compared_by_is_the_same_on_every_machine(dutch: Language) -> None:
    wording = wording_of(plain(Document("a", LOCK)), dutch)

    keys = [*sentence_keys([wording]), *band_keys(["a"], [shingles_of(wording)])]

    assert keys[0] == ("sentence", 10584075494734389732, "a")
    assert [key.hash for key in keys if key.tier in ("band 0", "band 41")] == [
        18162895338395855722,
        6983585199261052706,
    ]


# What a copy tells

SENTENCE = (
    "[Airbus|name organisation] schrapt vandaag [13.000 banen|nominal plural lemma=baan] bij bedrijven in Europa."
)
REST = (
    "De vakbonden noemen het besluit onbegrijpelijk en leggen zich daar niet bij neer.",
    "Volgens de directie is het bedrijf door de crisis zijn klanten kwijtgeraakt.",
    "De regering overlegt nog deze week met alle partijen over een noodfonds.",
)


def told(id: str, sentence: str = SENTENCE, verb: str = "schrapt", patient: str = "13.000 banen") -> Extraction:
    """Return an article on a company that scraps jobs, with the day on which it came out."""
    text = acted(article(sentence, *REST, id=id), verb, "schrappen", (Role.AGENT, "Airbus"), (Role.PATIENT, patient))
    return replace(text, document=replace(text.document, published="2020-06-30"))


def places(action: Action) -> list[str]:
    return [mention.document_id for mention in action.mentions]


def test_an_edited_sentence_of_a_copy_tells_of_the_same_action(resolved: Resolved) -> None:
    edited = SENTENCE.replace("vandaag ", "").replace("bedrijven", "vestigingen")

    corpus = resolved(told("a"), told("b", edited))

    assert [places(action) for action in corpus.actions] == [["a", "b"]]


def test_another_form_of_the_verb_in_a_copy_tells_of_the_same_action(resolved: Resolved) -> None:
    corpus = resolved(told("a"), told("b", SENTENCE.replace("schrapt", "schrapte"), "schrapte"))

    assert [places(action) for action in corpus.actions] == [["a", "b"]]


@pytest.mark.parametrize(
    ("edited", "patient"),
    [
        (SENTENCE.replace("13.000", "15.000"), "15.000 banen"),
        (SENTENCE.replace("vandaag", "niet"), "13.000 banen"),
        (SENTENCE.replace("Europa", "Frankrijk"), "13.000 banen"),
    ],
    ids=["number", "negation", "name"],
)
def test_a_copy_that_tells_something_else_keeps_its_own_action(resolved: Resolved, edited: str, patient: str) -> None:
    corpus = resolved(told("a"), told("b", edited, patient=patient))

    assert [places(action) for action in corpus.actions] == [["a"], ["b"]]


def test_a_number_that_a_copy_changed_is_a_difference_of_the_same_happening(resolved: Resolved) -> None:
    corpus = resolved(told("a"), told("b", SENTENCE.replace("13.000", "15.000"), patient="15.000 banen"))

    assert [same.differences for same in corpus.same_happenings] == [("number",)]


def test_an_edit_in_a_list_without_end_is_not_looked_for(resolved: Resolved) -> None:
    endless = SENTENCE.removesuffix(".") + " en bedrijven" * 5000 + "."

    corpus = resolved(told("a", endless), told("b", endless.replace("vandaag ", "")))

    assert [places(action) for action in corpus.actions] == [["a"], ["b"]]


def test_the_same_edit_in_articles_that_are_no_copies_makes_two_actions(resolved: Resolved) -> None:
    first, second = (
        acted(article(sentence, id=id), "schrapt", "schrappen", (Role.AGENT, "Airbus"), (Role.PATIENT, "13.000 banen"))
        for id, sentence in (("a", SENTENCE), ("b", SENTENCE.replace("vandaag", "zoals verwacht")))
    )

    assert [places(action) for action in resolved(first, second).actions] == [["a"], ["b"]]


def test_what_a_copy_tells_otherwise_is_the_same_happening_whenever_it_came_out(resolved: Resolved) -> None:
    original, copy = told("a"), told("b", SENTENCE.replace("13.000", "15.000"), patient="15.000 banen")
    later = replace(copy, document=replace(copy.document, published="2021-03-01"))

    [same] = resolved(original, later).same_happenings

    assert same.reason.endswith("sentence and its copy")
