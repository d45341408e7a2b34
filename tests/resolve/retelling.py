"""Articles that tell of what happened on a day, and which of it is found to be one happening."""

from dataclasses import replace

from kg.model import Extraction, Resolution, Role, SameHappening, Span, TimeExpression
from tests.resolve.marked import acted, article

TUESDAY, WEDNESDAY, NEXT_YEAR = "2026-03-03", "2026-03-04", "2027-03-04"


def dated(extraction: Extraction, published: str, *, title: str = "") -> Extraction:
    """Return the article as published on a day; its title stands in its text."""
    return replace(extraction, document=replace(extraction.document, published=published, title=title))


def on(day: str) -> tuple[TimeExpression, ...]:
    """Return a time expression for a day, wherever it stands."""
    return (TimeExpression(Span(0, 0), day, day, day, day),)


def meeting(id: str, published: str, words: str = "", **told: object) -> Extraction:
    """Return an article in which Kim Janssens visits Alpina."""
    text = article(f"[Kim Janssens|name person subject] bezocht {words} [Alpina|name organisation] in Delft.", id=id)
    actors = ((Role.AGENT, "Kim Janssens"), (Role.PATIENT, "Alpina"))
    return dated(acted(text, "bezocht", "bezoeken", *actors, **told), published)


def injuries(id: str, people: str, *, lemma: str, predicate: str = "verwonden", day: str = TUESDAY) -> Extraction:
    """Return an article in which people get hurt in Delft."""
    marked = f"In [Delft|name place] raakten [{people}|nominal group lemma={lemma}] gewond."
    text = article(marked, id=id)
    roles = ((Role.PLACE, "Delft"), (Role.PATIENT, people))
    return dated(acted(text, "gewond", predicate, *roles, times=on(day)), TUESDAY)


def pairs(corpus: Resolution) -> list[tuple[str, str]]:
    """Return the predicates of each pair of actions that tell of one happening."""
    verbs = {action.id: action.first.predicate for action in corpus.actions}
    return [(verbs[same.action_id], verbs[same.other_id]) for same in corpus.same_happenings]


def only_pair(corpus: Resolution) -> SameHappening:
    [same] = corpus.same_happenings
    return same
