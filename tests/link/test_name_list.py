from pathlib import Path

import pytest

from kg.errors import LinkError
from kg.link.name_list import SURE, read_name_list
from kg.model import EntityType, Link
from tests.link.things import thing

NOOR = thing("Noor Zandbergen", EntityType.PERSON)


def listed(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_an_entity_is_found_by_its_name_whatever_its_case_and_accents(tmp_path: Path) -> None:
    path = listed(tmp_path, "personen.csv", "name,iri\nNÓÓR  Zandbergen,https://example.org/noor\n")

    assert read_name_list(path)([NOOR]) == {
        "person/noor zandbergen": [Link("https://example.org/noor", SURE, "name in personen.csv")]
    }


def test_an_entity_is_found_by_its_other_name(tmp_path: Path) -> None:
    path = listed(tmp_path, "namen.tsv", "name\tiri\nGenootschap\thttps://example.org/g\n")
    club = thing("Groot Genootschap Gent", EntityType.ORGANISATION, aliases=("GGG", "Genootschap"))

    assert [link.iri for link in read_name_list(path)([club])[club.id]] == ["https://example.org/g"]


def test_the_fullest_name_in_the_list_decides(tmp_path: Path) -> None:
    path = listed(tmp_path, "namen.csv", "name,iri\nGent,https://example.org/kort\nStad Gent,https://example.org/vol\n")
    town = thing("Gemeente Gent", EntityType.ORGANISATION, aliases=("Gent", "Stad Gent"))

    assert [link.iri for link in read_name_list(path)([town])[town.id]] == ["https://example.org/vol"]


def test_a_name_of_two_things_is_half_as_sure_for_each(tmp_path: Path) -> None:
    path = listed(tmp_path, "n.csv", "name,iri\nNoor Zandbergen,urn:b\nNoor Zandbergen,urn:a\n")

    links = read_name_list(path)([NOOR])[NOOR.id]

    assert [(link.iri, link.confidence) for link in links] == [("urn:a", 0.47), ("urn:b", 0.47)]


def test_a_row_with_a_type_is_for_that_type_only(tmp_path: Path) -> None:
    path = listed(tmp_path, "n.csv", "name,iri,type\nNoor Zandbergen,urn:schip,Product\n")

    assert read_name_list(path)([NOOR]) == {}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("n.ttl", '<urn:noor> <http://www.w3.org/2004/02/skos/core#altLabel> "Noor Zandbergen"@nl .'),
        ("n.jsonld", '{"@id": "urn:noor", "https://schema.org/name": "Noor Zandbergen"}'),
    ],
)
def test_labels_of_rdf_are_names(tmp_path: Path, name: str, content: str) -> None:
    assert [link.iri for link in read_name_list(listed(tmp_path, name, content))([NOOR])[NOOR.id]] == ["urn:noor"]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("n.csv", "naam,iri\n", "has no column 'name'"),
        ("n.csv", "name,iri\n", "has no names with an IRI"),
        ("n.csv", "name,iri\nNoor,javascript:alert(1)\n", r"line 2: 'javascript:alert\(1\)' is no IRI"),
        ("n.csv", "name,iri\nNoor,http://example.org/n>\n", "line 2: 'http://example.org/n>' is no IRI"),
        ("n.csv", "name,iri,type\nNoor,urn:n,Ship\n", "line 2: 'Ship' is no type; there are Person"),
        ("n.ttl", "<urn:noor> geen turtle", "cannot be read"),
        ("n.ttl", "<urn:noor> <urn:kent> <urn:jan> .", "has no names with an IRI"),
    ],
)
def test_a_broken_list_says_what_is_wrong(tmp_path: Path, name: str, content: str, complaint: str) -> None:
    with pytest.raises(LinkError, match=complaint):
        read_name_list(listed(tmp_path, name, content))


def test_a_list_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(LinkError, match=r"weg\.csv: cannot be read"):
        read_name_list(tmp_path / "weg.csv")
