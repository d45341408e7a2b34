"""Statements about which texts are copies, and how widely something is told."""

from collections.abc import Iterator

from kg.export.statements.view import View
from kg.export.terms import Statement, Term, about, boolean, decimal, integer, iri, member, named
from kg.model import Copy
from kg.origins import Reach


def describe_copy(view: View, copy: Copy) -> Iterator[Statement]:
    """Yield the statements about a text that stands, as a whole or for a part, in an earlier one."""
    text, original = view.text(copy.document_id), view.text(copy.original_id)
    if text == original:
        return
    yield (text, named("kg:copyOf"), original)
    yield from about(
        iri(view.iris.copy(copy)),
        ("rdf:type", named("kg:Copy")),
        ("kg:copy", text),
        ("kg:original", original),
        ("kg:copyKind", member(copy.kind)),
        ("kg:copiedShare", decimal(copy.share)),
        ("kg:oneSource", boolean(copy.is_one_source)),
    )


def describe_reach(subject: Term, reach: Reach) -> list[Statement]:
    """Return the statements about how many articles and sources tell of an action, or mention an entity."""
    return about(
        subject,
        ("kg:articleCount", integer(reach.articles)),
        ("kg:independentSourceCount", integer(reach.sources)),
    )
