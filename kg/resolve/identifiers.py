"""Identifiers of entities and actions: all ids are minted here, safe as part of an IRI and the same in any order."""

import re
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from kg.model import ActionMention, EntityType, Span
from kg.resolve.names import fold

_SLUG_LENGTH = 60


def named_id(kind: EntityType, name: str, disambiguator: str = "") -> str:
    """Return the id of a thing known by a folded name; `disambiguator` keeps namesakes apart.

    >>> named_id(EntityType.PERSON, "kim kardashian")
    'person/kim-kardashian-8c5431a3'
    """
    digest = sha256("\0".join((kind.value, name, disambiguator)).encode("utf-8", "surrogatepass")).hexdigest()
    return "/".join((kind.value.lower(), f"{_slug(name)}-{digest[:8]}"))


def unnamed_id(document_id: str, kind: EntityType, span: Span) -> str:
    """Return the id of a thing without a name: it hangs under its document, at the place that brings it in.

    >>> unnamed_id("2020/krant 1", EntityType.GROUP, Span(3, 12))
    '2020/krant%201#group=3,12'
    """
    return f"{document_part(document_id)}#{kind.value.lower()}={span.start},{span.end}"


def is_unnamed(entity_id: str) -> bool:
    """Tell whether an entity id is that of a thing without a name, which stays within its article."""
    return "#" in entity_id


def action_id(action: ActionMention, *, nth: int = 1) -> str:
    """Return the id of an action: its document and the place of its verb or noun; the `nth` told by that same word."""
    trigger = action.trigger[0]
    place = f"{trigger.start},{trigger.end}" + (f",{nth}" if nth > 1 else "")
    return f"{document_part(action.document_id)}#action={place}"


@lru_cache(maxsize=256)
def document_part(document_id: str) -> str:
    """Return a document id as a path that an IRI can hold: everything unusual percent-encoded, no empty or dot part.

    >>> document_part("a b/../<c>#1")
    'a%20b/%2E%2E/%3Cc%3E%231'
    """
    encoded = quote(document_id, safe="/-._~", errors="surrogatepass")
    return "/".join(part.replace(".", "%2E") if part in (".", "..") else part for part in encoded.split("/"))


def _slug(name: str) -> str:
    ascii_name = fold(name).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:_SLUG_LENGTH].strip("-") or "unnamed"
