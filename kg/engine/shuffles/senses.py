"""From profiles to senses: who bears each name, by the names beside it that tell something."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - its usual name

from kg.engine.shuffles.frames import Frames, each, in_groups
from kg.model import EntityType
from kg.resolve.identity.namesakes import Apart
from kg.resolve.identity.senses import Names, Sense, is_rare, senses_of
from kg.resolve.profiles import Profile


@dataclass(frozen=True, slots=True)
class NameCount:
    """In how many articles a name stands."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a name tells."""

    name: str
    is_rare: bool
    """Else it is neither rare nor too frequent to tell anything."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A profile with the names beside it."""

    position: int
    profile: Profile
    telling: frozenset[str]
    rare: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sensed:
    """A sense, and the first of its profiles."""

    document_id: str
    chain_id: int
    sense: Sense


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sense with what stands for it in all tables; the order of these numbers is that of the senses."""

    position: int
    sense: Sense


def senses_in(frames: Frames, articles: DataFrame, standing: DataFrame, apart: Apart) -> DataFrame:
    """Return the senses of all profiles, numbered in their order."""
    placed = _placed(articles, standing)
    make = partial(_senses, apart=apart)
    known = in_groups(
        placed.where("is_known"),
        Placed,
        make,
        Sensed,
        by=("profile.type", "profile.name"),
        order=("profile.document_id", "profile.chain_id"),
        key=lambda one: (one.profile.type, one.profile.name),
    )
    others = each(
        placed.where("NOT is_known"), Placed, lambda some: (one for row in some for one in make([row])), Sensed
    )
    ordered = known.union(others).orderBy("sense.id", "sense.is_bound", "document_id", "chain_id")
    return frames.kept(ordered.select(F.monotonically_increasing_id().alias("position"), "sense"), "senses")


def _placed(articles: DataFrame, standing: DataFrame) -> DataFrame:
    """Return profiles with the names beside them that tell something, and those that are of places."""
    words = articles.select("document_id", "is_crowd", F.explode("company").alias("name"))
    counts = words.groupBy("name").count()
    rarities = each(counts, NameCount, partial(_rarities, of=articles.count()), Rarity)
    places = standing.where(F.col("profile.type") == EntityType.PLACE.value)
    places = places.select(F.explode("profile.names").alias("name")).distinct().withColumn("is_place", F.lit(True))
    told = words.join(rarities.join(places, "name", "full"), "name")
    beside = told.groupBy("document_id").agg(
        F.collect_list(F.when(F.col("is_rare").isNotNull() & ~F.col("is_crowd"), F.col("name"))).alias("telling"),
        F.collect_list(F.when(F.col("is_rare"), F.col("name"))).alias("rare"),
        F.collect_list(F.when(F.col("is_place"), F.col("name"))).alias("places"),
    )
    found = standing.withColumn("document_id", F.col("profile.document_id")).join(beside, "document_id", "left")
    return found.select(
        "position",
        "profile",
        *(F.coalesce(F.sort_array(name), F.array()).alias(name) for name in ("telling", "rare", "places")),
        "is_known",
    )


def _rarities(counts: Iterable[NameCount], *, of: int) -> Iterator[Rarity]:
    for one in counts:
        rare = is_rare(one.count, of)
        if rare is not None:
            yield Rarity(one.name, rare)


def _senses(placed: Sequence[Placed], *, apart: Apart) -> Iterator[Sensed]:
    profiles = {one.position: replace(one.profile, company=one.telling) for one in placed}
    telling = Names(
        rare={name: name in one.rare for one in placed for name in one.telling},
        places=frozenset[str]().union(*(one.places for one in placed)),
    )
    for sense in senses_of(tuple(profiles), profiles, telling, apart):
        first = profiles[sense.profiles[0]]
        yield Sensed(first.document_id, first.chain_id, sense)
