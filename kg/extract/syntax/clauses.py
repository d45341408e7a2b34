"""What a dependency tree says of clauses: their subjects, objects, voice, particles and coordination.

Relations are those of Universal Dependencies, compared as whole labels (https://universaldependencies.org/nl/dep/).
Trees come from a parser and may be of any shape: every walk is a loop with a bound, none is recursive.
"""

from collections.abc import Collection, Iterator

from kg.extract.syntax import ud
from kg.extract.syntax.token import Token, position
from kg.extract.syntax.tree import Tree
from kg.model import Span

_NOMINAL_RELATIONS = (*ud.SUBJECTS, ud.OBJECT, ud.INDIRECT_OBJECT, ud.NOMINAL_MODIFIER, ud.OBLIQUE_AGENT)

LONGEST_WALK = 8
"""Steps up a tree after which a walk ends: no real sentence needs more."""
MOST_CONJUNCTS = 64
"""Members of a coordination after which the others are left out."""
MOST_CHILDREN = 64
"""Dependents of a word after which the others are left out, so that a list read as one sentence takes linear time."""


def children(token: Token, *labels: str) -> list[Token]:
    """Return the dependents of `token` with one of these relations, in text order, of the first `MOST_CHILDREN`."""
    if token.labels.isdisjoint(labels):
        return []
    return [child for child in token.children[:MOST_CHILDREN] if child.dep_ in labels]


def has_child(token: Token, *labels: str) -> bool:
    """Tell whether a dependent of `token` has one of these relations."""
    return not token.labels.isdisjoint(labels)


def hang(token: Token, head: Token, label: str) -> None:
    """Give a token another head of its sentence and relation, unless that hangs below it: a tree has no circles."""
    if token is not head and token.sent is head.sent and token not in head.ancestors:
        token.hang(head, label)


def span_of(token: Token) -> Span:
    """Return the place of one token in the text."""
    return Span(token.idx, token.end_char)


def parents(token: Token) -> Iterator[Token]:
    """Yield the tokens above this one, nearest first."""
    for _ in range(LONGEST_WALK):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def coordinated(token: Token) -> list[Token]:
    """Return a token and the conjuncts that hang on it (`Philips, Shell en DSM`), in text order."""
    found = [token]
    for member in found:
        found += children(member, ud.CONJUNCT)[: MOST_CONJUNCTS - len(found)]
    return sorted(found, key=position) if len(found) > 1 else found


def first_conjunct(token: Token) -> Token:
    """Return the head of the coordination that a token is part of; itself if it is in none."""
    for _ in range(LONGEST_WALK):
        if token.dep_ != ud.CONJUNCT or token.head.i == token.i:
            return token
        token = token.head
    return token


def preposition(token: Token) -> str:
    """Return the preposition before a phrase in lower case, or ""; one of several words whole (`op last van`)."""
    cases = children(token, ud.CASE)
    words = [word for case in cases for word in (case, *children(case, ud.FIXED)) if word.i < token.i]
    return " ".join(word.lower_ for word in sorted(words, key=position)) if words else ""


def opens_with(phrase: Token, words: Collection[str], *, unless: Collection[str]) -> bool:
    """Tell whether one of `words`, in lower case, opens a phrase (`niet de wethouder`) without one of `unless`."""
    start = phrase.left_edge
    first = start.nbor() if start.is_punct and start.i < phrase.i else start
    return first.i < phrase.i and first.lower_ in words and first.nbor().lower_ not in unless


def markers(verb: Token) -> frozenset[str]:
    """Return the words that introduce a clause (`dat`, `om te`), in lower case."""
    return frozenset([child.lower_ for child in children(verb, ud.MARKER, ud.CASE)])


def subject(verb: Token) -> Token | None:
    """Return the subject that hangs on this very verb."""
    return next(iter(children(verb, *ud.SUBJECTS)), None)


def is_nominal_participle(token: Token) -> bool:
    """Tell whether a participle is used as a noun: `de gedupeerden`, `een betrokkene`."""
    return token.dep_ in _NOMINAL_RELATIONS and has_form(token, "Part") and not auxiliaries(token)


def has_form(token: Token, form: str) -> bool:
    """Tell whether a verb has this `VerbForm`: Fin, Inf or Part."""
    return token.morph.get("VerbForm") == form


def is_past(token: Token) -> bool:
    """Tell whether a finite verb stands in the past tense."""
    return token.morph.get("Tense") == "Past" and has_form(token, "Fin")


def is_present(verb: Token) -> bool:
    """Tell whether a finite verb stands in the present tense."""
    return verb.morph.get("Tense") == "Pres" and has_form(verb, "Fin")


def is_participle_at_noun(verb: Token) -> bool:
    """Tell whether a verb is a participle that modifies a noun (`de door X gekochte grond`)."""
    return verb.dep_ in (ud.ADJECTIVAL_MODIFIER, ud.ADJECTIVAL_CLAUSE) and has_form(verb, "Part")


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb; a conjunct without any has those of the first conjunct of its own form.

    `werden geslagen en geschopt` shares `werden`; `heeft gewonnen en viert feest` does not share `heeft`.
    """
    own = children(verb, *ud.AUXILIARIES)
    if own or verb.dep_ != ud.CONJUNCT:
        return own
    first = first_conjunct(verb)
    same_form = first.morph.get("VerbForm") == verb.morph.get("VerbForm")
    return children(first, *ud.AUXILIARIES) if same_form and not has_form(verb, "Fin") else []


def is_passive(verb: Token) -> bool:
    """Tell whether a clause is passive: by its auxiliary or by the label of its subject."""
    if any(auxiliary.dep_ == ud.PASSIVE_AUXILIARY for auxiliary in auxiliaries(verb)):
        return True
    return has_child(verb, ud.PASSIVE_SUBJECT, ud.OBLIQUE_AGENT)


def antecedent(pronoun: Token) -> Token | None:
    """Return the word that the relative clause of a relative pronoun hangs on; None outside a relative clause.

    Where the parse has no relative clause, it is the noun before the comma right before the pronoun.
    """
    below = pronoun
    for above in parents(pronoun):
        if below.dep_ == ud.RELATIVE_CLAUSE:
            return above
        below = above
    if pronoun.morph.get("PronType") != "Rel" or pronoun.pos_ != "PRON":
        return None
    noun = pronoun.nbor(-_BEFORE_COMMA) if pronoun.i - pronoun.sent.start >= _BEFORE_COMMA else pronoun
    is_behind = noun.pos_ in ("NOUN", "PROPN") and pronoun.nbor(-1).is_punct
    return _phrase_head(noun, end=pronoun.i) if is_behind else None


_BEFORE_COMMA = 2


def _phrase_head(noun: Token, *, end: int) -> Token:
    """Return the noun that a part of a name or a modifier ending at `noun` belongs to, all before token `end`."""
    for above in parents(noun):
        if noun.dep_ not in (ud.FLAT, ud.APPOSITION) or above.i >= end:
            break
        noun = above
    return noun


def words(tree: Tree, span: Span) -> list[Token]:
    """Return the tokens that a stretch of text covers."""
    covered = tree.covering(span.start, span.end)
    return list(covered) if covered is not None else []


def top(tokens: list[Token]) -> Token:
    """Return the token of a stretch whose head lies outside it; the first of several."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[0])
