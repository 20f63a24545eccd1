"""One declaration of a table of many, by the number of its row."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from guiju import workspace
from guiju.command_codes import CommandFault, packages
from guiju.table_codes import NO_SUCH_ROW, NOT_A_TABLE
from guiju_runtime.data_model import DataModel
from guiju_runtime.findings import Finding

if TYPE_CHECKING:
    import pyarrow as pa

    from guiju.batch.sources import Source


class TableRow(Struct, frozen=True, kw_only=True):
    """One declaration of a table.

    Attributes:
        table: a Parquet, Arrow or CSV file.
        number: of its row, from 0, as results and findings number declarations.
    """

    table: Path
    number: int


def declaration_of(
    model: DataModel, row: TableRow
) -> tuple[dict[str, object] | None, tuple[Finding, ...]]:
    """Give a row as a declaration, None if the columns do not fit, and what they lack.

    Raises:
        CommandFault: the file cannot be read, is no table, or has no such row.
    """
    workspace.table_can_be_read(row.table)
    with packages("batch"):
        from guiju.batch.heads import table_in
        from guiju.batch.part import wanted
        from guiju.batch.plain_types import in_plain_types
        from guiju.batch.readable import Unreadable
        from guiju.batch.single import declaration_at
    try:
        source, layout = table_in(row.table, model)
        if any(finding.severity == "error" for finding in layout.findings):
            return None, layout.findings
        rows = in_plain_types(_read(source, wanted(source, layout), row))
    except Unreadable as fault:
        raise CommandFault(NOT_A_TABLE, file=row.table.name, reason=fault.reason) from fault
    return dict(declaration_at(layout, rows, 0, model.standard.id)), layout.findings


def _read(source: "Source", names: list[str], row: TableRow) -> "pa.RecordBatch":
    """Read the columns that are used of one row."""
    from guiju.batch.sources import PIECE

    number, within = divmod(row.number, PIECE)
    piece = next(source.pieces(names, number), None)
    if piece is not None and within < piece.rows.num_rows:
        return piece.rows.slice(within, 1)
    rows = source.rows
    if rows is None:
        rows = sum(piece.rows.num_rows for piece in source.pieces(names, 0))
    raise CommandFault(NO_SUCH_ROW, file=row.table.name, row=str(row.number), rows=str(rows))
