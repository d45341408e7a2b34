"""How what a build costs grows with the number of articles."""

from collections.abc import Callable, Sequence
from math import log
from statistics import linear_regression

from kg.bench import Figures

Cost = Callable[[Figures], float]


def exponent(figures: Sequence[Figures], cost: Cost) -> float | None:
    """Return the power of the number of articles that a cost grows by: 1 is linear, 2 quadratic.

    It is the slope of a line through the logarithms; None where there is nothing to measure.
    """
    sizes, costs = [one.articles for one in figures], [cost(one) for one in figures]
    if len(set(sizes)) < 2 or min(costs) <= 0:
        return None
    return linear_regression([log(size) for size in sizes], [log(found) for found in costs]).slope
