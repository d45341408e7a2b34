"""How much is left out for each name that was given."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
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


@dataclass(frozen=True, slots=True)
class _Forms:
    """What stands for each name, searched for together first and then one by one: a name may hold another."""

    any: re.Pattern[str]
    each: Mapping[str, re.Pattern[str]]

    def within(self, text: str) -> Set[str]:
        """Return the names of the forms that stand in a text."""
        return {name for name, form in self.each.items() if form.search(text)} if self.any.search(text) else set()

    def whole(self, text: str) -> Set[str]:
        """Return the names of the forms that a text is."""
        return {name for name, form in self.each.items() if form.fullmatch(text)} if self.any.fullmatch(text) else set()


def left_out_by_name(resolution: Resolution, names: Sequence[str]) -> tuple[LeftOut, ...]:
    """Return what `leave_out` leaves out of a corpus for each name, in their order."""
    full, short = _forms({name: name for name in names}), _forms({name: surname(name) for name in names})
    found: defaultdict[str, set[_Place]] = defaultdict(set)
    for name, place in _written(resolution.extractions, full):
        found[name].add(place)
    for name, entity in _bearers(resolution.entities, full, short):
        found[name].update((mention.document_id, mention.sentence) for mention in entity.mentions)
    return tuple(_counted(name, found[name]) for name in names)


def _forms(forms: Mapping[str, str]) -> _Forms:
    return _Forms(pattern(forms.values()), {name: pattern([form]) for name, form in forms.items()})


def _counted(name: str, places: set[_Place]) -> LeftOut:
    articles = {document_id for document_id, _ in places}
    return LeftOut(name, len(articles), sum(sentence != _BESIDE for _, sentence in places))


def _written(extractions: Sequence[Extraction], full: _Forms) -> Iterator[tuple[str, _Place]]:
    """Yield every name with the places where it is written."""
    for extraction in extractions:
        document = extraction.document
        beside = " | ".join((document.title, document.author, document.source, document.url))
        places = [(_BESIDE, beside), *((one.index, one.span.of(document.text)) for one in extraction.sentences)]
        for place, text in places:
            yield from ((name, (document.id, place)) for name in full.within(text))


def _bearers(entities: Sequence[Entity], full: _Forms, short: _Forms) -> Iterator[tuple[str, Entity]]:
    """Yield every name with who bears it, in full or by no more than the surname; see `kg.privacy.named.is_meant`."""
    for entity in entities:
        own = frozenset(names_of(entity))
        forms = [short.whole] if all(map(short.any.fullmatch, own)) else []
        yield from ((name, entity) for names in (full.within, *forms) for one in own for name in names(one))
