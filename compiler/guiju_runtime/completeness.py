"""What a declaration lacks, and what it gives twice though it must differ everywhere."""

from collections.abc import Iterable
from typing import TypeVar

from guiju_runtime.calculation_codes import UNUSED_DATUM
from guiju_runtime.codes import MISSING_DATUM, NOT_UNIQUE
from guiju_runtime.data_layout import is_required, layout_of
from guiju_runtime.data_model import DataModel, Datum
from guiju_runtime.data_words import expected, quoted, told
from guiju_runtime.findings import Finding, finding
from guiju_runtime.given import INVALID, Place, shown
from guiju_runtime.messages import Text
from guiju_runtime.values_read import ValuesRead

N = TypeVar("N")


def missing_datum(model: DataModel, datum: Datum, path: str) -> Finding:
    """Report that ``datum`` is needed at ``path`` and absent."""
    standard = next((used.standard for used in model.used if used.path == datum.path), "")
    return finding(
        MISSING_DATUM,
        path,
        clause=datum.clause,
        label=datum.label,
        expected=expected(datum),
        at=path,
        or_else=Text(
            zh=f"，或在 use 下附上标准 {standard} 的申报" if standard else "",
            en=f", or attach a declaration for {standard} under use" if standard else "",
        ),
    )


def unused_datum(datum: Datum, path: str) -> Finding:
    """Note that a datum is given where nobody asks for it."""
    return finding(UNUSED_DATUM, path, severity="note", what=datum.label)


def fill_in(model: DataModel, values: ValuesRead[N]) -> None:
    """Report what is needed and absent; what a wrong line was meant to give is INVALID."""
    for group in model.groups:
        if group.path not in values.rows and _is_spoiled(group.path, values.spoiled):
            values.rows[group.path] = 1
    layout = layout_of(model)
    required = layout.required if layout.places.difference(values.given) else layout.required_rows
    for datum in model.data if values.spoiled else required:
        for row in _rows_of(datum, values):
            place = Place(datum.path, row)
            if place in values.given:
                continue
            path = shown(datum.group, row, datum.path)
            if _is_spoiled(path, values.spoiled):
                values.put(datum, place, INVALID)
            elif is_required(datum):
                values.findings.append(missing_datum(model, datum, path))


def _rows_of(datum: Datum, values: ValuesRead[N]) -> Iterable[int | None]:
    return range(values.rows.get(datum.group, 0)) if datum.group else (None,)


def _is_spoiled(path: str, spoiled: list[str]) -> bool:
    return any(not start or f"{path}.".startswith((f"{start}.", f"{start}[")) for start in spoiled)


def require_distinct(model: DataModel, values: ValuesRead[N]) -> None:
    """Report what is given twice of data that differ everywhere."""
    for datum in layout_of(model).unique:
        first: dict[object, str] = {}
        for row in _rows_of(datum, values):
            path = shown(datum.group, row, datum.path)
            value = values.distinct.get(Place(datum.path, row))
            if value is None or value is INVALID:
                continue
            if value in first:
                values.findings.append(_used_twice(datum, path, value, first[value]))
            first.setdefault(value, path)


def _used_twice(datum: Datum, path: str, value: object, first: str) -> Finding:
    label, words = datum.label, quoted(value)
    found = finding(NOT_UNIQUE, path, clause=datum.clause, label=label, given=words, first=first)
    return told(found, datum)
