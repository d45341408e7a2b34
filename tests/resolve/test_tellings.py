"""Dates of articles as days."""

from datetime import date

import pytest

from kg.resolve.tellings import Days, days_of


@pytest.mark.parametrize(
    ("published", "days"),
    [
        ("2026", (date(2026, 1, 1), date(2026, 12, 31))),
        ("2026-12", (date(2026, 12, 1), date(2026, 12, 31))),
        ("2026-03-03", (date(2026, 3, 3), date(2026, 3, 3))),
        ("9999-12", None),
        ("0000", None),
        ("2026-13", None),
        ("lente", None),
        ("", None),
    ],
)
def test_a_date_covers_days(published: str, days: Days | None) -> None:
    assert days_of(published) == days
