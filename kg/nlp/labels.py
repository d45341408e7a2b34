"""Parses of other schemes as parses of Universal Dependencies.

spaCy's English pipelines have the labels of ClearNLP (https://github.com/clir/clearnlp-guidelines), its German ones
those of TIGER (https://www.ims.uni-stuttgart.de/en/research/resources/corpora/tiger/). Both make function words the
heads of what they introduce; Universal Dependencies makes content words the heads
(https://universaldependencies.org/u/overview/syntax.html). What each label means is in the language's `labels.toml`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from spacy.language import Language as Pipeline

from kg.lang import available, load
from kg.lang.labels import LabelRules
from kg.model import Parse, Word

_ROOT = "ROOT"
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_SUBJECTS = {"nsubj": "nsubj:pass", "csubj": "csubj:pass"}
_NO_NAME = "O"
_LIFTED = frozenset({"case", "fixed"})
_RELATIVE = "PronType=Rel"
_RELATIVE_CLAUSE = "acl:relcl"


def reader_of(nlp: Pipeline) -> Callable[[Parse], Parse]:
    """Return what makes a parse of this pipeline one with the labels that kg reads.

    Which scheme it follows is known by the labels of its parser; one that does not tell them is taken for universal.
    """
    rules = _known(nlp.lang)
    if rules is None:
        return lambda words: words
    if rules.marks.isdisjoint(nlp.pipe_labels.get("parser", ())):
        has_names = not rules.names.keys().isdisjoint(nlp.pipe_labels.get("ner", ()))
        return partial(renamed, rules=rules) if rules.subtypes or has_names else lambda words: words
    return lambda words: renamed(to_universal(words, rules=rules), rules=rules)


@cache
def _known(code: str) -> LabelRules | None:
    return load(code).labels if code in available() else None


def renamed(words: Parse, *, rules: LabelRules) -> Parse:
    """Return the parse with a treebank's subtypes and a recogniser's kinds of names as those that kg reads."""
    return tuple(
        word._replace(dep=rules.subtypes.get(word.dep, word.dep), entity=_entity(word.entity, rules)) for word in words
    )


def _entity(entity: str, rules: LabelRules) -> str:
    place, mark, kind = entity.partition("-")
    known = rules.names.get(kind, kind)
    return f"{place}{mark}{known}" if known or not mark else _NO_NAME


def to_universal(words: Parse, *, rules: LabelRules) -> Parse:
    """Return a parse in the scheme of `rules` as one of Universal Dependencies; words and their order stay.

    In this order: conjuncts hang on the first, each conjunction on the one behind it; infinitives and participles head
    their auxiliaries, phrases and clauses their prepositions, predicates their copulas; then subjects of passives and
    relative pronouns are told as such.
    """
    draft = _Draft(words, rules)
    draft.flatten_coordinations()
    draft.lift_verbs()
    draft.lift_objects()
    draft.lift_predicates()
    return draft.parse()


@dataclass(slots=True)
class _Slot:
    """Where a word hangs so far."""

    head: int
    dep: str
    """Label of Universal Dependencies, as far as it is known from the word alone."""
    pos: str


class _Draft:
    """A parse while its words are hung elsewhere."""

    def __init__(self, words: Parse, rules: LabelRules) -> None:
        self.words, self.rules = words, rules
        self.slots = [_Slot(word.head, _label(word, at, rules), word.pos) for at, word in enumerate(words)]

    def children(self) -> list[list[int]]:
        """Return the words that hang on each word, in text order."""
        below: list[list[int]] = [[] for _ in self.words]
        for at, slot in enumerate(self.slots):
            if slot.head != at:
                below[slot.head].append(at)
        return below

    def by_depth(self, below: list[list[int]]) -> list[int]:
        """Return the words, those nearest to the root first."""
        order = [at for at, slot in enumerate(self.slots) if slot.head == at]
        for at in order:
            order += below[at]
        return order

    def flatten_coordinations(self) -> None:
        """Hang every conjunct on the first one, and every conjunction on the conjunct behind it."""
        rules, joined = self.rules, (self.rules.conjuncts | self.rules.conjunctions)
        conjuncts: dict[int, list[int]] = {}
        for at in self.by_depth(self.children()):
            label, head = self.words[at].dep, self.slots[at].head
            if label in joined and head != at:
                first = self.slots[head].head if self.words[head].dep in joined else head
                self.slots[at].head = first
                if label in rules.conjuncts:
                    conjuncts.setdefault(first, []).append(at)
        for at, word in enumerate(self.words):
            if word.dep in rules.conjunctions:
                behind = [one for one in conjuncts.get(self.slots[at].head, ()) if one > at]
                self.slots[at].head = min(behind, default=self.slots[at].head)

    def lift_verbs(self) -> None:
        """Make the infinitive or participle below an auxiliary the head of the clause."""
        rules, below = self.rules, self.children()
        for at in self.by_depth(below):
            above = self.slots[at].head
            if self.words[at].dep in rules.verbs and self.words[above].tag in rules.auxiliary_tags and above != at:
                is_passive = (
                    self.words[above].lemma in rules.passive_auxiliaries and self.words[at].tag in rules.participle_tags
                )
                self.lift(at, above, "aux:pass" if is_passive else "aux", below)
                self.slots[above].pos = "AUX"

    def lift_objects(self) -> None:
        """Make the phrase or clause below a preposition the head of the preposition."""
        rules, below = self.rules, self.children()
        for at in self.by_depth(below):
            label = self.words[at].dep
            if label not in rules.prepositions or self.slots[at].pos in _NOMINAL or self.slots[at].dep in _LIFTED:
                continue
            inner = next((one for one in below[at] if self.words[one].dep in rules.prepositions), None)
            found = self.governed(at, below)
            if found is None and inner is not None and (found := self.governed(inner, below)) is not None:
                below[inner].remove(found)
                below[at].append(found)
                self.slots[found].head, self.slots[inner].dep = at, "fixed"
            if found is not None:
                self.lift_object(found, at, rules.prepositions[label], below)

    def governed(self, preposition: int, below: list[list[int]]) -> int | None:
        """Return what a preposition introduces."""
        kinds = self.rules.objects | self.rules.clauses
        return next((one for one in below[preposition] if self.words[one].dep in kinds), None)

    def lift_object(self, at: int, preposition: int, label: str, below: list[list[int]]) -> None:
        """Make a word the head of its preposition, with the label that its phrase has then."""
        is_clause = self.words[at].dep in self.rules.clauses and self.slots[at].pos in ("VERB", "AUX")
        fixed = [one for one in below[preposition] if self.slots[one].dep == "fixed"]
        self.lift(at, preposition, "mark" if is_clause else "case", below)
        for one in fixed:
            self.slots[one].head = preposition
        is_nominal = self.slots[self.slots[at].head].pos in _NOMINAL
        phrase = ("acl" if is_nominal else "advcl") if is_clause else "nmod" if is_nominal else "obl"
        if self.slots[at].dep != _ROOT:
            self.slots[at].dep = label or phrase

    def lift_predicates(self) -> None:
        """Make what a copula says of its subject the head of the clause; what there is, is the subject."""
        rules, below = self.rules, self.children()
        for at in self.by_depth(below):
            copula = self.slots[at].head
            if self.words[at].dep not in rules.predicates or self.words[copula].lemma not in rules.copulas:
                continue
            if any(self.slots[one].dep == "expl" for one in below[copula]):
                self.slots[at].dep = "nsubj"
            elif copula != at:
                self.lift(at, copula, "cop", below)
                self.slots[copula].pos = "AUX"

    def lift(self, at: int, above: int, label: str, below: list[list[int]]) -> None:
        """Put a word in the place of the one above it, which hangs on it with `label` from then on."""
        place = self.slots[above]
        is_root = place.head == above
        self.slots[at].head, self.slots[at].dep = (at if is_root else place.head), place.dep
        if not is_root:
            below[place.head][below[place.head].index(above)] = at
        for other in below[above]:
            if other != at:
                self.slots[other].head = at
                below[at].append(other)
        place.head, place.dep = at, label
        below[at].append(above)
        below[above] = []

    def parse(self) -> Parse:
        """Return the words where they hang now."""
        passive = {slot.head for slot in self.slots if slot.dep == "aux:pass"}
        slots = zip(self.words, self.slots, strict=True)
        return tuple(self._word(word, slot, is_passive=slot.head in passive) for word, slot in slots)

    def _word(self, word: Word, slot: _Slot, *, is_passive: bool) -> Word:
        label = _SUBJECTS.get(slot.dep, slot.dep) if is_passive else slot.dep
        is_relative = word.tag in self.rules.relative_tags and self.slots[slot.head].dep == _RELATIVE_CLAUSE
        features = "|".join(filter(None, (word.morph, _RELATIVE)))
        is_told = not is_relative or _RELATIVE in word.morph
        return word._replace(head=slot.head, dep=label, pos=slot.pos, morph=word.morph if is_told else features)


def _label(word: Word, at: int, rules: LabelRules) -> str:
    if at < word.head and word.dep in rules.labels_before:
        return rules.labels_before[word.dep]
    keys = (f"{word.dep} {word.tag}", f"{word.dep} {word.pos}", word.dep)
    return next((rules.labels[key] for key in keys if key in rules.labels), word.dep)
