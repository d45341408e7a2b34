"""Values go into rows of Arrow and come back as they were."""

from dataclasses import dataclass

import pyarrow as pa
import pytest

from kg.model import Document, Extraction, Span
from kg.work.rows import from_batch, schema_of, to_batch
from tests.corpus import small_resolution


def test_what_articles_say_comes_back_as_it_was() -> None:
    extractions = small_resolution().extractions

    assert tuple(from_batch(to_batch(extractions, Extraction), Extraction)) == extractions


def test_a_mention_that_stands_in_several_places_is_one_value_again() -> None:
    kept = to_batch(small_resolution().extractions, Extraction)

    told = [
        (argument.mention, mention)
        for extraction in from_batch(kept, Extraction)
        for action in extraction.actions
        for argument in action.arguments
        for mention in extraction.mentions
        if mention == argument.mention
    ]

    assert told
    assert all(one is other for one, other in told)


def test_what_may_be_none_may_be_null_and_nothing_else() -> None:
    assert [field.name for field in schema_of(Document) if field.nullable] == ["body"]


def test_columns_that_are_no_field_are_left_aside() -> None:
    batch = to_batch([Span(3, 5)], Span).append_column("key", pa.array(["a1"]))

    assert list(from_batch(batch, Span)) == [Span(3, 5)]


def test_a_type_that_no_column_can_hold_is_refused() -> None:
    @dataclass
    class Odd:
        number: complex

    with pytest.raises(TypeError, match="no column can hold"):
        schema_of(Odd)
