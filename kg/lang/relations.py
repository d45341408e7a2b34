"""Words that tell of lasting relations: functions, members, parts, other names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RelationRules:
    """Words that tell of lasting relations; all lower case, phrases as words with a blank between them."""

    becoming: frozenset[str]
    """Lemmas of verbs with a function as predicate: `worden`, `blijven`."""
    succeeding: frozenset[str]
    """Lemmas of verbs whose subject gets the function that the object had: `opvolgen`."""
    as_function: frozenset[str]
    """Prepositions before a function: `als voorzitter`, `tot voorzitter`."""
    member_markers: tuple[str, ...]
    """Phrases between a group and some of its members, the longest first: `onder wie`, `waaronder`."""
    loose_markers: tuple[str, ...]
    """Those of them that may stand apart from their group, even open the next sentence: `zo ook`."""
    fillers: frozenset[str]
    """Words that may stand beside a marker: `ook`, `dus`."""
    one_of: tuple[str, ...]
    """Phrases before the group that somebody is one of: `één van`."""
    members: frozenset[str]
    """Nouns for a member: `lid`."""
    parts: frozenset[str]
    """Nouns for a part of an organisation: `onderdeel`, `dochterbedrijf`."""
    wholes: frozenset[str]
    """Nouns for the organisation that another one is part of: `moederbedrijf`."""
    also_known: tuple[str, ...]
    """Phrases between a name and another name of the same: `ook bekend als`."""
    former: frozenset[str]
    """Adjectives for what something no longer is: `voormalig`."""
    stances: frozenset[str]
    """First parts of adjectives that say how one stands to a country: `pro-Russisch`."""
