"""Tables whose rows are values: functions over values as steps from table to table."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import TypeVar

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

from kg.engine.spark import columns_of
from kg.work.rows import from_batch, to_batch

Given = TypeVar("Given")
Made = TypeVar("Made")

_BATCH = 2000
"""Rows that are in the memory of a process as values at a time."""


@dataclass(frozen=True, slots=True)
class Frames:
    """Where tables are made and kept."""

    session: SparkSession
    folder: Path
    """Every machine must see it."""

    def __post_init__(self) -> None:
        self.session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", _BATCH)

    def of(self, values: Iterable[Given], kind: type[Given]) -> DataFrame:
        """Return a table of values that are here."""
        table = pa.Table.from_batches([to_batch(values, kind)])
        return self.session.createDataFrame(table, columns_of(kind))

    def kept(self, frame: DataFrame, name: str) -> DataFrame:
        """Return a table that is made once, whatever is lost later on, and forgets how."""
        path = str(self.folder / name)
        frame.write.parquet(path)
        return self.session.read.schema(frame.schema).parquet(path)


def each(
    frame: DataFrame, given: type[Given], function: Callable[[Iterable[Given]], Iterable[Made]], made: type[Made]
) -> DataFrame:
    """Return a table of what a function makes of the rows of another one, a batch at a time."""
    return frame.mapInArrow(partial(_each, given=given, function=function, made=made), columns_of(made))


def _each(
    batches: Iterator[pa.RecordBatch],
    *,
    given: type[Given],
    function: Callable[[Iterable[Given]], Iterable[Made]],
    made: type[Made],
) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield from _rows(function(from_batch(batch, given)), made)


def in_groups(
    frame: DataFrame,
    given: type[Given],
    function: Callable[[Sequence[Given]], Iterable[Made]],
    made: type[Made],
    *,
    by: Sequence[str],
    key: Callable[[Given], Hashable],
    order: Sequence[str] = (),
) -> DataFrame:
    """Return a table of what a function makes of the rows that have one key, in their order.

    The key is named as columns, and as what it is of a value. Groups come one after the other in sorted partitions:
    that costs a group less than `applyInArrow`, which makes a table of each.
    """
    together = frame.repartition(*by).sortWithinPartitions(*by, *order)
    return together.mapInArrow(partial(_groups, given=given, function=function, made=made, key=key), columns_of(made))


def _groups(
    batches: Iterator[pa.RecordBatch],
    *,
    given: type[Given],
    function: Callable[[Sequence[Given]], Iterable[Made]],
    made: type[Made],
    key: Callable[[Given], Hashable],
) -> Iterator[pa.RecordBatch]:
    values = (value for batch in batches for value in from_batch(batch, given))
    yield from _rows((one for _, group in groupby(values, key) for one in function(list(group))), made)


def _rows(values: Iterable[Made], kind: type[Made]) -> Iterator[pa.RecordBatch]:
    rest = iter(values)
    while some := list(islice(rest, _BATCH)):
        yield to_batch(some, kind)


def values_in(frame: DataFrame, kind: type[Made]) -> Iterator[Made]:
    """Yield the rows of a table, which come to this process, as values."""
    for batch in frame.toArrow().to_batches():
        yield from from_batch(batch, kind)
