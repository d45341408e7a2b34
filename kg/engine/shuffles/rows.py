"""Rows of the tables in which who is who is worked out, beside the values of `kg.resolve` themselves."""

from dataclasses import dataclass

from kg.model import EntityType
from kg.resolve.identity.clusters import Join
from kg.resolve.identity.senses import Sense
from kg.resolve.profiles import Profile


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
