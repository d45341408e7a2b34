"""Commands about the pipelines that read articles: languages, bench, train."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Pipeline
from kg.terminal import TableFormat, print_line, print_sheet

commands = typer.Typer()

_ARTICLES = [300]
"""How many articles are made where nobody says."""


@commands.command()
def languages() -> None:
    """List the languages that kg reads, and which have a pipeline here."""
    from kg.lang import available, load
    from kg.nlp import find_pipeline

    for language in map(load, available()):
        label, found = language.label, find_pipeline(language)
        told = "ships with kg" if found == str(language.folder / "pipeline") else found
        told = told or f"no pipeline: {label.advice}"
        typer.echo(f"{label.code}  {label.name} ({label.english_name}): {told}")


@commands.command(epilog="Example:   kg bench seeds/ --articles 100 --articles 1000")
def bench(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles that others are made out of.")],
    articles: Annotated[
        list[int], typer.Option(min=1, help="How many articles to make; of several numbers, how the cost grows.")
    ] = _ARTICLES,
    words: Annotated[int, typer.Option(min=10, help="Words of an article, about.")] = 300,
    workers: Annotated[int, typer.Option(min=0, help="Processes to set against one; 0 is one for each core.")] = 0,
    pipeline: Pipeline = "",
    format: Annotated[TableFormat, typer.Option(help="A table to look at, or as README has it.")] = TableFormat.TABLE,
) -> None:
    """Measure what each stage of a build costs on this machine, beside the bare pipeline."""
    from kg.bench import bench as measure
    from kg.bench.table import growth_sheet, stages_sheet

    found = []
    for size in sorted(set(articles)):
        print_line(f"{size} articles")
        found.append(measure(paths, articles=size, words=words, workers=workers, pipeline=pipeline, tell=print_line))
    print_sheet(stages_sheet(*found) if len(found) == 1 else growth_sheet(found), format)


@commands.command()
def train(
    language: Annotated[str, typer.Argument(metavar="LANGUAGE", help="Code of the language, e.g. nl.")],
    treebank: Annotated[Path, typer.Option(help="Folder with train.conllu, dev.conllu and test.conllu.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the pipeline.")],
    seed: Annotated[int, typer.Option(help="Start of the random numbers: the same seed, the same pipeline.")] = 0,
) -> None:
    """Train the spaCy pipeline of a language anew; takes hours, and needs the extra `train` of the package."""
    import logging

    from kg.train import train_pipeline

    logging.basicConfig(level=logging.INFO, format="%(message)s", handlers=[logging.StreamHandler()])
    for name, score in train_pipeline(language, treebank, output, seed=seed).items():
        typer.echo(f"{name:24} {score:.3f}")
