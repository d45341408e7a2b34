"""German news: each row of README's table of what is extracted, told in German."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from kg.extract.times import extract_times
from kg.lang import Language, load
from kg.model import Certainty, Document, Modality, Polarity, QuoteKind, RelationKind
from tests.extract.acting import roles
from tests.extract.mentioning import nominals, pairs, relations
from tests.extract.telling import action_of, actors, factuality
from tests.extract.trees import extraction_of, tree_of

Parsed = Callable[..., Doc]

PUBLISHED = "2020-09-16"
"""A Wednesday."""


@pytest.fixture(scope="module")
def german() -> Language:
    return load("de")


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        (
            "Der Rat schickte den Plan an den Bürgermeister zurück.",
            "zurückschicken",
            {"agent": "Der Rat", "patient": "den Plan", "recipient": "den Bürgermeister"},
        ),
        (
            "Die Halle wurde von der Polizei geräumt.",
            "räumen",
            {"agent": "der Polizei", "patient": "Die Halle"},
        ),
        (
            "Das Angebot lehnte der Verein ab.",
            "ablehnen",
            {"agent": "der Verein", "patient": "Das Angebot"},
        ),
        ("Er verspricht, damit aufzuhören.", "aufhören", {"agent": "Er"}),
        (
            "Der Richter zwang die Firma, die Strafe zu zahlen.",
            "zahlen",
            {"agent": "die Firma", "patient": "die Strafe"},
        ),
        (
            "Die Partei stimmte gegen den Haushalt.",
            "stimmen",
            {"agent": "Die Partei", "theme": "den Haushalt"},
        ),
        (
            "Sie führte ein Gespräch mit den Bewohnern.",
            "sprechen",
            {"agent": "Sie", "companion": "den Bewohnern"},
        ),
        (
            "Die Schließung des Werks durch Nordstahl verärgerte die Anwohner.",
            "schließen",
            {"agent": "Nordstahl", "patient": "des Werks"},
        ),
        ("Beamte halfen den Bewohnern.", "helfen", {"agent": "Beamte", "recipient": "den Bewohnern"}),
        (
            "Die Verletzten verklagten die Stadt, die schwieg.",
            "schweigen",
            {"agent": "die Stadt"},
        ),
        (
            "Der Plan, den sie ablehnten, scheiterte.",
            "ablehnen",
            {"agent": "sie", "patient": "Der Plan"},
        ),
    ],
)
def test_an_action_has_its_participants_in_their_roles(
    parsed: Parsed, german: Language, sentence: str, predicate: str, expected: dict[str, str]
) -> None:
    assert roles(action_of(parsed(sentence), german, predicate)) == expected


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        (
            "Das Unternehmen will möglicherweise keine Fabrik bauen.",
            "bauen",
            (Polarity.NEGATIVE, Certainty.POSSIBLE, Modality.INTENTION),
        ),
        (
            "Schmidt hat die Bewohner nie getroffen.",
            "treffen",
            (Polarity.NEGATIVE, Certainty.CERTAIN, Modality.ACTUAL),
        ),
        (
            "Die Mine wird im Juli schließen.",
            "schließen",
            (Polarity.POSITIVE, Certainty.CERTAIN, Modality.FUTURE),
        ),
        (
            "Die Straße wird heute gesperrt.",
            "sperren",
            (Polarity.POSITIVE, Certainty.CERTAIN, Modality.ACTUAL),
        ),
        (
            "Wenn der Rat zustimmt, könnte Nordstahl Häuser bauen.",
            "bauen",
            (Polarity.POSITIVE, Certainty.CERTAIN, Modality.CONDITIONAL),
        ),
        (
            "Der Richter zwang die Firma, die Strafe zu zahlen.",
            "zahlen",
            (Polarity.POSITIVE, Certainty.CERTAIN, Modality.OBLIGATION),
        ),
    ],
)
def test_an_action_is_told_as_fact_plan_or_doubt(
    parsed: Parsed,
    german: Language,
    sentence: str,
    predicate: str,
    expected: tuple[Polarity, Certainty, Modality],
) -> None:
    assert factuality(parsed(sentence), german, predicate) == expected


@pytest.mark.parametrize(
    ("sentence", "claimant", "content"),
    [
        ("Laut der Gewerkschaft schloss die Mine.", "der Gewerkschaft", "schloss die Mine"),
        ("Der Polizei zufolge floh der Täter.", "Der Polizei", "floh der Täter"),
        (
            "Der Minister sagte am Montag, die Bank habe Aktien verkauft.",
            "Der Minister",
            "die Bank habe Aktien verkauft",
        ),
    ],
)
def test_a_claim_has_the_one_who_says_so(
    parsed: Parsed, german: Language, sentence: str, claimant: str, content: str
) -> None:
    [claim] = extraction_of(parsed(sentence), german).claims

    assert (claim.claimant.text, claim.content.of(sentence)) == (claimant, content)


def test_a_quote_is_said_by_the_one_behind_it(parsed: Parsed, german: Language) -> None:
    sentence = "„Die Straße ist gesperrt“, sagte Bürgermeisterin Anna Schmidt."

    [claim] = extraction_of(parsed(sentence), german).claims

    said = claim.content.of(sentence)
    assert (claim.claimant.text, said, claim.kind) == ("Anna Schmidt", "Die Straße ist gesperrt", QuoteKind.DIRECT)


def test_what_somebody_denies_is_a_denied_claim_and_no_fact(parsed: Parsed, german: Language) -> None:
    said = extraction_of(parsed("Die Leitung bestreitet, dass Stellen verschwinden."), german)

    [claim] = said.claims
    assert (claim.claimant.text, claim.denied) == ("Die Leitung", True)
    assert not next(action for action in said.actions if action.predicate == "verschwinden").is_fact


def test_who_is_said_to_be_among_a_group_is_a_member(parsed: Parsed, german: Language) -> None:
    doc = parsed("Dutzende Stars, darunter Kim Kardashian, haben mitgemacht.")

    assert pairs(relations(doc, german, RelationKind.MEMBER_OF)) == [("Kim Kardashian", "Dutzende Stars")]


@pytest.mark.parametrize(
    ("sentence", "bearer", "value", "organisation"),
    [
        ("Konzernchef Mark Zuckerberg entschuldigte sich.", "Mark Zuckerberg", "Konzernchef", ""),
        ("Karin Schmidt, Sprecherin von Nordstahl, ist zurückgetreten.", "Karin Schmidt", "Sprecherin", "Nordstahl"),
    ],
)
def test_a_function_is_what_somebody_is_and_where(
    parsed: Parsed, german: Language, sentence: str, bearer: str, value: str, organisation: str
) -> None:
    [function] = relations(parsed(sentence), german, RelationKind.FUNCTION)

    assert (function.value, *pairs([function])) == (value, (bearer, organisation))


@pytest.mark.parametrize(
    ("sentence", "firm", "country"),
    [
        ("Die schweizerische Bank entließ ihren Direktor.", "Die schweizerische Bank", "Schweiz"),
        (
            "Die Bank hat den britischen Rivalen 2007 übernommen.",
            "den britischen Rivalen",
            "Vereinigtes Königreich",
        ),
    ],
)
def test_an_adjective_in_any_form_tells_where_somebody_is_from(
    parsed: Parsed, german: Language, sentence: str, firm: str, country: str
) -> None:
    [relation] = relations(parsed(sentence), german, RelationKind.COUNTRY)

    assert relation.target is not None
    assert (relation.mention.text, relation.target.head_lemma) == (firm, country)


def test_an_adjective_used_as_a_noun_calls_people(parsed: Parsed, german: Language) -> None:
    assert "Die Verletzten" in nominals(parsed("Die Verletzten verklagten die Stadt, die schwieg."), german)


def test_das_unternehmen_is_the_company_named_before(parsed: Parsed, german: Language) -> None:
    doc = parsed("Nordstahl eröffnete ein Werk in Bremen.", "Das Unternehmen stellte dreihundert Arbeiter ein.")

    assert actors(doc, german) == {"eröffnen": "Nordstahl", "einstellen": "Nordstahl"}


def test_sie_is_the_woman_named_before(parsed: Parsed, german: Language) -> None:
    doc = parsed("Anna Schmidt besuchte das Krankenhaus.", "Sie lobte die Ärzte.")

    assert actors(doc, german) == {"besuchen": "Anna Schmidt", "loben": "Anna Schmidt"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16. September 2020", "2020-09-16"),
        ("am 16.09.2020", "2020-09-16"),
        ("Mittwoch, dem 16. September", "2020-09-16"),
        ("Mittwoch", "2020-09-16"),
        ("am vergangenen Mittwoch", "2020-09-09"),
        ("am Dienstagabend", "2020-09-15"),
        ("gestern", "2020-09-15"),
        ("heute Morgen", "2020-09-16"),
        ("letzte Woche", "2020-W37"),
        ("Anfang Juli", "2020-07"),
        ("im Jahr 2007", "2007"),
        ("die neunziger Jahre", "199X"),
        ("die 1980er Jahre", "198X"),
        ("19. Jahrhundert", "18XX"),
        ("drittes Quartal 2019", "2019-35"),
        ("24 Stunden lang", "PT24H"),
        ("1.000 Tage", "P1000D"),
        ("vor drei Jahren", "2017"),
        ("seit 2007", "2007/.."),
        ("von 2003 bis 2007", "2003/2007"),
        ("jede Woche", "R/P1W"),
        ("um 20.30 Uhr", "T20:30"),
        ("Heiligabend", "2020-12-24"),
        ("kürzlich", None),
    ],
)
def test_a_time_has_its_value(german: Language, text: str, value: str | None) -> None:
    doc = spacy.blank("de")(text)

    [time] = extract_times(tree_of(doc), Document("news/1", text, published=PUBLISHED), german)

    assert time.value == value


@pytest.mark.parametrize("text", ["24 Jahre alt", "am Morgen", "32. Juli", "drei Jahre Haft"])
def test_what_only_looks_like_a_time_is_none(german: Language, text: str) -> None:
    doc = spacy.blank("de")(text)

    assert extract_times(tree_of(doc), Document("news/1", text, published=PUBLISHED), german) == ()
