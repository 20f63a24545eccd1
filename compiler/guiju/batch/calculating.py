"""Calculate a batch of declarations: columns at once, what is set aside one by one."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from guiju.batch.block import Floats, Truths, Words
from guiju.batch.decoding import block_of, columns_of
from guiju.batch.execution import Execution
from guiju.batch.found import Many
from guiju.batch.growing import GrowingExecution
from guiju.batch.layout import Layout
from guiju.batch.native.library import NativeExecution, NoCompiler
from guiju.batch.single import PARTS, declarations_of, outputs_of
from guiju.batch.testing import Tests, faulty, found_singly
from guiju.plan.model import CalculationPlan
from guiju.plan.same import Same
from guiju.tape import Columns, tape_of
from guiju.tape.model import Tape
from guiju_runtime.calculating import Calculation, calculate
from guiju_runtime.calculator import Calculator

Engine = Literal["auto", "local", "native"]
Ready = Execution | NativeExecution | GrowingExecution


@lru_cache(maxsize=8)
def _tape_of(
    plan: Same[CalculationPlan], columns: Columns, asked: tuple[str, ...] | None, *, tested: bool
) -> Tape:
    """Put a plan on a tape, once for whatever runs it: a batch asks before it sees a table."""
    return tape_of(plan.value, columns, asked, tested=tested)


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
        clause_of: gives the printed number of the clause that a finding is about, or nothing.
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
        kernels: Path | None = None,
    ) -> None:
        """Keep what every table needs; tapes are made when the columns are seen.

        Args:
            engine: ``local`` runs tapes by NumPy; ``native`` compiles them, as far as there is a
                compiler; ``auto`` compiles them when there are many declarations.
            kernels: folder where what is compiled is kept for other runs, or none.
        """
        self._plan = plan
        self._calculator = calculator
        self._layout = layout
        self._asked = asked
        self._tested = tested
        self._engine = engine
        self._kept = kernels
        self._ready: dict[frozenset[str], Ready] = {}
        self._groups = tuple(group.path for group in plan.data_model.groups)
        self._tests = Tests(plan, calculator)
        present = frozenset(c.datum.path for c in layout.columns)
        tape = self._tape(Columns(present=present, full=present))
        self.outputs = tuple(tape.outputs)
        self._words = {n for n, o in tape.outputs.items() if tape.nodes[o.value].kind == "word"}
        self.operations = len(tape.nodes)
        self.parts = frozenset(n for n in self.outputs if n.startswith(PARTS))
        self.clause_of = calculator.clause_of

    def calculate(self, table: pa.RecordBatch) -> BatchResult:
        """Calculate every declaration of ``table``; none depends on another."""
        found: list[Many] = []
        rooms = {name: self._room(name, table.num_rows) for name in self.outputs}
        start = aside = 0
        while start < table.num_rows:
            part = table.slice(start, self._block)
            execution = self._execution(columns_of(self._layout, part))
            block = block_of(self._layout, part, execution.tape.words, self._groups)
            outputs = execution.run(block)
            skipped = outputs.of(execution.tape.aside) | block.wrong
            alone = np.flatnonzero(skipped)
            one_by_one = self._alone(part, alone)
            singly = [outputs_of(calculation, rooms) for calculation in one_by_one]
            for name, room in rooms.items():
                here = room[start : start + part.num_rows]
                here[:] = outputs.named(name)
                if len(alone):
                    here[alone] = self._singly(singly, name)
            clean = self._tests.found(execution.tape, outputs, skipped)
            found += (many.moved(start) for many in clean)
            found += found_singly(alone + start, one_by_one)
            aside += len(alone)
            start += part.num_rows
        return BatchResult(
            outputs=rooms, found=tuple(found), faulty=faulty(found, table.num_rows), aside=aside
        )

    def _room(self, name: str, size: int) -> Floats | Words:
        """Give room for an output."""
        return np.empty(size, dtype=object if name in self._words else np.float64)

    @property
    def _block(self) -> int:
        """Give the number of declarations that are best calculated at once."""
        return max((one.block for one in self._ready.values()), default=Execution.block)

    def _execution(self, columns: Columns) -> Ready:
        """Give a tape that asks no more of the columns than they give.

        What two tables fill differently is met by one tape for both, so that there are few.
        """
        for full, execution in list(self._ready.items()):  # other threads may add to it
            if full <= columns.full:
                return execution
        full = columns.full.intersection(*self._ready)
        tape = self._tape(replace(columns, full=full))
        self._ready[full] = made(tape, self._engine, self._kept)
        return self._ready[full]

    def _tape(self, columns: Columns) -> Tape:
        return _tape_of(Same(self._plan), columns, self._asked, tested=self._tested)

    def _alone(self, table: pa.RecordBatch, numbers: NDArray[np.int64]) -> list[Calculation]:
        """Calculate some declarations one by one."""
        standard = self._plan.data_model.standard.id
        few = table.take(pa.array(numbers)) if len(numbers) else table.slice(0, 0)
        given = declarations_of(self._layout, few, standard)
        return [calculate(self._calculator, declaration) for declaration in given]

    def _singly(self, given: list[dict[str, float | str]], name: str) -> list[float | str]:
        """Give an output of what has been calculated one by one."""
        if name in self._words:
            words = (one.get(name) for one in given)
            return [word if isinstance(word, str) else "" for word in words]
        part = name in self.parts
        known = (0.0 if part and one["cfp"] == one["cfp"] else np.nan for one in given)
        return [one.get(name, nothing) for one, nothing in zip(given, known, strict=True)]


def made(tape: Tape, engine: Engine, kernels: Path | None) -> Ready:
    """Make a tape ready to run; where it cannot be compiled, NumPy runs it."""
    if engine == "auto":
        return GrowingExecution(tape, kernels)
    if engine == "native":
        with suppress(NoCompiler):
            return NativeExecution(tape, kernels)
    return Execution(tape)
