"""Which column holds which datum, and what is wrong with a table as a whole."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

import pyarrow as pa
from msgspec import Struct

from guiju.batch.codes import (
    COLUMN_MISSING,
    COLUMN_OF_OTHER_TYPE,
    COLUMN_OF_OTHER_UNIT,
    COLUMN_TWICE,
    NO_COLUMN_KNOWN,
    ROWS_IN_TEXT,
)
from guiju.batch.names import HEADER, HEADER_LABELS, PERIOD, UNCERTAINTY, unknown, words_beside
from guiju.batch.plain_types import is_list_of_structs, plain_type
from guiju_runtime.data_model import DataModel, Datum
from guiju_runtime.data_words import expected, listed
from guiju_runtime.findings import Finding, Severity, finding
from guiju_runtime.messages import Text, Value
from guiju_runtime.spread_text import A_SPREAD
from guiju_runtime.units import PLAIN_NUMBER, Unit, UnknownUnit, parse_data_unit, parse_unit

A_DAY = Text(zh="日期，如 2025-12-31", en="a date such as 2025-12-31")
A_TEXT = Text(zh="文字", en="a text")


class Column(Struct, frozen=True, kw_only=True):
    """The column of one datum.

    Attributes:
        name: below the column of its group, if it stands in one.
        ratio: declared units in one unit of the column.
        beside: words beside its value that have a column ``name.word``: how it was measured, how
            far it may be off.
        unit_of_uncertainty: ratio in one unit of the column of its uncertainty.
        unit: that its head says, empty where it says none.
    """

    datum: Datum
    name: str
    ratio: Fraction
    beside: tuple[str, ...]
    unit_of_uncertainty: Fraction = Fraction(1)
    unit: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Name all columns that it is read from."""
        return (self.name, *(f"{self.name}.{word}" for word in self.beside))


class Layout(Struct, frozen=True, kw_only=True):
    """Where the data of a table stand.

    Attributes:
        columns: outside groups; ``rows`` those of each group that has a column.
    """

    columns: tuple[Column, ...]
    rows: dict[str, tuple[Column, ...]]
    findings: tuple[Finding, ...]


def layout_of(model: DataModel, schema: pa.Schema, *, words: bool = False) -> Layout:
    """Find the data of ``model`` among the columns of a table, and say what does not fit.

    Args:
        words: whether any value may stand as text, as in CSV.
    """
    lost = _inside_groups(model, schema) if words else set[str]()
    found: list[Finding] = [*unknown(model, schema, lost), *_twice(model, schema)]
    if words:
        found += _no_rows(model, lost)
    rows: dict[str, tuple[Column, ...]] = {}
    single = [datum for datum in model.data if not datum.group]
    columns = tuple(_columns(single, "", schema, found, words))
    for group in model.groups:
        field = _field(schema, group.path)
        inside = [datum for datum in model.data if datum.group == group.path]
        if field is None or words:
            continue
        if is_list_of_structs(field.type):
            rows[group.path] = tuple(
                _columns(inside, f"{group.path}.", field.type.value_type, found, words)
            )
        else:
            found.append(_other_type(group.path, group.clause, str(field.type), "list<struct>"))
    if not any(one.code is NO_COLUMN_KNOWN for one in found):
        found += _missing(model, columns, schema)
    found += _no_header(schema)
    return Layout(columns=columns, rows=rows, findings=tuple(found))


def _field(fields: pa.Schema | pa.StructType, name: str) -> pa.Field | None:
    index = fields.get_field_index(name)
    return fields.field(index) if index >= 0 else None


def _columns(
    data: list[Datum],
    prefix: str,
    fields: pa.Schema | pa.StructType,
    found: list[Finding],
    words: bool,
) -> Iterator[Column]:
    for datum in data:
        name = datum.path[len(prefix) :]
        field = _field(fields, name)
        if field is None:
            continue
        if not (_fits(datum, field.type) or (words and pa.types.is_string(field.type))):
            found.append(_other_type(datum.path, datum.clause, str(field.type), expected(datum)))
            continue
        ratio = _ratio(datum, field, found)
        if ratio is not None:
            beside = [
                word for word in words_beside(datum) if _field(fields, f"{name}.{word}") is not None
            ]
            own = Fraction(1)
            if UNCERTAINTY in beside:
                read = _unit_of_uncertainty(datum, fields.field(f"{name}.{UNCERTAINTY}"), found)
                own = read or own
            yield Column(
                datum=datum,
                name=name,
                ratio=ratio,
                beside=tuple(beside),
                unit_of_uncertainty=own,
                unit=_written_unit(field),
            )


def _unit_of_uncertainty(datum: Datum, field: pa.Field, found: list[Finding]) -> Fraction | None:
    """Give the ratio in one unit of a column of uncertainties; None if it cannot be one."""
    kind, path = plain_type(field.type), f"{datum.path}.{UNCERTAINTY}"
    number = pa.types.is_integer(kind) or pa.types.is_floating(kind)
    if not (number or pa.types.is_string(kind) or pa.types.is_null(kind)):
        found.append(_other_type(path, datum.clause, str(field.type), A_SPREAD))
        return None
    written = _written_unit(field)
    if not written:
        return Fraction(1)
    unit = _unit(written)
    if unit is not None and number and unit.dimension == PLAIN_NUMBER.dimension:
        return unit.factor
    label = Text(zh=f"{datum.label.zh}的不确定度", en=f"the uncertainty of {datum.label.en}")
    found.append(_other_unit(path, datum.clause, label, written, "%"))
    return None


def _fits(datum: Datum, kind: pa.DataType) -> bool:
    """Tell whether the values of a column can be values of ``datum``."""
    kind = plain_type(kind)
    words = pa.types.is_string(kind)
    if pa.types.is_null(kind):
        return True
    if datum.kind in ("number", "year"):
        return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind))
    if datum.kind == "yes_no":
        return bool(pa.types.is_boolean(kind) or words)
    if datum.kind == "date":
        return _may_be_days(kind)
    return bool(words or (datum.kind == "text" and pa.types.is_integer(kind)))


def _may_be_days(kind: pa.DataType) -> bool:
    """Tell whether a column may hold days; as a number a day can be read in many ways."""
    plain = plain_type(kind)
    return bool(pa.types.is_date(plain) or pa.types.is_string(plain) or pa.types.is_null(plain))


def _may_be_text(kind: pa.DataType) -> bool:
    """Tell whether a column may hold names, which programs write as numbers, too."""
    plain, types = plain_type(kind), pa.types
    number = types.is_integer(plain) or types.is_floating(plain)
    return bool(types.is_string(plain) or types.is_null(plain) or number)


def _no_header(schema: pa.Schema) -> Iterator[Finding]:
    """Report bounds of the reporting period that are no days, and names that are no text."""
    for name in HEADER:
        field = _field(schema, name)
        fits, wanted = (_may_be_days, A_DAY) if name in PERIOD else (_may_be_text, A_TEXT)
        if field is not None and not fits(field.type):
            yield _other_type(name, "", str(field.type), wanted)


def _ratio(datum: Datum, field: pa.Field, found: list[Finding]) -> Fraction | None:
    """Give the declared units in one unit of the column; None if they do not convert."""
    written = _written_unit(field)
    if not written or datum.kind != "number":
        return Fraction(1)
    declared = parse_unit(datum.unit)
    unit = _unit(written)
    if unit is None or not (unit.dimension == declared.dimension and unit.same_kind(declared)):
        asked = datum.unit or "1"
        found.append(_other_unit(datum.path, datum.clause, datum.label, written, asked))
        return None
    return unit.factor / declared.factor


def _written_unit(field: pa.Field) -> str:
    written: bytes = (field.metadata or {}).get(b"unit", b"")
    return written.decode("utf-8", "replace").strip()


def _unit(written: str) -> Unit | None:
    try:
        return parse_data_unit(written)
    except UnknownUnit:
        return None


def _inside_groups(model: DataModel, schema: pa.Schema) -> set[str]:
    """Name the columns that are meant to hold rows of a group, or something in them."""
    paths = {group.path for group in model.groups}
    starts = tuple(f"{path}." for path in paths)
    return {name for name in schema.names if name in paths or name.startswith(starts)}


def _no_rows(model: DataModel, lost: set[str]) -> Iterator[Finding]:
    """Report once that groups have no rows where every value is text; an error if some stand."""
    groups = [group.path for group in model.groups]
    if groups:
        severity: Severity = "error" if lost else "warning"
        path, shown = min(lost, default=groups[0]), listed(tuple(groups))
        yield finding(ROWS_IN_TEXT, path, severity=severity, groups=shown, column=groups[0])


def _twice(model: DataModel, schema: pa.Schema) -> Iterator[Finding]:
    """Report names that several columns have."""
    counted = Counter(schema.names)
    clauses = {datum.path: datum.clause for datum in model.data}
    clauses |= {group.path: group.clause for group in model.groups} | dict.fromkeys(HEADER, "")
    for name, clause in clauses.items():
        if counted[name] > 1:
            count = str(counted[name])
            yield finding(COLUMN_TWICE, name, clause=clause, name=name, count=count)


def _missing(model: DataModel, columns: tuple[Column, ...], schema: pa.Schema) -> Iterator[Finding]:
    """Report data that every declaration must give and that have no column."""
    have = {column.datum.path for column in columns}
    for datum in model.data:
        needed = datum.needed == "always" and datum.default is None and not datum.group
        if needed and datum.path not in have and datum.path not in schema.names:
            yield finding(
                COLUMN_MISSING, datum.path, clause=datum.clause, name=datum.path, label=datum.label
            )
    for name in PERIOD:
        if name not in schema.names:
            yield finding(COLUMN_MISSING, name, name=name, label=HEADER_LABELS[name])


def _other_type(path: str, clause: str, given: str, wanted: Value) -> Finding:
    return finding(COLUMN_OF_OTHER_TYPE, path, clause=clause, name=path, given=given, type=wanted)


def _other_unit(path: str, clause: str, label: Text, given: str, unit: str) -> Finding:
    return finding(COLUMN_OF_OTHER_UNIT, path, clause=clause, label=label, given=given, unit=unit)
