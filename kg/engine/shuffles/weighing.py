"""From senses to matches: the pairs that are worth comparing, and how likely each is one thing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - its usual name

from kg.engine.shuffles.frames import Frames, each, in_groups
from kg.engine.shuffles.languages import Spoken, rules_for
from kg.engine.shuffles.senses import Numbered
from kg.resolve.identity.blocking import (
    is_bearer,
    is_surname,
    keys,
    likeliest_bearers,
    neighbours,
    shared,
    surname_keys,
)
from kg.resolve.identity.senses import Sense
from kg.resolve.identity.weighing import Fit, Match, Scales, forms, scales_for


@dataclass(frozen=True, slots=True)
class FormOf:
    """A form that the name of a sense may be shortened to."""

    form: tuple[str, ...]
    position: int
    id: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class Fitting:
    """How many senses may be called by a form."""

    form: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Weighable:
    """A sense with what it is weighed with."""

    position: int
    sense: Sense
    fits: tuple[Fitting, ...]


@dataclass(frozen=True, slots=True)
class Keyed:
    """A sense that stands in a block."""

    key: tuple[str, ...]
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A surname alone, or a bearer of it, with a word that may tell who is meant."""

    key: tuple[str, ...]
    is_place: bool
    position: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Two senses that may be one."""

    one: int
    other: int
    rivals: int = 0


@dataclass(frozen=True, slots=True)
class Common:
    """How much a place of a surname alone and a bearer of it have in common."""

    one: int
    other: int
    count: int


@dataclass(frozen=True, slots=True)
class Weighing:
    """Two senses that are weighed."""

    one: Weighable
    other: Weighable
    rivals: int


@dataclass(frozen=True, slots=True)
class Measure:
    """What all senses of a corpus are weighed by."""

    spoken: Spoken
    names: int
    """How many names stand in the corpus beside others."""

    def scales(self, senses: Mapping[int, Sense], fits: Mapping[Fit, int]) -> Scales:
        """Return what some senses are weighed with, given how many others the forms of their names fit."""
        return scales_for(senses, rules_for(self.spoken).variants, fits, self.names)


def matches_of(frames: Frames, senses: DataFrame, measure: Measure) -> DataFrame:
    """Return how likely the pairs of senses that are worth comparing are one."""
    spoken = measure.spoken
    pairs = _neighbours(senses, spoken).union(_surnames(senses, spoken))
    weighable = _weighable(senses, spoken).select("position", F.struct("position", "sense", "fits").alias("weighable"))
    found = (
        pairs.join(weighable.toDF("one", "first"), "one")
        .join(weighable.toDF("other", "second"), "other")
        .select(F.col("first").alias("one"), F.col("second").alias("other"), "rivals")
    )
    return frames.kept(each(found, Weighing, partial(_matches, measure=measure), Match), "matches")


def _matches(weighings: Iterable[Weighing], *, measure: Measure) -> Iterator[Match]:
    for one in weighings:
        senses = {each.position: each.sense for each in (one.one, one.other)}
        fits = {fitting.form: fitting.count for each in (one.one, one.other) for fitting in each.fits}
        match = measure.scales(senses, fits).weigh(one.one.position, one.other.position, one.rivals)
        if match:
            yield match


def _weighable(senses: DataFrame, spoken: Spoken) -> DataFrame:
    """Return senses with how many others each form of their names fits."""
    found = each(senses, Numbered, partial(_forms, spoken=spoken), FormOf)
    counts = found.where("is_known").groupBy("form").agg(F.countDistinct("id").alias("count"))
    fits = found.join(counts, "form").groupBy("position").agg(F.collect_list(F.struct("form", "count")).alias("fits"))
    return senses.join(fits, "position", "left").withColumn("fits", F.coalesce("fits", F.array()))


def _forms(senses: Iterable[Numbered], *, spoken: Spoken) -> Iterator[FormOf]:
    variants = rules_for(spoken).variants
    for one in senses:
        for form in forms(one.sense, variants) if one.sense.name else ():
            yield FormOf(form, one.position, one.sense.id, one.sense.is_known_by_name)


def _neighbours(senses: DataFrame, spoken: Spoken) -> DataFrame:
    """Return pairs of senses that stand near each other in a block."""
    blocks = each(senses, Numbered, partial(_keyed, spoken=spoken), Keyed)
    return in_groups(blocks, Keyed, _near, Compared, by=("key",), key=lambda one: one.key).distinct()


def _keyed(senses: Iterable[Numbered], *, spoken: Spoken) -> Iterator[Keyed]:
    variants = rules_for(spoken).variants
    for one in senses:
        yield from (Keyed(key, one.sense.name, one.position) for key in keys(one.sense, variants))


def _near(block: Sequence[Keyed]) -> Iterator[Compared]:
    yield from (Compared(one, other) for one, other in neighbours((row.name, row.position) for row in block))


def _surnames(senses: DataFrame, spoken: Spoken) -> DataFrame:
    """Return places of a surname alone with its likeliest bearers."""
    asked = each(senses, Numbered, partial(_asked, spoken=spoken), Asked)
    met = in_groups(asked, Asked, _met, Compared, by=("key",), key=lambda one: one.key)
    common = met.groupBy("one", "other").count()
    return in_groups(common, Common, _likeliest, Compared, by=("one",), key=lambda one: one.one)


def _asked(senses: Iterable[Numbered], *, spoken: Spoken) -> Iterator[Asked]:
    variants = rules_for(spoken).variants
    for one in senses:
        is_place = is_surname(one.sense, variants)
        for key in surname_keys(one.sense, variants) if is_place or is_bearer(one.sense) else ():
            yield Asked(key, is_place, one.position)


def _met(asked: Sequence[Asked]) -> Iterator[Compared]:
    places = [one.position for one in asked if one.is_place]
    bearers = [one.position for one in asked if not one.is_place]
    yield from (Compared(place, bearer) for place, bearer in shared(places, bearers))


def _likeliest(common: Sequence[Common]) -> Iterator[Compared]:
    counts = {one.other: one.count for one in common}
    for (one, other), rivals in likeliest_bearers(common[0].one, counts):
        yield Compared(one, other, rivals)
