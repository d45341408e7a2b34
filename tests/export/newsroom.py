"""Graphs for tests, written as marked-up sentences; no pipeline is needed to make one.

    [Anna Vermeer](agent Person/anna) {opende} [de brug](patient) in [Zwolle](place Place/zwolle) ## negative

`[words](role Type/key)` is a mention of an entity in a role, `-` stands for no role, and without `Type/key` the words
are a filler that is no entity. `{words}` is the trigger. After `##` come the polarity, certainty or modality of the
action, `said-by=Type/key`, and `sure=0.4` for its confidence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.graph import KnowledgeGraph
from kg.model import (
    Action,
    ActionMention,
    Argument,
    Certainty,
    Claim,
    Document,
    Entity,
    EntityType,
    Extraction,
    Function,
    Mention,
    MentionKind,
    Modality,
    Participation,
    Polarity,
    QuoteKind,
    Resolution,
    Role,
    Run,
    Sentence,
    Span,
    TimeExpression,
)

_MARK = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<role>[a-z-]+)(?: (?P<key>[^)]+))?\)|\{(?P<trigger>[^}]*)\}")


@dataclass(frozen=True)
class Marked:
    """One sentence without its markup: where its mentions (with role and entity key) and triggers are."""

    text: str
    mentions: tuple[tuple[Span, str, str], ...]
    triggers: tuple[Span, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """One article as marked-up sentences."""

    id: str
    sentences: tuple[str, ...]
    title: str = ""
    published: str = ""
    source: str = ""
    url: str = ""


@dataclass
class _Corpus:
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    actions: list[Action] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    extractions: list[Extraction] = field(default_factory=list)


def graph_of(
    articles: Iterable[Article],
    *,
    members: Iterable[tuple[str, str]] = (),
    functions: Iterable[tuple[str, str, str]] = (),
) -> KnowledgeGraph:
    """Return the graph that the articles tell of; `functions` are (holder, words, organisation) keys."""
    corpus = _Corpus()
    for article in sorted(articles, key=lambda article: article.id):
        _add_article(corpus, article)
    groups = tuple(members)
    held = tuple(functions)
    entities = tuple(_entity(key, found, groups, held) for key, found in sorted(corpus.mentions.items()))
    resolution = Resolution(
        extractions=tuple(corpus.extractions),
        entities=entities,
        actions=tuple(corpus.actions),
        participations=tuple(corpus.participations),
        coreferences=(),
    )
    return KnowledgeGraph(resolution, Run(version="0.0.0", pipeline="gold"))


def read_articles(path: Path) -> tuple[Article, ...]:
    """Return the articles of a file: blocks of `# id`, `field: value` lines and one marked-up sentence a line."""
    return tuple(_article(block.splitlines()) for block in path.read_text(encoding="utf-8").split("\n\n"))


def _article(lines: list[str]) -> Article:
    head = dict(line.split(": ", 1) for line in lines if re.match("(title|published|source|url): ", line))
    return Article(lines[0].removeprefix("# "), tuple(lines[1 + len(head) :]), **head)


def _entity(
    key: str, mentions: list[Mention], members: tuple[tuple[str, str], ...], functions: tuple[tuple[str, str, str], ...]
) -> Entity:
    label = max((mention.text for mention in mentions), key=len)
    return Entity(
        id=key,
        type=EntityType(key.partition("/")[0]),
        label=label,
        aliases=tuple(sorted({mention.text for mention in mentions} - {label})),
        mentions=tuple(mentions),
        functions=tuple(Function(words, where) for holder, words, where in functions if holder == key),
        member_of=tuple(sorted(group for member, group in members if member == key)),
    )


def _add_article(corpus: _Corpus, article: Article) -> None:
    marked = [_read(line) for line in article.sentences]
    document = Document(
        id=article.id,
        text="\n".join(sentence.text for sentence in marked),
        title=article.title,
        published=article.published,
        source=article.source,
        url=article.url,
    )
    sentences = []
    start = 0
    for index, sentence in enumerate(marked):
        sentences.append(Sentence(index=index, span=Span(start, start + len(sentence.text))))
        _add_sentence(corpus, document, sentence, sentences[-1])
        start += len(sentence.text) + 1
    corpus.extractions.append(Extraction(document, tuple(sentences), (), (), (), (), ()))


def _add_sentence(corpus: _Corpus, document: Document, marked: Marked, sentence: Sentence) -> None:
    found = [(_mention(document, marked, span, sentence), role, key) for span, role, key in marked.mentions]
    for mention, _, key in found:
        if key:
            corpus.mentions.setdefault(key, []).append(mention)
    if not marked.triggers:
        return
    triggers = tuple(_shifted(span, sentence.span.start) for span in marked.triggers)
    action = ActionMention(
        document_id=document.id,
        trigger=triggers,
        predicate=marked.triggers[0].of(marked.text),
        arguments=tuple(Argument(Role(role), mention) for mention, role, _ in found if role != "-"),
        sentence=sentence.index,
        times=tuple(
            TimeExpression(mention.span, mention.text, None) for mention, role, _ in found if role == Role.TIME
        ),
    )
    identifier = f"{document.id}#action={triggers[0].start},{triggers[0].end}"
    claimant = _said_by(marked.flags)
    corpus.actions.append(
        Action(identifier, (_told(action, marked.flags, corpus, claimant, sentence.span),), claimant_id=claimant)
    )
    corpus.participations += [
        Participation(identifier, Role(role), mention, entity_id=key) for mention, role, key in found if role != "-"
    ]


def _told(
    action: ActionMention, flags: tuple[str, ...], corpus: _Corpus, claimant: str, content: Span
) -> ActionMention:
    for flag in flags:
        if flag in set(Polarity):
            action = replace(action, polarity=Polarity(flag))
        elif flag in set(Certainty):
            action = replace(action, certainty=Certainty(flag))
        elif flag in set(Modality):
            action = replace(action, modality=Modality(flag))
        elif flag.startswith("sure="):
            action = replace(action, confidence=float(flag.removeprefix("sure=")))
    if claimant:
        source = corpus.mentions[claimant][-1]
        claim = Claim(action.document_id, source, content, cue=None, kind=QuoteKind.INDIRECT)
        action = replace(action, claim=claim)
    return action


def _said_by(flags: Iterable[str]) -> str:
    return next((flag.partition("=")[2] for flag in flags if flag.startswith("said-by=")), "")


def _mention(document: Document, marked: Marked, span: Span, sentence: Sentence) -> Mention:
    place = _shifted(span, sentence.span.start)
    words = span.of(marked.text)
    return Mention(document.id, place, words, place, words, MentionKind.NAME, sentence=sentence.index)


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _read(line: str) -> Marked:
    sentence, _, flags = line.partition(" ## ")
    text = ""
    mentions, triggers = [], []
    for piece in _pieces(sentence):
        if isinstance(piece, str):
            text += piece
            continue
        words = piece["words"] if piece["trigger"] is None else piece["trigger"]
        span = Span(len(text), len(text) + len(words))
        text += words
        if piece["trigger"] is None:
            mentions.append((span, piece["role"], piece["key"] or ""))
        else:
            triggers.append(span)
    return Marked(text, tuple(mentions), tuple(triggers), tuple(flags.split()))


def _pieces(sentence: str) -> Iterator[str | re.Match[str]]:
    start = 0
    for match in _MARK.finditer(sentence):
        yield sentence[start : match.start()]
        yield match
        start = match.end()
    yield sentence[start:]
