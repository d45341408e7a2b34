"""Options that several commands have, and what a command ends with where not all is well."""

from pathlib import Path
from typing import Annotated

import typer

NOT_ALL_WELL = 1

Output = Annotated[Path, typer.Argument(metavar="OUTPUT", help="Folder that `kg build` wrote.")]
Decisions = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Who is who, see `kg review`. Default: OUTPUT/decisions.csv."),
]
Pipeline = Annotated[str, typer.Option(help="Other spaCy pipeline: name of a package, or a folder.")]
Pipelines = Annotated[
    list[str] | None,
    typer.Option(
        "--pipeline",
        help="Other spaCy pipeline: name of a package, or a folder. With --language auto it may be given again, for "
        "another language.",
    ),
]
LeaveOut = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Persons who must be in no output: their names, one a line. Later builds need it again."
    ),
]
Work = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Where to keep what the next build need not read again, with the articles' words. Default: OUTPUT/work, "
        "and nothing is kept with --no-text or --leave-out.",
    ),
]
