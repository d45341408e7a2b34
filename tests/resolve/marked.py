"""Articles written with their mentions marked in the text: what `kg.extract` would hand to `kg.resolve`.

    [Kim Janssens|name person subject] zegt dat [ze|pronoun personal singular subject clause=2] vertrekt.

After the bar stand, in any order, the values of the enums of a mention (`name`, `person`, `definite`, `subject` ...),
and where the default does not do: `clause=` (a number within the sentence), `lemma=` of the head, `head=` (the last
word), `modifiers=` (with commas). Marks may nest.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from kg.model import (
    ActionMention,
    Argument,
    Claim,
    Definiteness,
    Document,
    EntityType,
    Extraction,
    Gender,
    GrammaticalFunction,
    Mention,
    MentionKind,
    Number,
    PronounClass,
    QuoteKind,
    Relation,
    RelationKind,
    Role,
    Sentence,
    Span,
)

_FIELDS: dict[str, type[StrEnum]] = {
    "kind": MentionKind,
    "type": EntityType,
    "number": Number,
    "gender": Gender,
    "definiteness": Definiteness,
    "pronoun": PronounClass,
    "function": GrammaticalFunction,
}
_WORDS = {value.value.casefold(): (field, value) for field, enum in _FIELDS.items() for value in enum}


def article(*marked: str, id: str = "a") -> Extraction:
    """Return the extraction of an article with one sentence for each marked text."""
    mentions: list[Mention] = []
    sentences: list[Sentence] = []
    text = ""
    for index, sentence in enumerate(marked):
        start = len(text)
        plain = _read(sentence, start, index, id, mentions)
        text += plain + "\n"
        sentences.append(Sentence(index, Span(start, start + len(plain))))
    mentions = [replace(one, text=one.span.of(text)) for one in mentions]
    mentions.sort(key=lambda one: (one.span.start, -one.span.end))
    return Extraction(Document(id, text), tuple(sentences), tuple(mentions), (), (), (), ())


def _read(marked: str, offset: int, index: int, document_id: str, mentions: list[Mention]) -> str:
    plain = ""
    opened: list[int] = []
    for part in re.findall(r"\[|\|[^\]]*\]|[^\[|]+", marked):
        if part == "[":
            opened.append(len(plain))
        elif part.startswith("|"):
            start = opened.pop()
            mentions.append(_mention(plain[start:], offset + start, part[1:-1].split(), index, document_id))
        else:
            plain += part
    return plain


def _mention(words: str, start: int, marks: Sequence[str], index: int, document_id: str) -> Mention:
    options = dict(mark.split("=", 1) for mark in marks if "=" in mark)
    head = options.get("head", words.split()[-1])
    at = start + words.rindex(head)
    fields = dict(_WORDS[mark] for mark in marks if "=" not in mark)
    plain = Mention(
        document_id=document_id,
        span=Span(start, start + len(words)),
        text=words,
        head=Span(at, at + len(head)),
        head_lemma=options.get("lemma", head.casefold()),
        kind=MentionKind.NAME,
        sentence=index,
        clause=1000 * index + int(options.get("clause", 1)),
        modifiers=frozenset(options["modifiers"].split(",")) if "modifiers" in options else frozenset(),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]  # each value stands beside the field of its enum


def find(extraction: Extraction, words: str, nth: int = 0) -> Mention:
    """Return the nth mention, from 0, that has these words."""
    return [mention for mention in extraction.mentions if mention.text == words][nth]


def related(
    extraction: Extraction,
    kind: RelationKind,
    words: str,
    target: str = "",
    *,
    value: str = "",
    is_complete: bool = False,
) -> Extraction:
    """Return the article with one more relation, between its first mentions of these words."""
    relation = Relation(kind, find(extraction, words), find(extraction, target) if target else None, value, is_complete)
    return replace(extraction, relations=(*extraction.relations, relation))


def claimed(extraction: Extraction, who: str, content: str, kind: QuoteKind = QuoteKind.DIRECT) -> Extraction:
    """Return the article with one more claim: the words `content`, claimed by the first mention `who`."""
    start = extraction.document.text.index(content)
    span = Span(start, start + len(content))
    claim = Claim(extraction.document.id, find(extraction, who), span, None, kind)
    return replace(extraction, claims=(*extraction.claims, claim))


def acted(
    extraction: Extraction, verb: str, predicate: str, *arguments: tuple[Role, str], **fields: object
) -> Extraction:
    """Return the article with one more action, its arguments the first mentions of these words."""
    start = extraction.document.text.index(verb)
    sentence = next(one.index for one in extraction.sentences if one.span.contains(Span(start, start + len(verb))))
    plain = ActionMention(
        document_id=extraction.document.id,
        trigger=(Span(start, start + len(verb)),),
        predicate=predicate,
        arguments=tuple(Argument(role, find(extraction, words)) for role, words in arguments),
        sentence=sentence,
    )
    action = replace(plain, **fields)  # type: ignore[arg-type]  # fields of ActionMention
    return replace(extraction, actions=(*extraction.actions, action))


def chains(groups: Sequence[Sequence[Mention]]) -> Iterator[list[str]]:
    """Yield the words of the mentions of each group of more than one."""
    yield from ([mention.text for mention in group] for group in groups if len(group) > 1)
