"""Calculate a batch of declarations: columns at once, what is set aside one by one."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Literal

import numpy as np
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from guiju.batch.block import Array, Floats, Truths, Words
from guiju.batch.decoding import block_of, columns_of
from guiju.batch.execution import Execution, Outputs
from guiju.batch.found import Many
from guiju.batch.layout import Layout
from guiju.batch.native.library import NativeExecution, NoCompiler
from guiju.batch.single import declarations_of, outputs_of
from guiju.plan.model import CalculationPlan
from guiju.tape import Columns, tape_of
from guiju.tape.ages import row_numbered
from guiju.tape.model import Tape, Test
from guiju_runtime.calculating import Calculation, calculate
from guiju_runtime.calculation_codes import UNUSED_DATUM
from guiju_runtime.calculator import Calculator
from guiju_runtime.findings import Finding
from guiju_runtime.given import shown
from guiju_runtime.messages import Text, named
from guiju_runtime.steps import unused_datum
from guiju_runtime.tables import name_of_row
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
        self._ready: dict[frozenset[str], Execution | NativeExecution] = {}
        self._groups = tuple(group.path for group in plan.data_model.groups)
        self._data = {datum.path: datum for datum in plan.data_model.data}
        self._provisions = {p.path: p for p in calculator.provisions}
        self._tables = {table.path: table for table in plan.rules.tables}
        present = frozenset(c.datum.path for c in layout.columns)
        given = Columns(present=present, full=present)
        tape = tape_of(plan, given, asked, tested=tested)
        self.outputs = tuple(tape.outputs)
        self.operations = len(tape.nodes)
        self.parts = frozenset(n for n in self.outputs if n.startswith(PARTS))

    def calculate(self, table: pa.RecordBatch) -> BatchResult:
        """Calculate every declaration of ``table``; none depends on another."""
        found: list[Many] = []
        given: list[dict[str, Array]] = []
        aside = 0
        size = BLOCK if self._engine == "local" else max(1, table.num_rows)
        for start in range(0, max(1, table.num_rows), size):
            part = table.slice(start, size)
            execution = self._execution(columns_of(self._layout, part))
            block = block_of(self._layout, part, execution.tape.words, self._groups)
            outputs = execution.run(block)
            skipped = outputs.of(execution.tape.aside) | block.wrong
            alone = np.flatnonzero(skipped)
            one_by_one = self._alone(part, alone)
            named = {name: outputs.named(name) for name in self.outputs}
            given.append(_filled(named, alone, one_by_one, self.parts) if len(alone) else named)
            found += (many.moved(start) for many in self._clean(execution.tape, outputs, skipped))
            found += _findings(alone + start, one_by_one)
            aside += len(alone)
        return BatchResult(
            outputs={name: _joined([one[name] for one in given]) for name in self.outputs},
            found=tuple(found),
            faulty=_faulty(found, table.num_rows),
            aside=aside,
        )

    def _execution(self, columns: Columns) -> Execution | NativeExecution:
        """Give a tape that asks no more of the columns than they give.

        What two tables fill differently is met by one tape for both, so that there are few.
        """
        for full, execution in self._ready.items():
            if full <= columns.full:
                return execution
        full = columns.full.intersection(*self._ready)
        known = replace(columns, full=full)
        tape = tape_of(self._plan, known, self._asked, tested=self._tested)
        self._ready[full] = self._made(tape)
        return self._ready[full]

    def _made(self, tape: Tape) -> Execution | NativeExecution:
        """Make a tape ready to run; where it cannot be compiled, NumPy runs it."""
        if self._engine == "native":
            with suppress(NoCompiler):
                return NativeExecution(tape)
        return Execution(tape)

    def _alone(self, table: pa.RecordBatch, numbers: NDArray[np.int64]) -> list[Calculation]:
        """Calculate some declarations one by one."""
        standard = self._plan.data_model.standard.id
        few = table.take(pa.array(numbers)) if len(numbers) else table.slice(0, 0)
        given = declarations_of(self._layout, few, standard)
        return [calculate(self._calculator, declaration) for declaration in given]

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
            values, oldest = (
                None if node is None else outputs.of(node)[fails]
                for node in (test.value, test.oldest)
            )
            first, which = _distinct(len(fails), at, values, oldest)
            yield Many(
                declarations=owners.astype(np.int64, copy=False),
                said=[
                    self._finding(
                        test,
                        int(at[place]) if at is not None else None,
                        float(values[place]) if values is not None else None,
                        self._row(oldest, place),
                    )
                    for place in first.tolist()
                ],
                which=which,
            )

    def _row(self, oldest: Array | None, at: int) -> Text | None:
        """Say which row of a table is the oldest."""
        found = row_numbered(self._tables, float(oldest[at])) if oldest is not None else None
        if found is None:
            return None
        table, row = found
        return named(table.label, name_of_row(table.path, row.keys))

    def _finding(
        self, test: Test, row: int | None, value: float | None, oldest: Text | None
    ) -> Finding:
        provision = self._provisions.get(test.path)
        if provision is not None:
            place = provision.place or provision.path
            inside = f"{place}.".startswith(f"{test.group}.")
            at = shown(test.group, row if inside else None, place)
            return not_met(provision, at, value, oldest)
        if test.code is UNUSED_DATUM:
            return unused_datum(self._data[test.path], test.path)
        if test.row < 0:
            return unverified_default(self._calculator.data_model, test.path)
        table = self._tables[test.path]
        found = table.rows[test.row]
        return unverified_row(table.path, table.label, float(found.value), table.unit.text)


def _distinct(size: int, *parts: Array | None) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the places of the first of all that are alike in every part, and which each is like."""
    which = np.zeros(size, dtype=np.int64)
    for part in parts:
        if part is not None:
            _, of_part = np.unique(part, return_inverse=True)
            which = which * (int(of_part.max()) + 1) + of_part
    _, first, which = np.unique(which, return_index=True, return_inverse=True)
    return first, which


def _filled(
    named: Mapping[str, Array],
    alone: NDArray[np.int64],
    one_by_one: list[Calculation],
    parts: frozenset[str],
) -> dict[str, Array]:
    """Put what has been calculated one by one in its places."""
    filled = {name: np.array(values) for name, values in named.items()}
    for number, calculation in zip(alone.tolist(), one_by_one, strict=True):
        given = outputs_of(calculation)
        nothing = np.nan if given["cfp"] != given["cfp"] else 0.0
        for name, room in filled.items():
            value = given.get(name, nothing if name in parts else np.nan)
            words = room.dtype == object
            room[number] = (value if isinstance(value, str) else "") if words else value
    return filled


def _findings(numbers: NDArray[np.int64], one_by_one: list[Calculation]) -> Iterator[Many]:
    """Give the findings about declarations calculated one by one, each once."""
    owners: dict[Finding, list[int]] = {}
    for number, calculation in zip(numbers.tolist(), one_by_one, strict=True):
        for one in calculation.findings:
            owners.setdefault(one, []).append(number)
    for one, declarations in owners.items():
        which = np.zeros(len(declarations), dtype=np.int64)
        yield Many(declarations=np.array(declarations), said=[one], which=which)


def _joined(blocks: list[Array]) -> Array:
    return blocks[0] if len(blocks) == 1 else np.concatenate(blocks)


def _faulty(found: list[Many], size: int) -> Truths:
    """Mark the declarations that have an error finding."""
    faulty = np.zeros(size, dtype=np.bool_)
    for many in found:
        faulty[many.declarations[many.errors()]] = True
    return faulty
