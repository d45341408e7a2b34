"""Values of `kg.model` as rows of Arrow, and back.

A value class is a struct with its fields in their order and by their names; a tuple is a list, a frozen set a sorted
list, an enum the string it stands for, and `X | None` a field that may be null. Nothing is written twice: the schema is
read off the type hints of the classes, so that a new field of a value is a new column.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import pyarrow as pa

Value = TypeVar("Value")

_SCALARS: dict[object, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
}


@cache
def schema_of(kind: type) -> pa.Schema:
    """Return the columns of a value class."""
    return pa.schema(list(_type_of(kind).fields))


def to_batch(values: Iterable[Value], kind: type[Value]) -> pa.RecordBatch:
    """Return values of one class as a batch, a row each, in their order."""
    hint: Any = kind  # mypy takes a type variable for unhashable
    rows = map(_encoder(hint), values)
    return pa.RecordBatch.from_struct_array(pa.array(list(rows), _type_of(hint)))


def from_batch(batch: pa.RecordBatch, kind: type[Value]) -> Iterator[Value]:
    """Yield the values that the rows of a batch stand for; columns that are no field of the class are left aside."""
    hint: Any = kind
    yield from map(_decoder(hint), batch.select(schema_of(hint).names).to_pylist())


@cache
def _type_of(hint: Any) -> pa.DataType:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return pa.struct([_field(name, part) for name, part in _hints(hint).items()])
    if get_origin(hint) in (tuple, frozenset):
        return pa.list_(pa.field("item", _type_of(get_args(hint)[0]), nullable=False))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return pa.string()
    raise TypeError(f"no column can hold {hint}")


def _field(name: str, hint: Any) -> pa.Field:
    present = _present(hint)
    return pa.field(name, _type_of(present), nullable=present is not hint)


def _present(hint: Any) -> Any:
    """Return what `hint` is when it is not None."""
    if isinstance(hint, UnionType):
        (present,) = (part for part in get_args(hint) if part is not NoneType)
        return present
    return hint


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@cache
def _encoder(hint: Any) -> Callable[[Any], Any]:
    """Return what makes Python's form of an Arrow value from a value."""
    if _present(hint) is not hint:
        encode = _encoder(_present(hint))
        return lambda value: None if value is None else encode(value)
    if isinstance(hint, type) and is_dataclass(hint):
        parts = [(name, _encoder(part)) for name, part in _hints(hint).items()]
        return lambda value: {name: encode(getattr(value, name)) for name, encode in parts}
    if get_origin(hint) in (tuple, frozenset):
        each = _encoder(get_args(hint)[0])
        arrange = sorted if get_origin(hint) is frozenset else list
        return lambda value: arrange(map(each, value))
    return _itself


@cache
def _decoder(hint: Any) -> Callable[[Any], Any]:
    """Return what makes a value from Python's form of an Arrow value."""
    if _present(hint) is not hint:
        decode = _decoder(_present(hint))
        return lambda value: None if value is None else decode(value)
    if isinstance(hint, type) and is_dataclass(hint):
        parts = [(name, _decoder(part)) for name, part in _hints(hint).items()]
        return lambda row: hint(*[decode(row[name]) for name, decode in parts])
    if origin := get_origin(hint):
        each = _decoder(get_args(hint)[0])
        return lambda value: origin(map(each, value))
    return hint if isinstance(hint, type) and issubclass(hint, StrEnum) else _itself


def _itself(value: Any) -> Any:
    return value
