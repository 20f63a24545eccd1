"""Make arrays of the columns of a table."""

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct, field
from numpy.typing import NDArray

from guiju.batch.block import Array, Block, Floats, Rows, Truths
from guiju.batch.layout import Column, Layout
from guiju.batch.measuring import Days, days_of, floats_of, surely_as_asked
from guiju.batch.names import PERIOD, UNCERTAINTY
from guiju.batch.spreads import spreads_of
from guiju.tape.model import Columns
from guiju_runtime.data_model import Datum
from guiju_runtime.data_value import NO, YES, option_in, text_in

SMALLEST, LARGEST = 1e-300, 1e300
EMPTY: dict[str, np.generic] = {
    "number": np.float64(0),
    "year": np.float64(0),
    "choice": np.int32(-1),
    "yes_no": np.bool_(False),
}
"""What stands for a value where none is given, by the kind of a datum."""


def columns_of(layout: Layout, table: pa.RecordBatch) -> Columns:
    """Tell which data have a column here, and which of them every declaration gives."""
    present: set[str] = set()
    full: set[str] = set()
    for column in layout.columns:
        present.add(column.datum.path)
        if table.column(column.name).null_count == 0:
            full.add(column.datum.path)
    for group, columns in layout.rows.items():
        inside = table.column(group).flatten()
        for column in columns:
            present.add(column.datum.path)
            if inside.field(column.name).null_count == 0 and inside.null_count == 0:
                full.add(column.datum.path)
    return Columns(present=frozenset(present), full=frozenset(full))


class _Read(Struct, kw_only=True):
    """What has been read of a block so far."""

    values: dict[str, Array] = field(default_factory=dict)
    given: dict[str, Truths] = field(default_factory=dict)
    groups: dict[str, Rows] = field(default_factory=dict)
    wrong: Truths
    end: Days = field(default_factory=lambda: np.zeros(0, dtype="datetime64[D]"))


def block_of(
    layout: Layout, table: pa.RecordBatch, words: Sequence[str], groups: Sequence[str]
) -> Block:
    """Read declarations; one with a value that cannot be used is marked as wrong.

    Args:
        words: the vocabulary in which choices are numbered.
        groups: every repeated group of the standard; one without a column has no rows.
    """
    places = {word: place for place, word in enumerate(words)}
    read = _Read(wrong=np.zeros(table.num_rows, dtype=np.bool_))
    _period(table, read)
    for column in layout.columns:
        _take(column, table.column, places, read, None)
    for group in groups:
        columns = layout.rows.get(group)
        if columns is None:
            nothing = np.zeros(0, dtype=np.int64)
            starts = np.zeros(table.num_rows + 1, dtype=np.int64)
            read.groups[group] = Rows(starts=starts, owner=nothing)
            continue
        lists = table.column(group)
        rows = read.groups[group] = _rows(lists)
        inside = lists.flatten()
        for column in columns:
            _take(column, inside.field, places, read, rows)
    return Block(
        size=table.num_rows,
        values=read.values,
        given=read.given,
        groups=read.groups,
        wrong=read.wrong,
    )


def _rows(lists: pa.ListArray) -> Rows:
    lengths = pc.fill_null(pc.list_value_length(lists), 0).to_numpy().astype(np.int64)
    starts = np.concatenate(([0], np.cumsum(lengths)))
    return Rows(starts=starts, owner=np.repeat(np.arange(len(lengths)), lengths))


def _take(
    column: Column,
    named: Callable[[str], pa.Array],
    places: dict[str, int],
    read: _Read,
    rows: Rows | None,
) -> None:
    """Read one column; rows of a group mark their declaration as wrong."""
    path = column.datum.path
    array = named(column.name)
    given = read.given[path] = _given(array)
    if len(array) and array.null_count == len(array):
        nothing = EMPTY.get(column.datum.kind)
        value, wrong = None if nothing is None else np.broadcast_to(nothing, len(array)), None
    else:
        value, wrong = _value(column, array, given, places)
    if value is not None:
        read.values[path] = value
    if wrong is not None:
        _mark(read, wrong, rows)
    if value is not None and (column.datum.measuring is not None or UNCERTAINTY in column.beside):
        _mark(read, given & ~_surely_said(column, named, value, read, rows), rows)
    if column.datum.unique and rows is not None:
        _mark(read, _repeated(array, rows), rows)


def _surely_said(
    column: Column, named: Callable[[str], pa.Array], value: Array, read: _Read, rows: Rows | None
) -> Truths:
    """Tell of which values it is surely said as asked how they were measured, and how surely."""
    sure, stated = np.ones(len(value), dtype=np.bool_), np.full(len(value), np.nan)
    if UNCERTAINTY in column.beside:
        spreads, wrong = spreads_of(column, named, value, ())
        sure, stated = ~wrong, spreads.halves()
    asked = column.datum.measuring
    if asked is not None:
        end = read.end if rows is None else read.end[rows.owner]
        sure &= surely_as_asked(column, asked, named, value, end, stated)
    return sure


def _given(array: pa.Array) -> Truths:
    """Tell where a column has a value; one truth stands for all where all are the same."""
    if array.null_count in (0, len(array)):
        return np.broadcast_to(np.bool_(array.null_count == 0), len(array))
    found: Truths = array.is_valid().to_numpy(zero_copy_only=False)
    return found


def _mark(read: _Read, wrong: Truths, rows: Rows | None) -> None:
    if rows is None:
        read.wrong |= wrong
    else:
        read.wrong[rows.owner[wrong]] = True


def _value(
    column: Column, array: pa.Array, given: Truths, places: dict[str, int]
) -> tuple[Array | None, Truths | None]:
    """Give the values of a column, and where they cannot be used."""
    kind = column.datum.kind
    if kind in ("number", "year"):
        return _numbers(column, array, given)
    if kind == "choice":
        return _choices(column.datum, array, given, places)
    if kind == "yes_no":
        return _truths(array, given)
    return None, None


def _numbers(column: Column, array: pa.Array, given: Truths) -> tuple[Floats, Truths | None]:
    numbers, read = _floats(array, given)
    if column.ratio != 1:
        numbers = numbers * (column.ratio.numerator / column.ratio.denominator)
    least = 0.0 if column.datum.amount else -LARGEST
    if not array.null_count and len(numbers) and read.all() and _all_right(numbers, least):
        return numbers, None
    sizes = np.abs(numbers)
    right = (numbers >= least) & (sizes <= LARGEST) & ((sizes >= SMALLEST) | (sizes == 0))
    return np.where(given, numbers, 0.0), given & ~(right & read)


def _floats(array: pa.Array, given: Truths) -> tuple[Floats, Truths]:
    """Give numbers, and which of them could be read where they stand as text."""
    if not pa.types.is_string(array.type):
        numbers = array.to_numpy(zero_copy_only=False).astype(np.float64, copy=False)
        return numbers, np.ones(len(array), dtype=np.bool_)
    numbers, read = floats_of(array)
    return numbers, read | ~given


def _all_right(numbers: Floats, least: float) -> bool:
    """Tell whether all numbers can be used, by the least and the greatest of them."""
    low, high = numbers.min(), numbers.max()
    return bool(low >= max(least, SMALLEST) and high <= LARGEST)


def _choices(
    datum: Datum, array: pa.Array, given: Truths, places: dict[str, int]
) -> tuple[Array, Truths]:
    names = [name for name, _ in datum.options]
    if pa.types.is_null(array.type):
        return np.full(len(array), -1, dtype=np.int32), ~given & given
    number = _places(array, names)
    if (given & (number < 0)).any():
        number = _places(_named(datum, array), names)
    known = np.array([*(places.get(name, -1) for name in names), -1], dtype=np.int32)
    return known[number], given & (number < 0)


def _places(array: pa.Array, names: list[str]) -> NDArray[np.int32]:
    index = pc.fill_null(pc.index_in(array, value_set=pa.array(names, type=array.type)), -1)
    found: NDArray[np.int32] = index.to_numpy(zero_copy_only=False)
    return found


def _named(datum: Datum, array: pa.Array) -> pa.Array:
    """Give options by their names where they are called by their labels, each word read once."""
    encoded = array.dictionary_encode()
    words = [option_in(datum, text_in(word) or "") for word in encoded.dictionary.to_pylist()]
    return pa.array(words, array.type).take(encoded.indices)


def _truths(array: pa.Array, given: Truths) -> tuple[Array, Truths | None]:
    if pa.types.is_boolean(array.type):
        return pc.fill_null(array, False).to_numpy(zero_copy_only=False), None
    if pa.types.is_null(array.type):
        return np.zeros(len(array), dtype=np.bool_), None
    said = pc.utf8_trim_whitespace(pc.utf8_lower(array))
    held, denied = (
        pc.fill_null(pc.is_in(said, value_set=pa.array(words)), False).to_numpy(
            zero_copy_only=False
        )
        for words in (YES, NO)
    )
    return held, given & ~(held | denied)


def _repeated(array: pa.Array, rows: Rows) -> Truths:
    """Find the values of a unique datum that a declaration gives twice."""
    numbers = (
        pc.fill_null(array.dictionary_encode().indices, -1)
        .to_numpy(zero_copy_only=False)
        .astype(np.int64)
    )
    given = np.flatnonzero(numbers >= 0)
    repeated = np.zeros(len(numbers), dtype=np.bool_)
    if len(given) > len(np.unique(numbers[given])):
        keys = rows.owner[given] * len(numbers) + numbers[given]
        _, first, times = np.unique(keys, return_inverse=True, return_counts=True)
        repeated[given] = times[first] > 1
    return repeated


def _period(table: pa.RecordBatch, read: _Read) -> None:
    """Read the reporting period: the year it ends in, and its months."""
    read.end = np.full(table.num_rows, "NaT", dtype="datetime64[D]")
    if any(name not in table.schema.names for name in PERIOD):
        read.wrong[:] = True
        return
    begin, end = (days_of(table.column(name)) for name in PERIOD)
    read.end = end
    wrong = np.isnat(begin) | np.isnat(end) | (end < begin)
    read.wrong |= wrong
    read.values["year"] = end.astype("datetime64[Y]").astype(np.int64) + 1970.0
    read.values["period"] = _months(end) - _months(begin - np.timedelta64(1, "D"))


def _months(day: Days) -> Floats:
    """Give the months up to the end of a day, days as a part of their month."""
    month = day.astype("datetime64[M]")
    first, following = (m.astype("datetime64[D]") for m in (month, month + np.timedelta64(1, "M")))
    part = ((day - first).astype(np.float64) + 1) / (following - first).astype(np.float64)
    found: Floats = month.astype(np.int64) + part
    return found
