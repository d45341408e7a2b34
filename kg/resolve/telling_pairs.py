"""Two tellings that may be of one happening: how they compare, and whether anything shows that they are not."""

from dataclasses import dataclass
from datetime import date, timedelta

from kg.lang.happenings import HappeningRules
from kg.model import Modality, Role
from kg.resolve.comparison import Agreement, agreement, do_exclude_each_other, do_overlap
from kg.resolve.tellings import Days, Telling

_DAYS_APART = timedelta(days=3)
"""Between two articles about one event; newspapers come back to it on the days after."""
_RECENT = timedelta(days=7)
"""How long ago something may be that an article tells without saying when."""
_PLANNED_AHEAD = timedelta(days=366)
_LEAD = 3
"""Sentences after its headline in which an article tells the same again, even in fewer words."""
ACTORS = (Role.AGENT, Role.PATIENT)
_NEVER = (date.max, date.max)
_UNREAL = (Modality.CONDITIONAL, Modality.QUESTION)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actions that may tell of one happening, the earlier one in the corpus first."""

    first: Telling
    second: Telling
    is_copied: bool
    """The sentence of the one is a copy of that of the other."""

    @property
    def agent(self) -> Agreement:
        """Return how the two compare in who acts."""
        return self.in_role(Role.AGENT)

    @property
    def patient(self) -> Agreement:
        """Return how the two compare in who undergoes it."""
        return self.in_role(Role.PATIENT)

    def in_role(self, role: Role) -> Agreement:
        """Return how the two compare in a role."""
        return agreement(self.first.filling(role), self.second.filling(role))

    @property
    def order(self) -> tuple[int, int]:
        """Return the places of the two among the actions of the corpus."""
        return self.first.order, self.second.order

    @property
    def is_within_article(self) -> bool:
        """Tell whether one article tells both."""
        return self.first.document_id == self.second.document_id

    @property
    def is_headline(self) -> bool:
        """Tell whether one of the two stands in the title of the article that the other stands in."""
        return self.is_within_article and self.first.is_headline != self.second.is_headline

    @property
    def is_foretold(self) -> bool:
        """Tell whether one is a plan, and the other a fact of a later article that is not of the same days."""
        plan, fact = sorted((self.first, self.second), key=lambda one: one.published or _NEVER)
        return (
            plan.published is not None
            and fact.published is not None
            and timedelta(0) < fact.published[0] - plan.published[1] <= _PLANNED_AHEAD
            and plan.mention.standing == "plan"
            and fact.mention.is_fact
        )

    @property
    def has_both_actors(self) -> bool:
        """Tell whether the two agree in who acts and in who undergoes it."""
        return min(self.agent, self.patient) >= Agreement.WORDS

    @property
    def has_only_actor(self) -> bool:
        """Tell whether the two are told of the same one, as agent of both or as patient, and of nobody else."""
        filled = {role: (bool(self.first.filling(role)), bool(self.second.filling(role))) for role in ACTORS}
        told = [role for role, both in filled.items() if any(both)]
        return len(told) == 1 and all(filled[told[0]]) and self.in_role(told[0]) > Agreement.OPEN

    @property
    def is_said_apart(self) -> bool:
        """Tell whether two sentences tell them, as said by different ones, of whom the text itself may be one."""
        return self.first.claimant_id != self.second.claimant_id and self.first.sentence != self.second.sentence

    @property
    def is_contradiction(self) -> bool:
        """Tell whether one is said to be so, and the other not."""
        return self.first.is_affirmed != self.second.is_affirmed


def may_be_one(pair: Pair, rules: HappeningRules) -> bool:
    """Tell whether nothing shows that two actions of a kind are two happenings, or that either is none at all."""
    first, second = pair.first, pair.second
    return (
        first.is_again == second.is_again
        and first.mention.modality not in _UNREAL
        and second.mention.modality not in _UNREAL
        and not do_exclude_each_other(first, second)
        and (_is_within_one(pair, rules) if pair.is_within_article else _is_of_two(pair))
        and _do_actors_allow(pair, rules)
    )


def _do_actors_allow(pair: Pair, rules: HappeningRules) -> bool:
    if pair.patient is Agreement.DIFFERENT:
        return False
    if pair.agent is Agreement.DIFFERENT:
        is_once = pair.first.mention.predicate in rules.once and pair.second.mention.predicate in rules.once
        return is_once and pair.patient is Agreement.ENTITY and not pair.is_within_article
    is_empty = pair.first.kind in rules.vague or pair.first.mention.is_speech or pair.second.mention.is_speech
    return pair.has_both_actors or not (is_empty or pair.is_foretold)


def _is_within_one(pair: Pair, rules: HappeningRules) -> bool:
    """Tell whether two actions stand in one article as tellings of one happening do."""
    first, second = pair.first, pair.second
    if pair.is_headline:
        is_near = abs(first.sentence - second.sentence) <= _LEAD or pair.has_both_actors
        return is_near and not pair.is_contradiction and Agreement.NUMBER not in (pair.agent, pair.patient)
    is_dispute = pair.is_contradiction or _are_two_counts(pair, rules)
    return pair.is_said_apart and is_dispute and (pair.has_both_actors or pair.has_only_actor)


def _are_two_counts(pair: Pair, rules: HappeningRules) -> bool:
    """Tell whether two who are known count the same people, and not alike: no word but the number tells them apart.

    Sentences that name different places or organisations count those there.
    """
    first, second = pair.first, pair.second
    counted = [role for role in ACTORS if pair.in_role(role) is Agreement.NUMBER]
    heads = {filler.head for role in counted for one in (first, second) for filler in one.filling(role)}
    is_elsewhere = bool(first.setting and second.setting) and first.setting.isdisjoint(second.setting)
    are_known = bool(first.claimant_id and second.claimant_id)
    return bool(heads) and heads <= rules.people and are_known and not is_elsewhere


def _is_of_two(pair: Pair) -> bool:
    """Tell whether two actions stand in two articles as tellings of one happening do."""
    return pair.is_copied or pair.is_foretold or _are_near(pair)


def _are_near(pair: Pair) -> bool:
    """Tell whether two articles are of about the same days, and what either dates is then news to the other."""
    first, second = pair.first, pair.second
    if not first.published or not second.published:
        return False
    if not do_overlap((_widened(first.published, _DAYS_APART),), (second.published,)):
        return False
    return all(
        one.days or not other.days or do_overlap((_widened(one.published, _RECENT),), other.days)
        for one, other in ((first, second), (second, first))
        if one.published
    )


def _widened(days: Days, by: timedelta) -> Days:
    """Return a period with so many days before and after it, as far as the calendar goes."""
    return max(days[0], date.min + by) - by, min(days[1], date.max - by) + by
