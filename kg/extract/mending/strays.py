"""Hangs words where they belong that a parser hangs on their neighbour: datelines, days, negations, conjuncts."""

from collections.abc import Collection

from kg.extract.actions.predicates import infinitive
from kg.extract.mending.fronting import is_actor
from kg.extract.mending.reported import mend_reported
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.forms import DASHES
from kg.extract.syntax.phrases import is_noun
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.lang.actions import ActionRules


def hang_strays(tree: Tree, times: Collection[int], language: Language) -> None:
    """Change the heads of `tree` where a neighbour took what belongs to the clause.

    `times` are the indices of the tokens that are part of a time.
    """
    rules = language.actions
    for token in tree:
        if token.is_sent_start:
            _free_subject(token, times)
        if token.i in times and _is_in_name(token, language):
            _hang_day(token, times)
        elif token.pos_ == "PROPN" and token.i not in times and token.left_edge.i - 1 in times:
            _hang_name(token, times, rules)
        elif token.pos_ == "VERB":
            _hang_beside_phrase(token)
            _hang_infinitive(token, rules)
            _hang_demand(token, rules)
            _hang_negation(token, language)
            _hang_light_noun(token, rules)
            _hang_conjunct(token, language)
            mend_reported(token, language)


def _free_subject(first: Token, times: Collection[int]) -> None:
    """Give the place of a dateline in the clause to what stands behind its dash (`UTRECHT - De molen brandde af`).

    The day may stand behind the place: `Utrecht, 3 maart 2026 - De molen`.
    """
    tree, end = first.tree, first.sent.end
    dash = next((i for i in range(first.i + 1, end) if tree[i].pos_ != "PROPN"), end)
    name = tree.stretch(first.i, dash)
    if dash + _BRACKETED < end and tree[dash].is_bracket:
        dash += _BRACKETED
    elif dash + 1 < end and tree[dash].text == ",":
        dash = next((i for i in range(dash + 1, end) if i not in times), end)
    if dash + 1 >= end or tree[dash].text not in DASHES or not tree[dash - 1].whitespace_:
        return
    is_place = all(token.ent_type_ == _PLACE for token in name)
    if not is_place and not (all(token.is_upper for token in name) and len(name.text) >= _SHORTEST_PLACE):
        return
    heir = next((child for child in name.root.children if child.i > dash and _is_heir(child)), None)
    if heir is not None:
        place = name.root
        above = heir if place.head.i == place.i else place.head
        heir.hang(above, place.dep_)
        clauses.hang(place, heir, ud.UNKNOWN)


def _is_heir(phrase: Token) -> bool:
    """Tell whether a phrase hangs on the name as what is no part of it; of two places it is a road, match or border."""
    is_bare = phrase.dep_ == ud.NOMINAL_MODIFIER and phrase.ent_type_ != _PLACE and not clauses.preposition(phrase)
    is_loose = phrase.dep_ == ud.CONJUNCT and not clauses.children(phrase, ud.COORDINATION)
    return is_bare or is_loose or phrase.dep_ in (ud.APPOSITION, ud.PARATAXIS)


_PLACE = "GPE"
_BRACKETED = 3
"""Tokens of the agency behind the place: `(ANP)`."""
_SHORTEST_PLACE = 5
"""Letters of a name in capitals that is a place, not the initials of a club (`PSV - Ajax`)."""


def _is_in_name(day: Token, language: Language) -> bool:
    """Tell whether the parse makes a day part of a name or of a noun for people: `families zaterdag`."""
    if day.dep_ == ud.NOMINAL_MODIFIER:
        return is_actor(day.head, language) and not clauses.preposition(day)
    return day.dep_ in (ud.FLAT, ud.APPOSITION)


def _hang_day(day: Token, times: Collection[int]) -> None:
    """Hang a day that was taken for a part of the name before it on the verb (`heeft club Excelsior dinsdag`).

    Before the finite verb of a main clause stands one phrase, so a day there belongs to it. See e-ANS 21.2.
    """
    verb = next((above for above in clauses.parents(day) if above.pos_ == "VERB"), None)
    if verb is None or day.head.i in times or day.head.i > day.i:
        return
    if _is_inside(day, verb):
        clauses.hang(day, verb, ud.OBLIQUE)


def _is_inside(word: Token, verb: Token) -> bool:
    """Tell whether a word stands behind what opens its clause: a finite form or a conjunction."""
    return bool(clauses.markers(verb)) or any(form.i < word.i for form in (verb, *clauses.auxiliaries(verb)))


def _hang_name(name: Token, times: Collection[int], rules: ActionRules) -> None:
    """Hang a name right behind a time, which is no part of it, on the verb that the time belongs to.

    It is what the verb wants: the object beside a subject (`kocht maandag | Zonmaat`), else the subject that a finite
    clause has (`dat meldde dinsdag | Zonmaat`). What follows a time in a date is a time itself. See e-ANS 20.1, 20.3
    and on the order of phrases behind the verb 21.4.
    """
    verb = next((above for above in clauses.parents(name) if above.i not in times), name)
    is_loose = name.head.i in times and verb.pos_ == "VERB" and not clauses.preposition(name)
    if is_loose and (verb.dep_ == ud.OPEN_COMPLEMENT or _is_inside(name, verb)):
        wanted = _wanted(verb, rules)
        if wanted:
            clauses.hang(name, verb, wanted)


def _wanted(verb: Token, rules: ActionRules) -> str:
    """Return the label of what a clause still wants, its object or its subject; empty if it wants nothing."""
    has_subject = clauses.has_child(clauses.first_conjunct(verb), *ud.ALL_SUBJECTS, ud.EXPLETIVE)
    if not has_subject and verb.dep_ != ud.OPEN_COMPLEMENT:
        may_be = [one for one in verb.children if one.i < verb.i and is_noun(one) and not clauses.preposition(one)]
        return "" if may_be or verb.dep_ == ud.CONJUNCT or verb.i == verb.sent.start else ud.SUBJECT
    takes_none = verb.lemma_ in rules.intransitives or verb.lemma_ in rules.unaccusatives or clauses.is_passive(verb)
    has_one = clauses.has_child(verb, ud.OBJECT, *ud.COMPLEMENTS)
    return "" if takes_none or has_one else ud.OBJECT


def _hang_beside_phrase(verb: Token) -> None:
    """Hang on a verb what hangs on the fixed phrase that is its particle: `de raad is niet van plan te stemmen`."""
    for phrase in clauses.children(verb, ud.PARTICLE):
        fixed = clauses.children(phrase, ud.FIXED)
        for part in (phrase, *fixed) if fixed else ():
            for child in clauses.children(part, *ud.SUBJECTS, *ud.COMPLEMENTS, ud.ADVERBIAL_MODIFIER):
                clauses.hang(child, verb, child.dep_)
            for clause in clauses.children(part, ud.ADJECTIVAL_CLAUSE):
                clauses.hang(clause, verb, ud.OPEN_COMPLEMENT)


def _hang_infinitive(verb: Token, rules: ActionRules) -> None:
    """Hang the infinitive that completes a verb like `laten` or `zien` on it.

    Right behind its finite form, with the clause that follows (`liet weten te stoppen`); or at the end of the clause
    where it was taken for a conjunct without conjunction (`hoorde gegil en zag rook uit een raam komen`).
    """
    if verb.lemma_ not in rules.causatives or not clauses.has_form(verb, "Fin") or verb.i + 1 == len(verb.tree):
        return
    below = verb.nbor()
    is_lower = clauses.has_form(below, "Inf") and below.head.i > below.i and below.head.head.i == verb.i
    if is_lower:
        content = below.head
        clauses.hang(below, verb, ud.OPEN_COMPLEMENT)
        clauses.hang(content, below, ud.CLAUSAL_COMPLEMENT)
    for last in (*clauses.children(verb, ud.CONJUNCT), *clauses.children(verb.head, ud.CONJUNCT)):
        is_bare = clauses.has_form(last, "Inf") and not clauses.children(last, ud.COORDINATION, ud.MARKER, ud.SUBJECT)
        is_next = last.i > verb.i and all(word.pos_ != "VERB" for word in verb.tree[verb.i + 1 : last.i])
        if is_bare and is_next and clauses.children(verb, ud.OBJECT):
            clauses.hang(last, verb, ud.OPEN_COMPLEMENT)


def _hang_demand(verb: Token, rules: ActionRules) -> None:
    """Make the preposition before the object of an infinitive the particle of the verb before it.

    `Riep hem op de zaak te staken`: with the particle the verb says what its object is to do, and the infinitive gets
    the object that it wants.
    """
    if not clauses.has_form(verb, "Fin") or clauses.has_child(verb, ud.PARTICLE):
        return
    infinitives = clauses.children(verb, *_INFINITIVES)
    objects = [one for part in (verb, *infinitives) for one in clauses.children(part, ud.OBJECT) if one.i > verb.i]
    if not infinitives or not objects:
        return
    opener = verb.tree[objects[-1].right_edge.i + 1] if objects[-1].right_edge.i + 1 < len(verb.tree) else verb
    phrase, lemma = opener.head, opener.lower_ + verb.lemma_.removeprefix(opener.lower_)
    if opener.dep_ == ud.CASE and phrase.head in infinitives and lemma in rules.object_control:
        verb.mend(lemma=lemma)
        clauses.hang(opener, verb, ud.PARTICLE)
        clauses.hang(objects[-1], verb, ud.OBJECT)
        if not clauses.children(phrase.head, ud.OBJECT):
            phrase.mend(label=ud.OBJECT)


_INFINITIVES = (ud.OPEN_COMPLEMENT, ud.CLAUSAL_COMPLEMENT)


def _hang_negation(verb: Token, language: Language) -> None:
    """Hang the negation before what an infinitive with `te` has with it on that infinitive.

    After a verb that says what another is to do: `waarschuwt hem niet met vuur te spelen`.
    """
    negators, rules = language.factuality.negators, language.actions
    denials = [one for one in clauses.children(verb, ud.ADVERBIAL_MODIFIER) if one.lower_ in negators]
    if not denials or infinitive(verb, rules) not in rules.object_control:
        return
    for below in clauses.children(verb, ud.OPEN_COMPLEMENT, ud.CLAUSAL_COMPLEMENT):
        if clauses.has_form(below, "Inf") and rules.infinitive_marker in clauses.markers(below):
            for adverb in denials:
                if verb.i < adverb.i and adverb.i + 1 == below.left_edge.i:
                    clauses.hang(adverb, below, adverb.dep_)


def _hang_light_noun(verb: Token, rules: ActionRules) -> None:
    """Make the noun of a light verb its object, where it hangs on the noun before it (`een lid | aangifte | doet`)."""
    if clauses.has_child(verb, ud.OBJECT):
        return
    for subject in clauses.children(verb, ud.SUBJECT):
        for noun in clauses.children(subject, ud.NOMINAL_MODIFIER, ud.APPOSITION, ud.FLAT):
            if f"{noun.lemma_} {verb.lemma_}" in rules.light_verbs and not clauses.preposition(noun):
                clauses.hang(noun, verb, ud.OBJECT)


def _hang_conjunct(verb: Token, language: Language) -> None:
    """Hang a conjunct of a complement clause that has the order of a main clause on the main clause.

    In `zei dat de dijk brak en gaf de sleutel af` the last verb has its object and particle behind it, which a
    subordinate clause does not allow: it goes on from `zei`. See e-ANS 21.2.1 on the place of the finite verb. A
    phrase with a preposition may stand there too; a verb of speech goes on (`eist dat hij gaat en dreigt met straf`).
    Between a verb like `willen` and its infinitive nothing stands in a subordinate clause.
    """
    first = verb.head
    if verb.dep_ != ud.CONJUNCT or first.dep_ != ud.CLAUSAL_COMPLEMENT or first.head.pos_ != "VERB":
        return
    if clauses.markers(first) and first.head.i < first.i and _is_verb_first(verb, language):
        clauses.hang(verb, first.head, verb.dep_)


def _is_verb_first(verb: Token, language: Language) -> bool:
    connectives = clauses.children(verb, ud.COORDINATION)
    if not clauses.has_form(verb, "Fin") or not connectives or verb.i != connectives[-1].i + 1:
        return False
    rules, name = language.attribution, infinitive(verb, language.actions)
    views = (rules.say, rules.ask, rules.think, language.factuality.governor_certainty)
    is_speech = any(name in verbs for verbs in views)
    phrases = (ud.OBLIQUE, ud.OBLIQUE_ARGUMENT) if is_speech else ()
    if any(child.i > verb.i + 1 for child in clauses.children(verb, ud.OPEN_COMPLEMENT)):
        return True
    return any(child.i > verb.i for child in clauses.children(verb, ud.SUBJECT, ud.OBJECT, ud.PARTICLE, *phrases))
