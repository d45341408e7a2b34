import pytest

from kg.read.dates import to_edtf


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2020", "2020"),
        ("2020-09", "2020-09"),
        ("2020-09-16", "2020-09-16"),
        ("2020-09-16T10:00Z", "2020-09-16"),
        ("2020-09-16T10:00:00+02:00", "2020-09-16"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_a_date_is_kept_to_the_day(value: str, edtf: str) -> None:
    assert to_edtf(value) == edtf


@pytest.mark.parametrize("value", ["2020-13", "2020-09-31", "2023-02-29", "0000", "2020-00-01"])
def test_an_impossible_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="there is no date"):
        to_edtf(value)


@pytest.mark.parametrize(
    "value", ["gisteren", "16-09-2020", "2020/09/16", "20200916", "2020-9-16", "2020-09-16 en meer"]
)
def test_what_is_written_otherwise_is_no_date(value: str) -> None:
    with pytest.raises(ValueError, match="no date that kg reads"):
        to_edtf(value)
