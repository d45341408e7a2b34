from collections.abc import Callable

from kg.model import Action, Extraction, Modality, QuoteKind, Resolution, Role
from tests.resolve.marked import acted, article, claimed, find

Resolved = Callable[..., Resolution]

SENTENCE = "[Airbus|name organisation] schrapt vandaag [13.000 banen|nominal plural] in Europa."


def agency_copy(id: str, sentence: str = SENTENCE) -> Extraction:
    text = article("Kop", sentence, id=id) if id == "b" else article(sentence, id=id)
    return acted(text, "schrapt", "schrappen", (Role.AGENT, "Airbus"), (Role.PATIENT, "13.000 banen"))


def places(action: Action) -> list[str]:
    return [mention.document_id for mention in action.mentions]


def test_the_same_sentence_in_two_articles_tells_of_one_action(resolved: Resolved) -> None:
    corpus = resolved(agency_copy("b"), agency_copy("a"))

    [action] = corpus.actions

    assert places(action) == ["a", "b"]
    assert action.id == "a#action=7,14"


def test_case_and_spaces_make_no_other_sentence(resolved: Resolved) -> None:
    corpus = resolved(agency_copy("a"), agency_copy("b", SENTENCE.replace("vandaag", "VANDAAG ")))

    assert [places(action) for action in corpus.actions] == [["a", "b"]]


def test_another_factuality_makes_another_action(resolved: Resolved) -> None:
    planned = acted(
        article(SENTENCE, id="b"),
        "schrapt",
        "schrappen",
        (Role.AGENT, "Airbus"),
        (Role.PATIENT, "13.000 banen"),
        modality=Modality.FUTURE,
    )

    assert [places(action) for action in resolved(agency_copy("a"), planned).actions] == [["a"], ["b"]]


def test_a_short_sentence_in_two_articles_tells_of_two_actions(resolved: Resolved) -> None:
    first, second = (
        acted(article("[Els Claes|name person] ontkent.", id=id), "ontkent", "ontkennen", (Role.AGENT, "Els Claes"))
        for id in "ab"
    )

    assert [places(action) for action in resolved(first, second).actions] == [["a"], ["b"]]


def test_a_participant_that_is_no_entity_keeps_its_words_alone(resolved: Resolved) -> None:
    agent, patient = resolved(agency_copy("a")).participations

    assert agent.entity_id.startswith("organisation/airbus-")
    assert (patient.mention.text, patient.entity_id) == ("13.000 banen", "")


def test_who_claims_it_is_the_entity_of_the_claimant(resolved: Resolved) -> None:
    text = article("[Claes|name person] zegt dat de trein rijdt.", "[Els Claes|name person] reist mee.")
    text = claimed(text, "Claes", "de trein rijdt", QuoteKind.INDIRECT)

    [action] = resolved(acted(text, "rijdt", "rijden", claim=text.claims[0])).actions

    assert action.claimant_id.startswith("person/els-claes-")


def test_a_group_acts_as_the_group_that_it_is(resolved: Resolved) -> None:
    text = article(
        "[Els Claes|name person subject] en [Jan Maes|name person subject] komen.",
        "[Ze|pronoun personal plural subject] lachen.",
    )

    [participation] = resolved(acted(text, "lachen", "lachen", (Role.AGENT, "Ze"))).participations

    assert participation.entity_id == "a#group=0,21"
    assert participation.mention == find(text, "Ze")


def test_two_actions_of_one_word_have_two_ids(resolved: Resolved) -> None:
    text = article("[Els Claes|name person] komt.")
    text = acted(acted(text, "komt", "komen"), "komt", "aankomen")

    assert [action.id for action in resolved(text).actions] == ["a#action=10,14", "a#action=10,14,2"]
