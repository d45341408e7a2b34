"""Judgements: what somebody finds or calls a thing (`noemt het besluit onverantwoord`, `vindt de brug te duur`).

The words are a claim of the one who judges; the thing judged is told by the text itself. See e-ANS 20.5.4 on the
predicative complement (bepaling van gesteldheid), https://e-ans.ivdnt.org.
"""

from kg.extract.actions.predicates import infinitive
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.lang import Language


def is_judgement(word: Token, verb: Token, language: Language) -> bool:
    """Tell whether a complement of a verb says what its subject thinks of its object.

    `Dat`, and a clause that is judged, are told of elsewhere; words between quote marks are a quote. A name says what
    something is called, and so does a noun without article; a state is what it is found in (`vond de vrouw dood`).
    """
    rules, name = language.attribution, infinitive(verb, language.actions)
    objects = clauses.children(verb, ud.OBJECT)
    is_open = any(phrase.lower_ in rules.pointers | rules.question_words for phrase in objects)
    if (
        not objects
        or is_open
        or name not in language.actions.judging
        or clauses.has_child(verb, ud.CLAUSAL_COMPLEMENT, ud.CLAUSAL_SUBJECT)
    ):
        return False
    has_quote = any(token.is_quote for token in word.tree[word.left_edge.i : word.right_edge.i + 1])
    return not has_quote and _judges(word, name, language)


def _judges(word: Token, name: str, language: Language) -> bool:
    """Tell whether a word judges; a participle does where it is said, not found (`vond de auto gestolen`)."""
    if word.pos_ == "NOUN":
        return is_indefinite(word) or word.lemma_ in language.attribution.falsehoods
    if word.pos_ == "VERB":
        return name in language.attribution.say and clauses.has_form(word, "Part") and not word.children
    return word.pos_ == "ADJ" and word.lower_ not in language.attribution.found_states


def is_indefinite(noun: Token) -> bool:
    """Tell whether a noun has an indefinite article."""
    return any(word.morph.get("Definite") == "Ind" for word in clauses.children(noun, ud.DETERMINER))
