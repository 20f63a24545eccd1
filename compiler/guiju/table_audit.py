"""Every intermediate value of every declaration of a table, in a file beside the results.

A column is named as ``guiju explain`` names the value: by the path of its step. Rows of a group are
a list. ``by_flow.…`` is what a flow adds to the footprint of the first product.
"""

from collections.abc import Callable

import numpy as np
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace

from guiju.batch.block import Array, Rows, Truths
from guiju.batch.calculating import BatchResult, Engine
from guiju.batch.decoding import block_of, columns_of
from guiju.batch.execution import Execution, Outputs
from guiju.batch.found import Numbers
from guiju.batch.layout import Layout
from guiju.batch.part import More, rows_of
from guiju.batch.single import declarations_of
from guiju.batch.sources import Piece
from guiju.library import Standard
from guiju.tape.audit import Kept, audit_tape, kept_of
from guiju.tape.model import Columns
from guiju_runtime.calculating import Calculation
from guiju_runtime.messages import Language

AUDIT = "audit"
PIECE = 8_192
"""Declarations of a part: there are hundreds of columns."""
BLOCK = 2_048
TYPES = {"yes_no": pa.bool_(), "choice": pa.string()}


class Audit(Struct, frozen=True, kw_only=True):
    """Asks for every intermediate value."""

    standard: Standard

    @property
    def name(self) -> str:
        """Say that every intermediate value is kept."""
        return AUDIT

    @property
    def files(self) -> tuple[str, ...]:
        """Ask for a file of its own."""
        return (AUDIT,)

    def made_for(self, layout: Layout, _: Engine, __: Language) -> "TableAudit":
        """Make it ready for tables of one layout."""
        return TableAudit(self.standard, layout)


class TableAudit:
    """Intermediate values for tables of one layout."""

    def __init__(self, standard: Standard, layout: Layout) -> None:
        """Find what is kept."""
        self._standard = standard
        self._layout = layout
        self._kept = kept_of(standard.plan, standard.module.CALCULATOR.confidential)
        self._groups = tuple(group.path for group in standard.plan.data_model.groups)
        self._ready: dict[frozenset[str], Execution] = {}
        self.schema = pa.schema([_field(one) for one in self._kept])

    def of(self, piece: Piece, _: BatchResult) -> More:
        """Give the intermediate values of a piece of a table."""
        table = piece.rows
        blocks = [self._block(table.slice(at, BLOCK)) for at in range(0, table.num_rows, BLOCK)]
        values = pa.Table.from_batches(blocks, self.schema)
        fields = dict(zip(self.schema.names, values.columns, strict=True))
        whole = pa.table(rows_of(piece) | fields)
        schema = pa.schema([*list(whole.schema)[: -len(fields) or None], *self.schema])
        return More(files={AUDIT: whole.cast(schema) if fields else whole})

    def _block(self, table: pa.RecordBatch) -> pa.RecordBatch:
        execution = self._execution(columns_of(self._layout, table))
        block = block_of(self._layout, table, execution.tape.words, self._groups)
        outputs = execution.run(block)
        aside = np.flatnonzero(outputs.of(execution.tape.aside) | block.wrong)
        alone = [_Alone(one) for one in self._calculated(table, aside)]
        order = np.arange(table.num_rows)
        order[aside] = table.num_rows + np.arange(len(aside))
        columns = []
        for one, field in zip(self._kept, self.schema, strict=True):
            column = _column(one, outputs, field.type)
            if len(aside):
                singly = pa.array([each.value(one) for each in alone], field.type)
                column = pa.concat_arrays([column, singly]).take(pa.array(order))
            columns.append(column)
        return pa.RecordBatch.from_arrays(columns, schema=self.schema)

    def _execution(self, columns: Columns) -> Execution:
        """Give a tape that asks no more of the columns than they give."""
        for full, execution in self._ready.items():
            if full <= columns.full:
                return execution
        full = columns.full.intersection(*self._ready)
        tape = audit_tape(self._standard.plan, replace(columns, full=full), self._kept)
        self._ready[full] = Execution(tape)
        return self._ready[full]

    def _calculated(self, table: pa.RecordBatch, numbers: Numbers) -> list[Calculation]:
        few = table.take(pa.array(numbers, pa.int64()))
        given = declarations_of(self._layout, few, self._standard.id)
        return [self._standard.calculate(one).calculation for one in given]


def _field(one: Kept) -> pa.Field:
    kind = TYPES.get(one.kind, pa.float64())
    return pa.field(
        one.name, pa.list_(kind) if one.group else kind, metadata={"unit": one.unit or "1"}
    )


def _column(one: Kept, outputs: Outputs, kind: pa.DataType) -> pa.Array:
    """Give a value of every declaration, or a list of those of its rows."""
    if not one.group:
        return _array(outputs, one.name, kind, None)
    rows = outputs.groups[one.group]
    values = _array(outputs, one.name, kind.value_type, rows)
    return pa.ListArray.from_arrays(pa.array(rows.starts, pa.int32()), values, type=kind)


def _array(outputs: Outputs, name: str, kind: pa.DataType, rows: Rows | None) -> pa.Array:
    output = outputs.tape.outputs[name]
    value, there = (_each(outputs, place, rows) for place in (output.value, output.there))
    if pa.types.is_string(kind):
        words = np.array([*outputs.tape.words, ""], dtype=object)
        own = words[np.where(there, value, -1)]
        return pa.array([word or None for word in own.tolist()], kind)
    if pa.types.is_boolean(kind):
        return pa.array(value, kind, mask=~there)
    numbers = np.array(value, dtype=np.float64)
    missing: Truths = ~there | np.isnan(numbers)
    return pa.array(numbers, kind, mask=missing)


def _each(outputs: Outputs, place: int, rows: Rows | None) -> Array:
    """Give a node for every declaration, or for every row of a group."""
    whole = outputs.of(place)
    if rows is None or outputs.tape.nodes[place].group:
        return whole
    return whole[rows.owner]


class _Alone:
    """The values of a declaration that was calculated by itself."""

    def __init__(self, calculation: Calculation) -> None:
        self._run = calculation.main.run
        found = next(iter(calculation.main.footprints.values()))
        self._made = found.cfp == found.cfp
        self._flows: dict[tuple[str, int | None], float] = {}
        for contribution, value in found.weighted if self._made else ():
            key = contribution.flow, contribution.row
            self._flows[key] = self._flows.get(key, 0.0) + value

    def value(self, one: Kept) -> object:
        """Give a value, or a list of those of its rows; None has none."""
        read: Callable[[int | None], object] = self._flow_of(one) if one.flow else self._of(one)
        if not one.group:
            return read(None)
        return [read(row) for row in range(len(self._run.row_values.get(one.group, ())))]

    def _of(self, one: Kept) -> Callable[[int | None], object]:
        def read(row: int | None) -> object:
            values = self._run.values if row is None else self._run.row_values[one.group][row]
            return _plain(values.get(one.path))

        return read

    def _flow_of(self, one: Kept) -> Callable[[int | None], object]:
        def read(row: int | None) -> object:
            return self._flows.get((one.path, row), 0.0) if self._made else None

        return read


def _plain(value: object) -> object:
    """Give a value as a column holds it; None for one that is none, or cannot be used."""
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int | float) and value == value:
        return float(value)
    return None
