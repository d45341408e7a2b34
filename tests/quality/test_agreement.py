"""Gold can be relied on as far as two readings of it agree."""

from tests.quality.agreement import agreement


def test_two_readings_of_an_article_agree_nearly_everywhere() -> None:
    assert {measure for measure, figure in agreement().items() if figure.value < 0.9} == set()
