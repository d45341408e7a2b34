"""Each measure sees the error that it is there for, and only then."""

from dataclasses import replace
from typing import Any

import pytest

from kg.model import Document, Span
from tests.quality.annotation import to_article
from tests.quality.figures import MEASURES, Figure, score
from tests.quality.findings import Verdict, findings
from tests.quality.notation import compiled
from tests.quality.output import FoundAction, FoundEntity, Output, Participant
from tests.quality.perfect import perfect_output

TEXT = "Directeur Jansen zegt dat Vos maandag geen brood aan zes bakkers gaf, onder wie Kok. Hij wil Kok bellen."
ANNOTATION = """
@jansen PERSON
@vos ORG
@bakkers GROUP
@kok PERSON
role @jansen directeur of @vos
member @kok @bakkers
> Directeur [jansen:Jansen] zegt dat [vos:Vos] maandag geen brood aan [bakkers=zes bakkers] gaf, onder wie [kok:Kok].
zegt zeggen | agent @jansen
gaf geven | agent @vos | patient brood | recipient @bakkers | time maandag = 2025-03-03 | neg | by @jansen
> [jansen~Hij] wil [kok:Kok] bellen.
bellen bellen | agent @jansen | patient @kok | possible
"""
GOLD = to_article(compiled(Document("bakkers", TEXT, published="2025-03-04"), ANNOTATION.splitlines()))
PERFECT = perfect_output(GOLD)
SAYING, GIVING, CALLING = PERFECT.actions


def scored(output: Output) -> dict[str, Figure]:
    """Return the figures of an output of the one article."""
    return score([GOLD], {"bakkers": output})


def below_one(output: Output) -> set[str]:
    """Return the measures that an output is not perfect on."""
    return {measure for measure, figure in scored(output).items() if figure.value < 1}


def with_actions(*actions: FoundAction) -> Output:
    return replace(PERFECT, actions=actions)


def with_entity(name: str, **changes: Any) -> Output:
    """Return the perfect output with one entity changed."""
    return replace(PERFECT, entities={**PERFECT.entities, name: replace(PERFECT.entities[name], **changes)})


def test_a_perfect_system_scores_one_on_every_measure() -> None:
    assert {measure: figure.value for measure, figure in scored(PERFECT).items()} == dict.fromkeys(MEASURES, 1.0)


def test_a_system_that_finds_nothing_scores_nought() -> None:
    assert {figure.value for figure in score([GOLD], {}).values()} == {0.0}


def test_an_action_not_found_costs_recall() -> None:
    figure = scored(with_actions(SAYING, GIVING))["actions"]

    assert (figure.precision, figure.recall, figure.support) == (1.0, 2 / 3, 3)


def test_an_action_that_nobody_tells_costs_precision_and_so_do_its_roles() -> None:
    invented = replace(CALLING, trigger=Span(0, 9))

    figures = scored(with_actions(*PERFECT.actions, invented))

    assert (figures["actions"].precision, figures["actions"].recall) == (3 / 4, 1.0)
    assert (figures["roles"].precision, figures["roles"].recall) == (6 / 8, 1.0)


def test_of_two_actions_at_one_word_the_one_with_the_same_lemma_counts() -> None:
    other = replace(GIVING, predicate="nemen", participants=())

    assert scored(with_actions(SAYING, other, GIVING, CALLING))["lemma"].value == 1.0


@pytest.mark.parametrize(
    ("action", "change", "measure"),
    [
        (GIVING, {"predicate": "nemen"}, {"lemma"}),
        (GIVING, {"negated": False}, {"polarity"}),
        (SAYING, {"negated": True}, {"polarity"}),
        (CALLING, {"modality": "actual"}, {"modality"}),
        (GIVING, {"claimant": None}, {"source"}),
        (GIVING, {"times": ("2025-03-10",)}, {"time"}),
        (GIVING, {"participants": GIVING.participants[:2]}, {"roles"}),
        (GIVING, {"participants": GIVING.participants[1:]}, {"roles", "who-what"}),
    ],
)
def test_an_error_in_an_action_costs_its_own_measure_alone(
    action: FoundAction, change: dict[str, Any], measure: set[str]
) -> None:
    wrong = [replace(one, **change) if one is action else one for one in PERFECT.actions]

    assert below_one(with_actions(*wrong)) == measure


def test_words_of_nobody_taken_for_a_claim_cost_precision_of_source() -> None:
    figure = scored(with_actions(SAYING, GIVING, replace(CALLING, claimant=GIVING.claimant)))["source"]

    assert (figure.precision, figure.recall) == (1 / 2, 1.0)


def test_the_wrong_speaker_costs_both_ways() -> None:
    other = Participant("claimant", "kok", PERFECT.entities["kok"].mentions[0].span)

    figure = scored(with_actions(SAYING, replace(GIVING, claimant=other), CALLING))["source"]

    assert (figure.precision, figure.recall) == (0.0, 0.0)


def test_a_filler_in_another_role_costs_both_ways() -> None:
    agent, *others = GIVING.participants
    figure = scored(
        with_actions(SAYING, replace(GIVING, participants=(replace(agent, role="topic"), *others)), CALLING)
    )["roles"]

    assert (figure.precision, figure.recall) == (5 / 6, 5 / 6)


def test_a_theme_is_as_good_as_a_patient() -> None:
    patient = replace(GIVING.participants[1], role="theme")
    agent, _, recipient = GIVING.participants

    assert "roles" not in below_one(
        with_actions(SAYING, replace(GIVING, participants=(agent, patient, recipient)), CALLING)
    )


def test_a_filler_may_be_named_elsewhere_when_it_is_the_same_entity() -> None:
    first = PERFECT.entities["kok"].mentions[0].span
    agent, patient = CALLING.participants

    output = with_actions(SAYING, GIVING, replace(CALLING, participants=(agent, replace(patient, span=first))))

    assert below_one(output) == set()


def test_a_filler_linked_to_another_entity_still_counts_where_its_own_words_fill_the_role() -> None:
    agent, patient = CALLING.participants

    output = with_actions(SAYING, GIVING, replace(CALLING, participants=(replace(agent, entity="vos"), patient)))

    assert below_one(output) == set()


def test_a_name_of_another_type_costs_both_ways() -> None:
    figure = scored(with_entity("vos", type="Person"))["names"]

    assert (figure.precision, figure.recall, figure.support) == (3 / 4, 3 / 4, 4)


def test_a_name_with_a_word_too_many_costs_both_ways() -> None:
    jansen = PERFECT.entities["jansen"]
    name, pronoun = jansen.mentions
    longer = replace(name, span=Span(0, name.span.end))

    assert below_one(with_entity("jansen", mentions=(longer, pronoun))) == {"names"}


def test_two_entities_taken_for_one_cost_precision_of_coreference() -> None:
    jansen, kok = PERFECT.entities["jansen"], PERFECT.entities["kok"]
    both = replace(jansen, mentions=jansen.mentions + kok.mentions, groups=kok.groups)
    others = {name: entity for name, entity in PERFECT.entities.items() if name not in ("jansen", "kok")}

    figure = scored(replace(PERFECT, entities={**others, "jansen": both}))["coreference"]

    assert (figure.precision, figure.recall) == ((4 * 1 / 2 + 2) / 6, 1.0)


def test_a_pronoun_left_alone_costs_recall_of_coreference() -> None:
    jansen = PERFECT.entities["jansen"]
    name, pronoun = jansen.mentions
    alone = FoundEntity("hij", "Person", (pronoun,))
    entities = {**PERFECT.entities, "jansen": replace(jansen, mentions=(name,)), "hij": alone}

    figure = scored(replace(PERFECT, entities=entities))["coreference"]

    assert (figure.precision, figure.recall) == (1.0, (4 + 2 * 1 / 2) / 6)


def test_a_pronoun_not_found_costs_recall_of_coreference() -> None:
    figure = scored(with_entity("jansen", mentions=PERFECT.entities["jansen"].mentions[:1]))["coreference"]

    assert (figure.precision, figure.recall) == (1.0, (4 + 1 / 2) / 6)


def test_a_member_not_linked_to_its_group_costs_membership() -> None:
    assert below_one(with_entity("kok", groups=())) == {"membership"}


def test_a_function_not_found_costs_function() -> None:
    assert below_one(with_entity("jansen", functions=("bakker",))) == {"function"}


def test_a_longer_or_shorter_function_is_the_same_function() -> None:
    assert below_one(with_entity("jansen", functions=("Algemeen directeur",))) == set()


@pytest.mark.parametrize("document", ["bakkers", "krant/bakkers", "krant/bakkers.txt", "https://krant.example/bakkers"])
def test_an_article_is_found_by_the_end_of_its_id(document: str) -> None:
    assert score([GOLD], {"een-ander": Output(), document: PERFECT})["actions"].value == 1.0


def test_an_error_shows_what_was_expected() -> None:
    wrong = findings(GOLD, with_actions(SAYING, replace(GIVING, predicate="nemen"), CALLING))

    assert [one.words for one in wrong if one.verdict is not Verdict.RIGHT] == ["geven: nemen"]
