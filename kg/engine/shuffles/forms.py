"""Joins that need no likeness of names: names that the corpus shows to be short for others, or that languages share."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - its usual name

from kg.engine.shuffles.frames import each, in_groups
from kg.engine.shuffles.languages import Spoken, rules_for
from kg.engine.shuffles.senses import Numbered
from kg.engine.shuffles.weighing import Compared
from kg.model import EntityType
from kg.resolve.identity.clusters import Join
from kg.resolve.identity.known_forms import COMPANY_WORDS, IN_ARTICLES, is_short, short_of, shorter_names
from kg.resolve.identity.translations import joined_abroad, meanings
from kg.resolve.kinds import clear_leader


@dataclass(frozen=True, slots=True)
class Form:
    """A name that is shorter than that of a sense by company words, or by what articles say."""

    position: int
    type: EntityType
    name: str
    length: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means in all languages."""

    type: EntityType
    meaning: str
    position: int


@dataclass(frozen=True, slots=True)
class Fuller:
    """How many articles mean a fuller name by a short one."""

    short: int
    full: int
    count: int


@dataclass(frozen=True, slots=True)
class Led:
    """A short name with the fuller one that it stands for in articles."""

    short: int
    full: int
    count: int
    short_name: str
    full_name: str
    own: int
    """Articles that have the short name."""


def known_forms_of(senses: DataFrame, standing: DataFrame, spoken: Spoken) -> DataFrame:
    """Return the joins of senses because one name is a known form of the other."""
    named = senses.where("NOT sense.is_bound AND sense.name != ''").select(
        "position",
        F.col("sense.type").alias("type"),
        F.col("sense.name").alias("name"),
        F.size("sense.profiles").alias("own"),
    )
    only = named.groupBy("type", "name").agg(F.count("*").alias("bearers"), F.min("position").alias("position"))
    only = only.where("bearers = 1").drop("bearers")
    shorter = _shorter(senses, only, spoken)
    stems = shorter.groupBy("one").agg(F.min_by("other", "length").alias("stem"))
    led = in_groups(
        _fuller(senses, standing, only, stems), Fuller, _leaders, Fuller, by=("short",), key=lambda one: one.short
    )
    told = (
        led.join(stems.select(F.col("one").alias("short"), "stem"), "short", "left")
        .where("coalesce(stem, short) != full")
        .join(named.select(F.col("position").alias("short"), F.col("name").alias("short_name"), "own"), "short")
        .join(named.select(F.col("position").alias("full"), F.col("name").alias("full_name")), "full")
    )
    return each(shorter, Compared, _company_words, Join).union(each(told, Led, _in_articles, Join))


def _shorter(senses: DataFrame, only: DataFrame, spoken: Spoken) -> DataFrame:
    """Return senses with those of what is left of their names without company words."""
    forms = each(senses.join(only.select("position"), "position"), Numbered, partial(_forms, spoken=spoken), Form)
    shorter = only.select("type", "name", F.col("position").alias("other"))
    found = forms.join(shorter, ["type", "name"])
    return found.select(F.col("position").alias("one"), "other", F.lit(0).cast("long").alias("rivals"), "length")


def _forms(senses: Iterable[Numbered], *, spoken: Spoken) -> Iterator[Form]:
    rules = rules_for(spoken).coreference
    for one in senses:
        for name in shorter_names(one.sense, rules):
            yield Form(one.position, one.sense.type, name, len(name))


def _company_words(shorter: Iterable[Compared]) -> Iterator[Join]:
    yield from (short_of(one.one, one.other, COMPANY_WORDS) for one in shorter)


def _fuller(senses: DataFrame, standing: DataFrame, only: DataFrame, stems: DataFrame) -> DataFrame:
    """Return how many articles use a short name for which fuller one, less its company words if that is a name too."""
    members = senses.join(only.select("position"), "position").select(
        "position", F.explode("sense.profiles").alias("profile")
    )
    called = standing.select(
        F.col("position").alias("profile"),
        F.col("profile.type").alias("type"),
        F.explode(F.array_remove("profile.names", F.col("profile.name"))).alias("name"),
    )
    used = members.join(called, "profile").join(only.withColumnRenamed("position", "short"), ["type", "name"])
    used = used.join(stems.withColumnRenamed("one", "position"), "position", "left")
    return used.groupBy("short", F.coalesce("stem", "position").alias("full")).count()


def _leaders(fuller: Sequence[Fuller]) -> Iterator[Fuller]:
    counts = Counter({one.full: one.count for one in fuller})
    leader = clear_leader(counts)
    if leader is not None:
        yield Fuller(fuller[0].short, leader, counts[leader])


def _in_articles(led: Iterable[Led]) -> Iterator[Join]:
    for one in led:
        if is_short(one.short_name, one.full_name, own=one.own, articles=one.count):
            yield short_of(one.full, one.short, IN_ARTICLES)


def abroad_of(senses: DataFrame, spoken: Spoken) -> DataFrame:
    """Return the joins of senses whose names mean the same in different languages."""
    meant = each(senses, Numbered, partial(_meanings, spoken=spoken), Meaning)
    return in_groups(meant, Meaning, _abroad, Join, by=("type", "meaning"), key=lambda one: (one.type, one.meaning))


def _meanings(senses: Iterable[Numbered], *, spoken: Spoken) -> Iterator[Meaning]:
    translations = rules_for(spoken).translations
    for one in senses:
        yield from (Meaning(one.sense.type, meaning, one.position) for meaning in meanings(one.sense, translations))


def _abroad(meant: Sequence[Meaning]) -> Iterator[Join]:
    return joined_abroad(one.position for one in meant)
