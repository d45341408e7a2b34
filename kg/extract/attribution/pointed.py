"""Claims about what the sentence before tells: `Dat zegt X`, `X sprak dat tegen`, `X noemt die beschuldiging onzin`."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.actions.subjects import governors
from kg.extract.attribution.cues import Cue, actor_behind, can_speak, is_speech_noun, verb_cue, verb_name
from kg.extract.mentions import Mentions
from kg.extract.syntax import clauses, ud
from kg.extract.syntax.clause_kinds import is_hearsay
from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Stretch
from kg.lang import Language
from kg.model import Span

_PARTS = (*ud.SUBJECTS, ud.OBJECT, ud.INDIRECT_OBJECT, ud.OPEN_COMPLEMENT)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SENTENCE_ENDS = frozenset({".", "!", "?", "…"})


@dataclass(frozen=True, slots=True)
class Pointed:
    """A cue whose content was told just before."""

    cue: Cue
    pointer: Token
    """The word that stands for the content: `dat`, or the noun in `die beschuldiging`."""
    denied: bool


def find_pointed(sent: Stretch, mentions: Mentions, language: Language) -> Iterator[Pointed]:
    """Yield the cues of a sentence that take up what the one before tells.

    Who says so opens the sentence with the pointer (`Dat meldt X`); elsewhere `dat` may mean anything. Who denies it
    may have it anywhere (`X ontkent dat`). Neither are `X ontkent dat niet` and `Dat wordt verklaard door de vraag`.
    See e-ANS 5.6 on `dat` as a pronoun.
    """
    pointing = language.attribution.pointers | language.mentions.demonstratives
    if not any(token.lower_ in pointing for token in sent):
        return
    first = next((token for token in sent if not (token.is_punct or token.is_space)), sent[0])
    for verb in sent:
        pointer = _pointer(verb, first, language) if verb.pos_ == "VERB" else None
        if pointer is None or any(child.lower_ in language.factuality.negators for child in verb.children):
            continue
        denied = _denies(verb, language)
        cue = _cue(verb, pointer, mentions, language)
        is_told = cue is not None and (can_speak(cue.claimant) or not clauses.is_passive(verb))
        if cue is not None and is_told and (denied or (_reports(verb, language) and pointer is first)):
            yield Pointed(cue, pointer, denied)


def statement(sent: Stretch) -> Span | None:
    """Return the place of a sentence without the marks around it; None for a headline or where there are no words."""
    words = [token for token in sent if not (token.is_punct or token.is_space)]
    ends = [token for token in sent if token.text in _SENTENCE_ENDS]
    if not words or not ends or ends[-1].i < words[-1].i:
        return None
    return Span(words[0].idx, words[-1].end_char)


def disputed(sent: Stretch, language: Language) -> Span | None:
    """Return the place of what a denial of a sentence denies: the ground for it that is only hearsay, else all of it.

    `Werd ontslagen omdat hij geld zou hebben gestolen`: the text tells the dismissal itself and leaves the theft open;
    a ground told as a fact, or for what is hearsay itself, is denied with the rest. See e-ANS 18.5.4 on `zou`.
    """
    whole = statement(sent)
    grounds = [token for token in sent if token.dep_ == ud.ADVERBIAL_CLAUSE and _is_doubtful_ground(token, language)]
    if whole is None or len(grounds) != 1:
        return whole
    ground = grounds[0]
    words = [token for token in ground.tree[ground.left_edge.i : ground.right_edge.i + 1] if not token.is_punct]
    return Span(words[0].idx, words[-1].end_char)


def _is_doubtful_ground(clause: Token, language: Language) -> bool:
    """Tell whether a clause with `omdat` is hearsay, and what it is the ground for is not."""
    rules = language.factuality
    is_ground = bool(clauses.markers(clause) & rules.ground_markers)
    return is_ground and is_hearsay(clause, rules) and not is_hearsay(clause.head, rules)


def _pointer(verb: Token, first: Token, language: Language) -> Token | None:
    """Return the word among the parts of a clause that points back, if it does so by itself or by its determiner.

    That may be the `first` word of the sentence.
    """
    rules = language.attribution
    if first.lower_ in rules.pointers and first.head.i == verb.i and first.pos_ != "SCONJ":
        return first
    if _is_parted_denial(verb, language):
        return verb.nbor(1)
    for part in (verb, *governors(verb, language.actions)):
        for child in clauses.children(part, *_PARTS):
            is_relative = child.morph.get("PronType") == "Rel" and verb.dep_ == ud.RELATIVE_CLAUSE
            is_bare = not clauses.has_child(child, *ud.COMPLEMENTS, ud.RELATIVE_CLAUSE)
            if child.lower_ in rules.pointers and is_bare and not is_relative:
                return child
            determiners = clauses.children(child, ud.DETERMINER)
            if any(word.lower_ in rules.pointers for word in determiners) and _is_false(child, language):
                return child
            points = any(word.lower_ in language.mentions.demonstratives for word in determiners)
            if points and child.dep_ == ud.OBJECT and is_speech_noun(child, language):
                return child
    return None


def _denies(verb: Token, language: Language) -> bool:
    """Tell whether a verb says that its object is not so: `ontkent dat`, `noemt dat onzin`."""
    rules, name = language.attribution, verb_name(verb, language)
    return (
        name in rules.deny
        or _is_parted_denial(verb, language)
        or (name in rules.call and any(_is_false(child, language) for child in verb.children))
    )


def _is_parted_denial(verb: Token, language: Language) -> bool:
    """Tell whether a verb has a pointer and its particle right behind it, whatever their labels: `sprak dat tegen`."""
    if verb.i + 2 >= verb.sent.end:
        return False
    pointer, particle = verb.nbor(1), verb.nbor(2)
    rules = language.attribution
    return pointer.lower_ in rules.pointers and particle.lower_ + verb.lemma_ in rules.deny


def _is_false(word: Token, language: Language) -> bool:
    return word.lemma_.lower() in language.attribution.falsehoods or word.lower_ in language.attribution.falsehoods


def _reports(verb: Token, language: Language) -> bool:
    name, rules = verb_name(verb, language), language.attribution
    return name in rules.say or name in rules.speaker_prepositions


def _cue(verb: Token, pointer: Token, mentions: Mentions, language: Language) -> Cue | None:
    """Return who says so: the subject, or the actor behind the verb where the parse has the pointer as subject."""
    cue = verb_cue(verb, mentions, language)
    if cue is not None and cue.speaker.i != pointer.i:
        return cue
    if verb_name(verb, language) in language.attribution.speaker_prepositions:
        return None
    finite = next((token for token in verb.sent if clauses.has_form(token, "Fin") and token.i > pointer.i), verb)
    behind = actor_behind(finite, mentions)
    if behind is not None:
        return Cue(verb, behind.speaker, behind.claimant)
    others = (child for child in clauses.children(verb, *_PARTS) if child.i > finite.i and child.pos_ in _NOMINAL)
    return next((Cue(verb, child, mentions.phrase(child)) for child in others), None)
