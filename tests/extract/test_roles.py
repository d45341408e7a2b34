"""Who takes part in an action, and as what."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.lang import Language
from kg.model import ActionMention, Role
from tests.extract.acting import actions_of, roles

Parsed = Callable[..., Doc]


def _action(sentence: str, predicate: str, parsed: Parsed, dutch: Language) -> ActionMention:
    return next(action for action in actions_of(parsed(sentence), dutch) if action.predicate == predicate)


def test_door_names_the_agent_of_a_passive(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("Het oude schip werd door de gemeente gekocht."), dutch)

    assert roles(action) == {"agent": "de gemeente", "patient": "Het oude schip"}


def test_a_passive_without_door_has_no_agent(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("Het oude schip werd gekocht."), dutch)

    assert roles(action) == {"patient": "Het oude schip"}


def test_nobody_of_the_main_clause_takes_part_in_a_passive_with_a_finite_auxiliary(
    parsed: Parsed, dutch: Language
) -> None:
    doc = parsed("De rederij sluit niet uit dat stuurman Teun Pol wordt ontslagen.")
    doc[6].dep_ = "advmod"

    assert "De rederij" not in roles(actions_of(doc, dutch)[-1]).values()


@pytest.mark.parametrize(
    ("sentence", "role", "filler"),
    [
        ("De fabriek verkocht de schepen aan een rederij.", "recipient", "een rederij"),
        ("De rederij gaf de kapitein een horloge.", "recipient", "de kapitein"),
        ("De kapitein overlegde met de loods over de route.", "companion", "de loods"),
        ("De kapitein overlegde met de loods over de route.", "topic", "de route"),
        ("De kapitein opende de kist met een mes.", "instrument", "een mes"),
        ("De trein reed van Gent naar Brugge.", "destination", "Brugge"),
        ("De reddingsploeg trok zich terug uit het dal.", "origin", "het dal"),
        ("Ford, Opel en Fiat bouwen een fabriek in Gent.", "place", "Gent"),
        ("De molenaar verkocht zijn schip aan Gent.", "recipient", "Gent"),
        ("De raad kreeg de brief van de schipper.", "origin", "de schipper"),
        ("De kapitein sprak met hem over de route.", "companion", "hem"),
        ("De wethouder, niet de burgemeester, opende de brug.", "agent", "De wethouder"),
        ("Niet de molenaar maar de bakker betaalde de rekening.", "agent", "de bakker"),
        ("Noch de molenaar noch de bakker betaalde.", "agent", "de molenaar + de bakker"),
    ],
)
def test_a_preposition_tells_the_role(sentence: str, role: str, filler: str, parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed(sentence), dutch)

    assert roles(action)[role] == filler


def test_each_member_of_a_coordination_takes_part(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("Ford, Opel en Fiat bouwen een fabriek in Gent."), dutch)

    assert roles(action)["agent"] == "Ford + Opel + Fiat"


def test_a_reflexive_is_no_participant(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("Hij wast zich elke ochtend."), dutch)

    assert roles(action) == {"agent": "Hij"}


@pytest.mark.parametrize(
    ("sentence", "predicate", "agent"),
    [
        ("De molenaar belooft het dak te herstellen.", "herstellen", "De molenaar"),
        ("De rechter dwong de schipper te betalen.", "betalen", "de schipper"),
        ("De leraar vroeg de leerlingen om stil te zijn en te luisteren.", "luisteren", "de leerlingen"),
        ("De bakker kwam binnen en sloot de deur.", "sluiten", "De bakker"),
        ("De club besloot het stadion te slopen en woningen te bouwen.", "bouwen", "De club"),
        ("De bewoners zagen het water stijgen.", "stijgen", "het water"),
        ("De koning liet de gevangenen vertrekken.", "vertrekken", "de gevangenen"),
        ("De directeur laat de machine repareren.", "repareren", "De directeur"),
        ("Het besluit van de raad om de haven te sluiten verraste de vissers.", "sluiten", "de raad"),
        ("Het bedrijf is van plan de haven te kopen.", "kopen", "Het bedrijf"),
    ],
)
def test_the_understood_subject_is_filled_in(
    sentence: str, predicate: str, agent: str, parsed: Parsed, dutch: Language
) -> None:
    assert roles(_action(sentence, predicate, parsed, dutch))["agent"] == agent


def test_an_understood_participant_is_marked(parsed: Parsed, dutch: Language) -> None:
    action = _action("De rechter dwong de schipper te betalen.", "betalen", parsed, dutch)

    assert [argument.understood for argument in action.arguments] == [True]


def test_a_conjunct_of_a_passive_shares_the_patient(parsed: Parsed, dutch: Language) -> None:
    action = _action("De stakers werden opgepakt en verhoord.", "verhoren", parsed, dutch)

    assert roles(action) == {"patient": "De stakers"}


def test_an_object_before_two_verbs_belongs_to_both(parsed: Parsed, dutch: Language) -> None:
    action = _action("De ploeg kon de doelen halen of overschrijden.", "overschrijden", parsed, dutch)

    assert roles(action) == {"agent": "De ploeg", "patient": "de doelen"}


def test_a_relative_pronoun_stands_for_its_noun_as_subject(parsed: Parsed, dutch: Language) -> None:
    action = _action("De bakker die de winkel opende, bakt elke nacht.", "openen", parsed, dutch)

    assert roles(action) == {"agent": "De bakker", "patient": "de winkel"}


def test_a_relative_pronoun_stands_for_its_noun_as_object(parsed: Parsed, dutch: Language) -> None:
    action = _action("De winkel die de bakker opende, bakt elke nacht.", "openen", parsed, dutch)

    assert roles(action) == {"agent": "de bakker", "patient": "De winkel"}


@pytest.mark.parametrize(
    ("sentence", "predicate", "role", "filler"),
    [
        ("De haven waar de schepen lagen, werd gesloten.", "liggen", "place", "De haven"),
        ("De sleutel waarmee hij de kist opende, is zoek.", "openen", "instrument", "De sleutel"),
    ],
)
def test_a_relative_adverb_stands_for_its_noun(
    sentence: str, predicate: str, role: str, filler: str, parsed: Parsed, dutch: Language
) -> None:
    assert roles(_action(sentence, predicate, parsed, dutch))[role] == filler


def test_a_participle_before_the_clause_has_the_subject_as_patient(parsed: Parsed, dutch: Language) -> None:
    action = _action("Gelanceerd door een ploegmaat won de renner de koers.", "lanceren", parsed, dutch)

    assert roles(action) == {"agent": "een ploegmaat", "patient": "de renner"}


def test_what_is_announced_is_not_done_by_the_one_who_announces(parsed: Parsed, dutch: Language) -> None:
    action = _action("De club kondigde het vertrek van de trainer aan.", "vertrekken", parsed, dutch)

    assert roles(action) == {"agent": "de trainer"}


def test_what_one_is_for_or_against_is_a_theme_with_its_preposition(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("De fractie stemde tegen het plan."), dutch)

    assert roles(action) == {"agent": "De fractie", "theme": "het plan"}
    assert [argument.preposition for argument in action.arguments] == ["", "tegen"]


def test_beside_an_object_a_prepositional_one_is_a_theme(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("De rechter veroordeelde de schipper tot een boete."), dutch)

    assert roles(action) == {"agent": "De rechter", "patient": "de schipper", "theme": "een boete"}


def test_who_stands_after_door_does_what_another_has_done(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("De directeur laat de machine repareren door een monteur."), dutch)

    assert roles(action) == {"agent": "een monteur", "patient": "de machine", "cause": "De directeur"}


def test_what_is_said_of_a_predicate_noun_is_said_of_its_subject(parsed: Parsed, dutch: Language) -> None:
    action = _action("De sloep is een boot waarmee de vissers varen.", "varen", parsed, dutch)

    assert roles(action) == {"agent": "de vissers", "instrument": "De sloep"}


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("De club won met 3-2.", "winnen", {"agent": "De club"}),
        ("De burgemeester bedankte de vissers voor hun hulp.", "helpen", {"agent": "hun"}),
        (
            "De regering gaf de jagers toestemming om herten te schieten.",
            "schieten",
            {"agent": "de jagers", "patient": "herten"},
        ),
        ("Het leger hielp zandzakken te vullen.", "vullen", {"agent": "Het leger", "patient": "zandzakken"}),
        ("De rederij had een bod gedaan, maar werd verslagen.", "verslaan", {"patient": "De rederij"}),
        ("Het verlies van banen groeit.", "verliezen", {"patient": "banen"}),
        ("De raad stemt in met de bouw van een molen.", "bouwen", {"patient": "een molen"}),
        (
            "De visser zei niets tegen de krant.",
            "zeggen",
            {"agent": "De visser", "patient": "niets", "recipient": "de krant"},
        ),
        ("De kaarten zijn te krijgen.", "krijgen", {"patient": "De kaarten"}),
        ("Een visser raakte gewond aan zijn hand.", "gewond raken", {"agent": "Een visser"}),
        ("De club tekende protest aan, waardoor de wedstrijd vervalt.", "vervallen", {"agent": "de wedstrijd"}),
    ],
)
def test_nobody_else_takes_part(
    sentence: str, predicate: str, expected: dict[str, str], parsed: Parsed, dutch: Language
) -> None:
    assert roles(_action(sentence, predicate, parsed, dutch)) == expected


def test_a_pronoun_for_the_subject_is_no_second_participant(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Wij verheugen ons op de feesten.")
    doc[2].dep_ = "obj"

    [action] = actions_of(doc, dutch)

    assert roles(action) == {"agent": "Wij", "patient": "de feesten"}


def test_a_relative_pronoun_without_its_clause_stands_for_the_noun_before_the_comma(
    parsed: Parsed, dutch: Language
) -> None:
    doc = parsed("De brug, die de wethouder opende, is lang.")
    doc[6].dep_ = "parataxis"

    action = next(action for action in actions_of(doc, dutch) if action.predicate == "openen")

    assert roles(action) == {"agent": "de wethouder", "patient": "De brug"}


def test_a_name_that_opens_a_clause_without_its_verb_takes_no_part(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("Marken won van Volendam en Urk van Edam.")
    doc[5].head, doc[5].dep_ = doc[3], "conj"

    [action] = actions_of(doc, dutch)

    assert roles(action) == {"agent": "Marken", "patient": "Volendam"}


def test_naar_eigen_zeggen_brings_in_nobody(parsed: Parsed, dutch: Language) -> None:
    [action] = actions_of(parsed("De visser zag naar eigen zeggen een walvis."), dutch)

    assert roles(action) == {"agent": "De visser", "patient": "een walvis"}


def test_who_dies_at_a_collision_did_not_do_it(parsed: Parsed, dutch: Language) -> None:
    told = actions_of(parsed("De wethouder stierf bij een botsing met een fietser."), dutch)

    assert "De wethouder" not in roles(told[-1]).values()


@pytest.mark.parametrize(
    "sentence",
    [
        "Het hof veroordeelde Vermeer voor de moord op Fransen.",
        "De politie arresteerde Jansen na de moord op Pieters.",
        "De EU beboette Shell voor de overname van Fitbit.",
    ],
)
def test_who_judges_an_action_or_acts_after_it_did_not_do_it(sentence: str, parsed: Parsed, dutch: Language) -> None:
    told = actions_of(parsed(sentence), dutch)[-1]

    assert "agent" not in roles(told)


def test_who_promises_something_at_an_action_does_it(parsed: Parsed, dutch: Language) -> None:
    told = _action("Shell beloofde bij de overname van Fitbit nieuwe banen.", "overnemen", parsed, dutch)

    assert roles(told) == {"agent": "Shell", "patient": "Fitbit"}


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("De agent hield de man voor diefstal aan.", "diefstal"),
        ("De agent hield de man voor het stadhuis aan.", None),
    ],
)
def test_nobody_is_accused_of_a_place(sentence: str, topic: str | None, parsed: Parsed, dutch: Language) -> None:
    assert roles(_action(sentence, "aanhouden", parsed, dutch)).get("topic") == topic


def test_a_name_takes_one_part_wherever_its_words_hang(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De vissers zingen een lied in de Nova Music Hall.")
    doc[8].head, doc[8].dep_ = doc[2], "obl:arg"

    [action] = actions_of(doc, dutch)

    assert [argument.mention.text for argument in action.arguments] == ["De vissers", "een lied", "Nova Music Hall"]


def test_a_verb_without_object_shares_none(parsed: Parsed, dutch: Language) -> None:
    action = _action("De club vreest dat de trainer het bod afwijst en vertrekt.", "vertrekken", parsed, dutch)

    assert roles(action) == {"agent": "de trainer"}


def test_a_name_whose_inner_word_is_found_first_takes_the_part_of_its_head(parsed: Parsed, dutch: Language) -> None:
    doc = parsed("De vissers zingen een lied in de Nova Music Hall.")
    doc[8].head, doc[8].dep_ = doc[2], "nsubj"
    doc[1].dep_ = "obl"

    [action] = actions_of(doc, dutch)

    assert [one.role for one in action.arguments if one.mention.text == "Nova Music Hall"] == [Role.PLACE]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De bakker laat zich niet chanteren.", {"patient": "De bakker"}),
        ("De bakker liet zich chanteren door een klant.", {"patient": "De bakker", "agent": "een klant"}),
        ("De turner liet zich vallen.", {"agent": "De turner"}),
        ("De minister liet de brug herstellen.", {"agent": "De minister", "patient": "de brug"}),
    ],
)
def test_who_lets_it_be_done_to_himself_undergoes_it(
    sentence: str, expected: dict[str, str], parsed: Parsed, dutch: Language
) -> None:
    [action] = actions_of(parsed(sentence), dutch)

    assert roles(action) == expected
