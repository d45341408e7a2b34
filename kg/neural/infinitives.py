"""Which forms can be infinitives: what decides among the lemmas that the rules give for a verb."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from unicodedata import normalize

from kg.neural.store import Values

_NEAR = 4.0
"""How much worse than the best (log odds) the lemma of a rule may be to come before what the particle tells."""
_FAR = 12.0
"""How much worse it may be at all. Chosen on dev of 8, 12, 16, 25."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """What a language knows of its verbs."""

    seen: frozenset[str]
    """Lemmas of the treebank."""
    known: frozenset[str]
    """Infinitives of the treebank and of word lists."""
    particles: tuple[str, ...]
    """What infinitives begin with and verbs separate from ("op", "terug"), the longest first."""
    impossible: re.Pattern[str]
    """Matches what no infinitive of the language is spelled like."""

    @classmethod
    def from_values(cls, values: Values) -> "Verbs":
        """Return what the file of a component says."""
        particles, impossible = tuple(values["particles"]), re.compile(values["impossible"])
        return cls(frozenset(values["known"]), frozenset(values["verbs"]), particles, impossible)

    def choose(self, form: str, ranked: Sequence[tuple[float, str]], look_up: Callable[[str], str | None]) -> str:
        """Return the lemma of a form, from lemmas with their scores, best first; there must be one.

        A known verb comes first, then one that is a particle and a form with a known lemma ("weggestuurd": weg,
        gestuurd, sturen), then one that is a particle and a known verb, then the best whose spelling is possible.
        """
        spelled = [(score, self._spelled(lemma)) for score, lemma in ranked if not self._adds_particle(form, lemma)]
        near, far = ([lemma for score, lemma in spelled if score > ranked[0][0] - margin] for margin in (_NEAR, _FAR))
        parted = list(self._parted(form, look_up))
        candidates = chain(
            (lemma for lemma in near if lemma in self.known and lemma in self.seen),
            (lemma for lemma in (*near, *parted, *far) if lemma in self.known),
            (lemma for lemma in (*parted[:1], *far) if self._is_compound(lemma)),
            (lemma for _, lemma in spelled if lemma in self.known),
            (lemma for lemma in far if not self.impossible.search(lemma)),
        )
        return next(candidates, ranked[0][1])

    def with_particle(self, lemma: str, separated: Sequence[str]) -> str:
        """Return the lemma of a verb with one of the words separated from it, the first that makes a known verb.

        Else the first particle that verbs are written together with; a verb that has it already stays as it is.
        """
        if any(lemma.startswith(particle) for particle in separated):
            return lemma
        known = (particle for particle in separated if particle + lemma in self.known)
        likely = (particle for particle in separated if particle in self.particles)
        return next(chain(known, likely), "") + lemma

    def _parted(self, form: str, look_up: Callable[[str], str | None]) -> Iterator[str]:
        for particle in self.particles:
            lemma = look_up(form[len(particle) :]) if form.startswith(particle) else None
            if lemma:
                yield particle + lemma

    def _adds_particle(self, form: str, lemma: str) -> bool:
        """Whether the lemma begins with a particle that the form has not: it is then separated, or guessed."""
        return any(lemma.startswith(particle) and particle not in form for particle in self.particles)

    def _spelled(self, lemma: str) -> str:
        """Return the lemma without a diaeresis that only a prefix before it explains ("geëist": eisen)."""
        bare = normalize("NFD", lemma[:1])[:1] + lemma[1:]
        return bare if self.impossible.search(lemma) else lemma

    def _is_compound(self, lemma: str) -> bool:
        return any(lemma.startswith(particle) and lemma[len(particle) :] in self.known for particle in self.particles)
