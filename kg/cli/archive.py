"""Commands that make and change a graph: build, remove, review."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.characters import counted
from kg.cli.options import NOT_ALL_WELL, Decisions, LeaveOut, Output, Pipelines, Work
from kg.terminal import PairFormat, ask_about, is_terminal, print_line, print_pairs, print_report, progress_bar

if TYPE_CHECKING:
    from kg.review import Review

_FORMATS = (
    "page, parts, nquads, nquads-gz, ntriples, trig, turtle, jsonld, rdfxml, rdf12, graphml, gexf, neo4j, void, "
    "actions, entities, action-sheet, entity-sheet, review, former-ids"
)
"""Names of the formats, written out since their modules take long to import; a test holds them to `EXPORTERS`."""

commands = typer.Typer()


@commands.command(
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
    language: Annotated[
        str, typer.Option(help="Language of the articles (`kg languages`); auto: each in its own.")
    ] = "nl",
    pipeline: Pipelines = None,
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
        bool,
        typer.Option(
            "--text/--no-text",
            help="Write the sentences too, or (copyright) only where they stand; later builds need it again.",
        ),
    ] = True,
    leave_out: LeaveOut = None,
    sync: Annotated[
        bool,
        typer.Option(
            "--sync",
            help="Forget the articles of earlier builds that are not in PATH any more; not those of a file, folder or "
            "pattern in PATH that gives nothing now.",
        ),
    ] = False,
    reveal: Annotated[
        bool,
        typer.Option(
            "--reveal", help="Write what the build before kept back: sentences (--no-text), people (--leave-out)."
        ),
    ] = False,
    work: Work = None,
    engine: Annotated[str, typer.Option(help="What reads the articles: local, or spark (a cluster).")] = "local",
    workers: Annotated[int, typer.Option(min=0, help="Processes that read; 0 is one for each core.")] = 0,
    decisions: Decisions = None,
    open: Annotated[bool, typer.Option("--open", help="Open the page in the browser when it is done.")] = False,
) -> None:
    """Read articles (text, pages, PDF, DOCX, mails, feeds, news XML, tables, archives) and write their knowledge graph.

    Files named README, LICENSE or NOTICE are no articles, and hidden files are passed over. Articles of earlier builds
    in the same folder stay in its graph, and only what is new or changed is read. Where nothing is kept for that
    (--no-text, --leave-out), PATH must have them all, unless --sync lets the others go.
    """
    from kg.export import Options
    from kg.pipeline import build as build_graph
    from kg.privacy import read_names

    with progress_bar() as progress:
        report = build_graph(
            paths,
            output,
            language=language,
            pipeline=tuple(pipeline or ()),
            formats=tuple(format or ()),
            options=Options(base=base, language=language, with_text=text),
            links=tuple(link or ()),
            left_out=read_names(leave_out) if leave_out else (),
            decisions=decisions or "",
            encoding=encoding,
            fetch=fetch,
            sync=sync,
            reveal=reveal,
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


@commands.command(epilog="Examples:   kg remove output/ 2020/brug   ·   kg remove output/ news/2020/")
def remove(
    output: Output,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="ID-OR-PATH...",
            help="Ids of articles, their addresses, or paths: of a file, a folder, a pattern.",
        ),
    ],
    pipeline: Pipelines = None,
    link: Annotated[
        list[str] | None, typer.Option(help="As in the build, if it had a list or service of yours.")
    ] = None,
    leave_out: Annotated[Path | None, typer.Option(metavar="FILE", help="As in the build, if it had one.")] = None,
    decisions: Decisions = None,
    work: Annotated[
        Path | None, typer.Option(metavar="DIR", help="As in the build, if it had one. Default: OUTPUT/work.")
    ] = None,
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
            pipeline=tuple(pipeline or ()),
            links=tuple(link or ()),
            left_out=read_names(leave_out) if leave_out else (),
            decisions=decisions or "",
            work=work or "",
            progress=progress,
        )
    print_report(report)


@commands.command(
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
    if strange := opened.strange:
        told = f"{counted(len(strange), 'decision')} on ids that no entity of this build has or had"
        print_line(f"warning: {opened.file}: {told}, as {strange[0].one} and {strange[0].other}")
    before = opened.decisions
    if same or different or undo:
        opened = opened.scripted(same=same, different=different, undo=undo, note=note, by=by)
    elif list or not (ask or is_terminal()):
        print_pairs(opened.undecided, format)
        return
    else:
        opened = talk(opened, ask_about, print_line, by=by)
    if undo:
        print_line(f"undone: nothing is decided of {undo[0]} and {undo[1]} any more")
    print_line(_state(opened, is_changed=opened.decisions != before))


def _state(review: "Review", *, is_changed: bool) -> str:
    """Return how far a review is, and what to do with what was decided now."""
    told = f"{counted(len(review.decisions), 'decision')} in {review.file}, {len(review.undecided)} left to decide"
    return f"{told}; now `kg build` again, and the graph follows them" if is_changed else told
