"""What every linker is."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from kg.lang import Language
from kg.model import Entity, Link


class Linker(Protocol):
    """Finds outside identifiers for entities."""

    def __call__(self, entities: Sequence[Entity]) -> Mapping[str, Sequence[Link]]:
        """Return the links found, by the id of their entity; entities without a link may be left out."""
        ...


class Linking(Protocol):
    """Makes a linker for the things that articles in some languages name."""

    def __call__(self, *languages: Language) -> Linker:
        """Return the linker."""
        ...
