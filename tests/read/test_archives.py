"""Articles in archives: which are found, under which ids, and what no archive can do to whoever opens it."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kg.read import Skipped
from tests.read.reading import documents, read_all, read_content, reason, skipped
from tests.read.samples import tarred, zipped

CLOSED, OPENED = "De brug gaat dicht.", "De brug gaat open."
NEWS: Mapping[str, bytes] = {"map/dicht.txt": CLOSED.encode(), "open.txt": OPENED.encode()}


def gzipped_tar(files: Mapping[str, bytes]) -> bytes:
    return gzip.compress(tarred(files))


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.zip", zipped),
        ("a.tar", tarred),
        ("a.tar.gz", gzipped_tar),
        ("a.tgz", gzipped_tar),
        ("a.tar.bz2", lambda files: bz2.compress(tarred(files))),
        ("a.tar.xz", lambda files: lzma.compress(tarred(files))),
    ],
)
def test_an_archive_gives_its_files_by_their_path_in_it(
    tmp_path: Path, name: str, pack: Callable[[Mapping[str, bytes]], bytes]
) -> None:
    found = read_content(tmp_path / name, pack(NEWS))

    assert [(one.id, one.text) for one in documents(found)] == [("a/map/dicht", CLOSED), ("a/open", OPENED)]
    assert len(found) == 2


@pytest.mark.parametrize(("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_compressed_file_is_read_as_the_file_in_it(
    tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]
) -> None:
    lines = b'{"text": "Eerste."}\n{"text": "Tweede."}\n'

    found = read_content(tmp_path / f"nieuws.jsonl.{ending}", pack(lines))

    assert [one.id for one in documents(found)] == ["nieuws-1", "nieuws-2"]


def test_archives_may_lie_in_one_another(tmp_path: Path) -> None:
    [document] = documents(
        read_content(tmp_path / "a.zip", zipped({"2020/b.tar.gz": gzipped_tar({"c.txt": b"Dicht."})}))
    )

    assert (document.id, document.text) == ("a/2020/b/c", "Dicht.")


def test_what_lies_too_deep_is_one_line(tmp_path: Path) -> None:
    content = zipped({"krant.txt": b"Dicht."})
    for _ in range(50):
        content = zipped({"a.zip": content})

    assert "is packed in more than 3 archives" in reason(read_content(tmp_path / "a.zip", content))


def test_a_bad_file_in_an_archive_is_told_with_its_path_and_the_others_are_read(tmp_path: Path) -> None:
    found = read_content(tmp_path / "a.zip", zipped({"map/leeg.txt": b"", **NEWS}))

    assert skipped(found) == [Skipped(f"{tmp_path}/a.zip: map/leeg.txt", "is empty")]
    assert len(documents(found)) == 2


def test_pictures_hidden_files_and_folders_in_an_archive_are_passed_over_in_silence(tmp_path: Path) -> None:
    beside = {"map/": b"", "foto.JPG": b"x", "__MACOSX/._a.txt": b"x", ".git/x.txt": b"x", "README.md": b"x"}

    assert len(read_content(tmp_path / "a.zip", zipped({**beside, **NEWS}))) == 2


def test_files_of_an_unknown_kind_are_one_line_a_kind(tmp_path: Path) -> None:
    found = read_content(tmp_path / "a.zip", zipped({**NEWS, "a.doc": b"", "b.doc": b"", "c.doc": b"", "a.exe": b""}))

    assert [skip.where for skip in skipped(found)] == [
        f"{tmp_path}/a.zip: a.doc (and 2 more .doc files)",
        f"{tmp_path}/a.zip: a.exe",
    ]


# Attacks


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize(
    "name", ["../../krant.txt", "/etc/krant.txt", "..\\krant.txt", "C:\\krant.txt", "a/../krant.txt"]
)
def test_a_name_that_leads_out_of_an_archive_leads_nowhere(
    tmp_path: Path, pack: Callable[[Mapping[str, bytes]], bytes], name: str
) -> None:
    folder = tmp_path / "diep" / "dieper"
    folder.mkdir(parents=True)

    [document] = documents(read_content(folder / f"a.{pack.__name__[:3]}", pack({name: b"Dicht."})))

    assert document.id.startswith("a/")
    assert document.id.endswith("krant")
    assert ".." not in document.id
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [f"a.{pack.__name__[:3]}"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_a_link_or_device_in_a_tar_archive_is_not_followed(tmp_path: Path, kind: bytes) -> None:
    link = tarfile.TarInfo("krant.txt")
    link.type, link.linkname = kind, "/etc/hostname"

    assert "kg does not follow" in reason(read_content(tmp_path / "a.tar", tarred({}, link)))


def test_a_link_in_a_zip_file_is_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("krant.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/hostname")

    assert "kg does not follow" in reason(read_all(tmp_path / "a.zip"))


def test_a_locked_file_in_a_zip_file_is_one_line(tmp_path: Path) -> None:
    content = bytearray(zipped({"krant.txt": b"Dicht."}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + flags] |= 1

    assert "is locked with a password" in reason(read_content(tmp_path / "a.zip", bytes(content)))


BOMB = CLOSED.encode() + b" " * 15_000_000


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", zipped({f"{number}.txt": BOMB for number in range(9)})),
        ("a.tar.gz", gzipped_tar({f"{number}.txt": BOMB for number in range(9)})),
        ("a.jsonl.gz", gzip.compress(b'{"text": "Dicht."}\n' + b" " * 99_000_000)),
        ("a.zip", zipped({"b.zip": zipped({f"{number}.txt": BOMB for number in range(9)})})),
    ],
    ids=["zip", "tar", "lines", "zip in zip"],
)
def test_a_decompression_bomb_is_one_line_and_what_it_holds_is_not_read_on(
    tmp_path: Path, name: str, content: bytes
) -> None:
    found = read_content(tmp_path / name, content)

    [skip] = skipped(found)
    assert "unpacks to more than 200 times its size" in skip.reason
    assert len(documents(found)) < 9


def test_a_file_that_says_to_be_small_is_not_believed(tmp_path: Path) -> None:
    content = bytearray(zipped({"krant.txt": BOMB}))
    at = content.index(b"PK\x01\x02")
    content[at + 24 : at + 28] = (20).to_bytes(4, "little")

    assert reason(read_content(tmp_path / "a.zip", bytes(content)))


@pytest.mark.parametrize("ending", ["zip", "tar", "tar.gz", "gz", "bz2", "xz", "tgz"])
@pytest.mark.parametrize("content", [b"", b"\0" * 2_000, bytes(range(256)) * 40, b"PK\x03\x04", b"\x1f\x8b\x08\0"])
def test_noise_is_no_archive(tmp_path: Path, ending: str, content: bytes) -> None:
    found = read_content(tmp_path / f"a.{ending}", content)

    assert not documents(found)
    assert len(found) <= 1


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar", tarred), ("a.tar.gz", gzipped_tar)])
def test_an_archive_that_is_cut_off_says_so_and_gives_no_traceback(
    tmp_path: Path, name: str, pack: Callable[[Mapping[str, bytes]], bytes]
) -> None:
    whole = pack(NEWS)

    for length in range(0, len(whole), 37):
        found = read_content(tmp_path / name, whole[:length])

        assert len(skipped(found)) <= 2
