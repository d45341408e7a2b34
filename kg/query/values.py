"""What the values of parameters must look like, so that a slip is an error and no empty answer."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from kg.errors import QueryError
from kg.query.questions import defaults_of

_SHARE = re.compile(r"0(?:\.\d+)?|1(?:\.0+)?", re.ASCII)
_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def refuse_unfit_values(text: str, parameters: Mapping[str, str], *, name: str) -> None:
    """Raise if a parameter of a question has no value, or one that cannot be what the question compares it with.

    Which that is tells the value that stands in the question; one of another kind there may be anything.

    Raises:
        QueryError: it says what is expected.
    """
    defaults = defaults_of(text)
    for key, value in parameters.items():
        if not value.strip():
            raise QueryError(f"--{key} needs a value", where=name)
        fits, expected = _EXPECTED.get(key, (bool, ""))
        if fits(defaults[key]) and not fits(value):
            raise QueryError(f"--{key} must be {expected}, and is {value!r}", where=name)


def _is_share(value: str) -> bool:
    return _SHARE.fullmatch(value) is not None


def _is_count(value: str) -> bool:
    return _COUNT.fullmatch(value) is not None


def _is_day(value: str) -> bool:
    try:
        return _DAY.fullmatch(value) is not None and date.fromisoformat(value) >= date.min
    except ValueError:
        return False


_EXPECTED: Mapping[str, tuple[Callable[[str], bool], str]] = MappingProxyType(
    {
        "sure": (_is_share, "a number from 0 to 1, such as 0.8"),
        "below": (_is_share, "a number from 0 to 1, such as 0.8"),
        "atLeast": (_is_count, "a whole number, such as 2"),
        "from": (_is_day, "a day as in 2024-03-01"),
        "to": (_is_day, "a day as in 2024-03-01"),
    }
)
