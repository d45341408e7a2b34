"""Who takes part in what an action noun names: `de aanstelling van X door Y`."""

from collections.abc import Iterator, Sequence

from kg.extract.actions.action_nouns import noun_participants
from kg.extract.actions.fillers import GOVERNED, Filler, is_animate
from kg.extract.actions.predicates import infinitive
from kg.extract.actions.subjects import is_passive, subject_of
from kg.extract.mentions import Mentions
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.lang import Language
from kg.lang.actions import ActionNoun, ActionRules
from kg.model import Role


def noun_fillers(noun: Token, entry: ActionNoun, mentions: Mentions, language: Language) -> Iterator[Filler]:
    """Yield who stands beside an action noun in a role, and the subject of the clause if it does both."""
    rules = language.actions
    beside = noun_participants(noun, rules)
    has_genitive = any(clauses.preposition(child) in rules.genitives for child in beside)
    for child in beside:
        phrase = clauses.preposition(child)
        if child.dep_ == ud.POSSESSIVE:
            yield Filler(Role.AGENT if has_genitive else entry.genitive, child)
        elif phrase in rules.genitives:
            is_thing = entry.thing is not None and not is_animate(mentions.phrase(child), language.mentions)
            yield Filler(entry.thing if is_thing and entry.thing is not None else entry.genitive, child)
        elif phrase in rules.agent_prepositions:
            yield Filler(Role.AGENT, child)
        elif phrase in rules.animate_roles and is_animate(mentions.phrase(child), language.mentions):
            yield Filler(rules.animate_roles[phrase], child)
        elif phrase in rules.noun_roles:
            role = rules.noun_roles[phrase]
            yield Filler(role, child, preposition=phrase if role in GOVERNED else "")
    if not _has_agent(beside, entry, rules):
        yield from _supporting_subject(noun, rules)


def _has_agent(beside: Sequence[Token], entry: ActionNoun, rules: ActionRules) -> bool:
    """Tell whether the phrase of a noun says who acts: `hun hulp`, `het besluit van X`, `de verkoop door X`."""
    phrases = {clauses.preposition(child) for child in beside}
    if phrases & rules.agent_prepositions:
        return True
    has_owner = any(child.dep_ == ud.POSSESSIVE for child in beside)
    has_genitive = bool(phrases & rules.genitives)
    return (has_owner and has_genitive) or ((has_owner or has_genitive) and entry.genitive is Role.AGENT)


def _supporting_subject(noun: Token, rules: ActionRules) -> Iterator[Filler]:
    """Yield the subject of the verb beside a noun, if it does both (`Ford begint de verkoop van X`).

    Who dies, falls or comes to grief at something did not do that (`stierf bij een botsing met X`), nor did who speaks
    or judges of it in a phrase that the verb governs.
    """
    verb = noun.head
    name, preposition = infinitive(verb, rules), clauses.preposition(noun)
    is_supported = noun.dep_ == ud.OBJECT and name in rules.supports
    pair = f"{name} {preposition}"
    is_governed = (pair in rules.prepositional_objects or pair in rules.frames) and name not in rules.supports
    is_shared = noun.dep_ == ud.OBLIQUE and preposition in rules.sharing_prepositions and not is_governed
    is_undergone = is_passive(verb, rules) or verb.lemma_ in rules.unaccusatives or name in rules.idioms
    if is_supported or (is_shared and not is_undergone):
        subject = subject_of(noun.head, rules)
        if subject is not None:
            yield Filler(Role.AGENT, subject.token, understood=True)
