"""What speaks for a name: sparse features of a word and its neighbours, for a linear-chain CRF."""

from collections.abc import Iterator, Sequence

from kg.neural.features import normalize, shape
from kg.neural.gazetteer import FLAGS, KINDS
from kg.neural.store import Floats

_FLAG_NAMES = tuple(f"{kind}{place}" for kind in KINDS for place in ("", "<", ">"))


def name_clues(
    words: Sequence[str], upos: Sequence[str], flags: Floats, classes: Sequence[Sequence[str]]
) -> Iterator[list[str]]:
    """Yield the features of each word of a sentence.

    `flags` are those of the gazetteer, `classes` what raw text says of each word: fine cluster, coarse cluster, case.
    """
    local = [_local(*cells) for cells in zip(words, upos, flags, classes, strict=True)]
    forms = ["<", *(normalize(word) for word in words), ">"]
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
        found += [f"<{forms[place]} {form}", f"{form} {forms[place + 2]}>"]
        yield found


def _local(word: str, upos: str, flags: Floats, classes: Sequence[str]) -> list[str]:
    """Return what is said of a word to itself and to its neighbours."""
    listed = [_FLAG_NAMES[i] for i in range(FLAGS) if flags[i]] if flags.any() else []
    form = normalize(word)
    return [f"w{form}", f"p{upos}", *(classes or ("c",)), f"s{shape(word)}", f"$${form[-3:]}", *listed]
