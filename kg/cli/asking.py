"""Commands that read a graph: query, serve, check."""

from collections.abc import Iterator, Sequence
from math import inf
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import NOT_ALL_WELL, Output
from kg.errors import QueryError
from kg.terminal import AnswerFormat, print_answer, print_check, print_line, print_questions

commands = typer.Typer()


@commands.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    epilog="Examples:   kg query output/   ·   kg query output/ timeline --actor 'Noor Zandbergen'   ·   "
    "kg query output/ question.rq --format csv   ·   kg query output/ 'SELECT ?s WHERE { ?s a kg:Person }'",
)
def query(
    context: typer.Context,
    output: Output,
    question: Annotated[
        str, typer.Argument(metavar="[QUESTION]", help="Name of a question, a file (.rq), or SPARQL; none lists names.")
    ] = "",
    format: Annotated[AnswerFormat, typer.Option(help="How to show the answer.")] = AnswerFormat.TABLE,
    param: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="Value of a parameter, also as --NAME VALUE after the question."),
    ] = None,
    timeout: Annotated[float, typer.Option(min=0, help="Seconds that the answer may take; 0 is without limit.")] = 60,
) -> None:
    """Ask the graph a question in SPARQL, or one of those that kg knows by name."""
    from kg.query import is_empty, questions, reasons
    from kg.query import query as ask

    if question:
        _tell_of_store(output)
        parameters = _parameters([*(param or []), *_pairs(context.args)])
        answer = ask(output, question, parameters=parameters, seconds=timeout or inf)
        print_answer(answer, format)
        for reason in reasons(output, question) if is_empty(answer) else ():
            print_line(reason)
    else:
        print_questions(questions(), format)


@commands.command(epilog="Example:   kg serve output/ --port 8000   and then open http://127.0.0.1:8000")
def serve(
    output: Output,
    host: Annotated[str, typer.Option(help="Address to listen at; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen at.")] = 8000,
    name: Annotated[
        list[str] | None, typer.Option(help="Name that others call this server by; may be given again.")
    ] = None,
    cors: Annotated[
        list[str] | None, typer.Option(metavar="ORIGIN", help="Site whose pages may ask; may be given again.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="How long one question may take.")] = 30.0,
) -> None:
    """Serve the page, a SPARQL endpoint and every IRI of the graph; it can only be read."""
    from kg.serve import LOCAL, ServerSettings
    from kg.serve import serve as serve_graph

    _tell_of_store(output)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    settings = ServerSettings(hosts=(*LOCAL, host, *(name or ())), origins=tuple(cors or ()), seconds=timeout)
    serve_graph(
        output, host=host, port=port, settings=settings, ready=lambda: print_line(f"{address}   (stop with Ctrl-C)")
    )


@commands.command()
def check(output: Output) -> None:
    """Check the graph against the shapes and rules of the ontology."""
    from kg.ontology.check import check as check_graph

    report = check_graph(output)
    print_check(report)
    if not report.conforms:
        raise typer.Exit(NOT_ALL_WELL)


def _tell_of_store(output: Path) -> None:
    """Say so if the first question has to build the store of a large graph."""
    from kg.ontology.store import is_store_due

    if is_store_due(output):
        print_line(f"{output}: a large graph is made ready for questions, once ...")


def _pairs(rest: Sequence[str]) -> Iterator[str]:
    """Yield `name=value` for each `--name value` and `--name=value`."""
    words = iter(rest)
    for word in words:
        if not word.startswith("--"):
            raise QueryError("is one word too many; SPARQL and names with blanks stand in quotes", where=word)
        value = "" if "=" in word else f"={next(words, '')}"
        yield f"{word[2:]}{value}"


def _parameters(given: Sequence[str]) -> dict[str, str]:
    """Return `name=value` pairs as a dictionary."""
    for pair in given:
        if "=" not in pair:
            raise QueryError("a parameter is given as NAME=VALUE", where=f"--param {pair}")
    return dict(pair.split("=", 1) for pair in given)
