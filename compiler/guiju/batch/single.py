"""One declaration of a table: as the calculator of single declarations takes it."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

import pyarrow as pa

from guiju.batch.layout import Column, Layout
from guiju.batch.measuring import DAY, MIDNIGHT
from guiju.batch.names import UNCERTAINTY
from guiju.batch.spreads import scaled
from guiju.declaration_form.tree import placed
from guiju_runtime.books import Book
from guiju_runtime.calculating import Calculation
from guiju_runtime.footprint import Footprint, by_gas, by_origin, by_process
from guiju_runtime.quantity import NoNumberError, NotFiniteError, PartedDigitsError, quantity

NAN = float("nan")
A_MIDNIGHT = re.compile(rf"\s*({DAY}){MIDNIGHT}\s*")
PARTS = ("by_process.", "by_stage.", "by_gas.", "by_origin.")
"""How the names of parts of a footprint begin."""


def declaration_at(
    layout: Layout, table: pa.RecordBatch, number: int, standard: str
) -> Mapping[str, object]:
    """Give a row of ``table`` as a declaration."""
    [declaration] = declarations_of(layout, table.slice(number, 1), standard)
    return declaration


def declarations_of(
    layout: Layout, table: pa.RecordBatch, standard: str
) -> Iterator[Mapping[str, object]]:
    """Give each row of ``table`` as a declaration."""
    return (_declaration(layout, row, standard) for row in _rows_of(table))


def _rows_of(table: pa.RecordBatch) -> list[dict[str, Any]]:
    """Give rows in the values of Python; what has none there stands as text."""
    try:
        return list(table.to_pylist())
    except (OverflowError, ValueError):
        names, columns = table.schema.names, table.columns
        numbers = range(table.num_rows)
        return [
            {name: _value(column[at]) for name, column in zip(names, columns, strict=True)}
            for at in numbers
        ]


def _value(scalar: pa.Scalar) -> Any:
    if not scalar.is_valid:
        return None
    if isinstance(scalar, pa.ListScalar):
        return [_value(one) for one in scalar.values]
    if isinstance(scalar, pa.StructScalar):
        return {field.name: _value(scalar[field.name]) for field in scalar.type}
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return bytes(scalar.as_buffer()).decode("utf-8", "replace")
    except (OverflowError, ValueError):
        return str(scalar.cast(pa.string()))


def _declaration(layout: Layout, row: Mapping[str, Any], standard: str) -> Mapping[str, object]:
    data: dict[str, object] = {}
    for column in layout.columns:
        _place(data, column.datum.path, column, row)
    for group, columns in layout.rows.items():
        placed(data, group, [_row(columns, given) for given in row[group] or ()])
    header: dict[str, object] = {
        name: row[name] for name in ("company", "site", "region") if row.get(name) is not None
    }
    bounds = {"from": _day(row.get("period_from")), "to": _day(row.get("period_to"))}
    header["period"] = {name: day for name, day in bounds.items() if day is not None}
    return {"standard": standard, "declaration": header, "data": data}


def _row(columns: tuple[Column, ...], given: Mapping[str, Any] | None) -> dict[str, object]:
    row: dict[str, object] = {}
    for column in columns:
        _place(row, column.name, column, given or {})
    return row


def _place(data: dict[str, object], path: str, column: Column, given: Mapping[str, Any]) -> None:
    value = given.get(column.name)
    if value is None:
        return
    if column.datum.kind == "number":
        value = _converted(column, value)
    if column.datum.kind == "date":
        value = _day(value)
    if column.datum.kind == "year" and isinstance(value, float):
        value = int(value)
    about = {word: given.get(f"{column.name}.{word}") for word in column.beside}
    if "spread" in about:
        about["spread"] = _converted(column, about["spread"])
    if isinstance(stated := about.get(UNCERTAINTY), int | float):
        about[UNCERTAINTY] = scaled(stated, column)
    said = {word: _day_as_text(found) for word, found in about.items() if found is not None}
    placed(data, path, {"value": value, **said} if said else _day_as_text(value))


def _converted(column: Column, value: Any) -> Any:
    """Give a number of a column in the declared unit, a text as written with the unit it is in."""
    if isinstance(value, str):
        return f"{value} {column.unit}" if column.unit and _is_bare(value) else value
    if column.ratio == 1 or not isinstance(value, int | float):
        return value
    return value * (column.ratio.numerator / column.ratio.denominator)


def _is_bare(text: str) -> bool:
    """Tell whether a text is a number without a unit of its own."""
    try:
        return not quantity(text).unit
    except (NoNumberError, NotFiniteError, PartedDigitsError):
        return False


def _day_as_text(value: Any) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _day(value: Any) -> object:
    """Give a day, also that of a midnight which stands as text."""
    found = A_MIDNIGHT.fullmatch(value) if isinstance(value, str) else None
    return found[1] if found else value


def outputs_of(
    calculation: Calculation, asked: Collection[str] | None = None
) -> dict[str, float | str]:
    """Give the outputs of a calculation that are asked for, or all, by name; nan has no value."""
    main = calculation.main
    first = next(iter(main.footprints.values()))
    numbers: dict[str, float | str] = {"cfp": first.cfp}
    if first.cfp == first.cfp and _is_asked(asked, PARTS):
        numbers |= _parts(calculation, first)
    for name, value in _outputs(calculation, first):
        if asked is None or name in asked:
            numbers[name] = value()
    return numbers


def _is_asked(asked: Collection[str] | None, start: str | tuple[str, ...]) -> bool:
    return asked is None or any(name.startswith(start) for name in asked)


def _outputs(
    calculation: Calculation, first: Footprint
) -> Iterator[tuple[str, Callable[[], float | str]]]:
    """Give what stands beside the footprint and its parts, each with how it is had."""
    yield "biogenic_co2", lambda: first.biogenic_co2
    for name, book in calculation.books.items():
        prefix = f"{name}." if name else ""
        for product in book.products:
            for part in ("cfp", "intensity", "reference_flow"):
                yield f"{prefix}{product.name}.{part}", partial(_of, book, product.name, part)
    for name in ("primary_share", "score"):
        yield name, partial(_quality, first, name)
    for path, value in calculation.results.items():
        yield f"results.{path}", partial(_word_or_number, value)


def _of(book: Book, product: str, part: str) -> float:
    number: float = getattr(book.footprints[product], part)
    return number


def _quality(found: Footprint, name: str) -> float:
    return _number(found.quality[name])


def _word_or_number(value: object) -> float | str:
    return value if isinstance(value, str) else _number(value)


def _parts(calculation: Calculation, found: Footprint) -> dict[str, float]:
    parts: dict[str, float] = {}
    for process, value in by_process(found).items():
        stage = calculation.calculator.processes[process][1]
        parts[f"by_process.{process}"] = value
        parts[f"by_stage.{stage}"] = parts.get(f"by_stage.{stage}", 0.0) + value
    parts |= {f"by_gas.{gas}": value for gas, value in by_gas(found).items()}
    return parts | {f"by_origin.{origin}": value for origin, value in by_origin(found).items()}


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return NAN
    return float(value)
