"""Intervals of every declaration of a table: columns beside its results.

A factor has the same draws in every row, and so has a datum of the same value at the same site. A
row depends on what it declares and on the seed alone: not on its place, nor on other rows.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
from msgspec import Struct

from guiju.batch.block import Floats, Truths
from guiju.batch.calculating import BatchResult, Engine
from guiju.batch.found import Numbers
from guiju.batch.layout import Layout
from guiju.batch.part import More
from guiju.batch.sources import Piece
from guiju.command_codes import CommandFault
from guiju.library import Result, Standard
from guiju.question_codes import NO_FOOTPRINT, NO_UNCERTAINTY
from guiju.sureness.table_analytic import Moved, first_order, moved
from guiju.sureness.table_columns import Room
from guiju.sureness.table_contributions import FILE, Contributions
from guiju.sureness.table_draws import ends_of
from guiju.sureness.table_reference import Reference
from guiju.sureness.table_sides import (
    EXACT,
    Found,
    Question,
    Side,
    results_in,
    there,
    values_of,
)
from guiju.sureness.table_tapes import Evaluated
from guiju.sureness.uncertainty import Uncertainty, uncertainties
from guiju_runtime.data_value import text_in
from guiju_runtime.messages import Language
from guiju_runtime.result import data_digest

WITHOUT = (NO_FOOTPRINT, NO_UNCERTAINTY)
"""Faults of a declaration that leave it without interval and the others as they are."""


class Intervals(Struct, frozen=True, kw_only=True):
    """Asks for the intervals of footprints and further results, declaration by declaration.

    Attributes:
        explained: whether also for what each input adds to the variance of the first footprint.
        reference: a declaration that each first footprint is compared with, or none.
    """

    standard: Standard
    question: Question
    explained: bool = False
    reference: Mapping[str, object] | None = None

    @property
    def name(self) -> str:
        """Say what makes its columns the same as those of another run."""
        compared = data_digest(self.reference) if self.reference is not None else ""
        return f"intervals {self.question} {self.explained} {compared}"

    @property
    def files(self) -> tuple[str, ...]:
        """Ask for a file of contributions, or none."""
        return (FILE,) if self.explained else ()

    def made_for(self, layout: Layout, engine: Engine, _: Language) -> "TableIntervals":
        """Make the standard ready for tables of one layout.

        Raises:
            CommandFault: it cannot be analysed, or nothing that is asked for has an interval.
        """
        return TableIntervals(self, layout, engine)


class Kept(Struct, frozen=True, kw_only=True):
    """What is known of a piece of a table so far; ``between`` beside the reference."""

    room: Room
    parts: Contributions
    between: dict[str, Floats]


class TableIntervals:
    """Intervals for tables of one layout."""

    def __init__(self, asked: Intervals, layout: Layout, engine: Engine) -> None:
        """Put on tapes what is asked for; confidential data are told by no contribution."""
        self._drawn = asked.question.sampling is not None
        self._asked = asked
        self._side = Side(asked.standard, asked.question, layout, engine)
        self._first = next(iter(self._side.footprints), "")
        self._told = asked.explained and not asked.standard.module.CALCULATOR.confidential
        self._reference: Reference | None = None
        if asked.reference is not None:
            self._reference = Reference(asked.standard, asked.question, asked.reference)

    def of(self, piece: Piece, _: BatchResult) -> More:
        """Give the columns of a piece of a table, whatever its results."""
        return self.of_piece(piece)

    def of_piece(self, piece: Piece) -> More:
        """Give the columns of a piece of a table, nan where there is no interval, and why."""
        table, side, reference = piece.rows, self._side, self._reference
        kept = Kept(
            room=Room(side.names, table.num_rows),
            parts=Contributions(),
            between=reference.room(table.num_rows) if reference is not None else {},
        )
        for start in range(0, table.num_rows, side.block):
            self._block(table.slice(start, side.block), start, kept)
        return More(
            columns={**kept.room.columns(drawn=self._drawn), **kept.between},
            found=kept.room.reasons(side.footprints, side.standard.id),
            files=dict.fromkeys(self._asked.files, kept.parts.table(piece.start)),
        )

    def _block(self, table: pa.RecordBatch, start: int, kept: Kept) -> None:
        found = self._side.evaluated(table)
        alone = self._side.aside(found, table)
        together = np.flatnonzero(~alone)
        if self._drawn:
            self._draw(table, found, together, start, kept)
        for one, name, output in results_in(found):
            if self._drawn and not (self._told and name == self._first):
                continue
            moving = moved(one, output)
            if not self._drawn:
                ends = first_order(one, output, moving)
                kept.room.put(name, start + together, ends.at(together))
            if name == self._first:
                known = there(one, output) & ~alone
                self._first_moved(table, one, moving, known, start, kept)
        blank(found, together, start, kept.room)
        for number in np.flatnonzero(alone).tolist():
            self._alone(table, number, start, kept)

    def _first_moved(
        self,
        table: pa.RecordBatch,
        one: Evaluated,
        moving: Sequence[Moved],
        known: Truths,
        start: int,
        kept: Kept,
    ) -> None:
        """Say what the first footprint comes from, and compare it to first order."""
        if self._told:
            kept.parts.add(one, moving, known, start)
        if self._reference is None or self._drawn:
            return
        values = values_of(one, self._side.footprints[self._first])
        shared = self._reference.may_be_shared(table, values)
        numbers = np.flatnonzero(known & ~shared)
        self._reference.derive(values, moving, numbers, start + numbers, kept.between)
        for number in np.flatnonzero(known & shared).tolist():
            result = self._side.standard.calculate(self._side.declaration(table, number))
            self._reference.alone(result, start + number, kept.between)

    def _draw(
        self, table: pa.RecordBatch, found: Found, together: Numbers, start: int, kept: Kept
    ) -> None:
        """Draw for declarations that the tapes are for."""
        for numbers in self._side.chunks(together):
            whose = [self._whose(table, number) for number in numbers]
            drawn = self._side.draws(found, numbers, self._side.data(whose))
            for one, name, output in results_in(found):
                values = values_of(one, output)[numbers]
                kept.room.put(name, start + np.array(numbers), ends_of(values, drawn[name]))
                if name == self._first:
                    known = there(one, output)[numbers]
                    self._compare(table, numbers, values, drawn[name], known, start, kept)

    def _compare(
        self,
        table: pa.RecordBatch,
        numbers: Sequence[int],
        values: Floats,
        draws: Floats,
        known: Truths,
        start: int,
        kept: Kept,
    ) -> None:
        """Compare draws of some declarations, of which the ``known`` have a footprint."""
        reference = self._reference
        if reference is None:
            return
        shared = reference.is_drawn_with(table.take(pa.array(numbers)), values) & known
        at = start + np.array(numbers)
        reference.draw(draws[known & ~shared], at[known & ~shared], kept.between)
        for place in np.flatnonzero(shared).tolist():
            result = self._side.standard.calculate(self._side.declaration(table, numbers[place]))
            reference.alone(result, int(at[place]), kept.between)

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
        return said if any(said) else (data_digest(self._side.declaration(table, number)),)

    def _alone(self, table: pa.RecordBatch, number: int, start: int, kept: Kept) -> None:
        at = start + number
        result = self._side.standard.calculate(self._side.declaration(table, number))
        found = alone(self._side, result, self._asked.question, np.array([at]), kept.room)
        if found is None:
            return
        if self._told:
            product = self._side.footprints[self._first].removesuffix(".cfp")
            kept.parts.add_alone(at, found.contributions.get(product, ()))
        if self._reference is not None:
            self._reference.alone(result, at, kept.between)


def alone(
    side: Side, result: Result, question: Question, at: Numbers, room: Room
) -> Uncertainty | None:
    """Analyse one declaration by itself; None where it has no interval.

    Raises:
        CommandFault: its standard cannot be analysed.
    """
    try:
        [found] = uncertainties(side.standard, [result], question.sampling, question.profile)
    except CommandFault as fault:
        if fault.code not in WITHOUT:
            raise
        if fault.code is NO_UNCERTAINTY:
            for name in side.footprints:
                room.put(name, at, EXACT)
        return None
    side.put_alone(found, at, room)
    return found


def blank(found: Found, together: Numbers, start: int, room: Room) -> None:
    """Take away the intervals of results that have no value."""
    for one, name, output in results_in(found):
        room.blank(name, start + together[~there(one, output)[together]])
