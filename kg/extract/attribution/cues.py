"""Cues: the words of a text that say that something is somebody's words or view, and whose.

Dutch reported speech: e-ANS 19.5.5, https://e-ans.ivdnt.org. The annotation follows the Penn Discourse Treebank's
attribution and PARC 3.0 (Pareti 2016): source, cue and content.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from kg.extract.actions.predicates import infinitive
from kg.extract.actions.subjects import governors, subject_of
from kg.extract.mentions import Mentions
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.memory import remembered
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.lang.nouns import compound_ends
from kg.model import EntityType, Mention, PronounClass, Span

_ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP, EntityType.PLACE})
_SPEAKING_PRONOUNS = frozenset({PronounClass.PERSONAL, PronounClass.RELATIVE, PronounClass.INDEFINITE})
_SHORTEST_NOUN = 4
"""Letters of the shortest noun that is looked for at the end of a compound (`kerstboodschap`)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes, with the one whom it attributes to."""

    word: Token
    """The verb, noun or preposition."""
    speaker: Token
    """Head of the phrase that names the claimant."""
    claimant: Mention

    @property
    def span(self) -> Span:
        """Return the place of the word."""
        return clauses.span_of(self.word)


@dataclass(frozen=True, slots=True)
class Reported:
    """A cue with a stretch of what it says is somebody's words."""

    cue: Cue
    head: Token
    """Head of the content."""
    content: Span
    told_before: bool = False
    """The content is what the sentence before tells."""
    denied: bool = False
    """The content was told before, and the cue denies it."""


def stretch(tree: Tree, tokens: range) -> Span:
    """Return the place of tokens that follow each other."""
    return Span(tree[tokens[0]].idx, tree[tokens[-1]].end_char)


@remembered
def verb_name(verb: Token, language: Language) -> str:
    """Return the infinitive with its particle, and with a `laten` above it: `laten weten`."""
    name = infinitive(verb, language.actions)
    above = next(iter(governors(verb, language.actions)), None)
    if above is not None and above.lemma_ in language.actions.particle_last:
        return f"{above.lemma_} {name}"
    return name


def verb_cue(verb: Token, mentions: Mentions, language: Language) -> Cue | None:
    """Return the cue that a verb is, None if it has no subject that can speak (`er wordt gezegd`, `wat aantoont`)."""
    speaker = _speaker(verb, verb_name(verb, language), language)
    if speaker is None or speaker.lemma_.lower() in language.attribution.no_speakers:
        return None
    speaker = _author(speaker, mentions, language)
    return Cue(verb, speaker, mentions.phrase(speaker))


def _author(source: Token, mentions: Mentions, language: Language) -> Token:
    """Return the one whose document a source is (`cijfers van het CBS`), else the source itself."""
    if not _ends_in(source.lemma_.lower(), language.attribution.documents):
        return source
    author = owner(source, language)
    return author if author is not None and can_speak(mentions.phrase(author)) else source


def _speaker(verb: Token, name: str, language: Language) -> Token | None:
    """Return the head of the phrase that names whose words the verb reports.

    That is its subject, understood ones included; in a passive only what stands after `door`; with a few verbs what
    stands after their own preposition (`luidt het bij X`); and in a relative clause the antecedent.
    """
    if (preposition := language.attribution.speaker_prepositions.get(name)) is not None:
        obliques = clauses.children(verb, ud.OBLIQUE, ud.OBLIQUE_ARGUMENT)
        return next((child for child in obliques if clauses.preposition(child) == preposition), None)
    if clauses.is_passive(verb):
        agents = [child for child in verb.children if _is_agent(child, language)]
        return agents[0] if agents else _owner_of_antecedent(verb, language)
    subject = subject_of(verb, language.actions)
    if subject is None:
        return None
    if subject.token.lower_ in language.actions.relative_pronouns:
        return clauses.antecedent(subject.token) or subject.token
    return subject.token


def _is_agent(child: Token, language: Language) -> bool:
    is_after_agent_preposition = clauses.preposition(child) in language.actions.agent_prepositions
    return child.dep_ == ud.OBLIQUE_AGENT or (child.dep_ == ud.OBLIQUE and is_after_agent_preposition)


def _owner_of_antecedent(verb: Token, language: Language) -> Token | None:
    """Return X in `de verklaring van X, waarin wordt gezegd dat`."""
    if verb.dep_ != ud.RELATIVE_CLAUSE or not is_speech_noun(verb.head, language):
        return None
    return owner(verb.head, language)


def is_speech_noun(noun: Token, language: Language) -> bool:
    """Tell whether a noun, or the noun that a compound ends in, names somebody's words or view."""
    return noun.pos_ == "NOUN" and _ends_in(noun.lemma_.lower(), language.attribution.nouns)


@lru_cache(maxsize=16_384)
def _ends_in(lemma: str, nouns: frozenset[str]) -> bool:
    """Tell whether a noun is one of a list, or a compound of one."""
    return lemma in nouns or any(end in nouns for end in compound_ends(lemma, shortest=_SHORTEST_NOUN))


def owner(noun: Token, language: Language) -> Token | None:
    """Return the one whose words a noun names: its possessor (`zijn verklaring`, `de verklaring van X`)."""
    possessors = clauses.children(noun, ud.POSSESSIVE)
    modifiers = clauses.children(noun, ud.NOMINAL_MODIFIER)
    return next(
        iter([*possessors, *(m for m in modifiers if clauses.preposition(m) in language.attribution.possessors)]), None
    )


def noun_cue(noun: Token, mentions: Mentions, language: Language) -> Cue | None:
    """Return the cue that a noun is: by its possessor, else by the subject of a verb like `uiten` that it completes."""
    if (possessor := owner(noun, language)) is not None:
        return Cue(noun, possessor, mentions.phrase(possessor))
    verb = noun.head
    if noun.dep_ != ud.OBJECT or verb.pos_ != "VERB":
        return None
    name, rules = verb_name(verb, language), language.attribution
    if name not in rules.noun_verbs and name not in rules.announce:
        return None
    cue = verb_cue(verb, mentions, language)
    return Cue(noun, cue.speaker, cue.claimant) if cue else None


def source_cue(preposition: Token, mentions: Mentions, language: Language) -> Cue | None:
    """Return the cue that `volgens X` or `aldus X` is, None where it says nothing (`volgens plan`)."""
    rules = language.attribution
    if preposition.lower_ not in rules.sources:
        return None
    noun = preposition.head
    is_behind = noun.i < preposition.i and preposition.lower_ not in rules.sources_behind
    if preposition.dep_ not in (ud.CASE, ud.MARKER) or is_behind:
        return actor_behind(preposition, mentions)
    if noun.lemma_.lower() in rules.no_sources | rules.no_speakers or noun.pos_ not in _NOMINAL:
        return None
    speaker = _author(noun, mentions, language)
    return Cue(preposition, speaker, mentions.phrase(speaker))


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM", "DET"})
_LONGEST_NAME = 8
"""Words between a cue and the head of the phrase that names the claimant, where the parse does not join them."""


def actor_behind(word: Token, mentions: Mentions) -> Cue | None:
    """Return the first actor named behind a cue, for where the parse went wrong; a person rather than their company.

    `zei topman van Noorderzon Jan Mulder` are the words of Jan Mulder.
    """
    found: list[Cue] = []
    for token in word.tree[word.i + 1 : word.i + 1 + _LONGEST_NAME]:
        if token.is_punct or token.is_sent_start or token.pos_ in ud.VERBAL:
            break
        mention = mentions.at(token)
        if mention is not None and can_speak(mention):
            found.append(Cue(word, token, mention))
    if found and _is_behind_van(found[0].speaker):
        return next((cue for cue in found if cue.claimant.type is EntityType.PERSON), found[0])
    return next(iter(found), None)


def _is_behind_van(token: Token) -> bool:
    """Tell whether a word is the owner of the one before it, in the parse or by its place."""
    return token.dep_ in (ud.NOMINAL_MODIFIER, ud.POSSESSIVE)


def can_speak(mention: Mention) -> bool:
    """Tell whether a mention is of a person, organisation, group or place, or a pronoun for one."""
    return mention.type in _ACTORS or mention.pronoun in _SPEAKING_PRONOUNS


def inverted_cue(verb: Token, mentions: Mentions, language: Language, *, behind: Token) -> Cue | None:
    """Return the cue of a verb whose subject stands behind a word, as after a quote (`"...", laat X weten`)."""
    cue = verb_cue(verb, mentions, language)
    if cue is None or cue.speaker.i <= behind.i:
        found = actor_behind(behind, mentions)
        return found and replace(found, word=verb)
    other = None if can_speak(cue.claimant) else actor_behind(behind, mentions)
    return other if other is not None and other.claimant.type is EntityType.PERSON else cue
