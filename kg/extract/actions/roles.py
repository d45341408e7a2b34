"""Who takes part in an action, and as what."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.extract.actions.fillers import GOVERNED, Filler, is_animate
from kg.extract.actions.noun_roles import noun_fillers
from kg.extract.actions.predicates import Predicate, PredicateKind, idiom_phrase
from kg.extract.actions.subjects import governors, is_passive, subject_of
from kg.extract.mentions import Mentions
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.markers import marker_length
from kg.extract.syntax.token import Token
from kg.lang import Language
from kg.lang.actions import ActionRules
from kg.lang.factuality import FactualityRules
from kg.model import Argument, EntityType, Mention, MentionKind, Role

_NO_CHARGES = frozenset({EntityType.PLACE, EntityType.ORGANISATION, EntityType.PERSON})
_SETTINGS = frozenset({Role.PLACE, Role.ORIGIN, Role.DESTINATION})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET", "VERB"})
_CLAUSAL = frozenset({*ud.COMPLEMENTS, ud.ADVERBIAL_CLAUSE, ud.RELATIVE_CLAUSE, ud.PARATAXIS})


def arguments(
    predicate: Predicate, mentions: Mentions, is_time: Callable[[Token], bool], language: Language
) -> tuple[Argument, ...]:
    """Return the participants of an action in text order, each member of a coordination for itself.

    A relative pronoun gives way to the noun it stands for; reflexives (`zich`), expletives (`er`), times and what is
    only contrasted (`niet de burgemeester maar X`) are no participants. A passive without `door` has no agent. Beside
    an object, what a preposition brings in is a theme: one undergoes the action.
    """
    rules = language.actions
    if predicate.noun is not None:
        fillers = noun_fillers(predicate.head, predicate.noun, mentions, language)
    else:
        fillers = _verb_fillers(predicate, mentions, language)
    trigger = [clauses.span_of(word) for word in predicate.trigger]
    found: dict[tuple[Role, Mention], Argument] = {}
    spelled = list(_spelled_out(_one_undergoing(list(fillers)), language))
    for filler in _once_a_name(spelled, mentions):
        if is_time(filler.token) or not _is_participant(filler.token, rules):
            continue
        mention = mentions.phrase(filler.token)
        if not any(mention.span.contains(word) for word in trigger):
            argument = Argument(filler.role, mention, filler.understood, filler.preposition)
            found.setdefault((filler.role, mention), argument)
    return tuple(sorted(found.values(), key=lambda argument: (argument.mention.span, argument.role)))


def _once_a_name(fillers: Sequence[Filler], mentions: Mentions) -> Iterator[Filler]:
    """Yield the fillers, but no other word that stands for a name, part or title, where the head of the name is one.

    The parser may hang them apart: `in de Nova | Music Hall`, `topman | Jansen`.
    """
    heads = {clauses.span_of(filler.token) for filler in fillers}
    for filler in fillers:
        mention, own = mentions.phrase(filler.token), clauses.span_of(filler.token)
        if not (mention.kind is MentionKind.NAME and mention.head != own and mention.head in heads):
            yield filler


def _one_undergoing(fillers: Sequence[Filler]) -> Iterator[Filler]:
    """Yield the fillers, those of a preposition as themes where another undergoes (`veroordeelde X tot een boete`)."""
    has_object = any(filler.role is Role.PATIENT and not filler.preposition for filler in fillers)
    for filler in fillers:
        is_second = has_object and filler.role is Role.PATIENT and bool(filler.preposition)
        yield filler._replace(role=Role.THEME) if is_second else filler


def _spelled_out(fillers: Iterable[Filler], language: Language) -> Iterator[Filler]:
    """Yield the fillers with coordinations taken apart and relative pronouns replaced by what they stand for."""
    for filler in fillers:
        token = filler.token
        if token.lower_ in language.actions.relative_pronouns:
            yield filler._replace(token=_meant(token, language))
        else:
            for member in _members(token, language.factuality):
                yield filler if member is token else filler._replace(token=member)


def _meant(pronoun: Token, language: Language) -> Token:
    """Return what a relative pronoun stands for, or itself."""
    noun = clauses.antecedent(pronoun)
    return _bearer(noun, pronoun, language) if noun is not None and noun.pos_ not in ("VERB", "AUX", "ADJ") else pronoun


_NEAR = 2
"""Words from a noun to the relative pronoun right behind it, a comma between them counted."""


def _bearer(noun: Token, pronoun: Token, language: Language) -> Token:
    """Return whom or what a predicate noun tells of: X in `X is een apparaat waarmee`; any other noun itself.

    Not where the subject only points (`het is Jansen die`) or the noun is denied (`is geen man die`).
    """
    rules = language.factuality
    subjects = [child for child in clauses.children(noun, ud.SUBJECT) if child.pos_ in ("NOUN", "PROPN")]
    beside = {child.lower_ for child in clauses.children(noun, ud.DETERMINER, ud.ADVERBIAL_MODIFIER)}
    is_told = clauses.has_child(noun, ud.COPULA) and not beside & (rules.negators | rules.negative_words)
    return subjects[0] if subjects and is_told and 0 < pronoun.i - noun.i <= _NEAR else noun


def _members(token: Token, rules: FactualityRules) -> list[Token]:
    """Return the members of a coordination, without those that a contrast denies (`niet A maar B`, `A, niet B`)."""
    if not clauses.has_child(token, ud.CONJUNCT):
        return [token]
    members = [member for member in clauses.coordinated(token) if member is token or not _opens_gapped(member, token)]
    denials = rules.negators - rules.negative_words
    denied = [m for m in members if clauses.opens_with(m, denials, unless=rules.negator_cancels)]
    return [member for member in members if member not in denied]


def _opens_gapped(member: Token, first: Token) -> bool:
    """Tell whether a name behind `en` is the subject of a clause without its verb: `won van A en B van C`.

    Its own phrase, or one further on, has the preposition of the first. See e-ANS 27.5.2 on gapping.
    """
    shared = clauses.preposition(first)
    if not shared or member.pos_ != "PROPN" or clauses.preposition(member):
        return False
    beside = [phrase for word in (member, first, first.head) for phrase in clauses.children(word, *_PHRASES)]
    return any(phrase.i > member.i and clauses.preposition(phrase) == shared for phrase in beside)


_PHRASES = (ud.NOMINAL_MODIFIER, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT, ud.ORPHAN)


def _is_participant(token: Token, rules: ActionRules) -> bool:
    if token.lemma_ in rules.reflexives or token.pos_ not in _NOMINAL:
        return False
    is_word = token.pos_ == "SYM" or any(map(str.isalnum, token.text))
    return is_word and not (token.pos_ == "VERB" and clauses.has_form(token, "Fin"))


def _verb_fillers(predicate: Predicate, mentions: Mentions, language: Language) -> Iterator[Filler]:
    verb, rules = predicate.head, language.actions
    passive, is_caused = is_passive(verb, rules) or _is_let_happen(verb, rules), _is_caused(verb, rules)
    subject = subject_of(verb, rules)
    if subject is not None:
        active = Role.CAUSE if is_caused else Role.AGENT
        yield Filler(Role.PATIENT if passive else active, subject.token, subject.understood)
    part_of_predicate = (predicate.light_noun, idiom_phrase(verb, rules))
    for source in (verb, *governors(verb, rules)):
        for child in clauses.children(source, *_BESIDE_VERB):
            if child in part_of_predicate or (source is not verb and _is_controller(child, source, rules)):
                continue
            yield from _at_verb(
                child, predicate, has_agent_phrase=passive or is_caused, mentions=mentions, language=language
            )
    if predicate.light_noun is not None:
        yield from _at_light_noun(predicate, mentions, language)
    if predicate.kind is PredicateKind.STATE and clauses.preposition(verb) in rules.adjunct_roles:
        yield Filler(rules.adjunct_roles[clauses.preposition(verb)], verb)
    yield from _antecedent_filler(verb, language)
    yield from (Filler(Role.PATIENT, shared, understood=True) for shared in _shared_objects(verb, rules))


def _is_caused(verb: Token, rules: ActionRules) -> bool:
    """Tell whether somebody has it done by another, who stands after `door` (`laat X onderzoeken door Y`)."""
    causers = [above for above in governors(verb, rules) if above.lemma_ in rules.causatives]
    parts = (verb, *causers) if causers else ()
    phrases = [child for part in parts for child in clauses.children(part, ud.OBLIQUE, ud.OBLIQUE_AGENT)]
    return any(clauses.preposition(phrase) in rules.agent_prepositions for phrase in phrases)


def _is_let_happen(verb: Token, rules: ActionRules) -> bool:
    """Tell whether the subject has it done to itself: `liet zich chanteren`, but not `liet zich vallen`.

    `Zich` is then the object of the infinitive, so that there is no other (e-ANS 18.5.5 on `laten`).
    """
    causers = [above for above in governors(verb, rules) if above.lemma_ in rules.particle_last]
    objects = [child for part in (verb, *causers) for child in clauses.children(part, *_UNDERGOING)] if causers else []
    if not objects or verb.lemma_ in rules.intransitives | rules.unaccusatives:
        return False
    return all(one.lemma_ in rules.reflexives for one in objects)


_UNDERGOING = (ud.OBJECT, ud.INDIRECT_OBJECT, ud.EXPLETIVE_REFLEXIVE)


def _is_controller(child: Token, source: Token, rules: ActionRules) -> bool:
    """Tell whether an object is the one who does what the infinitive says (`deed hem lachen`)."""
    return source.lemma_ in rules.object_control and child.dep_ in (ud.OBJECT, ud.INDIRECT_OBJECT)


_BARE_ROLES = {ud.OBJECT: Role.PATIENT, ud.INDIRECT_OBJECT: Role.RECIPIENT, ud.OBLIQUE_AGENT: Role.AGENT}
_BESIDE_VERB = (*_BARE_ROLES, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT)


def _at_verb(
    child: Token, predicate: Predicate, *, has_agent_phrase: bool, mentions: Mentions, language: Language
) -> Iterator[Filler]:
    """Yield a dependent of a verb in its role, if it has one; subjects are not looked at here."""
    if child.dep_ in _BARE_ROLES:
        if not _is_subject_again(child, predicate.head, language.actions):
            yield Filler(_BARE_ROLES[child.dep_], child)
    elif child.dep_ in (ud.OBLIQUE, ud.OBLIQUE_ARGUMENT):
        phrase = clauses.preposition(child)
        if has_agent_phrase and phrase in language.actions.agent_prepositions:
            yield Filler(Role.AGENT, child)
        elif phrase and not _is_own_words(child, language):
            yield from _prepositional(child, phrase, predicate.lemma, mentions, language)


def _is_own_words(phrase: Token, language: Language) -> bool:
    """Tell whether a phrase only says who says so: `naar eigen zeggen`."""
    own_words = language.attribution.own_words
    return any(marker_length(case, own_words) for case in clauses.children(phrase, ud.CASE))


def _is_subject_again(pronoun: Token, verb: Token, rules: ActionRules) -> bool:
    """Tell whether an object is a pronoun for the subject: `we verheugen ons`."""
    subject = subject_of(verb, rules)
    return subject is not None and f"{subject.token.lower_} {pronoun.lower_}" in rules.own_pronouns


def _prepositional(child: Token, phrase: str, lemma: str, mentions: Mentions, language: Language) -> Iterator[Filler]:
    """Yield a prepositional phrase in its role, if it has one; the preposition stays with what the verb governs.

    Nobody is accused of a place or of somebody (`arresteerde de man voor het stadhuis`).
    """
    rules, pair = language.actions, f"{lemma} {phrase}"
    if pair in language.factuality.accusations and mentions.phrase(child).type in _NO_CHARGES:
        return
    role = rules.frames.get(pair) or (Role.PATIENT if pair in rules.prepositional_objects else None)
    if role is None:
        role = _role_by_kind(child, phrase, lemma, mentions, language)
    if role is not None:
        yield Filler(role, child, preposition=phrase if role in GOVERNED else "")


def _role_by_kind(child: Token, phrase: str, lemma: str, mentions: Mentions, language: Language) -> Role | None:
    """Return the role of a prepositional phrase that the verb does not decide: by what it is, by the preposition."""
    rules, mention = language.actions, mentions.phrase(child)
    is_given = lemma in rules.giving and phrase in rules.giving_prepositions
    if phrase in rules.animate_roles and (is_given or is_animate(mention, language.mentions)):
        return rules.animate_roles[phrase]
    if phrase in rules.place_roles and mention.type is EntityType.PLACE and child.dep_ == ud.OBLIQUE:
        return rules.place_roles[phrase]
    if child.dep_ == ud.OBLIQUE_ARGUMENT and phrase in rules.complement_roles:
        return rules.complement_roles[phrase]
    role = rules.adjunct_roles.get(phrase)
    return None if role is not None and _is_no_filler(child, role, mention, language) else role


def _is_no_filler(child: Token, role: Role, mention: Mention, language: Language) -> bool:
    """Tell whether a phrase is a measure (`met 3-2`) or names no place (`in deze situatie`, `bij de verlenging`)."""
    rules, lemma = language.actions, child.lemma_.lower()
    if lemma in rules.abstract_settings and role in GOVERNED | _SETTINGS and mention.type is None:
        return True
    is_number = child.pos_ in ("NUM", "SYM") and not clauses.has_child(child, ud.NOMINAL_MODIFIER)
    if is_number or lemma in rules.units:
        return True
    is_open = role in _SETTINGS and mention.type is None and not language.nouns.of(lemma)
    return is_open and lemma.endswith(rules.abstract_endings)


def _at_light_noun(predicate: Predicate, mentions: Mentions, language: Language) -> Iterator[Filler]:
    """Yield the participants that hang on the noun of a light verb (`een ontmoeting met X`, `gebruik van Y`)."""
    noun, rules = predicate.trigger[0], language.actions
    for child in clauses.children(noun, ud.NOMINAL_MODIFIER):
        phrase = clauses.preposition(child)
        if phrase in rules.genitives:
            yield Filler(Role.PATIENT, child)
        else:
            for filler in _prepositional(child, phrase, predicate.lemma, mentions, language):
                yield filler._replace(role=rules.noun_roles.get(phrase, filler.role))


def _antecedent_filler(verb: Token, language: Language) -> Iterator[Filler]:
    """Yield the noun that a relative adverb stands for (`de conferentie waar hij sprak`)."""
    for child in clauses.children(verb, ud.ADVERBIAL_MODIFIER, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT):
        role = language.actions.relative_adverbs.get(child.lower_)
        noun = clauses.antecedent(child) if role is not None else None
        if role is None or noun is None:
            continue
        if child.lower_ not in language.actions.sentential or not child.nbor(-1).is_punct:
            yield Filler(role, _bearer(noun, child, language))


def _shared_objects(verb: Token, rules: ActionRules) -> list[Token]:
    """Return the objects before two coordinated verbs, that belong to both (`de doelen halen of overschrijden`).

    Not where the second takes none (`dat ze het bod afwijst en vertrekt`).
    """
    if verb.dep_ != ud.CONJUNCT or clauses.has_child(verb, *_ARGUMENTS) or clauses.is_passive(verb):
        return []
    if verb.lemma_ in rules.intransitives or verb.lemma_ in rules.unaccusatives:
        return []
    first = clauses.first_conjunct(verb)
    return [found for found in clauses.children(first, ud.OBJECT) if found.i < first.i]


_ARGUMENTS = frozenset({*ud.SUBJECTS, ud.OBJECT, ud.INDIRECT_OBJECT, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT, *_CLAUSAL})
