"""The command line: every command is a few lines over one function of the library.

Status 0: done. 1: built, but something was skipped, or checked and found wrong. 2: nothing done, one line says why.
spaCy is imported by the commands that read articles or look for pipelines, and by no other.
"""

import sys
from typing import Annotated

import typer

from kg import __version__
from kg.cli import archive, asking, pipelines
from kg.errors import KgError
from kg.terminal import print_line

NOTHING_DONE = 2

app = typer.Typer(
    name="kg",
    help="Turn Dutch news articles into a knowledge graph: who did and said what, to whom, where and when.",
    epilog="Start with: kg build seeds/ -o output/   Then open output/graph.html.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.add_typer(archive.commands)
app.add_typer(asking.commands)
app.add_typer(pipelines.commands)


def main() -> None:
    """Run the command line; one line and status 2 for a `KgError`."""
    try:
        app(prog_name="kg")
    except KgError as error:
        print_line(f"kg: {error}")
        sys.exit(NOTHING_DONE)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""
