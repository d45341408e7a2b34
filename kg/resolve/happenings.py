"""Which actions tell of one happening: the headline and the text below it, two newspapers, a claim and its denial.

Two actions are a pair if they are of one kind, do not exclude each other, and agree in enough to leave little chance
for two happenings of that kind. What they agree in counts points:

    agent, patient      2 for the same entity or the same number of the same, 1 for the same words, or the same but for
                        their number
    setting             1 for a name that both tie to the action beside those
    time                2 if both name the same day, 1 if they name periods that overlap
    place in the news   3 for a sentence and its copy, 2 for a headline and its article, 1 for a claim and its denial in
                        one article (3 where either has one participant), and for two articles of the same days that
                        share more names

Told one after another in one article, or one of them `opnieuw`, they are two happenings.

Only actions of one kind with a named entity in common, or in copies of one sentence, are compared, and of many such
only neighbours in time: the cost grows with the number of actions, not with its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.lang import Language
from kg.lang.happenings import HappeningRules
from kg.model import Action, Copy, Difference, Extraction, Role, SameHappening
from kg.resolve.comparison import Agreement
from kg.resolve.copies import CopiedSentences, copied_sentences
from kg.resolve.entities import Identities
from kg.resolve.telling_pairs import ACTORS, Pair, may_be_one
from kg.resolve.tellings import Days, Telling, tellings

_ENOUGH = 4
"""Points from which two actions tell of one happening."""
_CONFIDENCE = {4: 0.7, 5: 0.8, 6: 0.9}
"""Share of the pairs with so many points that a reader agrees with, roughly; `_SURE` for more points."""
_SURE = 0.95
_FORETOLD = 0.6
"""The same for a plan and what a later article tells to have happened."""
_NEIGHBOURS = 20
"""How many of the next actions of a kind and name each is compared with."""
_ONE_ACTOR_DISPUTED = 3
"""Points of a claim and its denial in one article where the verb has room for one participant only."""
_SHARED_NAMES = 2
"""Names beside those of an action that make two articles likely to be about one event."""
_POINTS = {
    Agreement.DIFFERENT: 0,
    Agreement.OPEN: 0,
    Agreement.NUMBER: 1,
    Agreement.WORDS: 1,
    Agreement.COUNTED: 2,
    Agreement.ENTITY: 2,
}


@dataclass(frozen=True, slots=True)
class _Match:
    """A pair with what speaks for it, in words, with points."""

    pair: Pair
    shared: Mapping[str, int]
    circumstances: Mapping[str, int]

    @property
    def points(self) -> int:
        return sum(self.shared.values()) + sum(self.circumstances.values())


def same_happenings(
    actions: Sequence[Action],
    extractions: Sequence[Extraction],
    known: Identities,
    languages: Mapping[str, Language],
    copies: Iterable[Copy],
) -> tuple[SameHappening, ...]:
    """Return the pairs of actions that tell of one happening, by the place of the first and then of the other.

    Of the actions of another article, each is paired with the one that agrees best. Actions of articles in different
    languages, whose verbs nothing compares, are no pair; `languages` are those of the articles, by code.
    """
    told = tellings(actions, extractions, known, languages)
    copied = copied_sentences(copies)
    pairs = [
        pair
        for code, language in languages.items()
        for pair in _pairs((one for one in told if one.article.document.language == code), language.happenings, copied)
    ]
    found = [_Match(pair, _shared(pair), _circumstances(pair)) for pair in pairs]
    best = sorted(_best(match for match in found if match.points >= _ENOUGH), key=lambda match: match.pair.order)
    return tuple(_same_happening(match) for match in best)


def _pairs(told: Iterable[Telling], rules: HappeningRules, copied: CopiedSentences) -> Iterator[Pair]:
    """Yield the actions that may be a pair, each pair once."""
    seen = set()
    everything = tuple(told)
    for block in (*_blocks(everything), *_copied_blocks(everything, copied)):
        for index, first in enumerate(block):
            for second in block[index + 1 : index + 1 + _NEIGHBOURS]:
                earlier, later = sorted((first, second), key=lambda one: one.order)
                if (earlier.order, later.order) not in seen:
                    seen.add((earlier.order, later.order))
                    places = frozenset((one.document_id, one.sentence) for one in (earlier, later))
                    pair = Pair(earlier, later, is_copied=places in copied)
                    if may_be_one(pair, rules):
                        yield pair


def _blocks(told: Iterable[Telling]) -> Iterable[Sequence[Telling]]:
    """Return the rows of several actions of one kind and article, in text order, or kind and name, in order of time."""
    blocks: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
    for one in told:
        blocks[one.kind, one.document_id].append(one)
        for name in one.names:
            blocks[one.kind, f"#{name}"].append(one)
    return [sorted(blocks[key], key=_time_order) for key in sorted(blocks) if len(blocks[key]) > 1]


def _copied_blocks(told: Iterable[Telling], copied: CopiedSentences) -> Iterator[Sequence[Telling]]:
    """Yield the actions of one kind in a sentence and its copy."""
    said: defaultdict[tuple[str, int], list[Telling]] = defaultdict(list)
    for one in told:
        said[one.document_id, one.sentence].append(one)
    for places in sorted(map(sorted, copied)):
        kinds: defaultdict[str, list[Telling]] = defaultdict(list)
        for one in (one for place in places for one in said.get(place, ())):
            kinds[one.kind].append(one)
        yield from kinds.values()


def _time_order(told: Telling) -> tuple[date, int]:
    return (told.published[0] if told.published else date.max), told.order


def _shared(pair: Pair) -> Mapping[str, int]:
    """Return what two actions agree in, in words, with its points."""
    beside = (pair.first.names & pair.second.names) - _common_actors(pair)
    shared = {
        "agent": _POINTS[pair.agent],
        "patient": _POINTS[pair.patient],
        "setting": int(bool(beside)),
        "time": _time_points(pair.first.days, pair.second.days),
    }
    return {what: points for what, points in shared.items() if points}


def _circumstances(pair: Pair) -> Mapping[str, int]:
    """Return in what places of the news two actions stand, in words, with its points, where that speaks for them."""
    if pair.is_headline:
        return {"headline and text": 2}
    if pair.is_within_article:
        dispute = "claim and denial" if pair.is_contradiction else "two counts"
        return {dispute: 1 if pair.has_both_actors else _ONE_ACTOR_DISPUTED}
    if pair.is_copied:
        return {"sentence and its copy": 3}
    shared = (pair.first.article.names & pair.second.article.names) - _common_actors(pair)
    return {"articles about the same": 1} if len(shared) >= _SHARED_NAMES else {}


def _common_actors(pair: Pair) -> frozenset[str]:
    """Return the names by which two actions agree in their agents or patients."""
    first, second = pair.first, pair.second
    return frozenset().union(*(first.names_in(role) & second.names_in(role) for role in ACTORS))


def _time_points(first: Sequence[Days], second: Sequence[Days]) -> int:
    if not first or not second:
        return 0
    return 2 if any(one in second and one[0] == one[1] for one in first) else 1


def _best(matches: Iterable[_Match]) -> Iterator[_Match]:
    """Yield the matches within an article, and of those between two, the best for each action."""
    taken: set[tuple[int, str]] = set()
    for match in sorted(matches, key=lambda match: (-match.points, match.pair.order)):
        first, second = match.pair.first, match.pair.second
        ends = {(first.order, second.document_id), (second.order, first.document_id)}
        if match.pair.is_within_article or ends.isdisjoint(taken):
            taken |= ends
            yield match


def _same_happening(match: _Match) -> SameHappening:
    pair, confidence = match.pair, _CONFIDENCE.get(match.points, _SURE)
    return SameHappening(
        action_id=pair.first.action.id,
        other_id=pair.second.action.id,
        reason="; ".join((", ".join(("same kind", *match.shared)), *match.circumstances)),
        confidence=min(confidence, _FORETOLD) if pair.is_foretold else confidence,
        differences=tuple(_differences(pair)),
    )


def _differences(pair: Pair) -> Iterator[Difference]:
    if pair.is_contradiction:
        yield Difference.POLARITY
    if Agreement.NUMBER in (pair.agent, pair.patient, pair.in_role(Role.THEME)):
        yield Difference.NUMBER
    if pair.agent is Agreement.DIFFERENT:
        yield Difference.AGENT
