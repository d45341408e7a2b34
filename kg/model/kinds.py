"""The closed lists of what things, mentions, actions and relations can be.

Every member of an enum has a term in ontology/kg.ttl.
"""

from enum import StrEnum


class _Kind(StrEnum):
    """A member is hashed as the string that it is: enums hash their name, which takes three times as long."""

    __hash__ = str.__hash__


class EntityType(_Kind):
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


class MentionKind(_Kind):
    """How a text refers to a thing: by its name, a common noun, a pronoun, or an adjective made from its name."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"


class Number(_Kind):
    """Grammatical number."""

    SINGULAR = "singular"
    PLURAL = "plural"


class Gender(_Kind):
    """Gender that a pronoun must agree with: `COMMON` is a de-word of unknown sex, `NEUTER` a het-word."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    COMMON = "common"
    NEUTER = "neuter"


class Definiteness(_Kind):
    """Whether a noun phrase points at something known (`de actie`, `deze actie`) or brings in something new."""

    DEFINITE = "definite"
    DEMONSTRATIVE = "demonstrative"
    INDEFINITE = "indefinite"


class PronounClass(_Kind):
    """Kinds of pronoun that refer to something in the text."""

    PERSONAL = "personal"
    POSSESSIVE = "possessive"
    DEMONSTRATIVE = "demonstrative"
    REFLEXIVE = "reflexive"
    RELATIVE = "relative"
    INDEFINITE = "indefinite"


class GrammaticalFunction(_Kind):
    """Place of a mention in its clause, as far as coreference needs to know it."""

    SUBJECT = "subject"
    OBJECT = "object"
    OBLIQUE = "oblique"
    MODIFIER = "modifier"
    OTHER = "other"


class Role(_Kind):
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


class Polarity(_Kind):
    """Whether the sentence says that it happened or that it did not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(_Kind):
    """How sure the one who tells it is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Modality(_Kind):
    """In which other way than as a fact an action is told; `ACTUAL` (the empty string) is told as a fact."""

    ACTUAL = ""
    FUTURE = "future"
    OBLIGATION = "obligation"
    PERMISSION = "permission"
    ABILITY = "ability"
    INTENTION = "intention"
    CONDITIONAL = "conditional"
    QUESTION = "question"


class QuoteKind(_Kind):
    """How somebody's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    PARTIAL = "partial"


class RelationKind(_Kind):
    """Lasting relations that a text states beside its actions."""

    FUNCTION = "function"
    MEMBER_OF = "member_of"
    PART_OF = "part_of"
    COUNTRY = "country"
    SAME_AS = "same_as"


class Difference(_Kind):
    """In what two tellings of one happening contradict each other."""

    POLARITY = "polarity"
    NUMBER = "number"
    AGENT = "agent"


class CopyKind(_Kind):
    """How the text of an article stands in an earlier one."""

    EXACT = "exact"
    EDITED = "edited"
    SHORTENED = "shortened"
    EXTENDED = "extended"
    PARTIAL = "partial"


class Verdict(_Kind):
    """What somebody decided of two things that may be one."""

    SAME = "same"
    DIFFERENT = "different"
