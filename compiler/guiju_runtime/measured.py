"""Read how a value was measured, and test it against what the standard asks."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeVar

from guiju_runtime.codes import WRONG_TYPE
from guiju_runtime.data_model import Datum, Indicator
from guiju_runtime.data_names import Entry
from guiju_runtime.data_value import date_in
from guiju_runtime.data_words import described
from guiju_runtime.findings import Finding, finding
from guiju_runtime.given import NOTHING_MEASURED, Given, Measured
from guiju_runtime.measuring import Measuring, class_in, duration, percent
from guiju_runtime.measuring_codes import (
    CALIBRATION_OUT_OF_DATE,
    HALF_A_SAMPLE,
    MEASURING_NOT_SHOWN,
    METER_TOO_COARSE,
    TOO_FEW_SAMPLES,
    TOO_UNCERTAIN,
)
from guiju_runtime.messages import Code, Text, Value
from guiju_runtime.quantity import NoNumberError, NotFiniteError, PartedDigitsError, quantity
from guiju_runtime.spread import HALF_OF_95, Spread, half_interval
from guiju_runtime.uncertainty import uncertainty_of
from guiju_runtime.units import UnknownUnit, parse_data_unit, parse_unit

T = TypeVar("T")

RELATIVE = Text(zh="相对标准偏差", en="the relative standard deviation")
LABELS = {
    "calibrated": Text(zh="校准日期", en="the date of calibration"),
    "class": Text(zh="仪表等级", en="the class of the meter"),
    "count": Text(zh="样本个数", en="the number of samples"),
    "spread": Text(zh="样本标准偏差", en="the standard deviation of the samples"),
    "uncertainty": Text(zh="不确定度", en="the uncertainty"),
}
MEASURING_WORDS = frozenset(LABELS)
EXAMPLES = {
    "calibrated": "2024-03-01", "class": "0.5", "count": "12", "spread": "5 %", "uncertainty": "5 %"
}  # fmt: skip
WANTED = {
    "calibrated": Text(zh="日期，如 2024-03-01", en="a date such as 2024-03-01"),
    "class": Text(zh="大于 0 的等级，如 0.5 或 0.5S", en="a class above 0, such as 0.5 or 0.5S"),
    "count": Text(zh="不小于 1 的整数", en="a whole number of 1 or more"),
    "spread": Text(
        zh="不小于 0 的数，用数据的单位或 %", en="0 or more, in the unit of the datum or in %"
    ),
}


def measured(entry: Entry, value: Fraction | None, findings: list[Finding]) -> Measured:
    """Read how the value of ``entry`` was measured; what cannot be read goes to ``findings``.

    Args:
        value: its number in the declared unit, if it has one.
    """
    return Measured(
        calibrated=_read(entry, "calibrated", date_in, findings),
        meter_class=_read(entry, "class", class_in, findings),
        count=_read(entry, "count", _count, findings),
        deviation=_read(
            entry, "spread", lambda given: _deviation(entry.datum, given, value), findings
        ),
    )


def _read(
    entry: Entry, name: str, reader: Callable[[object], T | None], findings: list[Finding]
) -> T | None:
    """Read one of the words, None if it is not there or cannot be read."""
    said = entry.said.get(name)
    if said is None:
        return None
    result = reader(said)
    if result is None:
        wrong = finding(
            WRONG_TYPE,
            f"{entry.path}.{name}",
            clause=entry.datum.clause,
            label=LABELS[name],
            expected=WANTED[name],
            given=described(said),
            example=f"{name}: {EXAMPLES[name]}",
        )
        findings.append(wrong)
    return result


def _count(given: object) -> int | None:
    try:
        read = quantity(given)
    except (NoNumberError, NotFiniteError, PartedDigitsError):
        return None
    whole = read.value.denominator == 1 and read.value >= 1 and not read.unit
    return int(read.value) if whole else None


def _deviation(datum: Datum, given: object, value: Fraction | None) -> Fraction | None:
    """Read a standard deviation in the unit of ``datum``; in % it is a ratio of ``value``.

    Of a datum in % it is in its own per cent.
    """
    try:
        read = quantity(given)
        unit = parse_data_unit(read.unit)
    except (NoNumberError, NotFiniteError, PartedDigitsError, UnknownUnit):
        return None
    own = parse_unit(datum.unit)
    if read.value < 0:
        return None
    if not read.unit:
        return read.value
    if unit.text == "%" != own.text:
        return read.value / 100 * abs(value or Fraction(0))
    same = unit.dimension == own.dimension and unit.same_kind(own)
    return read.value * unit.factor / own.factor if same else None


def of_samples(found: Measured, value: Fraction | None) -> Spread | None:
    """Give the uncertainty of a mean of samples: its standard error s / √n as a normal one.

    Source:
        JCGM 100:2008 (GUM), 4.2.3, type A evaluation.
    """
    if found.count is None or found.deviation is None or not value:
        return None
    error = float(found.deviation / abs(value)) / math.sqrt(found.count)
    return Spread("normal", (HALF_OF_95 * error,))


def as_asked(
    entry: Entry,
    about: Given,
    value: Fraction | None,
    end: date | None,
    indicators: Sequence[Indicator],
) -> Iterable[Finding]:
    """Report where a value is not measured as its standard asks; secondary data are not measured.

    Args:
        about: what is said of it; ``value`` its number [declared unit]; ``end`` of the period.
        indicators: by whose levels a basic uncertainty grows.
    """
    said_nothing = about.measured is NOTHING_MEASURED and "mean" not in entry.said
    if value is None or (entry.datum.measuring is None and said_nothing):
        return ()
    return _as_asked(entry, about, value, end, indicators)


def _as_asked(
    entry: Entry,
    about: Given,
    value: Fraction,
    end: date | None,
    indicators: Sequence[Indicator],
) -> Iterator[Finding]:
    asked = entry.datum.measuring
    if asked is None or about.quality == "secondary":
        yield from _half_a_sample(entry, about.measured)
        return
    if asked.samples is None and asked.spread is None:
        yield from _half_a_sample(entry, about.measured)
    yield from _meter(entry, asked, about.measured, end)
    yield from _samples(entry, asked, about, value)
    if asked.uncertainty is not None:
        if about.uncertainty is None:
            yield from _not_shown(entry, "uncertainty", asked)
        else:
            spread = uncertainty_of(entry.datum, about, indicators)
            half = half_interval(spread, float(value)) if spread is not None else 0.0
            yield from _within(entry, "uncertainty", half, asked.uncertainty)


def _half_a_sample(entry: Entry, found: Measured) -> Iterator[Finding]:
    if entry.said.get("mean") is None and found.count is None and found.deviation is None:
        return
    if found.count is None and entry.said.get("count") is None:
        yield _fault(HALF_A_SAMPLE, entry, **_missing("count"))
    elif found.count != 1 and entry.said.get("spread") is None:
        yield _fault(HALF_A_SAMPLE, entry, **_missing("spread"))


def _meter(entry: Entry, asked: Measuring, found: Measured, end: date | None) -> Iterator[Finding]:
    if asked.valid_years is not None:
        if found.calibrated is None:
            yield from _not_shown(entry, "calibrated", asked)
        elif end is not None and not found.calibrated <= end <= _until(found.calibrated, asked):
            yield _fault(
                CALIBRATION_OUT_OF_DATE,
                entry,
                calibrated=found.calibrated.isoformat(),
                valid=duration(asked.valid_years),
                end=end.isoformat(),
            )
    if asked.meter_class is not None:
        if found.meter_class is None:
            yield from _not_shown(entry, "class", asked)
        elif float(found.meter_class) > asked.meter_class:
            given = f"{float(found.meter_class):g}"
            yield _fault(METER_TOO_COARSE, entry, given=given, asked=f"{asked.meter_class:g}")


def _samples(entry: Entry, asked: Measuring, about: Given, value: Fraction) -> Iterator[Finding]:
    found = about.measured
    if asked.samples is not None:
        if found.count is None:
            yield from _not_shown(entry, "count", asked)
        elif found.count < asked.samples:
            given = str(found.count)
            yield _fault(TOO_FEW_SAMPLES, entry, given=given, asked=str(asked.samples))
    if asked.spread is not None:
        if found.deviation is None or not value:
            yield from _not_shown(entry, "spread", asked)
        else:
            yield from _within(entry, "spread", float(found.deviation / abs(value)), asked.spread)


def _within(entry: Entry, name: str, ratio: float, most: float) -> Iterator[Finding]:
    if ratio > most:
        what = RELATIVE if name == "spread" else LABELS[name]
        yield _fault(TOO_UNCERTAIN, entry, what=what, given=percent(ratio), asked=percent(most))


def _until(calibrated: date, asked: Measuring) -> date:
    """Give the last day on which a calibration is in force; a year has twelve months."""
    months = (asked.valid_years or 0.0) * 12
    if abs(months - round(months)) > 1e-9:
        return calibrated + timedelta(days=int((asked.valid_years or 0.0) * 365))
    year, month = divmod(calibrated.year * 12 + calibrated.month - 1 + round(months), 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(calibrated.day, last))


def _not_shown(entry: Entry, name: str, asked: Measuring) -> Iterator[Finding]:
    """Report what is asked for and not said; one that cannot be read is reported already."""
    if entry.said.get(name) is None:
        words = list(asked.words())
        both = Text(zh="、".join(w.zh for w in words), en=", ".join(w.en for w in words))
        yield _fault(MEASURING_NOT_SHOWN, entry, **_missing(name), asked=both)


def _missing(name: str) -> dict[str, Value]:
    return {"missing": LABELS[name], "example": f"{name}: {EXAMPLES[name]}"}


def _fault(code: Code, entry: Entry, **values: Value) -> Finding:
    datum = entry.datum
    return finding(
        code,
        entry.path,
        clause=datum.clause,
        severity="warning" if code is HALF_A_SAMPLE else "error",
        label=datum.label,
        at=entry.path,
        **values,
    )
