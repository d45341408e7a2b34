"""Which words are actions, and which part their complements play in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.errors import LanguageError
from kg.lang.table import read_entries, read_rows
from kg.model import Role


@dataclass(frozen=True, slots=True, eq=False)
class ActionRules:
    """Words of a language that decide what is an action and who takes part in it.

    They alone are equal to themselves, so that what is made of them is made once.
    """

    copulas: frozenset[str]
    """Verbs of being: what they say is a state, never an action."""
    being: str
    """The infinitive of the plain copula (`zijn`)."""
    state_denials: frozenset[str]
    """Verbs by which somebody says that a state is not so (`ontkent dat hij ziek is`); it counts as an action."""
    linking_verbs: frozenset[str]
    """Verbs that are a copula if an adjective or noun goes with them, and an action otherwise (`lijken`, `heten`)."""
    semi_auxiliaries: frozenset[str]
    """Verbs that with an infinitive only tell how it is the case (`willen`, `gaan`): the infinitive is the action."""
    idle_verbs: frozenset[str]
    """Verbs of no content of their own that are never an action (`zullen`, wrongly read as a main verb)."""
    joint_verbs: frozenset[str]
    """Verbs that without an object say that their subject does it too (`hielp zakken te vullen`)."""
    object_verbs: frozenset[str]
    """Verbs that are an action only if they have an object (`willen`)."""
    sentence_phrases: frozenset[str]
    """Fixed phrases that belong to no predicate even where they stand as its particle (`van plan`)."""
    light_verbs: Mapping[str, str]
    """`noun verb` -> the verb that says the same: `ontmoeting hebben` -> `ontmoeten`."""
    idioms: frozenset[str]
    """Fixed expressions of a phrase with a verb, as an infinitive (`in staat stellen`): one predicate."""
    judging: frozenset[str]
    """Verbs that take a judgement, never a particle that is no preposition (`noemt de zege terecht`)."""
    separable: frozenset[str]
    """Particles that stand apart from their verb (`aan`, `terug`): written together with it in the infinitive."""
    adjective_verbs: frozenset[str]
    """Infinitives whose particle is an adjective (`vrijspreken`), which may be taken for one beside the verb."""
    homographs: Mapping[str, str]
    """Past form that is an inflected adjective too (`bekende`) -> its infinitive."""
    participles: Mapping[str, str]
    """Strong participle that is taken for that of a rarer verb (`gelogen`) -> its infinitive."""
    participle_prefix: str
    """What regular participles begin with behind their particle (`ge`); empty if nothing."""
    particle_last: frozenset[str]
    """Verbs that precede what makes one predicate with them (`laten zien`)."""
    particles_behind: bool
    """Every particle and fixed phrase stands behind its verb (`take over`, `take into account`)."""
    object_control: frozenset[str]
    """Verbs whose object or recipient does what their infinitive says (`X dwingt Y te gaan`: Y goes)."""
    causatives: frozenset[str]
    """Those of the above with an infinitive without `te` (`zag X komen`): with `te`, or without an object, it is their
    subject who does it (`laat onderzoek doen`)."""
    unaccusatives: frozenset[str]
    """Verbs with `zijn` whose past participle tells of its subject, not its object (`de gevallen regering`)."""
    intransitives: frozenset[str]
    """Other verbs that take no object: what is labelled so can only be their subject."""
    additive: frozenset[str]
    """Conjunctions that make a plural of two singulars (`en`)."""
    agentive: frozenset[str]
    """Verbs with an object whose subject is a person, organisation or group (`afwijzen`)."""
    of_things: frozenset[str]
    """Verbs whose object is never a person, organisation or group, so that one beside a thing is the subject."""
    dative: frozenset[str]
    """Verbs that may have an indirect object and no object (`het lukte haar`)."""
    giving: frozenset[str]
    """Verbs with a recipient after `aan`, a place too (`verkopen aan Bremen`)."""
    giving_prepositions: frozenset[str]
    """Prepositions before the recipient of these verbs."""
    asking: Mapping[str, str]
    """Verb -> preposition of what it asks the recipient for (`vragen om`)."""
    passive_auxiliaries: frozenset[str]
    """Auxiliaries that make a clause passive, whatever its label (`worden`)."""
    active_auxiliaries: frozenset[str]
    """Auxiliaries that no passive clause has (`hebben`)."""
    sharing_prepositions: frozenset[str]
    """Prepositions before an action noun that is done by the subject of its clause (`bij de overname van X`)."""
    infinitive_marker: str
    """The word before an infinitive (`te`)."""
    present_participle: str
    """What follows the infinitive in a present participle (`groeien-d`)."""
    relative_pronouns: frozenset[str]
    """Pronouns that stand for the noun before their clause."""
    relative_adverbs: Mapping[str, Role]
    """Adverbs that stand for the noun before their clause in a role (`waarmee`: instrument)."""
    sentential: frozenset[str]
    """Those that stand for the whole clause before them after a comma (`, waardoor`)."""
    reflexives: frozenset[str]
    """Pronouns that add no participant to a verb (`zich`)."""
    own_pronouns: frozenset[str]
    """`subject object` in lower case, where the object is the subject again (`we ons`)."""
    adjunct_roles: Mapping[str, Role]
    """Preposition -> role of a phrase that a verb does not ask for; a preposition that is not here gives none."""
    complement_roles: Mapping[str, Role]
    """Preposition -> role of a phrase that the verb asks for (UD `obl:arg`)."""
    animate_roles: Mapping[str, Role]
    """Preposition -> role that goes before both if the phrase is a person, organisation or group."""
    place_roles: Mapping[str, Role]
    """Preposition -> role that goes before both if the phrase is a place."""
    prepositional_objects: frozenset[str]
    """`verb preposition`, where the phrase is the verb's object: a patient (`deelnemen aan`)."""
    frames: Mapping[str, Role]
    """`verb preposition` -> other role, where the verb decides (`beschuldigen van`: topic)."""
    noun_roles: Mapping[str, Role]
    """Preposition -> role of a phrase at an action noun (`kritiek op X`)."""
    genitives: frozenset[str]
    """Prepositions of the one that an action noun is about (`de aanstelling van X`)."""
    loose_prepositions: frozenset[str]
    """Prepositions of a phrase that no time has (`speculeren al maanden over X`)."""
    noun_only_prepositions: frozenset[str]
    """Prepositions that an action noun asks for and a name or person never has (`het verzet van X tegen Y`)."""
    units: frozenset[str]
    """Nouns of measure: a phrase of one beside an action noun is no participant (`een daling van drie procent`)."""
    abstract_settings: frozenset[str]
    """Nouns that are no place of an action although a preposition of place stands before them (`op deze wijze`)."""
    abstract_endings: tuple[str, ...]
    """Endings of nouns that name no place, unless they are known as one (`verlenging`)."""
    agent_prepositions: frozenset[str]
    """Prepositions of the one who acts in a passive or at an action noun (`door`)."""
    holders: frozenset[str]
    """Other verbs whose subject is to do what the infinitive at their object says (`kreeg de opdracht om`)."""
    supports: frozenset[str]
    """Verbs whose subject also does what their object names (`X begint een onderzoek`)."""


@dataclass(frozen=True, slots=True)
class ActionNoun:
    """A noun that names an action (`aanstelling`)."""

    verb: str
    """Infinitive that says the same; empty for a noun that looks like one of an action and is none (`wedstrijd`)."""
    genitive: Role
    """Role of the one it is of: `de aanstelling van X` patient, `de beslissing van X` agent."""
    thing: Role | None = None
    """Role of what it is of, if that is no person or organisation (`het verlies van banen`) and has another."""


@cache
def infinitives(folder: Path) -> frozenset[str]:
    """Return the infinitives that a list of the language in `folder` has; none if it has no such list."""
    path = folder / "training.verbs.txt"
    entries = read_entries(path) if path.is_file() else ()
    return frozenset(entry for entry, kind in entries if kind == "infinitive")


@cache
def action_nouns(folder: Path) -> Mapping[str, ActionNoun]:
    """Return the action nouns of the language in `folder` by lemma, from its list `action_nouns.tsv`.

    Raises:
        LanguageError: the list is missing, or a line is not `noun, verb, role` between tabs; the role may be two, for
            people and for things (`agent/patient`).
    """
    path = folder / "action_nouns.tsv"
    found: dict[str, ActionNoun] = {}
    for number, (noun, verb, roles) in read_rows(path, columns={3}, expected="noun TAB verb TAB role"):
        genitive, _, thing = roles.partition("/")
        try:
            found[noun] = ActionNoun("" if verb == "-" else verb, Role(genitive), Role(thing) if thing else None)
        except ValueError as error:
            raise LanguageError(f"line {number}: {error}", where=path) from error
    return MappingProxyType(found)
