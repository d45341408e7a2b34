"""Ids: each has a path of its own, and is part of an IRI."""

from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.lang import load
from kg.resolve import resolve
from kg.resolve.identifiers import document_part
from tests.resolve.marked import article


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
