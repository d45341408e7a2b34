"""Given names that tell the sex of who bears them: one list for all languages, as news names people of all lands."""

from dataclasses import dataclass

from kg.characters import bare
from kg.model import Gender


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Given names by sex, lower case without diacritics; a name that both sexes bear is in neither."""

    masculine: frozenset[str]
    feminine: frozenset[str]

    def __contains__(self, name: str) -> bool:
        """Tell whether a folded name is in either list."""
        return name in self.masculine or name in self.feminine

    def sex(self, name: str) -> Gender | None:
        """Return the sex that a given name tells, or what stands before its dash (`henk-jan`); None if unknown."""
        plain = bare(name).partition("-")[0]
        if plain in self.masculine:
            return Gender.MASCULINE
        return Gender.FEMININE if plain in self.feminine else None
