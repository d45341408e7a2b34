"""Given names that tell the sex of who bears them."""

from dataclasses import dataclass

from kg.model import Gender


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Given names by sex, lower case without diacritics; a name that both sexes bear is in neither."""

    masculine: frozenset[str]
    feminine: frozenset[str]

    def sex(self, name: str) -> Gender | None:
        """Return the sex that a given name tells, or None."""
        if name in self.masculine:
            return Gender.MASCULINE
        return Gender.FEMININE if name in self.feminine else None
