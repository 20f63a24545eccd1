"""Draws of many declarations: as ``montecarlo`` gives them one by one, several tapes at once.

What is drawn has a name, and name and seed alone determine its draws: so a declaration has the same
interval by itself, in any block of any table and on any engine.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from guiju.batch.block import Array, Block, Floats, Rows
from guiju.sureness.montecarlo import BLOCK, interval_of_draws
from guiju.sureness.naming import changed_name, datum_name, factor_name
from guiju.sureness.places import Places
from guiju.sureness.samplers import Draw, Source
from guiju.sureness.table_analytic import Ends
from guiju.sureness.table_inputs import OpenDatum, OpenFactor, OpenTable
from guiju.sureness.table_tapes import Evaluated
from guiju_runtime.given import shown
from guiju_runtime.spread import Spread

KEPT = 2**25
"""Draws of factors that are kept for all declarations; of more, each is drawn again."""


class Factors:
    """Draws of the rows of factor tables, the same for every declaration."""

    def __init__(self, source: Source, places: Places) -> None:
        """Begin with nothing drawn."""
        self._source = source
        self._places = places
        self._kept: dict[tuple[str, int], Floats] = {}

    def draw(self, table: OpenTable, row: int) -> Draw:
        """Give the draws of a row, from the first on."""
        samples, key = self._source.size, (table.table.path, row)
        kept = self._kept.get(key)
        if kept is None:
            spread, value = table.spreads[row], table.values[row]
            name = table.name(row)
            source = self._source.draw(
                factor_name(name), self._places.of(name, None), value, spread
            )
            if (len(self._kept) + 1) * samples > KEPT:
                return lambda at, size: _within(
                    table.limits.low, table.limits.high, source(at, size)
                )
            kept = _within(table.limits.low, table.limits.high, source(0, samples))
            self._kept[key] = kept
        return lambda at, size: kept[at : at + size]


class Unsure(NamedTuple):
    """A value of a datum that may be off; ``row`` is that of its group, None outside groups."""

    row: int | None
    value: float
    spread: Spread


class Data:
    """Draws of the data of some declarations, which several tapes may read.

    Args:
        whose: of each declaration what its data are named by.
        by_value: whether by their value, too: not where others are it with changes.
    """

    def __init__(
        self,
        source: Source,
        places: Places,
        whose: Sequence[tuple[str, ...]],
        *,
        by_value: bool = True,
    ) -> None:
        """Begin with nothing drawn."""
        self._by_value = by_value
        self._source = source
        self._places = places
        self._whose = whose
        self._sources: dict[tuple[object, ...], Draw] = {}
        self._drawn: dict[tuple[object, ...], tuple[int, Floats]] = {}

    def part(self, number: int, datum: OpenDatum, one: "Unsure", start: int, size: int) -> Floats:
        """Give draws from ``start`` on of a datum of a declaration; parts come in order."""
        key = number, datum.datum.path, one
        at, found = self._drawn.get(key, (-1, _NONE))
        if at == start:
            return found
        if key not in self._sources:
            path = shown(datum.datum.group, one.row, datum.datum.path)
            name = changed_name(self._whose[number][0], path)
            if self._by_value:
                name = datum_name(self._whose[number], path, one.value, one.spread)
            place = self._places.of(datum.datum.path, one.row)
            self._sources[key] = self._source.draw(name, place, one.value, one.spread)
        found = self._sources[key](start, size)
        found = _within(datum.limits.low, datum.limits.high, found)
        self._drawn[key] = start, found
        return found


_NONE: Floats = np.zeros(0)


def _within(low: float, high: float, values: Floats) -> Floats:
    return np.clip(values, low, high, out=values)


class Chunk:
    """Some declarations of a block with the draws of their inputs, run through one tape."""

    def __init__(
        self, found: Evaluated, numbers: Sequence[int], data: Data, factors: Factors
    ) -> None:
        """Find the rows of each declaration; ``numbers`` are theirs in the block."""
        self._found = found
        self._numbers = numbers
        self._data = data
        self._rows = {
            group: [(int(rows.starts[n]), int(rows.starts[n + 1])) for n in numbers]
            for group, rows in found.groups.items()
        }
        self._factors: dict[tuple[str, int], Draw] = {}
        self._shared = factors

    def run(self, outputs: Sequence[str], start: int, size: int) -> dict[str, Floats]:
        """Give outputs of some draws; nan where the calculation stops; (declarations, draws)."""
        opened = self._found.prepared.opened
        values: dict[str, Array] = {
            name: self._known(place, size) for name, place in opened.known.items()
        }
        read = {str(node.payload) for node in opened.tape.nodes if node.operation == "value"}
        for datum in self._found.prepared.inputs.data:
            if datum.name in read:
                values[datum.name] = self._datum(datum, start, size)
        drawn: dict[tuple[str, int], Floats] = {}
        for factor in self._found.prepared.inputs.factors:
            if factor.name in read:
                values[factor.name] = self._factor(factor, start, size, drawn)
        whole = len(self._numbers) * size
        block = Block(
            size=whole,
            values=values,
            given={},
            groups={group: self._laid_out(group, size) for group in self._rows},
            wrong=np.zeros(whole, dtype=np.bool_),
        )
        ran = self._found.prepared.execution.run(block)
        stopped = ran.of(opened.tape.aside)
        shape = len(self._numbers), size
        return {name: np.where(stopped, np.nan, ran.named(name)).reshape(shape) for name in outputs}

    def _laid_out(self, group: str, size: int) -> Rows:
        counts = np.repeat([end - start for start, end in self._rows[group]], size)
        starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
        return Rows(starts=starts, owner=np.repeat(np.arange(len(counts)), counts))

    def _known(self, place: int, size: int) -> Array:
        """Repeat for every draw what does not vary."""
        group, whole = self._found.prepared.tape.nodes[place].group, self._found.of(place)
        if not group:
            return np.repeat(whole[list(self._numbers)], size)
        return np.concatenate([np.tile(whole[a:b], size) for a, b in self._rows[group]])

    def _datum(self, datum: OpenDatum, start: int, size: int) -> Array:
        whole = self._found.of(datum.place)
        given = None if datum.default else self._found.block.given[datum.datum.path]
        parts = []
        for at, number in enumerate(self._numbers):
            a, b = self._rows[datum.group][at] if datum.group else (number, number + 1)
            part = np.empty((size, b - a))
            for row in range(a, b):
                value = float(whole[row])
                part[:, row - a] = value
                spread = self._spread(datum, row) if given is None or given[row] else None
                if spread is not None:
                    one = Unsure(row - a if datum.group else None, value, spread)
                    part[:, row - a] = self._data.part(at, datum, one, start, size)
            parts.append(part.ravel())
        return np.concatenate(parts)

    def _spread(self, datum: OpenDatum, row: int) -> Spread | None:
        """Give the uncertainty of a value: that of its row stands before any other."""
        stated = self._found.stated(datum)
        own = stated.at(row) if stated is not None else None
        return own or datum.spread

    def _factor(
        self, factor: OpenFactor, start: int, size: int, drawn: dict[tuple[str, int], Floats]
    ) -> Array:
        table = self._found.prepared.inputs.tables[factor.table]
        numbers = self._found.of(factor.row)
        parts = []
        for at, number in enumerate(self._numbers):
            a, b = self._rows[factor.group][at] if factor.group else (number, number + 1)
            part = np.zeros((size, b - a))
            for place in range(a, b):
                row = int(numbers[place])
                if row in table.spreads:
                    part[:, place - a] = self._drawn(table, row, start, size, drawn)
                elif row >= 0:
                    part[:, place - a] = table.values[row]
            parts.append(part.ravel())
        return np.concatenate(parts)

    def _drawn(
        self,
        table: OpenTable,
        row: int,
        start: int,
        size: int,
        drawn: dict[tuple[str, int], Floats],
    ) -> Floats:
        key = table.table.path, row
        if key not in self._factors:
            self._factors[key] = self._shared.draw(table, row)
        if key not in drawn:
            drawn[key] = self._factors[key](start, size)
        return drawn[key]


def chunks(numbers: Sequence[int], samples: int) -> Iterator[Sequence[int]]:
    """Give declarations so many at a time that their draws fit the cache."""
    together = max(1, BLOCK // samples)
    for start in range(0, len(numbers), together):
        yield numbers[start : start + together]


def parts_of(samples: int, together: int) -> Iterator[tuple[int, int]]:
    """Cut the draws of some declarations so that they fit the cache: first number, and how many."""
    most = samples if together > 1 else BLOCK
    for start in range(0, samples, most):
        yield start, min(most, samples - start)


def ends_of(values: Floats, draws: Floats) -> Ends:
    """Give the intervals of one result by its draws; nan where it does not vary.

    Args:
        values: as declared; shape (declarations,).
        draws: shape (declarations, draws).
    """
    found = [interval_of_draws(float(value), one) for value, one in zip(values, draws, strict=True)]
    varies = np.array([one.deviation > 0 for one in found], dtype=np.bool_)

    def column(name: str) -> Floats:
        return np.where(varies, [getattr(one, name) for one in found], np.nan)

    return Ends(
        median=column("median"),
        low=column("low"),
        high=column("high"),
        deviation=column("deviation"),
        without=np.isnan(draws).sum(axis=1).astype(np.float64),
    )
