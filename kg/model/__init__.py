"""The values that the stages hand to each other: the narrow waist of kg.

All are frozen and hashable, hold only other values, tuples, numbers and strings, and say nothing of spaCy or RDF:

    Document ─ extract ─> Extraction (Mention, ActionMention, Claim, TimeExpression, Relation: what one text says)
    Extraction... ─ resolve ─> Resolution (Entity, Action, Participation: what the corpus tells of the world)

`article` and `corpus` hold the values of the two steps, `kinds` their enums.
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
    Coreference,
    Entity,
    Function,
    Link,
    Participation,
    Resolution,
    Run,
    SameHappening,
)
from kg.model.kinds import (
    Certainty,
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
)

__all__ = [
    "Action",
    "ActionMention",
    "Argument",
    "Certainty",
    "Claim",
    "Coreference",
    "Definiteness",
    "Difference",
    "Document",
    "Entity",
    "EntityType",
    "Extraction",
    "Function",
    "Gender",
    "GrammaticalFunction",
    "Link",
    "Mention",
    "MentionKind",
    "Modality",
    "Number",
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
]
