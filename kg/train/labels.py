"""The label sets of a treebank, and the lemma rules."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.neural.edit_tree import EditTree, apply_tree, build_tree
from kg.train.conllu import Sentence

T = TypeVar("T", bound=Hashable)
Script = tuple[bool, EditTree | None]
"""Whether the form is put in lower case first, and the tree to apply."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the heads of the network choose from, most frequent first."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    scripts: tuple[Script, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...]
    """IOB2; "O" is first."""
    lemmas: dict[str, str]
    """Lemma of a form as seen in the treebank, by `form/UPOS`."""
    known: tuple[str, ...] = ()
    """All lemmas of the treebank, sorted."""


def collect_labels(sentences: Sequence[Sentence]) -> Labels:
    """Return the labels in use, without lemma rules that occur once."""
    return Labels(
        upos=_ranked(label for s in sentences for label in s.upos or ()),
        xpos=_ranked(label for s in sentences for label in s.xpos or ()),
        feats=_ranked(label for s in sentences for label in s.feats or ()),
        scripts=_ranked((lemma_script(form, lemma) for form, lemma, _ in _lemmas(sentences)), least=2),
        deps=_ranked(label for s in sentences for label in s.deps or ()),
        names=("O", *sorted({label for s in sentences for label in s.names or ()} - {"O"})),
        lemmas=_lookup(sentences),
        known=tuple(sorted({lemma for _, lemma, _ in _lemmas(sentences)})),
    )


def lemma_script(form: str, lemma: str) -> Script:
    """Return the rule from form to lemma, in lower case where the lemma is."""
    if lemma == lemma.lower():
        return True, build_tree(form.lower(), lemma)
    tree = build_tree(form.lower(), lemma.lower())
    if apply_tree(tree, form) == lemma:
        return False, tree
    return False, build_tree(form, lemma)


def _lemmas(sentences: Iterable[Sentence]) -> Iterator[tuple[str, str, str]]:
    for sentence in sentences:
        if sentence.xpos and sentence.lemmas and sentence.upos:
            yield from zip(sentence.words, sentence.lemmas, sentence.upos, strict=True)


def _lookup(sentences: Iterable[Sentence]) -> dict[str, str]:
    """Return the lemma of each form and part of speech that nearly always has it; verbs without their particle."""
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences:
        particles = _particles(sentence)
        for place, (form, lemma, upos) in enumerate(_lemmas([sentence])):
            counts.setdefault(f"{form}/{upos}", Counter())[lemma.removeprefix(particles.get(place, ""))] += 1
    found = {}
    for key, lemmas in sorted(counts.items()):
        lemma, count = lemmas.most_common(1)[0]
        if count / lemmas.total() >= 0.9:
            found[key] = lemma
    return found


def _particles(sentence: Sentence) -> dict[int, str]:
    """Return the separated particle of each verb that has one, by the verb's position from 0."""
    arcs = zip(sentence.words, sentence.heads or (), sentence.deps or (), strict=False)
    return {head - 1: word.lower() for word, head, dep in arcs if dep == "compound:prt"}


def _ranked(values: Iterable[T], least: int = 1) -> tuple[T, ...]:
    counts = Counter(values)
    return tuple(sorted((v for v, n in counts.items() if n >= least), key=lambda v: (-counts[v], repr(v))))
