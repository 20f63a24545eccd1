"""How sure, of every declaration of a table, are its results, those with changes, the difference.

What is not changed is off by as much in both; an input with another value is off in proportion.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from guiju.batch.block import Floats, Truths
from guiju.batch.calculating import Engine
from guiju.batch.found import Numbers
from guiju.batch.layout import Layout
from guiju.batch.part import More
from guiju.changing import changed
from guiju.command_codes import CommandFault
from guiju.library import Standard
from guiju.sureness.comparing import BETWEEN, compared_draws, put
from guiju.sureness.effects import Effect, differences, total
from guiju.sureness.table_analytic import effects, ends_of_total
from guiju.sureness.table_columns import Room
from guiju.sureness.table_draws import ends_of
from guiju.sureness.table_sides import (
    Found,
    Question,
    Side,
    results_in,
    there,
    values_of,
)
from guiju.sureness.tables import alone, blank
from guiju.sureness.uncertainty import beside, uncertainties_of_changes
from guiju_runtime.result import data_digest


class Pairs:
    """Intervals of declarations with and without changes, for tables of two layouts."""

    def __init__(
        self,
        sides: tuple[tuple[Standard, Layout], tuple[Standard, Layout]],
        question: Question,
        written: Sequence[tuple[str, str]],
        engine: Engine,
        prefix: str,
    ) -> None:
        """Put both on tapes.

        Args:
            written: the changes, as they are asked of one declaration.
            prefix: stands before the names of results with the changes.
        """
        self._prefix = prefix
        self._question = question
        self._written = written
        (standard, layout), (other, changed_layout) = sides
        first = Side(standard, question, layout, engine)
        self._sides = first, Side(other, question, changed_layout, engine, first.places)
        self._first = next(iter(self._sides[0].footprints), None)

    def of(self, before: pa.RecordBatch, after: pa.RecordBatch, without: Truths) -> More:
        """Give the columns of a piece of a table, and why a declaration has no interval.

        Args:
            without: declarations that cannot be changed so.
        """
        rooms = [Room(side.names, before.num_rows) for side in self._sides]
        between = {name: np.full(before.num_rows, np.nan) for name in BETWEEN}
        size = min(side.block for side in self._sides)
        for start in range(0, before.num_rows, size):
            tables = before.slice(start, size), after.slice(start, size)
            self._block(tables, start, rooms, between)
        self._sides[1].blank_where(without, rooms[1])
        drawn = self._question.sampling is not None
        columns, changed_ones = (room.columns(drawn=drawn) for room in rooms)
        if self._first is not None:
            for own in between.values():
                own[without] = np.nan
            changed_ones |= between
        columns |= {f"{self._prefix}.{name}": own for name, own in changed_ones.items()}
        side = self._sides[0]
        return More(columns=columns, found=rooms[0].reasons(side.footprints, side.standard.id))

    def _block(
        self,
        tables: tuple[pa.RecordBatch, pa.RecordBatch],
        start: int,
        rooms: Sequence[Room],
        between: dict[str, Floats],
    ) -> None:
        found = [side.evaluated(table) for side, table in zip(self._sides, tables, strict=True)]
        alone = self._sides[0].aside(found[0], tables[0])
        alone |= self._sides[1].aside(found[1], tables[1])
        together = np.flatnonzero(~alone)
        if self._question.sampling is None:
            self._derive(found, together, start, rooms, between)
        else:
            self._draw(tables[0], found, together, start, rooms, between)
        for one, room in zip(found, rooms, strict=True):
            blank(one, together, start, room)
        if self._first is not None:
            known = [_known(one, self._first) for one in found]
            for own in between.values():
                own[start + together[~(known[0] & known[1])[together]]] = np.nan
        for number in np.flatnonzero(alone).tolist():
            self._alone(tables[0], number, start, rooms, between)

    def _derive(
        self,
        found: Sequence[Found],
        together: Numbers,
        start: int,
        rooms: Sequence[Room],
        between: dict[str, Floats],
    ) -> None:
        by_side: list[dict[str, tuple[Floats, dict[str, Effect]]]] = []
        for one, room in zip(found, rooms, strict=True):
            known: dict[str, tuple[Floats, dict[str, Effect]]] = {}
            for tape, name, output in results_in(one):
                with np.errstate(all="ignore"):
                    value, own = values_of(tape, output).copy(), effects(tape, output)
                    ends = ends_of_total(total(value, own.values()))
                room.put(name, start + together, ends.at(together))
                known[name] = value, own
            by_side.append(known)
        if self._first is None:
            return
        (value, own), (other, more) = (side[self._first] for side in by_side)
        with np.errstate(all="ignore"):
            apart = total(other - value, differences(own, more))
        known_ends = (apart.median, apart.low, apart.high, 1 - apart.positive)
        for name, end in zip(BETWEEN, known_ends, strict=True):
            between[name][start + together] = end[together]

    def _draw(
        self,
        table: pa.RecordBatch,
        found: Sequence[Found],
        together: Numbers,
        start: int,
        rooms: Sequence[Room],
        between: dict[str, Floats],
    ) -> None:
        first = self._sides[0]
        for numbers in first.chunks(together):
            whose = [(data_digest(first.declaration(table, n)),) for n in numbers]
            data = first.data(whose, by_value=False)
            drawn = []
            for side, one, room in zip(self._sides, found, rooms, strict=True):
                drawn.append(side.draws(one, numbers, data))
                for tape, name, output in results_in(one):
                    ends = ends_of(values_of(tape, output)[numbers], drawn[-1][name])
                    room.put(name, start + np.array(numbers), ends)
            if self._first is not None:
                pairs = zip(drawn[0][self._first], drawn[1][self._first], strict=True)
                for number, (one, other) in zip(numbers, pairs, strict=True):
                    put(between, start + number, compared_draws(one, other))

    def _alone(
        self,
        table: pa.RecordBatch,
        number: int,
        start: int,
        rooms: Sequence[Room],
        between: dict[str, Floats],
    ) -> None:
        """Analyse one declaration by itself."""
        side, question, at = self._sides[0], self._question, np.array([start + number])
        result = side.standard.calculate(side.declaration(table, number))
        try:
            found = changed(side.standard, result, self._written)
            pair = uncertainties_of_changes(
                side.standard, found, question.sampling, question.profile
            )
        except CommandFault:  # it has no such row, or one of both has no interval
            alone(side, result, question, at, rooms[0])
            return
        for one, own, room in zip(self._sides, pair, rooms, strict=True):
            one.put_alone(own, at, room)
        if self._first is not None:
            put(between, int(at[0]), beside(*pair))


def _known(found: Found, name: str) -> Truths:
    [(tape, output)] = [(tape, out) for tape, own, out in results_in(found) if own == name]
    return there(tape, output)
