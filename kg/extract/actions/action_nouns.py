"""Which nouns tell of an action (`de verkoop van het gebouw`), and the verbs behind them."""

from collections.abc import Mapping

from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.lang.actions import ActionNoun, ActionRules
from kg.lang.nouns import compound_ends
from kg.model import Role

PARTICIPANTS = (*ud.SUBJECTS, ud.OBJECT, ud.INDIRECT_OBJECT, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT, ud.OBLIQUE_AGENT)
"""Labels of who and what takes part in what a verb tells."""


def action_noun(token: Token, rules: ActionRules, nouns: Mapping[str, ActionNoun]) -> ActionNoun | None:
    """Return the verb behind a noun that names an action and has a participant beside it."""
    if token.labels.isdisjoint(_NOUN_PARTICIPANTS) or token.ent_type_:
        return None
    is_noun = token.pos_ == "NOUN" or (token.pos_ == "VERB" and is_nominal_infinitive(token))
    if not is_noun or not _has_noun_participant(token, rules):
        return None
    if token.pos_ == "NOUN":
        entry = listed_noun(token.lemma_.lower(), nouns)
        return entry if entry is not None and entry.verb else None
    return ActionNoun(token.lemma_, Role.AGENT if token.lemma_ in rules.unaccusatives else Role.PATIENT)


def listed_noun(lemma: str, nouns: Mapping[str, ActionNoun]) -> ActionNoun | None:
    """Return the noun's entry in the list, or that of the longest noun that a compound ends in (`prijsstijging`)."""
    words = (lemma, *compound_ends(lemma, shortest=_SHORTEST_NOUN, front=_SHORTEST_FRONT))
    return next((noun for word in words if (noun := nouns.get(word))), None)


_SHORTEST_NOUN = 6
"""Letters that a noun must have to be found at the end of a compound."""
_SHORTEST_FRONT = 3
"""Letters before it that make a first part of a compound."""


def is_nominal_infinitive(token: Token) -> bool:
    """Tell whether an infinitive is used as a noun: `het instorten van de brug`, `naar eigen zeggen`."""
    if not clauses.has_form(token, "Inf"):
        return False
    if clauses.has_child(token, ud.DETERMINER, ud.POSSESSIVE, ud.ADJECTIVAL_MODIFIER):
        return True
    is_of_noun = any(clauses.preposition(child) for child in clauses.children(token, ud.NOMINAL_MODIFIER))
    return is_of_noun and not clauses.has_child(token, *PARTICIPANTS, ud.MARKER)


def _has_noun_participant(token: Token, rules: ActionRules) -> bool:
    return any(_names_participant(child, rules) for child in noun_participants(token, rules))


def _names_participant(child: Token, rules: ActionRules) -> bool:
    """Tell whether a phrase beside a noun says who acts or undergoes; where and about what are not enough."""
    phrase = clauses.preposition(child)
    if child.dep_ == ud.POSSESSIVE or phrase in rules.genitives or phrase in rules.agent_prepositions:
        return True
    return phrase in rules.animate_roles or rules.noun_roles.get(phrase) in _CORE_ROLES


_CORE_ROLES = (Role.AGENT, Role.PATIENT, Role.THEME, Role.RECIPIENT, Role.COMPANION)


_NOUN_PARTICIPANTS = (ud.POSSESSIVE, ud.NOMINAL_MODIFIER)


def noun_participants(noun: Token, rules: ActionRules) -> list[Token]:
    """Return the possessor and the prepositional phrases beside a noun, but for measures (`van drie procent`)."""
    phrases = clauses.children(noun, *_NOUN_PARTICIPANTS)
    things = [child for child in phrases if child.pos_ != "NUM" and any(map(str.isalpha, child.text))]
    return [child for child in things if child.lemma_ not in rules.units]
