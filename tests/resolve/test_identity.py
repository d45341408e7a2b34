from collections.abc import Callable
from itertools import permutations
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.lang import load
from kg.model import EntityType, Extraction, RelationKind, Resolution
from kg.resolve import resolve
from kg.resolve.identifiers import document_part
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


def test_persons_of_one_name_in_common_company_are_one(resolved: Resolved) -> None:
    corpus = resolved(jan_smit("a", "minister", "Brussel"), jan_smit("b", "partijleider", "Brussel"))

    assert labels(corpus) == ["Brussel", "Jan Smit"]


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
