"""Which values of a column are surely measured as the standard asks; the rest is set aside."""

from collections.abc import Callable
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from guiju.batch.block import Array, Floats, Truths
from guiju.batch.layout import Column
from guiju_runtime.measuring import Measuring
from guiju_runtime.spread import HALF_OF_95

Days = NDArray[np.datetime64]

NEARLY = 1 - 1e-9
"""A ratio so near to the greatest one is left to the calculator of single declarations."""
NUMBER = r"^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?$"
USUAL_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
DAY = r"(?P<y>[0-9]{4})[-/.年](?P<m>[0-9]{1,2})[-/.月](?P<d>[0-9]{1,2})日?"
MIDNIGHT = r"[T ]0?0:00(?::00(?:[.]0+)?)?"
"""What programs write behind a day that know only times."""
FIRST, LAST = np.datetime64("0001-01-01"), np.datetime64("9999-12-31")
"""A day before or behind them has no year of four digits, and is left to be found by itself."""
UNEVEN_DAYS = 3
"""So many days a number of months may fall short of its part of a year."""


def days_of(array: pa.Array) -> Days:
    """Give a column as days; NaT where it has none, or surely none that is written year first."""
    if pa.types.is_string(array.type):
        array = _days_in(array)
    try:
        days = array.cast(pa.date32()) if not pa.types.is_integer(array.type) else None
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        days = None
    if days is None:
        return np.full(len(array), "NaT", dtype="datetime64[D]")
    found: Days = days.to_numpy(zero_copy_only=False).astype("datetime64[D]")
    found[(found < FIRST) | (found > LAST)] = "NaT"
    return found


def _days_in(array: pa.Array) -> pa.Array:
    """Read days that stand as text, each text once."""
    encoded = array.dictionary_encode()
    texts = encoded.dictionary
    if not pc.all(pc.match_substring_regex(texts, USUAL_DAY), min_count=0).as_py():
        parts = pc.extract_regex(texts, f"^\\s*{DAY}(?:{MIDNIGHT})?\\s*$").flatten()
        year, month, day = (pc.utf8_lpad(part, 2, "0") for part in parts)
        texts = pc.binary_join_element_wise(year, month, day, "-")
    days = pa.array([_day(text) for text in texts.to_pylist()], pa.date32())
    return days.take(encoded.indices)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError:
        return None


def floats_of(array: pa.Array) -> tuple[Floats, Truths]:
    """Give numbers that stand as text, and which of them are surely read."""
    plain = pc.match_substring_regex(array, NUMBER)
    read = pc.fill_null(plain, False).to_numpy(zero_copy_only=False)
    texts = pc.if_else(plain, array, pa.scalar(None, pa.string()))
    return texts.cast(pa.float64()).to_numpy(zero_copy_only=False), read


def surely_as_asked(
    column: Column,
    asked: Measuring,
    named: Callable[[str], pa.Array],
    value: Array,
    end: Days,
    stated: Floats,
) -> Truths:
    """Tell which values are surely measured as ``asked``.

    Args:
        named: gives a column of the table, or of the rows of a group, by its name.
        value: in the declared unit; ``end`` of the period of each; both of shape (values,).
        stated: half the 95 % interval that its row states, as a ratio; nan where it states none.
    """
    sure = np.ones(len(value), dtype=np.bool_)
    words = {word: named(f"{column.name}.{word}") for word in column.beside}
    if asked.valid_years is not None:
        sure &= _in_force(words.get("calibrated"), asked.valid_years, end)
    numbers = {
        word: numbers_of(words.get(word), len(value)) for word in ("class", "count", "spread")
    }
    if asked.meter_class is not None:
        sure &= (numbers["class"] > 0) & (numbers["class"] <= asked.meter_class)
    if "count" in asked.said:
        nothing = _absent(words.get("count"), len(value)) & _absent(words.get("spread"), len(value))
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = numbers["spread"] * (column.ratio.numerator / column.ratio.denominator)
            spread = ratio / np.abs(value)
        sure &= _sampled(asked, numbers["count"], spread, nothing, stated)
    return sure


def _sampled(
    asked: Measuring, count: Floats, spread: Floats, nothing: Truths, stated: Floats
) -> Truths:
    """Tell which means of samples are surely as asked; ``nothing`` is said of samples of some."""
    sure: Truths = (count >= max(asked.samples or 1, 1)) & (count == np.floor(count))
    if "spread" in asked.said:
        sure &= (spread >= 0) & np.isfinite(spread)
    if asked.samples is None and asked.spread is None:
        sure |= nothing
    if asked.spread is not None:
        sure &= spread <= asked.spread * NEARLY
    if asked.uncertainty is not None:
        with np.errstate(divide="ignore", invalid="ignore"):
            error = HALF_OF_95 * spread / np.sqrt(count)
        sure &= np.where(np.isnan(stated), error, stated) <= asked.uncertainty * NEARLY
    return sure


def _in_force(array: pa.Array | None, valid_years: float, end: Days) -> Truths:
    """Tell which calibrations are surely in force at the end of the period."""
    if array is None:
        return np.zeros(len(end), dtype=np.bool_)
    passed = (end - days_of(array)).astype(np.float64)
    passed[np.isnat(end) | np.isnat(days_of(array))] = np.nan
    return (passed >= 0) & (passed <= valid_years * 365 - UNEVEN_DAYS)


def numbers_of(array: pa.Array | None, size: int) -> Floats:
    """Give a column of numbers, nan where there is none."""
    if array is not None and pa.types.is_string(array.type):
        return floats_of(array)[0]
    numeric = array is not None and (
        pa.types.is_integer(array.type) or pa.types.is_floating(array.type)
    )
    if array is None or not numeric:
        return np.full(size, np.nan)
    numbers: Floats = array.cast(pa.float64()).to_numpy(zero_copy_only=False)
    return numbers


def _absent(array: pa.Array | None, size: int) -> Truths:
    if array is None:
        return np.ones(size, dtype=np.bool_)
    absent: Truths = array.is_null().to_numpy(zero_copy_only=False)
    return absent
