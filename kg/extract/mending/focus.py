"""Takes the adverbs before a noun phrase out of it: `ook | bewoners`."""

from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token

_IN_CLAUSE = (ud.OBLIQUE, *ud.SUBJECTS)


def free_focus(adverb: Token) -> None:
    """Make a focus adverb before a noun phrase no part of it (`ook | bewoners`, `nog | directeur`).

    With one begins another phrase of the clause (`volgens de makelaar | ook in Almere`). The parser may label it as
    an adjective, but it says nothing of the noun. See https://universaldependencies.org/u/dep/advmod.html, e-ANS 8.4.4.
    """
    phrase, noun = adverb.head, adverb.head.head
    if adverb.children or adverb.pos_ != "ADV":
        return
    adverb.mend(label=ud.ADVERBIAL_MODIFIER)
    is_behind = phrase.dep_ == ud.NOMINAL_MODIFIER and noun.dep_ in _IN_CLAUSE and adverb.i > noun.i
    if is_behind and phrase.left_edge is adverb and clauses.preposition(phrase) and noun.head.pos_ in ud.VERBAL:
        clauses.hang(phrase, noun.head, ud.OBLIQUE)
