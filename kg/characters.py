"""Text that every format can hold, that is an IRI, that no spreadsheet takes for a formula; how to compare names."""

import re
import unicodedata

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f-\x9f<>\"{}|^`\\\ud800-\udfff\ufffe\uffff]+")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def writable(text: str) -> str:
    r"""Return `text` with U+FFFD, one for one, for what XML 1.0 or UTF-8 cannot hold or does not give back.

    These are lone surrogates, control characters but tab and newline (a carriage return comes back from XML as a
    newline), and the two noncharacters U+FFFE and U+FFFF. Offsets stay true, and all formats hold the same literals.
    See https://www.w3.org/TR/xml/#charsets

    >>> writable("bel\x07len")
    'bel�len'
    """
    return _UNWRITABLE.sub(REPLACEMENT, text)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def safe_cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula: one that looks like it gets an apostrophe in front.

    See https://owasp.org/www-community/attacks/CSV_Injection

    >>> safe_cell("=1+1")
    "'=1+1"
    """
    text = "" if value is None else str(value)
    return writable(f"'{text}" if _FORMULA.match(text) else text)


def is_iri(text: str) -> bool:
    """Tell whether a string is an absolute IRI that every RDF tool takes.

    >>> is_iri("urn:isbn:9789025"), is_iri("http://example.org/a b")
    (True, False)
    """
    return _ABSOLUTE.fullmatch(text) is not None


def folded(text: str) -> str:
    """Return `text` in lower case, without diacritics, every other run of what is no letter or figure as one blank.

    >>> folded("Curaçao"), folded("'s-Hertogenbosch")
    ('curacao', 's hertogenbosch')
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    return " ".join("".join(character if character.isalnum() else " " for character in bare(text)).split())


def bare(text: str) -> str:
    """Return `text` in lower case and without diacritics.

    >>> bare("Beyoncé")
    'beyonce'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if not unicodedata.combining(character))
