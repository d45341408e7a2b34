"""Reads a capitalised word as the surname that it is of a person whom the text names in full elsewhere."""

from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree

_PERSON = "PERSON"
_OPEN_CLASSES = frozenset({"NOUN", "ADJ", "ADV", "VERB", "X"})


def read_surnames(tree: Tree) -> None:
    """Make a capitalised word that ends the full name of a person of the text that name: `Kok zei`, no cook.

    Before the finite verb of a clause without subject it is the subject. An adjective with its noun is none (`Groot
    nieuws`), and one that opens a sentence, where all words have a capital, only as that subject (`Lang zweeg`).
    """
    people = [name for name in tree.ents if name.label_ == _PERSON and len(name) > 1 and name[-1].is_title]
    surnames = {name[-1].text for name in people}
    words = (one for one in tree if one.text in surnames and not one.ent_type_ and one.pos_ in _OPEN_CLASSES)
    found = [one for one in words if not _is_adjective(one) or _is_missing_subject(one)]
    tree.recognise(found, _PERSON)
    for token in found:
        token.mend(pos="PROPN", lemma=token.text, morph="Number=Sing")
        if _is_missing_subject(token):
            token.mend(label=ud.SUBJECT)


def _is_adjective(word: Token) -> bool:
    """Tell whether a word with a capital may be an adjective or adverb: of a noun, or where a sentence opens."""
    opens = word.i == word.sent.start or word.nbor(-1).is_punct
    return word.dep_ == ud.ADJECTIVAL_MODIFIER or (opens and word.pos_ in ("ADJ", "ADV") and word.dep_ != ud.SUBJECT)


def _is_missing_subject(word: Token) -> bool:
    """Tell whether a word stands loose right before the finite verb of a clause that has no subject."""
    verb = word.head
    is_loose = word.dep_ in (ud.ADVERBIAL_MODIFIER, ud.UNKNOWN) and verb.i == word.i + 1
    return is_loose and clauses.has_form(verb, "Fin") and clauses.subject(verb) is None
