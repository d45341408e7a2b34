"""What a treebank and our own list say of the verbs of a language."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.lang.table import read_entries
from kg.train.conllu import Sentence

_VERBAL = frozenset({"VERB", "AUX"})
_PARTICLE = "compound:prt"


def collect_verbs(sentences: Sequence[Sentence], own: Path) -> Mapping[str, Any]:
    """Return the values that `kg.neural.infinitives.Verbs` is made of.

    Our list has the sections `infinitive` and `impossible`, the latter of regular expressions. A lemma of the treebank
    that they match is taken for a mistake, unless the list has it.
    """
    entries = list(read_entries(own)) if own.is_file() else []
    listed = {entry for entry, kind in entries if kind == "infinitive"}
    impossible = re.compile("|".join(entry for entry, kind in entries if kind == "impossible") or "(?!)")
    lemmas = {lemma for s in sentences if s.xpos for lemma, upos in _tagged(s) if upos in _VERBAL}
    return {
        "verbs": sorted(listed | {lemma for lemma in lemmas if not impossible.search(lemma)}),
        "particles": _particles(sentences),
        "impossible": impossible.pattern,
    }


def _tagged(sentence: Sentence) -> list[tuple[str, str]]:
    return list(zip(sentence.lemmas or (), sentence.upos or (), strict=True))


def _particles(sentences: Sequence[Sentence]) -> list[str]:
    """Return the particles that are written together with the lemma of their verb more often than not, longest first.

    In UD Dutch the noun of an expression ("laten zien") and a whole phrase ("in beslag nemen") have the relation of a
    particle too, and the lemma is then that of the verb alone.
    """
    together: Counter[str] = Counter()
    for sentence in sentences:
        if sentence.xpos and sentence.lemmas:
            for particle, lemma in _separated(sentence):
                together[particle] += 1 if lemma.startswith(particle) else -1
    return sorted((particle for particle, lead in together.items() if lead > 0), key=lambda p: (-len(p), p))


def _separated(sentence: Sentence) -> list[tuple[str, str]]:
    """Return each particle that has no dependents, with the lemma of its verb."""
    heads, deps, lemmas = sentence.heads or (), sentence.deps or (), sentence.lemmas or ()
    burdened = {head for head, dep in zip(heads, deps, strict=True) if dep != "punct"}
    return [
        (word.lower(), lemmas[head - 1])
        for place, (word, head, dep) in enumerate(zip(sentence.words, heads, deps, strict=False), start=1)
        if dep == _PARTICLE and place not in burdened
    ]
