"""Writes a large graph in the formats of pyoxigraph, from its dump and in one pass, for machines and not for people.

pyoxigraph lists prefixes in an order that changes from run to run. They are sorted where they stand in the file, which
makes it no longer or shorter.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pyoxigraph as ox

_HEADS: Mapping[ox.RdfFormat, tuple[re.Pattern[bytes], re.Pattern[bytes]]] = {
    **dict.fromkeys(
        (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG),
        (re.compile(rb"(?:@prefix [^\n]*\n)+"), re.compile(rb"@prefix [^\n]*\n")),
    ),
    ox.RdfFormat.RDF_XML: (re.compile(rb"(?: xmlns:\w+=\"[^\"]*\")+"), re.compile(rb" xmlns:\w+=\"[^\"]*\"")),
}
"""For each format, where its prefixes stand together, and one of them."""


def write_plain(content: IO[bytes], path: Path, format: ox.RdfFormat, prefixes: Mapping[str, str]) -> None:
    """Write N-Quads, or N-Triples for a format without named graphs, in another format; the order stays."""
    named = format.supports_datasets and format is not ox.RdfFormat.JSON_LD
    given = ox.RdfFormat.N_QUADS if named else ox.RdfFormat.N_TRIPLES
    used = dict(prefixes) if format in _HEADS else None
    ox.serialize(ox.parse(content, format=given), output=path, format=format, prefixes=used)
    if used:
        _sort_prefixes(path, format, room=sum(len(name) + len(iri) + 32 for name, iri in used.items()) + 1000)


def _sort_prefixes(path: Path, format: ox.RdfFormat, *, room: int) -> None:
    together, each = _HEADS[format]
    with path.open("r+b") as file:
        if found := together.search(file.read(room)):
            file.seek(found.start())
            file.write(b"".join(sorted(each.findall(found[0]))))
