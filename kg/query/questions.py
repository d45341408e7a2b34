"""Where questions come from, and how their parameters are filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg.characters import writable
from kg.errors import QueryError
from kg.ontology import question_files

_PARAMETER = re.compile(r"VALUES\s+[?$](\w+)\s*\{\s*(\"(?:[^\"\\\n]|\\.)*\"|<[^<>\s]*>)\s*\}", re.IGNORECASE)
_NAME = re.compile(r"[\w-]+")
_HEADER = re.compile(r"^#\s*(nl|en):\s*(.*)$", re.MULTILINE)
_IRI = re.compile(r"https?://[^\x00-\x20<>\"{}|^`\\]+")


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a name, from ontology/queries."""

    name: str
    dutch: str
    english: str
    parameters: Mapping[str, str]
    """What each parameter is where nothing else is said, by name."""


def questions() -> tuple[Question, ...]:
    """Return the questions that have a name, by name."""
    return tuple(_question(name, path.read_text(encoding="utf-8")) for name, path in question_files().items())


def read_question(question: str | Path) -> tuple[str, str]:
    """Return the name and the SPARQL of a question: of a file, of a known name, or the text itself.

    Raises:
        QueryError: there is no such file or name, or it is no UTF-8.
    """
    text = str(question)
    known = question_files()
    if text in known:
        return text, _read(known[text])
    if isinstance(question, Path) or text.endswith(".rq"):
        return text, _read(Path(question))
    if _NAME.fullmatch(text):
        raise QueryError(f"is no question that kg knows; it knows {', '.join(known)}", where=text)
    return "query", _with_plain_newlines(text)


def refuse_unknown_parameters(text: str, parameters: Mapping[str, str], *, name: str) -> None:
    """Raise if a question has no parameter of a name that is given.

    Raises:
        QueryError: the question has no such parameter.
    """
    has = defaults_of(text)
    if unknown := sorted(parameters.keys() - has.keys()):
        these = f"it has {', '.join(has)}" if has else "it has none"
        raise QueryError(f"the question has no parameter {unknown[0]}; {these}", where=name)


def defaults_of(text: str) -> dict[str, str]:
    """Return what each parameter of a question is where nothing else is said, by name."""
    return {found[1]: found[2][1:-1] for found in _PARAMETER.finditer(text)}


def with_parameters(text: str, parameters: Mapping[str, str]) -> str:
    """Return a question with the values of `VALUES ?parameter { ... }` replaced; a web address becomes an IRI.

    pyoxigraph writes the value, so that whatever it holds, it stays one term. (It could bind variables too, but only
    those that a question returns.)
    """

    def filled(found: re.Match[str]) -> str:
        return f"VALUES ?{found[1]} {{ {_term(parameters[found[1]])} }}" if found[1] in parameters else found[0]

    return _PARAMETER.sub(filled, text)


def _question(name: str, text: str) -> Question:
    said = dict(_HEADER.findall(text))
    return Question(name, said.get("nl", ""), said.get("en", ""), MappingProxyType(defaults_of(text)))


def _read(path: Path) -> str:
    try:
        return _with_plain_newlines(path.read_bytes().decode())
    except OSError as error:
        raise QueryError(f"cannot be read: {error.strerror}", where=path) from error
    except UnicodeDecodeError as error:
        raise QueryError("cannot be read: it is no UTF-8", where=path) from error


def _with_plain_newlines(text: str) -> str:
    """Return a text without carriage returns: they end a comment in SPARQL, but not for all who read it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _term(value: str) -> ox.NamedNode | ox.Literal:
    try:
        return ox.NamedNode(value) if _IRI.fullmatch(value) else ox.Literal(writable(value))
    except ValueError:  # looks like an address, but is none
        return ox.Literal(writable(value))
