"""Variants of names: in what two folded names of one type differ, if they may be of one thing at all."""

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from kg.lang.given_names import GivenNames
from kg.lang.identity import IdentityRules
from kg.resolve.identity.signs import Sign

_LETTERS_PER_SLIP = 5
"""Letters of which one may be another before two words are no longer nearly the same."""
_MOST_SLIPS = 3
_LONGEST_INITIALS = 3
_ACRONYM = range(2, 8)
"""Letters that an acronym has."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's folded name."""

    given: tuple[str, ...]
    """Given names and initials, one letter for each initial."""
    particles: tuple[str, ...]
    surname: str
    """Without particles."""

    @property
    def is_initialled(self) -> bool:
        """Tell whether no given name is written out."""
        return bool(self.given) and all(len(part) == 1 for part in self.given)


class _Sounds:
    """Groups of letters with the one that stands for all that are said alike in a language."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        groups = sorted(spellings, key=lambda letters: (-len(letters), letters))  # the longest first
        self._groups, self._spellings = re.compile("|".join(map(re.escape, groups))), spellings

    def of(self, name: str) -> str:
        return self._groups.sub(lambda found: self._spellings[found[0]], name)


@dataclass(frozen=True, eq=False)
class Variants:
    """What is known of how names vary in the languages of a corpus."""

    rules: tuple[IdentityRules, ...]
    """Of each language."""
    particles: Mapping[str, str]
    """Those of all languages."""
    legal_openers: frozenset[str]
    given_names: GivenNames
    sounds: tuple["_Sounds", ...]
    """Of each language."""
    letters: dict[int, str]
    """Letters that no decomposition makes plain, with those that newspapers write instead."""

    def person(self, name: str) -> PersonName:
        """Return the parts of a person's folded name; what stands before the particles, or the last word, is given.

        A word of up to three letters that is no given name stands for as many initials (`jp balkenende`).
        """
        words = name.split()
        first = next((at for at, word in enumerate(words[:-1]) if word in self.particles), len(words) - 1)
        last = first
        while last < len(words) - 1 and words[last] in self.particles:
            last += 1
        given = tuple(part for word in words[:first] for part in self._given(word))
        return PersonName(given, tuple(words[first:last]), " ".join(words[last:]))

    def _given(self, word: str) -> Iterator[str]:
        is_known = word in self.given_names or any(word in rules.given_names for rules in self.rules)
        if len(word) <= _LONGEST_INITIALS and not is_known:
            yield from word
        else:
            yield word

    def usual_given(self, name: str) -> frozenset[str]:
        """Return the form of a given name that stands for all of its forms in each language: `cornelis` for `kees`."""
        return frozenset(rules.given_names.get(name, name) for rules in self.rules)

    def squeezed(self, name: str) -> str:
        """Return a name in plain letters without blanks: `cocacola`, `soren`."""
        return name.translate(self.letters).replace(" ", "")

    def spelled(self, name: str) -> frozenset[str]:
        """Return one spelling for all names said alike in each language, without blanks: `putin` for Dutch `poetin`."""
        letters = self.squeezed(name)
        return frozenset(sounds.of(letters) for sounds in self.sounds)

    def without_opener(self, name: str) -> str:
        """Return a folded name without the legal form before it."""
        first, _, rest = name.partition(" ")
        return rest if rest and first in self.legal_openers else name

    def acronyms(self, name: str) -> Iterator[str]:
        """Yield the initials of a folded name, with and without its small words (`van`, `de`)."""
        words = name.split()
        large = [word for word in words if word not in self.particles]
        found = {"".join(word[0] for word in some) for some in (words, large)} if len(large) > 1 else set()
        yield from sorted(letters for letters in found if len(letters) in _ACRONYM)

    def person_signs(self, one: PersonName, other: PersonName) -> frozenset[Sign] | None:
        """Return in what two names of persons differ, or None where they cannot be of one."""
        if one == other:
            return frozenset({Sign.SAME_NAME})
        parts = (
            self._given_signs(one.given, other.given),
            frozenset() if _lacks_article(one, other) else self._particle_signs(one.particles, other.particles),
            self.word_signs(one.surname, other.surname),
        )
        known = [part for part in parts if part is not None]
        return frozenset[Sign]().union(*known) if len(known) == len(parts) else None

    def word_signs(self, one: str, other: str) -> frozenset[Sign] | None:
        """Return in what two names differ when taken letter by letter, or None where they are not alike."""
        if one == other:
            return frozenset()
        first, second = self.squeezed(one), self.squeezed(other)
        if first == second:
            return frozenset({Sign.SPACING})
        if not self.spelled(first).isdisjoint(self.spelled(second)):
            return frozenset({Sign.SPELLING})
        return frozenset({Sign.TYPING}) if _is_slip(first, second) else None

    def thing_signs(self, one: str, other: str) -> frozenset[Sign] | None:
        """Return in what two names of things other than persons differ, or None where they cannot be of one."""
        short, long = sorted((one, other), key=lambda name: (len(name), name))
        if " " not in short and short in self.acronyms(long):
            return frozenset({Sign.ACRONYM})
        first, second = self.without_opener(one), self.without_opener(other)
        signs = self.word_signs(first, second)
        return signs if signs is None or (first, second) == (one, other) else signs | {Sign.LEGAL_FORM}

    def _given_signs(self, one: tuple[str, ...], other: tuple[str, ...]) -> frozenset[Sign] | None:
        if one == other:
            return frozenset()
        if not one or not other:
            return frozenset({Sign.SURNAME})
        found = [self._given_sign(first, second) for first, second in zip(one, other, strict=False)]
        known = [signs for signs in found if signs is not None]
        if len(known) < len(found):
            return None
        signs = frozenset[Sign]().union(*known)
        is_shorter = len(one) != len(other) and Sign.INITIALS not in signs
        return signs | {Sign.MIDDLE_NAME} if is_shorter else signs

    def _given_sign(self, one: str, other: str) -> frozenset[Sign] | None:
        """Return in what two given names differ, or None if they are of two people."""
        if 1 in (len(one), len(other)) and one != other:
            return frozenset({Sign.INITIALS}) if one[0] == other[0] else None
        if one != other and not self.usual_given(one).isdisjoint(self.usual_given(other)):
            return frozenset({Sign.NICKNAME})
        return self.word_signs(one, other)

    def _particle_signs(self, one: tuple[str, ...], other: tuple[str, ...]) -> frozenset[Sign] | None:
        if one == other:
            return frozenset()
        short = ["".join(self.particles[word] for word in words) for words in (one, other)]
        if short[0] == short[1]:
            is_shortened = any(word == self.particles[word] for word in (*one, *other))
            return frozenset({Sign.SPACING if is_shortened or len(one) != len(other) else Sign.PARTICLE})
        return None if all(short) else frozenset({Sign.PARTICLE})


def variants_of(rules: Sequence[IdentityRules], given_names: GivenNames) -> Variants:
    """Return what the rules of some languages say of how names vary."""
    letters = dict(ChainMap(*(dict(one.letters) for one in rules)))
    return Variants(
        rules=tuple(rules),
        particles=dict(ChainMap(*(dict(one.particles) for one in rules))),
        legal_openers=frozenset[str]().union(*(one.legal_openers for one in rules)),
        given_names=given_names,
        sounds=tuple(_Sounds(one.spellings) for one in rules),
        letters=str.maketrans(letters),
    )


def _lacks_article(one: PersonName, other: PersonName) -> bool:
    """Tell whether one is a surname alone without its particles, which folding takes for articles: `De Jong`."""
    return any(not (name.given or name.particles) for name in (one, other))


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two words are the same but for few letters; never where figures differ."""
    if [letter for letter in one if letter.isdigit()] != [letter for letter in other if letter.isdigit()]:
        return False
    most = min(len(one) // _LETTERS_PER_SLIP, len(other) // _LETTERS_PER_SLIP, _MOST_SLIPS)
    return most > 0 and DamerauLevenshtein.distance(one, other, score_cutoff=most) <= most
