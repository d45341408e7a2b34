"""What one article says, before anyone is identified.

Offsets are half-open and count code points of `Document.text`.
"""

from dataclasses import dataclass
from typing import NamedTuple

from kg.model.kinds import (
    Certainty,
    Definiteness,
    EntityType,
    Gender,
    GrammaticalFunction,
    MentionKind,
    Modality,
    Number,
    Polarity,
    PronounClass,
    QuoteKind,
    RelationKind,
    Role,
)


class Span(NamedTuple):
    """A stretch of text: `start` included, `end` excluded, in code points of `Document.text`.

    No dataclass: articles have more spans than anything else, and tuples are made, compared and hashed much faster.
    """

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
    section: str = ""
    """Part of the paper, feed or site that it stood in, as that calls it: `Economie`."""
    licence: str = ""
    """Terms of use: the address of a licence, or the line about copyright as it is printed."""
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
    preposition: str = ""
    """The preposition that introduces it, in lower case, where the verb or noun governs it (`stemmen tegen X`)."""


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
    told_before: bool = False
    """The content is what the sentence before the cue tells (`Dat zegt X`, `X ontkent dat`); others may tell it too."""


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
    denials: tuple[Claim, ...] = ()
    """Claims of others, told afterwards, that it is not so (`X ontkent dat`); whoever told it still does."""
    is_speech: bool = False
    """A statement: its verb reports somebody's words or view."""
    confidence: float = 1.0
    """0 to 1: how likely its verb, agents and patients are what the text says, see `kg.extract.actions.confidence`."""

    @property
    def claimant(self) -> Mention | None:
        """The one who says so, or None where the text itself does."""
        return self.claim.claimant if self.claim else None

    @property
    def is_fact(self) -> bool:
        """Tell whether the text itself says that this happened, and nobody denies it: positive, certain, not modal."""
        return (
            self.polarity is Polarity.POSITIVE
            and not self.denials
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
    """The organisation of the function, the group, the whole, the country, or the other name."""
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
