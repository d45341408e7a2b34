"""Names: the form under which two spellings are the same, and the shorter forms that a fuller name is known by.

Folding follows what newspapers vary: case, diacritics, hyphens, dots and spaces of abbreviations, a leading article, a
legal form, the genitive with an apostrophe.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.characters import bare
from kg.lang.coreference import CoreferenceRules
from kg.model import EntityType, Mention, MentionKind

_GENITIVE = re.compile(r"\s?['’‘ʼ`]\s?s?$")
_DOTS_AND_QUOTES = re.compile(r"['’‘ʼ`]")
_BREAKS = re.compile(r"[\W_]+")

_MADE = frozenset({EntityType.ORGANISATION, EntityType.PRODUCT})
"""Types that may be called without their maker; recognisers often take a product for a company."""
_TITLE_LENGTH = 20
"""Characters before a name in which a title or form of address stands."""
_LONGEST_NAME = 12
"""Words of a name that are compared in parts; no name has more."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` in lower case without diacritics and punctuation, single letters joined.

    >>> fold("V. S."), fold("Coca-Cola"), fold("Beyoncé’s"), fold("George W. Bush")
    ('vs', 'coca cola', 'beyonce', 'george w bush')
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    words = _BREAKS.sub(" ", _DOTS_AND_QUOTES.sub("", bare(_GENITIVE.sub("", text)))).split()
    return " ".join(_join_letters(words))


def _join_letters(words: list[str]) -> Iterator[str]:
    letters = ""
    for word in words:
        if len(word) == 1 and word.isalpha():
            letters += word
            continue
        if letters:
            yield letters
            letters = ""
        yield word
    if letters:
        yield letters


def fold_name(text: str, rules: CoreferenceRules) -> str:
    """Return the form under which names are compared: folded, without article and legal form, in its known full form.

    A name that is nothing but such words keeps them.
    """
    parts = fold(text).split()
    while len(parts) > 1 and parts[0] in rules.articles:
        del parts[0]
    while len(parts) > 1 and parts[-1] in rules.legal_forms:
        del parts[-1]
    name = " ".join(parts)
    return rules.same_names.get(name, name)


def without_title(name: str, rules: CoreferenceRules) -> str:
    """Return a folded person's name without the titles before it."""
    parts = name.split()
    while len(parts) > 1 and parts[0] in rules.titles:
        del parts[0]
    return " ".join(parts)


def has_legal_form(text: str, rules: CoreferenceRules) -> bool:
    """Tell whether a name ends in what kind of legal person it is: `Bakker BV`."""
    words = fold(text).split()
    return len(words) > 1 and words[-1] in rules.legal_forms


def is_addressed(text: str, mention: Mention, rules: CoreferenceRules) -> bool:
    """Tell whether a title or form of address stands before a name in a text, or opens it: `mevrouw Bakker`."""
    if mention.kind is not MentionKind.NAME:
        return False
    start = mention.span.start
    line = text[max(0, start - _TITLE_LENGTH) : start].rpartition("\n")[2]
    before, words = fold(line).split()[-1:], fold(mention.text).split()
    return not rules.titles.isdisjoint([*before, *(words[:1] if len(words) > 1 else ())])


def is_acronym(text: str) -> bool:
    """Tell whether a name is written as an abbreviation: two letters or more, all capitals.

    >>> is_acronym("ADL"), is_acronym("V. S."), is_acronym("Ford")
    (True, True, False)
    """
    letters = [character for character in text if character.isalnum()]
    return 2 <= len(letters) <= 8 and "".join(letters).isupper()


def initials(text: str) -> str:
    """Return the folded first letters of the capitalised words of a name.

    >>> initials("Anti-Defamation League"), initials("Universiteit van Amsterdam")
    ('adl', 'ua')
    """
    return fold("".join(word[0] for word in _BREAKS.sub(" ", text).split() if word[0].isupper() or word[0].isdigit()))


def short_forms(text: str, kind: EntityType, rules: CoreferenceRules) -> Iterator[tuple[str, str]]:
    """Yield the folded forms by which a text may go on to call the bearer of a fuller name, each with the reason.

    Persons by surname, given name, initial and surname, or without their middle names; organisations by what is left
    without company words or openers, or by their first words; products by what follows their maker; everything but
    persons by its initials (`acronym`).
    """
    parts = fold_name(text, rules).split()[:_LONGEST_NAME]
    if kind is EntityType.PERSON:
        yield from _person_forms(parts, rules)
        return
    yield from ((letters, "acronym") for letters in _acronyms(text, kind, rules))
    if kind is EntityType.ORGANISATION:
        yield from _organisation_forms(parts, rules)
    if kind in _MADE:
        yield from ((" ".join(parts[start:]), "without maker") for start in range(1, len(parts)))


def _acronyms(text: str, kind: EntityType, rules: CoreferenceRules) -> Iterator[str]:
    """Yield the initials of a name, and of a company's name without its last company words."""
    words = text.split()
    shorter = [words]
    while (
        kind is EntityType.ORGANISATION
        and len(words) > 2
        and fold(words[-1]) in rules.company_words | rules.legal_forms
    ):
        words = words[:-1]
        shorter.append(words)
    yield from (letters for parts in shorter if len(letters := initials(" ".join(parts))) > 1)


def _person_forms(parts: list[str], rules: CoreferenceRules) -> Iterator[tuple[str, str]]:
    if len(parts) < 2:
        return
    for start in range(1, len(parts)):
        if parts[start] not in rules.generations:
            yield " ".join(parts[start:]), "surname"
    yield parts[0], "given name"
    yield " ".join((parts[0][0], *parts[1:])), "initial and surname"
    if len(parts) > 2:
        yield f"{parts[0]} {parts[-1]}", "without middle name"
        yield f"{parts[0][0]} {parts[-1]}", "initial and surname"


def _organisation_forms(parts: list[str], rules: CoreferenceRules) -> Iterator[tuple[str, str]]:
    if len(parts) > 1 and parts[0] in rules.name_openers:
        yield " ".join(parts[1:]), "without opener"
    company = list(company_forms(" ".join(parts), rules))
    yield from ((form, "without company words") for form in company)
    for end in range(len(parts) - len(company) - 1, 0, -1):
        yield " ".join(parts[:end]), "first words"


def company_forms(name: str, rules: CoreferenceRules) -> Iterator[str]:
    """Yield what is left of a folded name of an organisation without its last company word, its last two ..."""
    parts = name.split()
    while len(parts) > 1 and parts[-1] in rules.company_words:
        parts.pop()
        yield " ".join(parts)
