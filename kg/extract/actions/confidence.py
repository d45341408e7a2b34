"""How likely an action is told as the text tells it: with the right verb, and with no wrong agent or patient.

A logistic model with a handful of weights, fitted to annotated text and checked on articles that it was not fitted to
(see the README): of the actions with confidence 0.8, about eight in ten are right. It says nothing of whether what the
text tells is true. A pipeline that does not tell how sure it is of its arcs is taken at its word.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from kg.extract.syntax import ud
from kg.extract.syntax.phrases import NOUNS
from kg.lang.confidence import ConfidenceRules
from kg.model import ActionMention, Argument, Parse, Role, Span, Word

_ACTORS = (Role.AGENT, Role.PATIENT)
_LEAST = 0.02
"""Probability below which doubt grows no further."""
_PLACES = 2


class Grounds(NamedTuple):
    """What speaks for or against an action."""

    verb_doubt: float
    """Minus the logarithm of the probability that the words of its trigger hang where they do."""
    participant_doubt: float
    """The same for the heads of its agents and patients."""
    action_noun: float
    """1 if it is told by a noun alone."""
    understood: float
    """Agents and patients that were filled in from another clause."""
    more_patients: float
    """Patients beside the first that are not coordinated with another: most are a phrase of another word."""


def grounds(actions: Iterable[ActionMention], words: Parse) -> list[Grounds]:
    """Return what speaks for or against each action; `words` are those of the pipeline, before anything is mended."""
    by_start = {word.start: word for word in words}
    return [grounds_of(action.trigger, action.arguments, by_start) for action in actions]


def confidence(found: Grounds, rules: ConfidenceRules) -> float:
    """Return the probability that an action is right, rounded so that no machine's last bits show."""
    odds = rules.intercept + sum(
        rules.weights[ground] * value for ground, value in zip(Grounds._fields, found, strict=True)
    )
    return round(1 / (1 + exp(-odds)), _PLACES)


def grounds_of(trigger: Sequence[Span], arguments: Iterable[Argument], words: Mapping[int, Word]) -> Grounds:
    """Return what speaks for or against an action with these words and participants; `words` by where they start."""
    actors = [argument for argument in arguments if argument.role in _ACTORS]
    patients = [words.get(argument.mention.head.start) for argument in actors if argument.role is Role.PATIENT]
    first_patients = sum(word is None or word.dep != ud.CONJUNCT for word in patients)
    first = words.get(trigger[0].start)
    return Grounds(
        verb_doubt=_doubt(trigger, words),
        participant_doubt=_doubt([argument.mention.head for argument in actors], words),
        action_noun=float(len(trigger) == 1 and first is not None and first.pos in NOUNS),
        understood=float(sum(argument.understood for argument in actors)),
        more_patients=float(max(0, first_patients - 1)),
    )


def _doubt(spans: Iterable[Span], words: Mapping[int, Word]) -> float:
    """Return how doubtful it is that the words at these places hang where they do; a part of a word is not doubted."""
    scores = [words[span.start].arc_score for span in spans if span.start in words]
    return sum(-log(max(score, _LEAST)) for score in scores)
