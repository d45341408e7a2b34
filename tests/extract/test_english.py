"""English news: each row of README's table of what is extracted, told in English."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from kg.extract.times import extract_times
from kg.lang import Language, load
from kg.model import Certainty, Document, Modality, Polarity, QuoteKind, RelationKind
from tests.extract.acting import actions_of, predicates, roles
from tests.extract.mentioning import pairs, relations
from tests.extract.telling import action_of, actors, factuality
from tests.extract.trees import extraction_of, tree_of

Parsed = Callable[..., Doc]

PUBLISHED = "2020-09-16"
"""A Wednesday."""


@pytest.fixture(scope="module")
def english() -> Language:
    return load("en")


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        (
            "The council sent the plan back to the alderman.",
            "send back",
            {"agent": "The council", "patient": "the plan", "recipient": "the alderman"},
        ),
        (
            "The warehouse was cleared by the police.",
            "clear",
            {"agent": "the police", "patient": "The warehouse"},
        ),
        ("The bid that the club rejected came from Lyon.", "reject", {"agent": "the club", "patient": "The bid"}),
        ("The bid that the club rejected came from Lyon.", "come", {"agent": "The bid", "origin": "Lyon"}),
        ("He promises to stop.", "stop", {"agent": "He"}),
        (
            "The judge ordered the company to pay the fine.",
            "pay",
            {"agent": "the company", "patient": "the fine"},
        ),
        ("The party voted against the budget.", "vote", {"agent": "The party", "theme": "the budget"}),
        ("She had a meeting with the residents.", "meet", {"agent": "She", "companion": "the residents"}),
        (
            "The closure of the plant by Fordham angered residents.",
            "close",
            {"agent": "Fordham", "patient": "the plant"},
        ),
        ("The bank took over its rival in 2007.", "take over", {"agent": "The bank", "patient": "its rival"}),
        (
            "Fordham opened a factory in Leeds.",
            "open",
            {"agent": "Fordham", "patient": "a factory", "place": "Leeds"},
        ),
        ("It paid them badly.", "pay", {"agent": "It", "recipient": "them"}),
    ],
)
def test_an_action_has_its_participants_in_their_roles(
    parsed: Parsed, english: Language, sentence: str, predicate: str, expected: dict[str, str]
) -> None:
    assert roles(action_of(parsed(sentence), english, predicate)) == expected


def test_a_light_verb_is_no_action_beside_its_noun(parsed: Parsed, english: Language) -> None:
    assert predicates(actions_of(parsed("She had a meeting with the residents."), english)) == ["meet"]


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        (
            "The company may not want to build a factory.",
            "build",
            (Polarity.NEGATIVE, Certainty.POSSIBLE, Modality.INTENTION),
        ),
        (
            "The company has to repay the money.",
            "repay",
            (Polarity.POSITIVE, Certainty.CERTAIN, Modality.OBLIGATION),
        ),
        (
            "Smit has never met the residents.",
            "meet",
            (Polarity.NEGATIVE, Certainty.CERTAIN, Modality.ACTUAL),
        ),
        ("The mine will close in July.", "close", (Polarity.POSITIVE, Certainty.CERTAIN, Modality.FUTURE)),
        (
            "The factory would reportedly close.",
            "close",
            (Polarity.POSITIVE, Certainty.POSSIBLE, Modality.CONDITIONAL),
        ),
        (
            "If the council agrees, Fordham may soon build a harbour.",
            "build",
            (Polarity.POSITIVE, Certainty.POSSIBLE, Modality.CONDITIONAL),
        ),
        (
            "The warehouse was cleared by the police.",
            "clear",
            (Polarity.POSITIVE, Certainty.CERTAIN, Modality.ACTUAL),
        ),
    ],
)
def test_an_action_is_told_as_fact_plan_or_doubt(
    parsed: Parsed,
    english: Language,
    sentence: str,
    predicate: str,
    expected: tuple[Polarity, Certainty, Modality],
) -> None:
    assert factuality(parsed(sentence), english, predicate) == expected


def test_a_modal_verb_is_no_action(parsed: Parsed, english: Language) -> None:
    assert predicates(actions_of(parsed("The company may not want to build a factory."), english)) == ["build"]


@pytest.mark.parametrize(
    ("sentence", "claimant", "content"),
    [
        ("According to the union, the mine closed.", "the union", "the mine closed"),
        (
            "The minister said on Monday that the bank sold its shares.",
            "The minister",
            "that the bank sold its shares",
        ),
    ],
)
def test_a_claim_has_the_one_who_says_so(
    parsed: Parsed, english: Language, sentence: str, claimant: str, content: str
) -> None:
    [claim] = extraction_of(parsed(sentence), english).claims

    assert (claim.claimant.text, claim.content.of(sentence)) == (claimant, content)


def test_a_quote_is_said_by_the_one_behind_it(parsed: Parsed, english: Language) -> None:
    [claim] = extraction_of(parsed('"The road is closed," said mayor Anna Smit.'), english).claims

    assert (claim.claimant.text, claim.kind) == ("Anna Smit", QuoteKind.DIRECT)


def test_what_somebody_denies_is_a_denied_claim_and_no_fact(parsed: Parsed, english: Language) -> None:
    said = extraction_of(parsed("The management denies that jobs will disappear."), english)

    [claim] = said.claims
    assert (claim.claimant.text, claim.denied) == ("The management", True)
    assert not next(action for action in said.actions if action.predicate == "disappear").is_fact


def test_what_somebody_has_not_said_is_no_claim(parsed: Parsed, english: Language) -> None:
    assert extraction_of(parsed("Jansen has not said whether he will resign."), english).claims == ()


def test_a_relative_pronoun_points_at_its_noun_and_at_no_sentence_before(parsed: Parsed, english: Language) -> None:
    doc = parsed("The warehouse was cleared by the police.", "The bid that the club rejected came from Lyon.")

    assert extraction_of(doc, english).claims == ()


def test_who_is_said_to_be_included_is_a_member(parsed: Parsed, english: Language) -> None:
    doc = parsed("Dozens of stars, including Kim Kardashian, joined the boycott.")

    assert pairs(relations(doc, english, RelationKind.MEMBER_OF)) == [("Kim Kardashian", "Dozens of stars")]


@pytest.mark.parametrize(
    ("sentence", "bearer", "value", "organisation"),
    [
        ("Facebook chief executive Mark Zuckerberg apologised.", "Mark Zuckerberg", "chief executive", "Facebook"),
        ("Karin Smit, chairman of Fordham, resigned.", "Karin Smit", "chairman", "Fordham"),
        ("Nadia Amrani became minister of Energy.", "Nadia Amrani", "minister", "Energy"),
    ],
)
def test_a_function_is_what_somebody_is_and_where(
    parsed: Parsed, english: Language, sentence: str, bearer: str, value: str, organisation: str
) -> None:
    [function] = relations(parsed(sentence), english, RelationKind.FUNCTION)

    assert (function.value, *pairs([function])) == (value, (bearer, organisation))


def test_an_adjective_of_a_country_tells_where_a_firm_is_from(parsed: Parsed, english: Language) -> None:
    [country] = relations(parsed("The Swiss bank fired its director."), english, RelationKind.COUNTRY)

    assert country.target is not None
    assert (country.mention.text, country.target.head_lemma) == ("The Swiss bank", "Switzerland")


def test_the_company_and_it_are_the_company_named_before(parsed: Parsed, english: Language) -> None:
    doc = parsed(
        "Fordham opened a factory in Leeds.", "The company hired three hundred workers.", "It paid them badly."
    )

    assert actors(doc, english) == {"open": "Fordham", "hire": "Fordham", "pay": "Fordham"}


def test_she_is_the_woman_named_before(parsed: Parsed, english: Language) -> None:
    doc = parsed("Anna Smit visited the hospital.", "She praised the nurses.")

    assert actors(doc, english) == {"visit": "Anna Smit", "praise": "Anna Smit"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16 September 2020", "2020-09-16"),
        ("September 16, 2020", "2020-09-16"),
        ("the 16th of September", "2020-09-16"),
        ("Sept. 16", "2020-09-16"),
        ("Wednesday", "2020-09-16"),
        ("last Wednesday", "2020-09-09"),
        ("yesterday", "2020-09-15"),
        ("last week", "2020-W37"),
        ("early July", "2020-07"),
        ("in 2007", "2007"),
        ("the nineties", "199X"),
        ("the 1980s", "198X"),
        ("the 19th century", "18XX"),
        ("the third quarter of 2019", "2019-35"),
        ("for 24 hours", "PT24H"),
        ("1,000 days", "P1000D"),
        ("three years ago", "2017"),
        ("since 2007", "2007/.."),
        ("from 2003 to 2007", "2003/2007"),
        ("every week", "R/P1W"),
        ("8:30 pm", "T20:30"),
        ("Christmas Eve", "2020-12-24"),
        ("recently", None),
    ],
)
def test_a_time_has_its_value(english: Language, text: str, value: str | None) -> None:
    doc = spacy.blank("en")(text)

    [time] = extract_times(tree_of(doc), Document("news/1", text, published=PUBLISHED), english)

    assert time.value == value


def test_the_edge_of_a_month_has_its_days(english: Language) -> None:
    doc = spacy.blank("en")("in early July 2020")

    [time] = extract_times(tree_of(doc), Document("news/1", doc.text, published=PUBLISHED), english)

    assert (time.text, time.start, time.end) == ("early July 2020", "2020-07-01", "2020-07-10")


@pytest.mark.parametrize("text", ["a 24-year-old man", "the protest march", "32 July", "three years in prison"])
def test_what_only_looks_like_a_time_is_none(english: Language, text: str) -> None:
    doc = spacy.blank("en")(text)

    assert extract_times(tree_of(doc), Document("news/1", text, published=PUBLISHED), english) == ()


def test_the_verb_may_is_no_month(parsed: Parsed, english: Language) -> None:
    assert extraction_of(parsed("The company may not want to build a factory."), english).times == ()
