"""Word vectors and capitalisation from raw text: co-occurrence counts, PPMI, truncated SVD.

On a few million words this does as well as word2vec (Levy, Goldberg & Dagan 2015) and has no
random order of updates: the same text gives the same vectors.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import torch

from kg.neural.features import normalize

_CONTEXTS = 8000
_WINDOW = 2


def count_words(sentences: Iterable[Sequence[str]]) -> Counter[str]:
    """Return how often each normalized form occurs."""
    return Counter(normalize(word) for words in sentences for word in words)


def word_vectors(sentences: Sequence[Sequence[str]], rows: dict[str, int], width: int, seed: int) -> torch.Tensor:
    """Return a vector for each word in `rows`, of length 3; row 0, for unknown words, is zero.

    Contexts are the words one and two to the left and to the right, told apart by side.
    """
    contexts = {word: i for i, (word, _) in enumerate(count_words(sentences).most_common(_CONTEXTS))}
    centre, context = _pairs(sentences, rows, contexts)
    columns = 2 * len(contexts)
    cells, counts = np.unique(centre * columns + context, return_counts=True)
    row, column = cells // columns, cells % columns
    by_row = np.bincount(row, counts, minlength=len(rows) + 1)
    by_column = np.bincount(column, counts, minlength=columns) ** 0.75
    pmi = np.log(counts * by_column.sum() / (by_row[row] * by_column[column]))
    keep = pmi > 0
    indices = torch.from_numpy(np.stack([row[keep], column[keep]]))
    matrix = torch.sparse_coo_tensor(indices, torch.from_numpy(pmi[keep]).float(), (len(rows) + 1, columns)).coalesce()
    torch.manual_seed(seed)
    left, scale, _ = torch.svd_lowrank(matrix, q=width + 20, niter=4)
    vectors = left[:, :width] * scale[:width].sqrt()
    scaled: torch.Tensor = 3 * vectors / vectors.norm(dim=1, keepdim=True).clamp(min=1e-6)
    return scaled


def _pairs(
    sentences: Iterable[Sequence[str]], rows: dict[str, int], contexts: dict[str, int]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    centre: list[npt.NDArray[np.int64]] = []
    context: list[npt.NDArray[np.int64]] = []
    for words in sentences:
        forms = [normalize(word) for word in words]
        here = np.array([rows.get(form, 0) for form in forms], dtype=np.int64)
        there = np.array([contexts.get(form, -1) for form in forms], dtype=np.int64)
        for distance in range(1, _WINDOW + 1):
            for a, b, side in ((here[distance:], there[:-distance], 0), (here[:-distance], there[distance:], 1)):
                known = (a > 0) & (b >= 0)
                centre.append(a[known])
                context.append(2 * b[known] + side)
    return np.concatenate(centre), np.concatenate(context)


def case_classes(sentences: Iterable[Sequence[str]], rows: dict[str, int]) -> npt.NDArray[np.uint8]:
    """Return how often each word is capitalised inside a sentence: 0 unknown, 1 hardly ever ... 5 always."""
    seen, capital = np.zeros(len(rows) + 1), np.zeros(len(rows) + 1)
    for words in sentences:
        for before, word in pairwise(words):
            row = rows.get(normalize(word), 0)
            if before.isalnum() or before == ",":
                seen[row] += 1
                capital[row] += word[0].isupper()
    share = capital / np.maximum(seen, 1)
    classes = 1 + np.digitize(share, [0.02, 0.3, 0.7, 0.97])
    classes[(seen < 2)] = 0
    classes[0] = 0
    return classes.astype(np.uint8)


def word_classes(
    vectors: torch.Tensor, cases: npt.NDArray[np.uint8], rows: dict[str, int], seed: int
) -> dict[str, str]:
    """Return for each word its fine cluster, coarse cluster and case class, as "c17 C3 k5"."""
    fine, coarse = (_clusters(vectors, count, seed) for count in (256, 64))
    return {word: f"c{fine[row]} C{coarse[row]} k{cases[row]}" for word, row in rows.items()}


def _clusters(vectors: torch.Tensor, count: int, seed: int) -> list[int]:
    """Return the cluster of each row: k-means by cosine, from a random but seeded choice of first centres."""
    generator = torch.Generator().manual_seed(seed)
    unit = vectors / vectors.norm(dim=1, keepdim=True).clamp(min=1e-6)
    centres = unit[1 + torch.randperm(len(unit) - 1, generator=generator)[:count]]
    for _ in range(20):
        nearest = (unit @ centres.T).argmax(dim=1)
        sums = torch.zeros_like(centres).index_add_(0, nearest, unit)
        centres = sums / sums.norm(dim=1, keepdim=True).clamp(min=1e-6)
    nearest_last: list[int] = (unit @ centres.T).argmax(dim=1).tolist()
    return nearest_last
