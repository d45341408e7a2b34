"""Who takes part in an action, and as what."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract import clauses, ud
from kg.extract.mentions import Mentions
from kg.extract.predicates import Predicate, idiom_phrase, infinitive, noun_participants
from kg.extract.subjects import governors, is_passive, subject_of
from kg.lang.actions import ActionNoun, ActionRules
from kg.model import Argument, EntityType, Mention, Role

_ANIMATE = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP})
_SETTINGS = frozenset({Role.PLACE, Role.ORIGIN, Role.DESTINATION})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET", "VERB"})
_CLAUSAL = frozenset({*ud.COMPLEMENTS, ud.ADVERBIAL_CLAUSE, ud.RELATIVE_CLAUSE, ud.PARATAXIS})


@dataclass(frozen=True, slots=True)
class Filler:
    """A word in a role, before it is looked up among the mentions."""

    role: Role
    token: Token
    understood: bool = False


def arguments(
    predicate: Predicate, mentions: Mentions, is_time: Callable[[Token], bool], rules: ActionRules
) -> tuple[Argument, ...]:
    """Return the participants of an action in text order, each member of a coordination for itself.

    A relative pronoun gives way to the noun it stands for; reflexives (`zich`), expletives (`er`) and times are no
    participants. A passive without `door` has no agent.
    """
    if predicate.noun is not None:
        fillers = _noun_fillers(predicate.head, predicate.noun, mentions, rules)
    else:
        fillers = _verb_fillers(predicate, mentions, rules)
    found: dict[tuple[Role, Mention], Argument] = {}
    for filler in _spelled_out(fillers, rules):
        if is_time(filler.token) or not _is_participant(filler.token, rules):
            continue
        mention = mentions.phrase(filler.token)
        if not any(mention.span.contains(clauses.span_of(word)) for word in predicate.trigger):
            found.setdefault((filler.role, mention), Argument(filler.role, mention, filler.understood))
    return tuple(sorted(found.values(), key=lambda argument: (argument.mention.span, argument.role)))


def _spelled_out(fillers: Iterable[Filler], rules: ActionRules) -> Iterator[Filler]:
    """Yield the fillers with coordinations taken apart and relative pronouns replaced by what they stand for."""
    for filler in fillers:
        token = filler.token
        if token.lower_ in rules.relative_pronouns:
            noun = clauses.antecedent(token)
            token = noun if noun is not None and noun.pos_ not in ("VERB", "AUX", "ADJ") else token
            members = [token]
        else:
            members = clauses.coordinated(token)
        for member in members:
            yield Filler(filler.role, member, filler.understood)


def _is_participant(token: Token, rules: ActionRules) -> bool:
    if token.lemma_ in rules.reflexives or token.pos_ not in _NOMINAL:
        return False
    is_word = token.pos_ == "SYM" or any(map(str.isalnum, token.text))
    return is_word and not (token.pos_ == "VERB" and clauses.has_form(token, "Fin"))


def _verb_fillers(predicate: Predicate, mentions: Mentions, rules: ActionRules) -> Iterator[Filler]:
    verb = predicate.head
    passive = is_passive(verb, rules)
    subject = subject_of(verb, rules)
    if subject is not None:
        yield Filler(Role.PATIENT if passive else Role.AGENT, subject.token, subject.understood)
    part_of_predicate = (predicate.light_noun, idiom_phrase(verb, rules))
    for source in (verb, *governors(verb, rules)):
        for child in source.children:
            if child in part_of_predicate or (source is not verb and _is_controller(child, source, rules)):
                continue
            role = _role_at_verb(child, predicate, passive=passive, mentions=mentions, rules=rules)
            if role is not None:
                yield Filler(role, child)
    if predicate.light_noun is not None:
        yield from _at_light_noun(predicate, mentions, rules)
    yield from _antecedent_filler(verb, rules)
    yield from (Filler(Role.PATIENT, shared, understood=True) for shared in _shared_objects(verb))


def _is_controller(child: Token, source: Token, rules: ActionRules) -> bool:
    """Tell whether an object is the one who does what the infinitive says (`deed hem lachen`)."""
    return source.lemma_ in rules.object_control and child.dep_ in (ud.OBJECT, ud.INDIRECT_OBJECT)


def _role_at_verb(
    child: Token, predicate: Predicate, *, passive: bool, mentions: Mentions, rules: ActionRules
) -> Role | None:
    """Return the role of a dependent of a verb, or None; subjects are not looked at here."""
    if child.dep_ == ud.OBJECT:
        return Role.PATIENT
    if child.dep_ == ud.INDIRECT_OBJECT:
        return Role.RECIPIENT
    if child.dep_ == ud.OBLIQUE_AGENT:
        return Role.AGENT
    if child.dep_ in (ud.OBLIQUE, ud.OBLIQUE_ARGUMENT):
        phrase = clauses.preposition(child)
        if passive and phrase in rules.agent_prepositions:
            return Role.AGENT
        return _prepositional_role(child, phrase, predicate.lemma, mentions, rules) if phrase else None
    return None


def _prepositional_role(child: Token, phrase: str, lemma: str, mentions: Mentions, rules: ActionRules) -> Role | None:
    """Return the role of a prepositional phrase: by the verb, by what it is, by the preposition."""
    pair = f"{lemma} {phrase}"
    if (role := rules.frames.get(pair)) is not None:
        return role
    if pair in rules.prepositional_objects:
        return Role.PATIENT
    kind = mentions.phrase(child).type
    if phrase in rules.animate_roles and kind in _ANIMATE:
        return rules.animate_roles[phrase]
    if phrase in rules.place_roles and kind is EntityType.PLACE and child.dep_ == ud.OBLIQUE:
        return rules.place_roles[phrase]
    if child.dep_ == ud.OBLIQUE_ARGUMENT and phrase in rules.complement_roles:
        return rules.complement_roles[phrase]
    role = rules.adjunct_roles.get(phrase)
    return None if role in _SETTINGS and child.lemma_ in rules.abstract_settings else role


def _at_light_noun(predicate: Predicate, mentions: Mentions, rules: ActionRules) -> Iterator[Filler]:
    """Yield the participants that hang on the noun of a light verb (`een ontmoeting met X`, `gebruik van Y`)."""
    noun = predicate.trigger[0]
    for child in clauses.children(noun, ud.NOMINAL_MODIFIER):
        phrase = clauses.preposition(child)
        if phrase in rules.genitives:
            yield Filler(Role.PATIENT, child)
        elif role := _prepositional_role(child, phrase, predicate.lemma, mentions, rules):
            yield Filler(rules.noun_roles.get(phrase, role), child)


def _antecedent_filler(verb: Token, rules: ActionRules) -> Iterator[Filler]:
    """Yield the noun that a relative adverb stands for (`de conferentie waar hij sprak`)."""
    for child in clauses.children(verb, ud.ADVERBIAL_MODIFIER, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT):
        role = rules.relative_adverbs.get(child.lower_)
        noun = clauses.antecedent(child)
        if role is not None and noun is not None:
            yield Filler(role, noun)


def _shared_objects(verb: Token) -> list[Token]:
    """Return the objects before two coordinated verbs, that belong to both (`de doelen halen of overschrijden`)."""
    if verb.dep_ != ud.CONJUNCT or any(child.dep_ in _ARGUMENTS for child in verb.children):
        return []
    first = clauses.first_conjunct(verb)
    return [found for found in clauses.children(first, ud.OBJECT) if found.i < first.i]


_ARGUMENTS = frozenset({*ud.SUBJECTS, ud.OBJECT, ud.INDIRECT_OBJECT, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT, *_CLAUSAL})


def _noun_fillers(noun: Token, entry: ActionNoun, mentions: Mentions, rules: ActionRules) -> Iterator[Filler]:
    beside = noun_participants(noun, rules)
    has_genitive = any(clauses.preposition(child) in rules.genitives for child in beside)
    for child in beside:
        phrase = clauses.preposition(child)
        if child.dep_ == ud.POSSESSIVE:
            yield Filler(Role.AGENT if has_genitive else entry.genitive, child)
        elif phrase in rules.genitives:
            yield Filler(entry.genitive, child)
        elif phrase in rules.agent_prepositions:
            yield Filler(Role.AGENT, child)
        elif phrase in rules.animate_roles and mentions.phrase(child).type in _ANIMATE:
            yield Filler(rules.animate_roles[phrase], child)
        elif phrase in rules.noun_roles:
            yield Filler(rules.noun_roles[phrase], child)
    if not (has_genitive and entry.genitive is Role.AGENT):
        yield from _supporting_subject(noun, rules)


def _supporting_subject(noun: Token, rules: ActionRules) -> Iterator[Filler]:
    """Yield the subject of the verb beside a noun, if it does both (`Ford begint de verkoop van X`)."""
    verb = noun.head
    is_supported = noun.dep_ == ud.OBJECT and infinitive(verb, rules) in rules.supports
    is_shared = noun.dep_ == ud.OBLIQUE and clauses.preposition(noun) in rules.sharing_prepositions
    if is_supported or (is_shared and not is_passive(verb, rules)):
        subject = subject_of(noun.head, rules)
        if subject is not None:
            yield Filler(Role.AGENT, subject.token, understood=True)
