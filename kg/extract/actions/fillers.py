"""Words in a role, before they are looked up among the mentions."""

from typing import NamedTuple

from kg.extract.syntax.token import Token
from kg.lang.mentions import MentionRules
from kg.model import EntityType, Mention, PronounClass, Role

_ANIMATE = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP})
GOVERNED = frozenset({Role.PATIENT, Role.THEME, Role.TOPIC})
"""Roles whose preposition stays with what the verb governs."""


class Filler(NamedTuple):
    """A word in a role, before it is looked up among the mentions."""

    role: Role
    token: Token
    understood: bool = False
    preposition: str = ""
    """As in `Argument.preposition`."""


def is_animate(mention: Mention, rules: MentionRules) -> bool:
    """Tell whether a phrase is a person, organisation or group, or a pronoun for one."""
    is_person = mention.pronoun is PronounClass.PERSONAL and mention.text.lower() not in rules.anticipatory
    return mention.type in _ANIMATE or is_person
