"""Rules: what the languages of a corpus say of identity, together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.lang import Language
from kg.lang.coreference import CoreferenceRules
from kg.lang.identity import IdentityRules
from kg.resolve.identity.namesakes import ladders
from kg.resolve.identity.translations import Translations, translations_of
from kg.resolve.identity.variants import Variants, variants_of
from kg.resolve.profiles import Profile


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known of names and functions in the languages of a corpus; mappings are by language."""

    identity: Mapping[str, IdentityRules]
    coreference: Mapping[str, CoreferenceRules]
    translations: Translations
    variants: Variants

    def comparable(self, profile: Profile) -> Profile:
        """Return a profile with what its identity depends on in the words that others have for it.

        That is the function of a ladder for each of its grades (`wethouder` for `oud wethouder`), and what it and
        countries are called in all languages.
        """
        functions = ladders(profile.functions, self.identity[profile.language])
        if functions != profile.functions:
            profile = replace(profile, functions=functions)
        return self.translations.of(profile)


def rules_of(languages: Mapping[str, Language]) -> Rules:
    """Return what the languages of a corpus say, given by the code that its articles have."""
    spoken = {language.code: language.identity for _, language in sorted(languages.items())}
    given_names = next(language.given_names for language in languages.values())
    return Rules(
        identity={code: language.identity for code, language in languages.items()},
        coreference={code: language.coreference for code, language in languages.items()},
        translations=translations_of(languages),
        variants=variants_of(tuple(spoken.values()), given_names),
    )
