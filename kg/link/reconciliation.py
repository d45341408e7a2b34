"""Asks a W3C reconciliation service, such as Wikidata's, for the things that names stand for.

It uses the network only where the user names a service. The protocol is the Reconciliation Service API 0.2,
https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/

A service is not trusted: its answers are limited in size and time, and an identifier comes through only if it makes an
IRI in the space that the service declares.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from time import monotonic
from typing import Any
from urllib.parse import quote, urlencode

import urllib3

from kg.characters import folded, is_iri
from kg.errors import LinkError
from kg.model import Entity, EntityType, Link

SERVICES = {"wikidata": "https://wikidata.reconci.link/{language}/api"}
"""Services known by name; `{language}` is the code of the language of the articles."""

WIKIDATA = "http://www.wikidata.org/entity/"
_WIKIDATA_TYPES = {
    EntityType.PERSON: "Q5",
    EntityType.ORGANISATION: "Q43229",
    EntityType.PLACE: "Q2221906",
}
"""Wikidata's items for human, organisation and geographic location."""

BATCH = 25
"""Names asked for at once."""
CANDIDATES = 3
SECONDS = 30.0
"""How long one answer may take."""
LARGEST = 5_000_000
"""Bytes of the largest answer that is read."""
MATCHED = 0.95
"""Confidence of what the service itself calls a match."""
SAME_NAME = 0.5
"""Confidence of a best candidate that only has the same name."""


class Service:
    """A reconciliation service; calling it asks for every entity that has a name of its own."""

    def __init__(self, address: str, *, language: str) -> None:
        self.address = address.format(language=language) if address in SERVICES.values() else address
        self._pool = urllib3.PoolManager(headers={"User-Agent": "kg", "Accept": "application/json"})

    def __call__(self, entities: Sequence[Entity]) -> dict[str, list[Link]]:
        """Return the link of each named entity for which the service has a match or a thing of the same name.

        Raises:
            LinkError: the service does not answer, or not as the protocol says.
        """
        space = self._identifier_space()
        named = [entity for entity in entities if "#" not in entity.id]
        found = {}
        for start in range(0, len(named), BATCH):
            batch = named[start : start + BATCH]
            answer = self._ask("POST", fields={"queries": json.dumps(_queries(batch, space))})
            for number, entity in enumerate(batch):
                candidates = _list_at(_table_at(answer, f"q{number}"), "result")
                if link := _link(entity, candidates, space):
                    found[entity.id] = [link]
        return found

    def _identifier_space(self) -> str:
        space = self._ask("GET").get("identifierSpace")
        if not isinstance(space, str) or not (is_iri(space) and space.startswith(("http://", "https://"))):
            raise LinkError("is no reconciliation service: it declares no identifierSpace", where=self.address)
        return space

    def _ask(self, method: str, fields: Mapping[str, str] | None = None) -> dict[str, Any]:
        """Return the JSON object that the service answers."""
        try:
            response = self._pool.request(
                method,
                self.address,
                body=urlencode(fields) if fields else None,
                headers={**self._pool.headers, "Content-Type": "application/x-www-form-urlencoded"},
                preload_content=False,
                timeout=urllib3.Timeout(total=SECONDS),
                retries=urllib3.Retry(total=2, redirect=3, backoff_factor=0.5),
            )
            with response:
                body = self._read(response)
        except (urllib3.exceptions.HTTPError, ValueError) as error:
            raise LinkError(f"does not answer: {error}", where=self.address) from error
        if response.status != 200:
            raise LinkError(f"answers with status {response.status}", where=self.address)
        return self._parsed(body)

    def _read(self, response: urllib3.BaseHTTPResponse) -> bytes:
        end, parts, size = monotonic() + SECONDS, [], 0
        for part in response.stream(65_536):
            parts.append(part)
            size += len(part)
            if size > LARGEST or monotonic() > end:
                raise LinkError(f"answers with more than {LARGEST} bytes or {SECONDS:.0f} s", where=self.address)
        return b"".join(parts)

    def _parsed(self, body: bytes) -> dict[str, Any]:
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise LinkError("does not answer in JSON", where=self.address) from error
        if not isinstance(answer, dict):
            raise LinkError("does not answer as a reconciliation service", where=self.address)
        return answer


def _queries(batch: Sequence[Entity], space: str) -> dict[str, dict[str, Any]]:
    return {f"q{number}": dict(_query(entity, space)) for number, entity in enumerate(batch)}


def _query(entity: Entity, space: str) -> Iterator[tuple[str, Any]]:
    yield "query", entity.label
    yield "limit", CANDIDATES
    if space == WIKIDATA and entity.type in _WIKIDATA_TYPES:
        yield "type", _WIKIDATA_TYPES[entity.type]


def _link(entity: Entity, candidates: Sequence[Any], space: str) -> Link | None:
    """Return the link to the best candidate, if it is a match or has a name of the entity."""
    names = {folded(name) for name in (entity.label, *entity.aliases)}
    for candidate in candidates:
        key, name = (
            (str(candidate.get(part, "")) for part in ("id", "name")) if isinstance(candidate, dict) else ("", "")
        )
        if not key:
            continue
        if candidate.get("match") is True:
            return Link(space + quote(key, safe=""), MATCHED, f"match of the service: {name}")
        if folded(name) in names:
            return Link(space + quote(key, safe=""), SAME_NAME, f"same name at the service: {name}")
        return None
    return None


def _table_at(answer: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = answer.get(key)
    return found if isinstance(found, dict) else {}


def _list_at(table: Mapping[str, Any], key: str) -> Sequence[Any]:
    found = table.get(key)
    return found if isinstance(found, list) else ()
