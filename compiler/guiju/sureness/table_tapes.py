"""The tape of a standard made ready to ask, for many declarations, how sure its results are."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace

from guiju.batch.block import Array, Block, Rows, Truths
from guiju.batch.calculating import Engine, Ready, made
from guiju.batch.decoding import block_of, columns_of
from guiju.batch.layout import Layout
from guiju.batch.program import Program, program_of
from guiju.batch.spreads import Spreads, spreads_in
from guiju.command_codes import CommandFault
from guiju.plan.model import CalculationPlan
from guiju.question_codes import NOT_ANALYSABLE
from guiju.sureness.table_inputs import Inputs, OpenDatum, inputs_of, stated_in, with_factors
from guiju.tape import Columns, tape_of
from guiju.tape.lowering import Refused
from guiju.tape.model import Tape
from guiju.tape.opening import Opened, opened

ROOM = 2**22
"""Numbers held at once for the intermediate values of a block."""
LEAST, MOST = 128, 8192
"""Declarations of a block."""


class Prepared(Struct, frozen=True, kw_only=True):
    """A tape ready to be run as declared, for derivatives and for draws.

    Attributes:
        program: keeps every intermediate value.
        execution: of the opened tape.
    """

    tape: Tape
    program: Program
    inputs: Inputs
    opened: Opened
    execution: Ready


class Evaluated(Struct, frozen=True, kw_only=True):
    """A tape with the values of every node for a block of declarations, as declared.

    Attributes:
        spreads: by path of a datum the uncertainties that rows state.
    """

    prepared: Prepared
    block: Block
    values: Mapping[int, Any]
    groups: Mapping[str, Rows]
    spreads: Mapping[str, Spreads]

    @property
    def aside(self) -> Truths:
        """Tell which declarations the tape is not for; shape (declarations,)."""
        return self.of(self.prepared.tape.aside) | self.block.wrong

    def of(self, place: int) -> Array:
        """Give the values of a node, one for each declaration or row."""
        group = self.prepared.tape.nodes[place].group
        size = self.groups[group].size if group else self.block.size
        return np.broadcast_to(self.values[place], (size,))

    def stated(self, datum: OpenDatum) -> Spreads | None:
        """Give the uncertainties that rows state of a datum, if they may state any."""
        return self.spreads[datum.datum.path] if datum.stated else None


class Tapes:
    """Tapes of some outputs of one plan; one more where the columns at hand ask for it.

    Attributes:
        block: how many declarations are evaluated at once.
    """

    def __init__(
        self, plan: CalculationPlan, asked: tuple[str, ...], layout: Layout, engine: Engine
    ) -> None:
        """Make the tape for columns in which everything is given.

        Raises:
            CommandFault: a tape cannot express something that is asked for.
        """
        self._plan = plan
        self._asked = asked
        self._layout = layout
        self._engine = engine
        self._groups = tuple(group.path for group in plan.data_model.groups)
        self._ready: dict[frozenset[str], Prepared] = {}
        columns = [*layout.columns, *(c for rows in layout.rows.values() for c in rows)]
        present = frozenset(column.datum.path for column in columns)
        first = self._tape(Columns(present=present, full=present))
        self.outputs = {
            name for name, o in first.outputs.items() if first.nodes[o.value].kind == "number"
        }
        self.block = max(LEAST, min(MOST, ROOM // len(first.nodes)))

    def evaluated(self, table: pa.RecordBatch) -> Evaluated:
        """Evaluate a block of declarations as declared."""
        prepared = self._prepared(columns_of(self._layout, table))
        block = block_of(self._layout, table, prepared.tape.words, self._groups)
        block = replace(block, groups=dict(block.groups))  # a series adds its rows
        with np.errstate(all="ignore"):
            values = prepared.program(block)
        return Evaluated(
            prepared=prepared,
            block=block,
            values=values,
            groups=block.groups,
            spreads=spreads_in(self._layout, table, block.values, self._plan.data_model.indicators),
        )

    def _prepared(self, columns: Columns) -> Prepared:
        for full, prepared in self._ready.items():
            if full <= columns.full:
                return prepared
        full = columns.full.intersection(*self._ready)
        tape = self._tape(replace(columns, full=full))
        inputs = inputs_of(self._plan, tape, stated_in(self._layout))
        whole, part = with_factors(self._plan, tape), opened(tape, inputs.names())
        self._ready[full] = Prepared(
            tape=whole,
            program=program_of(whole, audited=True),
            inputs=inputs,
            opened=part,
            execution=made(part.tape, self._engine, None),
        )
        return self._ready[full]

    def _tape(self, columns: Columns) -> Tape:
        try:
            return tape_of(self._plan, columns, self._asked, tested=False, apart=True)
        except Refused as fault:
            standard = self._plan.data_model.standard.id
            raise CommandFault(NOT_ANALYSABLE, standard=standard, reason=fault.reason) from fault
