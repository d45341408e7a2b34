"""Where the articles of a graph are: what files give now in place of what they gave before, and what is kept."""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from kg.errors import OutputError
from kg.model import Document
from kg.read import READERS, Skipped, Source, Warned
from kg.read.discover import STDIN
from kg.staging import digest
from kg.update.places import gone, places_of, seen_from
from kg.work.articles import Article, State
from kg.work.hashing import hash_of

Doubt = Skipped | Warned

_NEAR = 3
"""How many near ids an error tells."""

_Known = dict[str, tuple[Article, ...]]
"""The articles of each file."""


@dataclass(frozen=True, slots=True)
class Intake:
    """How files are read."""

    read: Callable[[tuple[Source, ...]], Iterable[Document | Doubt]]
    settings: str
    """Stands for all that changes what comes out of a file."""
    languages: frozenset[str]
    """Codes of the languages that articles may be in."""
    folder: Path
    """The paths of files are kept as they are seen from here."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Where articles are, before they are told apart."""

    places: tuple[Article, ...] = ()
    documents: tuple[tuple[str, Document], ...] = ()
    """What was read now, under its own id, each with its `Article.content`."""
    doubts: tuple[Doubt, ...] = ()


def gather(
    sources: Iterable[Source | Skipped], state: State, intake: Intake, *, kept: Collection[str], sync: bool
) -> Gathered:
    """Return where the articles of `sources` are, and without `sync` those of the other files that `state` knows.

    A file is read if it changed, or if what it gave is not all in the shards, whose keys are `kept`. What is known of a
    file, folder or pattern that is named and gives nothing now is kept, also with `sync`: a disk may be back tomorrow.
    Without `sync` a word tells of the files that are gone.

    Raises:
        OutputError: an article that is known is in a language that is not read.
    """
    known = _by_file(state.articles)
    found, strange, closed = [], [], []
    for source in sources:
        if isinstance(source, Skipped):
            closed.append(source)
        elif source.path and source.suffix not in READERS:
            strange.append(source)  # read together, since many of one kind are told in one line
        else:
            found.append(_looked_into(source, known.pop(_file(source, intake.folder), ()), intake, kept))
    found.append(Gathered(doubts=tuple(one for one in intake.read(tuple(strange)) if not isinstance(one, Document))))
    found.append(Gathered(doubts=tuple(closed)))
    if sync:
        known, doubts = _behind(closed, known, intake)
        found.append(Gathered(doubts=doubts))
    else:
        whole = (file for file, before in known.items() if _is_whole(before, kept))
        found.append(Gathered(doubts=tuple(gone(whole, intake.folder))))
    _refuse_other_languages(known.values(), intake)
    found += (_kept(before, intake, kept) for before in known.values())
    return _together(found)


def _behind(closed: Iterable[Skipped], known: _Known, intake: Intake) -> tuple[_Known, tuple[Doubt, ...]]:
    """Return the files known that are at or below places which give nothing now, with a word on each place."""
    behind: _Known = {}
    doubts: list[Doubt] = []
    mine = {file: places for file, places in known.items() if _is_served(places, intake)}
    there = places_of(mine, intake.folder)
    for one in closed:
        here = {file: mine[file] for file in there.named(one.where)}
        if here:
            doubts.append(_not_forgotten(one.where, sum(map(len, here.values()))))
        behind |= here
    return behind, tuple(doubts)


def _not_forgotten(where: str, articles: int) -> Warned:
    return Warned(where, f"gives nothing now; articles kept as they were known: {articles} (`kg remove` forgets them)")


def _refuse_other_languages(known: Iterable[Sequence[Article]], intake: Intake) -> None:
    for other in sorted({place.language for places in known for place in places} - intake.languages):
        mine = " and ".join(map(repr, sorted(intake.languages)))
        ways = "give --sync to forget them, or --language auto with a pipeline for each"
        raise OutputError(
            f"the graph has articles in {other!r}, and this build reads {mine}: {ways}", where=intake.folder
        )


def _is_served(places: Iterable[Article], intake: Intake) -> bool:
    return all(place.language in intake.languages for place in places)


def _looked_into(source: Source, before: Sequence[Article], intake: Intake, kept: Collection[str]) -> Gathered:
    """Return what is known of a file if it is as it was, else what it gives now."""
    file_hash = _file_hash(source, intake)
    if file_hash and before and _is_whole(before, kept) and all(one.file_hash == file_hash for one in before):
        return Gathered(tuple(before))
    found = _read(source, file_hash, intake)
    have = tuple(one for one in before if one.key in kept)
    if have and not file_hash and not found.places and _file(source, intake.folder) != STDIN:
        return replace(found, places=have, doubts=(*found.doubts, _not_forgotten(source.where, len(have))))
    return found


def _kept(before: Sequence[Article], intake: Intake, kept: Collection[str]) -> Gathered:
    """Return what is known of a file that nobody names; it is read again if that is not all there."""
    if _is_whole(before, kept):
        return Gathered(tuple(before))
    source = _source(before[0], intake.folder)
    if source.path and source.path.exists():
        return _read(source, _file_hash(source, intake), intake)
    have = tuple(place for place in before if place.key in kept)
    lost = {place.id for place in before} - {place.id for place in have}
    reason = "is forgotten: what was kept of it is lost, and its file is gone"
    return Gathered(have, doubts=tuple(Warned(id, reason) for id in sorted(lost)))


def _is_whole(before: Iterable[Article], kept: Collection[str]) -> bool:
    """Tell whether all that is known of a file is in the shards, whose keys are `kept`."""
    return all(place.key in kept for place in before)


def _read(source: Source, file_hash: str, intake: Intake) -> Gathered:
    found = tuple(intake.read((source,)))
    doubts = tuple(one for one in found if not isinstance(one, Document))
    documents = tuple((hash_of([repr(one)]), one) for one in found if isinstance(one, Document))
    places = tuple(
        Article(
            id="",
            title=document.title,
            published=document.published,
            source=document.source,
            language=document.language,
            url=document.url,
            file=_file(source, intake.folder),
            file_id=source.id,
            file_hash="" if doubts else file_hash,
            own_id=document.id,
            words=_words(document),
            content=content,
            key="",
        )
        for content, document in documents
    )
    return Gathered(places, documents, doubts)


def _together(found: Iterable[Gathered]) -> Gathered:
    parts = tuple(found)
    return Gathered(
        tuple(place for part in parts for place in part.places),
        tuple(document for part in parts for document in part.documents),
        tuple(doubt for part in parts for doubt in part.doubts),
    )


def _by_file(places: Iterable[Article]) -> _Known:
    found: dict[str, list[Article]] = {}
    for place in places:
        found.setdefault(place.file, []).append(place)
    return {file: tuple(same) for file, same in found.items()}


def _file(source: Source, folder: Path) -> str:
    if not source.path:
        return source.url or STDIN
    return seen_from(folder, source.path)


def _source(place: Article, folder: Path) -> Source:
    if place.file == STDIN:
        return Source(place.file_id, "standard input", None)
    path = Path(os.path.normpath(folder.resolve() / place.file))
    return Source(place.file_id, str(path), path)


def _file_hash(source: Source, intake: Intake) -> str:
    try:
        return hash_of([intake.settings, source.id, digest(source.path)]) if source.path else ""
    except OSError:
        return ""  # whoever reads it tells why it cannot be read


def _words(document: Document) -> str:
    """Return the hash of what an article says."""
    said = (document.text, document.title, document.published, document.source, document.author, document.url)
    return hash_of(said)


def without(state: State, names: Sequence[str], folder: Path) -> State:
    """Return what a build left without the articles of these names: ids, addresses, or paths of files and folders.

    Raises:
        OutputError: a name is of no article, or nothing would be left.
    """
    ids, there = {one.id for one in state.articles}, places_of((one.file for one in state.articles), folder)
    gone_ids, gone_files = ids & set(names), set[str]()
    for name in names:
        files = set(there.named(name))
        if not files and name not in ids:
            raise OutputError(f"holds no such article or file: {name}{_hint(name, ids)}", where=folder)
        gone_files |= files
    left = tuple(one for one in state.articles if one.id not in gone_ids and one.file not in gone_files)
    if not left:
        raise OutputError("would have no article left; remove the folder instead", where=folder)
    return replace(state, articles=left)


def _hint(name: str, ids: Collection[str]) -> str:
    """Return the ids that begin with a name or come near to it, to put behind an error; else what ids look like."""
    begin = [id for id in sorted(ids) if id.startswith(name)]
    near = (begin or get_close_matches(name, sorted(ids), _NEAR))[:_NEAR]
    return f"; did you mean {' or '.join(near)}?" if near else f"; ids look like {min(ids)}"
