"""How much is left out for each name that was given."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Entity, Extraction, Resolution
from kg.privacy.named import names_of, pattern, surname

_Place = tuple[str, int]
"""An article and one of its sentences; -1 is what stands beside its text, as the title and the writer."""
_BESIDE = -1


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is left out for one name."""

    name: str
    articles: int
    """How many articles it is left out of."""
    sentences: int
    """How many sentences of them tell of whoever bears it, or may; one may tell of several."""


def left_out_by_name(resolution: Resolution, names: Sequence[str]) -> tuple[LeftOut, ...]:
    """Return what `leave_out` leaves out of a corpus for each name, in their order."""
    found: defaultdict[str, set[_Place]] = defaultdict(set)
    for written, place in _written(resolution.extractions, names):
        found[_folded(written)].add(place)
    bearers = _bearers(resolution.entities, names)
    for name in names:
        for entity in bearers.get(_folded(name), ()):
            found[_folded(name)].update((mention.document_id, mention.sentence) for mention in entity.mentions)
    return tuple(_counted(name, found[_folded(name)]) for name in names)


def _counted(name: str, places: set[_Place]) -> LeftOut:
    articles = {document_id for document_id, _ in places}
    return LeftOut(name, len(articles), sum(sentence != _BESIDE for _, sentence in places))


def _written(extractions: Sequence[Extraction], names: Sequence[str]) -> Iterator[tuple[str, _Place]]:
    """Yield every place where a name stands, with the name as it is written there."""
    named = pattern(names)
    for extraction in extractions:
        document = extraction.document
        for sentence in extraction.sentences:
            for found in named.finditer(sentence.span.of(document.text)):
                yield found[1], (document.id, sentence.index)
        for found in named.finditer(" | ".join((document.title, document.author, document.source, document.url))):
            yield found[1], (document.id, _BESIDE)


def _bearers(entities: Sequence[Entity], names: Sequence[str]) -> Mapping[str, Sequence[Entity]]:
    """Return who bears each name, in full or by no more than the surname; see `kg.privacy.named.is_meant`."""
    named, surnames = pattern(names), pattern(map(surname, names))
    bearers: defaultdict[str, list[Entity]] = defaultdict(list)
    short: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        own = tuple(names_of(entity))
        for name in {_folded(found[1]) for each in own for found in named.finditer(each)}:
            bearers[name].append(entity)
        for name in {_folded(found[1]) if found else "" for found in map(surnames.fullmatch, own)}:
            short[name].append(entity)
    alone = {entity.id for entity in short.pop("", ())}
    for name in names:
        called = short.get(_folded(surname(name)), ())
        bearers[_folded(name)] += (entity for entity in called if entity.id not in alone)
    return bearers


def _folded(name: str) -> str:
    """Return what a name is however it is capitalised, composed or broken over lines."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
