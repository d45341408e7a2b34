"""What the Dutch pipeline must get right on sentences of our own; MODEL_CARD.md has the scores on the treebank."""

from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg.lang

pytestmark = pytest.mark.quality

SENTENCES: tuple[tuple[str, list[tuple[str, str, str]], list[str]], ...] = (
    # sentence, (dependent, relation, head) that must be found, names that must be found
    ("De Tweede Kamer nam de wet gisteren aan.", [("Kamer", "nsubj", "nam"), ("wet", "obj", "nam")], []),
    (
        "De wet werd door de senaat aangenomen.",
        [("wet", "nsubj:pass", "aangenomen"), ("senaat", "obl:agent", "aangenomen")],
        [],
    ),
    ("Marieke Jansen werkt bij Philips in Eindhoven.", [("Philips", "obl", "werkt")], ["Marieke Jansen", "Eindhoven"]),
    (
        "De burgemeester van Gent opende de brug.",
        [("burgemeester", "nsubj", "opende"), ("brug", "obj", "opende")],
        ["Gent"],
    ),
    ("Volgens de politie zijn er drie mensen gewond.", [("mensen", "nsubj", "gewond")], []),
    ("Hij zei dat het kabinet moest aftreden.", [("kabinet", "nsubj", "aftreden"), ("aftreden", "ccomp", "zei")], []),
    ("Karel Peeters kocht het huis van zijn broer.", [("huis", "obj", "kocht")], ["Karel Peeters"]),
    ("De premier bracht een bezoek aan Brussel.", [("bezoek", "obj", "bracht")], ["Brussel"]),
    ("Het bedrijf stelt duizend mensen aan het werk.", [("bedrijf", "nsubj", "stelt")], []),
    (
        "Amsterdam en Rotterdam willen meer woningen bouwen.",
        [("Rotterdam", "conj", "Amsterdam")],
        ["Amsterdam", "Rotterdam"],
    ),
    (
        "De rechter veroordeelde de man tot vier jaar cel.",
        [("rechter", "nsubj", "veroordeelde"), ("man", "obj", "veroordeelde")],
        [],
    ),
    (
        "De trein die uit Parijs kwam, had vertraging.",
        [("trein", "nsubj", "had"), ("kwam", "acl:relcl", "trein")],
        ["Parijs"],
    ),
    (
        "De vakbond roept de leden op om te staken.",
        [("op", "compound:prt", "roept"), ("vakbond", "nsubj", "roept")],
        [],
    ),
    ("Duitsland won met 3-1 van Frankrijk.", [("Duitsland", "nsubj", "won")], ["Duitsland", "Frankrijk"]),
    ("Ze gaf de journalist geen antwoord.", [("Ze", "nsubj", "gaf"), ("antwoord", "obj", "gaf")], []),
    ("De brand in Antwerpen is onder controle.", [("brand", "nsubj", "controle")], ["Antwerpen"]),
    ("Minister De Vries noemde het plan onzin.", [("plan", "obj", "noemde")], ["De Vries"]),
    ("Vorig jaar verkocht Ahold zijn winkels in Polen.", [("winkels", "obj", "verkocht")], ["Ahold", "Polen"]),
    ("De actrice riep haar volgers op Instagram op tot een boycot.", [("actrice", "nsubj", "riep")], ["Instagram"]),
    ("Er vielen geen doden bij de aanslag in Bagdad.", [("doden", "nsubj", "vielen")], ["Bagdad"]),
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Return the committed pipeline."""
    return spacy.load(Path(kg.lang.__file__).parent / "nl" / "pipeline")


@pytest.fixture(scope="module")
def docs(nlp: Language) -> list[Doc]:
    """Return the sentences as read."""
    return list(nlp.pipe(sentence for sentence, _, _ in SENTENCES))


def share(right: Iterable[bool]) -> float:
    """Return the share of true values."""
    answers = list(right)
    return sum(answers) / len(answers)


def test_most_relations_of_plain_news_sentences_are_found(docs: list[Doc]) -> None:
    found = [{(t.text, t.dep_, t.head.text) for t in doc} for doc in docs]

    assert share(r in said for said, (_, wanted, _) in zip(found, SENTENCES, strict=True) for r in wanted) >= 0.85


def test_most_names_of_plain_news_sentences_are_found(docs: list[Doc]) -> None:
    found = [{name.text for name in doc.ents} for doc in docs]

    assert share(n in said for said, (_, _, wanted) in zip(found, SENTENCES, strict=True) for n in wanted) >= 0.85


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("De kinderen liepen naar huis.", "liepen", "lopen"),
        ("De kinderen liepen naar huis.", "kinderen", "kind"),
        ("Het plan is goedgekeurd.", "goedgekeurd", "goedkeuren"),
        ("De ministers zwegen.", "ministers", "minister"),
        ("Zij werden gearresteerd.", "gearresteerd", "arresteren"),
        ("De grootste partij verloor.", "verloor", "verliezen"),
    ],
)
def test_lemmas_are_those_of_a_dictionary(nlp: Language, text: str, form: str, lemma: str) -> None:
    assert {token.text: token.lemma_ for token in nlp(text)}[form] == lemma


def test_sentences_end_where_a_reader_ends_them(nlp: Language) -> None:
    doc = nlp(
        "Drs. J. van Dam vertrok om 10.30 uur uit St. Anthonis. „Ik ga naar huis”, zei hij. Wat nu?\n\n"
        "Kabinet valt\n\nEinde."
    )

    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Drs. J. van Dam vertrok om 10.30 uur uit St. Anthonis.",
        "„Ik ga naar huis”, zei hij.",
        "Wat nu?",
        "Kabinet valt",
        "Einde.",
    ]


def test_a_text_is_read_the_same_in_any_batch(nlp: Language) -> None:
    texts = [sentence for sentence, _, _ in SENTENCES]

    def reading(size: int) -> list[list[tuple[str, int, str]]]:
        return [[(t.tag_, t.head.i, t.ent_type_) for t in doc] for doc in nlp.pipe(texts, batch_size=size)]

    assert reading(1) == reading(16)


def test_white_space_and_nothing_are_read(nlp: Language) -> None:
    assert [len(doc) for doc in nlp.pipe(["", "\n"])] == [0, 1]


def test_the_pipeline_is_small() -> None:
    folder = Path(kg.lang.__file__).parent / "nl" / "pipeline"

    assert sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) < 50e6
