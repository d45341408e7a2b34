"""What all articles together tell of the world."""

from dataclasses import dataclass

from kg.model.article import (
    ActionMention,
    Extraction,
    Mention,
)
from kg.model.kinds import (
    CopyKind,
    Difference,
    EntityType,
    Role,
    Verdict,
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
    """At least one; more where the same text, or a copy with a small edit, stands in several articles. All agree in
    predicate and factuality."""
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
class Copy:
    """An article with text that stands in an earlier one too."""

    document_id: str
    original_id: str
    """The earlier published of the two, else the one that credits an agency, else the first by id."""
    kind: CopyKind
    share: float
    """Part of the words of the copy that stand in the original in the same or edited sentences, 0 to 1; what stands in
    many articles that share nothing else (`Lees ook`, copyright) is not counted."""
    sentences: tuple[tuple[int, int], ...]
    """Indexes of such sentences of the copy, each with that of the original, in the order of the copy."""
    is_one_source: bool
    """The two are one source: most of the copy stands in the original, or both credit one agency."""


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What somebody decided of two entities."""

    verdict: Verdict
    one: str
    other: str
    """Ids, as any build of the corpus or a part of it gave them."""
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two entities that may be one, which a person should look at."""

    one: str
    other: str
    """Entity ids."""
    likelihood: float
    """0 to 1: how likely they are one."""
    reasons: tuple[str, ...]
    """What speaks for it and against it, in words."""


@dataclass(frozen=True, slots=True)
class FormerId:
    """An id that an entity has in a part of the corpus, or would have by one of its names alone."""

    id: str
    now: tuple[str, ...]
    """Entity ids, sorted: one that it was merged into, or several that it was split into."""
    reason: str
    """Why, in words."""


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
    copies: tuple[Copy, ...] = ()
    """By document, then by share, the largest first."""
    doubtful_pairs: tuple[DoubtfulPair, ...] = ()
    """Pairs of entities that may be one, the likeliest first."""
    former_ids: tuple[FormerId, ...] = ()
    """By id; none of them is the id of an entity."""
    decisions: tuple[Decision, ...] = ()
    """Those that were applied, sorted; of entities of this corpus."""
