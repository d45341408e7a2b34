"""`python -m tests.quality.agreement`: how far two readings of the same articles agree, the ceiling for any system."""

import typer

from tests.quality.annotation import read_gold
from tests.quality.figures import MEASURES, Figure, score
from tests.quality.notation import GOLD
from tests.quality.perfect import perfect_output

SECOND = GOLD / "second"
"""Second readings, made without looking at the first."""


def agreement() -> dict[str, Figure]:
    """Return the figures of the second readings, scored as if a system had made them."""
    second = {article.document: perfect_output(article) for article in read_gold(SECOND)}
    return score([article for article in read_gold(GOLD) if article.document in second], second)


def main() -> None:
    """Print the agreement on each measure."""
    figures = agreement()
    typer.echo("\n".join(f"{measure:12} {figures[measure].value:.2f}" for measure in MEASURES))


if __name__ == "__main__":
    typer.run(main)
