"""How readily a reader thinks of something mentioned before: the preferences among antecedents that agree.

Grammar and agreement say what an antecedent can be and are kept apart from this. The weights follow the order of
Centering (subject over object over the rest) and the factors of Lappin and Leass (1994),
https://aclanthology.org/J94-4002: recency by sentence, grammatical function, parallel function, frequency.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import GrammaticalFunction, Mention, MentionKind
from kg.resolve.discourse import Discourse

_FUNCTIONS = {
    GrammaticalFunction.SUBJECT: 2.0,
    GrammaticalFunction.OBJECT: 1.0,
    GrammaticalFunction.OBLIQUE: 0.5,
    GrammaticalFunction.MODIFIER: -0.5,
    GrammaticalFunction.OTHER: 0.5,
}
_SENTENCE_BACK = 2.0
_PARAGRAPH_BACK = 1.0
_NAME = 0.5
_PARALLEL = 0.5
_SAME_CLAUSE_SUBJECT = 1.0
_FREQUENCY = 0.25
_MOST_FREQUENT = 6
_MENTION_BACK = 0.01


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible antecedent: a mention before, the chain it is in, and how salient it is."""

    position: int
    chain_id: int
    salience: float


def ranked(
    discourse: Discourse, position: int, antecedents: Iterable[int], chain_ids: Sequence[int]
) -> list[Candidate]:
    """Return one candidate a chain, its most salient mention, the most salient chain first.

    `chain_ids` are the chains as they are at this point of the text, pronouns resolved so far included. An adjective
    (`Zwitserse`) brings in nothing that a pronoun or noun could take up; of `A, B en tientallen andere sterren` it is
    the whole that is taken up, not the others.
    """
    best: dict[int, Candidate] = {}
    for antecedent in antecedents:
        if discourse.mentions[antecedent].kind is MentionKind.ADJECTIVE or antecedent in discourse.remainders:
            continue
        chain_id = chain_ids[antecedent]
        candidate = Candidate(antecedent, chain_id, _salience(discourse, position, antecedent, chain_id))
        if chain_id not in best or candidate.salience >= best[chain_id].salience:
            best[chain_id] = candidate
    return sorted(best.values(), key=lambda candidate: (-candidate.salience, -candidate.position))


def _salience(discourse: Discourse, position: int, antecedent: int, chain_id: int) -> float:
    mention, before = discourse.mentions[position], discourse.mentions[antecedent]
    earlier = min(bisect_left(discourse.chains[chain_id].positions, position), _MOST_FREQUENT)
    return (
        _FUNCTIONS[before.function]
        - _SENTENCE_BACK * (mention.sentence - before.sentence)
        + _FREQUENCY * earlier
        - _MENTION_BACK * (position - antecedent)
        + _bonus(mention, before)
        - _PARAGRAPH_BACK * (discourse.paragraph_of[mention.sentence] > discourse.paragraph_of[before.sentence])
    )


def _bonus(mention: Mention, before: Mention) -> float:
    is_subject = before.clause == mention.clause and before.function is GrammaticalFunction.SUBJECT
    return (
        _NAME * (before.kind is MentionKind.NAME)
        + _PARALLEL * (before.function is mention.function)
        + _SAME_CLAUSE_SUBJECT * is_subject
    )
