"""B-cubed: how far the mentions of each gold entity stand together, and with no others, in what was found.

Bagga and Baldwin (1998), https://aclanthology.org/P98-1012/
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.model import Span
from tests.quality.annotation import GoldArticle
from tests.quality.output import Output

Placed = tuple[str, str | None]
"""Id of the gold entity of a mention, and id of the found entity that stands there."""


def b_cubed(articles: Iterable[tuple[GoldArticle, Output]]) -> tuple[float, float, int]:
    """Return precision, recall and the number of gold mentions; a mention that nothing stands for costs recall."""
    precisions: list[float] = []
    recalls: list[float] = []
    for gold, found in articles:
        placed = list(_placed(gold, found))
        together, mine, theirs = Counter(placed), Counter(one for one, _ in placed), Counter(two for _, two in placed)
        precisions += [together[pair] / theirs[pair[1]] for pair in placed if pair[1] is not None]
        recalls += [together[pair] / mine[pair[0]] if pair[1] is not None else 0.0 for pair in placed]
    return _mean(precisions), _mean(recalls), len(recalls)


def _placed(gold: GoldArticle, found: Output) -> Iterator[Placed]:
    """Yield each gold mention, once for a place, with the found entity whose mention covers it best."""
    mentions = [(mention.span, entity.id) for entity in found.entities.values() for mention in entity.mentions]
    for entity in gold.entities.values():
        for span in dict.fromkeys(mention.span for mention in entity.mentions):
            best = max((_cover(span, other, name) for other, name in mentions if span.overlaps(other)), default=None)
            yield entity.id, best[2] if best else None


def _cover(gold: Span, found: Span, name: str) -> tuple[int, int, str]:
    """Return a key that is greater the more of a gold mention is covered, and the less beside it."""
    return min(gold.end, found.end) - max(gold.start, found.start), found.start - found.end, name


def _mean(shares: list[float]) -> float:
    return sum(shares) / len(shares) if shares else 0.0
