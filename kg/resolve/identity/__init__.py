"""Identity across articles: which profiles of different articles are one thing in the world.

    Profile ── senses ──> Sense      one for each bearer of a name; namesakes are several
    Sense ── known_forms ─> Join     names that the corpus shows to be of one thing
    Sense ── blocking, weighing ──>  Match: how likely two are one, and why
    Join, Match, Decision ── clusters ──> one id for all profiles of a thing, pairs in doubt, what became of other ids

Nothing depends on the order of the articles, and no name costs more than others for being frequent.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.lang import Language
from kg.model import Decision, DoubtfulPair, FormerId, Verdict
from kg.resolve.identity.blocking import candidates
from kg.resolve.identity.clusters import Clusters, Join, Pair, clustered
from kg.resolve.identity.deciding import decided, told_apart
from kg.resolve.identity.former import entities_of, former_ids, own_ids
from kg.resolve.identity.known_forms import known_forms
from kg.resolve.identity.namesakes import ladders
from kg.resolve.identity.senses import Sense, senses
from kg.resolve.identity.signs import DOUBTFUL, MERGING
from kg.resolve.identity.translations import Translations, same_abroad, translations_of
from kg.resolve.identity.variants import variants_of
from kg.resolve.identity.weighing import Match, scales_of
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


def identify(
    before: Sequence[Profile],
    profiles: Sequence[Profile],
    languages: Mapping[str, Language],
    decisions: Iterable[Decision] = (),
) -> Identification:
    """Return who is who in a corpus, of whose articles the `languages` are, by code.

    `before` are the same profiles as `profiles`, with the types that their own articles give them. Decisions come
    first: a thing is what somebody decided, whatever the names say.

    Raises:
        DecisionError: decisions contradict each other.
    """
    asked = sorted(set(decisions))
    translations = translations_of(languages)
    before, profiles = (_comparable(given, languages, translations) for given in (before, profiles))
    found = senses(profiles, told_apart(asked))
    owned = list(own_ids(before, profiles))
    clusters, holding = decided(asked, found, owned)
    spoken = {language.code: language.identity for _, language in sorted(languages.items())}
    given_names = next(language.given_names for language in languages.values())
    scales = scales_of(found, variants_of(tuple(spoken.values()), given_names))
    pairs = candidates(found, scales.variants)
    matches = [match for pair, rivals in pairs.items() if (match := scales.weigh(*pair, rivals))]
    likely = [match for match in matches if match.likelihood >= MERGING and not match.is_forbidden]
    forms = known_forms(found, profiles, {code: language.coreference for code, language in languages.items()})
    joins = [*same_abroad(found, translations), *forms, *map(_join, likely)]
    made = clustered(clusters, joins, scales.forbids)
    chiefs = _chiefs(found, clusters, len(profiles))
    ids = tuple(chief.id for chief in chiefs)
    reasons = {**dict(_reasons(found, made)), **dict(_decided_reasons(found, holding))}
    return Identification(
        profiles=tuple(
            profile if profile.type is chief.type else replace(profile, type=chief.type)
            for profile, chief in zip(profiles, chiefs, strict=True)
        ),
        ids=ids,
        doubtful_pairs=_doubtful_pairs(
            (match for match in matches if match.likelihood >= DOUBTFUL), found, clusters, ids
        ),
        former_ids=former_ids(entities_of(owned, ids), reasons),
        decisions=tuple(sorted(holding)),
    )


def _comparable(
    profiles: Iterable[Profile], languages: Mapping[str, Language], translations: Translations
) -> tuple[Profile, ...]:
    """Return profiles with what their identity depends on in the words that others have for it.

    That is the function of a ladder for each of its grades (`wethouder` for `oud wethouder`), and what it and countries
    are called in all languages.
    """
    return tuple(
        translations.of(replace(one, functions=ladders(one.functions, languages[one.language].identity)))
        if one.functions
        else translations.of(one)
        for one in profiles
    )


def _join(match: Match) -> Join:
    return Join(match.one, match.other, match.bits, "; ".join(match.reasons))


def _chiefs(senses: Sequence[Sense], clusters: Clusters, size: int) -> list[Sense]:
    """Return for each profile the sense that its thing is known by: that with the fullest name of its cluster."""
    chief: dict[int, Sense] = {}
    for position, sense in enumerate(senses):
        home = clusters.home(position)
        chief[home] = max(chief.get(home, sense), sense, key=_fullness)
    of_profile = {
        profile: chief[clusters.home(position)] for position, sense in enumerate(senses) for profile in sense.profiles
    }
    return [of_profile[profile] for profile in range(size)]


def _fullness(sense: Sense) -> tuple[bool, bool, int, str, str]:
    return bool(sense.name), not sense.is_bound, sense.name.count(" "), sense.name, sense.id


def _reasons(senses: Sequence[Sense], made: Sequence[Join]) -> Iterator[tuple[str, str]]:
    """Yield ids with why they were joined to others; the strongest reason comes last."""
    for join in reversed(made):
        yield senses[join.one].id, join.reason
        yield senses[join.other].id, join.reason


def _decided_reasons(senses: Sequence[Sense], holding: Mapping[Decision, Pair]) -> Iterator[tuple[str, str]]:
    for decision, pair in holding.items():
        if decision.verdict is Verdict.SAME:
            who = f"decided by {decision.by}" if decision.by else "decided"
            yield from ((senses[one].id, f"{who}: {decision.note}" if decision.note else who) for one in pair)


def _doubtful_pairs(
    matches: Iterable[Match], senses: Sequence[Sense], clusters: Clusters, ids: Sequence[str]
) -> tuple[DoubtfulPair, ...]:
    """Return the pairs of entities that are in doubt, each with its likeliest match."""
    found: dict[Pair, Match] = {}
    for match in sorted(matches, key=lambda match: (match.bits, match.one, match.other)):
        homes = clusters.home(match.one), clusters.home(match.other)
        if homes[0] != homes[1] and not clusters.are_apart(match.one, match.other):
            found[min(homes), max(homes)] = match
    return tuple(sorted((_doubt(match, senses, ids) for match in found.values()), key=_likeliest_first))


def _doubt(match: Match, senses: Sequence[Sense], ids: Sequence[str]) -> DoubtfulPair:
    one, other = sorted(ids[senses[at].profiles[0]] for at in (match.one, match.other))
    return DoubtfulPair(one, other, round(match.likelihood, 4), match.reasons)


def _likeliest_first(doubt: DoubtfulPair) -> tuple[float, str, str]:
    return -doubt.likelihood, doubt.one, doubt.other
