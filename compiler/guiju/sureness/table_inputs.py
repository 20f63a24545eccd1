"""What of a tape for many declarations may be off: data, defaults and rows of factor tables."""

from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace

from guiju.batch.layout import Layout
from guiju.batch.spreads import says
from guiju.inputs import DatumInput, FactorInput
from guiju.plan.data import as_stated
from guiju.plan.model import CalculationPlan
from guiju.ranges import Range, range_of
from guiju.tape.model import Node, Tape
from guiju_dsl.standard.model import Table
from guiju_runtime.data_model import Datum
from guiju_runtime.spread import Spread
from guiju_runtime.uncertainty import of_factor, uncertainty_of
from guiju_runtime.value_origin import known_source


class OpenDatum(Struct, frozen=True, kw_only=True):
    """A datum that may be off.

    Attributes:
        place: of its node on the tape; ``name`` there.
        spread: of a value of which its row says nothing; None where that is exact.
        stated: whether rows may say more in a column of their own.
        limits: where its value may lie.
        default: whether it is the default of a datum that is not given.
    """

    place: int
    name: str
    datum: Datum
    group: str
    spread: Spread | None
    stated: bool
    limits: Range
    default: bool


class OpenFactor(Struct, frozen=True, kw_only=True):
    """A look-up in a table of which a row may be off.

    Attributes:
        row: node of the number of the row, -1 where there is none.
    """

    place: int
    name: str
    table: str
    group: str
    row: int


class OpenTable(Struct, frozen=True, kw_only=True):
    """A factor table.

    Attributes:
        spreads: by number of a row how far it may be off.
        limits: where a value may lie.
    """

    table: Table
    values: tuple[float, ...]
    spreads: dict[int, Spread]
    limits: Range

    def name(self, row: int) -> str:
        """Name a row as questions do."""
        return FactorInput(table=self.table, keys=self.table.rows[row].keys).name


class Inputs(Struct, frozen=True, kw_only=True):
    """What may be off on one tape; ``tables`` by path."""

    data: tuple[OpenDatum, ...]
    factors: tuple[OpenFactor, ...]
    tables: dict[str, OpenTable]

    def names(self) -> dict[int, str]:
        """Give the names on the tape by place."""
        data = {one.place: one.name for one in self.data}
        return data | {one.place: one.name for one in self.factors}


def inputs_of(plan: CalculationPlan, tape: Tape, stated: Collection[str]) -> Inputs:
    """Find what may be off on a tape that has its inputs apart.

    Args:
        stated: paths of data of which rows may say how far they may be off.
    """
    tables = {table.path: _table(plan, table) for table in plan.rules.tables}
    factors = tuple(_factors(tape, tables))
    used = {one.table for one in factors}
    return Inputs(
        data=tuple(_data(plan, tape, stated)),
        factors=factors,
        tables={path: table for path, table in tables.items() if path in used},
    )


def stated_in(layout: Layout) -> frozenset[str]:
    """Give the paths of data of which rows may say how far they may be off."""
    columns = [*layout.columns, *(c for rows in layout.rows.values() for c in rows)]
    return frozenset(c.datum.path for c in columns if says(c))


def _data(plan: CalculationPlan, tape: Tape, stated: Collection[str]) -> Iterator[OpenDatum]:
    data = {datum.path: datum for datum in plan.data_model.data if datum.kind == "number"}
    for place, node in enumerate(tape.nodes):
        datum = data.get(str(node.payload))
        if datum is None or node.operation not in ("value", "default"):
            continue
        default = node.operation == "default"
        about = None if default else known_source(datum.quality, "")
        spread = uncertainty_of(datum, about, plan.data_model.indicators)
        own = not default and datum.path in stated
        if own or spread is not None:
            yield OpenDatum(
                place=place,
                name=f"~{datum.path}" if default else datum.path,
                datum=datum,
                group=node.group,
                spread=spread,
                stated=own,
                limits=range_of(plan, DatumInput(datum=datum, row=None), ""),
                default=default,
            )


def _factors(tape: Tape, tables: dict[str, OpenTable]) -> Iterator[OpenFactor]:
    for place, node in enumerate(tape.nodes):
        path = str(node.payload)
        if node.operation == "factor" and tables[path].spreads:
            yield OpenFactor(
                place=place,
                name=f"#{path}@{place}",
                table=path,
                group=node.group,
                row=node.arguments[0],
            )


def _table(plan: CalculationPlan, table: Table) -> OpenTable:
    spreads = {
        number: spread
        for number, row in enumerate(table.rows)
        if (spread := of_factor(as_stated(row.uncertainty))) is not None
    }
    any_row = FactorInput(table=table, keys=())
    return OpenTable(
        table=table,
        values=values_of(table),
        spreads=spreads,
        limits=range_of(plan, any_row, ""),
    )


def values_of(table: Table) -> tuple[float, ...]:
    """Give the values of the rows of a table."""
    return tuple(row.value.numerator / row.value.denominator for row in table.rows)


def with_factors(plan: CalculationPlan, tape: Tape) -> Tape:
    """Give the tape with the values of its tables in their look-ups; behind them 0 of no row."""
    tables = {table.path: (*values_of(table), 0.0) for table in plan.rules.tables}

    def filled(node: Node) -> Node:
        known = node.operation == "factor"
        return replace(node, payload=tables[str(node.payload)]) if known else node

    return replace(tape, nodes=tuple(map(filled, tape.nodes)))
