"""Which phrase beside a verb is the one who receives: the indirect object of `geven`, `vragen`, `lukken`.

See e-ANS 20.4 (https://e-ans.ivdnt.org) on the indirect object.
"""

from collections.abc import Iterator

from kg.extract.actions.predicates import infinitive, named
from kg.extract.mending.fronting import Label, is_actor
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.lang import Language


def recipients_beside_het(verb: Token, language: Language) -> Iterator[Label]:
    """Yield what is labelled a subject or object beside the `het` that is one, before a clause: an indirect object.

    `Het is de visser gelukt om te ontkomen`: the clause is what succeeded. See e-ANS 20.1.3 (voorlopig onderwerp).
    """
    if infinitive(verb, language.actions) not in language.actions.dative:
        return
    has_subject = any(token.morph.get("PronType") == "Prs" for token in clauses.children(verb, ud.EXPLETIVE))
    has_clause = clauses.has_child(verb, *ud.COMPLEMENTS, ud.ADVERBIAL_CLAUSE)
    if has_subject and has_clause and not clauses.has_child(verb, ud.INDIRECT_OBJECT):
        yield from ((phrase, ud.INDIRECT_OBJECT) for phrase in clauses.children(verb, ud.SUBJECT, ud.OBJECT)[:1])


def lone_recipients(verb: Token, language: Language) -> Iterator[Label]:
    """Yield the indirect object of a verb with nothing to receive: it is the object (`heeft de minister ingelicht`).

    Some verbs have an indirect object alone (`het lukte de club`), see e-ANS 20.4.
    """
    rules = language.actions
    recipients = clauses.children(verb, ud.INDIRECT_OBJECT)
    if not recipients or clauses.has_child(verb, ud.OBJECT) or clauses.is_passive(verb):
        return
    name = named(verb, rules)
    if name not in rules.dative and name not in rules.giving:
        yield from ((token, ud.OBJECT) for token in recipients)


def receiving_objects(verb: Token, language: Language) -> Iterator[Label]:
    """Yield the person who is labelled an object and is a recipient: before another, or of a verb of asking.

    `Wenst X succes`, `vraagt X om hulp`, see e-ANS 20.4.
    """
    objects, rules = clauses.children(verb, ud.OBJECT), language.actions
    if not objects or clauses.has_child(verb, ud.INDIRECT_OBJECT) or not is_actor(objects[0], language):
        return
    lemma = infinitive(verb, rules)
    is_first = len(objects) == 2 and (lemma in rules.giving or lemma in rules.dative)
    asked_for = {clauses.preposition(child) for child in clauses.children(verb, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT)}.union(
        *(clauses.markers(child) for child in clauses.children(verb, *ud.COMPLEMENTS, ud.ADVERBIAL_CLAUSE))
    )
    is_asked = (
        len(objects) == 1 and lemma in rules.asking and bool({rules.asking[lemma], rules.infinitive_marker} & asked_for)
    )
    if is_first or is_asked:
        yield objects[0], ud.INDIRECT_OBJECT
