"""Characters that every format can hold."""

import re

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
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
