"""Known forms: names that the corpus itself shows to be of one thing.

- An organisation's name with and without company words (`Ford Motor Company`, `Ford`), where the corpus has both.
- A shorter name or acronym that articles use for one thing, and hardly ever for another of that type, is its name
  everywhere (`GM` is General Motors). Persons only by names that are more than a surname. Not where the shorter name
  mostly stands alone and opens the longer one: `Intel` is more than the `Intel Core` of one article.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.lang.coreference import CoreferenceRules
from kg.model import EntityType
from kg.resolve.identity.clusters import Join
from kg.resolve.identity.senses import Sense
from kg.resolve.kinds import clear_leader
from kg.resolve.names import company_forms
from kg.resolve.profiles import Profile

Key = tuple[EntityType, str]

COMPANY_WORDS, IN_ARTICLES = "company words", "short name in articles"
"""Why a name is short for another."""

_OWN = 2
"""Times as many articles in which a shorter name stands alone from which on it is a name of its own."""
_SURE = 100.0
"""Bits of what no likeness of names is needed for."""


def known_forms(
    senses: Sequence[Sense], profiles: Sequence[Profile], rules: Mapping[str, CoreferenceRules]
) -> Iterator[Join]:
    """Yield the senses to join because one name is a known form of the other; names of several bearers are left out.

    Of names that differ in company words only, the shortest stands for all. `rules` are by language.
    """
    bearers: defaultdict[Key, list[int]] = defaultdict(list)
    for position, sense in enumerate(senses):
        if sense.is_known_by_name:
            bearers[sense.type, sense.name].append(position)
    only = {key: positions[0] for key, positions in bearers.items() if len(positions) == 1}
    stems = dict[int, int]()
    for (kind, _), position in only.items():
        forms = [only[kind, form] for form in shorter_names(senses[position], rules) if (kind, form) in only]
        stems[position] = min(forms, key=lambda form: len(senses[form].name), default=position)
        yield from (short_of(position, form, COMPANY_WORDS) for form in forms)
    for short, fuller in _owners(senses, profiles, only, stems).items():
        leader = clear_leader(fuller)
        if leader is not None and stems[short] != leader and _is_known(senses[short], senses[leader], fuller[leader]):
            yield short_of(leader, short, IN_ARTICLES)


def _is_known(short: Sense, full: Sense, articles: int) -> bool:
    return is_short(short.name, full.name, own=len(short.profiles), articles=articles)


def shorter_names(sense: Sense, rules: Mapping[str, CoreferenceRules]) -> Iterator[str]:
    """Yield what is left of the name of an organisation without its last company word, its last two ..."""
    for code in sorted(sense.languages) if sense.type is EntityType.ORGANISATION else ():
        yield from company_forms(sense.name, rules[code])


def is_short(short: str, full: str, *, own: int, articles: int) -> bool:
    """Tell whether a name that `own` articles have is short for another, which so many of them mean.

    It is a name of its own where it opens the longer one, and few of the articles that have it mean that one.
    """
    return not (full.startswith(f"{short} ") and own > _OWN * articles)


def short_of(full: int, short: int, reason: str) -> Join:
    """Return the join of two senses, the name of one of which is known to be short for that of the other."""
    return Join(min(full, short), max(full, short), _SURE, reason, by_name=False)


def _owners(
    senses: Sequence[Sense], profiles: Sequence[Profile], only: Mapping[Key, int], stems: Mapping[int, int]
) -> Mapping[int, Counter[int]]:
    """Return for each short form that is a name of its own somewhere, how many articles use it for which full name."""
    owners: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for position in only.values():
        sense = senses[position]
        for profile in (profiles[at] for at in sense.profiles):
            for name in profile.names - {profile.name}:
                short = only.get((sense.type, name))
                if short is not None:
                    owners[short][stems[position]] += 1
    return owners
