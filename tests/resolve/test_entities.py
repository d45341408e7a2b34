from collections.abc import Callable

from kg.model import Entity, Function, RelationKind, Resolution
from tests.resolve.marked import article, related

Resolved = Callable[..., Resolution]


def by_label(resolution: Resolution, label: str) -> Entity:
    return next(entity for entity in resolution.entities if entity.label == label)


def test_the_label_is_the_fullest_name_and_the_others_are_aliases(resolved: Resolved) -> None:
    corpus = resolved(article("[Claes|name person] weg", "[Els Claes|name person] gaat.", "[Claes|name person] lacht."))

    assert [(entity.label, entity.aliases) for entity in corpus.entities] == [("Els Claes", ("Claes",))]


def test_a_name_in_capitals_gives_no_label_where_the_same_stands_in_small_letters(resolved: Resolved) -> None:
    corpus = resolved(article("[VENLO|name place] - [VENLO|name place] wacht.", "[Venlo|name place] lacht."))

    assert [(entity.label, entity.aliases) for entity in corpus.entities] == [("Venlo", ("VENLO",))]


def test_a_thing_without_a_name_is_called_by_its_first_noun_phrase(resolved: Resolved) -> None:
    corpus = resolved(
        article(
            "[dertig artsen|nominal group plural indefinite lemma=arts modifiers=dertig] staken.",
            "[De artsen|nominal group plural definite lemma=arts] lachen.",
        )
    )

    assert [(entity.label, entity.aliases) for entity in corpus.entities] == [("dertig artsen", ())]


def test_a_function_leads_to_its_organisation(resolved: Resolved) -> None:
    text = article("[Els Claes|name person], topvrouw van [Acme|name organisation], gaat.")

    corpus = resolved(related(text, RelationKind.FUNCTION, "Els Claes", "Acme", value="topvrouw"))

    acme = by_label(corpus, "Acme").id
    assert by_label(corpus, "Els Claes").functions == (Function("topvrouw", acme),)


def test_a_function_without_organisation_adds_nothing_to_the_same_one_with_it(resolved: Resolved) -> None:
    text = article("[Els Claes|name person], topvrouw van [Acme|name organisation], gaat.")
    text = related(text, RelationKind.FUNCTION, "Els Claes", value="topvrouw")

    corpus = resolved(related(text, RelationKind.FUNCTION, "Els Claes", "Acme", value="topvrouw"))

    assert len(by_label(corpus, "Els Claes").functions) == 1


def test_a_member_leads_to_its_group(resolved: Resolved) -> None:
    text = article("[Tien sterren|nominal group plural indefinite], onder wie [Els Claes|name person], zwijgen.")

    corpus = resolved(related(text, RelationKind.MEMBER_OF, "Els Claes", "Tien sterren"))

    group = by_label(corpus, "Tien sterren")
    assert by_label(corpus, "Els Claes").member_of == (group.id,)
    assert not group.members_complete


def test_a_part_leads_to_its_whole_and_a_thing_to_its_country(resolved: Resolved) -> None:
    text = article("[De Werf|name organisation] van [Acme|name organisation] in [Zwitserland|name place] sluit.")
    text = related(text, RelationKind.PART_OF, "De Werf", "Acme")

    corpus = resolved(related(text, RelationKind.COUNTRY, "Acme", "Zwitserland"))

    assert by_label(corpus, "De Werf").part_of == (by_label(corpus, "Acme").id,)
    assert by_label(corpus, "Acme").countries == (by_label(corpus, "Zwitserland").id,)


def test_those_named_together_are_all_members_of_what_ze_stands_for(resolved: Resolved) -> None:
    corpus = resolved(
        article(
            "[Els Claes|name person subject] en [Jan Maes|name person subject] komen.",
            "[Ze|pronoun personal plural subject] lachen.",
        )
    )

    group = by_label(corpus, "Els Claes en Jan Maes")
    assert group.members_complete
    assert by_label(corpus, "Jan Maes").member_of == (group.id,)


def test_names_together_that_nothing_refers_to_are_no_group(resolved: Resolved) -> None:
    corpus = resolved(article("[Els Claes|name person] en [Jan Maes|name person] komen."))

    assert [entity.label for entity in corpus.entities] == ["Els Claes", "Jan Maes"]


def test_a_pronoun_or_a_noun_of_no_type_is_no_entity_of_its_own(resolved: Resolved) -> None:
    corpus = resolved(article("[Ze|pronoun personal plural subject] schrappen [13.000 banen|nominal plural object]."))

    assert corpus.entities == ()
