from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from kg.errors import LinkError
from kg.lang import load
from kg.link import Linker, link, linking
from kg.link.reconciliation import Service
from kg.model import Entity, Link, Resolution
from tests.link.things import thing


def giving(*links: Link) -> Linker:
    def finds(entities: Sequence[Entity]) -> Mapping[str, Sequence[Link]]:
        return {entity.id: links for entity in entities}

    return finds


def test_an_entity_has_the_links_of_all_linkers_the_surest_first_and_each_thing_once() -> None:
    resolution = Resolution((), (thing("Gent"),), (), (), ())
    weak, sure, weaker = Link("urn:a", 0.6, "x"), Link("urn:b", 0.9, "y"), Link("urn:a", 0.5, "z")

    linked = link(resolution, [giving(weak), giving(sure, weaker)])

    assert linked.entities[0].links == (sure, weak)


def test_a_thing_that_a_second_linker_doubts_keeps_its_place() -> None:
    resolution = Resolution((), (thing("Gent"),), (), (), ())
    sure, other, doubted = Link("urn:a", 0.9, "x"), Link("urn:b", 0.6, "y"), Link("urn:a", 0.5, "z")

    linked = link(resolution, [giving(doubted), giving(other), giving(sure)])

    assert linked.entities[0].links == (sure, other)


def test_without_linkers_nothing_changes() -> None:
    resolution = Resolution((), (thing("Gent"),), (), (), ())

    assert link(resolution, []) == resolution


def test_a_service_is_known_by_name_or_address() -> None:
    wikidata, other = linking("wikidata")(load("nl")), linking("https://example.org/api")(load("nl"))

    assert isinstance(wikidata, Service)
    assert wikidata.address == "https://wikidata.reconci.link/nl/api"
    assert isinstance(other, Service)
    assert other.address == "https://example.org/api"


def test_a_list_of_names_is_known_by_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "namen.csv"
    path.write_text("name,iri\nGent,urn:gent\n", encoding="utf-8")

    assert list(linking(str(path))(load("nl"))([thing("Gent")])) == ["place/gent"]


def test_what_is_nothing_to_link_to_is_told_with_what_is() -> None:
    with pytest.raises(LinkError, match=r"^wikipedia: no list to link to; give geonames, wikidata, a file \(\.csv"):
        linking("wikipedia")
