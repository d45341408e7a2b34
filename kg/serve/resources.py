"""What is known of one IRI, for people and machines: https://www.w3.org/TR/cooluris/ by 303 and content negotiation."""

import json
from typing import Any
from urllib.parse import quote

from starlette.requests import Request as HttpRequest
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.characters import is_iri
from kg.ontology import PREFIXES
from kg.serve.answering import GRAPHS, TABLES, Request
from kg.serve.negotiation import accepted
from kg.serve.pages import html
from kg.serve.protocol import respond

MOST = 500
"""Statements about one thing that are given."""
_DESCRIBE = """CONSTRUCT {{ <{iri}> ?p ?o . ?s ?q <{iri}> }}
WHERE {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?q <{iri}> }} }} LIMIT {most}"""
_REPLACED = "SELECT DISTINCT ?now WHERE {{ <{iri}> dct:isReplacedBy ?now }} LIMIT 2"
_IS_KNOWN = "ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?q <{iri}> }} }}"
_SHOW = """SELECT DISTINCT ?way ?p ?x ?label WHERE {{
  {{ BIND(1 AS ?way) <{iri}> ?p ?x }} UNION {{ BIND(2 AS ?way) ?x ?p <{iri}> }}
  OPTIONAL {{ ?x rdfs:label ?dutch FILTER(LANG(?dutch) = "nl") }}
  OPTIONAL {{ ?x rdfs:label ?other FILTER(LANG(?other) = "" || !BOUND(?dutch)) }}
  BIND(COALESCE(?other, ?dutch) AS ?label)
}} ORDER BY ?way ?p ?x LIMIT {most}"""
_HTML = "text/html"


async def resource(http: HttpRequest) -> Response:
    """Lead from the IRI of a thing to what is known of it, as the client likes to have it."""
    wanted = accepted(http.headers.get("accept", ""))
    best = next((one for one in wanted if one in GRAPHS or one == _HTML), _HTML)
    base = http.app.state.base
    iri = base + quote(http.path_params["path"], safe="/=,-._~%")
    if now := await _replacement(http, iri):  # not for ever, as 301 would say: a decision can be undone
        return RedirectResponse(f"/{now.removeprefix(base)}", status_code=303)
    kind = "page" if best == _HTML else "data"
    return RedirectResponse(f"/{kind}?iri={quote(iri, safe='')}", status_code=303, headers={"Vary": "Accept"})


async def _replacement(http: HttpRequest, iri: str) -> str:
    """Return the one IRI that took the place of another, or the empty string; of several, people choose on its page."""
    answer = await _ask(http, _REPLACED.format(iri=iri), (next(iter(TABLES)),)) if is_iri(iri) else None
    if answer is None or answer.status_code != 200:
        return ""
    found = [row["now"]["value"] for row in json.loads(bytes(answer.body))["results"]["bindings"]]
    return found[0] if len(found) == 1 and found[0].startswith(http.app.state.base) else ""


async def data(http: HttpRequest) -> Response:
    """Answer with the statements about a thing, in the syntax that the client likes."""
    if (iri := _iri(http)) is None:
        return _no_iri()
    wanted = tuple(one for one in accepted(http.headers.get("accept", "")) if one in GRAPHS)
    answer = await _ask(http, _DESCRIBE.format(iri=iri, most=MOST), wanted)
    if answer.status_code == 200 and not await _is_known(http, iri):
        answer.status_code = 404
    return answer


async def _is_known(http: HttpRequest, iri: str) -> bool:
    answer = await _ask(http, _IS_KNOWN.format(iri=iri), (next(iter(TABLES)),))
    return answer.status_code == 200 and json.loads(bytes(answer.body))["boolean"] is True


async def page(http: HttpRequest) -> Response:
    """Answer with a plain page of the statements about a thing, with links to the things that they name."""
    if (iri := _iri(http)) is None:
        return _no_iri()
    answer = await _ask(http, _SHOW.format(iri=iri, most=MOST), (next(iter(TABLES)),))
    if answer.status_code != 200:
        return answer
    rows = json.loads(bytes(answer.body))["results"]["bindings"]
    ways = {way: [_row(row, http.app.state.base) for row in rows if row["way"]["value"] == way] for way in ("1", "2")}
    return html("resource.html", status=200 if rows else 404, iri=iri, own=ways["1"], others=ways["2"])


async def _ask(http: HttpRequest, text: str, wanted: tuple[str, ...]) -> Response:
    return await respond(http.app.state.pool, Request(text, wanted, largest=http.app.state.largest))


def _iri(http: HttpRequest) -> str | None:
    """Return the IRI that is asked for, None if it is none: nothing else may stand in a question."""
    iri = http.query_params.get("iri", "")
    return iri if is_iri(iri) and iri.startswith(("http://", "https://", "urn:")) else None


def _no_iri() -> Response:
    return PlainTextResponse("name a thing by its IRI: ?iri=https...\n", status_code=400)


def _row(row: dict[str, Any], base: str) -> dict[str, str]:
    """Return the words for a property and a value, and the address that the value links to, if it is a thing."""
    term, label = row["x"], row.get("label", {}).get("value", "")
    is_thing = term["type"] == "uri" and term["value"].startswith(("http://", "https://"))
    link = term["value"] if is_thing and not term["value"].startswith(base) else ""
    if is_thing and not link:
        link = f"/page?iri={quote(term['value'], safe='')}"
    return {"property": _short(row["p"]["value"]), "value": label or _short(term["value"]), "link": link}


def _short(iri: str) -> str:
    starts = ((name, start) for name, start in PREFIXES.items() if iri.startswith(start))
    return next((f"{name}:{iri.removeprefix(start)}" for name, start in starts), iri)
