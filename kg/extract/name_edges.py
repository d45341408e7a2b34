"""Where the recogniser's names begin and end, mended by what a model of single sentences cannot know."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extract.name_words import (
    CAMEL,
    FACILITY,
    NAME_POS,
    ORGANISATION,
    OTHER,
    PERSON,
    PLACE,
    PRODUCT,
    Name,
    is_common,
    is_credit,
    is_name_word,
    is_nameable,
    is_title,
)
from kg.extract.phrases import NAME_PARTS
from kg.lang import Language

_WORDED = frozenset({"WORK_OF_ART", "LAW"})
"""Labels of names that ordinary words may end: `De aanslag`."""
_TITLED = frozenset({PERSON, ORGANISATION, OTHER})


def split_entity(entity: Span, language: Language) -> Iterator[Span]:
    """Yield the entity, or the two names that the recogniser took for one.

    `CEO Jansen van Ford nv`; `Minister Jansen van Financiën`; `Noord Bank Piet Jansen`; `Jansen de iPaard`;
    `Rivier Plant in Gent`.
    """
    doc, start, end = entity.doc, entity.start, entity.end
    rules = language.names
    is_titled = any(is_title(token, language) for token in doc[max(0, start - 1) : start + 1])
    for index in range(start + 1, end - 1):
        word, before = doc[index].lower_, doc[index - 1].lower_
        if is_titled and word in rules.function_prepositions and _is_seam(entity, index, language):
            parts = ((start, index, PERSON), (index + 1, end, ORGANISATION))
        elif before in rules.organisation_words and language.given_names.sex(word):
            parts = ((start, index, ORGANISATION), (index, end, PERSON))
        elif word in rules.particles and entity.label_ == PERSON and CAMEL.fullmatch(doc[index + 1].text):
            parts = ((start, index, PERSON), (index + 1, end, PRODUCT))
        elif before in rules.facility_words and word in rules.place_prepositions:
            parts = ((start, index, FACILITY), (index + 1, end, PLACE))
        else:
            continue
        yield from (Span(doc, first, last, label=label) for first, last, label in parts)
        return
    yield entity


def _is_seam(entity: Span, index: int, language: Language) -> bool:
    """Tell whether an organisation stands behind the preposition at `index`, and no surname (`Jan van Dijk`)."""
    doc, end = entity.doc, entity.end
    if is_title(doc[index - 1], language) or doc[index + 1 : end].text in language.name_lists.organisations:
        return True
    if doc[index + 1].lower_ in language.names.portfolios:
        return True
    if doc[index + 1].lower_ in language.names.particles:
        return False
    last = {doc[end - 1].lower_, *(token.lower_.replace(".", "") for token in doc[end : end + 1])}
    return not last.isdisjoint(language.names.organisation_words | language.coreference.legal_forms)


def mended(part: Span, language: Language) -> Name | None:
    """Return the name without what stands before and after it and with what belongs to it; None if nothing is left."""
    start = _first(part, language)
    end = _last(part, start, language)
    if start >= end:
        return None
    start, end = _extended(part.doc, start, end, language)
    words = Span(part.doc, start, end, label=part.label if part.label_ != OTHER else 0)
    if is_credit(words, language) or not is_nameable(words, language):
        return None
    return name_of(words, part.label_)


def name_of(words: Span, label: str) -> Name:
    """Return the words as a name, from their first to their last character."""
    return Name(words.start, words.end, words.start_char, words.end_char, label)


def _first(part: Span, language: Language) -> int:
    """Return where the name begins behind quotes, articles, forms of address, functions and compounds."""
    for number, token in enumerate(part, start=1):
        is_label = part.label_ in _TITLED and (
            is_title(token, language) or is_common(token, language) or _is_before_firm(token, part, language)
        )
        is_particle = part.label_ == PERSON and token.lower_ in language.names.particles
        is_before = token.is_space or token.is_punct or _is_article(token) or (token.is_lower and not is_particle)
        if not (is_before or (is_label and number < len(part) and not part[number].is_lower)):
            return token.i
    return part.end


def _is_before_firm(token: Token, part: Span, language: Language) -> bool:
    """Tell whether the first word of a sentence stands before a known organisation: `Brouwers Heineken en Bavaria`."""
    return bool(token.is_sent_start) and token.doc[token.i + 1 : part.end].text in language.name_lists.organisations


def _is_article(token: Token) -> bool:
    return token.pos_ == "DET" and (token.is_lower or bool(token.is_sent_start))


def _last(part: Span, start: int, language: Language) -> int:
    """Return where the name ends before punctuation, a verb and other lower-case words."""
    for token in reversed(part[start - part.start :]):
        is_ordinary = token.is_lower and token.is_alpha and token.pos_ not in NAME_POS and part.label_ not in _WORDED
        is_particle = token.is_lower and token.lower_ in language.names.particles
        if not (token.is_space or token.is_punct or is_ordinary or is_particle):
            return token.i + 1
    return start


def _extended(doc: Doc, start: int, end: int, language: Language) -> tuple[int, int]:
    """Return the name with its legal form and with the name words beside it that the parse joins to it."""
    while end < len(doc) and not doc[end].is_sent_start and _goes_on(doc[end], start, end, language):
        end += 1
    while start > 0 and not doc[start].is_sent_start and _opens(doc[start - 1], end, language):
        start -= 1
    return start, end


def _goes_on(token: Token, start: int, end: int, language: Language) -> bool:
    """Tell whether the token behind a name belongs to it."""
    is_joined = token.dep_ in NAME_PARTS and start <= token.head.i < end
    if token.lower_.replace(".", "") in language.coreference.legal_forms:
        return is_joined or not token.is_lower
    return is_joined and is_name_word(token)


def _opens(token: Token, end: int, language: Language) -> bool:
    """Tell whether the token before a name belongs to it."""
    if is_title(token, language) or is_common(token, language) or not is_name_word(token):
        return False
    return any(child.dep_ in NAME_PARTS and child.i < end for child in token.rights)
