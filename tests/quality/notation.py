"""Annotation as people write it, to JSON with offsets; `python -m tests.quality.notation` writes the JSON anew.

An article of ours is annotated in `gold/NAME.txt`, line by line:

    @ford ORG                        an entity: its id and type
    role @jansen topman of @ford     what somebody is, and where
    member @ford @bedrijven          who belongs to which group
    > [jansen:Jansen] zei dat [ford=het bedrijf] [klant~haar] dinsdag uitnodigde.
    zei zeggen | agent @jansen
    uitnodigde uitnodigen | agent @ford | patient @klant | time dinsdag = 2025-03-04 | by @jansen

After `>` comes a sentence of the article with its mentions marked: `:` for a name, `=` for a noun phrase, `~` for a
pronoun. Below it are its actions: trigger and lemma, then roles filled by an entity or by words of the sentence, times
with their value (`?` where there is none), `neg`, `future` or `possible`, and who says so. Words stand for their first
occurrence in the sentence; `banen#2` is the second. Every mark and word is checked against the article.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.model import Document
from tests.quality.annotation import ROLES
from tests.quality.readers import read_articles

Row = dict[str, Any]

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = Path(__file__).parent / "gold"
"""Annotation of the seeds."""
UNSEEN = Path(__file__).parent / "unseen"
"""Articles that no rule was made for, with their annotation."""

KINDS = {":": "name", "=": "nominal", "~": "pronoun"}
TYPES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "GROUP"})
MODALITIES = ("future", "possible")

_MARK = re.compile(r"\[(\w+)([:=~])|\]")
_RELATION = re.compile(r"(?P<rel>role|member) @(?P<of>\w+) (?P<value>.+?)(?: of @(?P<org>\w+))?")


class BadAnnotation(Exception):
    """A line that does not fit the article or the notation."""


@dataclass(slots=True)
class _Sentence:
    """Where a sentence stands."""

    start: int
    text: str

    def place(self, words: str) -> list[int]:
        """Return start and end in the article of words of the sentence; `words#2` is their second occurrence."""
        wanted, _, nth = words.partition("#")
        places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", self.text)]
        if len(places) < int(nth or 1):
            raise BadAnnotation(f"{words!r} is not in {self.text!r}")
        start = self.start + places[int(nth or 1) - 1]
        return [start, start + len(wanted)]


@dataclass(slots=True)
class _Draft:
    """An article as far as its annotation has been read."""

    document: Document
    entities: dict[str, Row] = field(default_factory=dict)
    relations: list[Row] = field(default_factory=list)
    actions: list[Row] = field(default_factory=list)
    sentence: _Sentence = field(default_factory=lambda: _Sentence(0, ""))


def compiled(document: Document, lines: Iterable[str]) -> Row:
    """Return the annotation of an article with offsets, as `tests.quality.annotation` reads it.

    Raises:
        BadAnnotation: a sentence, words or an entity are not in the article, or a line is not of the notation.
    """
    draft = _Draft(document)
    for line in filter(None, map(str.strip, lines)):
        if line.startswith("> "):
            _add_sentence(draft, line[2:])
        elif line.startswith("@"):
            _add_entity(draft, line)
        elif relation := _RELATION.fullmatch(line):
            draft.relations.append(_relation(relation.groupdict()))
        else:
            draft.actions.append(_action(draft, line))
    _check(draft)
    return {
        "doc": document.id,
        "published": document.published,
        "language": document.language,
        "text": document.text,
        "entities": list(draft.entities.values()),
        "relations": draft.relations,
        "actions": draft.actions,
    }


def _add_entity(draft: _Draft, line: str) -> None:
    name, _, kind = line[1:].partition(" ")
    if kind not in TYPES or name in draft.entities:
        raise BadAnnotation(f"no entity, or the second of its name: {line!r}")
    draft.entities[name] = {"id": name, "type": kind, "name": "", "mentions": []}


def _relation(parts: Mapping[str, str | None]) -> Row:
    row: Row = {"rel": parts["rel"], "of": parts["of"]}
    row |= {"group": str(parts["value"])[1:]} if parts["rel"] == "member" else {"value": parts["value"]}
    return row | ({"org": parts["org"]} if parts["org"] else {})


def _add_sentence(draft: _Draft, marked: str) -> None:
    """Find the sentence after those before it, and add its mentions to their entities."""
    plain = _MARK.sub("", marked)
    start = draft.document.text.find(plain, draft.sentence.start + len(draft.sentence.text))
    if start < 0:
        raise BadAnnotation(f"not in the article: {plain!r}")
    draft.sentence = _Sentence(start, plain)
    for name, mention in _mentions(draft.document.text, marked, start):
        if name not in draft.entities:
            raise BadAnnotation(f"no such entity: {name!r} in {marked!r}")
        draft.entities[name]["mentions"].append(mention)


def _mentions(text: str, marked: str, start: int) -> Iterator[tuple[str, Row]]:
    """Yield the marked mentions with the ids of their entities, in text order."""
    opened: list[tuple[int, str, str]] = []
    found: list[tuple[int, str, Row]] = []
    removed = 0
    for mark in _MARK.finditer(marked):
        here = start + mark.start() - removed
        removed += len(mark[0])
        if mark[1]:
            opened.append((here, mark[1], KINDS[mark[2]]))
        elif not opened:
            raise BadAnnotation(f"a mark too many: {marked!r}")
        else:
            begin, name, kind = opened.pop()
            found.append((begin, name, {"span": [begin, here], "text": text[begin:here], "kind": kind}))
    if opened:
        raise BadAnnotation(f"a mark is left open: {marked!r}")
    return ((name, mention) for _, name, mention in sorted(found, key=lambda one: (one[0], -one[2]["span"][1])))


def _action(draft: _Draft, line: str) -> Row:
    head, *parts = (part.strip() for part in line.split(" | "))
    words, _, lemma = head.partition(" ")
    sentence = draft.sentence
    row: Row = {
        "sent": [sentence.start, sentence.start + len(sentence.text)],
        "trigger": sentence.place(words),
        "text": words.partition("#")[0],
        "lemma": lemma,
        "roles": {},
        "time": [],
        "polarity": "pos",
        "modality": "actual",
        "source": "author",
    }
    if not lemma:
        raise BadAnnotation(f"no lemma: {line!r}")
    for part in parts:
        _add_part(draft, row, part)
    return row


def _add_part(draft: _Draft, row: Row, part: str) -> None:
    key, _, value = part.partition(" ")
    if key in ROLES:
        filler = {"entity": _known(draft, value)} if value.startswith("@") else {"span": draft.sentence.place(value)}
        row["roles"].setdefault(key, []).append(filler)
    elif key == "time":
        words, _, edtf = value.partition(" = ")
        place = draft.sentence.place(words)
        row["time"].append({"text": words, "value": None if edtf == "?" else edtf, "span": place})
    elif key == "by":
        row["source"] = _known(draft, value)
    elif part == "neg":
        row["polarity"] = "neg"
    elif part in MODALITIES:
        row["modality"] = part
    else:
        raise BadAnnotation(f"no part of an action: {part!r}")


def _known(draft: _Draft, name: str) -> str:
    if name[1:] not in draft.entities:
        raise BadAnnotation(f"no such entity: {name!r}")
    return name[1:]


def _check(draft: _Draft) -> None:
    """Name each entity by its longest name, or its first mention where it has none; each must be mentioned."""
    for entity in draft.entities.values():
        names = [mention["text"] for mention in entity["mentions"] if mention["kind"] == "name"]
        if not entity["mentions"]:
            raise BadAnnotation(f"never mentioned: {entity['id']!r}")
        entity["name"] = max(names, key=len) if names else entity["mentions"][0]["text"]
    for relation in draft.relations:
        for key in ("of", "group", "org"):
            if key in relation:
                _known(draft, f"@{relation[key]}")


def to_json(row: Row) -> str:
    """Return an annotated article as text of a JSON file, an entity, relation or action a line."""
    lists = ("entities", "relations", "actions")
    parts = [f" {json.dumps(key)}: {json.dumps(row[key], ensure_ascii=False)}" for key in row if key not in lists]
    for key in lists:
        lines = ",\n".join(f"  {json.dumps(one, ensure_ascii=False)}" for one in row[key])
        parts.append(f' "{key}": [\n{lines}\n ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def annotations() -> Iterator[tuple[Path, Row]]:
    """Yield every annotation of ours, second readings too, with the JSON file that it belongs in."""
    for folder, texts in ((GOLD, SEEDS), (GOLD / "second", SEEDS), (UNSEEN, UNSEEN / "articles")):
        articles = {document.id: document for document in read_articles(texts)}
        for file in sorted(folder.glob("*.txt")):
            row = compiled(articles[file.stem], file.read_text(encoding="utf-8").splitlines())
            yield file.with_suffix(".json"), row


def main() -> None:
    """Write the JSON of every annotation."""
    for file, row in annotations():
        file.write_text(to_json(row), encoding="utf-8")


if __name__ == "__main__":
    main()
