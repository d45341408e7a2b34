"""Within articles: what each tells of whom, by the rules of its own language and without looking at another one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.lang import Language
from kg.lang.coreference import CoreferenceRules
from kg.model import Extraction
from kg.resolve.coreference import resolve_coreference
from kg.resolve.discourse import Discourse
from kg.resolve.names import fold_name
from kg.resolve.profiles import Profile, profiles


@dataclass(frozen=True, slots=True)
class Within:
    """What it takes to understand an article by itself; mappings are by language."""

    rules: Mapping[str, CoreferenceRules]
    countries: Mapping[str, frozenset[str]]
    particles: Mapping[str, frozenset[str]]

    def discourse(self, extraction: Extraction) -> Discourse:
        """Return which mentions of an article are of one thing."""
        code = extraction.document.language
        return resolve_coreference(extraction, self.rules[code], self.countries[code])

    def profiles(self, discourse: Discourse) -> Iterator[Profile]:
        """Yield what an article tells of each thing, in text order."""
        return profiles(discourse, self.particles[discourse.extraction.document.language])


def within(languages: Mapping[str, Language]) -> Within:
    """Return what it takes to understand articles by themselves, given the language for each code that they have."""
    rules = {code: _with_all_titles(language) for code, language in languages.items()}
    return Within(
        rules=rules,
        countries={code: _countries(language, rules[code]) for code, language in languages.items()},
        particles={code: frozenset(language.identity.particles) for code, language in languages.items()},
    )


def _with_all_titles(language: Language) -> CoreferenceRules:
    rules, names = language.coreference, language.names
    return replace(rules, titles=rules.titles | names.addresses | names.titles)


def _countries(language: Language, rules: CoreferenceRules) -> frozenset[str]:
    return frozenset(fold_name(country, rules) for country in language.name_lists.countries)
