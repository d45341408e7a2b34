"""The closed lists of what things, mentions, actions and relations can be.

Every member of an enum has a term in ontology/kg.ttl.
"""

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
    """How a text refers to a thing: by its name, a common noun, a pronoun, or an adjective made from its name."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"


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
    COUNTRY = "country"
    SAME_AS = "same_as"


class Difference(StrEnum):
    """In what two tellings of one happening contradict each other."""

    POLARITY = "polarity"
    NUMBER = "number"
    AGENT = "agent"


class CopyKind(StrEnum):
    """How the text of an article stands in an earlier one."""

    EXACT = "exact"
    EDITED = "edited"
    SHORTENED = "shortened"
    EXTENDED = "extended"
    PARTIAL = "partial"


class Verdict(StrEnum):
    """What somebody decided of two things that may be one."""

    SAME = "same"
    DIFFERENT = "different"
