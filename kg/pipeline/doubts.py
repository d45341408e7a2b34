"""What a build is in doubt about once it is known who is who: names that are nowhere, decisions that decide nothing."""

from collections.abc import Iterable, Iterator, Sequence

from kg.model import Decision, Resolution
from kg.privacy import LeftOut
from kg.read import Warned
from kg.resolve.identity.deciding import unheeded


def nowhere(left_out: Iterable[LeftOut]) -> Iterator[Warned]:
    """Yield a word on each name that is to be left out and that no article has."""
    for one in left_out:
        if not one.articles:
            yield Warned(one.name, "is to be left out and stands in no article: is it spelled so there?")


def without_effect(decisions: Sequence[Decision], resolution: Resolution) -> Iterator[Warned]:
    """Yield a word on each decision that two differ who are one all the same, and one on those of unknown ids."""
    for decision in unheeded(decisions, resolution):
        reason = "are decided to be different and are one all the same: no article tells them apart"
        yield Warned(_both(decision), reason)
    known = {entity.id for entity in resolution.entities} | {former.id for former in resolution.former_ids}
    strange = [decision for decision in decisions if not {decision.one, decision.other} <= known]
    if strange:
        more = f" (and {len(strange) - 1} more)" if strange[1:] else ""
        [id, *_] = [id for id in (strange[0].one, strange[0].other) if id not in known]
        yield Warned(f"{_both(strange[0])}{more}", f"decide nothing here: no entity has or had the id {id}")


def _both(decision: Decision) -> str:
    return f"{decision.one} and {decision.other}"
