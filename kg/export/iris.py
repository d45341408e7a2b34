"""All IRIs of the data are minted here, and nowhere else.

    {base}doc/{hash}                       article: of its URL, or else of source, date, title and text
    {base}doc/{hash}/{hash of the text}    text version; its places, actions, groups and claims are fragments of it
    {base}id/{kind}/{slug}-{hash}          entity
    {base}verb/{language}/{slug}           kind of action
    {base}act/{language}/{slug}            direct property of a kind of action

No IRI depends on the order of reading, on the clock or on an outside identifier.
"""

import re
import unicodedata
from base64 import b32encode
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from kg.characters import is_iri
from kg.errors import OntologyError
from kg.model import Claim, Copy, Decision, Document, Function, Link, Mention, Run, SameHappening, Span, TimeExpression

_PLAIN_WORDS = re.compile(r"[a-z][a-z0-9]*([ -][a-z0-9]+)*")
_ENTITY_ID = re.compile(r"[a-z]+/[a-z0-9-]+")
_SLUG_LENGTH = 40
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*")
_WEB = ("http", "https")
_YEAR_OR_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
"""Not the seasons 21 to 24 of EDTF."""


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of one corpus under one base."""

    base: str
    texts: Mapping[str, str]
    """IRI of the text version of each document, by document id."""

    def document(self, document_id: str) -> str:
        """Return the IRI of an article."""
        return self.texts[document_id].rpartition("/")[0]

    def text(self, document_id: str) -> str:
        """Return the IRI of the text of an article."""
        return self.texts[document_id]

    def span(self, document_id: str, span: Span) -> str:
        """Return the IRI of a place in a text, as RFC 5147 and NIF write it."""
        return _fragment(self.texts[document_id], "char", span)

    def entity(self, entity_id: str) -> str:
        """Return the IRI of an entity; one without a name hangs under the text that it stands in."""
        return self._within_text(entity_id) or f"{self.base}id/{_part(entity_id)}"

    def action(self, action_id: str) -> str:
        """Return the IRI of an action, which hangs under the text of its first mention."""
        return self._within_text(action_id) or f"{self.base}action/{_part(action_id)}"

    def claim(self, claim: Claim) -> str:
        """Return the IRI of a claim, named after the place of what is claimed, up to the cue that takes it up."""
        place = claim.content
        if claim.told_before and claim.cue:
            place = Span(min(place.start, claim.cue.start), max(place.end, claim.cue.end))
        return _fragment(self.texts[claim.document_id], "claim", place)

    def filler(self, mention: Mention) -> str:
        """Return the IRI of a participant of which only the words are known."""
        return _fragment(self.texts[mention.document_id], "filler", mention.span)

    def time(self, document_id: str, time: TimeExpression) -> str:
        """Return the IRI of a time: one for each value and the days of it that are meant (`begin 2008`).

        One without a value hangs under its text.
        """
        if time.value is None:
            return _fragment(self.texts[document_id], "time", time.span)
        part = "" if _is_whole(time) else f".{time.start}.{time.end}"
        return f"{self.base}time/{_part(time.value + part)}"

    def verb(self, predicate: str, language: str) -> str:
        """Return the IRI of a kind of action."""
        return f"{self.base}verb/{language_code(language)}/{slug(predicate)}"

    def direct_property(self, predicate: str, language: str) -> str:
        """Return the IRI of the property of a kind of action; its last part is an NCName, which RDF/XML needs."""
        return f"{self.base}act/{language_code(language)}/{slug(predicate)}"

    def function(self, value: str) -> str:
        """Return the IRI of a function or title."""
        return f"{self.base}function/{slug(value)}"

    def membership(self, entity_id: str, function: Function) -> str:
        """Return the IRI of somebody's having a function."""
        return f"{self.base}membership/{_digest(entity_id, function.value, function.organisation_id, length=16)}"

    def link(self, entity_id: str, link: Link) -> str:
        """Return the IRI of a link from an entity to an outside identifier."""
        return f"{self.base}link/{_digest(entity_id, link.iri, length=16)}"

    def same_happening(self, same: SameHappening) -> str:
        """Return the IRI of two actions' being one happening."""
        return f"{self.base}happening/{_digest(self.action(same.action_id), self.action(same.other_id), length=16)}"

    def decision(self, decision: Decision) -> str:
        """Return the IRI of what somebody decided of two entities; there is one for a pair."""
        return f"{self.base}decision/{_digest(*sorted((decision.one, decision.other)), length=16)}"

    def copy(self, copy: Copy) -> str:
        """Return the IRI of a text's being a copy of another."""
        return f"{self.base}copy/{_digest(self.text(copy.document_id), self.text(copy.original_id), length=16)}"

    def source(self, name: str) -> str:
        """Return the IRI of a newspaper, site or agency."""
        return f"{self.base}source/{slug(name)}"

    def run(self, run: Run) -> str:
        """Return the IRI of a run, named by version, pipeline and settings."""
        settings = (f"{name}={value}" for name, value in run.settings)
        return f"{self.base}run/{_part(run.version)}-{_digest(run.version, run.pipeline, *settings)}"

    def software(self, run: Run) -> str:
        """Return the IRI of the version of kg that made a run."""
        return f"{self.base}software/kg-{_part(run.version)}"

    def text_graph(self, document_id: str) -> str:
        """Return the name of the graph of all that rests on one text."""
        return f"{self.base}graph/{self.texts[document_id].removeprefix(self.base)}"

    def graph(self, name: str) -> str:
        """Return the name of a graph that does not rest on one text, such as `entities`."""
        return f"{self.base}graph/{name}"

    def _within_text(self, identifier: str) -> str:
        document_id, mark, fragment = identifier.rpartition("#")
        text = self.texts.get(unquote(document_id, errors="surrogatepass"))
        return f"{text}#{quote(fragment, safe='=,-', errors='surrogatepass')}" if mark and text else ""


def iris_of(documents: Iterable[Document], base: str) -> Iris:
    """Return the IRIs of a corpus.

    Raises:
        OntologyError: data cannot hang under `base`, see `checked_base`.
    """
    base = checked_base(base)
    texts = {document.id: f"{base}doc/{_document_key(document)}/{text_hash(document)[:10]}" for document in documents}
    return Iris(base, MappingProxyType(texts))


def checked_base(base: str) -> str:
    """Return `base` as it is if data can hang under it.

    Raises:
        OntologyError: it is no absolute web address that ends in `/`.
    """
    if not is_web_address(base) or not base.endswith("/") or "#" in base or "?" in base:
        raise OntologyError("a base is an http(s) address that ends in / and has no # or ?", where=base)
    return base


def is_within_text(identifier: str) -> bool:
    """Tell whether the id or IRI of an entity or action hangs under a text, as those of what has no name do."""
    return "#" in identifier


def slug(text: str) -> str:
    """Return an ASCII NCName for words or a name; one that does not show all of `text` ends in its hash.

    >>> slug("gewond raken")
    'gewond_raken'
    >>> slug("Zich Beraden op")
    'zich-beraden-op-mjemsugg'
    """
    if _PLAIN_WORDS.fullmatch(text) and len(text) <= _SLUG_LENGTH:
        return text.replace(" ", "_")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    readable = re.sub(r"[^a-z0-9]+", "-", plain)[:_SLUG_LENGTH].strip("-0123456789") or "x"
    return f"{readable}-{_digest(text)}"


def text_hash(document: Document) -> str:
    """Return the SHA-256 of the text of a document, in hexadecimal."""
    return sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def language_code(language: str) -> str:
    """Return a language tag in small letters, or `und` for what is none (BCP 47)."""
    tag = language.lower()
    return tag if _LANGUAGE.fullmatch(tag) else "und"


def is_web_address(text: str) -> bool:
    """Tell whether a string is an absolute http or https IRI."""
    try:
        parts = urlsplit(text)
        return is_iri(text) and parts.scheme in _WEB and bool(parts.hostname)
    except ValueError:
        return False


def _document_key(document: Document) -> str:
    if is_web_address(document.url):
        return _digest(document.url.partition("#")[0], length=16)
    return _digest(document.source, document.published, document.title, document.text, length=16)


def _is_whole(time: TimeExpression) -> bool:
    """Tell whether all days of a year or month are meant; other values leave no choice of days."""
    if time.value is None or time.start is None or not _YEAR_OR_MONTH.fullmatch(time.value):
        return True
    year, month = int(time.value[:4]), time.value[5:]
    last = f"{month}-{monthrange(year, int(month))[1]}" if month else "12-31"
    return (time.start, time.end) == (f"{year:04}-{month or '01'}-01", f"{year:04}-{last}")


def _fragment(text: str, kind: str, span: Span) -> str:
    return f"{text}#{kind}={span.start},{span.end}"


def _part(identifier: str) -> str:
    """Return an identifier as one part of a path; `kind/slug` stays as it is, in two.

    One that begins or ends in a dot has them encoded: `..` alone leads elsewhere, and rdflib reads no prefixed name
    that ends in one.
    """
    if _ENTITY_ID.fullmatch(identifier):
        return identifier
    encoded = quote(identifier, safe="", errors="surrogatepass")
    return encoded if encoded == encoded.strip(".") else encoded.replace(".", "%2E")


def _digest(*parts: str, length: int = 8) -> str:
    """Return `length` letters and digits that stand for `parts`."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return b32encode(sha256(joined).digest()).decode().lower()[:length]
