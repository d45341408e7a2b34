"""Which of two bare phrases of a clause is the subject, where their order does not tell.

A Dutch main clause may begin with its object (`Dat bod wees de club af`), and a relative pronoun may be either
(`de regels die het bedrijf verbreekt`). What decides is, in this order, case, agreement with the verb, and the kind of
thing: a verb like `afwijzen` has a person or an organisation as its subject.
See e-ANS 21.3 (https://e-ans.ivdnt.org) on the first place of the clause, and 20.1 on agreement.
"""

from collections.abc import Collection, Iterator

from kg.extract.actions.predicates import infinitive
from kg.extract.actions.subjects import governors
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.phrases import is_noun
from kg.extract.syntax.token import Token
from kg.lang import Language
from kg.lang.nouns import NounClass

Label = tuple[Token, str]
"""A token and the label that it must have."""

_ACTORS = frozenset({NounClass.PERSON, NounClass.ORGANISATION, NounClass.GROUP})
_ACTING_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def adjuncts(verb: Token, times: Collection[int]) -> Iterator[Label]:
    """Yield times, and subjects with a preposition, beside what can be the subject (`Dinsdag won X`).

    So are times among the objects where two others are the subject and the object (`die X dinsdag kocht`), and in the
    passive, which has no object (`er werd een dag gestaakt`).
    """
    subjects, objects = clauses.children(verb, *ud.SUBJECTS), clauses.children(verb, ud.OBJECT)
    is_passive = ud.PASSIVE_AUXILIARY in verb.labels
    if len(subjects) + len(objects) < 2 and not is_passive:
        return
    found = [token for token in subjects if token.i in times or clauses.preposition(token)]
    if len(found) < len(subjects):
        yield from ((token, ud.OBLIQUE) for token in found)
    if is_passive or sum(token.i not in times for token in (*subjects, *objects)) >= 2:
        yield from ((token, ud.OBLIQUE) for token in objects if token.i in times)


def fronted_objects(verb: Token, language: Language) -> Iterator[Label]:
    """Yield the subject and the object of a clause that stand on either side of its finite verb, if it is clear."""
    phrases = clauses.children(verb, ud.SUBJECT, ud.OBJECT) if verb.dep_ != ud.RELATIVE_CLAUSE else []
    finite = finite_form(verb, language) if len(phrases) == 2 else None
    if finite is None or clauses.is_passive(verb):
        return
    front, back = phrases
    is_around = front.i < finite.i < back.i
    if is_around and not _is_measure(front, language):
        subject = _subject(front, back, finite, language, verb=verb)
        if subject is not None:
            yield subject, ud.SUBJECT
            yield front if subject is back else back, ud.OBJECT


def relative_objects(verb: Token, language: Language) -> Iterator[Label]:
    """Yield the relative pronoun as object, and the other phrase as subject, where it must be so.

    `De regels die het bedrijf verbreekt`: the verb is singular, so the company breaks the rules.
    """
    if verb.dep_ != ud.RELATIVE_CLAUSE:
        return
    subjects, objects = clauses.children(verb, ud.SUBJECT), clauses.children(verb, ud.OBJECT)
    noun = clauses.antecedent(verb)
    finite = finite_form(verb, language) if noun is not None else None
    if noun is None or finite is None or len(subjects) != 1 or len(objects) != 1:
        return
    is_open = subjects[0].lower_ in language.actions.relative_pronouns and not _is_measure(noun, language)
    if is_open and _subject(noun, objects[0], finite, language, verb=verb) is objects[0]:
        yield subjects[0], ud.OBJECT
        yield objects[0], ud.SUBJECT


def relative_second_subjects(verb: Token, language: Language) -> Iterator[Label]:
    """Yield the relative pronoun as the object of a clause with another subject, which acts: `brieven die X opvroeg`.

    A parser that takes the pronoun for the subject calls the other its object; only a true one is called subject too.
    The second is none that is given or made to do something (`een wet die de raad dwingt X te doen`).
    """
    if verb.dep_ != ud.RELATIVE_CLAUSE or clauses.has_child(verb, ud.OBJECT, *ud.COMPLEMENTS):
        return
    subjects, rules = clauses.children(verb, ud.SUBJECT), language.actions
    is_open = len(subjects) == 2 and subjects[0].lower_ in rules.relative_pronouns
    if not is_open or not is_actor(subjects[1], language):
        return
    if infinitive(verb, rules) not in rules.giving | rules.dative | rules.object_control:
        yield subjects[0], ud.OBJECT


def passive_subjects(verb: Token, language: Language) -> Iterator[Label]:
    """Yield what is labelled the object of a passive clause without subject: its subject (`er werd een brug gebouwd`).

    A measure is none (`werd drie kilometer versleept`), nor is what stands in a conjunct that shares its subject.
    See e-ANS 2.4.2.1 (passief): what is the object of the active clause is the subject of the passive one.
    """
    finite = next((one for one in clauses.children(verb, ud.PASSIVE_AUXILIARY) if clauses.has_form(one, "Fin")), None)
    if finite is None or clauses.has_child(verb, *ud.ALL_SUBJECTS):
        return
    if not _shares_subject(verb, finite, language):
        for token in clauses.children(verb, ud.OBJECT)[:1]:
            if token.lemma_ not in language.actions.units or clauses.has_child(token, ud.NOMINAL_MODIFIER):
                yield token, ud.PASSIVE_SUBJECT


def _shares_subject(verb: Token, finite: Token, language: Language) -> bool:
    """Tell whether a conjunct begins with its finite verb and goes on a clause that begins with the subject of both."""
    first = clauses.first_conjunct(verb)
    subject, second = clauses.subject(first), finite_form(first, language)
    if first is verb or subject is None or second is None or finite.nbor(-1).dep_ != ud.COORDINATION:
        return False
    return subject.i < second.i


def pointing_subjects(verb: Token, language: Language) -> Iterator[Label]:
    """Yield the `dat` or `dit` that is labelled the subject of what only persons and organisations do: its object."""
    subjects, rules = clauses.children(verb, ud.SUBJECT), language.attribution
    pointing = [token for token in subjects if token.lower_ in rules.pointers]
    if not pointing or len(subjects) > 1 or verb.dep_ == ud.RELATIVE_CLAUSE:
        return
    name = infinitive(verb, language.actions)
    is_done = name in language.actions.agentive or name in rules.deny
    if is_done and not clauses.has_child(verb, ud.OBJECT, *ud.COMPLEMENTS):
        yield pointing[0], ud.OBJECT


def disagreeing_subjects(verb: Token, language: Language) -> Iterator[Label]:
    """Yield what is one, behind the plural verb of a conjunct, as its object: `we vroegen steun, maar kregen niets`.

    A conjunct shares the subject of the first clause; the finite verb agrees with it in number (e-ANS 20.1).
    """
    finite = finite_form(verb, language) if verb.dep_ == ud.CONJUNCT else None
    subjects = clauses.children(verb, *ud.ALL_SUBJECTS)
    if finite is None or len(subjects) != 1 or clauses.is_passive(verb) or clauses.has_child(verb, ud.OBJECT):
        return
    subject, first = subjects[0], clauses.subject(clauses.first_conjunct(verb))
    is_one = _number(subject, language) == "Sing" and not _is_measure(subject, language)
    if is_one and finite.morph.get("Number") == "Plur" and finite.i < subject.i and first is not None:
        rules = language.actions
        if verb.lemma_ not in rules.intransitives | rules.unaccusatives and _number(first, language) != "Sing":
            yield subject, ud.OBJECT


def finite_form(verb: Token, language: Language) -> Token | None:
    """Return the finite word of the clause of a verb: itself, an auxiliary, or a verb like `willen` above it."""
    parts = [verb, *governors(verb, language.actions)]
    forms = (form for part in parts for form in (part, *clauses.auxiliaries(part)))
    return next((form for form in forms if clauses.has_form(form, "Fin")), None)


def _subject(front: Token, back: Token, finite: Token, language: Language, *, verb: Token) -> Token | None:
    """Return the one of two phrases that alone can be the subject; None where both can and one is labelled so.

    Where neither is labelled as the subject and one stands first, the subject follows the verb.
    """
    by_case = [token for token in (front, back) if is_nominative(token)] or [
        other for token, other in ((front, back), (back, front)) if is_accusative(token)
    ]
    if by_case:
        return by_case[0] if len(by_case) == 1 else None
    number = finite.morph.get("Number", "")
    if number and _number(front, language) and _number(front, language) != number == _number(back, language):
        return back
    if not clauses.has_child(verb, ud.SUBJECT):
        return front if is_actor(front, language) and not is_actor(back, language) else back
    name, rules = infinitive(verb, language.actions), language.attribution
    is_agentive = name in language.actions.agentive and _is_thing(front, language)
    is_agentive |= name in language.actions.of_things and _is_known_thing(front, language)
    does_agree = not number or _number(back, language) in ("", number)
    is_said = name in rules.say - rules.show and front.lower_ in rules.pointers and does_agree
    return back if (is_agentive or is_said) and (is_actor(back, language) or _is_person(back, language)) else None


def is_nominative(token: Token) -> bool:
    """Tell whether a pronoun stands in the nominative (`hij`)."""
    return token.morph.get("Case") == "Nom"


def _is_person(token: Token, language: Language) -> bool:
    """Tell whether a personal pronoun that may be a subject stands for a person, as `ze` does and `het` does not."""
    is_personal = token.morph.get("PronType") == "Prs" and not token.morph.get("Poss")
    return is_personal and not is_accusative(token) and token.lower_ not in language.mentions.anticipatory


def is_accusative(token: Token) -> bool:
    """Tell whether a pronoun cannot be a subject (`hem`)."""
    return token.pos_ == "PRON" and token.morph.get("Case") == "Acc"


def _number(token: Token, language: Language) -> str:
    """Return the number that a phrase shows, "" if none; `A en B` is plural, `A of B` may be either.

    `Dat`, `dit` and `niets` are singular, and a plural that is spelled like its lemma is none that one could trust.
    """
    members = clauses.coordinated(token)
    if len(members) == 1:
        is_same = is_noun(token) and token.lower_ == token.lemma_.lower()
        is_nobody = token.pos_ == "PRON" and token.lower_ in language.factuality.negative_words
        is_one = is_nobody or token.lower_ in language.attribution.pointers
        number = "Sing" if is_one else token.morph.get("Number", "")
        return "" if is_same and number == "Plur" else number
    words = {word.lower_ for member in members for word in clauses.children(member, ud.COORDINATION)}
    return "Plur" if words and words <= language.actions.additive else ""


def is_actor(token: Token, language: Language) -> bool:
    """Tell whether a word names a person, organisation, country or group; a pronoun for one in the nominative too."""
    if token.ent_type_ in _ACTING_NAMES or is_nominative(token):
        return True
    is_titled = any(part.ent_type_ in _ACTING_NAMES for part in clauses.children(token, ud.APPOSITION))
    return is_titled or (is_noun(token) and bool(_ACTORS & set(language.nouns.of(token.lemma_.lower()))))


def _is_thing(token: Token, language: Language) -> bool:
    """Tell whether a phrase points at what was told (`dat`, `die motie`), or is no person, organisation or writing.

    Without an article it may be a name that the recogniser does not know.
    """
    determiners = clauses.children(token, ud.DETERMINER, ud.POSSESSIVE)
    points = any(word.lower_ in language.mentions.demonstratives for word in (token, *determiners))
    if is_actor(token, language) or token.pos_ not in ("NOUN", "PRON"):
        return False
    lemma = token.lemma_.lower()
    return points or (bool(determiners) and not language.nouns.of(lemma) and lemma not in language.attribution.nouns)


def _is_known_thing(token: Token, language: Language) -> bool:
    """Tell whether a noun is in the list of nouns and names no actor: a writing too (`het boek dat X schreef`)."""
    return is_noun(token) and bool(language.nouns.of(token.lemma_.lower())) and not is_actor(token, language)


def _is_measure(token: Token, language: Language) -> bool:
    """Tell whether a phrase counts something: its verb agrees with what is counted (`een aantal renners halen`)."""
    is_counted = clauses.has_child(token, ud.NOMINAL_MODIFIER) and not clauses.has_child(token, ud.CASE)
    lemma = token.lemma_.lower()
    return is_counted and (lemma in language.mentions.quantities or lemma in language.actions.units)
