"""Names: what the recogniser found, mended by what a model of single sentences cannot know.

Where a name begins and ends is decided here, what it names in `kg.extract.name_types`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg.extract.phrases import NAME_PARTS
from kg.lang import Language
from kg.lang.nouns import NounClass

PERSON, ORGANISATION, PLACE, FACILITY, EVENT = "PERSON", "ORG", "GPE", "FAC", "EVENT"
OTHER = "MISC"
HASHTAG = "HASHTAG"
HANDLE = "HANDLE"
"""Labels of the recogniser, and two of our own for what stands in social media."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
NO_NAMES = frozenset({"NORP", "LANGUAGE"})
"""Labels of the recogniser for peoples, adjectives of places, and languages: no entities."""

_NAME_POS = frozenset({"PROPN", "X"})
_TAG = re.compile(r"(?<![\w/&])([#@])(\w*[^\W\d]\w*)")
_TITLED = frozenset({PERSON, ORGANISATION, OTHER})
_BEFORE_CREDIT = frozenset("([/-–")
_AFTER_CREDIT = frozenset(")]/-–")
_ATTRIBUTES = frozenset({"amod", "det", "advmod"})
CAMEL = re.compile(r"[a-z][A-Z]\w+(-\w+)?")
"""A word such as `iPhone`: a name, of a product rather than of anything else."""
_MIN_CAPITALS = 4


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name in a text: `start, end` count tokens, the other two characters, which may leave out an ending."""

    start: int
    end: int
    start_char: int
    end_char: int
    label: str

    def of(self, doc: Doc) -> str:
        """Return the name as it is spelled."""
        words = doc[self.start : self.end]
        return words.text[self.start_char - words.start_char : self.end_char - words.start_char]


def find_names(doc: Doc, language: Language) -> tuple[Name, ...]:
    """Return the names of a document, in text order and apart from each other, labelled as the recogniser has it.

    Boundaries: https://catalog.ldc.upenn.edu/docs/LDC2013T19/OntoNotes-Release-5.0.pdf, section 2.6, but without
    article, title, function and possessive ending. A name that the recogniser missed is labelled `MISC`.
    """
    tags = tuple(_tags(doc))
    taken = _covered(tags)
    parts = (part for entity in doc.ents if not is_people(entity.root, language) for part in _split(entity, language))
    found = [name for part in parts if (name := _mended(part, language)) and not _touches(name, taken)]
    found += list(_skipped(doc, taken | _covered(found), language))
    found = _without_endings(found, doc, language)
    found += _repeated(doc, found, taken | _covered(found), language)
    found += _compounded(doc, found, taken | _covered(found), language)
    return tuple(sorted([*tags, *_apart(found)]))


def is_people(token: Token, language: Language) -> bool:
    """Tell whether the recogniser's name at `token` is a people, an adjective of a place or a language: no entity.

    A proper noun that no list of nouns has is a name after all: the recogniser may take a band for a people.
    """
    if token.ent_type_ not in NO_NAMES:
        return False
    is_proper = token.pos_ == "PROPN" and token.dep_ not in _ATTRIBUTES
    return not is_proper or NounClass.PERSON in language.nouns.of(token.lemma_) or token.ent_type_ == "LANGUAGE"


def _apart(names: Iterable[Name]) -> Iterator[Name]:
    """Yield the names in text order, the longest of those that begin together, none that overlaps an earlier one."""
    end = 0
    for name in sorted(names, key=lambda name: (name.start, -name.end, name.end_char)):
        if name.start >= end:
            yield name
            end = name.end


def _covered(names: Iterable[Name]) -> set[int]:
    return {index for name in names for index in range(name.start, name.end)}


def _tags(doc: Doc) -> Iterator[Name]:
    """Yield the hashtags and handles, however the tokenizer split them."""
    for match in _TAG.finditer(doc.text):
        if span := doc.char_span(*match.span(), alignment_mode="expand"):
            label = HASHTAG if match[1] == "#" else HANDLE
            yield Name(span.start, span.end, *match.span(), label)


def _touches(name: Name, taken: set[int]) -> bool:
    return not taken.isdisjoint(range(name.start, name.end))


def _split(entity: Span, language: Language) -> Iterator[Span]:
    """Yield the entity, or the two names that the recogniser took for one.

    `CEO Jansen van Ford nv`; `Noord Bank Piet Jansen`; `Rivier Plant in Gent`.
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
    if doc[index + 1].lower_ in language.names.particles:
        return False
    last = {doc[end - 1].lower_, *(token.lower_.replace(".", "") for token in doc[end : end + 1])}
    return not last.isdisjoint(language.names.organisation_words | language.coreference.legal_forms)


def _mended(part: Span, language: Language) -> Name | None:
    """Return the name without what stands before and after it and with what belongs to it; None if nothing is left."""
    start = _first(part, language)
    end = _last(part, start, language)
    if start >= end:
        return None
    start, end = _extended(part.doc, start, end, language)
    words = Span(part.doc, start, end, label=part.label if part.label_ != OTHER else 0)
    if is_credit(words, language) or not is_nameable(words, language):
        return None
    return _name(words, part.label_)


def _name(words: Span, label: str) -> Name:
    return Name(words.start, words.end, words.start_char, words.end_char, label)


def _first(part: Span, language: Language) -> int:
    """Return where the name begins behind quotes, articles, forms of address, functions and compounds."""
    for number, token in enumerate(part, start=1):
        is_label = part.label_ in _TITLED and (is_title(token, language) or _is_common(token, language))
        is_particle = part.label_ == PERSON and token.lower_ in language.names.particles
        is_before = token.is_space or token.is_punct or _is_article(token) or (token.is_lower and not is_particle)
        if not (is_before or (is_label and number < len(part) and not part[number].is_lower)):
            return token.i
    return part.end


def _is_article(token: Token) -> bool:
    return token.pos_ == "DET" and (token.is_lower or bool(token.is_sent_start))


def is_title(token: Token, language: Language) -> bool:
    """Tell whether `token` is a form of address or the name of a function: `mevrouw`, `CEO`, `Premier`."""
    word = token.lower_
    if word in language.names.titles or word in language.names.addresses:
        return True
    return token.pos_ == "NOUN" and language.nouns.of(token.lemma_)[:1] == (NounClass.PERSON,)


def _is_common(token: Token, language: Language) -> bool:
    """Tell whether `token` says what the name behind it is: `Autofabrikant Ford`, `Airbus-eigenaar EADS`."""
    if token.lower_ in language.names.organisation_words or token.lower_ in language.coreference.name_openers:
        return False
    is_compound = token.text.rpartition("-")[2].islower()
    if token.pos_ == "PROPN" and not is_compound and language.given_names.sex(token.lower_):
        return False
    return bool(language.nouns.of(token.lemma_.lower() if token.pos_ == "NOUN" else token.lower_))


def _last(part: Span, start: int, language: Language) -> int:
    """Return where the name ends before punctuation, a verb and other lower-case words."""
    for token in reversed(part[start - part.start :]):
        is_ordinary = token.is_lower and token.is_alpha and token.pos_ not in _NAME_POS
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
    return is_joined and _is_name_word(token)


def _opens(token: Token, end: int, language: Language) -> bool:
    """Tell whether the token before a name belongs to it."""
    if is_title(token, language) or _is_common(token, language) or not _is_name_word(token):
        return False
    return any(child.dep_ in NAME_PARTS and child.i < end for child in token.rights)


def is_credit(words: Span, language: Language) -> bool:
    """Tell whether the words are a press agency between brackets or before a dash: the source of the article."""
    if any(token.lower_ not in language.names.agencies for token in words):
        return False
    doc = words.doc
    before = doc[words.start - 1].text if words.start else ""
    after = doc[words.end].text if words.end < len(doc) else ""
    return before in _BEFORE_CREDIT and after in _AFTER_CREDIT


def is_nameable(words: Span, language: Language) -> bool:
    """Tell whether the words can be a name: they have a capital, and are no abbreviation or compound of one."""
    first = words[0]
    if not any(has_capital(token) for token in words):
        return False
    if len(words) > 1:
        return True
    ordinary = (language.names.no_names, language.name_lists.calendar, language.mentions.quantities)
    if any(first.lower_ in words for words in ordinary) or is_title(first, language) or len(first) == 1:
        return False
    return bool(words.label) or not _common_part(first)


def _common_part(token: Token) -> str:
    """Return the dash and common noun that end a compound with a name: `-logo` in `Apple-logo`."""
    front, dash, last = token.text.rpartition("-")
    return dash + last if front and last.islower() else ""


def _skipped(doc: Doc, taken: set[int], language: Language) -> Iterator[Name]:
    """Yield the runs of proper names that the recogniser left out."""
    start = 0
    while start < len(doc):
        end = start
        while (
            end < len(doc)
            and end not in taken
            and _is_name_word(doc[end])
            and not (end > start and doc[end].is_sent_start)
        ):
            end += 1
        name = _mended(Span(doc, start, end, label=OTHER), language) if end > start else None
        if name and not _touches(name, taken):
            yield name
        start = max(end, start + 1)


def _is_name_word(token: Token) -> bool:
    """Tell whether a word outside the recogniser's names is one all the same: `iPhone` is, whatever its word class."""
    is_proper = token.pos_ in _NAME_POS and token.text[:1].isupper()
    return not token.ent_type_ and (is_proper or CAMEL.fullmatch(token.text) is not None)


def has_capital(token: Token) -> bool:
    """Tell whether the word has a capital as names have: first, or second as in `eBay`."""
    return any(char.isupper() for char in token.text[:2])


def _without_endings(names: Sequence[Name], doc: Doc, language: Language) -> list[Name]:
    """Return the names without the ending of a possessor or compound where the text or a list has the bare name too."""
    lists = language.name_lists
    known = {token.text for token in doc} | {name.of(doc) for name in names} | lists.organisations | lists.countries
    return [replace(name, end_char=name.end_char - len(_ending(name, doc, known, language))) for name in names]


def _ending(name: Name, doc: Doc, known: set[str], language: Language) -> str:
    """Return what comes behind the bare name: `s` in `Jansens`, `-logo` in `Apple Computer-logo`; empty if nothing."""
    token, text = doc[name.end - 1], name.of(doc)
    if (common := _common_part(token)) and text.removesuffix(common) in known:
        return common
    for ending in language.names.possessive_endings:
        bare = token.text.removesuffix(ending)
        is_owner = token.dep_ == "nmod:poss" and (token.lemma_ == bare or len(ending) > 1)
        if bare and bare != token.text and (bare in known or is_owner):
            return ending
    return ""


def _repeated(doc: Doc, names: Sequence[Name], taken: set[int], language: Language) -> Iterator[Name]:
    """Yield the other places that spell a name of this document, in the same letters or in capitals, or a country."""
    spellings = _spellings(doc, names, language)
    end = 0
    for token in doc:
        for words in () if token.i < end else spellings.get(token.text, ()):
            span = doc[token.i : token.i + len(words)]
            if tuple(part.text for part in span) == words and taken.isdisjoint(range(span.start, span.end)):
                end = span.end
                if not is_credit(span, language):
                    yield _name(span, OTHER)
                break


def _spellings(doc: Doc, names: Sequence[Name], language: Language) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words of every name and country and the names in capitals, by first word, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        last = doc[name.end - 1].text[: name.end_char - doc[name.end - 1].idx]
        words = (*(token.text for token in doc[name.start : name.end - 1]), last)
        capitals = tuple(word.upper() for word in words)
        for spelling in {words, capitals} if sum(map(len, words)) >= _MIN_CAPITALS else {words}:
            found.setdefault(spelling[0], set()).add(spelling)
    for country in language.name_lists.countries:
        found.setdefault(country.split(" ")[0], set()).add(tuple(country.split(" ")))
    return {first: tuple(sorted(group, key=lambda words: (-len(words), words))) for first, group in found.items()}


def _compounded(doc: Doc, names: Sequence[Name], taken: set[int], language: Language) -> Iterator[Name]:
    """Yield the names that open a compound with a hyphen: `Ford` in `Ford-topman`.

    Only where the compound is a function and nothing else in the text names the organisation: a compound is no place
    that a reader would mark a name in.
    """
    known = {name.of(doc) for name in names} | language.names.no_names
    for token in doc:
        front, dash, last = token.text.rpartition("-")
        is_function = dash and front[:1].isupper() and last in language.names.corporate_functions
        if is_function and token.i not in taken and known.isdisjoint({front, front.lower()}):
            yield Name(token.i, token.i + 1, token.idx, token.idx + len(front), ORGANISATION)
            known |= {front}
