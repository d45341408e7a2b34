"""Shards hold what articles say, whole or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.model import Extraction
from kg.work import shards as shards_module
from kg.work.shards import SCHEMA, Damaged, Shards, keyed
from tests.corpus import COPY_SAYS, PLAN_SAYS


def extraction(name: str) -> Extraction:
    return replace(COPY_SAYS, document=replace(COPY_SAYS.document, id=name))


def filled(folder: Path, *shards: str) -> Shards:
    """Return shards with an article for each letter, which is its key too."""
    found = Shards(folder)
    for keys in shards:
        found.write(list(keys), map(extraction, keys))
    return found


def ids(found: Shards, keys: Sequence[str]) -> list[str]:
    return sorted(extraction.document.id for extraction in found.read(keys))


def test_what_articles_say_comes_back_by_key(tmp_path: Path) -> None:
    shards = Shards(tmp_path)

    shards.write(["a", "b"], [COPY_SAYS, PLAN_SAYS])

    assert list(shards.read(["b"])) == [PLAN_SAYS]
    assert list(shards.read(["a", "c"])) == [COPY_SAYS]


def test_articles_come_back_without_what_they_say(tmp_path: Path) -> None:
    assert list(filled(tmp_path, "ab").documents(["b"])) == [("b", extraction("b").document)]


def test_the_same_keys_give_the_same_file(tmp_path: Path) -> None:
    one, other = (Shards(tmp_path / name).write(["a"], [COPY_SAYS]) for name in ("one", "other"))

    assert (one.name, one.read_bytes()) == (other.name, other.read_bytes())


def test_where_a_shard_is_follows_from_its_keys(tmp_path: Path) -> None:
    assert Shards(tmp_path).write(["a"], [COPY_SAYS]) == Shards(tmp_path).path_of(["a"])


def test_a_key_in_two_shards_is_read_once(tmp_path: Path) -> None:
    assert ids(filled(tmp_path, "ab", "bc"), "abc") == ["a", "b", "c"]


def test_rows_that_nobody_asks_for_go(tmp_path: Path) -> None:
    shards = filled(tmp_path, "ab", "bc", "de")

    shards.sweep("ab")

    assert sorted(shards.index()) == ["a", "b"]
    assert sum(path.read_bytes().count(b"PAR1") for path in tmp_path.iterdir()) in (2, 4)


def test_sweeping_leaves_each_key_in_one_shard(tmp_path: Path) -> None:
    shards = filled(tmp_path, "ab", "bc")

    shards.sweep("abc")

    assert sorted(key for path in tmp_path.iterdir() for key in shards_module._keys(path)) == ["a", "b", "c"]


def test_many_small_shards_become_few(tmp_path: Path) -> None:
    letters = "abcdefghijklmnopqrst"
    shards = filled(tmp_path, *letters)

    shards.sweep(letters)

    assert len(list(tmp_path.iterdir())) == 1
    assert ids(shards, letters) == list(letters)


def test_put_together_shards_stay_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards_module, "LARGE", 5)
    letters = "abcdefghijklmnopqrst"
    shards = filled(tmp_path, *letters)

    shards.sweep(letters)

    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize("content", [b"", b"PAR1", b"niets", b"PAR1" + 100 * b"\0" + b"PAR1"])
def test_a_damaged_shard_counts_as_absent_and_goes(tmp_path: Path, content: bytes) -> None:
    shards = filled(tmp_path, "ab", "c")
    damaged = shards.index()["a"]
    damaged.write_bytes(content)

    assert sorted(shards.index()) == ["c"]
    assert not damaged.exists()


def test_a_shard_cut_short_counts_as_absent(tmp_path: Path) -> None:
    shards = filled(tmp_path, "a")
    [path] = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-100])

    assert not shards.index()


def overwrite(path: Path, start: int, end: int) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:start] + bytes(end - start) + content[end:])


def test_a_shard_without_its_first_page_counts_as_absent(tmp_path: Path) -> None:
    shards = filled(tmp_path, "a")
    [path] = tmp_path.iterdir()
    overwrite(path, 4, 200)

    assert not shards.index()
    assert not path.exists()


def test_damage_inside_a_shard_is_found_when_it_is_read(tmp_path: Path) -> None:
    shards = filled(tmp_path, "a")
    [path] = tmp_path.iterdir()
    overwrite(path, 3000, 4000)

    with pytest.raises(Damaged):
        list(shards.read("a"))
    assert not path.exists()


@pytest.mark.parametrize("metadata", [None, {b"kg.extractions": b"0"}])
def test_a_shard_of_another_version_counts_as_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, metadata: dict[bytes, bytes] | None
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(shards_module, "SCHEMA", SCHEMA.with_metadata(metadata))
        filled(tmp_path, "a")

    assert not Shards(tmp_path).index()


def test_a_shard_of_other_columns_counts_as_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = keyed("a", [COPY_SAYS]).drop_columns(["times"])
    with monkeypatch.context() as patch:
        patch.setattr(shards_module, "SCHEMA", rows.schema)
        Shards(tmp_path).write_rows(rows)

    assert not Shards(tmp_path).index()


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)

    with pytest.raises(OutputError, match="cannot be written: No space left"):
        filled(tmp_path, "a")
    assert not list(tmp_path.iterdir())
