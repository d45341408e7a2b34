"""Keeps a question from reaching out: pyoxigraph follows SERVICE to any address, and cannot be told not to.

FROM and FROM NAMED only choose among graphs that are loaded, and updates are no questions for it; see
https://www.w3.org/TR/sparql11-federated-query/
"""

import re

from kg.errors import QueryError

_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_KEYWORD = "service"


def refuse_to_reach_out(text: str, *, name: str) -> None:
    """Raise if a question has a SERVICE in it, also if it may have one and cannot be read well enough to tell.

    The word alone says nothing (`FILTER(CONTAINS(?label, "service"))`), and no search for it is a guard: keywords need
    no blank before them, and can be written with escapes. So where the word occurs, rdflib's grammar decides.

    Raises:
        QueryError: the question would ask another server.
    """
    if _KEYWORD not in _unescaped(text).casefold():
        return
    # rdflib takes half a second to import, and hardly any question needs it
    from kg.query.service import asks_another_server

    try:
        reaches_out = asks_another_server(text)
    except Exception as error:  # whatever the parser cannot read, it cannot vouch for
        raise QueryError(f"may ask another server (SERVICE), and cannot be read: {error}", where=name) from error
    if reaches_out:
        raise QueryError("would ask another server (SERVICE); kg only asks its own graph", where=name)


def _unescaped(text: str) -> str:
    """Return a text with its code point escapes replaced, until none is left."""
    while (plain := _ESCAPED.sub(_character, text)) != text:
        text = plain
    return text


def _character(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= 0x10FFFF else ""
