"""Which articles a graph is of: what files give now in place of what they gave before, and what is kept of the others.

Nothing here depends on the order in which files came or builds were made: the articles that come out are those that a
build of the same files from nothing would have, under the same ids.
"""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from kg.errors import OutputError
from kg.model import Document
from kg.privacy import ids_without_names
from kg.read import READERS, Skipped, Source, Warned
from kg.read.names import told
from kg.staging import digest
from kg.work.articles import Article, State
from kg.work.maker import key_of
from kg.work.shards import Shards

STDIN = "-"
"""The file of an article that was read from standard input."""

Doubt = Skipped | Warned
_Said = tuple[str, str]
"""The own id and the words of an article: places that agree in these give one article of the graph."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How files are read."""

    read: Callable[[tuple[Source, ...]], Iterable[Document | Doubt]]
    settings: str
    """Stands for all that changes what comes out of a file."""
    folder: Path
    """The paths of files are kept as they are seen from here."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Where articles are, before they are told apart."""

    places: tuple[Article, ...] = ()
    documents: tuple[tuple[str, Document], ...] = ()
    """What was read now, under its own id, each with its `Article.content`."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of a graph."""

    places: tuple[Article, ...]
    """By id, file and own id."""
    unread: tuple[tuple[str, Document], ...]
    """The articles that no shard has, each with its key, by id."""
    doubts: tuple[Doubt, ...]
    """By place and reason."""

    @property
    def keys(self) -> frozenset[str]:
        """Return the key of each article."""
        return frozenset(place.key for place in self.places if place.key)

    def without(self, failed: Collection[Skipped]) -> "Corpus":
        """Return the corpus without articles that could not be read after all, by id."""
        ids = {one.where for one in failed}
        places = tuple(place for place in self.places if place.id not in ids)
        return Corpus(places, (), _in_order((*self.doubts, *failed)))


@dataclass(frozen=True, slots=True)
class Changes:
    """How many articles of a graph differ from those of the one before it, counted by where they were read."""

    new: int
    changed: int
    unchanged: int
    forgotten: int

    @property
    def since_before(self) -> bool:
        """Tell whether there was a graph before."""
        return bool(self.changed or self.unchanged or self.forgotten)


def gather(
    sources: Iterable[Source | Skipped], state: State, reader: Reader, *, kept: Collection[str], sync: bool
) -> Gathered:
    """Return where the articles of `sources` are, and without `sync` those of the other files that `state` knows.

    A file is read if it changed, or if what it gave is not all in the shards, whose keys are `kept`.
    """
    known = _by_file(state.articles)
    found, strange = [], []
    for source in sources:
        if isinstance(source, Skipped):
            found.append(Gathered(doubts=(source,)))
        elif source.path and source.suffix not in READERS:
            strange.append(source)  # read together, since many of one kind are told in one line
        else:
            found.append(_looked_into(source, known.pop(_file(source, reader.folder), ()), reader, kept))
    found.append(Gathered(doubts=tuple(one for one in reader.read(tuple(strange)) if not isinstance(one, Document))))
    if not sync:
        found += (_kept(before, reader, kept) for before in known.values())
    return _together(found)


def told_apart(gathered: Gathered, state: State, shards: Shards, *, maker: str, left_out: Sequence[str]) -> Corpus:
    """Return the articles of a graph, each with an id of its own and the key of what it says.

    Articles that share an id get a part of the hash of their words behind it; one with the same words is built once,
    with a warning. Names that are `left_out` are in no id.

    Raises:
        Damaged: a shard is lost, and `gather` must be asked again.
    """
    ids = _ids(gathered.places, left_out)
    chosen = {_said(place): place for place in sorted(gathered.places, key=_preference, reverse=True)}
    is_settled = {said: state.maker == maker and place.id == ids[said] for said, place in chosen.items()}
    documents = dict(gathered.documents)
    documents |= _recalled([place for said, place in chosen.items() if place.key and not is_settled[said]], shards)
    keys = {said: place.key for said, place in chosen.items() if place.key and is_settled[said]}
    named = {
        said: replace(documents[place.content], id=ids[said]) for said, place in chosen.items() if said not in keys
    }
    keys |= {said: key_of(document, maker) for said, document in named.items()}
    have = shards.index().keys()
    places = (
        replace(place, id=ids[said], key=keys[said] if place.content == chosen[said].content else "")
        for place in gathered.places
        for said in [_said(place)]
    )
    return Corpus(
        tuple(sorted(places, key=lambda place: (place.id, place.file, place.own_id, place.content))),
        tuple((keys[said], named[said]) for said in sorted(named, key=ids.__getitem__) if keys[said] not in have),
        _in_order((*gathered.doubts, *_repeated(gathered.places))),
    )


def without(state: State, names: Sequence[str], folder: Path) -> State:
    """Return what a build left without the articles of these names: ids, or paths of files and folders.

    Raises:
        OutputError: a name is of no article.
    """
    gone: set[Article] = set()
    for name in names:
        path = _seen_from(folder, Path(name))
        found = {one for one in state.articles if name == one.id or f"{one.file}/".startswith(f"{path}/")}
        if not found:
            raise OutputError(f"holds no such article or file: {name}", where=folder)
        gone |= found
    return replace(state, articles=tuple(one for one in state.articles if one not in gone))


def changes(before: Iterable[Article], after: Iterable[Article]) -> Changes:
    """Return how two graphs differ in where their articles were read."""
    old, new = ({(one.file, one.own_id, one.content) for one in places} for places in (before, after))
    known, found = ({place[:2] for place in places} for places in (old, new))
    touched = {place[:2] for place in new - old}
    return Changes(len(found - known), len(touched & known), len(found - touched), len(known - found))


def _looked_into(source: Source, before: Sequence[Article], reader: Reader, kept: Collection[str]) -> Gathered:
    """Return what is known of a file if it is as it was, else what it gives now."""
    file_hash = _file_hash(source, reader)
    if file_hash and before and all(one.file_hash == file_hash and one.key in kept for one in before):
        return Gathered(tuple(before))
    found = _read(source, file_hash, reader)
    if source.url and not found.places:  # the address may answer again
        return replace(found, places=tuple(one for one in before if one.key in kept))
    return found


def _kept(before: Sequence[Article], reader: Reader, kept: Collection[str]) -> Gathered:
    """Return what is known of a file that nobody names; it is read again if that is not all there."""
    have = tuple(place for place in before if place.key in kept)
    if len(have) == len(before):
        return Gathered(have)
    source = _source(before[0], reader.folder)
    if source.path and source.path.exists():
        return _read(source, _file_hash(source, reader), reader)
    lost = {place.id for place in before} - {place.id for place in have}
    reason = "is forgotten: what was kept of it is lost, and its file is gone"
    return Gathered(have, doubts=tuple(Warned(id, reason) for id in sorted(lost)))


def _read(source: Source, file_hash: str, reader: Reader) -> Gathered:
    found = tuple(reader.read((source,)))
    doubts = tuple(one for one in found if not isinstance(one, Document))
    documents = tuple((_hash(repr(one)), one) for one in found if isinstance(one, Document))
    places = tuple(
        Article(
            id="",
            title=document.title,
            published=document.published,
            source=document.source,
            language=document.language,
            url=document.url,
            file=_file(source, reader.folder),
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


def _ids(places: Iterable[Article], left_out: Sequence[str]) -> dict[_Said, str]:
    """Return the id in the graph of each article."""
    words: dict[str, set[str]] = {}
    for place in places:
        words.setdefault(place.own_id, set()).add(place.words)
    marked = {
        (own_id, one): own_id if len(same) == 1 else f"{own_id}~{one[:8]}"
        for own_id, same in words.items()
        for one in same
    }
    return dict(zip(marked, ids_without_names(marked.values(), left_out), strict=True))


def _recalled(places: Iterable[Article], shards: Shards) -> dict[str, Document]:
    """Return the articles of these places from the shards, by content."""
    contents = {place.key: place.content for place in places}
    return {contents[key]: document for key, document in shards.documents(contents)}


def _repeated(places: Iterable[Article]) -> Iterator[Warned]:
    """Yield a warning for each id under which articles with the same words were read."""
    all_words: dict[str, list[str]] = {}
    for place in places:
        all_words.setdefault(place.own_id, []).append(place.words)
    for own_id, words in all_words.items():
        if more := len(words) - len(set(words)):
            yield Warned(own_id, f"was given {more + 1} times with the same words; it is built once")


def _preference(place: Article) -> tuple[str, bool]:
    """Return what the place to build from is the least in: the order of files must not matter."""
    return place.content, not place.key


def _in_order(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    return tuple(sorted(set(doubts), key=lambda one: (one.where, one.reason)))


def _by_file(places: Iterable[Article]) -> dict[str, tuple[Article, ...]]:
    found: dict[str, list[Article]] = {}
    for place in places:
        found.setdefault(place.file, []).append(place)
    return {file: tuple(same) for file, same in found.items()}


def _said(place: Article) -> _Said:
    return place.own_id, place.words


def _file(source: Source, folder: Path) -> str:
    if not source.path:
        return source.url or STDIN
    return _seen_from(folder, source.path)


def _seen_from(folder: Path, path: Path) -> str:
    return told(Path(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))))


def _source(place: Article, folder: Path) -> Source:
    if place.file == STDIN:
        return Source(place.file_id, "standard input", None)
    path = Path(os.path.normpath(folder.resolve() / place.file))
    return Source(place.file_id, str(path), path)


def _file_hash(source: Source, reader: Reader) -> str:
    try:
        return _hash(reader.settings, source.id, digest(source.path)) if source.path else ""
    except OSError:
        return ""  # whoever reads it tells why it cannot be read


def _words(document: Document) -> str:
    """Return the hash of what an article says."""
    return _hash(document.text, document.title, document.published, document.source, document.author, document.url)


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()
