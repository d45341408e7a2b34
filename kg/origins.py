"""In how many articles something stands, and from how many sources those articles have it.

Articles are one source for what they have from one text, copied by one from the other or by both from a third; and so
are the articles of one newspaper, site or agency.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Copy, Document

Place = tuple[str, int | None]
"""Document and sentence, or None for what stands in none that was copied."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How widely something is told."""

    articles: int
    sources: int
    """Those that do not have it from each other, no more than `articles`."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the articles of a corpus have their words from."""

    originals: Mapping[Place, str]
    """Id of the article that first had them, for each sentence that is a copy, and each article that is one mostly."""
    copied_from: Mapping[tuple[str, int], str]
    """Id of the article that each sentence of a copy was taken from."""
    publishers: Mapping[str, str]
    """Newspaper, site or agency of each article, by its id; its id again where nobody is named."""

    def source(self, document_id: str, sentence: int) -> str:
        """Return the publisher that a sentence comes from in the end, or the id of its first article."""
        first = self.originals.get((document_id, sentence)) or self.originals.get((document_id, None), document_id)
        return self.publishers[first]

    def reach(self, places: Iterable[tuple[str, int]]) -> Reach:
        """Return how widely something is told that stands in these sentences; an article counts by its first one."""
        firsts: dict[str, int] = {}
        for document_id, sentence in places:
            firsts.setdefault(document_id, sentence)
        return Reach(len(firsts), len({self.source(*place) for place in firsts.items()}))


def origins_of(documents: Iterable[Document], copies: Iterable[Copy]) -> Origins:
    """Return where articles have their words from; `copies` have the largest share of a document first."""
    before: dict[Place, Place] = {}
    for copy in copies:
        for line, original in copy.sentences:
            before.setdefault((copy.document_id, line), (copy.original_id, original))
        if copy.is_one_source:
            before.setdefault((copy.document_id, None), (copy.original_id, None))
    found: dict[Place, str] = {}
    for place in before:
        _follow(place, before, found)
    publishers = {one.id: f"by {one.source.casefold()}" if one.source else one.id for one in documents}
    originals = {place: found[place] for place in before}
    copied = {(copy, line): source for (copy, line), (source, _) in before.items() if line is not None}
    return Origins(originals, copied, publishers)


def _follow(place: Place, before: Mapping[Place, Place], found: dict[Place, str]) -> None:
    """Add to `found` the first article of a place, and of all places on the way there: each is gone through once."""
    way = [place]
    while (last := way[-1]) not in found and (last in before or last[1] is not None):
        way.append(before.get(last, (last[0], None)))
    found.update(dict.fromkeys(way, found.get(way[-1], way[-1][0])))
