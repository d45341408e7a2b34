"""Statements about two actions that tell of one happening."""

from collections.abc import Iterator

from kg.export.statements.view import View
from kg.export.terms import Statement, about, decimal, iri, member, named, text
from kg.model import SameHappening


def describe_same_happening(view: View, same: SameHappening) -> Iterator[Statement]:
    """Yield the statements about two actions that tell of one happening, with why they are taken to."""
    first, second = view.action(same.action_id), view.action(same.other_id)
    yield (first, named("kg:sameHappeningAs"), second)
    yield (second, named("kg:sameHappeningAs"), first)
    yield from about(
        iri(view.iris.same_happening(same)),
        ("rdf:type", named("kg:SameHappening")),
        ("kg:tells", first),
        ("kg:tells", second),
        ("kg:happeningReason", text(same.reason)),
        ("kg:confidence", decimal(same.confidence)),
        *(("kg:differsIn", member(difference)) for difference in same.differences),
    )
