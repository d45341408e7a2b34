"""How likely an action is told as the text tells it: with the right verb, and with no wrong agent or patient.

A logistic model with a handful of weights, fitted to annotated text and checked on articles that it was not fitted to
(see the README): of the actions with confidence 0.8, about eight in ten are right. It says nothing of whether what the
text tells is true. A pipeline that does not tell how sure it is of its arcs is taken at its word.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from math import exp, log
from typing import NamedTuple

from kg.extract.syntax import ud
from kg.extract.syntax.phrases import NOUNS
from kg.lang.confidence import ConfidenceRules
from kg.model import ActionMention, Parse, Role, Span

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


def weighed(actions: Iterable[ActionMention], words: Parse, rules: ConfidenceRules) -> tuple[ActionMention, ...]:
    """Return the actions with their confidence; `words` are those of the pipeline, before anything is mended."""
    told = tuple(actions)
    return tuple(
        replace(action, confidence=confidence(found, rules))
        for action, found in zip(told, grounds(told, words), strict=True)
    )


def grounds(actions: Iterable[ActionMention], words: Parse) -> list[Grounds]:
    """Return what speaks for or against each action."""
    arcs = {word.start: word.arc_score for word in words}
    nouns = {word.start for word in words if word.pos in NOUNS}
    conjuncts = {word.start for word in words if word.dep == ud.CONJUNCT}
    return [_grounds(action, arcs, nouns, conjuncts) for action in actions]


def confidence(found: Grounds, rules: ConfidenceRules) -> float:
    """Return the probability that an action is right, rounded so that no machine's last bits show."""
    odds = rules.intercept + sum(rules.weights[ground] * value for ground, value in found._asdict().items())
    return round(1 / (1 + exp(-odds)), _PLACES)


def _grounds(
    action: ActionMention, arcs: Mapping[int, float], nouns: Container[int], conjuncts: Container[int]
) -> Grounds:
    actors = [argument for argument in action.arguments if argument.role in _ACTORS]
    heads = [argument.mention.head.start for argument in actors if argument.role is Role.PATIENT]
    patients = sum(head not in conjuncts for head in heads)
    return Grounds(
        verb_doubt=_doubt(action.trigger, arcs),
        participant_doubt=_doubt((argument.mention.head for argument in actors), arcs),
        action_noun=float(len(action.trigger) == 1 and action.trigger[0].start in nouns),
        understood=float(sum(argument.understood for argument in actors)),
        more_patients=float(max(0, patients - 1)),
    )


def _doubt(words: Iterable[Span], arcs: Mapping[int, float]) -> float:
    return sum(-log(max(arcs.get(word.start, 1.0), _LEAST)) for word in words)
