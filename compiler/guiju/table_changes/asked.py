"""Changes asked of a table: what every declaration would come to with them, beside what it is."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import numpy as np
import pyarrow as pa
from msgspec import Struct

from guiju.batch.block import Array, Floats, Truths
from guiju.batch.calculating import Batch, BatchResult, Engine
from guiju.batch.found import Many, Numbers, to_table
from guiju.batch.layout import Layout
from guiju.batch.part import More
from guiju.batch.sources import Piece
from guiju.changing import changed, plan_with
from guiju.command_codes import CommandFault
from guiju.inputs import DatumInput, FactorInput, Input, named, read_text, rows_there
from guiju.library import Standard, standard_of
from guiju.question_codes import NO_SUCH_ROW
from guiju.sureness.table_contributions import FILE
from guiju.sureness.table_pairs import Pairs
from guiju.sureness.table_sides import Question
from guiju.table_changes.both_ways import BothWays
from guiju.table_changes.changed_rows import ChangedRows, lacking_any
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Language
from guiju_runtime.result import data_digest

WITH = "what_if"
"""Stands before the names of results with the changes, and in the name of their findings."""


class Changes(Struct, frozen=True, kw_only=True):
    """Asks what every declaration of a table would come to with changes.

    Attributes:
        written: names of inputs, and values with their units.
        asked: results that are wanted; empty means all of them.
        question: how sure the results and their difference are, or None.
        explained: whether also for what each input adds to the variance, without and with them.
        reference: a declaration that each first footprint is compared with, both without and both
            with the changes, or none.
    """

    standard: Standard
    written: tuple[tuple[str, str], ...]
    asked: tuple[str, ...]
    question: Question | None
    explained: bool = False
    reference: Mapping[str, object] | None = None

    @property
    def name(self) -> str:
        """Say what makes its columns the same as those of another run."""
        compared = data_digest(self.reference) if self.reference is not None else ""
        return f"changes {self.written} {self.question} {self.explained} {compared}"

    @property
    def files(self) -> tuple[str, ...]:
        """Ask for the findings with the changes, and for what makes the variance."""
        return (f"{WITH}.findings", *((FILE, f"{WITH}.{FILE}") if self.explained else ()))

    def references(self) -> tuple[Mapping[str, object] | None, Mapping[str, object] | None]:
        """Give the reference as declared and with the changes, if there is one.

        Raises:
            CommandFault: it cannot be changed so.
        """
        if self.reference is None:
            return None, None
        result = self.standard.calculate(self.reference)
        return self.reference, changed(self.standard, result, self.written).after.declaration

    def exact(self) -> list[tuple[Input, object]]:
        """Give the inputs with their other values, exact, in the unit of each.

        Raises:
            CommandFault: there is no such datum or factor, or a value does not fit.
        """
        return [_exact(self.standard, name, text) for name, text in self.written]

    def made_for(self, layout: Layout, engine: Engine, language: Language) -> "TableChanges":
        """Make both ready for tables of one layout.

        Raises:
            CommandFault: a change is none, or an interval is asked for and there can be none.
        """
        return TableChanges(self, layout, engine, language)


def _exact(standard: Standard, name: str, text: str) -> tuple[Input, object]:
    known = named(standard.plan, None, name)
    value = read_text(known, text)
    if isinstance(value, Finding):
        raise CommandFault(value.code, **dict(value.values))
    return known, value


class TableChanges:
    """What declarations of tables of one layout come to with changes."""

    def __init__(self, asked: Changes, layout: Layout, engine: Engine, language: Language) -> None:
        """Make the standard ready with other factors, and the layout with other data."""
        exact = asked.exact()
        factors = [
            (known, value)
            for known, value in exact
            if isinstance(known, FactorInput) and isinstance(value, Fraction)
        ]
        data = [(known, value) for known, value in exact if isinstance(known, DatumInput)]
        standard = other = asked.standard
        if factors:
            plan = plan_with(standard.plan, factors)
            other = standard_of(plan, standard.place, standard.warnings)
        self._language = language
        self._rows = ChangedRows(layout, data)
        self._batch = Batch(
            other.plan,
            other.module.CALCULATOR,
            self._rows.layout,
            asked.asked or None,
            engine=engine,
        )
        self._pairs: Pairs | None = None
        self._both_ways: BothWays | None = None
        if asked.question is not None:
            sides = (standard, layout), (other, self._rows.layout)
            self._pairs = Pairs(sides, asked.question, asked.written, engine, WITH)
            self._both_ways = BothWays(
                sides, asked.question, asked.references(), engine, WITH, explained=asked.explained
            )

    def of(self, piece: Piece, result: BatchResult) -> More:
        """Give the results with the changes, their differences, and what is found with them."""
        rows, lacking = self._rows.of(piece.rows)
        after = self._batch.calculate(rows)
        without = lacking_any(lacking, rows.num_rows)
        outputs = {name: _blanked(own, without) for name, own in after.outputs.items()}
        columns: dict[str, Array] = {f"{WITH}.conforming": ~(after.faulty | without)}
        columns |= {f"{WITH}.{name}": own for name, own in outputs.items()}
        if "cfp" in outputs:
            columns |= _differences(result.outputs["cfp"], outputs["cfp"])
        many = [*after.found, *_too_few(lacking)]
        moved = tuple(one.moved(piece.start) for one in many)
        said = {f"{WITH}.findings": to_table(moved, self._language, self._batch.clause_of)}
        sure = self._sure(piece, rows, without)
        return More(columns=columns | sure.columns, found=sure.found, files=said | sure.files)

    def _sure(self, piece: Piece, rows: pa.RecordBatch, without: Truths) -> More:
        """Say how sure the results without and with the changes are, if that is asked."""
        if self._pairs is None or self._both_ways is None:
            return More()
        sure = self._pairs.of(piece.rows, rows, without)
        more = self._both_ways.of(piece, rows, without)
        return More(columns=sure.columns | more.columns, found=sure.found, files=more.files)


def _blanked(values: Array, without: Array) -> Array:
    """Take away results of declarations that lack what is changed."""
    if not without.any():
        return values
    return np.where(without, "" if values.dtype == object else np.nan, values)


def _differences(before: Array, after: Array) -> dict[str, Floats]:
    with np.errstate(all="ignore"):
        apart = after - before
        ratio = np.where(before != 0, apart / before, np.nan)
    return {f"{WITH}.difference": apart, f"{WITH}.ratio": ratio}


def _too_few(lacking: dict[str, Numbers]) -> Iterator[Many]:
    """Say which declarations lack a row that is to be changed."""
    for name, counts in lacking.items():
        numbers = np.flatnonzero(counts >= 0)
        there, which = np.unique(counts[numbers], return_inverse=True)
        said = [_no_such_row(name, int(count)) for count in there]
        yield Many(declarations=numbers, said=said, which=which)


def _no_such_row(name: str, count: int) -> Finding:
    return finding(NO_SUCH_ROW, name, name=name, rows=rows_there(count))
