"""What the command line shows: a progress bar, the summary of a build, and lines on standard error."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.table import Table as RichTable
from rich.text import Text

from kg.characters import counted

if TYPE_CHECKING:
    from kg.bench.table import Sheet
    from kg.ontology.check import Report as CheckReport
    from kg.pipeline import Progress, Report
    from kg.query import Answer, Question, Table, Verdict
    from kg.review import ShownPair, Side


class PairFormat(StrEnum):
    """How to list pairs in doubt."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class AnswerFormat(StrEnum):
    """How to show an answer."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"


class TableFormat(StrEnum):
    """How to show a table of figures."""

    TABLE = "table"
    MARKDOWN = "md"


_NAMED = 3
"""How many articles a line names."""
_LABELS = {"read": "Reading", "extract": "Finding who did what", "resolve": "Telling who is who", "export": "Writing"}


def shown(line: str) -> str:
    r"""Return a line that does nothing to a terminal but show itself.

    >>> shown("wissel \x1b[2J scherm")
    'wissel \\x1b[2J scherm'
    """
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in line)


def print_line(line: str) -> None:
    """Print one line to standard error."""
    typer.echo(shown(line), err=True)


@contextmanager
def progress_bar() -> Iterator[Callable[["Progress"], None]]:
    """Give a function that shows how far a build is; on standard error, and only where that is a terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        tasks = {stage: bar.add_task(label, total=None, visible=False, rate="") for stage, label in _LABELS.items()}

        def show(progress: "Progress") -> None:
            task = tasks[progress.stage]
            bar.update(task, completed=progress.done, total=progress.total or None, visible=True, rate=_rate(bar, task))

        yield show


def _rate(bar: Bar, task: TaskID) -> str:
    """Return how fast a stage goes; nothing where that is not known yet."""
    speed = bar.tasks[task].speed
    return f"{speed:.1f}/s" if speed else ""


def print_report(report: "Report") -> None:
    """Print what was built as a table, and on standard error a line for whatever was skipped or is in doubt."""
    for warning in report.warnings:
        print_line(f"warning: {warning.where}: {warning.reason}")
    for skipped in report.skipped:
        print_line(f"skipped: {skipped.where}: {skipped.reason}")
    console = Console()
    console.print(_summary(report))


def print_answer(answer: "Answer", format: AnswerFormat) -> None:
    """Print the answer to a question, or on standard error that there is none; a description is always Turtle."""
    from kg.query import Description, is_empty

    if isinstance(answer, Description):
        typer.echo(answer.turtle, nl=False)
    elif format is AnswerFormat.TABLE:
        _print_shown(answer)
    else:
        typer.echo(_written(answer, format), nl=False)
    if is_empty(answer):
        print_line("nothing found")


def print_questions(questions: Iterable["Question"], format: AnswerFormat) -> None:
    """Print the questions that have a name, with their parameters, as an answer is printed."""
    from kg.query import to_answer

    rows = (
        (one.name, one.english, "\n".join(f"{name}={value}" for name, value in one.parameters.items()))
        for one in questions
    )
    print_answer(to_answer(("question", "asks", "parameters"), rows), format)


def is_terminal() -> bool:
    """Tell whether somebody can be asked."""
    return sys.stdin.isatty()


def print_pairs(pairs: Sequence["ShownPair"], format: PairFormat) -> None:
    """Print pairs of entities that may be one, the likeliest first."""
    from kg.review import to_csv, to_json

    if format is PairFormat.TABLE:
        for pair in pairs:
            _print_pair(pair)
        print_line(f"{counted(len(pairs), 'pair')} in doubt")
    else:
        typer.echo((to_csv if format is PairFormat.CSV else to_json)(pairs), nl=False)


def ask_about(pair: "ShownPair", left: int) -> str:
    """Return what somebody says of a pair, with a note behind it; at the end of the input, to stop."""
    _print_pair(pair)
    typer.echo(f"[s]ame  [d]ifferent  s[k]ip  [u]ndo  [q]uit   ({left} more) > ", nl=False)
    line = sys.stdin.readline()
    return line if line else "q"


def _print_pair(pair: "ShownPair") -> None:
    typer.echo(shown(f"{pair.likelihood:.2f}  {'; '.join(pair.reasons)}"))
    for side in (pair.one, pair.other):
        for line in _lines_of(side):
            typer.echo(shown(line))
    typer.echo()


def _lines_of(side: "Side") -> Iterator[str]:
    known = ", ".join((*side.aliases, *side.functions))
    yield f"  {side.label}{f' ({known})' if known else ''}   {counted(side.articles, 'article')}   {side.id}"
    yield from (f"      {document}: {words}" for document, words in side.sentences)


def print_check(report: "CheckReport") -> None:
    """Print a line for each finding, and how many there are."""
    for finding in report.findings:
        value = f" ({finding.value})" if finding.value else ""
        place = f" [{finding.place}]" if finding.place else ""
        typer.echo(shown(f"{finding.severity.value}: {finding.node}: {finding.message}{value}{place}"))
    typer.echo(f"{report.things} things checked, {len(report.findings)} findings")


def print_sheet(sheet: "Sheet", format: TableFormat) -> None:
    """Print what was measured, as a table or as Markdown."""
    from kg.bench.table import to_markdown

    if format is TableFormat.MARKDOWN:
        typer.echo(to_markdown(sheet), nl=False)
        return
    table = RichTable(sheet.head[0])
    for name in sheet.head[1:]:
        table.add_column(name, justify="right")
    for row in sheet.rows:
        table.add_row(*row)
    Console().print(table)
    for line in sheet.lines:
        typer.echo(line)


def _print_shown(answer: "Table | Verdict") -> None:
    from kg.query import Verdict, to_table

    if isinstance(answer, Verdict):
        typer.echo("true" if answer.is_true else "false")
    elif answer.rows:
        Console().print(to_table(answer))


def _written(answer: "Table | Verdict", format: AnswerFormat) -> str:
    """Return an answer as a program reads it; CSV and TSV have no way to say yes or no but the words."""
    from kg.query import Verdict, to_csv, to_json, to_tsv, to_xml

    if format in (AnswerFormat.JSON, AnswerFormat.XML):
        return (to_json if format is AnswerFormat.JSON else to_xml)(answer)
    if isinstance(answer, Verdict):
        return "true\n" if answer.is_true else "false\n"
    return (to_csv if format is AnswerFormat.CSV else to_tsv)(answer)


def _summary(report: "Report") -> RichTable:
    table = RichTable(title=None, show_header=False)
    table.add_column(overflow="fold")
    table.add_column(justify="right")
    table.add_row("articles", str(report.articles))
    if report.changes.since_before:
        for change, count in asdict(report.changes).items():
            table.add_row(f"  {change}", str(count))
    if report.undated:
        table.add_row("  without a date", str(len(report.undated)))
        table.add_row(Text(shown(f"    {_first_of(report.undated)}")), "")
    table.add_row("skipped", str(len(report.skipped)), end_section=True)
    for one in report.left_out:
        table.add_row(Text(shown(f"left out: {one.name}")), counted(one.sentences, "sentence"))
    table.add_section()
    for type, count in report.entities:
        table.add_row(_plural(type.value), str(count))
    table.add_section()
    table.add_row("actions", str(sum(count for _, count in report.actions)))
    for standing, count in report.actions:
        table.add_row(f"  {_plural(standing)}", str(count))
    table.add_section()
    for name, size in report.files:
        table.add_row(Text(shown(str(report.output / name))), _size(size))
    return table


def _first_of(names: Sequence[str]) -> str:
    """Return the first few of many names, and that there are more."""
    return ", ".join((*names[:_NAMED], *(("...",) if len(names) > _NAMED else ())))


def _plural(word: str) -> str:
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in word).strip()
    return "others" if words == "other" else f"{words}s"


def _size(size: int) -> str:
    return f"{size} B" if size < 1000 else f"{size / 1000:.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
