"""What all articles together tell of the world."""

from dataclasses import dataclass

from kg.model.article import (
    ActionMention,
    Extraction,
    Mention,
)
from kg.model.kinds import (
    Difference,
    EntityType,
    Role,
)


@dataclass(frozen=True, slots=True)
class Link:
    """An outside identifier of an entity."""

    iri: str
    confidence: float
    """0 to 1."""
    reason: str


@dataclass(frozen=True, slots=True)
class Function:
    """What somebody or something is, and where: `topman` of Facebook."""

    value: str
    organisation_id: str = ""
    """Entity id, or empty if the text names none."""


@dataclass(frozen=True, slots=True)
class Coreference:
    """Why one mention was taken to refer to the same thing as an earlier one."""

    mention: Mention
    antecedent: Mention
    reason: str
    """Name of the rule: `same name`, `surname`, `acronym`, `apposition`, `hypernym`, `personal pronoun` ..."""
    confidence: float = 1.0
    """0 to 1: share of the rule's links that were right in annotated text."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing in the world."""

    id: str
    """`{kind}/{slug}-{hash}`, e.g. `person/kim-kardashian-3f9ac2d1`; groups hang under their document."""
    type: EntityType
    label: str
    """Its fullest name in the corpus."""
    aliases: tuple[str, ...]
    """Other names, sorted."""
    mentions: tuple[Mention, ...]
    """Every place that refers to it, by document and position."""
    functions: tuple[Function, ...] = ()
    member_of: tuple[str, ...] = ()
    """Ids of groups and organisations, sorted."""
    part_of: tuple[str, ...] = ()
    """Ids of the wholes that it is a part of, sorted: the company of a plant, the town of a quarter."""
    countries: tuple[str, ...] = ()
    """Ids of the countries that it is said to be of (`de Zwitserse bank`), sorted."""
    members_complete: bool = False
    """For a group: its members are all known (`A en B`)."""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """A participant of an action: an entity, or only the words for something that is none."""

    action_id: str
    role: Role
    mention: Mention
    entity_id: str = ""
    """Empty where the filler is no entity (`13.000 banen`): then `mention.text` is all that is known."""
    understood: bool = False
    preposition: str = ""
    """As in `Argument`."""


@dataclass(frozen=True, slots=True)
class Action:
    """One happening in the world, with every place that tells of it."""

    id: str
    """`{document id}#action={start},{end}` of its first mention."""
    mentions: tuple[ActionMention, ...]
    """At least one; more where the same text stands in several articles. All agree in predicate and factuality."""
    claimant_id: str = ""
    """Entity id of the one who says so; empty where the text itself does."""

    @property
    def first(self) -> ActionMention:
        """The mention that gives the action its id and its evidence."""
        return self.mentions[0]


@dataclass(frozen=True, slots=True)
class SameHappening:
    """Two actions that tell of one happening in different words: the headline and its lead, or two newspapers.

    They stay two actions, since they may differ in what they tell; the pair is unordered, told from the earlier one.
    """

    action_id: str
    other_id: str
    reason: str
    """What they agree in, in words: `same verb, agent and patient; headline and lead`."""
    confidence: float
    """0 to 1."""
    differences: tuple[Difference, ...] = ()
    """In what the two contradict each other, in the order of the enum."""


@dataclass(frozen=True, slots=True)
class Run:
    """What made a graph: named by version and configuration, never by clock, so that it is the same each time."""

    version: str
    """Version of kg."""
    pipeline: str
    """Name and version of the spaCy pipeline, e.g. `nl_kg_news 0.1.0`."""
    settings: tuple[tuple[str, str], ...] = ()
    """Options that change what comes out, sorted by name."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities, actions and participations of the corpus."""

    extractions: tuple[Extraction, ...]
    """What it was made of, by document id."""
    entities: tuple[Entity, ...]
    """By id."""
    actions: tuple[Action, ...]
    """By document and position."""
    participations: tuple[Participation, ...]
    """By action, then position."""
    coreferences: tuple[Coreference, ...]
    same_happenings: tuple[SameHappening, ...] = ()
    """Pairs of actions that tell of one happening, by the place of the first and then of the other."""
