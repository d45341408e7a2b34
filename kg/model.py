"""The values that the stages hand to each other: the narrow waist of kg.

All are frozen and hashable, hold only other values, tuples, numbers and strings, and say nothing of spaCy or RDF:

    Document ─ extract ─> Extraction (Mention, ActionMention, Claim, TimeExpression, Relation: what one text says)
    Extraction... ─ resolve ─> Resolution (Entity, Action, Participation: what the corpus tells of the world)

Offsets are half-open and count code points of `Document.text`. Every member of an enum has a term in ontology/kg.ttl.
"""

from dataclasses import dataclass
from enum import StrEnum


class EntityType(StrEnum):
    """What a thing in the world is."""

    PERSON = "Person"
    ORGANISATION = "Organisation"
    PLACE = "Place"
    GROUP = "Group"
    PRODUCT = "Product"
    WORK = "Work"
    NAMED_EVENT = "NamedEvent"
    CAMPAIGN = "Campaign"
    LAW = "Law"
    OTHER = "Other"


class MentionKind(StrEnum):
    """How a text refers to a thing: by its name, by a common noun, or by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Number(StrEnum):
    """Grammatical number."""

    SINGULAR = "singular"
    PLURAL = "plural"


class Gender(StrEnum):
    """Gender that a pronoun must agree with: `COMMON` is a de-word of unknown sex, `NEUTER` a het-word."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    COMMON = "common"
    NEUTER = "neuter"


class Definiteness(StrEnum):
    """Whether a noun phrase points at something known (`de actie`, `deze actie`) or brings in something new."""

    DEFINITE = "definite"
    DEMONSTRATIVE = "demonstrative"
    INDEFINITE = "indefinite"


class PronounClass(StrEnum):
    """Kinds of pronoun that refer to something in the text."""

    PERSONAL = "personal"
    POSSESSIVE = "possessive"
    DEMONSTRATIVE = "demonstrative"
    REFLEXIVE = "reflexive"
    RELATIVE = "relative"
    INDEFINITE = "indefinite"


class GrammaticalFunction(StrEnum):
    """Place of a mention in its clause, as far as coreference needs to know it."""

    SUBJECT = "subject"
    OBJECT = "object"
    OBLIQUE = "oblique"
    MODIFIER = "modifier"
    OTHER = "other"


class Role(StrEnum):
    """Part that a participant plays in an action."""

    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    COMPANION = "companion"
    THEME = "theme"
    TOPIC = "topic"
    INSTRUMENT = "instrument"
    CAUSE = "cause"
    PLACE = "place"
    ORIGIN = "origin"
    DESTINATION = "destination"
    TIME = "time"


class Polarity(StrEnum):
    """Whether the sentence says that it happened or that it did not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How sure the one who tells it is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Modality(StrEnum):
    """In which other way than as a fact an action is told; `ACTUAL` (the empty string) is told as a fact."""

    ACTUAL = ""
    FUTURE = "future"
    OBLIGATION = "obligation"
    PERMISSION = "permission"
    ABILITY = "ability"
    INTENTION = "intention"
    CONDITIONAL = "conditional"
    QUESTION = "question"


class QuoteKind(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    PARTIAL = "partial"


class RelationKind(StrEnum):
    """Lasting relations that a text states beside its actions."""

    FUNCTION = "function"
    MEMBER_OF = "member_of"
    PART_OF = "part_of"
    SAME_AS = "same_as"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: `start` included, `end` excluded, in code points of `Document.text`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies within this span; every span contains itself."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read."""

    id: str
    """Unique in a build: the file's path below the folder given, without its ending, or the record's own id."""
    text: str
    """All text as given, header lines included: offsets of everything else point into it."""
    title: str = ""
    published: str = ""
    """EDTF date: `2020-09-16`, `2020-09`, `2020`; empty if the article does not say."""
    source: str = ""
    """Newspaper, site or agency."""
    author: str = ""
    url: str = ""
    language: str = "nl"
    body: Span | None = None
    """Part of `text` that is news (title included, header lines left out); None is all of it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document."""

    index: int
    """Position in `Extraction.sentences`, from 0."""
    span: Span
    repeats: int | None = None
    """Index of the earlier sentence of the same document with the same words: such a sentence gives no mentions or
    actions of its own, it is a second place for those of the first."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that refers to a thing."""

    document_id: str
    span: Span
    """Whole noun phrase without relative clause; a name without article, title or function."""
    text: str
    head: Span
    """The head word."""
    head_lemma: str
    kind: MentionKind
    type: EntityType | None = None
    """None: a pronoun, or a noun that is no person, organisation, place or other kind of entity (`13.000 banen`)."""
    label: str = ""
    """Label of the name recogniser (GPE, LOC, FAC ...), empty for nominals and pronouns."""
    number: Number | None = None
    gender: Gender | None = None
    definiteness: Definiteness | None = None
    pronoun: PronounClass | None = None
    function: GrammaticalFunction = GrammaticalFunction.OTHER
    sentence: int = 0
    """Index of its sentence in `Extraction.sentences`."""
    clause: int = 0
    """Start offset of the verb that heads its clause: two mentions of one clause have the same."""
    modifiers: frozenset[str] = frozenset()
    """Lemmas of adjectives, numerals and other content words of the phrase beside the head."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A mention in a role of an action mention."""

    role: Role
    mention: Mention
    understood: bool = False
    """Filled in from another clause (subject of an infinitive or conjunct), not said beside the verb itself."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time that a text names."""

    span: Span
    text: str
    value: str | None
    """EDTF / ISO 8601 (`2020-09-16`, `2020-06`, `2007`, `PT24H`, `T20:30`,
    `R/P1Y`); None where the text is too vague for a value."""
    start: str | None = None
    """First day, `YYYY-MM-DD`, of the period; None for durations and vague times."""
    end: str | None = None
    """Last day of the period, included."""
    anchor: str = ""
    """EDTF date that a relative expression was worked out from; empty for an absolute one."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's words or view, as a text gives them; what they say is not asserted by the text itself."""

    document_id: str
    claimant: Mention
    content: Span
    """Exact place of what is claimed, quote marks left out."""
    cue: Span | None
    """The verb, noun or preposition that attributes it (`zegt`, `volgens`); None for a bare `X: "..."`."""
    kind: QuoteKind
    addressee: Mention | None = None
    denied: bool = False
    """The claimant says that the content is not so (`ontkent dat`)."""
    within: Span | None = None
    """`content` of the claim in which this one is told, if any: claims nest."""


_PLANS = frozenset({Modality.FUTURE, Modality.INTENTION, Modality.OBLIGATION, Modality.PERMISSION, Modality.ABILITY})


@dataclass(frozen=True, slots=True)
class ActionMention:
    """A happening, act or statement that one place of a text tells of."""

    document_id: str
    trigger: tuple[Span, ...]
    """The verb or action noun; a second span for a particle or light verb that stands apart. In text order of weight:
    the first is the verb form (or noun) itself."""
    predicate: str
    """Infinitive with its particle: `terugtrekken`, `aankondigen`, `ontmoeten`."""
    arguments: tuple[Argument, ...]
    """In text order."""
    sentence: int
    """Index of its sentence in `Extraction.sentences`."""
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    modality: Modality = Modality.ACTUAL
    times: tuple[TimeExpression, ...] = ()
    claim: Claim | None = None
    """The innermost claim that this is part of the content of; None where the text itself tells it."""
    is_speech: bool = False
    """A statement: its verb reports somebody's words or view."""
    confidence: float = 1.0
    """0 to 1: product of the certainty of the rules that found it, see `kg.extract`."""

    @property
    def claimant(self) -> Mention | None:
        """The one who says so, or None where the text itself does."""
        return self.claim.claimant if self.claim else None

    @property
    def is_fact(self) -> bool:
        """Tell whether the text itself says that this happened: positive, certain, not modal, nobody's claim."""
        return (
            self.polarity is Polarity.POSITIVE
            and self.certainty is Certainty.CERTAIN
            and self.modality is Modality.ACTUAL
            and self.claim is None
        )

    @property
    def standing(self) -> str:
        """Return how the text stands to what it tells: `fact`, `claim`, `plan`, `doubt`, `negation`, `denial`.

        What somebody says is a claim, even that something did not happen or is planned; what somebody says is not so
        is a denial. A negation is the text's own word that something did not happen.
        """
        if self.claim is not None:
            return "denial" if self.claim.denied else "claim"
        if self.polarity is Polarity.NEGATIVE:
            return "negation"
        if self.modality in _PLANS:
            return "plan"
        return "fact" if self.is_fact else "doubt"


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting relation between two mentions, or between a mention and a word for what it is."""

    kind: RelationKind
    mention: Mention
    """The one with the function, the member, the part, or the one of two names."""
    target: Mention | None = None
    """The organisation of the function, the group, the whole, or the other name."""
    value: str = ""
    """For FUNCTION, the words for it: `topman`, `chief investment officer`."""
    is_complete: bool = False
    """For MEMBER_OF: the text names all members (`A en B`), not some (`onder wie A`)."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says, before anyone is identified; all in text order."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    """Everything that an entity may come of: names, nominals of entity type, pronouns."""
    actions: tuple[ActionMention, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    times: tuple[TimeExpression, ...]


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
    """Name of the rule: `same name`, `surname`, `acronym`, `pronoun`, `definite nominal`, `apposition` ..."""


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
