"""What the word that a clause completes says of it: whether it is so, how surely, in which way.

The classes of words are those of FactBank's event-selecting and source-introducing predicates (Saurí and Pustejovsky
2009): of a denied factive like `weten` the clause stays a fact, of denied evidence (`niet bewezen dat`) it is open, and
a denied belief (`denkt niet dat`) denies it.
"""

from collections.abc import Iterator, Mapping

from kg.extract.actions.denied import is_denied, is_negator
from kg.extract.actions.predicates import infinitive, named, sentence_phrase
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.token import Token
from kg.lang import Language
from kg.lang.factuality import FactualityRules
from kg.model import Certainty, Modality, Polarity

Sign = Polarity | Certainty | Modality
"""One thing that a word says of the clause it stands in or governs."""

COMPLEMENTS = (*ud.COMPLEMENTS, ud.ADJECTIVAL_CLAUSE)
OBJECTS = (ud.OBJECT, ud.PASSIVE_SUBJECT, ud.OBLIQUE_ARGUMENT)
_LOOSE = (ud.RELATIVE_CLAUSE, ud.ADVERBIAL_CLAUSE, ud.PARATAXIS)
"""What parses call a complement that stands apart from its word (`Er is geen sprake van dat`)."""


def is_complement(clause: Token, language: Language) -> bool:
    """Tell whether a clause completes the word above it, by its relation or by the `dat` or `of` before it."""
    return clause.dep_ in COMPLEMENTS or (clause.dep_ in _LOOSE and is_told(clause, language))


def is_told(clause: Token, language: Language) -> bool:
    """Tell whether a conjunction makes a clause something said, known or asked; a relative `dat` is a pronoun."""
    told = language.attribution.complementizers - language.factuality.condition_markers
    return any(mark.lower_ in told and mark.pos_ == "SCONJ" for mark in clauses.children(clause, ud.MARKER))


def is_asked(clause: Token, language: Language) -> bool:
    """Tell whether the word before a clause makes it an open question; `of` joins two clauses as well."""
    rules, above = language.factuality, clause.head
    if not clauses.markers(clause) & rules.question_markers or not is_complement(clause, language):
        return False
    is_loose = clause.dep_ in _LOOSE and above.pos_ in ud.VERBAL
    return not is_loose or infinitive(above, language.actions) in rules.inquiries


def looked_up(word: str, certainties: Mapping[str, Certainty], modalities: Mapping[str, Modality]) -> Iterator[Sign]:
    """Yield what a word says by two tables."""
    if word in certainties:
        yield certainties[word]
    if word in modalities:
        yield modalities[word]


def signs_of_governor(clause: Token, above: Token, language: Language) -> Iterator[Sign]:
    """Yield what the word above a clause says of it; a purpose (`om te`) is an intention."""
    rules = language.factuality
    word = _governor(above, clause, language)
    is_infinitive = not clauses.has_form(clause, "Fin") and clauses.subject(clause) is None
    if is_complement(clause, language) or (is_infinitive and word in rules.governor_modality):
        inner = _completed(clause, above, language)
        name = _governor(inner, clause, language)
        found = [*looked_up(name, rules.governor_certainty, rules.governor_modality)]
        found += _signs_of_denial(inner, name, language, is_infinitive=is_infinitive)
        for part in _told_of(inner, clause, language):
            found += _signs_of_denial(part, _word(part, language), language, is_infinitive=is_infinitive)
        found += _signs_of_hearsay(inner, language)
        is_saying = _word(above, language) in language.attribution.say
        if not is_saying and any(_wording(child) & rules.wishes for child in above.children):
            found.append(Modality.INTENTION)
        yield from found
        if found:
            return
    is_bare = language.actions.infinitive_marker in rules.purpose_markers  # `to` opens other infinitives too
    is_purpose = clause.dep_ == ud.ADVERBIAL_CLAUSE or not is_bare
    if is_infinitive and is_purpose and clauses.markers(clause) & rules.purpose_markers:
        yield Modality.INTENTION


def _wording(adverb: Token) -> frozenset[str]:
    """Return the words of an adverb, of several where they are fixed (`het liefst`)."""
    return frozenset(word.lower_ for word in (adverb, *clauses.children(adverb, ud.FIXED)))


def _governor(above: Token, clause: Token, language: Language) -> str:
    """Return what the tables call the word above a clause, with the preposition between them if it is listed so.

    `Voelt er niets voor om te X` is a wish, `voelt dat X` a perception.
    """
    name = _word(above, language)
    parts = (clause, *clauses.children(clause, ud.EXPLETIVE))
    pairs = (f"{name} {mark}" for part in parts for mark in sorted(clauses.markers(part)))
    return next((pair for pair in pairs if pair in language.factuality.governor_modality), name)


def _word(token: Token, language: Language) -> str:
    """Return what the tables call a word: a verb's infinitive, or its lemma where only that is listed."""
    phrase = sentence_phrase(token, language.actions)
    if phrase and token.lemma_ == language.actions.being:
        return f"{phrase} {language.actions.being}"
    if clauses.children(token, ud.COPULA) and clauses.children(token, ud.FIXED):
        return named(token, language.actions)
    if token.pos_ not in ud.VERBAL:
        return token.lower_ if token.lower_ in language.factuality.neg_raising else token.lemma_.lower()
    particles = clauses.children(token, ud.PARTICLE)
    name = named(token, language.actions)
    is_misread = " " in name and any(particle.pos_ == "ADV" for particle in particles)  # `ervan` in `verdenkt X ervan`
    return token.lemma_.lower() if is_misread and not language.actions.particles_behind else name


def _completed(clause: Token, above: Token, language: Language) -> Token:
    """Return the word that a clause completes: `bewezen` in `acht bewezen dat`, `gerucht` in `het gerucht gaat dat`.

    A noun that the parse does not join to its clause is known by what it is.
    """
    if not is_told(clause, language):
        return above
    rules = language.factuality
    judged = [
        word
        for word in clauses.children(above, ud.OPEN_COMPLEMENT)
        if word.pos_ == "ADJ" or clauses.has_form(word, "Part")
    ]
    is_light = above.pos_ not in ud.VERBAL or infinitive(above, language.actions) in rules.content_verbs
    known = rules.evidence | rules.neg_raising | rules.governor_certainty.keys()
    nouns = [
        noun
        for noun in (clauses.children(above, *ud.SUBJECTS, ud.OBJECT) if is_light else [])
        if noun.pos_ == "NOUN" and _word(noun, language) in known
    ]
    return next(iter((*judged, *nouns)), above)


def _told_of(word: Token, clause: Token, language: Language) -> list[Token]:
    """Return what is said of the noun that a clause completes (`het verhaal dat X, klopt niet`).

    And the noun that an infinitive completes, of which it is denied that there is one (`geen reden om aan te nemen`).
    """
    is_subject = word.pos_ == "NOUN" and word.dep_ in ud.SUBJECTS and is_told(clause, language)
    is_infinitive = word.dep_ == ud.ADJECTIVAL_CLAUSE and clauses.has_form(word, "Inf")
    is_open = is_infinitive and _word(word.head, language) in language.factuality.evidence
    return [word.head] if is_subject or is_open else []


def _signs_of_denial(word: Token, name: str, language: Language, *, is_infinitive: bool) -> Iterator[Sign]:
    """Yield what a denial, in the meaning of a word called `name` or beside it, says of its complement.

    Two cancel out. What is not proven, and what is not excluded, may be so or not; nor is what nobody says.
    """
    rules = language.factuality
    is_negated = _is_negated(word, rules)
    if name in rules.evidence:
        if is_negated:
            yield Certainty.POSSIBLE
        elif name in rules.negative_governors:
            yield Polarity.NEGATIVE
    elif name in rules.negative_governors:
        if not is_negated:
            yield Polarity.NEGATIVE
    elif (name in rules.neg_raising and is_negated) or is_object_of_denial(word, language):
        yield Polarity.NEGATIVE
    elif is_negated and not is_infinitive and name in language.attribution.say:
        yield Certainty.POSSIBLE


def _is_negated(word: Token, rules: FactualityRules) -> bool:
    """Tell whether a word is denied itself or by the verb that it completes (`acht niet bewezen`)."""
    if is_denied(word, rules):
        return True
    own = clauses.children(word, ud.DETERMINER)
    if any({one.lemma_.lower(), one.lower_} & rules.negative_words for one in own):
        return True
    labels = (*ud.SUBJECTS, ud.OBJECT, ud.OPEN_COMPLEMENT)
    is_infinitive = word.dep_ == ud.CLAUSAL_COMPLEMENT and clauses.has_form(word, "Inf")
    is_part = (word.dep_ in labels or is_infinitive) and word.head.pos_ in (*ud.VERBAL, "ADJ")
    return is_part and any(is_negator(child, rules) for child in clauses.children(word.head, ud.ADVERBIAL_MODIFIER))


def is_object_of_denial(noun: Token, language: Language) -> bool:
    """Tell whether a noun is the object of a verb that says that it is not so (`ontkent geruchten dat X`)."""
    is_object = noun.dep_ in OBJECTS and noun.head.pos_ == "VERB"
    return is_object and infinitive(noun.head, language.actions) in language.factuality.negative_governors


def _signs_of_hearsay(verb: Token, language: Language) -> Iterator[Sign]:
    """Yield that what is said by nobody in particular is not certain: `er wordt beweerd dat`, `men zegt dat`."""
    if verb.pos_ != "VERB" or infinitive(verb, language.actions) not in language.factuality.rumours:
        return
    subject = clauses.subject(verb)
    if clauses.is_passive(verb):
        phrases = clauses.children(verb, ud.OBLIQUE, ud.OBLIQUE_AGENT)
        is_told_by = any(clauses.preposition(one) in language.actions.agent_prepositions for one in phrases)
        if not is_told_by:
            yield Certainty.POSSIBLE
    elif subject is not None and _is_nobody(subject, language):
        yield Certainty.POSSIBLE


def _is_nobody(subject: Token, language: Language) -> bool:
    is_relative = subject.lower_ in language.actions.relative_pronouns
    return subject.lower_ in language.attribution.no_speakers and not is_relative
