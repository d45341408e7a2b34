"""What a name names: the votes of the recogniser and of the words around it, for all its places in a text together."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from kg.extract.mentions.name_evidence import of_form, of_place
from kg.extract.mentions.name_words import NO_NAMES, ORGANISATION, OTHER, PERSON, PLACE, PLACES, PRODUCT, Name
from kg.extract.syntax.tree import Tree
from kg.lang import Language
from kg.lang.names import Evidence


def label_names(names: Sequence[Name], tree: Tree, language: Language) -> tuple[Name, ...]:
    """Return the names with one label for each spelling, in the same order.

    A surname goes with the full name (`Jansen`, `Piet Jansen`), a short name with the one that adds a legal form
    (`Apple`, `Apple Inc.`), a model with the one that adds its maker (`Taurus`, `Ford Taurus`). The first words of an
    organisation's name (`Vekoma`, `Vekoma Staal`) are rather its own than a surname.
    """
    groups: dict[str, list[Name]] = {}
    for name in names:
        groups.setdefault(name.of(tree), []).append(name)
    makers = {name.of(tree) for name in names if name.label == ORGANISATION} | language.name_lists.organisations
    votes = {spelling: _votes(spelling, group, tree, makers, language) for spelling, group in groups.items()}
    _share(votes, {spelling: group[0].start for spelling, group in groups.items()}, language)
    labels = {spelling: _winner(votes[spelling], group) for spelling, group in groups.items()}
    return tuple(replace(name, label=labels[name.of(tree)]) for name in names)


def _votes(spelling: str, group: Sequence[Name], tree: Tree, makers: Set[str], language: Language) -> dict[str, float]:
    """Return the weight of each kind of name, the three labels of places taken together.

    Each piece of evidence counts once, however often the text gives it; the recogniser's vote and what speaks against
    a label are shared among the places of the name.
    """
    weights = language.names.evidence
    votes: dict[str, float] = defaultdict(float)
    labelled = [_kind(name.label) for name in group if name.label != OTHER and name.label not in NO_NAMES]
    for label in labelled:
        is_bare = label == PERSON and " " not in spelling
        votes[label] += weights[Evidence.SURNAME if is_bare else Evidence.RECOGNISER] / len(labelled)
    given = [vote for name in group for vote in of_place(name, tree, makers, language)]
    for label, kind in sorted({*of_form(spelling, language), *given}):
        share = given.count((label, kind)) / len(group) if weights[kind] < 0 else 1
        votes[label] += weights[kind] * share
    return votes


def _kind(label: str) -> str:
    return PLACE if label in PLACES else label


def _share(votes: Mapping[str, dict[str, float]], first: Mapping[str, int], language: Language) -> None:
    """Add the votes of full names to those of the surnames and short names in them.

    What opens the name of an organisation is short for it only behind it; `first` tells where each name first stands.
    """
    weights, opened = language.names.evidence, set()
    for spelling in sorted(votes, key=lambda spelling: (-len(spelling), spelling)):
        words = spelling.split()
        if len(words) < 2:
            continue
        best = max(votes[spelling], key=lambda label: (votes[spelling][label], label), default=OTHER)
        short = _short(words, best, language)
        if short in votes:
            share = votes[spelling][best] if best == PERSON else 0
            votes[short][best] += max(share, weights[Evidence.LISTED])
        if best == ORGANISATION:
            opened |= {one for one in _openings(words, language) if first.get(one, 0) > first[spelling]} - {short}
    for short in opened:
        votes[short][ORGANISATION] += weights[Evidence.OPENING]


def _short(words: Sequence[str], label: str, language: Language) -> str:
    """Return the part of a name of several words by which a text goes on, given what the whole names; empty if none."""
    if label == PERSON:
        return words[-1]
    if _is_form(words[-1], language):
        return " ".join(words[:-1])
    return " ".join(words[1:]) if label == PRODUCT else ""


def _openings(words: Sequence[str], language: Language) -> Iterator[str]:
    """Yield the first words of the name of an organisation, but for a given name: `Vekoma` of `Vekoma Staal`."""
    if not language.given_names.sex(words[0].lower()):
        yield from (" ".join(words[:length]) for length in range(1, len(words)))


def _is_form(word: str, language: Language) -> bool:
    bare = word.lower().replace(".", "")
    return bare in language.coreference.legal_forms or bare in language.coreference.company_words


def _winner(votes: Mapping[str, float], group: Sequence[Name]) -> str:
    """Return the label with the most votes, `MISC` if none has any; for a place the one that it mostly has."""
    best = max(sorted(votes), key=lambda label: votes[label], default=OTHER)
    if votes.get(best, 0) <= 0:
        return OTHER
    if best != PLACE:
        return best
    places = Counter(name.label for name in group if name.label in PLACES)
    return max(sorted(places), key=lambda label: places[label]) if places else PLACE
