"""Hangs words where they belong that a parser hangs on their neighbour: datelines, days, negations, conjuncts."""

from collections.abc import Collection

from spacy.tokens import Doc, Token

from kg.extract import clauses, ud
from kg.extract.predicates import infinitive
from kg.lang import Language
from kg.lang.actions import ActionRules


def hang_strays(doc: Doc, times: Collection[int], language: Language) -> None:
    """Change the heads of `doc` where a neighbour took what belongs to the clause.

    `times` are the indices of the tokens that are part of a time.
    """
    rules = language.actions
    for token in doc:
        if token.is_sent_start:
            _free_subject(token)
        if token.dep_ in (ud.FLAT, ud.APPOSITION) and token.i in times:
            _hang_day(token, times)
        elif token.pos_ == "VERB":
            _hang_infinitive(token, rules)
            _hang_negation(token, language)
            _hang_light_noun(token, rules)
            _hang_conjunct(token, language)


def _free_subject(first: Token) -> None:
    """Give the place of a dateline in the clause to what stands behind its dash (`UTRECHT - De molen brandde af`)."""
    doc, dash = first.doc, first.i + 1
    while dash < first.sent.end and doc[dash].pos_ == "PROPN":
        dash += 1
    if dash + 1 >= first.sent.end or doc[dash].text not in _DASHES or not doc[dash - 1].whitespace_:
        return
    name, behind = doc[first.i : dash], doc[dash + 1]
    is_place = all(token.ent_type_ == _PLACE for token in name)
    if not is_place and (behind.pos_ == "PROPN" or not all(token.is_upper for token in name)):
        return
    heirs = clauses.children(name.root, ud.APPOSITION, ud.PARATAXIS)
    heir = next((child for child in heirs if child.i > dash), None)
    if heir is not None:
        heir.head, heir.dep_ = name.root.head, name.root.dep_
        name.root.head, name.root.dep_ = heir, ud.UNKNOWN


_PLACE = "GPE"
_DASHES = frozenset({"-", "–", "—"})


def _hang_day(day: Token, times: Collection[int]) -> None:
    """Hang a day that was taken for a part of the name before it on the verb (`heeft club Excelsior dinsdag`).

    Before the finite verb of a main clause stands one phrase, so a day there belongs to it. See e-ANS 21.2.
    """
    verb = next((above for above in clauses.parents(day) if above.pos_ == "VERB"), None)
    if verb is None or day.head.i in times or day.head.i > day.i:
        return
    is_behind = any(form.i < day.i for form in (verb, *clauses.auxiliaries(verb)))
    if is_behind or clauses.markers(verb):
        day.head, day.dep_ = verb, ud.OBLIQUE


def _hang_infinitive(verb: Token, rules: ActionRules) -> None:
    """Hang the infinitive that completes a verb like `laten` or `zien` on it.

    Right behind its finite form, with the clause that follows (`liet weten te stoppen`); or at the end of the clause
    where it was taken for a conjunct without conjunction (`hoorde gegil en zag rook uit een raam komen`).
    """
    if verb.lemma_ not in rules.causatives or not clauses.has_form(verb, "Fin") or verb.i + 1 == len(verb.doc):
        return
    below = verb.nbor()
    is_lower = clauses.has_form(below, "Inf") and below.head.i > below.i and below.head.head.i == verb.i
    if is_lower:
        below.head.head, below.head.dep_ = below, ud.CLAUSAL_COMPLEMENT
        below.head, below.dep_ = verb, ud.OPEN_COMPLEMENT
    for last in (*clauses.children(verb, ud.CONJUNCT), *clauses.children(verb.head, ud.CONJUNCT)):
        is_bare = clauses.has_form(last, "Inf") and not clauses.children(last, ud.COORDINATION, ud.MARKER, ud.SUBJECT)
        is_next = last.i > verb.i and all(word.pos_ != "VERB" for word in verb.doc[verb.i + 1 : last.i])
        if is_bare and is_next and clauses.children(verb, ud.OBJECT):
            last.head, last.dep_ = verb, ud.OPEN_COMPLEMENT


def _hang_negation(verb: Token, language: Language) -> None:
    """Hang the negation before what an infinitive with `te` has with it on that infinitive.

    After a verb that says what another is to do: `waarschuwt hem niet met vuur te spelen`.
    """
    rules = language.factuality
    if infinitive(verb, language.actions) not in language.actions.object_control:
        return
    for below in clauses.children(verb, ud.OPEN_COMPLEMENT, ud.CLAUSAL_COMPLEMENT):
        if clauses.has_form(below, "Inf") and language.actions.infinitive_marker in clauses.markers(below):
            for adverb in clauses.children(verb, ud.ADVERBIAL_MODIFIER):
                is_next = verb.i < adverb.i and adverb.i + 1 == below.left_edge.i
                if is_next and adverb.lower_ in rules.negators:
                    adverb.head = below


def _hang_light_noun(verb: Token, rules: ActionRules) -> None:
    """Make the noun of a light verb its object, where it hangs on the noun before it (`een lid | aangifte | doet`)."""
    if clauses.children(verb, ud.OBJECT):
        return
    for subject in clauses.children(verb, ud.SUBJECT):
        for noun in clauses.children(subject, ud.NOMINAL_MODIFIER, ud.APPOSITION, ud.FLAT):
            if f"{noun.lemma_} {verb.lemma_}" in rules.light_verbs and not clauses.preposition(noun):
                noun.head, noun.dep_ = verb, ud.OBJECT


def _hang_conjunct(verb: Token, language: Language) -> None:
    """Hang a conjunct of a complement clause that has the order of a main clause on the main clause.

    In `zei dat de dijk brak en gaf de sleutel af` the last verb has its object and particle behind it, which a
    subordinate clause does not allow: it goes on from `zei`. See e-ANS 21.2.1 on the place of the finite verb. A
    phrase with a preposition may stand there too; a verb of speech goes on (`eist dat hij gaat en dreigt met straf`).
    """
    first = verb.head
    if verb.dep_ != ud.CONJUNCT or first.dep_ != ud.CLAUSAL_COMPLEMENT or first.head.pos_ != "VERB":
        return
    if clauses.markers(first) and first.head.i < first.i and _is_verb_first(verb, language):
        verb.head = first.head


def _is_verb_first(verb: Token, language: Language) -> bool:
    connectives = clauses.children(verb, ud.COORDINATION)
    if not clauses.has_form(verb, "Fin") or not connectives or verb.i != connectives[-1].i + 1:
        return False
    rules, name = language.attribution, infinitive(verb, language.actions)
    is_speech = name in rules.say | rules.ask | rules.think or name in language.factuality.governor_certainty
    phrases = (ud.OBLIQUE, ud.OBLIQUE_ARGUMENT) if is_speech else ()
    return any(child.i > verb.i for child in clauses.children(verb, ud.SUBJECT, ud.OBJECT, ud.PARTICLE, *phrases))
