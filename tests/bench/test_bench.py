"""What kg costs is measured on articles made out of a few, the same each time."""

import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from kg.bench import DUMP, LOAD, PIPE, PIPE_BY_ALL, READ, READ_BY_ALL, RESOLVE, START, Figures, bench
from kg.bench.corpus import Templates, make_articles, templates_of
from kg.bench.growth import exponent
from kg.bench.stages import Stage
from kg.bench.table import growth_sheet, stages_sheet, to_markdown
from kg.errors import ReadError
from kg.lang import Language
from kg.model import Document
from kg.terminal import TableFormat, print_sheet
from tests import gold_pipeline
from tests.engine.articles import PROMISE, VISIT


@pytest.fixture(scope="module")
def templates(dutch: Language) -> Templates:
    seeds = [Document(id="a", text=f"{VISIT} {PROMISE}", source="De Kustbode")]
    return templates_of(seeds, gold_pipeline.load(), dutch)


def test_the_same_seed_makes_the_same_articles(templates: Templates) -> None:
    first, again, other = (list(make_articles(templates, 5, words=40, seed=seed)) for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_articles_are_as_long_as_asked_and_no_two_alike(templates: Templates) -> None:
    made = list(make_articles(templates, 20, words=60))

    assert len({document.text for document in made}) == 20
    assert all(55 <= len(document.text.split()) <= 100 for document in made)


def test_people_have_other_names_than_those_of_the_seeds(templates: Templates) -> None:
    made = " ".join(document.text for document in make_articles(templates, 10, words=60))

    assert "Zandbergen" not in made
    assert "Noor " not in made


def test_some_people_are_in_many_articles_and_most_in_few(templates: Templates) -> None:
    made, surnames = list(make_articles(templates, 200, words=30)), set(templates.surnames)
    people = Counter(pair for document in made for pair in set(pairwise(document.text.split())) if pair[1] in surnames)
    counts = sorted(people.values(), reverse=True)

    assert counts[0] >= 10
    assert counts[len(counts) // 2] <= 2


def test_every_stage_is_measured_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{VISIT} {PROMISE}\n", encoding="utf-8")
    told: list[str] = []

    found = bench([tmp_path], articles=3, words=30, workers=2, pipeline=gold_pipeline.NAME, tell=told.append)

    assert [stage.name for stage in found.stages] == told
    assert {START, PIPE, PIPE_BY_ALL, READ, READ_BY_ALL} < set(told)
    assert found.articles == 3
    assert found.triples > 100
    assert all(stage.wall > 0 for stage in found.stages)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell how much memory a process has held")
def test_the_memory_of_reading_is_told_where_one_process_does_it_all_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{VISIT} {PROMISE}\n", encoding="utf-8")

    found = bench([tmp_path], articles=3, words=30, workers=2, pipeline=gold_pipeline.NAME)

    assert found.stage(READ_BY_ALL).memory > 0


def test_no_articles_to_make_others_of_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="there are none"):
        bench([tmp_path], pipeline=gold_pipeline.NAME)


def figures(articles: int, **seconds: float) -> Figures:
    """Return what so many articles might have cost, the stages in the order given."""
    stages = tuple(Stage(name, cpu, wall=cpu, memory=200_000_000) for name, cpu in seconds.items())
    return Figures(articles, 300 * articles, 2, 5_000, 30, 40, 1_000_000, 2_000_000, 500_000, stages)


def test_the_table_compares_each_stage_with_the_bare_pipeline() -> None:
    cpu = {START: 1.0, PIPE: 10.0, PIPE_BY_ALL: 5.5, READ: 13.0, READ_BY_ALL: 7.0, LOAD: 0.5, RESOLVE: 0.4, DUMP: 0.3}

    table = to_markdown(stages_sheet(figures(100, **cpu)))

    assert "| read by one | 13.0 | 130.0 | 1.30 | 13.0 | 200 |" in table
    assert "extract, read back, resolve and N-Quads cost 32% beside the bare pipeline" in table
    assert "2 workers read 1.86 times as fast as one; 2 bare pipelines side by side are 2.00 times as fast" in table


@pytest.mark.parametrize(("by_all", "is_told"), [(7.0, False), (27.0, True)])
def test_workers_that_do_not_pay_on_so_few_articles_are_explained(by_all: float, is_told: bool) -> None:
    cpu = {
        START: 1.0,
        PIPE: 10.0,
        PIPE_BY_ALL: 5.5,
        READ: 13.0,
        READ_BY_ALL: by_all,
        LOAD: 0.5,
        RESOLVE: 0.4,
        DUMP: 1.0,
    }

    table = to_markdown(stages_sheet(figures(5, **cpu)))

    assert ("starting the workers takes longer than they save on so few articles" in table) is is_told


def test_the_table_of_stages_fits_a_terminal_of_80_letters(capsys: pytest.CaptureFixture[str]) -> None:
    cpu = dict.fromkeys(
        (START, PIPE, PIPE_BY_ALL, READ, READ_BY_ALL, LOAD, RESOLVE, DUMP, "question who-acts-on-whom"), 37.7
    )
    sheet = stages_sheet(figures(300, **cpu))

    print_sheet(sheet, TableFormat.TABLE)

    printed = capsys.readouterr().out
    assert "question who-acts-on-whom" in printed
    assert max(map(len, printed.splitlines()[:5])) <= 80


def test_a_cost_that_doubles_with_the_articles_grows_by_the_power_of_one() -> None:
    found = [figures(100, **{READ: 2.0, RESOLVE: 1.0}), figures(200, **{READ: 4.0, RESOLVE: 4.0})]

    assert exponent(found, lambda one: one.stage(READ).cpu) == pytest.approx(1)
    assert exponent(found, lambda one: one.stage(RESOLVE).cpu) == pytest.approx(2)


def test_what_costs_nothing_has_no_power() -> None:
    assert exponent([figures(100, **{READ: 0.0}), figures(200, **{READ: 1.0})], lambda one: one.stage(READ).cpu) is None


def test_the_table_of_growth_has_a_column_for_each_number_of_articles() -> None:
    table = to_markdown(growth_sheet([figures(2000, **{READ: 41.0}), figures(1000, **{READ: 20.5})]))

    assert "| articles | 1,000 | 2,000 | exponent |" in table
    assert "| read by one, CPU s | 20.5 | 41.0 | 1.00 |" in table
    assert "| triples | 5,000 | 5,000 | 0.00 |" in table
