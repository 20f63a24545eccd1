"""Factor tables as dense arrays: every combination of keys has its place."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from msgspec import Struct

from guiju.tape.builder import Builder
from guiju_dsl.standard.model import Table, TableRow

NOWHERE = -1


class Found(Struct, frozen=True, kw_only=True):
    """What a look-up gives.

    Attributes:
        value: number, 0 where there is no row.
        missing: whether there is no row.
        row: number of the row of the table, -1 where there is none.
    """

    value: int
    missing: int
    row: int


class _Key(Struct, frozen=True, kw_only=True):
    """One key of a table: its entries in order; behind them stands what none of them is."""

    entries: tuple[str, ...]
    dated: bool

    def places(self) -> range:
        """Give the places of a key: for a dated one the first stands before every entry."""
        return range(len(self.entries) + 1)

    def rank(self, entry: str, place: int) -> float | None:
        """Tell how well a row with ``entry`` fits a key at ``place``, None if it does not."""
        if not entry:
            return -1.0
        at = self.entries.index(entry)
        if self.dated:
            return float(at) if at < place else None
        return 0.0 if at == place else None


def looked_up(builder: Builder, table: Table, keys: tuple[int, ...]) -> Found:
    """Look up the row for ``keys``: years as numbers, choices as words."""
    axes = [_key(table, number) for number in range(len(keys))]
    best = [_best(table, axes, places) for places in product(*(axis.places() for axis in axes))]
    place = builder.zero
    for axis, key in zip(axes, keys, strict=True):
        step = builder.number(Fraction(len(axis.entries) + 1))
        place = builder.plus(builder.times(place, step), _place(builder, axis, key))
    values = tuple(0.0 if at == NOWHERE else float(table.rows[at].value) for at in best)
    row = _taken(builder, place, tuple(float(at) for at in best))
    if builder.apart:
        value = builder.make("factor", (row,), "number", builder.group_of(row), table.path)
    else:
        value = _constant_value(builder, table, best, place) or _taken(builder, place, values)
    return Found(
        value=value,
        missing=_truth(builder, place, tuple(at == NOWHERE for at in best)),
        row=row,
    )


def of_row(builder: Builder, found: Found, values: tuple[float, ...]) -> int:
    """Give one of ``values`` by the row found, 0 where there is none."""
    return _taken(builder, builder.plus(found.row, builder.one), (0.0, *values))


def _key(table: Table, number: int) -> _Key:
    entries = dict.fromkeys(row.keys[number] for row in table.rows if row.keys[number])
    dated = table.dated[number]
    return _Key(entries=tuple(sorted(entries, key=int) if dated else entries), dated=dated)


def _best(table: Table, axes: list[_Key], places: tuple[int, ...]) -> int:
    """Give the number of the row that fits best, as the calculators choose it."""
    best: tuple[tuple[float, ...], int] | None = None
    for number, row in enumerate(table.rows):
        rank = tuple(_ranks(row, axes, places))
        if len(rank) == len(axes) and (best is None or rank > best[0]):
            best = rank, number
    return NOWHERE if best is None else best[1]


def _ranks(row: TableRow, axes: list[_Key], places: tuple[int, ...]) -> Iterator[float]:
    for axis, entry, place in zip(axes, row.keys, places, strict=True):
        rank = axis.rank(entry, place)
        if rank is not None:
            yield rank


def _place(builder: Builder, axis: _Key, key: int) -> int:
    """Give the place of a key along its axis."""
    known = builder.constant(key)
    if axis.dated:
        years = tuple(float(entry) for entry in axis.entries)
        if isinstance(known, Fraction):
            return builder.number(sum(year <= known for year in years))
        return builder.make("rank", (key,), "number", builder.group_of(key), years)
    words = [builder.word(entry) for entry in axis.entries]
    if isinstance(known, int):
        return builder.number(words.index(known) if known in words else len(words))
    return builder.make("position", (key,), "number", builder.group_of(key), tuple(words))


def _constant_value(builder: Builder, table: Table, best: list[int], place: int) -> int | None:
    known = builder.constant(place)
    if not isinstance(known, Fraction):
        return None
    at = best[int(known)]
    return builder.zero if at == NOWHERE else builder.number(table.rows[at].value)


def _taken(builder: Builder, place: int, values: tuple[float, ...]) -> int:
    known = builder.constant(place)
    if isinstance(known, Fraction):
        return builder.number(Fraction(values[int(known)]))
    if len(set(values)) == 1:
        return builder.number(Fraction(values[0]))
    return builder.make("taken", (place,), "number", builder.group_of(place), values)


def _truth(builder: Builder, place: int, truths: tuple[bool, ...]) -> int:
    known = builder.constant(place)
    if isinstance(known, Fraction):
        return builder.truth(truths[int(known)])
    if len(set(truths)) == 1:
        return builder.truth(truths[0])
    return builder.make("taken", (place,), "truth", builder.group_of(place), truths)
