"""`python -m tests.quality`: how well kg and the naive reader do, as the table of the README."""

import tomllib
from pathlib import Path
from typing import Annotated

import typer

from tests.quality.annotation import read_gold
from tests.quality.figures import score
from tests.quality.notation import GOLD, SEEDS
from tests.quality.readers import read_articles, read_both_ways
from tests.quality.report import against_floors, errors, raised, table

FLOORS = Path(__file__).parent / "floors.toml"


def read_floors() -> dict[str, float]:
    """Return the figure below which each measure may not fall, from the one table of them."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def main(
    gold: Annotated[Path, typer.Argument(help="Folder of annotated articles, their texts in its articles/.")] = GOLD,
    error: Annotated[str, typer.Option(help="List the errors of this measure instead.")] = "",
    floors: Annotated[bool, typer.Option(help="Print figures against floors instead.")] = False,
    raise_floors: Annotated[bool, typer.Option(help="Set the floors a hundredth under the figures.")] = False,
) -> None:
    """Print how well articles are read."""
    articles = gold / "articles"
    annotated = read_gold(gold)
    found = read_both_ways(read_articles(articles if articles.is_dir() else SEEDS))
    figures = score(annotated, found.kg)
    if raise_floors:
        lines = (f"{measure} = {floor:.2f}\n" for measure, floor in raised(figures, read_floors()).items())
        FLOORS.write_text("".join(lines), encoding="utf-8")
    if error:
        told = errors(annotated, found.kg, error)
    elif floors or raise_floors:
        told = against_floors(figures, read_floors())
    else:
        told = table(figures, score(annotated, found.naive))
    typer.echo("\n".join(told))


if __name__ == "__main__":
    typer.run(main)
