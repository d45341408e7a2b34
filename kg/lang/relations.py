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
    example_markers: tuple[str, ...]
    """Those that may end a clause and name examples of its subject or object: `Veel bedrijven doen mee, zoals A`."""
    fillers: frozenset[str]
    """Words that may stand beside a marker: `ook`, `dus`."""
    one_of: tuple[str, ...]
    """Phrases before the group that somebody is one of: `één van`."""
    partitive: frozenset[str]
    """Prepositions between some of a group and the group: `twee van hen`, `leden van de bond`."""
    several: frozenset[str]
    """Pronouns for several, of whom some can be told apart: `hen`."""
    among: frozenset[str]
    """Prepositions before a group that the subject of the clause is counted to: `Onder de gewonden zijn`."""
    being: frozenset[str]
    """Lemmas of verbs beside such a phrase: `zich bevinden`."""
    members: frozenset[str]
    """Nouns for a member: `lid`."""
    having: frozenset[str]
    """Lemmas of verbs by which a body has members: `tellen`."""
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
