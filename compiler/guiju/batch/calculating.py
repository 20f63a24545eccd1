"""Calculate a batch of declarations: columns at once, what is set aside one by one."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Literal

import numpy as np
import pyarrow as pa
from msgspec import Struct
from numpy.typing import NDArray

from guiju.batch.block import Array, Floats, Truths, Words
from guiju.batch.decoding import block_of, columns_of
from guiju.batch.execution import Execution, Outputs
from guiju.batch.found import Many
from guiju.batch.layout import Layout
from guiju.batch.native.library import NativeExecution, NoCompiler
from guiju.batch.single import declaration_at, outputs_of
from guiju.plan.model import CalculationPlan
from guiju.tape import Columns, tape_of
from guiju.tape.model import Tape, Test
from guiju_runtime.calculating import calculate
from guiju_runtime.calculation_codes import UNUSED_DATUM
from guiju_runtime.calculator import Calculator
from guiju_runtime.findings import Finding
from guiju_runtime.given import shown
from guiju_runtime.steps import unused_datum
from guiju_runtime.testing import not_met, unverified_default, unverified_row

Engine = Literal["local", "native"]

PARTS = ("by_process.", "by_stage.", "by_gas.", "by_origin.")

BLOCK = 8192
"""Declarations calculated at once: their columns fit the cache."""


class BatchResult(Struct, frozen=True, kw_only=True):
    """What a batch gave.

    Attributes:
        outputs: by name: numbers, of which nan has no value, or words, of which an empty one has
            none; shape (declarations,).
        found: findings, test by test.
        faulty: declarations with an error finding; shape (declarations,).
        aside: how many declarations were calculated one by one.
    """

    outputs: dict[str, Floats | Words]
    found: tuple[Many, ...]
    faulty: Truths
    aside: int


class Batch:
    """A standard made ready for tables of one layout.

    Attributes:
        outputs: names of what is calculated; ``parts`` those that are 0 where a footprint has no
            such part.
        operations: how many the tape has where every datum is given.
    """

    def __init__(
        self,
        plan: CalculationPlan,
        calculator: Calculator,
        layout: Layout,
        asked: tuple[str, ...] | None = None,
        *,
        tested: bool = True,
        engine: Engine = "local",
    ) -> None:
        """Keep what every table needs; tapes are made when the columns are seen.

        Args:
            engine: ``local`` runs tapes by NumPy; ``native`` compiles them, as far as there is a
                compiler.

        Raises:
            Refused: a tape cannot express something in the plan.
        """
        self._plan = plan
        self._calculator = calculator
        self._layout = layout
        self._asked = asked
        self._tested = tested
        self._engine = engine
        self._tapes: dict[Columns, Execution | NativeExecution] = {}
        self._groups = tuple(group.path for group in plan.data_model.groups)
        self._data = {datum.path: datum for datum in plan.data_model.data}
        self._provisions = {p.path: p for p in calculator.provisions}
        present = frozenset(c.datum.path for c in layout.columns)
        self._any = self._execution(Columns(present=present, full=present)).tape
        self.outputs = tuple(self._any.outputs)
        self.operations = len(self._any.nodes)
        self.parts = frozenset(n for n in self.outputs if n.startswith(PARTS))

    def calculate(self, table: pa.RecordBatch) -> BatchResult:
        """Calculate every declaration of ``table``; none depends on another."""
        given = {name: self._empty(name, table.num_rows) for name in self.outputs}
        found: list[Many] = []
        aside = 0
        size = BLOCK if self._engine == "local" else max(1, table.num_rows)
        for start in range(0, table.num_rows, size):
            part = table.slice(start, size)
            execution = self._execution(columns_of(self._layout, part))
            block = block_of(self._layout, part, execution.tape.words, self._groups)
            outputs = execution.run(block)
            skipped = outputs.of(execution.tape.aside) | block.wrong
            alone = np.flatnonzero(skipped)
            for name in self.outputs:
                given[name][start : start + part.num_rows] = outputs.named(name)
            clean = self._clean(execution.tape, outputs, skipped)
            found += (many.moved(start) for many in clean)
            for number in alone.tolist():
                found += self._one(part, number, start, given)
            aside += len(alone)
        return BatchResult(
            outputs=given, found=tuple(found), faulty=_faulty(found, table.num_rows), aside=aside
        )

    def _empty(self, name: str, size: int) -> Floats | Words:
        """Give room for an output."""
        node = self._any.nodes[self._any.outputs[name].value]
        return np.full(size, "", dtype=object) if node.kind == "word" else np.full(size, np.nan)

    def _execution(self, columns: Columns) -> Execution | NativeExecution:
        if columns not in self._tapes:
            tape = tape_of(self._plan, columns, self._asked, tested=self._tested)
            self._tapes[columns] = self._made(tape)
        return self._tapes[columns]

    def _made(self, tape: Tape) -> Execution | NativeExecution:
        """Make a tape ready to run; where it cannot be compiled, NumPy runs it."""
        if self._engine == "native":
            with suppress(NoCompiler):
                return NativeExecution(tape)
        return Execution(tape)

    def _one(
        self, table: pa.RecordBatch, number: int, start: int, outputs: dict[str, Floats | Words]
    ) -> Iterator[Many]:
        """Calculate one declaration alone."""
        standard = self._plan.data_model.standard.id
        declaration = declaration_at(self._layout, table, number, standard)
        calculation = calculate(self._calculator, declaration)
        given = outputs_of(calculation)
        nothing = np.nan if given["cfp"] != given["cfp"] else 0.0
        for name, room in outputs.items():
            value = given.get(name, nothing if name in self.parts else np.nan)
            words = room.dtype == object
            room[start + number] = (value if isinstance(value, str) else "") if words else value
        for one in calculation.findings:
            yield Many(
                declarations=np.array([start + number]), finding=partial(_same, one), alike=True
            )

    def _clean(self, tape: Tape, outputs: Outputs, skipped: Truths) -> Iterator[Many]:
        """Give the findings about declarations that are not set aside."""
        for test in tape.tests:
            fails = np.flatnonzero(outputs.of(test.fails))
            rows = outputs.groups.get(test.group)
            owners = fails if rows is None else rows.owner[fails]
            clean = ~skipped[owners]
            fails, owners = fails[clean], owners[clean]
            if not len(fails):
                continue
            at = None if rows is None else fails - rows.starts[owners]
            value = None if test.value is None else outputs.of(test.value)[fails]
            yield Many(
                declarations=owners.astype(np.int64),
                finding=partial(self._at, test, at, value),
                alike=at is None and value is None,
            )

    def _at(
        self, test: Test, rows: NDArray[np.int64] | None, values: Array | None, at: int
    ) -> Finding:
        row = int(rows[at]) if rows is not None else None
        return self._finding(test, row, float(values[at]) if values is not None else None)

    def _finding(self, test: Test, row: int | None, value: float | None) -> Finding:
        provision = self._provisions.get(test.path)
        if provision is not None:
            place = provision.place or provision.path
            inside = f"{place}.".startswith(f"{test.group}.")
            return not_met(provision, shown(test.group, row if inside else None, place), value)
        if test.code is UNUSED_DATUM:
            return unused_datum(self._data[test.path], test.path)
        if test.row < 0:
            return unverified_default(self._calculator.data_model, test.path)
        table = next(t for t in self._plan.rules.tables if t.path == test.path)
        found = table.rows[test.row]
        return unverified_row(table.path, table.label, float(found.value), table.unit.text)


def _faulty(found: list[Many], size: int) -> Truths:
    """Mark the declarations that have an error finding."""
    faulty = np.zeros(size, dtype=np.bool_)
    for many in found:
        if many.finding(0).severity == "error":
            faulty[many.declarations] = True
    return faulty


def _same(one: Finding, _: int) -> Finding:
    return one
