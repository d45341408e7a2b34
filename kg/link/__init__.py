"""Links entities to the identifiers of others: GeoNames, a list of names of the user's own, a reconciliation service.

Nothing is linked unless it is asked for, and only a reconciliation service is asked over the network. Every link says
how sure it is and why; the exporters write `owl:sameAs` for a sure one and `skos:closeMatch` for another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from kg.errors import LinkError
from kg.link.geonames import link_places
from kg.link.linker import Linker, Linking
from kg.link.name_list import SUFFIXES, read_name_list
from kg.link.reconciliation import SERVICES, Service
from kg.model import Link, Resolution

__all__ = ["GEONAMES", "SERVICES", "Linker", "Linking", "link", "linking", "public_name"]

GEONAMES = "geonames"
_COMMON = "en"
"""Language that a service is asked in about things of articles in several."""


def linking(name: str) -> Linking:
    """Return what makes what finds links of one kind; a list of names is read here, once for all languages.

    `name` is `geonames`, the name of a service in `SERVICES`, the address of a W3C reconciliation service, or the path
    of a list of names (.csv, .tsv, or RDF).

    Raises:
        LinkError: there is no such thing.
    """
    if name == GEONAMES:
        return lambda *languages: lambda entities: link_places(entities, *languages)
    if name in SERVICES or name.startswith(("http://", "https://")):
        return lambda *languages: Service(
            SERVICES.get(name, name), language=languages[0].code if len(languages) == 1 else _COMMON
        )
    if Path(name).suffix.lower() in SUFFIXES:
        names = read_name_list(Path(name))
        return lambda *_: names
    known = ", ".join([GEONAMES, *SERVICES])
    raise LinkError(f"no list to link to; give {known}, a file ({', '.join(SUFFIXES)}) or an address", where=name)


def public_name(name: str) -> str:
    """Return what a linker is called in the output: a list without its folders, a service without password and key."""
    if Path(name).exists():
        return Path(name).name
    address = urlsplit(name)
    return name if not address.netloc else f"{address.scheme}://{address.netloc.rpartition('@')[2]}{address.path}"


def link(resolution: Resolution, linkers: Iterable[Linker]) -> Resolution:
    """Return the resolution with the links that `linkers` find for its entities, the surest first."""
    found: dict[str, list[Link]] = {entity.id: list(entity.links) for entity in resolution.entities}
    for finds in linkers:
        for entity_id, links in finds(resolution.entities).items():
            found[entity_id] += links
    entities = tuple(replace(entity, links=_distinct(found[entity.id])) for entity in resolution.entities)
    return replace(resolution, entities=entities)


def _distinct(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links in the order of their confidence, of several to one thing the surest."""
    ordered = sorted(links, key=lambda one: (-one.confidence, one.iri, one.reason))
    surest: dict[str, Link] = {}
    for one in ordered:
        surest.setdefault(one.iri, one)
    return tuple(surest.values())
