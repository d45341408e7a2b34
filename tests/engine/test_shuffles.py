"""A cluster tells who is who as this process does, also where one of its processes is killed."""

import os
import random
import signal
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from kg.engine import spark
from kg.errors import DecisionError, EngineError
from kg.lang import Language, load
from kg.model import Decision, Extraction, Verdict
from kg.resolve.identity import Identification, identify
from kg.resolve.profiles import Profile
from kg.resolve.within import within
from kg.work.shards import Shards
from tests.engine.processes import executors, wait_until
from tests.quality.world import world
from tests.resolve.marked import article

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_COMPANIES = tuple(
    article(text, id=f"company {number}")
    for number, text in enumerate(
        (
            "[Germany|name place] bloeit.",
            "[Duitsland|name place] bloeit.",
            "[Motoren van Gent|name organisation] ([MG|name organisation]) groeit.",
            "[Acme Motor Company|name organisation] groeit.",
            "[MG|name organisation] krimpt.",
            "[Acme|name organisation] krimpt.",
            "[Acme Group|name organisation] staakt.",
        )
    )
)
LANGUAGES: Mapping[str, Language] = {"nl": load("nl"), "en": load("en")}


@pytest.mark.spark
def test_a_cluster_of_which_a_process_is_killed_tells_who_is_who_as_this_process_does(
    cluster: "SparkSession", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spark, "_MANY", 0)
    articles = told_in_two_languages(90)
    told = profiles(articles)
    decisions = decisions_on(identify(told, LANGUAGES))
    shards = shelved(articles, tmp_path)
    before = executors(cluster)

    with spark.opened() as engine, ThreadPoolExecutor() as threads:
        found = threads.submit(engine.identifying(shards, shards.index()), told, LANGUAGES, decisions)
        wait_until(lambda: any(tmp_path.glob(".*/standing/_SUCCESS")) or found.done())
        os.kill(min(before), signal.SIGKILL)

    here = identify(told, LANGUAGES, decisions)
    assert found.result() == here
    assert len(here.doubtful_pairs) > 5
    assert {decision.verdict for decision in here.decisions} == set(Verdict)
    assert {"company words", "short name in articles", "name in another language"} <= {
        one.reason for one in here.former_ids
    }
    assert not any(tmp_path.glob(".*"))
    assert min(before) not in executors(cluster)


@pytest.mark.spark
def test_components_are_those_of_the_graph(cluster: "SparkSession", tmp_path: Path) -> None:
    from kg.engine.shuffles.components import components_of
    from kg.engine.shuffles.frames import Frames

    draw = random.Random(2)
    chain = list(pairwise(draw.sample(range(1000, 1040), 40)))
    edges = [*chain, *((draw.randrange(60), draw.randrange(60)) for _ in range(45))]
    table = cluster.createDataFrame(edges, "one long, other long")

    found = {row.position: row.component for row in components_of(Frames(cluster, tmp_path), table).collect()}

    graph = nx.Graph((one, other) for one, other in edges if one != other)
    assert found == {node: min(part) for part in nx.connected_components(graph) for node in part}


def test_few_profiles_start_no_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "find_spec", lambda name: None)
    told = profiles(told_in_two_languages(5))

    with spark.opened() as engine:
        found = engine.identifying(Shards(tmp_path), ())(told, LANGUAGES, ())

    assert found == identify(told, LANGUAGES)


@pytest.mark.spark
def test_decisions_that_contradict_each_other_are_an_error_on_a_cluster_too(
    cluster: "SparkSession", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spark, "_MANY", 0)
    articles = told_in_two_languages(5)
    one, other = sorted(set(identify(profiles(articles), LANGUAGES).ids))[:2]
    shards = shelved(articles, tmp_path)

    with spark.opened() as engine, pytest.raises(DecisionError, match="are decided to be different"):
        engine.identifying(shards, shards.index())(
            profiles(articles), LANGUAGES, [Decision(verdict, one, other) for verdict in Verdict]
        )


@pytest.mark.spark
def test_articles_that_no_machine_finds_are_an_error(
    cluster: "SparkSession", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spark, "_MANY", 0)
    articles = told_in_two_languages(5)
    shards = shelved(articles[1:], tmp_path)

    with spark.opened() as engine, pytest.raises(EngineError, match="has nothing of 4 chains of articles"):
        engine.identifying(shards, shards.index())(profiles(articles), LANGUAGES, ())


def told_in_two_languages(count: int) -> tuple[Extraction, ...]:
    """Return articles of a made-up world, of companies and a country; a third are taken for English ones."""
    return tuple(
        replace(one, document=replace(one.document, language="en")) if number % 3 == 0 else one
        for number, one in enumerate((*world(count).articles, *_COMPANIES))
    )


def profiles(articles: Iterable[Extraction]) -> list[Profile]:
    """Return what each article tells of whom."""
    alone = within(LANGUAGES)
    return [profile for one in articles for profile in alone.profiles(alone.discourse(one))]


def decisions_on(found: Identification) -> list[Decision]:
    """Return decisions on pairs in doubt, and on things that have nothing to do with each other."""
    ids = random.Random(3).sample(sorted({one for one in found.ids if "#" not in one}), 12)
    others = zip(ids[:6], ids[6:], strict=True)
    pairs = [*((doubt.one, doubt.other) for doubt in found.doubtful_pairs[::2]), *others]
    verdicts = (Verdict.SAME, Verdict.DIFFERENT)
    return [Decision(verdicts[at % 2], *pair, note="asked", by="desk") for at, pair in enumerate(pairs)]


def shelved(articles: Sequence[Extraction], folder: Path) -> Shards:
    """Return shards of articles in any order."""
    mixed, shards = random.Random(4).sample(articles, len(articles)), Shards(folder)
    for start in range(0, len(mixed), 20):
        some = mixed[start : start + 20]
        shards.write([f"key of {one.document.id}" for one in some], some)
    return shards
