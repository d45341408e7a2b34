"""The words that headers and records have for the fields of an article."""

from collections.abc import Mapping
from types import MappingProxyType

HEADER_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "titel": "title",
        "published": "published",
        "date": "published",
        "datum": "published",
        "source": "source",
        "bron": "source",
        "quelle": "source",
        "author": "author",
        "auteur": "author",
        "autor": "author",
        "url": "url",
        "section": "section",
        "rubriek": "section",
        "rubrik": "section",
        "licence": "licence",
        "license": "licence",
        "licentie": "licence",
        "lizenz": "licence",
        "language": "language",
        "taal": "language",
        "sprache": "language",
    }
)
"""Words that open a header line, and the field of `Document` that they fill."""

RECORD_FIELDS: Mapping[str, str] = MappingProxyType({"id": "id", "text": "text", "tekst": "text", **HEADER_FIELDS})
"""Keys of a record or names of columns, and the field of `Document` that they fill; the first that has a value does,
others are left aside."""
