"""Adjectives made from the names of places: `Zwitserse`, `Vlaams`, `Haagse`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from kg.errors import LanguageError
from kg.lang.table import read_rows


class PlaceKind(StrEnum):
    """What an adjective's place is."""

    COUNTRY = "country"
    CONTINENT = "continent"
    """Part of the world, of any size above a country: `Europa`, `Oost-Azië`."""
    REGION = "region"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Demonym:
    """The place that an adjective is made from."""

    place: str
    """Its name as news in the language has it: `Zwitserland`."""
    kind: PlaceKind


def read_demonyms(path: Path, endings: Mapping[str, tuple[str, ...]]) -> Mapping[str, Demonym]:
    """Return the places in the file at `path` by each form of their adjective; one in lower case with a capital too.

    A line is `base form TAB place TAB kind`. The inflected forms follow from the longest of `endings` that the base
    form has: `ees` becomes `ese`, the empty ending `e`.

    Raises:
        LanguageError: the file cannot be read, or a line has no known kind of place.
    """
    found: dict[str, Demonym] = {}
    for number, (base, place, kind) in read_rows(path, columns={3}, expected="adjective TAB place TAB kind"):
        if kind not in set(PlaceKind):
            raise LanguageError(f"line {number}: {kind!r} is no kind of place", where=path)
        for form in _forms(base, endings):
            found.setdefault(form, Demonym(place, PlaceKind(kind)))
    return MappingProxyType(found)


def _forms(base: str, endings: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    ending = max((ending for ending in endings if base.endswith(ending)), key=len, default="")
    for form in (base, *(base.removesuffix(ending) + inflected for inflected in endings.get(ending, ()))):
        yield form
        yield form[:1].upper() + form[1:]
