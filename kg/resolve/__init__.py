"""From what each article says to what the corpus tells of the world: values only, no spaCy.

    Extraction ── wording, copies ──> Copy (which articles have their text from which)
    Extraction ── coreference ──> Discourse (chains within an article) ── profiles, identity ──> Entity
    Extraction ── actions ──────> Action, Participation

The result does not depend on the order in which the extractions come.
"""

from collections.abc import Iterable
from dataclasses import replace

from kg.lang import Language
from kg.lang.coreference import CoreferenceRules
from kg.model import Decision, Extraction, Resolution
from kg.resolve.actions import actions, participations
from kg.resolve.copies import find_copies, retold, wording_of
from kg.resolve.coreference import resolve_coreference
from kg.resolve.entities import entities, identities
from kg.resolve.happenings import same_happenings
from kg.resolve.identity import identify
from kg.resolve.kinds import settle_types
from kg.resolve.names import fold_name
from kg.resolve.profiles import profiles


def resolve(extractions: Iterable[Extraction], language: Language, *, decisions: Iterable[Decision] = ()) -> Resolution:
    """Return the entities, actions and participations of a corpus, who is who as `decisions` say.

    Document ids are unique in `extractions`.

    Raises:
        DecisionError: decisions contradict each other.
    """
    ordered = tuple(sorted(extractions, key=lambda extraction: extraction.document.id))
    rules = _with_all_titles(language)
    countries = frozenset(fold_name(country, rules) for country in language.name_lists.countries)
    discourses = [resolve_coreference(extraction, rules, countries) for extraction in ordered]
    before = [one for discourse in discourses for one in profiles(discourse, language.identity.particles)]
    who = identify(before, settle_types(before, rules), language, decisions)
    known = identities(who.profiles, who.ids)
    things = entities(who.profiles, who.ids, discourses, known)
    wordings = {extraction.document.id: wording_of(extraction, language) for extraction in ordered}
    copies = find_copies(wordings.values())
    happened = actions(ordered, known, things, retold(copies, ordered, wordings, language))
    return Resolution(
        extractions=ordered,
        entities=things,
        actions=happened,
        participations=participations(happened, known),
        coreferences=tuple(link for discourse in discourses for link in discourse.coreferences),
        same_happenings=same_happenings(happened, ordered, known, language, copies),
        copies=copies,
        doubtful_pairs=who.doubtful_pairs,
        former_ids=who.former_ids,
        decisions=who.decisions,
    )


def _with_all_titles(language: Language) -> CoreferenceRules:
    rules, names = language.coreference, language.names
    return replace(rules, titles=rules.titles | names.addresses | names.titles)
