"""Weighing: how likely two senses are one thing, and why, after Fellegi and Sunter (1969).

Each sign that speaks for it or against it weighs so many bits (`signs`); their sum is the logarithm of the
odds. A form that fits several fuller names in the corpus, say `J. de Vries`, loses the bits that it takes to choose.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from kg.model import EntityType
from kg.resolve.identity.namesakes import are_called_otherwise, common_functions
from kg.resolve.identity.senses import Sense
from kg.resolve.identity.signs import FORBIDDING, WEIGHTS, Sign
from kg.resolve.identity.variants import PersonName, Variants

Fit = tuple[str, ...]
"""A form of names that several may have."""

_BESIDE = (Sign.ONE_NAME_BESIDE, Sign.TWO_NAMES_BESIDE, Sign.MORE_NAMES_BESIDE)
_FEW = 2
"""Bearers of a surname from which on it is a common one, and takes a bit more."""
_SMOOTHING = 100
"""Names that any corpus is taken to have beside those found in it."""
_FAR_YEARS = 80
"""Years between two articles from which on they are likely to tell of two generations."""
_TOLD = 3
"""Words that a reason tells, at most."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two senses that may be one thing."""

    one: int
    other: int
    """Positions in the sequence of senses."""
    bits: float
    reasons: tuple[str, ...]
    is_forbidden: bool

    @property
    def likelihood(self) -> float:
        """Return how likely they are one, from 0 to 1."""
        return 1 / (1 + 2**-self.bits)


@dataclass(frozen=True)
class Scales:
    """What pairs of senses are weighed with."""

    senses: Mapping[int, Sense]
    variants: Variants
    persons: Mapping[int, PersonName]
    fits: Mapping[Fit, int]
    """How many senses may be called by a form."""
    names: int
    """How many names stand in the corpus beside others."""

    def weigh(self, one: int, other: int, rivals: int = 0) -> Match | None:
        """Return how likely two senses are one, or None if their names are of two things.

        `rivals` are the bearers of a surname that have as much in common with a place of it as the one weighed.
        """
        signs = self.name_signs(one, other)
        if signs is None:
            return None
        told = dict(self._signs(self.senses[one], self.senses[other]))
        known = self._rivals(one, other, signs)
        bits = min((WEIGHTS[sign] for sign in signs), default=WEIGHTS[Sign.SPACING]) - max(0, len(signs) - 1)
        bits += sum(WEIGHTS[sign] for sign in told) - log2(rivals or known) - (rivals > 0 and known > _FEW)
        reasons = [*sorted(sign.value for sign in signs), *(f"{sign.value}{words}" for sign, words in told.items())]
        if known > 1:
            is_same = self.senses[one].name == self.senses[other].name
            reasons.append(f"{known} have this name" if is_same else f"the shorter name fits {known}")
        return Match(one, other, bits, tuple(reasons), self._is_forbidden(signs, told))

    def forbids(self, one: int, other: int, by_name: bool) -> bool:
        """Tell whether two senses cannot be one, whatever a third one is like."""
        signs = self.name_signs(one, other)
        told = dict(self._signs(self.senses[one], self.senses[other]))
        return self._is_forbidden(signs or frozenset(), told) or (by_name and signs is None)

    def _is_forbidden(self, names: frozenset[Sign], told: Iterable[Sign]) -> bool:
        """Tell whether somebody has to decide: signs speak against it, or the bearers of one name were told apart."""
        return Sign.SAME_NAME in names or not FORBIDDING.isdisjoint(told)

    def name_signs(self, one: int, other: int) -> frozenset[Sign] | None:
        """Return in what the names of two senses differ, or None where they cannot be of one thing."""
        if self.senses[one].type is not self.senses[other].type:
            return None
        if self.senses[one].type is EntityType.PERSON:
            return self.variants.person_signs(self.persons[one], self.persons[other])
        return self.variants.thing_signs(self.senses[one].name, self.senses[other].name)

    def _rivals(self, one: int, other: int, signs: frozenset[Sign]) -> int:
        """Return how many names of the corpus the shorter of two names fits."""
        found = (
            form
            for at in (one, other)
            for sign, form in short_forms(self.senses[at], self.persons.get(at), self.variants)
            if sign in signs
        )
        return max((self.fits.get(form, 0) for form in found), default=1) or 1

    def _signs(self, one: Sense, other: Sense) -> Iterator[tuple[Sign, str]]:
        """Yield what beside the names speaks for two senses being one or against it, with the words for it."""
        company = one.company & other.company
        is_met = not one.circle.isdisjoint(other.circle)
        if common := common_functions(one, other):
            yield Sign.FUNCTION, _words(common)
        elif one.type is EntityType.PERSON and are_called_otherwise(one, other) and not is_met:
            yield Sign.OTHER_FUNCTION, ""
        by_chance = len(one.company) * len(other.company) / (self.names + _SMOOTHING)
        if (met := round(len(company) - by_chance)) > 0:
            yield _BESIDE[min(met, len(_BESIDE)) - 1], _words(company)
        if one.name in other.company or other.name in one.company:
            yield Sign.SIDE_BY_SIDE, ""
        if one.sexes and other.sexes and one.sexes.isdisjoint(other.sexes):
            yield Sign.OTHER_SEX, ""
        if one.countries and other.countries:
            common = one.countries & other.countries
            yield (Sign.COUNTRY, _words(common)) if common else (Sign.OTHER_COUNTRY, "")
        if one.years and other.years:
            yield from self._of_years(one.years, other.years)

    def _of_years(self, one: frozenset[int], other: frozenset[int]) -> Iterator[tuple[Sign, str]]:
        gap = max(min(one) - max(other), min(other) - max(one))
        if gap >= _FAR_YEARS:
            yield Sign.FAR_YEARS, ""
        elif common := one & other:
            yield Sign.YEAR, _words(map(str, common))


def scales_of(senses: Sequence[Sense], variants: Variants) -> Scales:
    """Return what the senses of a corpus are weighed with."""
    fitting: defaultdict[Fit, set[str]] = defaultdict(set)
    for sense in senses:
        for form in forms(sense, variants) if sense.is_known_by_name else ():
            fitting[form].add(sense.id)
    names = {name for sense in senses for name in sense.company}
    fits = {form: len(named) for form, named in fitting.items()}
    return scales_for(dict(enumerate(senses)), variants, fits, len(names))


def scales_for(senses: Mapping[int, Sense], variants: Variants, fits: Mapping[Fit, int], names: int) -> Scales:
    """Return what some senses are weighed with; of the forms in `fits` theirs are enough."""
    persons = {
        position: variants.person(sense.name) for position, sense in senses.items() if sense.type is EntityType.PERSON
    }
    return Scales(senses, variants, persons, fits, names)


def forms(sense: Sense, variants: Variants) -> set[Fit]:
    """Return the forms that the name of a sense may be shortened to."""
    person = variants.person(sense.name) if sense.type is EntityType.PERSON else None
    return {form for _, form in short_forms(sense, person, variants)}


def short_forms(sense: Sense, person: PersonName | None, variants: Variants) -> Iterator[tuple[Sign, Fit]]:
    """Yield the forms that a name may be shortened to, with the sign that each would be."""
    if person is None:
        yield from ((Sign.ACRONYM, (sense.type, letters)) for letters in variants.acronyms(sense.name))
        return
    yield Sign.SAME_NAME, ("name", sense.name)
    for surname in variants.spelled(person.surname):
        yield Sign.SURNAME, ("surname", surname)
        if person.given and not person.is_initialled:
            yield Sign.INITIALS, ("initial", person.given[0][0], surname)
        for usual in variants.usual_given(person.given[0]) if len(person.given) > 1 else ():
            yield Sign.MIDDLE_NAME, ("given", usual, surname)


def _words(words: Iterable[str]) -> str:
    """Return words in a fixed order, no more than tell."""
    return f": {', '.join(sorted(words)[:_TOLD])}"
