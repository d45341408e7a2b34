"""Reads the tables of a language's TOML files into frozen, typed values."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from kg.errors import LanguageError

Section = TypeVar("Section")


def read_section(cls: type[Section], path: Path, *, shared: Path | None = None) -> Section:
    """Return the dataclass `cls` filled from the TOML file at `path`, and from `shared` where `path` lacks a key.

    Every key of the file is a field of `cls`. Fields are `str`, `int`, `float`, `bool`, an `Enum`, or `tuple[X, ...]`,
    `frozenset[X]`, `Mapping[str, X]` of these; dictionaries come out read-only. A language leaves out what it has no
    words for: a collection or `str` that is no key is empty, a `bool` false. All other fields are keys.

    Raises:
        LanguageError: the file is missing, is no TOML, or does not fit `cls`.
    """
    table = (_table(shared) if shared else {}) | _table(path)
    hints = get_type_hints(cls)
    known = {field.name: field for field in fields(cls)}  # type: ignore[arg-type]  # every section is a dataclass
    if unknown := sorted(table.keys() - known.keys()):
        raise LanguageError(f"unknown key {unknown[0]!r}", where=path)
    needed = {name for name, field in known.items() if field.default is MISSING and field.default_factory is MISSING}
    empty = dict(_empty({name: hints[name] for name in sorted(needed - table.keys())}))
    if missing := sorted(needed - table.keys() - empty.keys()):
        raise LanguageError(f"key {missing[0]!r} is missing", where=path)
    try:
        return cls(**empty, **{key: _convert(value, hints[key]) for key, value in table.items()})
    except (TypeError, ValueError) as error:
        raise LanguageError(f"a value does not fit: {error}", where=path) from error


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LanguageError(f"cannot be read: {error}", where=path) from error


def _empty(hints: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each field that may be left out, with its value then."""
    for name, hint in hints.items():
        if get_origin(hint) is Mapping:
            yield name, MappingProxyType({})
        elif get_origin(hint) in (tuple, frozenset) or hint in (str, bool):
            yield name, (get_origin(hint) or hint)()


def _convert(value: Any, hint: Any) -> Any:
    """Return the TOML `value` as the type `hint`; ValueError or TypeError if it cannot be."""
    origin = get_origin(hint)
    if origin in (tuple, frozenset):
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is no list")
        return origin(_convert(item, get_args(hint)[0]) for item in value)
    if origin is Mapping:
        if not isinstance(value, dict):
            raise TypeError(f"{value!r} is no table")
        return MappingProxyType({key: _convert(item, get_args(hint)[1]) for key, item in value.items()})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise TypeError(f"{value!r} is no {hint.__name__}")
    return value
