"""An output folder and its work folder while a build is in them: what was there before, and what is left behind."""

from collections.abc import Collection, Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.decisions import FILE as DECISIONS
from kg.errors import OutputError
from kg.ontology.store import remove_stores
from kg.pipeline.earlier import Earlier, read_earlier
from kg.read import Skipped, Source, Warned, discover
from kg.staging import fingerprint, held, written_in
from kg.work import FOLDER, opened, remove_work
from kg.work.articles import State, read_state, take_over
from kg.work.shards import Shards


@dataclass(frozen=True, slots=True)
class Room:
    """An output folder and its work folder, both held for this process."""

    folder: Path
    shelf: Path
    earlier: Earlier
    """What the outputs that are there say of themselves."""
    before: State
    """What the last build left."""
    doubts: tuple[Warned, ...]

    @property
    def known(self) -> Set[str]:
        """Return the ids of the articles that the last build left, of which what they say is kept."""
        return {place.id for place in self.before.articles}

    @property
    def shards(self) -> Shards:
        """Return where what articles say is kept."""
        return Shards(self.shelf)

    def sources(self, paths: Iterable[str | Path]) -> tuple[Source | Skipped, ...]:
        """Return the files that `paths` name, without those that kg or its user keeps in the two folders."""
        own = (*written_in(self.folder), self.folder / DECISIONS, *self.shelf.glob("*"))
        return tuple(discover(paths, leave_out=own))

    def tidy(self, live: Collection[str]) -> Iterator[Warned]:
        """Put the new state in its place, and remove what nobody needs, and what the graph before held.

        `live` are the keys of what is kept. The graph is there already, so that an error is a doubt.
        """
        remove_stores(self.folder)
        others = self.folder / FOLDER
        try:
            take_over(self.shelf)
            self.shards.sweep(live)
            if others.resolve() != self.shelf.resolve():
                remove_work(others)
        except OutputError as error:
            yield Warned(error.where, f"{error.message}; what articles said before may still be there")


@contextmanager
def entered(folder: Path, kept: Path | None) -> Iterator[Room]:
    """Hold an output folder, and a work folder if anything is to be kept, and read what the last build left."""
    with held(folder), opened(kept) as shelf:
        before, doubts = read_state(shelf, fingerprint(folder) if kept else "")
        yield Room(folder, shelf, read_earlier(folder), before, tuple(Warned(str(shelf), reason) for reason in doubts))
