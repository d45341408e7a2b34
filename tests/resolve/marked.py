"""Articles written with their mentions marked in the text: what `kg.extract` would hand to `kg.resolve`.

    [Kim Janssens|name person subject] zegt dat [ze|pronoun personal singular subject clause=vertrekt] vertrekt.

After the bar stand, in any order, the values of the enums of a mention (`name`, `person`, `definite`, `subject` ...),
and where the default does not do: `clause=` (the verb that heads its clause; else it is one for the whole sentence),
`lemma=` of the head, `head=` (else the last word), `modifiers=` (with commas). Marks may nest.
"""

import re
from collections.abc import Sequence
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
_WORDS = {field: {value.value.casefold(): value for value in enum} for field, enum in _FIELDS.items()}


def article(*marked: str, id: str = "a") -> Extraction:
    """Return the extraction of an article with one sentence for each marked text."""
    mentions: list[Mention] = []
    sentences: list[Sentence] = []
    text = ""
    for index, sentence in enumerate(marked):
        plain, marks = _read(sentence)
        span = Span(len(text), len(text) + len(plain))
        mentions += (_mention(plain, start, end, words, Sentence(index, span), id) for start, end, words in marks)
        sentences.append(Sentence(index, span))
        text += plain + "\n"
    mentions.sort(key=lambda one: (one.span.start, -one.span.end))
    return Extraction(Document(id, text), tuple(sentences), tuple(mentions), (), (), (), ())


def _read(marked: str) -> tuple[str, list[tuple[int, int, list[str]]]]:
    """Return the text without marks, and each mark with the place of its words."""
    plain = ""
    opened: list[int] = []
    marks: list[tuple[int, int, list[str]]] = []
    for part in re.findall(r"\[|\|[^\]]*\]|[^\[|]+", marked):
        if part == "[":
            opened.append(len(plain))
        elif part.startswith("|"):
            marks.append((opened.pop(), len(plain), part[1:-1].split()))
        else:
            plain += part
    return plain, marks


def _mention(plain: str, start: int, end: int, marks: Sequence[str], sentence: Sentence, document_id: str) -> Mention:
    options = dict(mark.split("=", 1) for mark in marks if "=" in mark)
    words, base = plain[start:end], sentence.span.start
    head = options.get("head", words.split()[-1])
    at = base + start + words.rindex(head)
    fields = dict(_field(mark, is_pronoun="pronoun" in marks) for mark in marks if "=" not in mark)
    unmarked = Mention(
        document_id=document_id,
        span=Span(base + start, base + end),
        text=words,
        head=Span(at, at + len(head)),
        head_lemma=options.get("lemma", head.casefold()),
        kind=MentionKind.NAME,
        sentence=sentence.index,
        clause=base + (plain.index(options["clause"]) if "clause" in options else 0),
        modifiers=frozenset(options["modifiers"].split(",")) if "modifiers" in options else frozenset(),
    )
    return replace(unmarked, **fields)  # type: ignore[arg-type]  # each value stands beside the field of its enum


def _field(word: str, *, is_pronoun: bool) -> tuple[str, StrEnum]:
    """Return the field that a word stands for; `demonstrative` and `indefinite` are said of pronouns and of nouns."""
    fields = [field for field, values in _WORDS.items() if word in values]
    field = "pronoun" if is_pronoun and "pronoun" in fields else fields[0]
    return field, _WORDS[field][word]


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
