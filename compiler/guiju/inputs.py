"""What a result is made of and a question may change: a datum, or a factor of the standard."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from guiju.command_codes import CommandFault
from guiju.plan.model import CalculationPlan
from guiju.question_codes import NO_SUCH_ROW, UNKNOWN_INPUT
from guiju_dsl.names.near import near
from guiju_dsl.standard.model import Table
from guiju_runtime.data_model import DataModel, Datum
from guiju_runtime.data_value import Exact, read_value
from guiju_runtime.findings import Finding
from guiju_runtime.given import Place, Reading, shown
from guiju_runtime.messages import Text

WRITTEN = re.compile(r"\s*([^\[\]]+?)\s*(?:\[([^\]]*)\]\s*(\.[^\[\]]+)?)?\s*")
MOST_KNOWN = 6
MOST_ROWS = 100_000
"""No declaration of a table has more rows that a question could name."""


class DatumInput(Struct, frozen=True, kw_only=True):
    """A datum, in a row of its group if it has one.

    Attributes:
        row: counted from 0, None outside groups.
    """

    datum: Datum
    row: int | None

    @property
    def name(self) -> str:
        """Give the path, with the number of the row."""
        return shown(self.datum.group, self.row, self.datum.path)

    @property
    def label(self) -> Text:
        """Give what it is called."""
        return self.datum.label

    @property
    def unit(self) -> str:
        """Give its declared unit."""
        return self.datum.unit

    @property
    def place(self) -> Place:
        """Give where its value stands."""
        return Place(self.datum.path, self.row)


class FactorInput(Struct, frozen=True, kw_only=True):
    """A row of a factor table."""

    table: Table
    keys: tuple[str, ...]

    @property
    def name(self) -> str:
        """Give the path of the table, with the keys of the row."""
        return row_name(self.table.path, self.keys)

    @property
    def label(self) -> Text:
        """Give what it is called."""
        return self.table.label

    @property
    def unit(self) -> str:
        """Give its unit."""
        return self.table.unit.text

    @property
    def datum(self) -> Datum:
        """Describe its value as a datum, so that one is read like the other."""
        return Datum(
            path=self.name,
            label=self.label,
            kind="number",
            unit=self.unit,
            options=(),
            group="",
            clause=self.table.path,
            quality="",
            measured=Text(zh="", en=""),
            every="",
            needed="always",
            condition=Text(zh="", en=""),
            default=None,
            amount=False,
            valid_years=None,
            unique=False,
            confidential=False,
            spread=None,
            measuring=None,
            note=Text(zh="", en=""),
        )


Input = DatumInput | FactorInput


def row_name(table: str, keys: tuple[str, ...]) -> str:
    """Name a row of a table: its path, with the keys that it has."""
    known = [key for key in keys if key]
    return f"{table}[{', '.join(known)}]" if known else table


def rows_of(reading: Reading[float]) -> dict[str, int]:
    """Count the rows of each group of a declaration."""
    return {group: len(rows) for group, rows in reading.rows.items()}


def named(plan: CalculationPlan, rows: Mapping[str, int] | None, name: str) -> Input:
    """Find the datum or factor called ``name``.

    Args:
        rows: how many each group has; None where every declaration has a number of its own.
        name: ``process.datum``, ``process.group[1].datum``, ``factor`` or ``factor[key, key]``.

    Raises:
        CommandFault: there is none, or it has no such row.
    """
    found = WRITTEN.fullmatch(name)
    path, inside, rest = found.groups() if found else (name, None, None)
    datum = next((d for d in plan.data_model.data if d.path == f"{path}{rest or ''}"), None)
    if datum is not None and (rest or not datum.group):
        return _in_row(datum, inside, rows, name)
    table = next((t for t in tables_of(plan) if t.path == path), None) if not rest else None
    if table is not None:
        return _row(table, tuple(k.strip() for k in inside.split(",")) if inside else (), name)
    known = sorted({*_known(plan.data_model, rows), *(t.path for t in tables_of(plan))})
    likely = near(name, known) or ", ".join(_below(known, path)[:MOST_KNOWN])
    raise CommandFault(UNKNOWN_INPUT, name=name, known=likely)


def _below(known: list[str], path: str) -> list[str]:
    """Give the names that begin as ``path`` does; all if none does."""
    head = path.split(".", maxsplit=1)[0]
    return [one for one in known if one.startswith(f"{head}.")] or known


def _known(model: DataModel, rows: Mapping[str, int] | None) -> Iterator[str]:
    for datum in model.data:
        count = 1 if rows is None else rows.get(datum.group, 0)
        numbers = range(count) if datum.group else (None,)
        yield from (shown(datum.group, row, datum.path) for row in numbers)


def _in_row(
    datum: Datum, inside: str | None, rows: Mapping[str, int] | None, name: str
) -> DatumInput:
    if not datum.group:
        return DatumInput(datum=datum, row=None)
    count = MOST_ROWS if rows is None else rows.get(datum.group, 0)
    row = int(inside) if inside is not None and inside.strip().isdigit() else 0
    if not 1 <= row <= count:
        raise CommandFault(NO_SUCH_ROW, name=name, rows=rows_there(count))
    return DatumInput(datum=datum, row=row - 1)


def rows_there(count: int) -> str:
    """Say which rows there are."""
    return f"1 .. {count}" if count else "0"


def _row(table: Table, keys: tuple[str, ...], name: str) -> FactorInput:
    for row in table.rows:
        if tuple(key for key in row.keys if key) == keys:
            return FactorInput(table=table, keys=row.keys)
    rows = [", ".join(key for key in row.keys if key) for row in table.rows]
    likely = near(", ".join(keys), rows)
    raise CommandFault(NO_SUCH_ROW, name=name, rows=likely or "; ".join(rows[-MOST_KNOWN:]))


def tables_of(plan: CalculationPlan) -> tuple[Table, ...]:
    """Give the factor tables of the standard and its profiles."""
    books = (plan.rules, *plan.profiles)
    return tuple({t.path: t for book in reversed(books) for t in book.tables}.values())


def read_text(known: Input, written: object) -> Exact | Finding:
    """Read what is ``written`` as a value for it, in its unit; or say what is wrong."""
    return read_value(known.datum, written, known.name)
