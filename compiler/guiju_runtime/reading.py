"""Read a declaration against the data model of its standard."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import TypeVar

from guiju_runtime.attaching_codes import GIVEN_BESIDE_ATTACHED
from guiju_runtime.codes import VALUE_TOO_OLD
from guiju_runtime.completeness import fill_in, require_distinct
from guiju_runtime.data_layout import is_required, layout_of
from guiju_runtime.data_model import DataModel, Datum
from guiju_runtime.data_names import Entry, Row, events, given_twice, names_of
from guiju_runtime.data_value import read_value
from guiju_runtime.data_words import told
from guiju_runtime.declaration_header import Header, header_of, months_between
from guiju_runtime.findings import Finding, finding
from guiju_runtime.given import (
    INVALID,
    NOTHING_MEASURED,
    Given,
    Place,
    Reading,
    Supplied,
    Value,
    Wrong,
    shown,
)
from guiju_runtime.measured import as_asked
from guiju_runtime.value_origin import origin_of
from guiju_runtime.values_read import ValuesRead

__all__ = [
    "INVALID",
    "Given",
    "Place",
    "Reading",
    "Value",
    "Wrong",
    "read",
    "shown",
]

N = TypeVar("N")
NOTHING_SUPPLIED: Mapping[str, Supplied] = MappingProxyType({})


def read(
    model: DataModel,
    declaration: Mapping[str, object],
    number: Callable[[int, int], N],
    *,
    accept_other_digest: bool = False,
    supplied: Mapping[str, Supplied] = NOTHING_SUPPLIED,
) -> Reading[N]:
    """Read ``declaration``: convert what is right, report what is wrong, tell what is absent.

    Args:
        model: what the standard asks for.
        declaration: ``{standard, digest?, declaration: {company, site, period, region}, data}``.
        number: makes a number of numerator and denominator [declared unit]: ``truediv`` a float,
            ``Fraction`` an exact one.
        accept_other_digest: read a declaration made for another text of the standard.
        supplied: values that declarations for other standards gave, by path of their datum.
    """
    header = header_of(model.standard, declaration, accept_other_digest)
    values = ValuesRead(number=number, findings=list(header.findings))
    if header.refused:
        values.spoiled.append("")
    else:
        _take_events(model, declaration.get("data"), values, header.period_to)
        _take_supplied(model, supplied, values)
    fill_in(model, values)
    require_distinct(model, values)
    return _as_reading(model, header, values)


def _take_events(model: DataModel, data: object, values: ValuesRead[N], end: date | None) -> None:
    given = {} if data is None else data
    for event in events(names_of(model), given, None, "", values.take_plain):
        if isinstance(event, Entry):
            _take_entry(model, event, values, end)
        elif isinstance(event, Row):
            values.rows[event.group] = values.rows.get(event.group, 0) + 1
        else:
            values.findings.append(event.finding)
            values.spoiled.extend(() if event.spoiled is None else (event.spoiled,))


def _take_entry(model: DataModel, entry: Entry, values: ValuesRead[N], end: date | None) -> None:
    if entry.place in values.given:
        values.findings.append(given_twice(entry))
        values.put(entry.datum, entry.place, INVALID)
    elif entry.value is not None:
        _take_value(model, entry, values, end)


def _take_value(model: DataModel, entry: Entry, values: ValuesRead[N], end: date | None) -> None:
    exact = read_value(entry.datum, entry.value, entry.path)
    number = exact if isinstance(exact, Fraction) else None
    wrong = exact if number is None and isinstance(exact, Finding) else None
    given, findings = origin_of(entry, model.indicators, number)
    if findings:
        _note(values, entry.datum, findings)
    if end and given.year is not None and _is_too_old(entry.datum, given.year, end):
        values.findings.append(_too_old(entry, given.year, end))
        values.put(entry.datum, entry.place, None)
        return
    if wrong:
        _note(values, entry.datum, (wrong,))
    asked = as_asked(entry, given, number, end, model.indicators)
    if asked:
        _note(values, entry.datum, asked)
    values.put(entry.datum, entry.place, INVALID if isinstance(exact, Finding) else exact)
    values.about[entry.place] = given


def _note(values: ValuesRead[N], datum: Datum, findings: Iterable[Finding]) -> None:
    for one in findings:
        values.findings.append(told(one, datum))


def _take_supplied(
    model: DataModel, supplied: Mapping[str, Supplied], values: ValuesRead[N]
) -> None:
    """Put what declarations for other standards gave in place of what was given here."""
    for datum in model.data if supplied else ():
        one, place = supplied.get(datum.path), Place(datum.path, None)
        if one is None or one.value is None:
            continue
        if values.given.get(place) is not None:
            values.findings.append(_given_beside(datum))
        values.put(datum, place, one.value)
        values.about[place] = Given(
            quality=datum.quality,
            levels={},
            source=one.source,
            year=one.year,
            region="",
            uncertainty=None,
            measured=NOTHING_MEASURED,
        )


def _given_beside(datum: Datum) -> Finding:
    return finding(
        GIVEN_BESIDE_ATTACHED,
        datum.path,
        severity="warning",
        label=datum.label,
        datum=datum.path,
        standard=datum.path.partition(".")[0],
    )


def _is_too_old(datum: Datum, year: int, end: date) -> bool:
    """A value of a year is as old as the last day of that year."""
    if datum.valid_years is None:
        return False
    months = (end.year - year) * 12 + end.month - 12
    return months > datum.valid_years * 12


def _too_old(entry: Entry, year: int, end: date) -> Finding:
    datum = entry.datum
    return finding(
        VALUE_TOO_OLD,
        entry.path,
        clause=datum.clause,
        severity="error" if is_required(datum) else "warning",
        label=datum.label,
        year=str(year),
        valid=f"{datum.valid_years:g}",
        end=end.isoformat(),
        at=entry.path,
    )


def _by_group(
    model: DataModel, values: ValuesRead[N]
) -> tuple[dict[str, Value[N]], dict[str, tuple[dict[str, Value[N]], ...]]]:
    """Give the values outside groups, and those of each row; what is absent is None."""
    layout = layout_of(model)
    single: dict[str, Value[N]] = dict.fromkeys(layout.single)
    rows = {
        group: tuple(dict.fromkeys(names) for _ in range(values.rows.get(group, 0)))
        for group, names in layout.groups.items()
    }
    for (path, row), value in values.given.items():
        if row is None:
            single[path] = value
        else:
            group, name = layout.inside[path]
            rows[group][row][name] = value
    return single, rows


def _as_reading(model: DataModel, header: Header, values: ValuesRead[N]) -> Reading[N]:
    begin, end = header.period_from, header.period_to
    single, rows = _by_group(model, values)
    months = months_between(begin, end) if begin and end else None
    return Reading(
        values=single,
        rows=rows,
        about=values.about,
        period_from=begin,
        period_to=end,
        year=end.year if end else None,
        months=values.number(*months.as_integer_ratio()) if months is not None else None,
        region=header.region,
        site=header.site,
        company=header.company,
        refused=header.refused or "" in values.spoiled,
        findings=tuple(values.findings),
    )
