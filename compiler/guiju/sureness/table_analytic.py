"""First-order intervals of many declarations at once: as ``analytic`` gives them one by one."""

import numpy as np
from msgspec import Struct

from guiju.batch.block import Array, Floats, Truths
from guiju.batch.found import Numbers
from guiju.sureness.adjoints import adjoints
from guiju.sureness.analytic import ENDS
from guiju.sureness.distributions import Moments, moments, quantiles
from guiju.sureness.fitting import fitted
from guiju.sureness.table_inputs import OpenDatum, OpenTable
from guiju.sureness.table_tapes import Evaluated
from guiju_runtime.spread import Spread


class Ends(Struct, frozen=True, kw_only=True):
    """Intervals of one result; nan where there is none; shape (declarations,).

    Attributes:
        without: draws without value.
    """

    median: Floats
    low: Floats
    high: Floats
    deviation: Floats
    without: Floats


class _Sums:
    """What the inputs of a result add to its moments, declaration by declaration."""

    def __init__(self, value: Floats) -> None:
        """Begin with the result as declared."""
        self.mean = value.copy()
        self.variance = np.zeros(len(value))
        self.third = np.zeros(len(value))
        self.inputs = np.zeros(len(value))
        self.alone = np.zeros((len(ENDS), len(value)))

    def add(
        self, slope: Floats, value: Floats, spread: Spread, there: Truths, owner: Numbers | None
    ) -> None:
        """Add an input, or one of each row of a group.

        Args:
            there: where it has a value; ``owner``: number of the declaration of each row.
        """
        own = _moments(value, spread)
        slope = np.where(there, slope, 0.0)
        variance = slope * slope * own.variance
        self.mean += self._of(slope * (own.mean - value), owner)
        self.variance += self._of(variance, owner)
        self.third += self._of(slope**3 * own.third, owner)
        self.inputs += self._of(variance > 0, owner)
        moved = np.sort(slope * (_quantiles(value, spread) - value), axis=0)
        for end, part in zip(self.alone, np.where(variance > 0, moved, 0.0), strict=True):
            end += self._of(part, owner)

    def _of(self, part: Array, owner: Numbers | None) -> Floats:
        if owner is None:
            return np.asarray(part, dtype=np.float64)
        summed = np.bincount(owner, weights=part, minlength=len(self.mean))
        return summed.astype(np.float64, copy=False)


def first_order(found: Evaluated, output: str) -> Ends:
    """Give the intervals of an output; nan where nothing uncertain bears on it."""
    opened = found.prepared.opened
    values = [found.values[place] for place in opened.origins]
    size = found.block.size
    result = opened.tape.outputs[output].value
    slopes = adjoints(opened, values, found.groups, size, result)
    value = np.array(found.of(found.prepared.tape.outputs[output].value), dtype=np.float64)
    sums = _Sums(value)
    with np.errstate(all="ignore"):  # declarations aside may hold anything
        for datum in found.prepared.inputs.data:
            if datum.name in slopes:
                _add_datum(sums, found, datum, slopes[datum.name])
        for path, table in found.prepared.inputs.tables.items():
            _add_table(sums, found, path, table, slopes)
        return _ends(value, sums)


def _ends(value: Floats, sums: _Sums) -> Ends:
    low, median, high = fitted(sums.mean, sums.variance, sums.third)
    one = sums.inputs == 1
    ends = [
        np.where(one, value + alone, end)
        for alone, end in zip(sums.alone, (low, median, high), strict=True)
    ]
    low, median, high = (np.where(sums.inputs > 0, end, np.nan) for end in ends)
    deviation = np.where(sums.inputs > 0, np.sqrt(sums.variance), np.nan)
    nothing = np.zeros(len(value))
    return Ends(median=median, low=low, high=high, deviation=deviation, without=nothing)


def _add_datum(sums: _Sums, found: Evaluated, datum: OpenDatum, slope: Floats) -> None:
    owner = found.groups[datum.group].owner if datum.group else None
    there = np.ones(len(slope), dtype=np.bool_)
    if not datum.default:
        there = found.block.given[datum.datum.path]
    value = np.array(found.of(datum.place), dtype=np.float64)
    sums.add(slope, value, datum.spread, there, owner)


def _add_table(
    sums: _Sums, found: Evaluated, path: str, table: OpenTable, slopes: dict[str, Floats]
) -> None:
    """Add the rows of a table: one that several look-ups give counts once, with all they add."""
    size, rows = found.block.size, list(table.spreads)
    numbers = np.full(len(table.values) + 1, -1)
    numbers[rows] = np.arange(len(rows))
    by_row = np.zeros(size * len(rows))
    for factor in found.prepared.inputs.factors:
        slope = slopes.get(factor.name)
        if factor.table != path or slope is None:
            continue
        at = numbers[found.of(factor.row).astype(np.int64)]
        owner = found.groups[factor.group].owner if factor.group else np.arange(size)
        known = at >= 0
        places = owner[known] * len(rows) + at[known]
        by_row += np.bincount(places, weights=slope[known], minlength=len(by_row))
    everywhere = np.ones(size, dtype=np.bool_)
    for row, slope in zip(rows, by_row.reshape(size, len(rows)).T, strict=True):
        value = np.full(size, table.values[row])
        if slope.any():
            sums.add(slope, value, table.spreads[row], everywhere, None)


def _moments(value: Floats, spread: Spread) -> "_Arrays":
    """Give the moments of many values of the same spread."""
    if spread.kind in ("normal", "lognormal"):
        one = moments(1.0, spread)
        return _Arrays(value * one.mean, value**2 * one.variance, value**3 * one.third)
    own: Moments = moments(1.0, spread)
    return _Arrays(own.mean, own.variance, own.third)


class _Arrays(Struct, frozen=True):
    """Mean, variance and third moment of many values, or the same of all."""

    mean: Floats | float
    variance: Floats | float
    third: Floats | float


def _quantiles(value: Floats, spread: Spread) -> Floats:
    """Give low end, median and high end of many values of the same spread; shape (3, values)."""
    own = quantiles(1.0, spread, np.array(ENDS))[:, np.newaxis]
    return own * value if spread.kind in ("normal", "lognormal") else own + 0 * value
