"""Times of a text, and what they mean, in words."""

from collections.abc import Callable

from kg.model import TimeExpression

PUBLISHED = "2020-09-16"
"""A Wednesday."""

Reader = Callable[..., tuple[TimeExpression, ...]]


def values(found: tuple[TimeExpression, ...]) -> dict[str, str | None]:
    return {time.text: time.value for time in found}


def days(time: TimeExpression) -> tuple[str | None, str | None]:
    return time.start, time.end
