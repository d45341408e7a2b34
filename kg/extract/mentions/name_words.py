"""Names and the words that they are made of: what a name is, what can stand in one, what only stands beside it."""

import re
from dataclasses import dataclass

from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Stretch, Tree
from kg.lang import Language
from kg.lang.nouns import NounClass

PERSON, ORGANISATION, PLACE, FACILITY, EVENT = "PERSON", "ORG", "GPE", "FAC", "EVENT"
PRODUCT = "PRODUCT"
OTHER = "MISC"
HASHTAG = "HASHTAG"
HANDLE = "HANDLE"
"""Labels of the recogniser, and two of our own for what stands in social media."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
NO_NAMES = frozenset({"NORP", "LANGUAGE"})
"""Labels of the recogniser for peoples, adjectives of places, and languages: no entities."""
CAMEL = re.compile(r"[a-z][A-Z]\w+(-\w+)?")
"""A word such as `iPhone`: a name, of a product rather than of anything else."""

NAME_POS = frozenset({"PROPN", "X"})
_LONGEST_ACRONYM = 4
"""Letters of a word in capitals that may spell a name and a noun (`NATO`); a longer one is the noun (`KABINET`)."""
_BEFORE_CREDIT = frozenset("([/-–")
_AFTER_CREDIT = frozenset(")]/-–")


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name in a text: `start, end` count tokens, the other two characters, which may leave out an ending."""

    start: int
    end: int
    start_char: int
    end_char: int
    label: str

    def opens_compound(self, tree: Tree) -> bool:
        """Tell whether the name is only the first part of a word: `Ford` in `Ford-aandelen`."""
        return self.end_char < tree[self.end - 1].end_char and tree.text[self.end_char] == "-"

    def words(self, tree: Tree) -> Stretch:
        """Return the words that it stands on."""
        return tree.stretch(self.start, self.end)

    def of(self, tree: Tree) -> str:
        """Return the name as it is spelled."""
        return tree.text[self.start_char : self.end_char]


def is_title(token: Token, language: Language) -> bool:
    """Tell whether `token` is a form of address or the name of a function: `mevrouw`, `CEO`, `Premier`."""
    word = token.lower_
    if word in language.names.titles or word in language.names.addresses:
        return True
    return token.pos_ == "NOUN" and language.nouns.of(token.lemma_)[:1] == (NounClass.PERSON,)


def is_common(token: Token, language: Language) -> bool:
    """Tell whether `token` says what the name behind it is: `Autofabrikant Ford`, `Airbus-eigenaar EADS`.

    A capital within a sentence says that it is part of the name: `de Autoriteit Wonen`.
    """
    if token.lower_ in language.names.organisation_words or token.lower_ in language.coreference.name_openers:
        return False
    if token.lower_ in language.names.portfolios:
        return False
    is_compound = token.text.rpartition("-")[2].islower()
    before = token.nbor(-1) if token.i else token
    is_within = not token.is_sent_start and before.is_alpha and (before.is_lower or before.pos_ == "DET")
    if is_within and not is_compound and token.pos_ != "NOUN":
        return False
    if token.pos_ == "PROPN" and not is_compound and language.given_names.sex(token.lower_):
        return False
    return bool(language.nouns.of(token.lemma_.lower() if token.pos_ == "NOUN" else token.lower_))


def is_name_word(token: Token) -> bool:
    """Tell whether a word outside the recogniser's names is one all the same: `iPhone` is, whatever its word class."""
    if token.ent_type_ or token.is_lower:
        return False
    return (token.pos_ in NAME_POS and token.text[:1].isupper()) or CAMEL.fullmatch(token.text) is not None


def has_capital(token: Token) -> bool:
    """Tell whether the word has a capital as names have: first, or second as in `eBay`."""
    return any(char.isupper() for char in token.text[:2])


def is_credit(words: Stretch, language: Language) -> bool:
    """Tell whether the words are a press agency between brackets or before a dash: the source of the article."""
    if not all(is_agency(token, language) for token in words):
        return False
    tree = words.tree
    before = tree[words.start - 1].text if words.start else ""
    after = tree[words.end].text if words.end < len(tree) else ""
    return before in _BEFORE_CREDIT and after in _AFTER_CREDIT


def is_agency(token: Token, language: Language) -> bool:
    """Tell whether the word is a press agency, or several: `ANP/AFP`."""
    return language.names.agencies.issuperset(token.lower_.split("/"))


def is_nameable(words: Stretch, language: Language) -> bool:
    """Tell whether the words can be a name: they have a capital, and are no abbreviation or compound of one."""
    first = words[0]
    if not any(has_capital(token) for token in words):
        return False
    if is_currency(words):
        return False
    if len(words) > 1:
        return True
    ordinary = (language.names.no_names, language.name_lists.calendar, language.mentions.quantities)
    if any(first.lower_ in words for words in ordinary) or is_title(first, language) or len(first.text) == 1:
        return False
    is_recognised = bool(words.label_)
    if first.pos_ == "DET" or _is_pronoun(first, language, recognised=is_recognised):
        return False
    if _is_noun(first, language, recognised=is_recognised):
        return False
    return bool(words.label_) or not common_part(first)


def _is_pronoun(word: Token, language: Language, *, recognised: bool) -> bool:
    """Tell whether a pronoun only begins its sentence or quote, whatever word class it was given: `Hij`."""
    is_start = word.is_sent_start or not recognised
    return is_start and word.text.istitle() and word.lower_ in language.coreference.pronouns


def _is_noun(word: Token, language: Language, *, recognised: bool) -> bool:
    """Tell whether the capital of a word has another reason than a name: a headline in capitals, a sentence's start."""
    has_reason = (
        word.is_upper and len(word.text) > _LONGEST_ACRONYM if recognised else word.is_sent_start or word.is_upper
    )
    return bool(has_reason and language.nouns.of(word.lower_))


def is_currency(words: Stretch) -> bool:
    """Tell whether the word is the country of a sum of money: `US` in `US $997 miljoen`."""
    tree, end = words.tree, words.end
    return len(words) == 1 and end < len(tree) and tree[end].is_currency and tree[end].whitespace_ == ""


def common_part(token: Token) -> str:
    """Return the dash and common noun that end a compound with a name: `-logo` in `Apple-logo`."""
    front, dash, last = token.text.rpartition("-")
    return dash + last if front and last.islower() else ""
