"""Which language an article is in, where it does not say so."""

from collections.abc import Mapping, Sequence
from functools import cache
from tempfile import gettempdir
from typing import Any

from kg.errors import LanguageError, ReadError
from kg.lang import Language, available, load
from kg.model import Document

_KNOWN = (
    "af ar bg ca cs da de el en es et fi fr fy ga he hr hu id it ja ko lb lt lv nl no pl pt ro ru sk sl sq sr sv tr uk "
    "vi zh"
)
"""ISO 639-1 codes of the languages that are told apart: those of kg, their neighbours, and others with much news."""
_SURE = 0.99
"""Probability from which on a language is told; of 13 358 Dutch texts of one or two sentences (UD LassySmall,
Alpino) none was taken for another."""
_LIKELY = 0.9
"""The same where few languages come into question, for texts of any length: of 888 sentences of a line or less (UD
Alpino and LassySmall, our own in English and German), told apart by three languages, one was taken for another."""
_SHORTEST = 80
"""Characters; shorter texts tell too little."""
_LONGEST = 3_000
"""Characters that are looked at."""


def language_among(languages: Sequence[Language], document: Document, *, is_auto: bool = False) -> Language:
    """Return the one of some languages that an article is in, as it says or else by its words.

    One that shows no language is in the likeliest of them. `is_auto` if they are all that have a pipeline here.

    Raises:
        LanguageError: it is in another language, or it does not show in which one.
    """
    known = {language.code: language for language in languages}
    body = document.body.of(document.text) if document.body else document.text
    code = _primary(document.language) or spoken_language(body) or _likeliest(body, known)
    if code in known:
        return known[code]
    raise LanguageError(_unread(code, languages, is_auto=is_auto), where=document.id)


def _unread(code: str, languages: Sequence[Language], *, is_auto: bool) -> str:
    """Return why an article in a language is not read; the code is "" where it does not show its language."""
    name = language_name(code)
    if not code:
        return "does not show which language it is in: say so in a line above it (`language: en`)"
    if code not in available():
        return f"is in {name}; kg has no {name}"
    if is_auto:
        return f"is in {name}, for which there is no pipeline: {load(code).label.advice}"
    return f"is in {name}; this build reads {' and '.join(one.label.english_name for one in languages)}"


def _likeliest(text: str, known: Mapping[str, Language]) -> str:
    """Return the code of the language that a text is in if it is one of those known; "" where that is not clear."""
    if len(known) == 1:
        return next(iter(known))
    ranked = [(code, share) for code, share in _identifier().rank(text[:_LONGEST]) if code in known]
    code, share = max(ranked, key=lambda one: one[1])
    return str(code) if share >= _LIKELY * sum(share for _, share in ranked) else ""


def _primary(language: str) -> str:
    """Return the first part of a language tag ("nl-BE" -> "nl"), see https://www.rfc-editor.org/info/bcp47."""
    return language.replace("_", "-").split("-")[0].strip().lower()


def spoken_language(text: str) -> str:
    """Return the ISO 639-1 code of the language that a text is in; "" where that is not clear.

    Raises:
        ReadError: the model that tells languages apart cannot be unpacked.

    >>> spoken_language("Een kort bericht.")
    ''
    """
    if len(text) < _SHORTEST:
        return ""
    code, probability = _identifier().classify(text[:_LONGEST])
    return str(code) if probability >= _SURE else ""


def language_name(code: str) -> str:
    """Return the English name of a language; its code where it has none.

    >>> language_name("fr"), language_name("qq")
    ('French', 'qq')
    """
    from babel import Locale, UnknownLocaleError  # only where an article is skipped

    try:
        return Locale.parse(code).english_name or code
    except (UnknownLocaleError, ValueError):
        return code


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads its model of 4 MB, which takes a moment

    try:
        found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:  # it is unpacked to a file for a moment
        raise ReadError(f"the language cannot be found out: {error.strerror}", where=gettempdir()) from error
    found.set_languages(sorted(set(_KNOWN.split()) & set(found.labels)))
    return found
