"""Invented news for the tests of the page: a bridge, a strike and a court case, around one town."""

from dataclasses import replace
from pathlib import Path

from kg.graph import KnowledgeGraph
from kg.model import Claim, Difference, QuoteKind, SameHappening
from tests.export.newsroom import Article, graph_of, read_articles

_ARTICLES = read_articles(Path(__file__).parent / "news.txt")
_MEMBERS = (("Person/lies-de-boer", "Organisation/vakbond-sterk"), ("Person/mo-idrissi", "Group/omwonenden"))
_FUNCTIONS = (
    ("Person/anna-vermeer", "wethouder", "Organisation/gemeente-zwolle"),
    ("Person/joost-kramer", "directeur", "Organisation/kramer"),
)


def town_news() -> KnowledgeGraph:
    """Return the graph of three articles that share a councillor, a bus company and a town."""
    return graph_of(_ARTICLES, members=_MEMBERS, functions=_FUNCTIONS)


def two_papers() -> KnowledgeGraph:
    """Return the graph of two articles that tell of one fire with other numbers."""
    graph = graph_of(
        Article(
            paper,
            (
                f"[De brand](agent Campaign/brand) {{verwondde}} [{number} mensen](patient)"
                " in [Hattem](place Place/hattem).",
            ),
            title=f"Brand in Hattem volgens {paper}",
            published="2026-03-02",
            source=paper,
        )
        for paper, number in (("avondpost", "drie"), ("ochtendblad", "vijf"))
    )
    first, second = graph.actions
    pair = SameHappening(first, second, "same verb, agent and place", 0.8, (Difference.NUMBER,))
    return KnowledgeGraph(replace(graph.resolution, same_happenings=(pair,)), graph.run)


def contested_news() -> KnowledgeGraph:
    """Return the graph of a vote against a plan that somebody denies."""
    sentence = (
        "[Anna](agent Person/anna) {stemde} tegen [het plan](theme), maar [Bram](- Person/bram) spreekt dat tegen."
    )
    graph = graph_of([Article("a", (sentence,))])
    (action,), resolution = graph.actions.values(), graph.resolution
    (bram,) = graph.entities["Person/bram"].mentions
    denial = Claim("a", bram, resolution.extractions[0].sentences[0].span, None, QuoteKind.INDIRECT, denied=True)
    told = replace(action.first, denials=(denial,))
    voter, plan = resolution.participations
    return KnowledgeGraph(
        replace(
            resolution,
            actions=(replace(action, mentions=(told,)),),
            participations=(voter, replace(plan, preposition="tegen")),
        ),
        graph.run,
    )


def bridge_news() -> KnowledgeGraph:
    """Return the graph of one article."""
    return graph_of(_ARTICLES[:1], functions=_FUNCTIONS)


def year_news(*, articles: int) -> KnowledgeGraph:
    """Return the graph of many small articles: one editor, and two people of its own in each."""
    return graph_of(
        Article(
            f"bericht-{number:05}",
            (
                f"[Els Bos](agent Person/bos) {{belde}} [Jan {number}](patient Person/jan-{number}).",
                f"[Jan {number}](agent Person/jan-{number}) {{hielp}} [Piet {number}](patient Person/piet-{number}).",
            ),
            title=f"Bericht {number}",
            published=f"2026-{1 + number % 12:02}-{1 + number % 28:02}",
        )
        for number in range(articles)
    )


HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% include 'x' %}",  # the language of templates
    '<a href="javascript:alert(1)">href</a>',
    "\u202eevil\u200b\u2066",
    "__proto__",
    "constructor",
    "'); alert(1); ('",
    "\u2028\u2029\x00\x1b",
    "x" * 10_000,
    "=HYPERLINK(0)",
)
"""Names that a page must treat as words."""


def hostile_news() -> KnowledgeGraph:
    """Return the graph of an article that tries to break the page wherever text can stand."""
    keys = [name if name.isidentifier() and len(name) < 20 else str(number) for number, name in enumerate(HOSTILE)]
    sentences = tuple(
        f"[{name}](agent Person/{key}) {{{name.replace('}', ' ')}}} [{name}](patient Organisation/{key})"
        f" [{name}](topic). ## said-by=Person/{key}"
        for name, key in zip(HOSTILE, keys, strict=True)
    )
    text = HOSTILE[0] + HOSTILE[1]
    article = Article("__proto__", sentences, title=text, published=text, source=text, url="javascript:alert(1)")
    return graph_of(
        (article,),
        functions=[(f"Person/{keys[0]}", text, f"Organisation/{keys[1]}")],
        members=[(f"Person/{keys[1]}", f"Person/{keys[0]}")],
    )
