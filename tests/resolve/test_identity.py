"""What two articles name that is one thing."""

from collections.abc import Callable
from itertools import permutations

from kg.model import EntityType, RelationKind, Resolution
from tests.resolve.called import labels
from tests.resolve.marked import article, related

Resolved = Callable[..., Resolution]


def test_a_full_name_is_one_person_in_all_articles(resolved: Resolved) -> None:
    corpus = resolved(
        article("[Els Claes|name person] komt.", id="a"), article("[Els Claes|name person] gaat.", id="b")
    )

    [person] = corpus.entities

    assert [mention.document_id for mention in person.mentions] == ["a", "b"]


def test_a_surname_alone_stays_within_its_article(resolved: Resolved) -> None:
    corpus = resolved(article("[Claes|name person] komt.", id="a"), article("[Claes|name person] gaat.", id="b"))

    assert labels(corpus) == ["Claes", "Claes"]


def test_a_surname_with_the_function_of_its_only_bearer_is_that_person(resolved: Resolved) -> None:
    full = article("[Els Claes|name person] komt.", id="a")
    short = article("[Claes|name person] gaat.", id="b")

    corpus = resolved(
        related(full, RelationKind.FUNCTION, "Els Claes", value="Belgisch premier"),
        related(short, RelationKind.FUNCTION, "Claes", value="premier"),
    )

    assert labels(corpus) == ["Els Claes"]


def test_a_surname_with_a_function_of_two_bearers_stays_within_its_article(resolved: Resolved) -> None:
    articles = [
        article("[Els Claes|name person] komt.", id="a"),
        article("[Jan Claes|name person] komt.", id="b"),
        article("[Claes|name person] gaat.", id="c"),
    ]
    names = ["Els Claes", "Jan Claes", "Claes"]

    corpus = resolved(
        *(
            related(one, RelationKind.FUNCTION, name, value="minister")
            for one, name in zip(articles, names, strict=True)
        )
    )

    assert labels(corpus) == ["Claes", "Els Claes", "Jan Claes"]


def test_the_same_name_of_another_type_is_another_thing(resolved: Resolved) -> None:
    corpus = resolved(article("[Genk|name place] bloeit.", id="a"), article("[Genk|name organisation] wint.", id="b"))

    assert [entity.type for entity in corpus.entities] == [EntityType.ORGANISATION, EntityType.PLACE]


def test_a_country_is_one_place_whatever_it_does(resolved: Resolved) -> None:
    corpus = resolved(article("[Peru|name place] bloeit.", id="a"), article("[Peru|name organisation] wint.", id="b"))

    assert [entity.type for entity in corpus.entities] == [EntityType.PLACE]


def test_a_short_name_that_is_short_for_one_thing_is_that_thing_everywhere(resolved: Resolved) -> None:
    corpus = resolved(
        article("[General Motors|name organisation] ([GM|name organisation]) groeit.", id="a"),
        article("[GM|name organisation] krimpt.", id="b"),
    )

    [company] = corpus.entities

    assert (company.label, company.aliases) == ("General Motors", ("GM",))


def test_a_short_name_that_is_short_for_two_things_is_neither(resolved: Resolved) -> None:
    corpus = resolved(
        article("[General Motors|name organisation] ([GM|name organisation]) groeit.", id="a"),
        article("[Groene Mars|name organisation] ([GM|name organisation]) groeit.", id="b"),
        article("[GM|name organisation] krimpt.", id="c"),
    )

    assert labels(corpus) == ["GM", "General Motors", "Groene Mars"]


def test_a_company_with_and_without_its_company_words_is_one(resolved: Resolved) -> None:
    corpus = resolved(
        article("[Acme Motor Company|name organisation] groeit.", id="a"),
        article("[Acme Group|name organisation] krimpt.", id="b"),
        article("[Acme|name organisation] staakt.", id="c"),
    )

    assert labels(corpus) == ["Acme Motor Company"]


def test_a_name_has_the_type_that_nearly_all_articles_give_it(resolved: Resolved) -> None:
    right = [article("[Acme|name organisation] groeit.", id=id) for id in "abc"]
    wrong = article("[Acme|name person] krimpt.", id="d")

    [company] = resolved(*right, wrong).entities

    assert company.type is EntityType.ORGANISATION
    assert len(company.mentions) == 4


def test_a_company_that_one_article_takes_for_a_place_is_a_company(resolved: Resolved) -> None:
    right = [article("[Acme Group|name organisation] groeit.", id=id) for id in "abc"]
    short = [article("[Acme|name organisation] groeit.", id=id) for id in "def"]
    wrong = article("In [Acme|name place] regent het.", id="g")

    assert [entity.type for entity in resolved(*right, *short, wrong).entities] == [EntityType.ORGANISATION]


def test_a_town_and_its_club_are_two_however_often_the_club_is_named(resolved: Resolved) -> None:
    club = [article("[Genk|name organisation] wint.", id=id) for id in "abc"]

    assert len(resolved(*club, article("In [Genk|name place] regent het.", id="d")).entities) == 2


def test_a_person_of_one_word_is_the_company_that_other_articles_know(resolved: Resolved) -> None:
    company = article("[Acme|name organisation] groeit.", id="a")
    persons = [article("[Acme|name person] krimpt.", id=id) for id in "bc"]

    assert [entity.type for entity in resolved(company, *persons).entities] == [EntityType.ORGANISATION]


def test_a_person_of_one_word_whose_function_is_told_is_a_person(resolved: Resolved) -> None:
    company = article("[Ford|name organisation] groeit.", id="a")
    actor = article("[Ford|name person] lacht.", id="b")

    corpus = resolved(company, related(actor, RelationKind.FUNCTION, "Ford", value="acteur"))

    assert [entity.type for entity in corpus.entities] == [EntityType.ORGANISATION, EntityType.PERSON]


def test_things_without_a_name_stay_within_their_article(resolved: Resolved) -> None:
    corpus = resolved(
        article("[De artsen|nominal group plural definite] staken.", id="a"),
        article("[De artsen|nominal group plural definite] staken.", id="b"),
    )

    assert [entity.id for entity in corpus.entities] == ["a#group=0,9", "b#group=0,9"]


def test_the_order_of_the_articles_changes_nothing(resolved: Resolved) -> None:
    articles = (
        article("[General Motors|name organisation] ([GM|name organisation]) groeit.", id="a"),
        related(article("[Jan Smit|name person] komt.", id="b"), RelationKind.FUNCTION, "Jan Smit", value="zanger"),
        related(article("[Jan Smit|name person] gaat.", id="c"), RelationKind.FUNCTION, "Jan Smit", value="minister"),
        article("[GM|name organisation] krimpt.", id="d"),
    )

    assert len({resolved(*order) for order in permutations(articles)}) == 1


def test_a_surname_with_its_particles_stays_within_its_article(resolved: Resolved) -> None:
    corpus = resolved(article("[Van Dijk|name person] komt.", id="a"), article("[Van Dijk|name person] gaat.", id="b"))

    assert labels(corpus) == ["Van Dijk", "Van Dijk"]


def test_a_family_firm_and_its_owner_are_two_in_one_article(resolved: Resolved) -> None:
    corpus = resolved(
        article("[Bakker BV|name organisation] sluit.", "Mevrouw [Bakker|name person] zwijgt.", id="a"),
    )

    assert labels(corpus) == ["Bakker", "Bakker BV"]


def test_a_family_firm_of_other_articles_is_not_a_person_with_a_title(resolved: Resolved) -> None:
    firm = [article("[Bakker BV|name organisation] sluit.", id=id) for id in "abc"]

    corpus = resolved(*firm, article("Mevrouw [Bakker|name person] zwijgt.", id="d"))

    assert [(each.type, each.label) for each in corpus.entities] == [
        (EntityType.ORGANISATION, "Bakker BV"),
        (EntityType.PERSON, "Bakker"),
    ]


def test_a_surname_that_the_parser_takes_for_a_noun_is_the_person_named_in_full(resolved: Resolved) -> None:
    corpus = resolved(article("[Kees Prins|name person] komt.", "[Prins|nominal person lemma=prins] zwijgt.", id="a"))

    [person] = corpus.entities

    assert [mention.text for mention in person.mentions] == ["Kees Prins", "Prins"]


def test_an_organisation_written_apart_and_together_is_one(resolved: Resolved) -> None:
    corpus = resolved(
        article("[Noord Stroom|name organisation] groeit.", id="a"),
        article("[Noordstroom|name organisation] krimpt.", id="b"),
    )

    assert len(corpus.entities) == 1


def test_a_maker_is_not_the_one_product_that_an_article_calls_by_its_name(resolved: Resolved) -> None:
    alone = [article("[Acme|name organisation] groeit.", id=id) for id in "abc"]
    product = article("[Acme Duo-lampen|name organisation] branden.", "[Acme|name organisation] licht op.", id="d")

    assert "Acme" in labels(resolved(*alone, product))
