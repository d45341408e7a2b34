"""What most people write first: names, and for each verb its subject and object.

It has the same parse as kg, so that the difference is the extraction alone. Nodes are exact strings: no coreference, no
passives told from actives by "door", no negation, no plans, nobody who says so, no times.
"""

from collections.abc import Iterator

from kg.extract.syntax.token import Token
from kg.extract.syntax.tree import Tree
from kg.model import Span
from tests.quality.output import FoundAction, FoundEntity, FoundMention, Output, Participant

ROLE_OF = {"nsubj": "agent", "nsubj:pass": "patient", "obj": "patient"}


def read_naively(tree: Tree) -> Output:
    """Return the names of an article, one entity for each string, and the verbs with a subject or an object."""
    names: dict[str, list[FoundMention]] = {}
    types: dict[str, str] = {}
    for name in tree.ents:
        names.setdefault(name.text, []).append(FoundMention(Span(name.start_char, name.end_char), "name"))
        types.setdefault(name.text, name.label_)
    entities = {text: FoundEntity(text, types[text], tuple(mentions)) for text, mentions in names.items()}
    return Output(tuple(_actions(tree)), entities)


def _actions(tree: Tree) -> Iterator[FoundAction]:
    for token in tree:
        participants = tuple(_participant(child) for child in token.children if child.dep_ in ROLE_OF)
        if token.pos_ == "VERB" and participants:
            yield FoundAction(_place(token), token.lemma_.lower(), participants)


def _participant(token: Token) -> Participant:
    name = next((name for name in token.tree.ents if name.start <= token.i < name.end), None)
    return Participant(ROLE_OF[token.dep_], name.text if name else None, _place(token))


def _place(token: Token) -> Span:
    return Span(token.idx, token.end_char)
