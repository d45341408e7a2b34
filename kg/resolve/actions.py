"""Actions: what happened, once for all the places that tell of it in the same or edited words, and who took part.

Distribution: a group takes part as the group that it is. What `tientallen sterren, onder wie A` do is
said of the group and not repeated for its members, whom `Entity.member_of` leads to; `A en B` that stand as two
arguments are two participants.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from networkx.utils import UnionFind

from kg.model import Action, ActionMention, Entity, Extraction, Mention, Participation, Role, Span
from kg.resolve.copies.retold import Place, Retold
from kg.resolve.entities import Identities
from kg.resolve.identifiers import action_id, is_unnamed
from kg.resolve.names import fold

_FEWEST_WORDS = 6
"""Words that a sentence must have for two articles to have it from one source and not by chance."""

_ACTORS = (Role.AGENT, Role.PATIENT)

Evidence = tuple[object, ...]
"""What action mentions of two articles must agree in to be one action."""


def actions(
    extractions: Sequence[Extraction], known: Identities, entities: Iterable[Entity], told: Retold
) -> tuple[Action, ...]:
    """Return the actions of the corpus, by document and position.

    Action mentions are one action if they stand at the same place of the same sentence (words folded) of different
    articles, and agree in predicate, factuality, times, participants and claimant. Participants agree as entities, or
    where those stay within their article, by what they are called there.

    In a copy, the sentence may have been edited: then it is enough that agents and patients are the same entities or
    have the same head, and that the verb stands for that of the original (`kg.resolve.copies.retold`): the same kind of
    action, of the same standing, told by the same.
    """
    labels = {entity.id: fold(entity.label) for entity in entities if is_unnamed(entity.id)}
    told_by: Counter[tuple[str, Span]] = Counter()
    found = []
    for same in sorted(
        _groups(extractions, known, labels, told), key=lambda same: (same[0].document_id, _position(same[0]))
    ):
        first = same[0]
        word = first.document_id, first.trigger[0]
        told_by[word] += 1
        found.append(Action(action_id(first, nth=told_by[word]), tuple(same), known.of(first.claimant)))
    return tuple(found)


def participations(actions: Iterable[Action], known: Identities) -> tuple[Participation, ...]:
    """Return who and what took part in each action, as its first mention tells it, in text order."""
    return tuple(
        Participation(
            action_id=action.id,
            role=argument.role,
            mention=argument.mention,
            entity_id=known.of(argument.mention),
            understood=argument.understood,
            preposition=argument.preposition,
        )
        for action in actions
        for argument in action.first.arguments
    )


def _groups(
    extractions: Sequence[Extraction], known: Identities, labels: Mapping[str, str], told: Retold
) -> Iterable[Sequence[ActionMention]]:
    """Return the mentions of each action, by document and position."""
    same: UnionFind[Evidence] = UnionFind()
    shared = _in_several_places(extractions)
    mentions = []
    for extraction in extractions:
        seen: Counter[Evidence] = Counter()
        for mention in sorted(extraction.actions, key=_position):
            evidence = _evidence(mention, extraction, known, labels, shared)
            mentions.append((evidence, mention))
            for copied in _evidence_in_copies(mention, told.first_place(mention), known):
                same.union(evidence, (*copied, seen[copied]))
                seen[copied] += 1
    grouped: defaultdict[Evidence, list[ActionMention]] = defaultdict(list)
    for evidence, mention in mentions:
        grouped[same[evidence]].append(mention)
    return grouped.values()


def _position(mention: ActionMention) -> tuple[tuple[Span, ...], str]:
    return mention.trigger, mention.predicate


def _in_several_places(extractions: Iterable[Extraction]) -> frozenset[str]:
    """Return the sentences, folded, that tell of an action in several places, and are not too short."""
    places = Counter(
        fold(extraction.sentences[index].span.of(extraction.document.text))
        for extraction in extractions
        for index in {mention.sentence for mention in extraction.actions}
    )
    return frozenset(words for words, count in places.items() if count > 1 and words.count(" ") + 1 >= _FEWEST_WORDS)


def _evidence(
    mention: ActionMention, extraction: Extraction, known: Identities, labels: Mapping[str, str], shared: Set[str]
) -> Evidence:
    span, trigger = extraction.sentences[mention.sentence].span, mention.trigger[0]
    text = extraction.document.text
    sentence = fold(span.of(text))
    if sentence not in shared:
        return mention.document_id, trigger, mention.predicate
    return (
        sentence,
        fold(text[span.start : trigger.start]).count(" "),
        *_manner(mention),
        tuple(time.value for time in mention.times),
        tuple((argument.role, _participant(argument.mention, known, labels)) for argument in mention.arguments),
        _participant(mention.claimant, known, labels) if mention.claimant else "",
    )


def _evidence_in_copies(mention: ActionMention, place: Place | None, known: Identities) -> Iterator[Evidence]:
    """Yield what mentions in copies must agree in, one or the other: with the times as dates, and in their words.

    An editor may change `vandaag` to `gisteren`; one who copies `maandag` a week later means the same Monday.
    """
    if place is None:
        return
    actors = (argument for argument in mention.arguments if argument.role in _ACTORS)
    who = frozenset((actor.role, _head(actor.mention, known)) for actor in actors)
    claimant = _head(mention.claimant, known) if mention.claimant else ""
    dates = tuple(time.value for time in mention.times)
    for times in dict.fromkeys((dates, tuple(fold(time.text) for time in mention.times))):
        yield (*place, *_manner(mention), mention.standing, who, claimant, times)


def _manner(mention: ActionMention) -> Evidence:
    """Return what is told to happen, and how surely."""
    return mention.predicate, mention.polarity, mention.certainty, mention.modality


def _head(mention: Mention, known: Identities) -> str:
    """Return the entity with a name that a mention refers to, or else its head word."""
    entity_id = known.of(mention)
    return fold(mention.head_lemma) if not entity_id or is_unnamed(entity_id) else entity_id


def _participant(mention: Mention, known: Identities, labels: Mapping[str, str]) -> str:
    entity_id = known.of(mention)
    return labels.get(entity_id, entity_id) or fold(mention.text)
