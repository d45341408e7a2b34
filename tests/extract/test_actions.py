"""What counts as an action, and the infinitive that names it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.lang import Language
from tests.extract.acting import actions_of, predicates, roles, trigger

Parsed = Callable[..., Doc]


def test_a_verb_is_an_action(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("De gemeente koopt een oud schip."), dutch)

    assert action.predicate == "kopen"
    assert roles(action) == {"agent": "De gemeente", "patient": "een oud schip"}


def test_a_copula_is_no_action(parsed: Parsed, dutch: Language) -> None:
    assert actions_of(parsed("De molenaar is voorzitter van de club."), dutch) == ()


def test_a_state_that_is_denied_is_one(parsed: Parsed, dutch: Language) -> None:
    denial, state = actions_of(parsed("De schipper ontkent dat hij in de haven was."), dutch)

    assert (denial.predicate, state.predicate) == ("ontkennen", "zijn")
    assert roles(state) == {"agent": "hij", "place": "de haven"}


def test_a_denied_state_is_named_by_its_word(parsed: Parsed, dutch: Language) -> None:
    assert predicates(actions_of(parsed("De schipper ontkent dat hij ziek is."), dutch)) == ["ontkennen", "ziek zijn"]


def test_a_state_that_is_only_told_is_none(parsed: Parsed, dutch: Language) -> None:
    assert predicates(actions_of(parsed("De schipper zegt dat hij ziek was."), dutch)) == ["zeggen"]


def test_eigen_zeggen_is_no_action(parsed: Parsed, dutch: Language) -> None:
    actions = actions_of(parsed("De molenaar verloor naar eigen zeggen zijn fortuin."), dutch)

    assert predicates(actions) == ["verliezen"]


def test_a_participle_for_people_is_no_action(parsed: Parsed, dutch: Language) -> None:
    actions = actions_of(parsed("Verontruste gedupeerden kregen hulp van de buren."), dutch)

    assert "duperen" not in predicates(actions)
    assert "krijgen" in predicates(actions)


@pytest.mark.parametrize("label", ["cop", "aux:pass"])
def test_a_present_participle_after_a_copula_is_no_action(label: str, parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De voorzitter is terughoudend.")
    doc[2].dep_ = label
    doc[3].pos_, doc[3].lemma_ = "VERB", "terughouden"
    doc[3].set_morph("VerbForm=Part")  # type: ignore[attr-defined]  # missing in the stubs of spaCy 3.8

    assert actions_of(doc, dutch) == ()


def test_a_verb_that_modifies_an_infinitive_is_no_action(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("De molenaar wil zijn molen verkopen."), dutch)

    assert action.predicate == "verkopen"
    assert roles(action) == {"agent": "De molenaar", "patient": "zijn molen"}


def test_a_particle_belongs_to_the_infinitive(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De politie hield een man aan.")

    [action] = actions_of(doc, dutch)

    assert action.predicate == "aanhouden"
    assert trigger(action, doc) == ["hield", "aan"]


def test_a_particle_that_the_lemma_lacks_is_added(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De reddingsploeg trok zich terug uit het dal.")
    doc[2].lemma_ = "trekken"

    [action] = actions_of(doc, dutch)

    assert action.predicate == "terugtrekken"


def test_a_particle_that_the_lemma_has_wrong_gives_way(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De reddingsploeg trok zich terug uit het dal.")
    doc[2].lemma_ = "intrekken"

    [action] = actions_of(doc, dutch)

    assert action.predicate == "terugtrekken"


def test_a_lemma_with_a_word_of_a_fixed_phrase_loses_it(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De dokter stelde de patiënt in staat te lopen.")
    doc[2].lemma_ = "instellen"

    enabling, _ = actions_of(doc, dutch)

    assert enabling.predicate == "in staat stellen"


def test_wanting_without_an_object_is_no_action(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De molenaar wil zijn molen verkopen.")
    doc[5].pos_, doc[5].dep_ = "NOUN", "obl"

    assert predicates(actions_of(doc, dutch)) == []


def test_a_fixed_phrase_and_its_verb_are_one_predicate(parsed: Parsed, dutch: Language) -> None:
    enabling, walking = actions_of(parsed("De dokter stelde de patiënt in staat te lopen."), dutch)

    assert enabling.predicate == "in staat stellen"
    assert roles(walking) == {"agent": "de patiënt"}


def test_laten_zien_is_one_predicate(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("De voorzitter liet zien hoe het moest."), dutch)

    assert action.predicate == "laten zien"


def test_a_light_verb_is_named_by_its_noun(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De burgemeester had een ontmoeting met de vissers.")

    [action] = actions_of(doc, dutch)

    assert action.predicate == "ontmoeten"
    assert trigger(action, doc) == ["ontmoeting", "had"]
    assert roles(action) == {"agent": "De burgemeester", "companion": "de vissers"}


def test_the_complement_of_a_light_verb_is_its_patient(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("De fietsers maken gebruik van de nieuwe brug."), dutch)

    assert action.predicate == "gebruiken"
    assert roles(action) == {"agent": "De fietsers", "patient": "de nieuwe brug"}


def test_an_action_noun_with_a_participant_is_an_action(parsed: Parsed, dutch: Language) -> None:
    appointing, surprising = actions_of(parsed("De aanstelling van een gids door de raad verraste de vissers."), dutch)

    assert appointing.predicate == "aanstellen"
    assert roles(appointing) == {"agent": "de raad", "patient": "een gids"}
    assert roles(surprising)["agent"] == "De aanstelling van een gids door de raad"


def test_an_action_noun_alone_is_none(parsed: Parsed, dutch: Language) -> None:
    assert predicates(actions_of(parsed("De verkoop valt tegen."), dutch)) == ["tegenvallen"]


@pytest.mark.parametrize(
    ("sentence", "predicate", "agent"),
    [
        ("Haar komst werd uitgesteld.", "komen", "Haar"),
        ("De instorting van de brug kostte veel geld.", "instorten", "de brug"),
        ("Het instorten van de brug kostte veel geld.", "instorten", "de brug"),
        ("De krant betreurt de prijsstijging van brandstof.", "stijgen", "brandstof"),
    ],
)
def test_a_noun_of_a_verb_without_object_has_its_possessor_as_agent(
    sentence: str, predicate: str, agent: str, parsed: Parsed, dutch: Language
) -> None:
    action = next(one for one in actions_of(parsed(sentence), dutch) if one.predicate == predicate)

    assert roles(action) == {"agent": agent}


def test_the_subject_of_a_verb_that_supports_an_action_noun_acts_in_both(parsed: Parsed, dutch: Language) -> None:
    _, research = actions_of(parsed("De vissers begonnen een onderzoek naar de schade."), dutch)

    assert research.predicate == "onderzoeken"
    assert roles(research) == {"agent": "De vissers", "patient": "de schade"}


def test_an_attributive_participle_with_a_participant_is_an_action(parsed: Parsed, dutch: Language) -> None:
    buying, _ = actions_of(parsed("De door de gemeente gekochte grond ligt aan zee."), dutch)

    assert buying.predicate == "kopen"
    assert roles(buying)["agent"] == "de gemeente"
    assert "grond" in roles(buying)["patient"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De stijgende prijzen verontrusten de vissers.", ["verontrusten"]),
        ("De gevallen minister keerde terug.", ["terugkeren"]),
    ],
)
def test_an_attributive_participle_alone_is_none(
    sentence: str, expected: list[str], parsed: Parsed, dutch: Language
) -> None:
    assert predicates(actions_of(parsed(sentence), dutch)) == expected


def test_the_words_of_a_time_are_no_action(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("De raad nam gisteren een besluit."), dutch, published="2021-05-04")

    assert [time.value for time in action.times] == ["2021-05-03"]


def test_a_conjunct_shares_the_time_before_the_first(parsed: Parsed, dutch: Language) -> None:
    won, lost = actions_of(parsed("Dinsdag won de club en verloor de trainer."), dutch, published="2021-05-06")

    assert won.times == lost.times
    assert [time.value for time in won.times] == ["2021-05-04"]


def test_a_sentence_that_repeats_another_gives_no_actions(parsed: Parsed, dutch: Language) -> None:
    sentence = "De fietsers maken gebruik van de nieuwe brug."

    assert predicates(actions_of(parsed(sentence, sentence), dutch)) == ["gebruiken"]
