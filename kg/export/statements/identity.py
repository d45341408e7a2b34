"""Statements about who is who: what became of ids, and what somebody decided."""

from collections.abc import Iterator

from kg.export.statements.view import View
from kg.export.terms import Statement, about, iri, member, named, text
from kg.model import Decision, FormerId


def describe_former(view: View, former: FormerId) -> Iterator[Statement]:
    """Yield the statements about an id that is no longer one: what it became, so that old IRIs still lead somewhere."""
    old = view.entity(former.id)
    yield from about(
        old,
        ("rdf:type", named("kg:FormerEntity")),
        ("kg:identityReason", text(former.reason) if former.reason else None),
    )
    for entity_id in former.now:
        new = view.entity(entity_id)
        yield from about(old, ("dct:isReplacedBy", new))
        yield from about(new, ("dct:replaces", old))


def describe_decision(view: View, decision: Decision) -> list[Statement]:
    """Return the statements about what somebody decided of two entities, or former ones."""
    return about(
        iri(view.iris.decision(decision)),
        ("rdf:type", named("kg:IdentityDecision")),
        ("kg:verdict", member(decision.verdict)),
        ("kg:decidesOn", view.entity(decision.one)),
        ("kg:decidesOn", view.entity(decision.other)),
        ("kg:identityReason", text(decision.note) if decision.note else None),
        ("kg:decidedBy", text(decision.by) if decision.by else None),
    )
