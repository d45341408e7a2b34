"""From joins to entities: the components that joins make, and inside each of them what becomes of every sense."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - its usual name

from kg.engine.shuffles.components import components_of
from kg.engine.shuffles.forms import abroad_of, known_forms_of
from kg.engine.shuffles.frames import Frames, each, in_groups
from kg.engine.shuffles.senses import Numbered
from kg.engine.shuffles.weighing import Compared, Measure
from kg.model import DoubtfulPair, EntityType
from kg.resolve.identity.clusters import Join, Pair, clustered
from kg.resolve.identity.deciding import Rulings
from kg.resolve.identity.outcome import chiefs, doubt, is_doubtful, is_likely, join_of, likeliest
from kg.resolve.identity.weighing import Match


@dataclass(frozen=True, slots=True)
class Piece:
    """A sense of a component, or a join in it."""

    component: int
    member: Numbered | None
    join: Join | None


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a sense."""

    position: int
    home: int
    """Stands for its cluster."""
    id: str
    """Of its entity."""
    type: EntityType
    reason: str | None
    """Why it was joined to others; None if it was not."""
    bits: float
    one: int
    other: int
    """The join that says it, which sorts it among those of senses of the same id."""


@dataclass(frozen=True, slots=True)
class Doubting:
    """A match, and what became of the two senses."""

    one: int
    other: int
    bits: float
    reasons: tuple[str, ...]
    is_forbidden: bool
    one_home: int
    other_home: int
    one_id: str
    other_id: str


def settled_in(
    frames: Frames, senses: DataFrame, standing: DataFrame, matches: DataFrame, rulings: Rulings, measure: Measure
) -> DataFrame:
    """Return what becomes of every sense."""
    likely = each(matches, Match, _likely, Join)
    joins = likely.union(known_forms_of(senses, standing, measure.spoken))
    if len({language for _, language in measure.spoken}) > 1:
        joins = joins.union(abroad_of(senses, measure.spoken))
    joins = frames.kept(joins, "joins")
    decided = frames.of([Compared(one, other) for one, other in rulings.same], Compared)
    components = frames.kept(
        components_of(frames, joins.select("one", "other").union(decided.select("one", "other"))), "components"
    )
    together = in_groups(
        _pieces(senses, joins, components),
        Piece,
        partial(_settled, rulings=rulings, measure=measure),
        Settled,
        by=("component",),
        key=lambda piece: piece.component,
    )
    alone = senses.join(components, "position", "left_anti").select(
        "position",
        F.col("position").alias("home"),
        F.col("sense.id").alias("id"),
        F.col("sense.type").alias("type"),
        F.lit(None).cast("string").alias("reason"),
        F.lit(0.0).alias("bits"),
        F.col("position").alias("one"),
        F.col("position").alias("other"),
    )
    return frames.kept(together.union(alone), "settled")


def _likely(matches: Iterable[Match]) -> Iterator[Join]:
    return map(join_of, filter(is_likely, matches))


def _pieces(senses: DataFrame, joins: DataFrame, components: DataFrame) -> DataFrame:
    """Return the senses and the joins of components, each with its component."""
    members = senses.join(components, "position").select(
        "component", F.struct("position", "sense").alias("member"), F.lit(None).alias("join")
    )
    homes = components.withColumnRenamed("position", "one")
    inside = joins.join(homes, "one").select(
        "component", F.lit(None).alias("member"), F.struct(*joins.columns).alias("join")
    )
    return members.union(inside)


def _settled(pieces: Sequence[Piece], *, rulings: Rulings, measure: Measure) -> Iterator[Settled]:
    """Yield what becomes of the senses of a component."""
    senses = {
        one.position: one.sense for one in sorted(filter(None, (piece.member for piece in pieces)), key=_position)
    }
    clusters = rulings.clusters(among=senses)
    joins = [piece.join for piece in pieces if piece.join]
    made = clustered(clusters, joins, measure.scales(senses, {}).forbids)
    why = {position: join for join in reversed(made) for position in (join.one, join.other)}
    for position, chief in chiefs(senses, clusters.home).items():
        join = why.get(position)
        yield Settled(
            position=position,
            home=clusters.home(position),
            id=chief.id,
            type=chief.type,
            reason=join.reason if join else None,
            bits=join.bits if join else 0.0,
            one=join.one if join else position,
            other=join.other if join else position,
        )


def _position(numbered: Numbered) -> int:
    return numbered.position


def doubts_of(matches: DataFrame, settled: DataFrame, parted: frozenset[Pair]) -> DataFrame:
    """Return the pairs of entities that are in doubt; `parted` are clusters that somebody decided are two."""
    doubtful = each(matches, Match, partial(filter, is_doubtful), Match)
    found = doubtful
    for side in ("one", "other"):
        homes = settled.select(
            F.col("position").alias(side), F.col("home").alias(f"{side}_home"), F.col("id").alias(f"{side}_id")
        )
        found = found.join(homes, side)
    low, high = F.least("one_home", "other_home"), F.greatest("one_home", "other_home")
    found = found.where("one_home != other_home").withColumn("low", low).withColumn("high", high)
    return in_groups(
        found, Doubting, partial(_doubts, parted=parted), DoubtfulPair, by=("low", "high"), key=_clusters_of
    )


def _clusters_of(row: Doubting) -> Pair:
    return min(row.one_home, row.other_home), max(row.one_home, row.other_home)


def _doubts(rows: Sequence[Doubting], *, parted: frozenset[Pair]) -> Iterator[DoubtfulPair]:
    homes = {row.one: row.one_home for row in rows} | {row.other: row.other_home for row in rows}
    ids = {row.one: row.one_id for row in rows} | {row.other: row.other_id for row in rows}
    matches = (Match(row.one, row.other, row.bits, row.reasons, row.is_forbidden) for row in rows)
    yield from (doubt(match, ids.__getitem__) for match in likeliest(matches, homes.__getitem__, parted))
