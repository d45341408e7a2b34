"""Translations: what articles in several languages call differently, and mean alike.

Countries, continents and unions of countries by their codes in CLDR, which knows their names in every language; towns,
rivers and organisations by the exonyms of each language (`Keulen`, `Cologne`); functions by what they mean
(`burgemeester`, `mayor`). In a corpus of one language nothing is translated.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.lang import Language
from kg.model import EntityType
from kg.resolve.identity.clusters import Join
from kg.resolve.identity.namesakes import meaning
from kg.resolve.identity.senses import Sense
from kg.resolve.names import fold, fold_name
from kg.resolve.profiles import Profile

_TRANSLATED = frozenset({EntityType.PLACE, EntityType.ORGANISATION})
_SURE = 50.0
"""Bits of a name that means the same in two languages: less than what the corpus itself shows."""


@dataclass(frozen=True, slots=True)
class Translations:
    """Words of each language, by its code, with what stands for them in all; empty for a corpus of one language."""

    names: Mapping[str, Mapping[str, str]]
    functions: Mapping[str, Mapping[str, str]]

    def of(self, profile: Profile) -> Profile:
        """Return a profile with what its functions mean, and countries that can be compared with those of others."""
        if not self.names or not (profile.functions or profile.countries):
            return profile
        names, functions = self.names[profile.language], self.functions[profile.language]
        return replace(
            profile,
            meanings=frozenset(functions[word] for word in profile.functions if word in functions),
            countries=frozenset(names.get(country, country) for country in profile.countries),
        )

    def meant(self, sense: Sense) -> frozenset[str]:
        """Return what the name of a sense stands for in the languages of its articles."""
        tables = (self.names.get(code, {}) for code in sense.languages)
        return frozenset(table[sense.name] for table in tables if sense.name in table)


def translations_of(languages: Mapping[str, Language]) -> Translations:
    """Return how the languages of a corpus, by code, are translated into each other."""
    if len({language.code for language in languages.values()}) < 2:
        return Translations({}, {})
    return Translations(
        names={code: _names(language) for code, language in languages.items()},
        functions={code: _functions(language) for code, language in languages.items()},
    )


def _functions(language: Language) -> Mapping[str, str]:
    """Return the words that a language has for functions, with what they mean."""
    fields = language.identity.functions.items()
    return {word: meaning(field, concept) for field, words in fields for word, concept in words.items()}


def same_abroad(senses: Sequence[Sense], translations: Translations) -> Iterator[Join]:
    """Yield the senses to join since their names mean the same place or organisation in different languages."""
    bearers: defaultdict[tuple[EntityType, str], list[int]] = defaultdict(list)
    for position, sense in enumerate(senses):
        for meant in meanings(sense, translations):
            bearers[sense.type, meant].append(position)
    for found in bearers.values():
        yield from joined_abroad(found)


def meanings(sense: Sense, translations: Translations) -> Iterator[str]:
    """Yield what a name of a place or organisation means in all languages, if that is clear."""
    if sense.name and sense.type in _TRANSLATED and len(meant := translations.meant(sense)) == 1:
        yield from meant


def joined_abroad(bearers: Iterable[int]) -> Iterator[Join]:
    """Yield joins of the senses whose names mean the same."""
    first, *others = sorted(bearers)
    yield from (Join(first, other, _SURE, "name in another language", by_name=False) for other in others)


def _names(language: Language) -> Mapping[str, str]:
    """Return the folded names that a language has for places and organisations, with what they mean."""
    from babel import Locale  # only where a corpus has several languages

    regions = {fold(region) for region in language.label.regions}
    called = {fold_name(name, language.coreference): code for code, name in Locale(language.code).territories.items()}
    return {**{name: code for name, code in called.items() if name not in regions}, **language.identity.exonyms}
