"""Intervals of every declaration of a table: columns beside its results.

A factor has the same draws in every row, and so has a datum of the same value at the same site. A
row depends on what it declares and on the seed alone: not on its place, nor on other rows.
"""

from collections.abc import Sequence
from contextlib import suppress
from itertools import chain

import numpy as np
import pyarrow as pa
from msgspec import Struct

from guiju.batch.block import Floats, Truths
from guiju.batch.calculating import Engine
from guiju.batch.found import Many, Numbers
from guiju.batch.layout import Column, Layout
from guiju.batch.single import declaration_at
from guiju.command_codes import CommandFault
from guiju.library import Standard
from guiju.question_codes import NO_FOOTPRINT, NO_UNCERTAINTY
from guiju.sureness.analysis import without_findings
from guiju.sureness.montecarlo import Sampling, must_be_enough
from guiju.sureness.table_analytic import Ends, first_order
from guiju.sureness.table_columns import SUFFIXES, Names, Room, results_of
from guiju.sureness.table_draws import Chunk, Data, Factors, chunks, ends_of, parts_of
from guiju.sureness.table_tapes import Evaluated, Tapes
from guiju.sureness.uncertainty import Uncertainty, uncertainties
from guiju_runtime.data_value import text_in
from guiju_runtime.result import data_digest

WITHOUT = (NO_FOOTPRINT, NO_UNCERTAINTY)
"""Faults of a declaration that leave it without interval and the others as they are."""
EXACT = Ends(**{field: np.array([np.nan]) for field in SUFFIXES.values()}, without=np.zeros(1))
"""Of a footprint that nothing uncertain bears on."""
SAYS_HOW_SURE = {"uncertainty", "count", "spread"}
"""Words beside a value that give it an uncertainty of its own."""


class Intervals(Struct, frozen=True, kw_only=True):
    """Gives the intervals of footprints and further results, declaration by declaration.

    Attributes:
        sampling: how draws are made; None for the first-order way.
        profile: rule book in place of the standard itself.
        asked: results that are wanted; empty means all of them.
    """

    standard: Standard
    sampling: Sampling | None
    profile: str
    asked: tuple[str, ...]

    @property
    def name(self) -> str:
        """Say what makes its columns the same as those of another run."""
        return f"{self.sampling}|{self.profile}"

    def made_for(self, layout: Layout, engine: Engine) -> "TableIntervals":
        """Make the standard ready for tables of one layout.

        Raises:
            CommandFault: it cannot be analysed, or nothing that is asked for has an interval.
        """
        if self.sampling is not None:
            must_be_enough(self.sampling)
        return TableIntervals(self, layout, engine)


class TableIntervals:
    """Intervals for tables of one layout."""

    def __init__(self, asked: Intervals, layout: Layout, engine: Engine) -> None:
        """Put on tapes what is asked for: what stops a further result stops no footprint."""
        self._asked = asked
        self._layout = layout
        if asked.sampling is None:
            engine = "local"  # derivatives run no opened tape: there is nothing to compile
        self._footprints, results = results_of(asked.standard, asked.profile, asked.asked)
        bare = without_findings(asked.standard.plan, asked.profile, further=False)
        whole = without_findings(asked.standard.plan, asked.profile, further=True)
        self._tapes: list[tuple[Tapes, Names]] = []
        if self._footprints:
            tapes = Tapes(bare, tuple(self._footprints.values()), layout, engine)
            self._tapes.append((tapes, self._footprints))
        if results:
            with suppress(CommandFault):  # of such results nothing is said, as of one declaration
                tapes = Tapes(whole, tuple(results.values()), layout, engine)
                self._tapes.append((tapes, results))
        self._names = tuple(chain.from_iterable(names for _, names in self._tapes))
        self._factors = Factors(asked.sampling) if asked.sampling is not None else None

    def of(self, table: pa.RecordBatch) -> tuple[dict[str, Floats], tuple[Many, ...]]:
        """Give the columns of a piece of a table, nan where there is no interval, and why."""
        room = Room(self._names, table.num_rows)
        size = min(tapes.block for tapes, _ in self._tapes)
        for start in range(0, table.num_rows, size):
            self._block(table.slice(start, size), start, room)
        reasons = room.reasons(self._footprints, self._asked.standard.id)
        return room.columns(drawn=self._factors is not None), reasons

    def _block(self, table: pa.RecordBatch, start: int, room: Room) -> None:
        found = [(tapes.evaluated(table), names) for tapes, names in self._tapes]
        alone = _says_how_sure(self._layout, table)
        for one, _ in found:
            alone |= one.aside
        together = np.flatnonzero(~alone)
        if len(together) and self._asked.sampling is not None:
            self._draw(table, found, together, start, room)
        for one, names in found:
            for name, output in names.items():
                if self._asked.sampling is None:
                    ends = _taken(first_order(one, output), together)
                    room.put(name, start + together, ends)
                room.blank(name, start + together[~_there(one, output)[together]])
        for number in np.flatnonzero(alone).tolist():
            self._alone(table, number, start, room)

    def _draw(
        self,
        table: pa.RecordBatch,
        found: Sequence[tuple[Evaluated, Names]],
        together: Numbers,
        start: int,
        room: Room,
    ) -> None:
        """Draw for declarations that the tapes are for."""
        sampling, factors = self._asked.sampling, self._factors
        assert sampling is not None
        assert factors is not None
        for numbers in chunks(together.tolist(), sampling):
            data = Data(sampling, [self._whose(table, number) for number in numbers])
            ran = [(Chunk(one, numbers, data, factors), names) for one, names in found]
            drawn = self._drawn(ran, len(numbers), sampling.samples)
            for one, names in found:
                for name, output in names.items():
                    ends = ends_of(_values(one, output)[numbers], drawn[name])
                    room.put(name, start + np.array(numbers), ends)

    def _drawn(
        self, ran: Sequence[tuple[Chunk, Names]], count: int, samples: int
    ) -> dict[str, Floats]:
        """Run all draws of some declarations, part by part."""
        whole = {name: np.empty((count, samples)) for name in self._names}
        for start, size in parts_of(samples, count):
            for chunk, names in ran:
                part = chunk.run(tuple(names.values()), start, size)
                for name, output in names.items():
                    whole[name][:, start : start + size] = part[output]
        return whole

    def _whose(self, table: pa.RecordBatch, number: int) -> tuple[str, ...]:
        """Give what the data of a declaration are named by."""
        columns = [
            table.column(name) if name in table.schema.names else None
            for name in ("company", "site")
        ]
        said = tuple(
            (text_in(column[number].as_py()) or "") if column is not None else ""
            for column in columns
        )
        if any(said):
            return said
        standard = self._asked.standard.id
        return (data_digest(declaration_at(self._layout, table, number, standard)),)

    def _alone(self, table: pa.RecordBatch, number: int, start: int, room: Room) -> None:
        """Analyse one declaration by itself."""
        asked = self._asked
        declaration = declaration_at(self._layout, table, number, asked.standard.id)
        result = asked.standard.calculate(declaration)
        at = np.array([start + number])
        try:
            [found] = uncertainties(asked.standard, [result], asked.sampling, asked.profile)
        except CommandFault as fault:
            if fault.code not in WITHOUT:
                raise
            if fault.code is NO_UNCERTAINTY:
                for name in self._footprints:
                    room.put(name, at, EXACT)
            return
        for _, names in self._tapes:
            for name, output in names.items():
                ends = _alone_ends(found, output)
                if ends is not None:
                    room.put(name, at, ends)


def _taken(ends: Ends, numbers: Numbers) -> Ends:
    return Ends(**{name: getattr(ends, name)[numbers] for name in Ends.__struct_fields__})


def _values(found: Evaluated, output: str) -> Floats:
    return np.asarray(found.of(found.prepared.tape.outputs[output].value), dtype=np.float64)


def _there(found: Evaluated, output: str) -> Truths:
    """Tell where an output has a value."""
    there = found.of(found.prepared.tape.outputs[output].there).astype(np.bool_)
    return there & ~np.isnan(_values(found, output))


def _alone_ends(found: Uncertainty, output: str) -> Ends | None:
    """Give the interval of an output of one declaration, None if it has none."""
    product, result = output.removesuffix(".cfp"), output.removeprefix("results.")
    own = found.results.get(result) if result != output else found.intervals.get(product)
    if own is None:
        return None
    without = found.drawn.without_value(product) if found.drawn and result == output else 0
    varies = own.deviation > 0
    ends = {"median": own.median, "low": own.low, "high": own.high, "deviation": own.deviation}
    known = {name: np.array([end if varies else np.nan]) for name, end in ends.items()}
    return Ends(**known, without=np.array([float(without)]))


def _says_how_sure(layout: Layout, table: pa.RecordBatch) -> Truths:
    """Mark declarations in which a value has an uncertainty of its own beside it."""
    found = np.zeros(table.num_rows, dtype=np.bool_)
    for column in layout.columns:
        for name in _besides(column):
            found |= table.column(name).is_valid().to_numpy(zero_copy_only=False)
    for group, columns in layout.rows.items():
        beside = [name for column in columns for name in _besides(column)]
        lists = table.column(group).to_pylist() if beside else []
        for number, given in enumerate(lists):
            rows = given or ()
            found[number] |= any(
                (row or {}).get(name) is not None for row in rows for name in beside
            )
    return found


def _besides(column: Column) -> list[str]:
    return [f"{column.name}.{word}" for word in column.beside if word in SAYS_HOW_SURE]
