"""RTF: one article a file.

See https://github.com/joshy/striprtf
"""

import re
from collections.abc import Iterator

from kg.errors import ReadError
from kg.model import Document
from kg.read.articles import typed_article
from kg.read.content import load
from kg.read.foreign import foreign
from kg.read.values import Source

_BEGINNING = b"{\\rtf"
_KNOWN = re.compile(r"\{\\(title|author)\s+((?>[^{}\\]|\\(?:'[0-9a-f]{2}|u-?\d+\s?[^{}\\]?)){1,500})\}", re.IGNORECASE)
# striprtf looks for links, which it would write out, and for fonts by expressions that take the square of a line.
# Without this word there are no links, and line breaks, which mean nothing in RTF, keep the lines short.
_LINK = re.compile("HYPERLINK", re.IGNORECASE)
_BREAK = re.compile(r"(?=\\f\d)|(?<!\\)(?=\{)")


def read_rtf(source: Source) -> Iterator[Document]:
    """Yield the article of an RTF file.

    Raises:
        ReadError: it is none, or has no text.
    """
    content = load(source)
    if not content.lstrip().startswith(_BEGINNING):
        raise ReadError("is no RTF file that can be read (it does not begin as one)", where=source.where)
    markup = content.decode(source.encoding or "cp1252", "replace")
    with foreign(source, "RTF"):
        text = _words(_BREAK.sub("\n", _LINK.sub("", markup)))
        known = {name.lower(): _words(f"{{\\rtf1 {value}}}") for name, value in _KNOWN.findall(markup)}
    yield typed_article(source.id, text.splitlines(), known)


def _words(markup: str) -> str:
    """Return the words of RTF; characters beyond U+FFFF come in halves."""
    from striprtf.striprtf import rtf_to_text

    words: str = rtf_to_text(markup, errors="replace")  # type: ignore[no-untyped-call]  # typed in part
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
