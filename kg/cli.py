"""The command line: every command is a few lines over one function of the library.

Status 0: done. 1: built, but something was skipped, or checked and found wrong. 2: nothing done, one line says why.
spaCy is imported by the commands that read articles or look for pipelines, and by no other.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from math import inf
from pathlib import Path
from typing import Annotated

import typer

from kg import __version__
from kg.errors import KgError, QueryError
from kg.terminal import (
    AnswerFormat,
    PairFormat,
    TableFormat,
    ask_about,
    is_terminal,
    print_answer,
    print_check,
    print_figures,
    print_line,
    print_pairs,
    print_questions,
    print_report,
    progress_bar,
)

NOT_ALL_WELL = 1
NOTHING_DONE = 2
_FORMATS = (
    "page, nquads, nquads-gz, parts, ntriples, trig, turtle, jsonld, rdfxml, rdf12, graphml, gexf, neo4j, void, "
    "actions, entities, action-sheet, entity-sheet, review, former-ids"
)
"""Names of the formats, written out since their modules take long to import; a test holds them to `EXPORTERS`."""

app = typer.Typer(
    name="kg",
    help="Turn Dutch news articles into a knowledge graph: who did and said what, to whom, where and when.",
    epilog="Start with: kg build seeds/ -o output/   Then open output/graph.html.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

Output = Annotated[Path, typer.Argument(metavar="OUTPUT", help="Folder that `kg build` wrote.")]
Decisions = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Who is who, see `kg review`. Default: OUTPUT/decisions.csv."),
]
Pipeline = Annotated[str, typer.Option(help="Other spaCy pipeline: name of a package, or a folder.")]
LeaveOut = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Persons who must be in no output: their names, one a line.")
]
Work = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Where to keep what the next build need not read again, with the articles' words. Default: OUTPUT/work, "
        "and nothing is kept with --no-text or --leave-out.",
    ),
]


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


@app.command(
    epilog="Examples:   kg build article.txt -o output/   ·   kg build 'news/2020-*.html' news.jsonl -o output/   ·   "
    "cat article.txt | kg build - -o output/"
)
def build(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Files, folders, patterns in quotes, web addresses; - is standard input."
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write in; it is made if need be.")],
    language: Annotated[str, typer.Option(help="Language of the articles (`kg languages`); auto finds it out.")] = "nl",
    pipeline: Pipeline = "",
    format: Annotated[
        list[str] | None,
        typer.Option(
            help=f"What to write, may be given again: {_FORMATS}. Default: all but nquads-gz, parts and rdf12."
        ),
    ] = None,
    link: Annotated[
        list[str] | None,
        typer.Option(
            help="Link entities to geonames (offline), a list of your own (.csv, .ttl ...), wikidata or the address of "
            "another reconciliation service (both ask the network); may be given again. Default: none."
        ),
    ] = None,
    base: Annotated[str, typer.Option(help="IRI that all data hangs under.")] = "https://data.example.org/kg/",
    encoding: Annotated[str, typer.Option(help="Encoding of the files. Default: UTF-8, or what a file says.")] = "",
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch the web addresses in PATH (pages, feeds), as robots.txt allows.")
    ] = False,
    text: Annotated[
        bool, typer.Option("--text/--no-text", help="Write the sentences too, or (copyright) only where they stand.")
    ] = True,
    leave_out: LeaveOut = None,
    sync: Annotated[
        bool, typer.Option("--sync", help="Forget the articles of earlier builds that are not in PATH any more.")
    ] = False,
    work: Work = None,
    engine: Annotated[str, typer.Option(help="What reads the articles: local, or spark (a cluster).")] = "local",
    workers: Annotated[int, typer.Option(min=0, help="Processes that read; 0 is one for each core.")] = 0,
    decisions: Decisions = None,
    open: Annotated[bool, typer.Option("--open", help="Open the page in the browser when it is done.")] = False,
) -> None:
    """Read articles (text, pages, PDF, DOCX, mails, feeds, news XML, tables, archives) and write their knowledge graph.

    Files named README, LICENSE or NOTICE are no articles, and hidden files are passed over. Articles of earlier builds
    in the same folder stay in its graph, and only what is new or changed is read.
    """
    # NumPy reads this when it is imported; more threads are slower here
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

    from kg.export import Options
    from kg.pipeline import build as build_graph
    from kg.privacy import read_names

    with progress_bar() as progress:
        report = build_graph(
            paths,
            output,
            language=language,
            pipeline=pipeline,
            formats=tuple(format or ()),
            options=Options(base=base, language=language, with_text=text),
            links=tuple(link or ()),
            left_out=read_names(leave_out) if leave_out else (),
            decisions=decisions or "",
            encoding=encoding,
            fetch=fetch,
            sync=sync,
            work=work or "",
            engine=engine,
            workers=workers,
            progress=progress,
        )
    print_report(report)
    if open and (output / "graph.html").exists():
        typer.launch((output / "graph.html").resolve().as_uri())
    if report.skipped:
        raise typer.Exit(NOT_ALL_WELL)


@app.command(epilog="Examples:   kg remove output/ 2020/brug   ·   kg remove output/ news/2020/")
def remove(
    output: Output,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="ID-OR-PATH...", help="Ids of articles, their addresses, or paths of their files or a folder."
        ),
    ],
    pipeline: Pipeline = "",
    link: Annotated[
        list[str] | None, typer.Option(help="As in the build, if it had a list or service of yours.")
    ] = None,
    leave_out: LeaveOut = None,
    decisions: Decisions = None,
    work: Work = None,
) -> None:
    """Forget articles, and write the graph without them; the rest is as in the build before.

    A file that is still there is read again by the next build that names it.
    """
    from kg.pipeline import remove as remove_articles
    from kg.privacy import read_names

    with progress_bar() as progress:
        report = remove_articles(
            names,
            output,
            pipeline=pipeline,
            links=tuple(link or ()),
            left_out=read_names(leave_out) if leave_out else (),
            decisions=decisions or "",
            work=work or "",
            progress=progress,
        )
    print_report(report)


@app.command(
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
    from kg.query import query as ask
    from kg.query import questions

    if question:
        _tell_of_store(output)
        parameters = _parameters([*(param or []), *_pairs(context.args)])
        print_answer(ask(output, question, parameters=parameters, seconds=timeout or inf), format)
    else:
        print_questions(questions())


@app.command(epilog="Example:   kg serve output/ --port 8000   and then open http://127.0.0.1:8000")
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
    from kg.serve import LOCAL, Settings
    from kg.serve import serve as serve_graph

    _tell_of_store(output)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    settings = Settings(hosts=(*LOCAL, host, *(name or ())), origins=tuple(cors or ()), seconds=timeout)
    serve_graph(
        output, host=host, port=port, settings=settings, ready=lambda: print_line(f"{address}   (stop with Ctrl-C)")
    )


@app.command(
    epilog="Examples:   kg review output/   ·   kg review output/ --list --format csv   ·   "
    "kg review output/ --same person/j-vos-1a2b3c4d person/jan-vos-5e6f7a8b --note 'one street' --by desk"
)
def review(
    output: Output,
    same: Annotated[tuple[str, str] | None, typer.Option(metavar="ID ID", help="The two are one.")] = None,
    different: Annotated[tuple[str, str] | None, typer.Option(metavar="ID ID", help="The two are two.")] = None,
    undo: Annotated[tuple[str, str] | None, typer.Option(metavar="ID ID", help="Decide nothing of the two.")] = None,
    note: Annotated[str, typer.Option(help="Why.")] = "",
    by: Annotated[str, typer.Option(help="Who decides.")] = "",
    list: Annotated[
        bool, typer.Option("--list", help="Show the pairs that nobody decided on, and ask nothing.")
    ] = False,
    ask: Annotated[bool, typer.Option("--ask", help="Ask though the answers come from no terminal.")] = False,
    format: Annotated[PairFormat, typer.Option(help="How to list the pairs.")] = PairFormat.TABLE,
    decisions: Decisions = None,
) -> None:
    """Go through the names that may be of one person or thing, and decide; the next build follows."""
    from kg.review import open_review, talk

    opened = open_review(output, decisions or "")
    if same or different or undo:
        opened = opened.scripted(same=same, different=different, undo=undo, note=note, by=by)
    elif list or not (ask or is_terminal()):
        print_pairs(opened.undecided, format)
        return
    else:
        opened = talk(opened, ask_about, print_line, by=by)
    print_line(f"{len(opened.decisions)} decided in {opened.file}, {len(opened.undecided)} left; now `kg build` again")


@app.command()
def check(output: Output) -> None:
    """Check the graph against the shapes and rules of the ontology."""
    from kg.ontology.check import check as check_graph

    report = check_graph(output)
    print_check(report)
    if not report.conforms:
        raise typer.Exit(NOT_ALL_WELL)


@app.command()
def languages() -> None:
    """List the languages that kg reads, and which have a pipeline here."""
    from kg.lang import available, load
    from kg.nlp import find_pipeline

    for language in map(load, available()):
        label, found = language.label, find_pipeline(language)
        told = "ships with kg" if found == str(language.folder / "pipeline") else found
        told = told or f"no pipeline: install one ({', '.join(label.pipelines)}) or give --pipeline"
        typer.echo(f"{label.code}  {label.name} ({label.english_name}): {told}")


@app.command(epilog="Example:   kg bench seeds/ --articles 1000")
def bench(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles that others are made out of.")],
    articles: Annotated[int, typer.Option(min=1, help="How many articles to make.")] = 300,
    words: Annotated[int, typer.Option(min=10, help="Words of an article, about.")] = 300,
    workers: Annotated[int, typer.Option(min=0, help="Processes to set against one; 0 is one for each core.")] = 0,
    pipeline: Annotated[str, typer.Option(help="Other spaCy pipeline: name of a package, or a folder.")] = "",
    format: Annotated[TableFormat, typer.Option(help="A table to look at, or as README has it.")] = TableFormat.TABLE,
) -> None:
    """Measure what each stage of a build costs on this machine, beside the bare pipeline."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

    from kg.bench import bench as measure

    figures = measure(paths, articles=articles, words=words, workers=workers, pipeline=pipeline, tell=print_line)
    print_figures(figures, format)


@app.command()
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
