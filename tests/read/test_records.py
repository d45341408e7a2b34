"""Articles as records: JSON Lines, JSON, ninjs, CSV, TSV and Parquet give the same from the same fields."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg.model import Document
from tests.read.reading import documents, only, read_all, read_content, reason, skipped

CLOSED = {
    "id": "k-7",
    "titel": "Brug dicht",
    "tekst": "De brug gaat dicht.",
    "datum": "2020-09-16",
    "bron": "De Kustbode",
    "auteur": "Ans Bakker",
    "rubriek": "Regio",
    "licentie": "https://creativecommons.org/licenses/by/4.0/",
    "url": "https://kustbode.example/brug",
    "taal": "nl-BE",
}
OPENED = {"tekst": "De brug gaat open.", "onbekend": "x"}
ARTICLE = Document(
    "k-7",
    "De brug gaat dicht.",
    "Brug dicht",
    "2020-09-16",
    "De Kustbode",
    "Ans Bakker",
    "https://kustbode.example/brug",
    "Regio",
    "https://creativecommons.org/licenses/by/4.0/",
)
COLUMNS = tuple({**CLOSED, **OPENED})


def write_jsonl(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def write_json(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_text(json.dumps(records), encoding="utf-8")


def write_csv(path: Path, records: list[dict[str, Any]], delimiter: str = ",") -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.DictWriter(file, [name.title() for name in COLUMNS], delimiter=delimiter)
        rows.writeheader()
        rows.writerows({name.title(): value for name, value in record.items()} for record in records)


def write_excel_csv(path: Path, records: list[dict[str, Any]]) -> None:
    write_csv(path, records, ";")


def write_tsv(path: Path, records: list[dict[str, Any]]) -> None:
    write_csv(path, records, "\t")


def write_parquet(path: Path, records: list[dict[str, Any]]) -> None:
    rows = [{name: record.get(name) for name in COLUMNS} for record in records]
    pq.write_table(pa.Table.from_pylist(rows), path)


WRITERS = [
    pytest.param("a.jsonl", write_jsonl, id="jsonl"),
    pytest.param("a.json", write_json, id="json"),
    pytest.param("a.csv", write_csv, id="csv"),
    pytest.param("a.csv", write_excel_csv, id="csv with semicolons"),
    pytest.param("a.tsv", write_tsv, id="tsv"),
    pytest.param("a.parquet", write_parquet, id="parquet"),
]
Writer = Callable[[Path, list[dict[str, Any]]], None]


@pytest.mark.parametrize(("name", "write"), WRITERS)
def test_records_give_articles_with_all_their_fields(tmp_path: Path, name: str, write: Writer) -> None:
    write(tmp_path / name, [CLOSED, OPENED])

    first, second = read_all(tmp_path / name)

    assert first == ARTICLE
    assert second == Document("a-2", "De brug gaat open.")


@pytest.mark.parametrize(("name", "write"), WRITERS)
def test_a_record_without_text_is_told_with_its_number_and_the_others_are_read(
    tmp_path: Path, name: str, write: Writer
) -> None:
    write(tmp_path / name, [OPENED, {"titel": "Brug"}, OPENED])

    found = read_all(tmp_path / name)

    [skip] = skipped(found)
    assert skip.where.endswith(" 2")
    assert skip.reason == "has no text"
    assert [one.id for one in documents(found)] == ["a-1", "a-3"]


def test_one_json_object_is_one_article_called_after_its_file(tmp_path: Path) -> None:
    assert only(read_content(tmp_path / "brug.json", json.dumps(OPENED))).id == "brug"


@pytest.mark.parametrize(
    "content", ["{", "[1, ", "nul", '"tekst"', "7", "{}", '{"tekst": 7.5}', "[" * 200_000, "9" * 9_999]
)
def test_json_that_is_no_article_is_one_line(tmp_path: Path, content: str) -> None:
    assert reason(read_content(tmp_path / "a.json", content))


def test_a_long_text_that_stands_in_a_parquet_file_once_for_many_rows_is_a_bomb(tmp_path: Path) -> None:
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 100, pa.int32()), pa.array(["De brug is dicht. " * 60_000]))
    pq.write_table(pa.table({"text": texts}), tmp_path / "a.parquet", compression="zstd")

    [told] = skipped(read_all(tmp_path / "a.parquet"))

    assert "decompression bomb" in told.reason


def test_a_day_or_moment_in_a_parquet_column_is_a_date(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", [{"tekst": "Dicht.", "datum": date(2020, 9, 16)}])

    assert only(read_all(tmp_path / "a.parquet")).published == "2020-09-16"


def test_text_in_quotes_may_have_lines_and_delimiters(tmp_path: Path) -> None:
    document = only(read_content(tmp_path / "a.csv", 'titel,tekst\r\nBrug,"De brug, zei hij,\n\nis ""dicht""."\r\n'))

    assert document.text == 'De brug, zei hij,\n\nis "dicht".'


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_a_table_without_a_column_of_text_says_which_columns_it_has(tmp_path: Path, name: str) -> None:
    found = reason(read_content(tmp_path / name, "kop\nBrug\n"))

    assert found == "has no column text or tekst; it has kop"


def test_a_table_in_another_encoding_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("tekst\nEén café.\n".encode("cp1252"))

    assert "is not UTF-8 (byte 0xE9" in reason(read_all(path))
    assert only(read_all(path, encoding="cp1252")).text == "Eén café."


def test_a_field_of_more_than_the_largest_article_is_one_line(tmp_path: Path) -> None:
    content = io.StringIO()
    content.write('tekst\n"')
    for _ in range(21):
        content.write("nieuws\n" * 150_000)

    assert "field larger than field limit" in reason(read_content(tmp_path / "a.csv", content.getvalue()))


def test_half_a_character_is_no_text(tmp_path: Path) -> None:
    assert (
        only(read_content(tmp_path / "a.json", r'{"tekst": "Ans \ud800 zwaait.", "titel": "\ud800"}')).title == "\ufffd"
    )


# ninjs

ITEM = {
    "uri": "https://kustbode.example/items/7",
    "firstcreated": "2020-09-16T08:30:00+02:00",
    "versioncreated": "2020-09-17T08:30:00+02:00",
    "headline": "Brug dicht",
    "byline": "Ans Bakker",
    "body_xhtml": "<p>De <b>brug</b> gaat dicht.</p><p>Dat is jammer.</p>",
    "language": "nl",
    "service": [{"name": "Regio"}],
    "infosource": [{"name": "De Kustbode"}],
    "usageterms": "Niet overnemen",
}
ITEM_2 = {
    "uri": "urn:kustbode:7",
    "contentcreated": "2020-09-16T08:30:00+02:00",
    "headlines": [{"value": "Brug dicht"}],
    "bodies": [{"contenttype": "text/plain", "value": "De brug gaat dicht.\nDat is jammer."}],
}


def test_a_news_item_of_the_iptc_gives_its_text_and_all_that_it_says_of_itself(tmp_path: Path) -> None:
    document = only(read_content(tmp_path / "a.json", json.dumps(ITEM)))

    assert document == Document(
        "https://kustbode.example/items/7",
        "Brug dicht\n\nDe brug gaat dicht.\n\nDat is jammer.",
        "Brug dicht",
        "2020-09-16",
        "De Kustbode",
        "Ans Bakker",
        "https://kustbode.example/items/7",
        "Regio",
        "Niet overnemen",
    )


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_the_second_version_of_ninjs_is_read_too(tmp_path: Path, name: str) -> None:
    document = only(read_content(tmp_path / name, json.dumps(ITEM_2)))

    assert (document.title, document.published) == ("Brug dicht", "2020-09-16")
    assert document.text == "Brug dicht\n\nDe brug gaat dicht.\n\nDat is jammer."


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_a_news_item_that_was_withdrawn_is_skipped(tmp_path: Path, status: str) -> None:
    assert "is withdrawn" in reason(read_content(tmp_path / "a.json", json.dumps({**ITEM, "pubstatus": status})))


@pytest.mark.parametrize("body", [{}, [], "", None, [{}], [7], {"value": []}])
def test_a_news_item_with_a_strange_body_is_one_line(tmp_path: Path, body: object) -> None:
    assert reason(read_content(tmp_path / "a.json", json.dumps({"uri": "x", "bodies": body, "headlines": body})))
