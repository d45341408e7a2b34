"""Where the recogniser's names begin and end, mended by what a model of single sentences cannot know."""

from collections.abc import Iterator, Sequence

from kg.extract.mentions.name_words import (
    CAMEL,
    FACILITY,
    NAME_POS,
    ORGANISATION,
    OTHER,
    PERSON,
    PLACE,
    PRODUCT,
    Name,
    has_capital,
    is_common,
    is_credit,
    is_name_word,
    is_nameable,
    is_title,
)
from kg.extract.syntax.phrases import NAME_PARTS
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Stretch, Tree
from kg.lang import Language

_WORDED = frozenset({"WORK_OF_ART", "LAW"})
"""Labels of names that ordinary words may end: `De aanslag`."""
_TITLED = frozenset({PERSON, ORGANISATION, OTHER})
_Parts = tuple[tuple[int, int, str], ...]
"""First and last index and label of every name that one was taken apart into; empty for one that stays whole."""
_JOINTS = frozenset({"CCONJ", "PUNCT"})
_MIN_ACRONYM = 3
_NEAR = 4
"""Words from a surname on among which its organisation stands: `Dalen van de NS`."""
_SURNAMES = frozenset({"", PERSON})
"""What the recogniser may have made of a surname that it cut off."""
_OPENING_POS = frozenset({"ADP", "DET", "PROPN", "X"})


def split_entity(entity: Stretch, language: Language) -> Iterator[Stretch]:
    """Yield the entity, or the two names that the recogniser took for one.

    `CEO Jansen van Ford nv`; `Minister Jansen van Financiën`; `Noord Bank Piet Jansen`; `Jansen de iPaard`;
    `Rivier Plant in Gent`; `Financiën Jan Jansen`; `Het Bos en belangengroep Het Meer`; `WNF en Groen Nu`.
    """
    for index in range(entity.start + 1, entity.end - 1):
        if (
            parts := _titled(entity, index, language)
            or _typed(entity, index, language)
            or _listed(entity, index, language)
        ):
            yield from (Stretch(entity.tree, first, last, label=label) for first, last, label in parts)
            return
    yield entity


def _titled(entity: Stretch, index: int, language: Language) -> _Parts:
    """Return a person and the organisation of the function, in either order, where the seam is at `index`."""
    tree, start, end = entity.tree, entity.start, entity.end
    prepositions = language.names.function_prepositions
    is_behind = tree[max(0, start - 1)].lower_ in prepositions
    if (
        is_behind
        and _is_portfolio(tree[start:index], language)
        and not _is_portfolio(tree[index : index + 1], language)
    ):
        return (start, index, ORGANISATION), (index, end, PERSON)
    is_titled = any(is_title(token, language) for token in tree[max(0, start - 1) : start + 1])
    if is_titled and tree[index].lower_ in prepositions and _is_seam(entity, index, language):
        return (start, index, PERSON), (index + 1, end, ORGANISATION)
    return ()


def _is_portfolio(words: Sequence[Token], language: Language) -> bool:
    """Tell whether the words are what a minister is responsible for: `Economische Zaken en Klimaat`."""
    return all(word.lower_ in language.names.portfolios or word.pos_ in _JOINTS for word in words)


def _typed(entity: Stretch, index: int, language: Language) -> _Parts:
    """Return two names of which a word at the seam at `index` tells the kinds."""
    tree, start, end, rules = entity.tree, entity.start, entity.end, language.names
    word, before = tree[index].lower_, tree[index - 1].lower_
    if before in rules.organisation_words and language.given_names.sex(word):
        return (start, index, ORGANISATION), (index, end, PERSON)
    if word in rules.particles and entity.label_ == PERSON and CAMEL.fullmatch(tree[index + 1].text):
        return (start, index, PERSON), (index + 1, end, PRODUCT)
    if before in rules.facility_words and word in rules.place_prepositions:
        return (start, index, FACILITY), (index + 1, end, PLACE)
    return ()


def _listed(entity: Stretch, index: int, language: Language) -> _Parts:
    """Return two names that are only listed, with the joint at `index`, the second one called by a noun."""
    tree, start, end = entity.tree, entity.start, entity.end
    if tree[index].pos_ not in _JOINTS or entity.label_ != ORGANISATION:
        return ()
    is_acronym = index == start + 1 and tree[start].is_upper and len(tree[start].text) >= _MIN_ACRONYM
    has_noun = tree[index + 1].is_lower and bool(language.nouns.of(tree[index + 1].lemma_))
    if is_acronym or (has_noun and index + 2 < end):
        return (start, index, ORGANISATION), (index + 1 + has_noun, end, ORGANISATION)
    return ()


def _is_seam(entity: Stretch, index: int, language: Language) -> bool:
    """Tell whether an organisation stands behind the preposition at `index`, and no surname (`Jan van Dijk`)."""
    tree, end = entity.tree, entity.end
    if is_title(tree[index - 1], language) or tree.stretch(index + 1, end).text in language.name_lists.organisations:
        return True
    if tree[index + 1].lower_ in language.names.portfolios:
        return True
    if tree[index + 1].lower_ in language.names.particles:
        return False
    last = {tree[end - 1].lower_, *(token.lower_.replace(".", "") for token in tree[end : end + 1])}
    return any(last & words for words in (language.names.organisation_words, language.coreference.legal_forms))


def mended(part: Stretch, language: Language) -> Name | None:
    """Return the name without what stands before and after it and with what belongs to it; None if nothing is left."""
    start = _first(part, language)
    end = _last(part, start, language)
    if start >= end:
        return None
    start, end = _extended(part.tree, start, end, language)
    if part.label_ == PERSON:
        end = _with_surname(part.tree, start, end, language)
    words = Stretch(part.tree, start, end, label=part.label_ if part.label_ != OTHER else "")
    if is_credit(words, language) or not is_nameable(words, language):
        return None
    return name_of(words, part.label_)


def name_of(words: Stretch, label: str) -> Name:
    """Return the words as a name, from their first to their last character."""
    return Name(words.start, words.end, words.start_char, words.end_char, label)


def _first(part: Stretch, language: Language) -> int:
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


def _is_before_firm(token: Token, part: Stretch, language: Language) -> bool:
    """Tell whether the first word of a sentence stands before a known organisation: `Brouwers Heineken en Bavaria`."""
    return (
        bool(token.is_sent_start)
        and token.tree.stretch(token.i + 1, part.end).text in language.name_lists.organisations
    )


def _is_article(token: Token) -> bool:
    return token.pos_ == "DET" and (token.is_lower or bool(token.is_sent_start))


def _last(part: Stretch, start: int, language: Language) -> int:
    """Return where the name ends before punctuation, a verb and other lower-case words."""
    for token in reversed(part[start - part.start :]):
        is_ordinary = token.is_lower and token.is_alpha and token.pos_ not in NAME_POS and part.label_ not in _WORDED
        is_particle = token.is_lower and token.lower_ in language.names.particles
        is_cut = token.i == start and token.text.endswith("-")
        if not (token.is_space or token.is_punct or is_cut or is_ordinary or is_particle):
            return token.i + 1
    return start


def _extended(tree: Tree, start: int, end: int, language: Language) -> tuple[int, int]:
    """Return the name with its legal form and with the name words beside it that the parse joins to it."""
    while end < len(tree) and _goes_on(tree[end], start, end, language):
        end += 1
    while start > 0 and not tree[start].is_sent_start and _opens(tree[start - 1], end, language):
        start -= 1
    return _with_opening(tree, start, language), end


def _with_opening(tree: Tree, start: int, language: Language) -> int:
    """Return where the name begins with the article or preposition that has a capital: `De` in `theater De Brug`.

    Within a sentence a capital there belongs to the name: https://woordenlijst.org/leidraad.
    """
    first = start - 1
    while first > 1 and tree[first].is_lower and tree[first].lower_ in language.names.particles:
        first -= 1
    if first < 1:
        return start
    opening, before = tree[first], tree[first - 1]
    is_opening = opening.is_title and opening.pos_ in _OPENING_POS and _opens_name(opening, language)
    is_within = before.is_alpha and (before.is_lower or bool(language.nouns.of(before.lower_)))
    return first if is_opening and is_within else start


def _opens_name(word: Token, language: Language) -> bool:
    return word.lower_ in language.names.particles or word.lower_ in language.names.opening_prepositions


def _with_surname(tree: Tree, start: int, end: int, language: Language) -> int:
    """Return where the name ends with the surname that the recogniser cut off: `van Dalen` behind `Piet Hein`.

    All before it are given names, or the first is and the organisation stands behind (`Piet Hein van Dalen van NS`).
    """
    last = end
    while last < len(tree) and tree[last].is_lower and tree[last].lower_ in language.names.particles:
        last += 1
    if not end < last < len(tree) or not tree[last].is_title or tree[last].ent_type_ not in _SURNAMES:
        return end
    given = [language.given_names.sex(word.lower_) is not None for word in tree[start:end]]
    is_surname = all(given) or (given[0] and _has_organisation(tree[last : last + _NEAR], language))
    return last + 1 if is_surname else end


def _has_organisation(words: Sequence[Token], language: Language) -> bool:
    """Tell whether the second word is a preposition with an organisation right behind it: `Dalen van de NS`."""
    is_of = len(words) > 1 and words[1].lower_ in language.names.function_prepositions
    return is_of and any(word.ent_type_ == ORGANISATION for word in words)


def _goes_on(token: Token, start: int, end: int, language: Language) -> bool:
    """Tell whether the token behind a name belongs to it."""
    if _is_linked(token, language):
        return True
    if token.is_sent_start:
        return False
    is_joined = token.dep_ in NAME_PARTS and start <= token.head.i < end
    if token.lower_.replace(".", "") in language.coreference.legal_forms:
        return is_joined or not token.is_lower
    return is_joined and is_name_word(token)


def _is_linked(token: Token, language: Language) -> bool:
    """Tell whether the token is joined to the name before it: `& Zonen`, the `en Zuid` of `Regio Noord- en Zuid`."""
    before, behind = token.nbor(-1), token.nbor() if token.i + 1 < len(token.tree) else token
    is_joint = token.text == "&" or (token.pos_ == "CCONJ" and before.text.endswith("-"))
    if is_joint:
        return has_capital(behind)
    is_second = before.pos_ == "CCONJ" and token.i > 1 and token.nbor(-2).text.endswith("-")
    return has_capital(token) and (before.text == "&" or is_second or _ends_in_particle(before, language))


def _ends_in_particle(token: Token, language: Language) -> bool:
    """Tell whether the word is a surname with the particle of the next one: `Smit-van` in `Anna Smit-van Dalen`."""
    front, _, last = token.text.rpartition("-")
    return front.istitle() and last in language.names.particles


def _opens(token: Token, end: int, language: Language) -> bool:
    """Tell whether the token before a name belongs to it."""
    if is_title(token, language) or is_common(token, language) or not is_name_word(token):
        return False
    return any(child.dep_ in NAME_PARTS and child.i < end for child in token.rights)
