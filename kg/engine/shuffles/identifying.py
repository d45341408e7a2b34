"""Who is who by a cluster: the steps in their order, and what comes back of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - its usual name

from kg.engine.shuffles.clustering import doubts_of, settled_in
from kg.engine.shuffles.frames import Frames, each, values_in
from kg.engine.shuffles.senses import senses_in
from kg.engine.shuffles.standing import articles_in, owners_of, standing_in
from kg.engine.shuffles.weighing import Measure, matches_of
from kg.engine.work import UNSEEN
from kg.errors import EngineError
from kg.lang import Language
from kg.model import Decision, DoubtfulPair, EntityType, FormerId
from kg.resolve.identifiers import is_unnamed
from kg.resolve.identity import Identification, typed
from kg.resolve.identity.deciding import Rulings, decided, ids_in, places_of, told_apart
from kg.resolve.identity.former import former_id
from kg.resolve.identity.outcome import decided_reasons, homes_of, likeliest_first
from kg.resolve.profiles import Profile
from kg.work.shards import Shards


@dataclass(frozen=True, slots=True)
class Formerly:
    """An id that is no entity's, with the entities that it stands for."""

    own: str
    now: tuple[str, ...]
    reason: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """Who a chain of an article is."""

    document_id: str
    chain_id: int
    id: str
    type: EntityType


def identify_from(
    profiles: Sequence[Profile],
    languages: Mapping[str, Language],
    decisions: Iterable[Decision] = (),
    *,
    frames: Frames,
    shards: Shards,
    keys: Collection[str],
) -> Identification:
    """Return what `kg.resolve.identity.identify` gives of articles whose extractions are in shards under some keys.

    To this process come decisions, which people make, and the outcome: the entity of each profile, the pairs in doubt,
    and the register of former ids.

    Raises:
        DecisionError: decisions contradict each other.
        EngineError: the machines did not find all articles.
    """
    asked = sorted(set(decisions))
    spoken = tuple((code, language.code) for code, language in sorted(languages.items()))
    articles = articles_in(frames, shards, keys, spoken)
    standing = standing_in(frames, articles, spoken)
    owners = owners_of(standing)
    senses = senses_in(frames, articles, standing, told_apart(asked))
    members = senses.select(F.explode("sense.profiles").alias("profile"), "position")
    rulings = _rulings(asked, senses, owners, members)
    measure = Measure(spoken, names=senses.select(F.explode("sense.company")).distinct().count())
    matches = matches_of(frames, senses, measure)
    settled = settled_in(frames, senses, standing, matches, rulings, measure)
    parted = _parted(rulings, settled)
    known = {(one.document_id, one.chain_id): one for one in values_in(_known(standing, members, settled), Known)}
    whose = [one for profile in profiles if (one := known.get((profile.document_id, profile.chain_id)))]
    if missing := len(profiles) - len(whose):
        raise EngineError(f"has nothing of {missing} chains of articles: {UNSEEN}", where=shards.folder)
    former = _former(owners, members, senses, settled, _decided_reasons(rulings, senses))
    return Identification(
        profiles=tuple(typed(profile, one.type) for profile, one in zip(profiles, whose, strict=True)),
        ids=tuple(one.id for one in whose),
        doubtful_pairs=likeliest_first(values_in(doubts_of(matches, settled, parted), DoubtfulPair)),
        former_ids=tuple(sorted(values_in(former, FormerId), key=lambda one: one.id)),
        decisions=tuple(sorted(rulings.holding)),
    )


def _rulings(decisions: Sequence[Decision], senses: DataFrame, owners: DataFrame, members: DataFrame) -> Rulings:
    """Return what decisions say; to this process come the senses that their ids stand for."""
    ids = sorted(ids_in(decisions))
    if not ids:
        return Rulings((), (), {})
    owning = owners.where(F.col("own").isin(ids)).withColumnRenamed("position", "profile").join(members, "profile")
    called = senses.where(F.col("sense.id").isin(ids)).orderBy("position")
    return decided(
        decisions,
        places_of(
            ids,
            ((row.own, row.position) for row in owning.select("own", "position").collect()),
            ((row.id, row.position) for row in called.select("sense.id", "position").collect()),
        ),
    )


def _parted(rulings: Rulings, settled: DataFrame) -> frozenset[tuple[int, int]]:
    """Return the clusters that somebody decided are two; to this process come those of decisions."""
    positions = sorted({position for pair in rulings.apart for position in pair})
    found = settled.where(F.col("position").isin(positions)).select("position", "home").collect() if positions else ()
    homes = {row.position: row.home for row in found}
    return frozenset(homes_of(pair, homes.__getitem__) for pair in rulings.apart)


def _decided_reasons(rulings: Rulings, senses: DataFrame) -> Mapping[str, str]:
    positions = sorted({position for pair in rulings.holding.values() for position in pair})
    found = (
        senses.where(F.col("position").isin(positions)).select("position", "sense.id").collect() if positions else ()
    )
    names = {row.position: row.id for row in found}
    return decided_reasons(rulings.holding, names.__getitem__)


def _known(standing: DataFrame, members: DataFrame, settled: DataFrame) -> DataFrame:
    """Return who each chain of an article is."""
    chains = standing.select(F.col("position").alias("profile"), "profile.document_id", "profile.chain_id")
    found = chains.join(members, "profile").join(settled.select("position", "id", "type"), "position")
    return found.select("document_id", "chain_id", "id", "type")


def _former(
    owners: DataFrame, members: DataFrame, senses: DataFrame, settled: DataFrame, decided: Mapping[str, str]
) -> DataFrame:
    """Return what became of ids that are no entity's."""
    entities = members.join(settled.select("position", "id"), "position").select("profile", "id")
    owned = owners.withColumnRenamed("position", "profile").join(entities, "profile").select("own", "id").distinct()
    reasons = (
        senses.select("position", F.col("sense.id").alias("own"))
        .join(settled.where("reason IS NOT NULL").select("position", "reason", "bits", "one", "other"), "position")
        .groupBy("own")
        .agg(F.min_by("reason", F.struct(-F.col("bits"), "one", "other")).alias("reason"))
    )
    now = owned.select(F.col("id").alias("own")).distinct()
    gone = owned.join(now, "own", "left_anti").groupBy("own").agg(F.collect_list("id").alias("now"))
    return each(gone.join(reasons, "own", "left"), Formerly, partial(_formerly, decided=decided), FormerId)


def _formerly(gone: Iterable[Formerly], *, decided: Mapping[str, str]) -> Iterator[FormerId]:
    for one in gone:
        if not is_unnamed(one.own):
            yield former_id(one.own, one.now, decided.get(one.own, one.reason))
