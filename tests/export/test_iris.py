"""What an IRI stands for stays one thing."""

import pytest

from kg.export.iris import Iris
from kg.model import Span, TimeExpression

IRIS = Iris("https://data.example.org/kg/", {"krant": "https://data.example.org/kg/doc/a/b"})


def time(value: str, start: str | None, end: str | None) -> str:
    return IRIS.time("krant", TimeExpression(Span(0, 4), "toen", value, start, end)).removeprefix(IRIS.base)


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2008", "2008-01-01", "2008-12-31"),
        ("2008-02", "2008-02-01", "2008-02-29"),
        ("2008-02-03", "2008-02-03", "2008-02-03"),
        ("2008-22", "2008-06-01", "2008-08-31"),
        ("PT24H", None, None),
    ],
)
def test_a_whole_period_is_known_by_its_value(value: str, start: str | None, end: str | None) -> None:
    assert time(value, start, end) == f"time/{value}"


def test_a_part_of_a_year_is_another_time_than_the_year() -> None:
    assert time("2008", "2008-01-01", "2008-05-01") == "time/2008.2008-01-01.2008-05-01"
