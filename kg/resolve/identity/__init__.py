"""Identity across articles: which profiles of different articles are one thing in the world.

    Profile ── senses ──> Sense      one for each bearer of a name; namesakes are several
    Sense ── known_forms ─> Join     names that the corpus shows to be of one thing
    Sense ── blocking, weighing ──>  Match: how likely two are one, and why
    Join, Match, Decision ── clusters ──> one id for all profiles of a thing, pairs in doubt, what became of other ids

Nothing depends on the order of the articles, and no name costs more than others for being frequent.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.lang import Language
from kg.model import Decision, DoubtfulPair, EntityType, FormerId
from kg.resolve.identity.blocking import candidates
from kg.resolve.identity.clusters import clustered
from kg.resolve.identity.deciding import decided, ids_in, places_of, told_apart
from kg.resolve.identity.former import entities_of, former_ids, own_ids
from kg.resolve.identity.known_forms import known_forms
from kg.resolve.identity.outcome import (
    chiefs,
    decided_reasons,
    doubt,
    homes_of,
    is_doubtful,
    is_likely,
    join_of,
    likeliest,
    likeliest_first,
    reasons_of,
)
from kg.resolve.identity.rules import rules_of
from kg.resolve.identity.senses import Sense, senses
from kg.resolve.identity.translations import same_abroad
from kg.resolve.identity.weighing import scales_of
from kg.resolve.kinds import settle_types
from kg.resolve.profiles import Profile


@dataclass(frozen=True, slots=True)
class Identification:
    """Who is who in a corpus."""

    profiles: tuple[Profile, ...]
    """Those given, each with the type of the thing that it is of."""
    ids: tuple[str, ...]
    """The entity id of each profile; profiles of one thing have the same."""
    doubtful_pairs: tuple[DoubtfulPair, ...]
    """Pairs of entities that may be one, the likeliest first."""
    former_ids: tuple[FormerId, ...]
    decisions: tuple[Decision, ...]
    """Those that hold in this corpus, sorted."""


Identify = Callable[[Sequence[Profile], Mapping[str, Language], Iterable[Decision]], Identification]
"""What `identify` is, wherever it is done."""


def identify(
    profiles: Sequence[Profile], languages: Mapping[str, Language], decisions: Iterable[Decision] = ()
) -> Identification:
    """Return who is who in a corpus, of whose articles the `languages` are, by code.

    Profiles have the types that their own articles give them. Decisions come first: a thing is what somebody decided,
    whatever the names say.

    Raises:
        DecisionError: decisions contradict each other.
    """
    asked = sorted(set(decisions))
    rules = rules_of(languages)
    before = tuple(map(rules.comparable, profiles))
    settled = settle_types(profiles, rules.coreference)
    after = tuple(typed(profile, last.type) for profile, last in zip(before, settled, strict=True))
    found = senses(after, told_apart(asked))
    owned = list(own_ids(before, after))
    rulings = decided(asked, places_of(ids_in(asked), _owners(owned, found), _called(found)))
    scales = scales_of(found, rules.variants)
    weighed = (scales.weigh(*pair, rivals) for pair, rivals in candidates(found, rules.variants).items())
    matches = [match for match in weighed if match]
    forms = known_forms(found, after, rules.coreference)
    joins = [*same_abroad(found, rules.translations), *forms, *map(join_of, filter(is_likely, matches))]
    clusters = rulings.clusters()
    made = clustered(clusters, joins, scales.forbids)
    chief = chiefs(dict(enumerate(found)), clusters.home)
    who = {profile: chief[position] for position, sense in enumerate(found) for profile in sense.profiles}
    ids = tuple(who[position].id for position in range(len(profiles)))
    parted = {homes_of(pair, clusters.home) for pair in rulings.apart}
    doubts = likeliest(filter(is_doubtful, matches), clusters.home, parted)
    reasons = {**reasons_of(made, _id_in(found)), **decided_reasons(rulings.holding, _id_in(found))}
    return Identification(
        profiles=tuple(typed(profile, who[position].type) for position, profile in enumerate(profiles)),
        ids=ids,
        doubtful_pairs=likeliest_first(doubt(match, lambda position: chief[position].id) for match in doubts),
        former_ids=former_ids(entities_of(owned, ids), reasons),
        decisions=tuple(sorted(rulings.holding)),
    )


def typed(profile: Profile, kind: EntityType) -> Profile:
    """Return a profile with the type of the thing that it is of."""
    return profile if profile.type is kind else replace(profile, type=kind)


def _owners(owned: Iterable[tuple[str, int]], senses: Sequence[Sense]) -> Iterator[tuple[str, int]]:
    """Yield ids that profiles may have, each with the sense of the profile."""
    home = {profile: position for position, sense in enumerate(senses) for profile in sense.profiles}
    yield from ((own, home[profile]) for own, profile in owned)


def _called(senses: Sequence[Sense]) -> Iterator[tuple[str, int]]:
    yield from ((sense.id, position) for position, sense in enumerate(senses))


def _id_in(senses: Sequence[Sense]) -> Callable[[int], str]:
    return lambda position: senses[position].id
