"""Reads the function in a compound with a name as what the person behind it is: `Radio Noord-verslaggever Jan Smit`.

The compound is the head of the phrase, and the person its apposition; the words before it are part of the name in it.
See https://woordenlijst.org/leidraad/6/8 on compounds with a name of several words.
"""

from kg.extract.mentions.name_words import NAME_POS
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.lang import Language
from kg.lang.nouns import NounClass


def raise_function(word: Token, language: Language) -> None:
    """Make a compound for a person the head of the name that it ends and of the name of that person."""
    name = _name_before(word) if _is_function(word, language) else None
    if name is None or name.head is name:
        return
    person = word.nbor()
    clauses.hang(word, name.head, name.dep_)
    clauses.hang(name, word, ud.NOMINAL_MODIFIER)
    if person.head is name:
        clauses.hang(person, word, ud.APPOSITION)


def _is_function(word: Token, language: Language) -> bool:
    """Tell whether a word is a compound with a hyphen for a person and a name stands right behind it."""
    front, hyphen, last = word.lower_.rpartition("-")
    is_compound = bool(front and hyphen) and NounClass.PERSON in language.nouns.of(last)
    return is_compound and word.i + 1 < word.sent.end and word.nbor().pos_ in NAME_POS


def _name_before(word: Token) -> Token | None:
    """Return the name that a parse makes the word a part of, or puts beside it as the same part of the clause."""
    if word.i == word.sent.start:
        return None
    before = word.nbor(-1)
    name = before.head if before.dep_ == ud.FLAT else before
    if name.pos_ not in NAME_POS:
        return None
    is_beside = name.head is word.head and name.dep_ == word.dep_ and word.dep_ in (*ud.SUBJECTS, ud.OBJECT)
    return name if is_beside or (word.head is name and word.dep_ == ud.FLAT) else None
