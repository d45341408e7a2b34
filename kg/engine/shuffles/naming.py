"""From shards to senses: what articles tell of whom, what all of them tell of names, and who bears each."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - its usual name

from kg.engine.shuffles.frames import Frames, each, in_groups
from kg.engine.shuffles.languages import Spoken, rules_for, within_for
from kg.engine.shuffles.rows import (
    Article,
    NameCount,
    Owner,
    Owning,
    Placed,
    Rarity,
    Sensed,
    Standing,
    Untyped,
    Vote,
)
from kg.engine.writing import Kept
from kg.model import EntityType
from kg.resolve.identity import typed
from kg.resolve.identity.former import ids_of, tells
from kg.resolve.identity.namesakes import Apart
from kg.resolve.identity.rules import Rules
from kg.resolve.identity.senses import Names, first_mention, is_crowd, is_rare, senses_of
from kg.resolve.kinds import company_names, has_say, settled
from kg.resolve.profiles import Profile
from kg.work.shards import Shards


def articles_in(frames: Frames, shards: Shards, keys: Collection[str], spoken: Spoken) -> DataFrame:
    """Return what each article tells of whom; those who do the work read the shards."""
    kept = [Kept(path.name, tuple(some)) for path, some in shards.kept(keys).items()]
    cores = frames.session.sparkContext.defaultParallelism
    shelves = frames.of(kept, Kept).repartition(min(len(kept), 4 * cores))
    return frames.kept(each(shelves, Kept, partial(_articles, shards=shards, spoken=spoken), Article), "articles")


def _articles(kept: Iterable[Kept], *, shards: Shards, spoken: Spoken) -> Iterator[Article]:
    alone, rules = within_for(spoken), rules_for(spoken)
    for one in kept:
        for extraction in shards.read_from({one.shard: one.keys}):
            if told := tuple(alone.profiles(alone.discourse(extraction))):
                yield _article(told, rules)


def _article(told: Sequence[Profile], rules: Rules) -> Article:
    company = told[0].company
    return Article(
        document_id=told[0].document_id,
        company=company,
        is_crowd=is_crowd(company),
        companies=frozenset(name for one in told for name in company_names(one, rules.coreference[one.language])),
        votes=tuple(Vote(one.name, one.type) for one in told if has_say(one)),
        profiles=tuple(map(_slim, told)),
    )


def _slim(profile: Profile) -> Profile:
    mentions = () if profile.name else (first_mention(profile),)
    return replace(profile, mentions=mentions, company=frozenset())


def standing_in(frames: Frames, articles: DataFrame, spoken: Spoken) -> DataFrame:
    """Return the profiles of articles, with the types that all articles together give them."""
    votes = articles.select(F.explode("votes").alias("vote")).groupBy("vote.name", "vote.type").count()
    types = votes.groupBy("name").agg(F.collect_list(F.struct("type", "count")).alias("types"))
    companies = articles.select(F.explode("companies").alias("name")).distinct()
    profiles = articles.select(F.explode("profiles").alias("profile")).select(
        F.monotonically_increasing_id().alias("position"), "profile", F.col("profile.name").alias("name")
    )
    untyped = (
        profiles.join(types, "name", "left")
        .join(companies.withColumn("is_company", F.lit(True)), "name", "left")
        .withColumn("types", F.coalesce("types", F.array()))
        .withColumn("is_company", F.coalesce("is_company", F.lit(False)))
    )
    return frames.kept(each(untyped, Untyped, partial(_standing, spoken=spoken), Standing), "standing")


def _standing(untyped: Iterable[Untyped], *, spoken: Spoken) -> Iterator[Standing]:
    rules = rules_for(spoken)
    for one in untyped:
        types = Counter({each.type: each.count for each in one.types})
        last = rules.comparable(settled(one.profile, types, is_company=one.is_company))
        both = typed(last, one.profile.type), last
        yield Standing(
            position=one.position,
            before=one.profile.type,
            profile=last,
            is_known=last.is_known_by_name,
            is_person=any(profile.type is EntityType.PERSON for profile in both),
            tells=any(map(tells, both)),
        )


def owners_of(standing: DataFrame) -> DataFrame:
    """Return the ids that each profile with a name may have in a part of the corpus."""
    named = standing.withColumn("name", F.col("profile.name")).where("name != ''")
    told = F.when(F.col("tells"), F.struct("profile.functions", "profile.posts"))
    facts = named.groupBy("name").agg(
        (F.countDistinct(told) > 1).alias("has_namesakes"), F.max("is_person").alias("is_persons")
    )
    return each(named.join(facts, "name"), Owning, _owners, Owner)


def _owners(owning: Iterable[Owning]) -> Iterator[Owner]:
    for one in owning:
        both = typed(one.profile, one.before), one.profile
        ids = ids_of(both, has_namesakes=one.has_namesakes, is_persons=one.is_persons)
        yield from (Owner(own, one.position) for own in sorted(ids))


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
