import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from errno import ENOSPC
from hashlib import sha256
from pathlib import Path

import pytest

import kg
from kg.errors import OutputError, ReadError
from kg.export import Options
from kg.model import EntityType
from kg.pipeline import STAGES, Progress, Report, build
from kg.pipeline.settings import settings_of
from kg.read import Skipped
from tests import gold_pipeline

ROOT = Path(__file__).parent.parent
VISIT = "Minister Noor Zandbergen bezocht woensdag Gent."
PROMISE = "De minister beloofde de stad drie miljoen euro."
DENIAL = "Volgens burgemeester Ans Bakker komt het geld niet."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    for name, text in {
        "kustbode.txt": f"date: 2020-09-18\nbron: De Kustbode\n\n{VISIT} {PROMISE}\n",
        "westhoek.md": f"# Bezoek aan Gent\n\n{VISIT}\n\n{DENIAL}\n",
        "2020/ander.txt": f" date 2020-09 {DENIAL}\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def build_gold(news: Path, output: Path, formats: Sequence[str] = ()) -> Report:
    return build([news], output, pipeline=gold_pipeline.NAME, formats=formats)


def lists_of_names(folder: Path, *names: str) -> list[str]:
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text("name,iri\nGent,urn:gent\n", encoding="utf-8")
    return list(map(str, paths))


def test_the_order_of_lists_of_names_changes_nothing(news: Path, tmp_path: Path) -> None:
    lists = lists_of_names(tmp_path, "b.csv", "a.csv")

    for output, links in (("one", lists), ("other", lists[::-1])):
        build([news], tmp_path / output, pipeline=gold_pipeline.NAME, formats=["nquads"], links=links)

    assert hashes(tmp_path / "one") == hashes(tmp_path / "other")


def test_a_list_of_names_is_read_once_for_all_languages(tmp_path: Path) -> None:
    links = lists_of_names(tmp_path, "a.csv")
    settings = settings_of("nl", pipeline=gold_pipeline.NAME, options=Options(), links=links, left_out=(), decisions=())
    Path(links[0]).unlink()

    assert len(settings.narrowed(()).linkers) == 1


def test_the_key_of_a_service_gets_into_no_output() -> None:
    address = "https://jan:geheim@namen.example/api?key=sleutel"

    settings = settings_of("nl", pipeline="", options=Options(), links=[address], left_out=(), decisions=())

    assert dict(settings.told())["link"] == "https://namen.example/api"


def hashes(folder: Path) -> Mapping[str, str]:
    """Return what stands for each file that a user sees in a folder."""
    files = (path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith("."))
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_build_goes_from_files_to_files(news: Path, tmp_path: Path) -> None:
    report = build_gold(news, tmp_path / "out")

    assert report.articles == 3
    assert dict(report.entities)[EntityType.PERSON] == 2
    assert dict(report.actions)["fact"] >= 2
    assert {*dict(report.files), "manifest.json"} == hashes(tmp_path / "out").keys()


def test_a_graph_can_be_had_without_writing_anything(news: Path) -> None:
    graph = kg.graph_of([news], pipeline=gold_pipeline.NAME)

    assert [document.id for document in graph.documents] == ["2020/ander", "kustbode", "westhoek"]
    assert "Noor Zandbergen" in {entity.label for entity in graph.entities.values()}


def test_a_graph_had_in_memory_warns_of_what_was_skipped(news: Path) -> None:
    with pytest.warns(UserWarning, match="weg: there is no such file or folder"):
        kg.graph_of([news, news / "weg"], pipeline=gold_pipeline.NAME)


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(news: Path) -> None:
    cell = kg.graph_of([news], pipeline=gold_pipeline.NAME).show(height=500, language="en")._repr_html_()

    assert cell.startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
    assert 'sandbox="allow-scripts' in cell
    assert 'height="500"' in cell
    assert cell.count("<") == 2, "the page is an attribute, with nothing of it outside"


def test_a_build_says_how_long_each_stage_took(news: Path, tmp_path: Path) -> None:
    report = build_gold(news, tmp_path / "out")

    assert tuple(stage for stage, _ in report.seconds) == STAGES


def test_progress_counts_the_articles_and_the_files(news: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []

    report = build([news], tmp_path / "out", pipeline=gold_pipeline.NAME, progress=seen.append)

    assert tuple(dict.fromkeys(progress.stage for progress in seen)) == ("read", "extract", "export")
    assert [step.done for step in seen if step.stage == "extract"] == [0, 3]
    assert seen[-1] == Progress("export", len(report.files), len(report.files))


def test_only_the_formats_asked_for_are_written(news: Path, tmp_path: Path) -> None:
    build_gold(news, tmp_path / "out")

    report = build_gold(news, tmp_path / "out", formats=("entities", "actions"))

    assert [name for name, _ in report.files] == ["actions.jsonl", "entities.jsonl"]
    assert sorted(hashes(tmp_path / "out")) == ["actions.jsonl", "entities.jsonl", "manifest.json"]


def test_an_unknown_format_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="kg writes no such format; it writes "):
        build(["nergens"], tmp_path / "out", formats=("ijzer",))


def test_the_order_of_the_files_changes_nothing(news: Path, tmp_path: Path) -> None:
    files = [str(path) for path in sorted(news.rglob("*.*"))]

    build(files, tmp_path / "one", pipeline=gold_pipeline.NAME)
    build(files[::-1], tmp_path / "other", pipeline=gold_pipeline.NAME)

    assert hashes(tmp_path / "one") == hashes(tmp_path / "other")


def test_the_hash_seed_changes_nothing(news: Path, tmp_path: Path) -> None:
    command = "import sys, kg, tests.gold_pipeline; kg.build([sys.argv[1]], sys.argv[2], pipeline='nl_gold')"

    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", command, str(news), str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
        )

    assert hashes(tmp_path / "1") == hashes(tmp_path / "2")


@pytest.mark.parametrize("output", ["out", "."])
def test_a_second_build_does_not_read_the_output_of_the_first(news: Path, output: str) -> None:
    first = build_gold(news, news / output)

    second = build_gold(news, news / output)

    assert (second.articles, second.skipped) == (first.articles, ())


def test_a_build_without_articles_leaves_the_old_output(news: Path, tmp_path: Path) -> None:
    build_gold(news, tmp_path / "out")
    before = hashes(tmp_path / "out")

    with pytest.raises(ReadError, match="no such file or folder"):
        build([tmp_path / "weg"], tmp_path / "out", pipeline=gold_pipeline.NAME, sync=True)

    assert hashes(tmp_path / "out") == before


def test_articles_below_the_output_folder_are_read(news: Path, tmp_path: Path) -> None:
    report = build([f"{news}/*.txt", news / "2020"], tmp_path, pipeline=gold_pipeline.NAME, formats=("entities",))

    assert (report.articles, report.skipped) == (2, ())


def test_an_output_that_cannot_be_written_is_told(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_the_disk(*_: object) -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", fill_the_disk)

    with pytest.raises(OutputError, match="out: cannot be written: No space left on device"):
        build_gold(news, tmp_path / "out", formats=("page",))


def test_only_what_writes_can_fail_to_write(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise OSError("a defect in a rule")

    monkeypatch.setattr("kg.pipeline.resolve", break_down)

    with pytest.raises(OSError, match="a defect in a rule"):
        build_gold(news, tmp_path / "out")


def test_what_was_skipped_is_in_the_report(news: Path, tmp_path: Path) -> None:
    (news / "leeg.txt").touch()

    report = build_gold(news, tmp_path / "out")

    assert report.skipped == (Skipped(str(news / "leeg.txt"), "is empty"),)


def test_the_package_offers_build_and_its_errors() -> None:
    assert kg.build is build
    assert issubclass(ReadError, kg.KgError)
