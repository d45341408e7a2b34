"""Which bearers of one name, or of initials that fit it, are one person."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang import load
from kg.model import EntityType, Extraction, RelationKind, Resolution
from kg.resolve import resolve
from kg.resolve.identity.senses import senses
from kg.resolve.profiles import Profile
from tests.resolve.called import bearers, labels
from tests.resolve.marked import article, related

Resolved = Callable[..., Resolution]


def jan_smit(id: str, function: str, place: str) -> Extraction:
    text = article(f"[Jan Smit|name person] is in [{place}|name place].", id=id)
    return related(text, RelationKind.FUNCTION, "Jan Smit", value=function)


def test_persons_of_one_name_with_other_functions_in_other_company_stay_apart(resolved: Resolved) -> None:
    corpus = resolved(jan_smit("a", "minister", "Brussel"), jan_smit("b", "zanger", "Volendam"))

    assert labels(corpus) == ["Brussel", "Jan Smit", "Jan Smit", "Volendam"]


@pytest.mark.parametrize(("company", "persons"), [("person", 1), ("organisation", 1), ("place", 2)])
def test_persons_of_one_name_in_common_company_are_one_but_a_town_is_no_company(
    resolved: Resolved, company: str, persons: int
) -> None:
    minister, leader = (
        related(
            article(f"[Jan Smit|name person] is bij [Anna Brandsma|name {company}].", id=function),
            RelationKind.FUNCTION,
            "Jan Smit",
            value=function,
        )
        for function in ("minister", "partijleider")
    )

    corpus = resolved(minister, leader)

    assert labels(corpus) == ["Anna Brandsma", *["Jan Smit"] * persons]


def test_namesakes_with_other_functions_in_one_town_are_in_doubt(resolved: Resolved) -> None:
    corpus = resolved(jan_smit("a", "wethouder", "Goes"), jan_smit("b", "keeper", "Goes"))

    [doubt] = corpus.doubtful_pairs

    assert doubt.reasons[:3] == ("same name", "other function", "one name beside both: goes")


@pytest.mark.parametrize("former", ["oud-wethouder", "ex-wethouder", "Voormalig wethouder", "waarnemend wethouder"])
def test_a_former_function_is_had_by_whom_has_the_function(resolved: Resolved, former: str) -> None:
    corpus = resolved(jan_smit("a", "wethouder", "Goes"), jan_smit("b", former, "Ede"))

    assert labels(corpus) == ["Ede", "Goes", "Jan Smit"]


def test_a_grade_glued_to_a_function_is_on_the_same_ladder(resolved: Resolved) -> None:
    corpus = resolved(jan_smit("a", "premier", "Goes"), jan_smit("b", "vicepremier", "Ede"))

    assert labels(corpus) == ["Ede", "Goes", "Jan Smit"]


def test_two_who_were_different_things_before_are_two(resolved: Resolved) -> None:
    corpus = resolved(jan_smit("a", "oud-wethouder", "Goes"), jan_smit("b", "oud-voetballer", "Ede"))

    assert labels(corpus) == ["Ede", "Goes", "Jan Smit", "Jan Smit"]


def test_no_chain_of_articles_joins_two_namesakes(resolved: Resolved) -> None:
    minister, leader, singer = (
        jan_smit("a", "minister", "Brussel"),
        told_beside("b", "partijleider", "Brussel", "Volendam"),
        jan_smit("c", "zanger", "Volendam"),
    )

    corpus = resolved(minister, leader, singer)

    assert not any({"a", "c"} <= found for found in bearers(corpus, "Jan Smit"))


def told_beside(id: str, function: str, *places: str) -> Extraction:
    """Return an article that tells of Jan Smit's function beside several places."""
    named = " en ".join(f"[{place}|name place]" for place in places)
    return related(
        article(f"[Jan Smit|name person] is in {named}.", id=id), RelationKind.FUNCTION, "Jan Smit", value=function
    )


def test_one_function_at_two_places_is_had_by_two_persons(resolved: Resolved) -> None:
    one, other = at_post("a", "Goes"), at_post("b", "Ede")

    assert bearers(resolved(one, other), "Jan Smit") == [{"a"}, {"b"}]


def at_post(id: str, town: str) -> Extraction:
    """Return an article in which Jan Smit is alderman of a town."""
    text = article(f"[Jan Smit|name person] is wethouder van [{town}|name place].", id=id)
    return related(text, RelationKind.FUNCTION, "Jan Smit", town, value="wethouder")


def test_a_function_at_a_place_is_had_by_whom_another_article_says_to_have_it(resolved: Resolved) -> None:
    corpus = resolved(at_post("a", "Goes"), jan_smit("b", "wethouder", "Zwolle"))

    assert bearers(corpus, "Jan Smit") == [{"a", "b"}]


def test_an_article_without_function_goes_with_the_namesake_whose_company_it_shares(resolved: Resolved) -> None:
    corpus = resolved(
        jan_smit("a", "minister", "Brussel"),
        jan_smit("b", "zanger", "Volendam"),
        article("[Jan Smit|name person] is in [Volendam|name place].", id="c"),
    )

    assert bearers(corpus, "Jan Smit") == [{"a"}, {"b", "c"}]


def test_an_article_that_fits_no_namesake_clearly_stays_alone(resolved: Resolved) -> None:
    corpus = resolved(
        jan_smit("a", "minister", "Brussel"),
        jan_smit("b", "zanger", "Volendam"),
        article("[Jan Smit|name person] is in [Zwolle|name place].", id="c"),
    )

    assert bearers(corpus, "Jan Smit") == [{"a"}, {"b"}, {"c"}]


def test_a_doubt_about_two_of_one_name_says_how_many_have_it(resolved: Resolved) -> None:
    corpus = resolved(jan_smit("a", "minister", "Brussel"), jan_smit("b", "zanger", "Volendam"))

    [doubt] = corpus.doubtful_pairs

    assert "2 have this name" in doubt.reasons


def test_persons_of_other_sexes_are_two(resolved: Resolved) -> None:
    corpus = resolved(
        told_of("J. Vos", "masculine", "a"),
        told_of("Jo Vos", "feminine", "b"),
    )

    assert {"J. Vos", "Jo Vos"} <= set(labels(corpus))


def told_of(name: str, sex: str, id: str) -> Extraction:
    """Return an article in which somebody is minister in Gent, beside Ans Mol."""
    text = article(f"[{name}|name person {sex}] ziet [Ans Mol|name person] in [Gent|name place].", id=id)
    return related(text, RelationKind.FUNCTION, name, value="minister")


def test_initials_with_function_and_company_in_common_are_the_full_name(resolved: Resolved) -> None:
    corpus = resolved(told_of("J. Vos", "masculine", "a"), told_of("Jan Vos", "masculine", "b"))

    assert labels(corpus) == ["Ans Mol", "Gent", "Jan Vos"]


def test_initials_that_fit_two_full_names_are_in_doubt(resolved: Resolved) -> None:
    names = ("J. Vos", "Jan Vos", "Jacob Vos")

    corpus = resolved(*(article(f"[{name}|name person] komt.", id=str(id)) for id, name in enumerate(names)))

    assert labels(corpus) == ["J. Vos", "Jacob Vos", "Jan Vos"]
    assert ("initials", "the shorter name fits 2") in [doubt.reasons for doubt in corpus.doubtful_pairs]


def test_a_pair_in_doubt_tells_its_reasons(resolved: Resolved) -> None:
    corpus = resolved(article("[J. Vos|name person] komt.", id="a"), article("[Jan Vos|name person] gaat.", id="b"))

    [doubt] = corpus.doubtful_pairs

    assert doubt.reasons == ("initials",)
    assert 0.5 <= doubt.likelihood < 0.95


def test_two_that_an_article_names_side_by_side_are_two(resolved: Resolved) -> None:
    one = article("[Jan Vos|name person] ziet [Jan Vosse|name person].", id="a")

    corpus = resolved(one, article("[Jan Vosse|name person] ziet [Jan Vos|name person].", id="b"))

    assert labels(corpus) == ["Jan Vos", "Jan Vosse"]
    assert corpus.doubtful_pairs == ()


@given(st.permutations(range(7)))
def test_any_order_of_articles_gives_the_same_values(order: list[int]) -> None:
    articles = [
        told_of("J. Vos", "masculine", "a"),
        told_of("Jan Vos", "masculine", "b"),
        article("[Jacob Vos|name person] komt.", id="c"),
        jan_smit("d", "minister", "Brussel"),
        jan_smit("e", "zanger", "Volendam"),
        article("[Jan Smit|name person] is in [Volendam|name place].", id="f"),
        article("[Smit|name person] ziet [Brussel|name place].", id="g"),
    ]

    assert resolve([articles[at] for at in order], load("nl")) == resolve(articles, load("nl"))


@pytest.mark.parametrize(("beside", "persons"), [(3, 1), (600, 2)])
def test_the_names_of_a_long_list_are_no_company(beside: int, persons: int) -> None:
    company = frozenset(f"naam {number}" for number in range(beside))
    told = [
        Profile(
            document_id=document_id,
            chain_id=0,
            type=EntityType.PERSON,
            mentions=(),
            name="jan devries",
            names=frozenset({"jan devries"}),
            functions=frozenset({function}),
            company=company,
            is_full=True,
        )
        for document_id, function in (("a", "bakker"), ("b", "rechter"))
    ]

    assert len(senses(told, {})) == persons
