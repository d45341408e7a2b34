"""Gives the clause that a verb reports its conjunction, its subject and its place below the verb.

A clause that completes a Dutch verb has a conjunction and its verb last; see e-ANS 21.2 and 19.5.5 (indirecte rede),
https://e-ans.ivdnt.org.
"""

from kg.extract.actions.predicates import infinitive
from kg.extract.mending.fronting import is_actor
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.lang import Language


def mend_reported(verb: Token, language: Language) -> None:
    """Give a verb the clause that it reports, and that clause its conjunction and its subject."""
    _close_at_colon(verb, language)
    _open_completing(verb, language)
    _raise_proven(verb, language)
    _open_reported(verb, language)
    _hang_content(verb, language)
    _hang_subjects(verb, language)
    _raise_verb(verb, language)


def _close_at_colon(verb: Token, language: Language) -> None:
    """Make the `dat` between a verb and a colon its object, and what follows speech: `ontkent dat: "Ik sliep."`.

    A conjunction is part of its clause, and a colon parts the announcement from what is announced; see e-ANS 10.3.1 and
    https://universaldependencies.org/u/dep/parataxis.html.
    """
    for clause in clauses.children(verb, ud.PARATAXIS, ud.CLAUSAL_COMPLEMENT):
        for opener in clauses.children(clause, ud.MARKER)[:1]:
            is_closed = opener.nbor(1).text == ":" and opener.i > verb.i
            if is_closed and opener.lower_ in language.attribution.pointers:
                clauses.hang(opener, verb, ud.OBJECT)
                opener.mend(pos="PRON")
                clause.mend(label=ud.PARATAXIS)


def _open_completing(verb: Token, language: Language) -> None:
    """Make the `dat` that opens what completes a verb its conjunction, no pronoun: `wil dat X opstapt`."""
    for clause in clauses.children(verb, ud.CLAUSAL_COMPLEMENT):
        opener = clause.left_edge
        if opener.head is clause and opener.dep_ in _BARE and _opens(opener, verb, language):
            opener.mend(label=ud.MARKER, pos="SCONJ")


def _raise_proven(verb: Token, language: Language) -> None:
    """Hang on a verb that judges the clause of which it says how sure that is: `acht | bewezen dat X stal`."""
    if verb.lemma_ not in language.actions.judging:
        return
    for found in clauses.children(verb, ud.OPEN_COMPLEMENT):
        for clause in clauses.children(found, ud.ADVERBIAL_CLAUSE, ud.CLAUSAL_COMPLEMENT):
            is_told = bool(clauses.markers(clause) & language.attribution.complementizers)
            if is_told and found.lower_ in language.factuality.evidence:
                clauses.hang(clause, verb, ud.CLAUSAL_COMPLEMENT)


_BARE = (ud.SUBJECT, ud.OBJECT)


def _open_reported(verb: Token, language: Language) -> None:
    """Make the `dat` behind a verb of speech and its subject the conjunction of the clause behind it.

    It is no article of a bare noun (`zegt dat overleg niets heeft opgeleverd`: a clause with its verb last has a
    conjunction), and no relative pronoun if subject and object are there (`oordeelt het Hof dat X een wet schendt`) or
    the verb takes no object (`riep iemand dat X valt`).
    """
    for clause in clauses.children(verb, ud.CLAUSAL_COMPLEMENT):
        opener = clause.left_edge
        noun = opener.head
        is_article = opener.dep_ == ud.DETERMINER and noun.head.i == clause.i and noun.i == opener.i + 1
        is_opener = is_article and _opens(opener, verb, language) and _is_verb_last(clause, noun)
        if is_opener and _is_of_speech(verb, language):
            clauses.hang(opener, clause, ud.MARKER)
            opener.mend(pos="SCONJ")
            if clauses.subject(clause) is None:
                noun.mend(label=ud.SUBJECT)
    for subject in clauses.children(verb, ud.SUBJECT):
        for clause in clauses.children(subject, ud.RELATIVE_CLAUSE):
            is_opener = _is_no_relative(clause, language) and _opens(clause.left_edge, verb, language)
            if is_opener and _is_of_speech(verb, language):
                clause.left_edge.mend(label=ud.MARKER, pos="SCONJ")
                clauses.hang(clause, verb, ud.CLAUSAL_COMPLEMENT)


def _is_no_relative(clause: Token, language: Language) -> bool:
    """Tell whether a clause has all its phrases without its opener, which was taken for its object."""
    objects, opener = clauses.children(clause, ud.OBJECT), clause.left_edge
    has_subject = clauses.subject(clause) not in (None, opener) and opener in objects[:1]
    return has_subject and (len(objects) > 1 or clause.lemma_ in language.actions.unaccusatives)


def _hang_content(verb: Token, language: Language) -> None:
    """Hang the `dat` clause of a person on the verb of speech (`zei tegen | de rechter dat hij dronk`).

    Only nouns of what is said or known have such a clause. See e-ANS 14.6.5 on clauses beside a noun.
    """
    if clauses.has_child(verb, ud.CLAUSAL_COMPLEMENT):
        return
    for phrase in clauses.children(verb, ud.SUBJECT, ud.OBJECT, ud.INDIRECT_OBJECT, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT):
        for clause in clauses.children(phrase, ud.ADJECTIVAL_CLAUSE, ud.RELATIVE_CLAUSE):
            is_told = clause.i > verb.i and bool(clauses.markers(clause) & language.attribution.complementizers)
            if is_told and is_actor(phrase, language) and _is_of_speech(verb, language):
                clauses.hang(clause, verb, ud.CLAUSAL_COMPLEMENT)


def _hang_subjects(verb: Token, language: Language) -> None:
    """Give the clause that a verb reports the subject within it (`zei dat | Bos | vastzit`), not the verb."""
    for clause in clauses.children(verb, ud.CLAUSAL_COMPLEMENT):
        opener = clause.left_edge
        if _opens(opener, verb, language) and clauses.subject(clause) is None:
            for subject in clauses.children(verb, ud.SUBJECT):
                if opener.i < subject.left_edge.i and subject.i < clause.i:
                    clauses.hang(subject, clause, ud.SUBJECT)


def _raise_verb(verb: Token, language: Language) -> None:
    """Make a finite verb without subject the root, above the bare phrase right before it: its subject.

    `Een woordvoerder van X | zei dat Bos vastzit`. A phrase and a sentence beside it have a mark between them.
    """
    phrase, before = verb.head, verb.nbor(-1) if verb.i else verb
    is_loose = verb.dep_ == ud.PARATAXIS and phrase.dep_ == ud.ROOT and verb.left_edge is verb
    if not is_loose or not clauses.has_form(verb, "Fin") or clauses.subject(verb) is not None:
        return
    is_next = not before.is_punct and phrase in (before, *before.ancestors)
    if phrase.i < verb.i and is_next and is_actor(phrase, language):
        verb.hang(verb, ud.ROOT)
        clauses.hang(phrase, verb, ud.SUBJECT)


def _is_of_speech(verb: Token, language: Language) -> bool:
    """Tell whether a verb is one of saying or thinking; asked last, as its infinitive is the dearest to find."""
    name, rules = infinitive(verb, language.actions), language.attribution
    return name in rules.say or name in rules.think


def _opens(opener: Token, verb: Token, language: Language) -> bool:
    return opener.i > verb.i and opener.lower_ in language.attribution.complementizers


def _is_verb_last(clause: Token, noun: Token) -> bool:
    """Tell whether another word stands between a noun and the finite verb of its clause."""
    forms = [form for form in (clause, *clauses.auxiliaries(clause)) if clauses.has_form(form, "Fin")]
    return bool(forms) and forms[0].i > noun.i + 1
