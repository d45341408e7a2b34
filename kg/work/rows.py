"""Values of `kg.model` as rows of Arrow, and back.

A value class is a struct with its fields in their order and by their names; a tuple is a list, a frozen set a sorted
list, an enum the string it stands for, and `X | None` a field that may be null. Nothing is written twice: the schema is
read off the type hints of the classes, so that a new field of a value is a new column.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import pyarrow as pa

Value = TypeVar("Value")


class _Made(dict[Any, Any]):
    """The values of a class made so far, by what they are made of; strings are made of themselves."""

    def __init__(self, kind: type) -> None:
        super().__init__()
        self._kind = kind

    def __missing__(self, parts: Any) -> Any:
        made = self[parts] = parts if self._kind is str else self._kind(*parts)
        return made


Made = Mapping[Any, _Made]
"""Values made so far, by class."""

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
    return pa.RecordBatch.from_struct_array(_to_column(list(values), hint))


def from_batch(batch: pa.RecordBatch, kind: type[Value]) -> Iterator[Value]:
    """Yield the values that the rows of a batch stand for; columns that are no field of the class are left aside.

    What stands in several places of a batch, as a mention does that acts and speaks, is made once: that takes half the
    memory, and what is the same is seen to be so at once.
    """
    hint: Any = kind
    made = {part: _Made(part) for part in _in_several_places(hint)}
    yield from _from_column(batch.select(schema_of(hint).names).to_struct_array(), hint, made)


@cache
def _type_of(hint: Any) -> pa.DataType:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, tuple)):
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
    """Return the types of the fields of a class by their names, in their order."""
    return get_type_hints(kind)


@cache
def _in_several_places(kind: type) -> frozenset[type]:
    """Return the classes, strings included, of which a value of a class may hold one in several of its parts."""
    found = Counter(_parts_of(kind))
    return frozenset(part for part, times in found.items() if times > 1 and (part is str or not _is_flat(part)))


def _parts_of(hint: Any) -> Iterator[Any]:
    """Yield the types that a type is made of, as often as it is."""
    present = _present(hint)
    if get_origin(present) in (tuple, frozenset):
        yield from _parts_of(get_args(present)[0])
        return
    yield present
    for part in () if _is_flat(present) else _hints(present).values():
        yield from _parts_of(part)


def _to_column(values: Sequence[Any], hint: Any) -> pa.Array:
    """Return values as a column: their parts are made a column each, which is much faster than row by row."""
    if _is_flat(_present(hint)):
        return pa.array(values, _type_of(_present(hint)))
    if _present(hint) is not hint:
        return _to_column_with_gaps(values, _present(hint))
    if get_origin(hint) is None:
        parts = [_to_column(list(map(attrgetter(name), values)), part) for name, part in _hints(hint).items()]
        return pa.StructArray.from_arrays(parts, fields=list(_type_of(hint)))
    rows = list(map(sorted, values)) if get_origin(hint) is frozenset else values
    ends = pa.array(itertools.accumulate(map(len, rows), initial=0), pa.int32())
    inside = _to_column(list(itertools.chain.from_iterable(rows)), get_args(hint)[0])
    return pa.ListArray.from_arrays(ends, inside, type=_type_of(hint))


def _to_column_with_gaps(values: Sequence[Any], hint: Any) -> pa.Array:
    """Return values of a class, some of which are None, as a column; the parts of None are there, and mean nothing."""
    present = [value for value in values if value is not None]
    if not present:
        return pa.array(values, _type_of(hint))
    numbers = itertools.count()
    places = [0 if value is None else next(numbers) for value in values]
    column = _to_column(present, hint).take(pa.array(places, pa.int64()))
    gaps = pa.array([value is None for value in values], pa.bool_())
    return pa.StructArray.from_arrays(column.flatten(), fields=list(_type_of(hint)), mask=gaps)


def _from_column(column: pa.Array, hint: Any, made: Made) -> list[Any]:
    """Return the values that a column stands for; `made` grows by those that may stand elsewhere too."""
    if _is_flat(_present(hint)):
        return _flat_values(column, _present(hint), made)
    if _present(hint) is not hint:
        present = iter(_from_column(column.drop_null(), _present(hint), made))
        return [next(present) if is_there else None for is_there in column.is_valid().to_pylist()]
    kind = get_origin(hint)
    if kind is None:
        rows = zip(*(_from_column(column.field(name), part, made) for name, part in _hints(hint).items()), strict=True)
        return list(map(made[hint].__getitem__, rows) if hint in made else itertools.starmap(hint, rows))
    inside = iter(_from_column(column.flatten(), get_args(hint)[0], made))
    return [kind(itertools.islice(inside, size)) for size in column.value_lengths().to_pylist()]


def _flat_values(column: pa.Array, hint: Any, made: Made) -> list[Any]:
    values: list[Any] = column.to_pylist()
    members: dict[Any, Any] = getattr(hint, "_value2member_map_", {})
    if members:
        return list(map(members.get, values, values))
    return list(map(made[hint].__getitem__, values)) if hint in made else values


def _is_flat(hint: Any) -> bool:
    """Tell whether a column of such values has no parts."""
    return hint in _SCALARS or (isinstance(hint, type) and issubclass(hint, StrEnum))
