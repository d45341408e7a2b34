"""Words in a role, before they are looked up among the mentions."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import EntityType, Mention, PronounClass, Role

_ANIMATE = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP})
GOVERNED = frozenset({Role.PATIENT, Role.THEME, Role.TOPIC})
"""Roles whose preposition stays with what the verb governs."""


@dataclass(frozen=True, slots=True)
class Filler:
    """A word in a role, before it is looked up among the mentions."""

    role: Role
    token: Token
    understood: bool = False
    preposition: str = ""
    """As in `Argument.preposition`."""


def is_animate(mention: Mention) -> bool:
    """Tell whether a phrase is a person, organisation or group."""
    is_person = mention.pronoun is PronounClass.PERSONAL and mention.text.lower() != "het"
    return mention.type in _ANIMATE or is_person
