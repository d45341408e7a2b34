"""Tells whether a question asks another server, by rdflib's grammar of SPARQL."""

from pyparsing import ParseResults
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

_PATTERN = "ServiceGraphPattern"


def asks_another_server(text: str) -> bool:
    """Tell whether a question has a SERVICE anywhere in it; raises what rdflib raises where it cannot be read."""
    return _has_service(parseQuery(text))


def _has_service(parsed: object) -> bool:
    if isinstance(parsed, CompValue):
        return parsed.name == _PATTERN or any(_has_service(value) for value in parsed.values())
    if isinstance(parsed, list | tuple | ParseResults):
        return any(_has_service(part) for part in parsed)
    return False
