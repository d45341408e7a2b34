"""Which articles a graph has of those that were gathered, under which ids: the same whatever came first."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.errors import ReadError
from kg.model import Document
from kg.privacy import ids_without_names
from kg.read import Skipped, Warned
from kg.read.formats import known_endings
from kg.update.gathering import Doubt, Gathered
from kg.work.articles import Article, State
from kg.work.maker import key_of
from kg.work.shards import Shards

_Said = tuple[str, str]
"""The own id and the words of an article: places that agree in these give one article of the graph."""

_MARKED = re.compile(r"~[0-9a-f]{8}$")


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
    def ids(self) -> frozenset[str]:
        """Return the id of each article."""
        return frozenset(place.id for place in self.places)

    @property
    def languages(self) -> frozenset[str]:
        """Return the codes of the languages that they are in."""
        return frozenset(place.language for place in self.places)

    @property
    def keys(self) -> Mapping[str, str]:
        """Return the key of each article by its id: of those with the same id, and so the same words, one is built."""
        return {place.id: place.key for place in sorted(self.places, key=_content, reverse=True)}

    @property
    def kept_keys(self) -> frozenset[str]:
        """Return the key of each place: any may be the one to build from when others have gone."""
        return frozenset(place.key for place in self.places)

    def without(self, failed: Collection[Skipped]) -> "Corpus":
        """Return the corpus without articles that could not be read after all, by id; their files are read again."""
        ids = {one.where for one in failed}
        again = {place.file for place in self.places if place.id in ids}
        kept = (place for place in self.places if place.id not in ids)
        places = tuple(replace(place, file_hash="") if place.file in again else place for place in kept)
        return Corpus(places, (), _in_order((*self.doubts, *failed)))


def no_articles(doubts: Iterable[Doubt]) -> ReadError:
    """Return the error of a corpus without articles, with the first reason for that."""
    skipped = [one for one in doubts if isinstance(one, Skipped)]
    if not skipped:
        return ReadError(f"no articles found: kg reads folders and files that end in {known_endings()}")
    first, *others = skipped
    rest = f" (and {len(others)} more skipped)" if others else ""
    return ReadError(f"{first.reason}{rest}: there is no article to build", where=first.where)


def told_apart(
    gathered: Gathered,
    state: State,
    shards: Shards,
    *,
    kept: Collection[str],
    makers: Mapping[str, str],
    left_out: Sequence[str],
) -> Corpus:
    """Return the articles of a graph, each with an id of its own and the key of what it says.

    Articles that share an id get a part of the hash of their words behind it; one with the same words is built once,
    with a warning, and kept from each place where something else stands beside them. Names that are `left_out` are in
    no id. `kept` are the keys in the shards, `makers` what stands for all that makes an extraction, by language.

    Raises:
        Damaged: a shard is lost, and `gather` must be asked again.
    """
    ids = _ids(gathered.places, left_out)
    places = {place.content: place for place in sorted(gathered.places, key=_is_known)}
    settled_in = {code for code, maker in state.makers if makers.get(code) == maker}
    settled = {
        content: place.key
        for content, place in places.items()
        if place.key and place.language in settled_in and place.id == ids[_said(place)]
    }
    new = {content: place for content, place in places.items() if content not in settled}
    documents = dict(gathered.documents) | _recalled(filter(_is_known, new.values()), shards)
    named = {content: replace(documents[content], id=ids[_said(place)]) for content, place in new.items()}
    keys = settled | {content: key_of(document, makers[document.language]) for content, document in named.items()}
    placed = (replace(place, id=ids[_said(place)], key=keys[place.content]) for place in gathered.places)
    return Corpus(
        tuple(sorted(placed, key=lambda place: (place.id, place.file, place.own_id, place.content))),
        tuple(
            (keys[content], document)
            for content, document in sorted(named.items(), key=lambda one: (one[1].id, one[0]))
            if keys[content] not in kept
        ),
        _in_order((*gathered.doubts, *_repeated(ids[_said(place)] for place in gathered.places))),
    )


def _ids(places: Iterable[Article], left_out: Sequence[str]) -> dict[_Said, str]:
    """Return the id in the graph of each article; an id of its own that looks marked is marked too."""
    words: dict[str, set[str]] = {}
    for place in places:
        words.setdefault(place.own_id, set()).add(place.words)
    marked = {
        (own_id, one): own_id if len(same) == 1 and not _MARKED.search(own_id) else f"{own_id}~{one[:8]}"
        for own_id, same in words.items()
        for one in same
    }
    return dict(zip(marked, ids_without_names(marked.values(), left_out), strict=True))


def _recalled(places: Iterable[Article], shards: Shards) -> dict[str, Document]:
    """Return the articles of these places from the shards, by content."""
    contents = {place.key: place.content for place in places}
    return {contents[key]: document for key, document in shards.documents(contents)}


def _repeated(ids: Iterable[str]) -> Iterator[Warned]:
    """Yield a warning for each article that was read more than once; `ids` has its id as often as it was."""
    for id, times in Counter(ids).items():
        if times > 1:
            yield Warned(id, f"was given {times} times with the same words; it is built once")


def _is_known(place: Article) -> bool:
    return bool(place.key)


def _content(place: Article) -> str:
    return place.content


def _in_order(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    return tuple(sorted(set(doubts), key=lambda one: (one.where, one.reason)))


def _said(place: Article) -> _Said:
    return place.own_id, place.words
