"""Articles that are removed from a graph."""

from glob import glob
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kg.errors import OutputError
from kg.export import Options
from kg.pipeline import build, remove
from kg.staging import files_of, held
from kg.update.places import is_match, places_of
from tests import gold_pipeline
from tests.work.newsroom import DENIAL, FILES, PROMISE, VISIT, build_gold, from_nothing, outputs, shards, write


def test_an_article_is_removed_by_its_id_or_its_file(room: Path) -> None:
    remove(["b", room / "news/bode/c.txt"], room / "out", pipeline=gold_pipeline.NAME)

    assert outputs(room / "out") == from_nothing(room / "anew", {"bode/a.txt": VISIT})


def test_the_folder_above_another_is_removed_with_what_is_below_it_only(room: Path) -> None:
    write(room, {"out/courant/e.txt": VISIT})
    build_gold(room / "out", room / "out/courant")

    remove([room / "out"], room / "out", pipeline=gold_pipeline.NAME)

    assert outputs(room / "out") == from_nothing(room / "anew", FILES)


def test_what_a_pattern_matches_is_removed_also_where_it_is_gone(room: Path) -> None:
    (room / "news/bode/b.txt").unlink()

    remove([room / "news/bode/[bc].*"], room / "out", pipeline=gold_pipeline.NAME)

    assert outputs(room / "out") == from_nothing(room / "anew", {"bode/a.txt": VISIT})


def test_a_pattern_matches_what_it_does_in_a_build(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(room, {"[2024]/krant/a.txt": VISIT, "[2024]/krant/mei/b.txt": DENIAL, "[2024]/krant/mei/3/c.txt": PROMISE})
    monkeypatch.chdir(room / "[2024]")
    build_gold(room / "new", Path("krant"))

    one = remove(["krant/*.txt"], "../new", pipeline=gold_pipeline.NAME)
    two = remove(["krant/**/b.*"], "../new", pipeline=gold_pipeline.NAME)

    assert (one.articles, two.articles) == (2, 1)
    with pytest.raises(OutputError, match="holds no such article or file"):
        remove(["krant/*/c.txt"], "../new", pipeline=gold_pipeline.NAME)


@pytest.mark.parametrize(
    "pattern", ["*", "*.txt", "**", "**/*.txt", "mei/**", "*/*.txt", "**/mei/*", ".*", ".b/*", "[!a].txt", "?/**/*.txt"]
)
def test_what_matches_a_pattern_is_what_glob_finds(tmp_path: Path, pattern: str) -> None:
    write(tmp_path, dict.fromkeys(("a.txt", ".b.txt", "mei/b.txt", "mei/3/c.txt", ".b/c.txt", "x/mei/.c.txt"), ""))
    files = [path for path in sorted(tmp_path.rglob("*")) if path.is_file()]

    matched = [str(path) for path in files if is_match(path.relative_to(tmp_path).parts, Path(pattern).parts)]

    found = glob(str(tmp_path / pattern), recursive=True)
    assert matched == sorted(path for path in found if Path(path).is_file())


def test_a_name_looks_at_the_files_below_it_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = places_of([f"../news/{month}/{day}.txt" for month in range(12) for day in range(30)], tmp_path / "out")
    seen: list[str] = []
    monkeypatch.setattr("kg.update.places.is_match", lambda names, _: seen.append(names[-1]))

    list(there.named(f"{tmp_path}/news/3/*.txt"))

    assert len(seen) == 30


def test_a_folder_is_removed_with_its_articles(room: Path) -> None:
    write(room / "news", {"courant/e.txt": VISIT})
    build_gold(room / "out", room / "news/courant")

    remove([room / "news/bode"], room / "out", pipeline=gold_pipeline.NAME)

    assert outputs(room / "out") == from_nothing(room / "anew", {"courant/e.txt": VISIT})


def test_nothing_of_a_removed_article_is_left(room: Path) -> None:
    remove(["b"], room / "out", pipeline=gold_pipeline.NAME)

    assert "Ans Bakker" not in str([pq.read_table(path).to_pylist() for path in (room / "out/work").glob("*.parquet")])


def test_removing_all_articles_leaves_them(room: Path) -> None:
    before = outputs(room / "out")

    with pytest.raises(OutputError, match="out: would have no article left; remove the folder instead"):
        remove([room / "news"], room / "out", pipeline=gold_pipeline.NAME)

    assert outputs(room / "out") == before


def test_an_article_that_is_not_there_cannot_be_removed(room: Path) -> None:
    with pytest.raises(OutputError, match="out: holds no such article or file: z; ids look like a"):
        remove(["b", "z"], room / "out", pipeline=gold_pipeline.NAME)


def test_an_article_is_removed_with_the_settings_of_the_build(room: Path) -> None:
    names = room / "weg.txt"
    names.write_text("Ans Bakker\n", encoding="utf-8")
    base = Options(base="https://krant.example/")
    build([room / "news/bode"], room / "out", pipeline=gold_pipeline.NAME, formats=["nquads"], options=base)

    remove(["b"], room / "out", pipeline=gold_pipeline.NAME)

    assert list(files_of(room / "out")) == ["graph.nq"]
    assert b"https://krant.example/" in (room / "out/graph.nq").read_bytes()


def test_settings_that_cannot_be_known_must_be_given_again(room: Path) -> None:
    with pytest.raises(OutputError, match=r"was built with pipeline 'nl_gold 1\.0\.0': give the same"):
        remove(["b"], room / "out")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"links": ["geonames"]}, "was built without link: give none"),
        ({"left_out": ["Ans Bakker"]}, "was built with other names left out: give the same"),
        ({"left_out": ["Noor Zandbergen", "Ans Bakker"]}, "was built with left-out '1': give the same"),
        ({"decisions": "same,a,b"}, "was built without decisions: give none"),
    ],
)
def test_nothing_is_removed_with_settings_that_are_not_those_of_the_build(
    room: Path, given: dict[str, object], reason: str
) -> None:
    kept: dict[str, object] = {"work": room / "private", "left_out": ["Noor Zandbergen"]}
    build_gold(room / "out", room / "news/bode", **kept)
    before = outputs(room / "out")
    if "decisions" in given:
        write(room, {"mine.csv": str(given["decisions"])})
        given = {"decisions": room / "mine.csv"}

    with pytest.raises(OutputError, match=reason):
        remove(["b"], room / "out", pipeline=gold_pipeline.NAME, **kept | given)  # type: ignore[arg-type]

    assert outputs(room / "out") == before


def test_decisions_must_be_those_of_the_build(room: Path) -> None:
    write(room, {"out/decisions.csv": "same,a,b,why,me"})
    build_gold(room / "out", room / "news/bode")
    write(room, {"out/decisions.csv": "different,a,b,why,me"})

    with pytest.raises(OutputError, match="was built with other decisions: give the same"):
        remove(["b"], room / "out", pipeline=gold_pipeline.NAME)


def test_what_must_be_read_again_when_another_is_removed_is_read_as_before(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.txt").write_bytes(f"{VISIT} Café.".encode("cp1252"))
    build_gold(tmp_path / "anew", tmp_path / "news", encoding="cp1252")
    write(tmp_path / "news", {"b.txt": DENIAL})
    build_gold(tmp_path / "out", tmp_path / "news", encoding="cp1252")
    shards(tmp_path)[0].unlink()

    remove(["b"], tmp_path / "out", pipeline=gold_pipeline.NAME)

    assert outputs(tmp_path / "out") == outputs(tmp_path / "anew")


def test_nothing_is_asked_of_a_graph_that_another_build_is_writing(room: Path) -> None:
    with held(room / "out"), pytest.raises(OutputError, match="another build is writing here"):
        remove(["b"], room / "out", pipeline="none such")


def test_nothing_can_be_removed_where_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="keeps no work of a build"):
        remove(["b"], tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


def test_a_name_that_ids_begin_with_is_told_with_those(room: Path) -> None:
    (room / "news" / "brug-1.txt").write_text(VISIT, encoding="utf-8")
    build([room / "news"], room / "out", pipeline=gold_pipeline.NAME)

    with pytest.raises(OutputError, match=r"no such article or file: brug; did you mean brug-1\?"):
        remove(["brug"], room / "out", pipeline=gold_pipeline.NAME)
