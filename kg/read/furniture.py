"""What stands beside the news in what somebody typed or laid out: page numbers, contact data, imprints, notes.

An actor of the news is not who can be called about it, or who printed it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.lang.fields import field_words
from kg.read.headers import is_header_line
from kg.read.lines import ends_sentence

_DAY = r"\d\d?[ /-]\d\d?[ /-]\d{4}\b"
_CONTACTS = re.compile(
    r"(?<!\S)[^\s@]+@[^\s@]+\.\w+|(?:https?://|www\.)\S+"  # mail and web
    rf"|(?:\+\d\d|\(?(?<!\d[-/])\b(?!{_DAY})0\d{{1,3}}\)?)"  # telephone, ITU-T E.123 and as it is written at home
    r"[ ()/-]*\d[\d ()/-]{4,16}\d"
    r"|\b[1-9]\d{3} ?[A-Z]{2}(?= +[A-Z])"  # Dutch postcode before a town
)
_WORDS_BESIDE = 8
"""Words beside each telephone number, address and so on in a paragraph that is about no more than these."""
_WORDS_OF_LETTERHEAD = 2
"""Likewise in the line above a headline: a headline may name a web site too."""
_WORD = re.compile(r"\w[\w.’'-]*")


def without_furniture(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield the paragraphs that may be news.

    A note to editors below the news goes with all that follows, an imprint with what follows that is no sentence, and a
    paragraph of contact data alone. Header lines and the headline stay, and so does a sentence that names a telephone
    number or a web site.
    """
    is_above, has_headline = True, False
    for paragraph in _without_notes(paragraphs):
        is_header = is_above and is_header_line(paragraph)
        is_above = is_header or (is_above and not ends_sentence(paragraph))
        if is_header:
            yield paragraph
        elif not is_contact(paragraph, words_beside=_WORDS_BESIDE if has_headline else _WORDS_OF_LETTERHEAD):
            has_headline = True
            yield paragraph


def _without_notes(paragraphs: Iterable[str]) -> Iterator[str]:
    is_imprint = has_news = False
    for paragraph in paragraphs:
        if has_news and _is_note(paragraph):
            return
        has_news = has_news or ends_sentence(paragraph)
        is_imprint = paragraph.lower().rstrip(" :.") in field_words().imprints or (
            is_imprint and not ends_sentence(paragraph)
        )
        if not is_imprint:
            yield paragraph


def end_of_news(text: str, start: int) -> int:
    """Return where a note to editors begins in a text whose news begins at `start`; its length where there is none."""
    has_news = False
    for line in re.finditer(r"[^\r\n]+", text[start:]):
        if has_news and _is_note(line[0].strip()):
            return start + line.start()
        has_news = has_news or ends_sentence(line[0].rstrip())
    return len(text)


def is_contact(paragraph: str, *, words_beside: int = _WORDS_BESIDE) -> bool:
    """Tell whether a paragraph is no sentence and holds little more than how to reach somebody.

    >>> is_contact("Redactie: Havenweg 1, 3011 AB Rotterdam, tel. 010-123 45 67")
    True
    >>> is_contact("Bel bij brand 112 of mail naar hulp@stad.example.")
    False
    """
    if ends_sentence(paragraph):
        return False
    contacts = len(_CONTACTS.findall(paragraph))
    return contacts > 0 and len(_WORD.findall(_CONTACTS.sub(" ", paragraph))) <= words_beside * contacts


def is_page_number(line: str) -> bool:
    """Tell whether a line is the number of its page, and no more.

    >>> is_page_number("- 3 -"), is_page_number("pagina 3 van 8"), is_page_number("3 gewonden")
    (True, True, False)
    """
    return bool(_page_number().fullmatch(line.strip(" \t|–—-")))


def _is_note(paragraph: str) -> bool:
    return bool(_note().match(paragraph))


@cache
def _note() -> re.Pattern[str]:
    """Return the pattern of a phrase that stands alone or above a note; a sentence may begin with the same words."""
    notes = "|".join(map(re.escape, field_words().notes))
    return re.compile(rf"[*\-–—_=\[( ]*(?:{notes})[ \t]*(?:[:;,.)\](/*_=–—]|[ \t]-|-[- ]|$)", re.IGNORECASE)


@cache
def _page_number() -> re.Pattern[str]:
    page, of = ("|".join(map(re.escape, sorted(words))) for words in (field_words().page, field_words().of))
    return re.compile(rf"(?:(?:{page})\.?[ \t]*)?\d{{1,4}}(?:[ \t]*(?:{of}|/)[ \t]*\d{{1,4}})?", re.IGNORECASE)
