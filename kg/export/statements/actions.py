"""Statements about actions: their participants, how they are told, and the direct edges that follow from facts."""

from collections.abc import Iterator, Sequence

from kg.export.statements.articles import describe_action_mention, describe_mention
from kg.export.statements.view import View
from kg.export.terms import Statement, Term, about, day, decimal, iri, member, named, text
from kg.model import Action, ActionMention, Mention, Modality, Participation, Polarity, Role
from kg.ontology import term_of

ACTED_ON = (Role.PATIENT, Role.RECIPIENT, Role.COMPANION, Role.THEME)
"""Roles of the one at the far end of a direct edge from an agent."""


def describe_action(view: View, action: Action) -> Iterator[Statement]:
    """Yield the statements about an action; they stand in the graph of every article that tells of it."""
    told = action.first
    subject = view.action(action.id)
    language = view.language(told.document_id)
    yield from about(
        subject,
        ("rdf:type", named("kg:Action")),
        ("rdf:type", named("kg:SpeechAct") if told.is_speech else None),
        ("rdfs:label", text(told.predicate, language)),
        ("kg:actionType", iri(view.iris.verb(told.predicate, language))),
        ("kg:polarity", member(told.polarity)),
        ("kg:certainty", member(told.certainty)),
        ("kg:modality", member(told.modality)),
        ("kg:confidence", decimal(told.confidence)),
    )
    for time in told.times:
        yield from about(
            subject,
            ("kg:time", iri(view.iris.time(told.document_id, time))),
            ("kg:occursOn", day(time.start) if time.start == time.end else None),
        )
    participations = view.graph.participations(action.id)
    for participation in participations:
        yield from _describe_participation(view, action, participation)
    yield from _direct_edges(view, action, participations)


def describe_evidence(view: View, action: Action, mention: ActionMention) -> Iterator[Statement]:
    """Yield the statements about one place that tells of an action."""
    yield from describe_action_mention(view, mention)
    sentence = view.graph.sentence(mention.document_id, mention.sentence)
    yield from about(
        view.action(action.id),
        ("kg:inSentence", view.span(mention.document_id, sentence.span)),
        ("kg:inDocument", view.document(mention.document_id)),
    )


def describe_verbs(view: View) -> Iterator[Statement]:
    """Yield the statements about the verbs of actions, and about the direct properties of those that facts need."""
    verbs: dict[tuple[str, str], ActionMention] = {}
    direct: dict[tuple[str, str], ActionMention] = {}
    for action in view.graph.actions.values():
        told = action.first
        verb = told.predicate, view.language(told.document_id)
        verbs.setdefault(verb, told)
        if told.is_fact and verb not in direct and any(_edge_ends(view.graph.participations(action.id))):
            direct[verb] = told
    for told in verbs.values():
        yield from _describe_verb(view, told)
    for told in direct.values():
        yield from _describe_direct_property(view, told)


def describe_reified(view: View, action: Action) -> Iterator[Statement]:
    """Yield the direct edges of an action as what it is about, whether they hold or not.

    RDF 1.2 has a triple as a value for this, which nobody asserts: `<action> rdf:reifies <<( agent verb other )>>`. See
    https://www.w3.org/TR/rdf12-concepts/#section-triple-terms-reification
    """
    ends = list(_edge_ends(view.graph.participations(action.id)))
    if ends:
        yield from _describe_direct_property(view, action.first)
    for agent, other in ends:
        edge = view.entity(agent), _direct_property(view, action.first), view.entity(other)
        yield from about(view.action(action.id), ("rdf:reifies", f"<<( {' '.join(edge)} )>>"))


def _describe_verb(view: View, told: ActionMention) -> list[Statement]:
    language = view.language(told.document_id)
    concept, label = iri(view.iris.verb(told.predicate, language)), text(told.predicate, language)
    return about(concept, ("rdf:type", named("kg:ActionType")), ("rdfs:label", label), ("skos:prefLabel", label))


def _describe_direct_property(view: View, told: ActionMention) -> Iterator[Statement]:
    language = view.language(told.document_id)
    direct = _direct_property(view, told)
    yield from about(iri(view.iris.verb(told.predicate, language)), ("kg:directProperty", direct))
    yield from about(
        direct,
        ("rdf:type", named("owl:ObjectProperty")),
        ("rdfs:subPropertyOf", named("kg:actsOn")),
        ("rdfs:label", text(told.predicate, language)),
    )


def _describe_participation(view: View, action: Action, participation: Participation) -> Iterator[Statement]:
    subject = view.action(action.id)
    filler = view.participant(participation.mention, participation.entity_id)
    yield (subject, iri(term_of(participation.role)), filler)
    if participation.understood:
        yield from about(subject, ("kg:understood", filler))
    if participation.preposition:
        place = view.span(participation.mention.document_id, participation.mention.span)
        language = view.language(participation.mention.document_id)
        yield from about(place, ("kg:preposition", text(participation.preposition, language)))
    if not participation.entity_id:
        yield from describe_filler(view, participation.mention)


def describe_filler(view: View, mention: Mention) -> list[Statement]:
    """Return the statements about a participant of which only the words are known."""
    filler, label = iri(view.iris.filler(mention)), text(view.options.words(mention.text, mention.span))
    of_words = about(filler, ("rdf:type", named("kg:TextFiller")), ("rdfs:label", label))
    return of_words + describe_mention(view, mention, filler)


def _direct_edges(view: View, action: Action, participations: Sequence[Participation]) -> Iterator[Statement]:
    told = action.first
    for agent, other in _edge_ends(participations):
        ends = view.entity(agent), view.entity(other)
        if told.is_fact:
            yield (ends[0], _direct_property(view, told), ends[1])
            yield (ends[0], named("kg:actsOn"), ends[1])
        elif _is_reported(told):
            yield (ends[0], named("kg:reportedlyActsOn"), ends[1])


def _is_reported(told: ActionMention) -> bool:
    """Tell whether somebody says that an action happens or will happen, and nobody that it does not."""
    denied = told.polarity is Polarity.NEGATIVE or bool(told.denials) or (told.claim is not None and told.claim.denied)
    return not denied and told.modality not in (Modality.QUESTION, Modality.CONDITIONAL)


def _direct_property(view: View, told: ActionMention) -> Term:
    return iri(view.iris.direct_property(told.predicate, view.language(told.document_id)))


def _edge_ends(participations: Sequence[Participation]) -> Iterator[tuple[str, str]]:
    """Yield the ids of each agent with each entity that it acts on, itself left out."""
    agents = [each.entity_id for each in participations if each.role is Role.AGENT and each.entity_id]
    others = [each.entity_id for each in participations if each.role in ACTED_ON and each.entity_id]
    return ((agent, other) for agent in agents for other in others if agent != other)
