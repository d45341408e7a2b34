"""The values that the stages hand to each other: the narrow waist of kg.

All are frozen and hashable, hold only other values, tuples, numbers and strings, and say nothing of spaCy or RDF:

    Document ─ parse ─> Parse (Word: how the words of one text hang together)
    Document, Parse ─ extract ─> Extraction (Mention, ActionMention, Claim, Relation ...: what one text says)
    Extraction... ─ resolve ─> Resolution (Entity, Action, Participation: what the corpus tells of the world)

`parse`, `article` and `corpus` hold the values of the three steps, `kinds` the enums.
"""

from kg.model.article import (
    ActionMention,
    Argument,
    Claim,
    Document,
    Extraction,
    Mention,
    Relation,
    Sentence,
    Span,
    TimeExpression,
)
from kg.model.corpus import (
    Action,
    Copy,
    Coreference,
    Decision,
    DoubtfulPair,
    Entity,
    FormerId,
    Function,
    Link,
    Participation,
    Resolution,
    Run,
    SameHappening,
)
from kg.model.kinds import (
    Certainty,
    CopyKind,
    Definiteness,
    Difference,
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
    Verdict,
)
from kg.model.parse import Parse, Word

__all__ = [
    "Action",
    "ActionMention",
    "Argument",
    "Certainty",
    "Claim",
    "Copy",
    "CopyKind",
    "Coreference",
    "Decision",
    "Definiteness",
    "Difference",
    "Document",
    "DoubtfulPair",
    "Entity",
    "EntityType",
    "Extraction",
    "FormerId",
    "Function",
    "Gender",
    "GrammaticalFunction",
    "Link",
    "Mention",
    "MentionKind",
    "Modality",
    "Number",
    "Parse",
    "Participation",
    "Polarity",
    "PronounClass",
    "QuoteKind",
    "Relation",
    "RelationKind",
    "Resolution",
    "Role",
    "Run",
    "SameHappening",
    "Sentence",
    "Span",
    "TimeExpression",
    "Verdict",
    "Word",
]
