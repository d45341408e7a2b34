from collections.abc import Callable
from itertools import permutations
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.lang import load
from kg.model import EntityType, Extraction, RelationKind, Resolution
from kg.resolve import resolve
from kg.resolve.identifiers import document_part
from kg.resolve.identity.senses import senses
from kg.resolve.profiles import Profile
from tests.resolve.marked import article, related

Resolved = Callable[..., Resolution]


def labels(resolution: Resolution) -> list[str]:
    return sorted(entity.label for entity in resolution.entities)


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


@given(st.text(min_size=1), st.text(min_size=1).filter(str.strip))
def test_every_id_is_part_of_an_iri_whatever_documents_and_names_are_called(document_id: str, name: str) -> None:
    safe = "".join(character for character in name if character not in "[]|" and not character.isspace()) or "x"
    corpus = resolve(
        [article(f"[{safe}|name organisation] ziet [de artsen|nominal group plural definite].", id=document_id)],
        load("nl"),
    )

    for entity in corpus.entities:
        assert quote(entity.id, safe="/#=,%-._~") == entity.id
        assert NamedNode(f"https://example.org/{entity.id}").value.endswith(entity.id)


@given(st.text(min_size=1), st.text(min_size=1))
def test_two_documents_never_share_a_path(one: str, other: str) -> None:
    assert (document_part(one) == document_part(other)) == (one == other)


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


def bearers(corpus: Resolution, label: str) -> list[set[str]]:
    """Return the articles of each bearer of a name."""
    found = ({mention.document_id for mention in each.mentions} for each in corpus.entities if each.label == label)
    return sorted(found, key=min)


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
