"""Files that are not what their name says: one line each, and never a traceback."""

import io
import sys
from pathlib import Path
from random import Random

import pytest

from kg.model import Document
from kg.read import READERS, Skipped
from kg.read.formats import ending_of
from tests.read.reading import only, read_all, read_content, reason
from tests.read.samples import SAMPLES, TEXT

NOISE = Random(0).randbytes(20_000)
NO_ARTICLES = {
    "nothing": b"",
    "zeros": bytes(5_000),
    "noise": NOISE,
    "a PDF": b"%PDF-1.7\n" + NOISE,
    "a ZIP file": b"PK\x03\x04" + NOISE,
    "a gzip file": b"\x1f\x8b\x08\x00" + NOISE,
    "a picture": b"\x89PNG\r\n\x1a\n" + NOISE,
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE,
}


def test_there_is_a_sample_of_every_format() -> None:
    assert set(SAMPLES) == set(READERS)


@pytest.mark.parametrize("ending", READERS)
def test_a_good_file_of_each_format_is_an_article(tmp_path: Path, ending: str) -> None:
    document = only(read_content(tmp_path / f"brug{ending}", SAMPLES[ending]))

    assert TEXT in document.text
    assert document.id.startswith("brug")


@pytest.mark.parametrize("content", NO_ARTICLES)
@pytest.mark.parametrize("ending", READERS)
def test_noise_under_the_name_of_any_format_is_one_line(tmp_path: Path, ending: str, content: str) -> None:
    assert reason(read_content(tmp_path / f"a{ending}", NO_ARTICLES[content]))


@pytest.mark.parametrize("ending", READERS)
def test_a_file_that_cannot_be_opened_is_one_line_in_each_format(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"a{ending}").symlink_to("nergens")

    assert reason(read_all(tmp_path)) == "cannot be read: No such file or directory"


@pytest.mark.parametrize("ending", READERS)
def test_a_file_that_is_cut_off_gives_lines_or_articles_and_no_traceback(tmp_path: Path, ending: str) -> None:
    whole = SAMPLES[ending]

    for length in range(0, len(whole), max(1, len(whole) // 40)):
        for one in read_content(tmp_path / f"a{ending}", whole[:length]):
            assert isinstance(one, Document) or one.reason.isprintable()


@pytest.mark.parametrize("ending", READERS)
def test_a_file_with_changed_bytes_gives_lines_or_articles_and_no_traceback(tmp_path: Path, ending: str) -> None:
    random = Random(ending)

    for _ in range(40):
        content = bytearray(SAMPLES[ending])
        for _ in range(random.randint(1, 5)):
            content[random.randrange(len(content))] = random.randrange(256)
        for one in read_content(tmp_path / f"a{ending}", bytes(content)):
            assert isinstance(one, Document) or one.reason.isprintable()


@pytest.mark.parametrize("ending", READERS)
def test_a_file_under_the_name_of_another_format_gives_at_most_one_line(tmp_path: Path, ending: str) -> None:
    archives_of_parts = (".docx", ".odt", ".epub") if ending == ".zip" else ()

    for name in SAMPLES.keys() - set(archives_of_parts):
        found = read_content(tmp_path / f"a{ending}", SAMPLES[name])

        assert len([one for one in found if isinstance(one, Skipped)]) <= 1


@pytest.mark.parametrize(
    "ending", [".txt", ".html", ".jsonl", ".pdf", ".docx", ".rtf", ".gz", ".bz2", ".xz", ".parquet"]
)
def test_standard_input_is_known_by_how_it_begins(monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    piped = io.TextIOWrapper(io.BufferedReader(io.BytesIO(SAMPLES[ending])))
    monkeypatch.setattr(sys, "stdin", piped)

    found = read_all("-")

    assert TEXT in only(found).text if ending != ".docx" else found


@pytest.mark.parametrize(
    "ending", [".rtf", ".json", ".pdf", ".zip", ".gz", ".bz2", ".xz", ".parquet", ".warc", ".html"]
)
def test_a_beginning_tells_the_format(ending: str) -> None:
    assert ending_of(SAMPLES[ending]) == ending
