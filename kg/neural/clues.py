"""What speaks for a name: sparse features of a word and its neighbours, for a linear-chain CRF."""

from collections.abc import Iterator, Mapping, Sequence

from kg.neural.features import normalize, shape
from kg.neural.gazetteer import FLAGS, KINDS
from kg.neural.store import Floats

_NAMING = frozenset({"NOUN", "PROPN"})
_SHORTEST = 4
"""Letters of the shortest noun that a compound is known by."""
_LONGEST = 40
"""Letters of a word, the last ones, that are looked at for one."""
_REACH = 5
"""Words before a word among which a noun tells what it may be ("directeur van de Nederlandse X")."""
_FLAG_NAMES = tuple(f"{kind}{place}" for kind in KINDS for place in ("", "<", ">"))


def name_clues(
    words: Sequence[str], upos: Sequence[str], flags: Floats, classes: Sequence[Sequence[str]], nouns: Mapping[str, str]
) -> Iterator[list[str]]:
    """Yield the features of each word of a sentence.

    `flags` are those of the gazetteer, `classes` what raw text says of each word: fine cluster, coarse cluster, case;
    `nouns` says of a common noun what it calls, as "organisation".
    """
    called = [_called(word, tag, nouns) for word, tag in zip(words, upos, strict=True)]
    local = [_local(*cells) for cells in zip(words, upos, flags, classes, called, strict=True)]
    forms = ["<", *(normalize(word) for word in words), ">"]
    shapes = ["<", *(shape(word) for word in words), ">"]
    for place in range(len(words)):
        found = [f"0{clue}" for clue in local[place]]
        for shift in (-2, -1, 1, 2):
            if 0 <= place + shift < len(words):
                near = local[place + shift]
                found += [f"{shift}{clue}" for clue in (near if abs(shift) == 1 else near[:3])]
            else:
                found.append(f"{shift}end")
        form = forms[place + 1]
        found += [f"^{form[:size]}" for size in range(1, 5)]
        found += [f"${form[-size:]}" for size in range(1, 6)]
        found += [f"<{forms[place]} {form}", f"{form} {forms[place + 2]}>", f"{forms[place]}_{forms[place + 2]}"]
        found.append(" ".join(shapes[place : place + 3]))
        found += [f"<n{noun}" for noun in called[max(0, place - _REACH) : place] if noun][-1:]
        yield found


def _called(word: str, upos: str, nouns: Mapping[str, str]) -> str:
    """Return what a noun, or else the last part of a compound, calls; "" where that is not known."""
    form = normalize(word)[-_LONGEST:] if upos in _NAMING else ""
    ends = (form[start:] for start in range(max(1, len(form) - _SHORTEST + 1)))
    return next((nouns[end] for end in ends if end in nouns), "")


def _local(word: str, upos: str, flags: Floats, classes: Sequence[str], called: str) -> list[str]:
    """Return what is said of a word to itself and to its neighbours."""
    listed = [_FLAG_NAMES[i] for i in range(FLAGS) if flags[i]] if flags.any() else []
    form = normalize(word)
    kind = [f"n{called}"] if called else []
    return [f"w{form}", f"p{upos}", *(classes or ("c",)), f"s{shape(word)}", f"$${form[-3:]}", *listed, *kind]
