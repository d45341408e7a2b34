"""What somebody decided of who is who."""

from collections.abc import Callable, Sequence

import pytest

from kg.errors import DecisionError
from kg.lang import Language
from kg.model import Decision, EntityType, Extraction, RelationKind, Resolution, Verdict
from kg.resolve import resolve
from kg.resolve.identifiers import named_id
from kg.resolve.identity.deciding import unheeded
from tests.resolve.marked import article, related

Decided = Callable[..., Resolution]


@pytest.fixture
def decided(dutch: Language) -> Decided:
    """Return a function from articles and decisions to the corpus."""
    return lambda articles, *decisions: resolve(articles, dutch, decisions=decisions)


def same(one: str, other: str) -> Decision:
    return Decision(Verdict.SAME, one, other, "one street", "desk")


def different(one: str, other: str) -> Decision:
    return Decision(Verdict.DIFFERENT, one, other)


def persons(*names: str) -> list[Extraction]:
    return [article(f"[{name}|name person] komt.", id=str(at)) for at, name in enumerate(names)]


def ids(corpus: Resolution) -> dict[str, str]:
    return {entity.label: entity.id for entity in corpus.entities}


def minister_and_leader() -> Sequence[Extraction]:
    """Return two articles in whose common company a minister and a party leader are one Jan Smit."""
    return [
        related(
            article("[Jan Smit|name person] is in [Ans Mol|name person].", id=id),
            RelationKind.FUNCTION,
            "Jan Smit",
            value=function,
        )
        for id, function in (("a", "minister"), ("b", "partijleider"))
    ]


def test_two_that_are_the_same_are_one_whatever_their_names(decided: Decided) -> None:
    articles = persons("Ans Bos", "Ella Mol")
    known = ids(decided(articles))

    corpus = decided(articles, same(known["Ans Bos"], known["Ella Mol"]))

    [person] = corpus.entities
    assert {person.label, *person.aliases} == {"Ans Bos", "Ella Mol"}


def test_the_id_that_went_tells_who_decided_and_why(decided: Decided) -> None:
    articles = persons("Ans Bos", "Ella Mol")
    known = ids(decided(articles))

    corpus = decided(articles, same(known["Ans Bos"], known["Ella Mol"]))

    [former] = corpus.former_ids
    assert (former.id, former.now) == (known["Ans Bos"], (known["Ella Mol"],))
    assert former.reason == "decided by desk: one street"


def test_two_that_are_different_are_two_whatever_their_names(decided: Decided) -> None:
    articles = [
        article("[Acme Group|name organisation] groeit.", id="a"),
        article("[Acme|name organisation] krimpt.", id="b"),
    ]
    [merged] = decided(articles).entities
    [former] = decided(articles).former_ids

    corpus = decided(articles, different(former.id, merged.id))

    assert sorted(each.label for each in corpus.entities) == ["Acme", "Acme Group"]


def test_one_person_is_split_by_any_former_ids_that_stand_for_two_articles(decided: Decided) -> None:
    before = decided(minister_and_leader())
    labelled = [former.id for former in before.former_ids if former.id.startswith("person/")]
    by_label = sorted(labelled)

    splits = [
        decided(minister_and_leader(), different(one, other)) for one in by_label for other in by_label if one < other
    ]

    assert len(before.entities) == 2
    assert [len(corpus.entities) for corpus in splits].count(3) == 4


def test_one_person_is_split_by_the_former_ids_of_two_articles(decided: Decided) -> None:
    one, other = (named_id(EntityType.PERSON, "jan smit", id) for id in ("a", "b"))

    corpus = decided(minister_and_leader(), different(one, other))

    assert len(corpus.entities) == 3
    assert corpus.decisions == (different(one, other),)


def test_one_person_is_split_by_the_id_of_the_name_and_that_of_a_function(decided: Decided) -> None:
    whole, leader = (named_id(EntityType.PERSON, "jan smit", label) for label in ("", "partijleider"))

    corpus = decided(minister_and_leader(), different(whole, leader))

    assert len(corpus.entities) == 3


def test_an_article_without_function_is_not_whom_somebody_decided_it_is_not(decided: Decided) -> None:
    short = article("[Jan Smit|name person] is in [Ans Mol|name person].", id="c")
    minister, leader, alone = (
        named_id(EntityType.PERSON, "jan smit", label) for label in ("minister", "partijleider", "c")
    )

    corpus = decided([*minister_and_leader(), short], different(minister, alone), different(leader, alone))

    homes = [{mention.document_id for mention in each.mentions} for each in corpus.entities if each.label == "Jan Smit"]
    assert sorted(map(sorted, homes)) == [["a", "b"], ["c"]]


def test_a_decision_between_two_ids_of_one_article_is_told_to_be_unheeded(decided: Decided) -> None:
    minister, leader, article_id = (
        named_id(EntityType.PERSON, "jan smit", each) for each in ("minister", "partijleider", "a")
    )
    vain, kept = different(minister, article_id), different(minister, leader)

    assert list(unheeded([vain], decided(minister_and_leader(), vain))) == [vain]
    assert list(unheeded([kept], decided(minister_and_leader(), kept))) == []


def test_a_pair_that_was_decided_on_is_in_doubt_no_longer(decided: Decided) -> None:
    articles = persons("J. Vos", "Jan Vos")
    [doubt] = decided(articles).doubtful_pairs

    assert decided(articles, different(doubt.one, doubt.other)).doubtful_pairs == ()
    assert decided(articles, same(doubt.one, doubt.other)).doubtful_pairs == ()


def test_different_things_are_not_joined_by_a_third(decided: Decided) -> None:
    articles = [
        article("[Acme Group|name organisation] groeit.", id="a"),
        article("[Acme|name organisation] krimpt.", id="b"),
        article("[Acme Motor Company|name organisation] staakt.", id="c"),
    ]
    known = [each.id for each in decided(articles[:1]).entities] + [each.id for each in decided(articles[2:]).entities]

    corpus = decided(articles, different(*known))

    homes = [{mention.document_id for mention in each.mentions} for each in corpus.entities]
    assert not any({"a", "c"} <= home for home in homes)


def test_decisions_that_contradict_each_other_through_a_third_are_an_error(decided: Decided) -> None:
    articles = persons("Ans Bos", "Ella Mol", "Ida Vis")
    known = ids(decided(articles))
    bos, mol, vis = known["Ans Bos"], known["Ella Mol"], known["Ida Vis"]

    with pytest.raises(DecisionError, match="are decided to be different, and others make them the same"):
        decided(articles, same(bos, mol), same(mol, vis), different(bos, vis))


def test_a_decision_on_what_is_not_in_the_corpus_changes_nothing(decided: Decided) -> None:
    articles = persons("Ans Bos", "Ella Mol")
    gone = same("person/ans-bos-00000000", ids(decided(articles))["Ella Mol"])

    corpus = decided(articles, gone)

    assert corpus == decided(articles)


def test_what_holds_is_kept_with_the_corpus(decided: Decided) -> None:
    articles = persons("Ans Bos", "Ella Mol")
    known = ids(decided(articles))
    decision = same(known["Ans Bos"], known["Ella Mol"])

    assert decided(articles, decision, different("person/x-1", "person/y-2")).decisions == (decision,)


def test_two_of_different_types_that_are_the_same_have_one_type(decided: Decided) -> None:
    articles = [article("[Genk|name place] bloeit.", id="a"), article("[Genk|name organisation] wint.", id="b")]
    place, club = sorted(each.id for each in decided(articles).entities)

    [entity] = decided(articles, same(place, club)).entities

    assert entity.id.startswith(f"{entity.type.value.lower()}/")
