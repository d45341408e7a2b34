"""Types by the corpus: a name that one article takes for another kind of thing than nearly all the others do."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.lang.coreference import CoreferenceRules
from kg.model import EntityType, MentionKind
from kg.resolve.names import company_forms, fold_name, has_legal_form
from kg.resolve.profiles import Profile

Choice = TypeVar("Choice", bound=str | int)

_CLEAR = 3
_METONYMS = frozenset({EntityType.PLACE, EntityType.ORGANISATION})
"""Types that one name may well have in turn: a town and its club, a country and its government."""


def settle_types(profiles: Sequence[Profile], rules: Mapping[str, CoreferenceRules]) -> tuple[Profile, ...]:
    """Return the profiles, each with the type that nearly all articles give its name; `rules` by language.

    The recogniser errs now and then on a name that it knows elsewhere. Places and organisations of one name are both
    left as they are, unless some article calls it a company (`Chrysler Group`); a name without a clear majority is too.
    A person known by a surname, of whom no function or title is told, has no say and takes the type that most other
    articles give: surnames are what companies are mistaken for. One with a title is a person: `mevrouw Bakker`.
    """
    articles: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    for profile in profiles:
        if has_say(profile):
            articles[profile.name][profile.type] += 1
    companies = frozenset(name for profile in profiles for name in company_names(profile, rules[profile.language]))
    return tuple(
        settled(profile, articles[profile.name], is_company=profile.name in companies)
        if profile.name in articles
        else profile
        for profile in profiles
    )


def company_names(profile: Profile, rules: CoreferenceRules) -> Iterator[str]:
    """Yield the folded names that a company word or legal form stands behind: `chrysler` for `Chrysler Group LLC`."""
    if profile.type is not EntityType.ORGANISATION:
        return
    for text in dict.fromkeys(mention.text for mention in profile.mentions if mention.kind is MentionKind.NAME):
        name = fold_name(text, rules)
        yield from company_forms(name, rules)
        if has_legal_form(text, rules):
            yield name


def has_say(profile: Profile) -> bool:
    """Tell whether the type of a profile counts for that of its name."""
    return bool(profile.name) and not _is_doubtful(profile)


def _is_doubtful(profile: Profile) -> bool:
    return not (profile.type is not EntityType.PERSON or profile.is_full or profile.functions or profile.is_addressed)


def settled(profile: Profile, types: Counter[EntityType], *, is_company: bool) -> Profile:
    """Return a profile with the type that its name has, given how many articles give the name which type."""
    leader = clear_leader(types) if types else None
    if types and _is_doubtful(profile):
        leader = max(types, key=lambda kind: (types[kind], kind))
    if profile.is_addressed:
        leader = None
    is_metonym = {profile.type, leader} == _METONYMS and not (is_company and leader is EntityType.ORGANISATION)
    return profile if leader is None or is_metonym else replace(profile, type=leader)


def clear_leader(counts: Counter[Choice]) -> Choice | None:
    """Return what is counted at least three times as often as all others together, or None."""
    leader, most = max(counts.items(), key=lambda one: (one[1], one[0]))
    return leader if most >= _CLEAR * (counts.total() - most) else None
