"""How articles are cut into tasks, whatever engine does them."""

from kg.engine.task import MOST_ARTICLES, cut
from kg.model import Document


def sizes(articles: int, characters: int) -> list[int]:
    """Return how many of so many articles of one length each task holds."""
    text = "x" * characters
    return [len(task.keys) for task in cut((str(number), Document(str(number), text)) for number in range(articles))]


def test_the_last_tasks_are_small_so_that_no_process_waits_long_for_another() -> None:
    found = sizes(300, characters=1_900)

    assert found == sorted(found, reverse=True)
    assert found[0] == MOST_ARTICLES - 1
    assert max(found[-5:]) <= 7


def test_a_task_is_no_smaller_than_a_second_of_work() -> None:
    assert sizes(30, characters=500) == [30]


def test_an_article_longer_than_any_task_is_one() -> None:
    assert sizes(3, characters=100_000) == [1, 1, 1]
