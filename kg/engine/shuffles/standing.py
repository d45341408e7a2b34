"""From shards to profiles: what articles tell of whom, and of which type all of them together take each to be."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - its usual name

from kg.engine.shuffles.frames import Frames, each
from kg.engine.shuffles.languages import Spoken, rules_for, within_for
from kg.engine.writing import Kept
from kg.model import EntityType
from kg.resolve.identity import typed
from kg.resolve.identity.former import ids_of, tells
from kg.resolve.identity.rules import Rules
from kg.resolve.identity.senses import first_mention, is_crowd
from kg.resolve.kinds import company_names, has_say, settled
from kg.resolve.profiles import Profile
from kg.work.shards import Shards

_PARTS_A_CORE = 4
"""Into which the shards are shared out, so that no core is long without work."""


@dataclass(frozen=True, slots=True)
class Vote:
    """An article gives a name a type."""

    name: str
    type: EntityType


@dataclass(frozen=True, slots=True)
class Article:
    """What one article tells of whom."""

    document_id: str
    company: frozenset[str]
    """All names in it."""
    is_crowd: bool
    companies: frozenset[str]
    """Names that it shows to be of companies."""
    votes: tuple[Vote, ...]
    profiles: tuple[Profile, ...]
    """Without company, and with no more mentions than an id needs."""


@dataclass(frozen=True, slots=True)
class TypeCount:
    """How many articles give a name a type."""

    type: EntityType
    count: int


@dataclass(frozen=True, slots=True)
class Untyped:
    """A profile, and what all articles say of the type of its name."""

    position: int
    profile: Profile
    types: tuple[TypeCount, ...]
    is_company: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A profile as it is compared with those of other articles."""

    position: int
    """Stands for the profile in all tables."""
    before: EntityType
    """The type that its article gives it."""
    profile: Profile
    is_known: bool
    is_person: bool
    """Its article or its corpus takes it for a person."""
    tells: bool
    """It is one whose functions may tell namesakes apart."""


@dataclass(frozen=True, slots=True)
class Owning:
    """A profile, and what all articles tell of its name."""

    position: int
    before: EntityType
    profile: Profile
    has_namesakes: bool
    is_persons: bool


@dataclass(frozen=True, slots=True)
class Owner:
    """A profile that may have an id."""

    own: str
    position: int


def articles_in(frames: Frames, shards: Shards, keys: Collection[str], spoken: Spoken) -> DataFrame:
    """Return what each article tells of whom; those who do the work read the shards."""
    kept = [Kept(path.name, tuple(some)) for path, some in shards.kept(keys).items()]
    most = _PARTS_A_CORE * frames.session.sparkContext.defaultParallelism
    shelves = frames.of(kept, Kept).repartition(min(len(kept), most))
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
