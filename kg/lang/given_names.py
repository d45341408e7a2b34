"""Given names that tell the sex of who bears them: one list for all languages, as news names people of all lands."""

import unicodedata
from dataclasses import dataclass

from kg.model import Gender


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Given names by sex, lower case without diacritics; a name that both sexes bear is in neither."""

    masculine: frozenset[str]
    feminine: frozenset[str]

    def sex(self, name: str) -> Gender | None:
        """Return the sex that a given name tells, or what stands before its dash (`henk-jan`); None if unknown."""
        plain = _plain(name).partition("-")[0]
        if plain in self.masculine:
            return Gender.MASCULINE
        return Gender.FEMININE if plain in self.feminine else None


def _plain(name: str) -> str:
    """Return the name in lower case without diacritics, as the lists have it."""
    parts = unicodedata.normalize("NFKD", name.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))
