"""Whatever came, changed and went in whichever order: the graph is that of a build from nothing."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kg.errors import OutputError, ReadError
from kg.pipeline import build, remove
from kg.update import Changes
from tests import gold_pipeline
from tests.work.newsroom import RECORDS, TEXTS, build_gold, from_nothing, outputs, write

PAPERS = ("bode", "courant")
FILES = st.sampled_from([f"{paper}/{name}" for paper in PAPERS for name in ("a.txt", "b.md", "2020/a.txt")])
TEXT = st.sampled_from(TEXTS)


class Newsroom(RuleBasedStateMachine):
    """Two papers in one graph, where articles may have the same id."""

    def __init__(self) -> None:
        super().__init__()
        self.temporary = TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.disk: dict[str, str] = {}
        self.known: dict[str, str] = {}
        """The files of the graph, as they were when they were last read."""
        self.is_compared = True

    def teardown(self) -> None:
        self.temporary.cleanup()

    @rule(file=FILES, text=TEXT)
    def come_or_change(self, file: str, text: str) -> None:
        self.disk[file] = text
        write(self.folder, {file: text})

    @rule(paper=st.sampled_from(PAPERS), records=st.sampled_from(RECORDS))
    def come_as_records(self, paper: str, records: str) -> None:
        self.come_or_change(f"{paper}/c.jsonl", records)

    @precondition(lambda self: self.disk)
    @rule(data=st.data())
    def go(self, data: st.DataObject) -> None:
        file = data.draw(st.sampled_from(sorted(self.disk)))
        del self.disk[file]
        (self.folder / file).unlink()

    @rule(papers=st.sets(st.sampled_from(PAPERS), min_size=1), sync=st.booleans())
    def build(self, papers: set[str], sync: bool) -> None:
        found = {file: text for file, text in self.disk.items() if file.split("/")[0] in papers}
        paths = [self.folder / paper for paper in sorted(papers) if (self.folder / paper).exists()]
        try:
            build_gold(self.folder / "out", *paths, sync=sync)
        except ReadError:
            assert not any(({} if sync else self.known | found).values()) or not any((self.known | found).values())
        else:
            self.known = found if sync else self.known | found
            self.is_compared = False

    @precondition(lambda self: any(self.known.values()))
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        file = data.draw(st.sampled_from(sorted(file for file, text in self.known.items() if text)))
        try:
            remove([self.folder / file], self.folder / "out", pipeline=gold_pipeline.NAME)
        except OutputError:
            assert not any(text for other, text in self.known.items() if other != file)
        else:
            del self.known[file]
            self.is_compared = False

    @invariant()
    def the_graph_is_that_of_a_build_from_nothing(self) -> None:
        if self.is_compared:
            return
        with TemporaryDirectory() as aside:
            assert outputs(self.folder / "out") == from_nothing(Path(aside), self.known)
        self.is_compared = True


Newsroom.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestNewsroom = Newsroom.TestCase


@pytest.mark.quality
def test_updates_with_the_trained_pipeline_give_the_graph_of_a_build_from_nothing(tmp_path: Path) -> None:
    seeds = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))[:4]
    news = tmp_path / "news"
    news.mkdir()
    for seed in seeds[:3]:
        shutil.copy(seed, news)
    build([news], tmp_path / "out")

    shutil.copy(seeds[3], news)
    (news / seeds[0].name).unlink()
    shutil.copy(seeds[2], news / seeds[1].name)
    report = build([news], tmp_path / "out", sync=True)

    build([news], tmp_path / "anew")
    assert report.changes == Changes(new=1, changed=1, unchanged=1, forgotten=1)
    assert outputs(tmp_path / "out") == outputs(tmp_path / "anew")
