"""What became of ids as a corpus grows."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from kg.lang import load
from kg.model import Extraction, RelationKind, Resolution
from kg.resolve import resolve
from kg.resolve.identifiers import is_unnamed
from tests.resolve.marked import article, related

Resolved = Callable[..., Resolution]

NAMES = ("Jan Smit", "J. Smit", "Smit", "Jan Smits", "Acme", "Acme Group", "A. Groep", "Van Dijk", "Genk")
TYPES = ("person", "organisation", "place")
FUNCTIONS = ("", "minister", "zanger", "wethouder")
OTHERS = ("Volendam", "Zwolle", "Ans Mol")


@st.composite
def articles(draw: st.DrawFn) -> list[Extraction]:
    """Give a few articles that name a thing beside another one, some with a function."""
    told = st.tuples(*map(st.sampled_from, (NAMES, TYPES, FUNCTIONS, OTHERS)))
    return [_article(str(at), *each) for at, each in enumerate(draw(st.lists(told, min_size=1, max_size=9)))]


def _article(id: str, name: str, kind: str, function: str, other: str) -> Extraction:
    plain = article(f"[{name}|name {kind}] ziet [{other}|name place].", id=id)
    where = other if function.startswith("wethouder") else ""
    return related(plain, RelationKind.FUNCTION, name, where, value=function) if function else plain


def resolved_all(corpus: list[Extraction]) -> Resolution:
    return resolve(corpus, load("nl"))


@given(articles(), st.data())
def test_every_id_of_a_part_of_the_corpus_leads_to_an_entity_of_the_whole(
    corpus: list[Extraction], data: st.DataObject
) -> None:
    part = data.draw(st.lists(st.sampled_from(corpus), min_size=1, unique_by=lambda one: one.document.id))
    whole = resolved_all(corpus)
    known = {entity.id for entity in whole.entities} | {former.id for former in whole.former_ids}

    ids = {entity.id for entity in resolved_all(part).entities if not is_unnamed(entity.id)}

    assert ids <= known


@given(articles())
def test_former_ids_lead_to_entities_and_are_none(corpus: list[Extraction]) -> None:
    whole = resolved_all(corpus)
    ids = {entity.id for entity in whole.entities}

    assert all(former.id not in ids and former.now and ids.issuperset(former.now) for former in whole.former_ids)


@given(articles())
def test_doubts_are_pairs_of_entities_each_once(corpus: list[Extraction]) -> None:
    whole = resolved_all(corpus)
    ids = {entity.id for entity in whole.entities}
    pairs = [(doubt.one, doubt.other) for doubt in whole.doubtful_pairs]

    assert len(set(pairs)) == len(pairs)
    assert all(one < other and {one, other} <= ids for one, other in pairs)


def test_a_name_of_two_bearers_became_both(resolved: Resolved) -> None:
    corpus = resolved(
        _article("a", "Jan Smit", "person", "minister", "Zwolle"),
        _article("b", "Jan Smit", "person", "zanger", "Volendam"),
    )
    [alone] = [each.id for each in resolved_all([_article("c", "Jan Smit", "person", "", "Assen")]).entities][:1]

    [split] = [former for former in corpus.former_ids if former.id == alone]

    assert len(split.now) == 2
    assert split.reason == "namesakes"


def test_a_short_name_became_the_full_one(resolved: Resolved) -> None:
    short, full = (
        _article("a", "Acme", "organisation", "", "Assen"),
        _article("b", "Acme Group", "organisation", "", "Peru"),
    )

    [former] = resolved(short, full).former_ids

    assert former.reason == "company words"
