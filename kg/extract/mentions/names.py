"""Names: those of the recogniser with mended boundaries, and those that it missed.

What they name is decided in `kg.extract.mentions.name_types`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.extract.mentions.adjectives import place_adjectives
from kg.extract.mentions.name_edges import mended, name_of, split_entity
from kg.extract.mentions.name_evidence import is_employer
from kg.extract.mentions.name_words import (
    HANDLE,
    HASHTAG,
    NO_NAMES,
    ORGANISATION,
    OTHER,
    PERSON,
    Name,
    common_part,
    is_credit,
    is_name_word,
)
from kg.extract.mentions.nominals import is_inhabitant
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Stretch, Tree
from kg.extract.syntax.ud import ADJECTIVAL_MODIFIER, ADVERBIAL_MODIFIER, DETERMINER, POSSESSIVE
from kg.lang import Language
from kg.lang.nouns import NounClass

_TAG = re.compile(r"(?<![\w/&])([#@])(\w*[^\W\d]\w*)")
_ATTRIBUTES = frozenset({ADJECTIVAL_MODIFIER, DETERMINER, ADVERBIAL_MODIFIER})
_MIN_CAPITALS = 4


def find_names(tree: Tree, language: Language) -> tuple[Name, ...]:
    """Return the names of a document, in text order and apart from each other, labelled as the recogniser has it.

    Boundaries: https://catalog.ldc.upenn.edu/docs/LDC2013T19/OntoNotes-Release-5.0.pdf, section 2.6, but without
    article, title, function and possessive ending. A name that the recogniser missed is labelled `MISC`.
    """
    tags = tuple(_tags(tree))
    taken = _covered(tags)
    parts = (
        part for entity in tree.ents if not is_people(entity.root, language) for part in split_entity(entity, language)
    )
    found = [name for part in parts if (name := mended(part, language)) and not _touches(name, taken)]
    found += _skipped(tree, taken | _covered(found), language)
    found = [name for name in found if not (_is_adjective(name, tree, language) or _is_eponym(name, tree, language))]
    found = _without_endings(found, tree, language)
    found += _repeated(tree, found, taken | _covered(found), language)
    found += _compounded(tree, found, taken | _covered(found), language)
    return tuple(sorted([*tags, *_apart(found)]))


def is_people(token: Token, language: Language) -> bool:
    """Tell whether the recogniser's name at `token` is a people, an adjective of a place or a language: no entity.

    A proper noun that no list of nouns has is a name after all: the recogniser may take a band for a people.
    """
    if token.ent_type_ not in NO_NAMES:
        return is_inhabitant(token, language)
    is_proper = token.pos_ == "PROPN" and token.dep_ not in _ATTRIBUTES
    return not is_proper or NounClass.PERSON in language.nouns.of(token.lemma_) or token.ent_type_ == "LANGUAGE"


def _is_adjective(name: Name, tree: Tree, language: Language) -> bool:
    """Tell whether what was taken for a name is an adjective of a place: `New Yorkse` in `de New Yorkse beurs`."""
    return name.of(tree) in language.demonyms and any(place_adjectives(tree[name.end - 1], language))


def _is_eponym(name: Name, tree: Tree, language: Language) -> bool:
    """Tell whether a thing is called after the name: `ziekte van Alzheimer`; who is ill has more names than one."""
    if name.start < 2 or name.end - name.start > 1 or language.given_names.sex(tree[name.start].lower_):
        return False
    noun, preposition = tree[name.start - 2], tree[name.start - 1]
    return noun.lemma_.lower() in language.names.eponyms and preposition.lower_ in language.names.owner_prepositions


def _apart(names: Iterable[Name]) -> Iterator[Name]:
    """Yield the names in text order, the longest of those that begin together, none that overlaps an earlier one."""
    end = 0
    for name in sorted(names, key=lambda name: (name.start, -name.end, name.end_char)):
        if name.start >= end:
            yield name
            end = name.end


def _covered(names: Iterable[Name]) -> set[int]:
    return {index for name in names for index in range(name.start, name.end)}


def _tags(tree: Tree) -> Iterator[Name]:
    """Yield the hashtags and handles, however the tokenizer split them."""
    for match in _TAG.finditer(tree.text):
        if span := tree.covering(*match.span()):
            label = HASHTAG if match[1] == "#" else HANDLE
            yield Name(span.start, span.end, *match.span(), label)


def _touches(name: Name, taken: set[int]) -> bool:
    return not taken.isdisjoint(range(name.start, name.end))


def _skipped(tree: Tree, taken: set[int], language: Language) -> Iterator[Name]:
    """Yield the runs of proper names that the recogniser left out."""
    runs: list[list[Token]] = []
    for token in tree:
        if token.i not in taken and is_name_word(token):
            if not runs or runs[-1][-1].i + 1 < token.i or token.is_sent_start:
                runs.append([])
            runs[-1].append(token)
    for run in runs:
        name = mended(Stretch(tree, run[0].i, run[-1].i + 1, label=OTHER), language)
        if name and not _touches(name, taken):
            yield name


def _without_endings(names: Sequence[Name], tree: Tree, language: Language) -> list[Name]:
    """Return the names without the ending of a possessor or compound where the text or a list has the bare name too."""
    known = (
        frozenset({token.text for token in tree} | {name.of(tree) for name in names}),
        language.name_lists.organisations,
        language.name_lists.countries,
    )
    endings = [_ending(name, tree, known, language) for name in names]
    bare = [
        replace(name, end_char=name.end_char - len(ending)) if ending else name
        for name, ending in zip(names, endings, strict=True)
    ]
    return [replace(name, label=ORGANISATION) if is_employer(name, tree, language) else name for name in bare]


def _ending(name: Name, tree: Tree, known: Iterable[frozenset[str]], language: Language) -> str:
    """Return what comes behind the bare name: `s` in `Jansens`, `-logo` in `Apple Computer-logo`; empty if nothing.

    `known` are several sets of names: some are long, and uniting them would take longer than looking in each.
    """

    def is_known(bare: str) -> bool:
        return any(bare in names for names in known)

    token, text = tree[name.end - 1], name.of(tree)
    common = common_part(token)
    if common and (is_known(text.removesuffix(common)) or common[1:] in language.names.corporate_functions):
        return common
    for ending in language.names.possessive_endings:
        bare = token.text.removesuffix(ending)
        if not bare or bare == token.text:
            continue
        is_owner = token.dep_ == POSSESSIVE and (token.lemma_ == bare or len(ending) > 1)
        if is_owner or is_known(text.removesuffix(ending)) or _is_owner(name, tree):
            return ending
    return ""


def _is_owner(name: Name, tree: Tree) -> bool:
    """Tell whether this is the full name of an owner: any `s` that ends it without apostrophe is that of the genitive.

    A name that itself ends in `s` has the apostrophe: https://woordenlijst.org/leidraad.
    """
    is_full = name.label == PERSON and name.end - name.start > 1
    return is_full and name.words(tree).root.dep_ == POSSESSIVE


def _repeated(tree: Tree, names: Sequence[Name], taken: set[int], language: Language) -> Iterator[Name]:
    """Yield the other places that spell a name of this document, in the same letters or in capitals, or a country.

    Also where the recogniser took one of several words for two names (`Noord` and `Bank`).
    """
    spellings = _spellings(tree, names, language)
    edges = {index: (name.start, name.end) for name in names for index in range(name.start, name.end)}
    end = 0
    for token in tree:
        for words in () if token.i < end else spellings.get(token.text, ()):
            span = tree.stretch(token.i, token.i + len(words))
            if tuple(part.text for part in span) == words and _is_free(span, edges, taken):
                end = span.end
                if not is_credit(span, language):
                    yield name_of(span, OTHER)
                break


def _is_free(span: Stretch, edges: Mapping[int, tuple[int, int]], taken: set[int]) -> bool:
    """Tell whether no name stands on the words, or only shorter names within them; `edges` are by token."""
    found = {edges.get(index) for index in range(span.start, span.end) if index in taken}
    within = all(pair is not None and span.start <= pair[0] and pair[1] <= span.end for pair in found)
    return within and (span.start, span.end) not in found


def _spellings(tree: Tree, names: Sequence[Name], language: Language) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words of every name and country and the names in capitals, by first word, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        last = tree[name.end - 1].text[: name.end_char - tree[name.end - 1].idx]
        words = (*(token.text for token in tree[name.start : name.end - 1]), last)
        capitals = tuple(word.upper() for word in words)
        for spelling in {words, capitals} if sum(map(len, words)) >= _MIN_CAPITALS else {words}:
            found.setdefault(spelling[0], set()).add(spelling)
    countries = _by_first_word(language.name_lists.countries)
    for first in found.keys() & countries.keys():
        found[first].update(countries[first])
    return countries | {first: _longest_first(group) for first, group in found.items()}


@cache
def _by_first_word(names: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words of each name of a list by the first of them, the longest first."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in names:
        words = tuple(name.split(" "))
        found[words[0]].add(words)
    return {first: _longest_first(group) for first, group in found.items()}


def _longest_first(spellings: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(spellings, key=lambda words: (-len(words), words)))


def _compounded(tree: Tree, names: Sequence[Name], taken: set[int], language: Language) -> Iterator[Name]:
    """Yield the names that open a compound with a hyphen: `Ford` in `Ford-aandelen` and `Ford-topman`.

    Only those that the text or a list has by themselves too, or that open a function: any other capital may be a word
    as well (`Oud-minister`, `Kerst-cd`).
    """
    known, organisations = {name.of(tree) for name in names}, language.name_lists.organisations
    for token in tree:
        front, dash, last = token.text.rpartition("-")
        if not dash or not last.islower() or token.i in taken or not front[:1].isupper():
            continue
        is_firm = last in language.names.corporate_functions and not _is_word(front, language)
        if front in known or front in organisations or is_firm:
            yield Name(token.i, token.i + 1, token.idx, token.idx + len(front), ORGANISATION)


def _is_word(front: str, language: Language) -> bool:
    """Tell whether the first part of a compound is a common word or a prefix: `President-directeur`, `Oud-minister`."""
    word = front.lower()
    return word in language.names.no_names or word in language.names.titles or bool(language.nouns.of(word))
