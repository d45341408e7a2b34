"""What the outputs in a folder say of the build that wrote them, and what the next one must not do to them unasked.

A folder that keeps sentences or people back goes on doing so, and loses no article in silence. For that the manifest
says of which articles the outputs are, whether they hold sentences, and how many people were left out, but not who.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from kg.characters import counted
from kg.errors import OutputError
from kg.privacy import nameless
from kg.read import Warned
from kg.staging import read_manifest


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the outputs in a folder are of."""

    folder: Path
    articles: Set[str]
    """Their ids."""
    with_text: bool
    left_out: int
    """How many names of people who must be in no output were given."""

    def refuse_to_reveal(self, *, with_text: bool, left_out: int) -> None:
        """Raise if outputs with such settings would hold what these keep back.

        Raises:
            OutputError: sentences would be there, or fewer people left out.
        """
        if with_text and not self.with_text:
            reason = "was built with --no-text: give it again, or --reveal to write the sentences now"
            raise OutputError(reason, where=self.folder)
        if left_out < self.left_out:
            reason = f"was built with --leave-out and {counted(self.left_out, 'name')}, not {left_out}"
            raise OutputError(f"{reason}: give them again, or --reveal to name them now", where=self.folder)

    def refuse_to_lose(self, *kept: Collection[str]) -> None:
        """Raise if one of the articles is in none of these collections of ids.

        Raises:
            OutputError: one is not.
        """
        if lost := self.lost(*kept):
            reason = f"holds {counted(lost, 'article')} not in PATH, and nothing is kept to go on with"
            ways = "name all files, or give --work as before, or --sync to forget those"
            raise OutputError(f"{reason}: {ways}", where=self.folder)

    def forgotten(self, *kept: Collection[str]) -> Iterator[Warned]:
        """Yield a word on the articles that are in none of these collections of ids, if there are any."""
        if lost := self.lost(*kept):
            yield Warned(str(self.folder), f"forgets {counted(lost, 'article')} not in PATH")

    def lost(self, *kept: Collection[str]) -> int:
        """Return how many of the articles are in none of these collections of ids.

        One whose id names somebody who is left out now, or was before, is the same.
        """
        return len(set(map(nameless, self.articles)) - {nameless(id) for ids in kept for id in ids})


def read_earlier(folder: Path) -> Earlier:
    """Return what the outputs in a folder are of; where there are none, of nothing.

    Raises:
        OutputError: the manifest is not one that kg wrote.
    """
    with read_manifest(folder) as said:
        articles = frozenset(map(str, said.get("articles", ())))
        return Earlier(folder, articles, bool(said.get("text", True)), int(said.get("left_out", 0)))


def to_manifest(articles: Iterable[str], *, with_text: bool, left_out: int) -> Mapping[str, object]:
    """Return what the manifest says for `read_earlier`."""
    return {"articles": sorted(set(articles)), "text": with_text, "left_out": left_out}
