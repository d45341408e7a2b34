"""From what each article says to what the corpus tells of the world: values only, no spaCy.

    Extraction ── wording, copies ──> Copy (which articles have their text from which)
    Extraction ── coreference ──> Discourse (chains within an article) ── profiles, identity ──> Entity
    Extraction ── actions ──────> Action, Participation

The result does not depend on the order in which the extractions come.
"""

from collections.abc import Iterable, Sequence

from kg.cycles import without_search
from kg.lang import Language
from kg.model import Decision, Extraction, Resolution
from kg.resolve.actions import actions, participations
from kg.resolve.copies import find_copies, retold, wording_of
from kg.resolve.entities import entities, identities
from kg.resolve.happenings import same_happenings
from kg.resolve.identity import Identify, identify
from kg.resolve.within import within


@without_search()
def resolve(
    extractions: Iterable[Extraction],
    *languages: Language,
    decisions: Iterable[Decision] = (),
    identify: Identify = identify,
) -> Resolution:
    """Return the entities, actions and participations of a corpus, who is who as `decisions` say.

    Document ids are unique in `extractions`. Each article is understood by the rules of its own language, the first of
    `languages` where that is none of them. `identify` tells who is who; another one than that of this process must give
    what it gives.

    Raises:
        DecisionError: decisions contradict each other.
    """
    ordered = tuple(sorted(extractions, key=lambda extraction: extraction.document.id))
    spoken = _spoken(ordered, languages)
    alone = within(spoken)
    discourses = [alone.discourse(extraction) for extraction in ordered]
    told = [profile for discourse in discourses for profile in alone.profiles(discourse)]
    who = identify(told, spoken, decisions)
    known = identities(who.profiles, who.ids)
    things = entities(who.profiles, who.ids, discourses, known)
    wordings = {one.document.id: wording_of(one, spoken[one.document.language]) for one in ordered}
    copies = find_copies(wordings.values())
    negations = [language.factuality for language in spoken.values()]
    happened = actions(ordered, known, things, retold(copies, ordered, wordings, negations))
    return Resolution(
        extractions=ordered,
        entities=things,
        actions=happened,
        participations=participations(happened, known),
        coreferences=tuple(link for discourse in discourses for link in discourse.coreferences),
        same_happenings=same_happenings(happened, ordered, known, spoken, copies),
        copies=copies,
        doubtful_pairs=who.doubtful_pairs,
        former_ids=who.former_ids,
        decisions=who.decisions,
    )


def _spoken(extractions: Iterable[Extraction], languages: Sequence[Language]) -> dict[str, Language]:
    """Return the language whose rules hold for the articles of each code, by code."""
    known = {language.code: language for language in languages}
    return {code: known.get(code, languages[0]) for code in sorted({one.document.language for one in extractions})}
