"""Columns of the many types that programs write, as the few that are calculated with.

Nothing is guessed: a decimal becomes the nearest float, as its text in CSV would; a time without
zone is the time of its day; one with a zone is a day only where it is midnight there, for elsewhere
the same moment may belong to another day.
"""

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

LISTS = (
    pa.types.is_list,
    pa.types.is_large_list,
    pa.types.is_fixed_size_list,
    pa.types.is_list_view,
    pa.types.is_large_list_view,
)
DAY, WORDS, NUMBER = pa.date32(), pa.string(), pa.float64()


def plain_type(kind: pa.DataType) -> pa.DataType:
    """Give the type that a column of this type is calculated with; its own where that is plain."""
    types = pa.types
    if types.is_dictionary(kind) or types.is_run_end_encoded(kind):
        return plain_type(kind.value_type)
    if types.is_large_string(kind) or types.is_string_view(kind):
        return WORDS
    if types.is_decimal(kind) or types.is_float16(kind):
        return NUMBER
    if types.is_date64(kind):
        return DAY
    if types.is_timestamp(kind):
        return WORDS if kind.tz else DAY
    return _plain_rows(kind) if is_list_of_structs(kind) else kind


def _plain_rows(kind: pa.DataType) -> pa.DataType:
    inside = [field.with_type(plain_type(field.type)) for field in kind.value_type]
    if pa.types.is_list(kind) and inside == list(kind.value_type):
        return kind
    return pa.list_(pa.struct([field.with_nullable(True) for field in inside]))


def is_list_of_structs(kind: pa.DataType) -> bool:
    """Tell whether a column of this type holds the rows of a group."""
    return any(fits(kind) for fits in LISTS) and bool(pa.types.is_struct(kind.value_type))


def in_plain_types(table: pa.RecordBatch) -> pa.RecordBatch:
    """Give a table with columns of plain types alone."""
    fields = [field.with_type(plain_type(field.type)) for field in table.schema]
    arrays = [_readable(_plain(column)) for column in table.columns]
    return pa.RecordBatch.from_arrays(arrays, schema=pa.schema(fields))


def _readable(array: pa.Array) -> pa.Array:
    """Give texts with a mark in the place of what is no UTF-8, as some programs write it."""
    if not pa.types.is_string(array.type):
        return array
    try:
        array.validate(full=True)
    except pa.ArrowInvalid:
        texts = array.cast(pa.binary()).to_pylist()
        return pa.array([t.decode("utf-8", "replace") if t is not None else None for t in texts])
    return array


def _plain(array: pa.Array) -> pa.Array:
    """Give the values of a column in its plain type."""
    kind = array.type
    to = plain_type(kind)
    if to == kind:
        return array
    if pa.types.is_dictionary(kind):
        return _plain(array.dictionary_decode())
    if pa.types.is_run_end_encoded(kind):
        return _plain(pc.run_end_decode(array))
    if is_list_of_structs(kind):
        return _rows(array, to)
    for fits, made in MADE:
        if fits(kind):
            return made(array)
    return array.cast(to)


def _nearest(array: pa.Array) -> pa.Array:
    """Give the float nearest to each decimal: only the way by its text never misses it by a bit."""
    return array.cast(WORDS).cast(NUMBER)


def _days(array: pa.Array) -> pa.Array:
    return pc.floor_temporal(array, unit="day").cast(DAY)


def _days_there(array: pa.Array) -> pa.Array:
    """Write the day of each midnight, and of any other time all of it.

    Where nobody here knows the zone, it is the time in UTC.
    """
    try:
        there = pc.local_timestamp(array)
    except pa.ArrowInvalid:
        return pc.binary_join_element_wise(_moments(array), f"UTC ({array.type.tz})", " ")
    day = pc.floor_temporal(there, unit="day")
    days = day.cast(DAY).cast(WORDS)
    return pc.if_else(pc.equal(there, day), days, array.cast(WORDS))


def _moments(array: pa.Array) -> pa.Array:
    return array.cast(pa.timestamp(array.type.unit)).cast(WORDS)


MADE: tuple[tuple[Callable[[pa.DataType], bool], Callable[[pa.Array], pa.Array]], ...] = (
    (pa.types.is_decimal, _nearest),
    (pa.types.is_date64, lambda array: array.cast(DAY, safe=False)),
    (lambda kind: pa.types.is_timestamp(kind) and kind.tz is None, _days),
    (pa.types.is_timestamp, _days_there),
)
"""By its type, what makes a column plain; any other is cast."""


def _rows(lists: pa.Array, kind: pa.DataType) -> pa.ListArray:
    """Give rows of groups with columns of plain types; no list is a list without rows."""
    inside = lists.flatten()
    arrays = [_plain(column) for column in inside.flatten()]
    rows = pa.StructArray.from_arrays(arrays, fields=list(kind.value_type), mask=inside.is_null())
    counts = pc.fill_null(pc.list_value_length(lists), 0).to_numpy(zero_copy_only=False)
    starts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
    return pa.ListArray.from_arrays(pa.array(starts, pa.int32()), rows, type=kind)
