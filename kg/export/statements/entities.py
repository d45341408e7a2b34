"""Statements about entities: names, kinds, functions, memberships, links and the places that refer to them."""

from collections.abc import Iterator

from kg.characters import is_iri
from kg.export.statements.view import View
from kg.export.terms import Statement, about, boolean, decimal, iri, member, named, text
from kg.model import Entity, EntityType, Extraction, Function, Link, Mention, RelationKind

SAME_AS_FROM = 0.9
"""Confidence from which an outside identifier is written as owl:sameAs; a weaker one is a skos:closeMatch."""


def describe_entity(view: View, entity: Entity) -> Iterator[Statement]:
    """Yield the statements about an entity that do not rest on one text."""
    subject = view.entity(entity.id)
    is_group = entity.type is EntityType.GROUP
    yield from about(
        subject,
        ("rdf:type", member(entity.type)),
        ("rdfs:label", text(entity.label)),
        *(("skos:altLabel", text(alias)) for alias in entity.aliases),
        *(("kg:partOf", view.entity(whole)) for whole in entity.part_of),
        *(("kg:country", view.entity(country)) for country in entity.countries),
        ("kg:membersComplete", boolean(entity.members_complete) if is_group else None),
    )
    for group_id in entity.member_of:
        yield from _describe_member(view, entity, group_id)
    for function in entity.functions:
        yield from _describe_membership(view, entity, function)
    for link in entity.links:
        yield from _describe_link(view, entity, link)


def describe_functions(view: View) -> Iterator[Statement]:
    """Yield the statements about functions and titles, whoever has them, in the languages that tell of them."""
    told = {
        (function.value, extraction.document.language)
        for extraction in view.graph.extractions.values()
        for _, function, _ in _functions_told(view, extraction)
    }
    known = {value for value, _ in told}
    for entity in view.graph.entities.values():
        home = view.language(entity.mentions[0].document_id)
        told |= {(function.value, home) for function in entity.functions if function.value not in known}
    for value, language in sorted(told):
        label = text(value, language)
        yield from about(
            iri(view.iris.function(value)),
            ("rdf:type", named("kg:Function")),
            ("rdfs:label", label),
            ("skos:prefLabel", label),
        )


def describe_relations(view: View, extraction: Extraction) -> Iterator[Statement]:
    """Yield the statements about what an article says of its entities beside actions."""
    for holder, function, mention in _functions_told(view, extraction):
        sentence = view.graph.sentence(mention.document_id, mention.sentence)
        place = view.span(mention.document_id, sentence.span)
        yield from about(iri(view.iris.membership(holder.id, function)), ("kg:inSentence", place))
    for relation in extraction.relations:
        if relation.target and relation.kind is RelationKind.SAME_AS:
            yield from _describe_second_name(view, relation.mention, relation.target)


def _functions_told(view: View, extraction: Extraction) -> Iterator[tuple[Entity, Function, Mention]]:
    """Yield the functions that an article says entities have, each with the mention of who has it."""
    for relation in extraction.relations:
        holder = view.graph.entity_of(relation.mention) if relation.kind is RelationKind.FUNCTION else None
        value = " ".join(relation.value.split())
        for function in holder.functions if holder else ():
            if holder and function.value == value:
                yield holder, function, relation.mention


def _describe_second_name(view: View, name: Mention, other: Mention) -> Iterator[Statement]:
    if view.graph.entity_of(name) and view.graph.entity_of(other):
        places = [view.span(mention.document_id, mention.span) for mention in (name, other)]
        yield from about(places[0], ("kg:namesSameAs", places[1]))


def _describe_member(view: View, entity: Entity, group_id: str) -> Iterator[Statement]:
    subject, group = view.entity(entity.id), view.entity(group_id)
    yield from about(subject, ("kg:memberOf", group))
    if view.graph.entities[group_id].type is EntityType.GROUP:
        yield from about(group, ("kg:includes", subject))


def _describe_membership(view: View, entity: Entity, function: Function) -> Iterator[Statement]:
    holder, role = view.entity(entity.id), iri(view.iris.function(function.value))
    where = function.organisation_id
    yield from about(holder, ("kg:hasFunction", role))
    yield from about(
        iri(view.iris.membership(entity.id, function)),
        ("rdf:type", named("kg:Membership")),
        ("org:member", holder),
        ("org:role", role),
        ("org:organization", view.entity(where) if where else None),
    )


def _describe_link(view: View, entity: Entity, link: Link) -> Iterator[Statement]:
    if not is_iri(link.iri):
        return
    subject, target = view.entity(entity.id), iri(link.iri)
    yield from about(subject, ("owl:sameAs" if link.confidence >= SAME_AS_FROM else "skos:closeMatch", target))
    yield from about(
        iri(view.iris.link(entity.id, link)),
        ("rdf:type", named("kg:EntityLink")),
        ("kg:linkFrom", subject),
        ("kg:linkTo", target),
        ("kg:linkReason", text(link.reason)),
        ("kg:confidence", decimal(link.confidence)),
    )
