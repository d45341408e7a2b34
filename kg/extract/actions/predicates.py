"""Which words of a text tell of an action, and the infinitive that names it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kg.extract.actions.action_nouns import PARTICIPANTS, action_noun, is_nominal_infinitive
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.memory import remembered
from kg.extract.syntax.token import Token, position
from kg.lang.actions import ActionNoun, ActionRules


class PredicateKind(Enum):
    """How a language puts an action into words."""

    VERB = "verb"
    LIGHT_VERB = "light verb with a noun"
    NOUN = "action noun"
    STATE = "copula whose state somebody denies"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that tells of an action, with what belongs to it."""

    head: Token
    """The word that the participants hang on: the verb, or the action noun."""
    trigger: tuple[Token, ...]
    """As in `ActionMention.trigger`."""
    lemma: str
    """The infinitive, with its particle."""
    kind: PredicateKind
    noun: ActionNoun | None = None
    """For an action noun: the verb behind it."""

    @property
    def light_noun(self) -> Token | None:
        """Return the noun of a light verb, which is no participant."""
        return self.trigger[0] if self.kind is PredicateKind.LIGHT_VERB else None


_FUNCTION_RELATIONS = frozenset(
    {*ud.AUXILIARIES, ud.COPULA, ud.MARKER, ud.CASE, ud.COORDINATION, ud.DETERMINER, ud.FIXED, ud.PARTICLE}
)
_LIGHT_NOUN_RELATIONS = (ud.OBJECT, ud.PASSIVE_SUBJECT, ud.OPEN_COMPLEMENT, ud.PARTICLE)
_IDIOM_RELATIONS = (
    ud.OBLIQUE,
    ud.OBLIQUE_ARGUMENT,
    ud.PARTICLE,
    ud.OPEN_COMPLEMENT,
    ud.OBJECT,
    ud.ADVERBIAL_MODIFIER,
    ud.ADVERBIAL_CLAUSE,
)
_OBJECTS = (ud.OBJECT, ud.PASSIVE_SUBJECT, ud.OBLIQUE_ARGUMENT, *ud.COMPLEMENTS)
_MODIFIERS = (ud.ADJECTIVAL_CLAUSE, ud.ADVERBIAL_CLAUSE, ud.ADVERBIAL_MODIFIER, ud.OPEN_COMPLEMENT, ud.OBLIQUE)


def predicates(tokens: list[Token], rules: ActionRules, nouns: Mapping[str, ActionNoun]) -> Iterator[Predicate]:
    """Yield the predicates of a sentence in text order.

    Auxiliaries, copulas and verbs that only modify an infinitive are none, nor are attributive participles without a
    participant (`groeiende verliezen`), nor action nouns without one (`de verkoop`). A state that somebody denies is
    one, as else the denial had nothing to deny (`ontkent dat hij in het museum was`, `ontkent dat hij ziek is`).
    """
    verbs = [token for token in tokens if token.pos_ == "VERB"]
    light = {noun.i: verb for verb in verbs if (noun := _light_noun(verb, rules)) is not None}
    light_verbs = {verb.i for verb in light.values()}
    for token in tokens:
        if token.i in light:
            verb = light[token.i]
            yield Predicate(verb, (token, verb), _light_infinitive(token, verb, rules), PredicateKind.LIGHT_VERB)
        elif token.pos_ == "VERB" and token.i not in light_verbs and is_event_verb(token, rules):
            yield Predicate(token, (token, *_apart(token, rules)), infinitive(token, rules), PredicateKind.VERB)
        elif token.labels:
            yield from _without_verb(token, rules, nouns)


def _without_verb(token: Token, rules: ActionRules, nouns: Mapping[str, ActionNoun]) -> Iterator[Predicate]:
    """Yield the predicate that a word with dependents is which is no verb of an event, if any."""
    if (copula := _denied_copula(token, rules)) is not None:
        yield Predicate(token, (copula,), _state(token, copula, rules), PredicateKind.STATE)
    elif (entry := action_noun(token, rules, nouns)) is not None:
        yield Predicate(token, (token,), entry.verb, PredicateKind.NOUN, entry)


def _denied_copula(token: Token, rules: ActionRules) -> Token | None:
    """Return the copula of the clause that a word heads, if the clause tells what a verb like `ontkennen` denies."""
    if token.dep_ not in ud.COMPLEMENTS or token.head.pos_ != "VERB":
        return None
    if infinitive(token.head, rules) not in rules.state_denials:
        return None
    copulas = [token] if token.lemma_ in rules.copulas else clauses.children(token, ud.COPULA)
    return copulas[0] if copulas else None


def _state(head: Token, copula: Token, rules: ActionRules) -> str:
    """Return the infinitive of a state with the word that names it: `ziek zijn`; bare `zijn` of a place."""
    is_named = head is not copula and not clauses.preposition(head)
    return f"{head.lemma_.lower()} {rules.being}" if is_named else rules.being


def is_event_verb(token: Token, rules: ActionRules) -> bool:
    """Tell whether a token is a verb that tells of an action of its own.

    A present participle after `zijn` is an adjective, as it forms no passive (`het oordeel is vernietigend`).
    """
    if not _is_verb_form(token) or token.dep_ in _FUNCTION_RELATIONS:
        return False
    if idiom_phrase(token, rules) is not None:
        return True
    if token.lemma_ in rules.copulas or token.lemma_ in rules.idle_verbs or is_semi_auxiliary(token, rules):
        return False
    if token.lemma_ in rules.linking_verbs and clauses.has_child(token, ud.OPEN_COMPLEMENT, *ud.COMPLEMENTS):
        return False
    if token.lemma_ in rules.object_verbs and not clauses.has_child(token, *_OBJECTS):
        return False
    if clauses.has_child(token, ud.DETERMINER) or is_nominal_infinitive(token) or clauses.is_nominal_participle(token):
        return False
    if clauses.has_child(token, ud.COPULA, ud.PASSIVE_AUXILIARY) and is_present_participle(token, rules):
        return False
    return not _is_modifier(token) or clauses.has_child(token, *PARTICIPANTS)


def is_present_participle(verb: Token, rules: ActionRules) -> bool:
    """Tell whether a verb form is a present participle: by its features, or its ending (`lachend`)."""
    if clauses.has_form(verb, "Ger") or (clauses.has_form(verb, "Part") and verb.morph.get("Tense") == "Pres"):
        return True
    ending = rules.present_participle
    return bool(ending) and verb.lower_.startswith(verb.lemma_.lower() + ending)


def _is_modifier(token: Token) -> bool:
    """Tell whether a verb form is used like an adjective or adverb (`groeiende verliezen`, `verrassend winnen`)."""
    first = clauses.first_conjunct(token)
    if first.dep_ == ud.ADJECTIVAL_MODIFIER:
        return True
    is_coordinated_adjective = first is not token and first.pos_ == "ADJ"
    is_bare_participle = clauses.has_form(token, "Part") and not clauses.auxiliaries(token)
    return is_bare_participle and (first.dep_ in _MODIFIERS or is_coordinated_adjective)


def _is_verb_form(token: Token) -> bool:
    """Tell whether a token is a verb, and not a name or a piece of text that was taken for one."""
    if token.pos_ != "VERB" or not token.morph.get("VerbForm") or len(token.text) < _SHORTEST_FORM:
        return False
    is_sentence_start = token.i == 0 or not token.nbor(-1).is_alpha
    return token.is_lower or (is_sentence_start and not token.ent_type_)


_SHORTEST_FORM = 2
"""Letters of the shortest verb forms (`ga`, `is`)."""


def is_semi_auxiliary(token: Token, rules: ActionRules) -> bool:
    """Tell whether a verb only says how the infinitive that depends on it is the case (`willen`, `gaan`).

    `Weten` does not behind `laten`: `liet weten te stoppen`.
    """
    if token.dep_ == ud.OPEN_COMPLEMENT and token.head.lemma_ in rules.particle_last:
        return False
    return token.lemma_ in rules.semi_auxiliaries and modified_infinitive(token) is not None


def modified_infinitive(verb: Token) -> Token | None:
    """Return the infinitive that completes a verb without a subject or conjunction of its own."""
    for child in clauses.children(verb, ud.OPEN_COMPLEMENT, ud.CLAUSAL_COMPLEMENT):
        is_infinitive = child.dep_ == ud.OPEN_COMPLEMENT or not clauses.has_form(child, "Fin")
        if child.pos_ == "VERB" and is_infinitive and clauses.subject(child) is None:
            return child
    return None


@remembered
def infinitive(verb: Token, rules: ActionRules) -> str:
    """Return the infinitive of a verb with its particle: `trok ... terug` gives `terugtrekken`.

    A particle of several words, or one that is not written together with its verb, stands before it with a space:
    `in staat stellen`; after verbs like `laten` it stands behind: `laten zien`, and in some languages always: `take
    over`. A particle that the lemma has already is not added again, and one that the lemma has without reason gives way
    to the one in the text.
    """
    idiom = idiom_phrase(verb, rules)
    if idiom is not None:
        return _fixed(idiom, _plain_infinitive(verb, rules), rules)
    lemma = verb.lemma_.lower()
    for particle in _particles(verb, rules):
        phrase = _wording(particle)
        if phrase in rules.sentence_phrases:
            lemma = _without_particle(lemma, verb, rules)
        elif phrase in rules.separable:
            lemma = lemma if lemma.startswith(phrase) else phrase + _without_particle(lemma, verb, rules)
        elif not lemma.startswith(phrase):
            plain = _without_particle(lemma, verb, rules)
            is_last = rules.particles_behind or lemma in rules.particle_last
            lemma = f"{plain} {phrase}" if is_last else f"{phrase} {plain}"
    return lemma


def _fixed(phrase: Token, infinitive: str, rules: ActionRules) -> str:
    """Return the infinitive of a fixed expression: `in staat stellen`, `take into account`."""
    return " ".join((infinitive, _wording(phrase)) if rules.particles_behind else (_wording(phrase), infinitive))


def sentence_phrase(verb: Token, rules: ActionRules) -> str:
    """Return the fixed phrase that is a predicate by itself and stands as the particle of a verb (`is van plan`)."""
    particles = map(_wording, _particles(verb, rules)) if verb.pos_ in ud.VERBAL else ()
    return next((phrase for phrase in particles if phrase in rules.sentence_phrases), "")


def _without_particle(lemma: str, verb: Token, rules: ActionRules) -> str:
    """Return the lemma without a particle that the word form in the text does not begin with."""
    own, form = {particle.lower_ for particle in _particles(verb, rules)}, verb.lower_
    for end in range(min(_LONGEST_PARTICLE, len(lemma) - _SHORTEST_VERB), 1, -1):
        front = lemma[:end]
        if (front in rules.separable or front in own) and not form.startswith(front):
            return lemma[end:]
    return lemma


_LONGEST_PARTICLE = 20
_SHORTEST_VERB = 4
"""Letters of the shortest verbs that take particles: `gaan`, `doen`, `zien`."""


def _apart(verb: Token, rules: ActionRules) -> list[Token]:
    """Return the words beside a verb that are part of its predicate: the head of a fixed phrase, or particles."""
    idiom = idiom_phrase(verb, rules)
    return [idiom] if idiom is not None else _particles(verb, rules)


def _particles(verb: Token, rules: ActionRules) -> list[Token]:
    return [
        particle
        for particle in clauses.children(verb, ud.PARTICLE)
        if particle.is_lower and particle.is_alpha and (particle.pos_ == "ADP" or verb.lemma_ not in rules.judging)
    ]


def _wording(phrase: Token) -> str:
    """Return the words of a particle or short phrase, without what modifies it, in lower case."""
    parts = [phrase, *clauses.children(phrase, ud.FIXED, ud.CASE, ud.DETERMINER)]
    return " ".join(word.lower_ for word in sorted(parts, key=position))


@remembered
def idiom_phrase(verb: Token, rules: ActionRules) -> Token | None:
    """Return the phrase that makes one predicate with a verb (`in staat` in `in staat stellen`)."""
    known = _words_of(rules.idioms)
    phrases = [phrase for phrase in clauses.children(verb, *_IDIOM_RELATIONS) if phrase.lower_ in known]
    plain = _plain_infinitive(verb, rules) if phrases else ""
    return next((phrase for phrase in phrases if _fixed(phrase, plain, rules) in rules.idioms), None)


@cache
def _words_of(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.split())


def _light_noun(verb: Token, rules: ActionRules) -> Token | None:
    if verb.pos_ != "VERB":
        return None
    known = _light_nouns(rules)
    nouns = [noun for noun in clauses.children(verb, *_LIGHT_NOUN_RELATIONS) if noun.lemma_ in known]
    plain = _plain_infinitive(verb, rules) if nouns else ""
    return next((noun for noun in nouns if f"{noun.lemma_} {plain}" in rules.light_verbs), None)


@cache
def _light_nouns(rules: ActionRules) -> frozenset[str]:
    """Return the nouns that some verb makes one predicate with."""
    return frozenset(pair.partition(" ")[0] for pair in rules.light_verbs)


def named(verb: Token, rules: ActionRules) -> str:
    """Return the infinitive that says what a verb does: that of its light noun, if any (`opdracht geven`).

    Of a fixed phrase with a copula it is the two together: `van plan zijn`.
    """
    if verb.pos_ not in ud.VERBAL:
        return f"{_wording(verb)} {rules.being}"
    noun = _light_noun(verb, rules)
    return _light_infinitive(noun, verb, rules) if noun is not None else infinitive(verb, rules)


def _light_infinitive(noun: Token, verb: Token, rules: ActionRules) -> str:
    return rules.light_verbs[f"{noun.lemma_} {_plain_infinitive(verb, rules)}"]


@remembered
def _plain_infinitive(verb: Token, rules: ActionRules) -> str:
    """Return the infinitive with a particle, but without a noun or phrase that the parser took for one."""
    plain = _without_particle(verb.lemma_.lower(), verb, rules)
    particles = [
        one.lower_ for one in _particles(verb, rules) if one.pos_ == "ADP" and not clauses.has_child(one, ud.FIXED)
    ]
    return plain if rules.particles_behind else "".join(particles[:1]) + plain
