"""How far each value of a column may be off, where its row says so in columns of its own.

It states an uncertainty, or of how many samples the value is the mean, and how far they lie apart.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct
from numpy.typing import NDArray

from guiju.batch.block import Array, Floats, Truths
from guiju.batch.layout import Column, Layout
from guiju.batch.measuring import numbers_of
from guiju.batch.names import UNCERTAINTY
from guiju_runtime.data_model import Datum, Indicator
from guiju_runtime.given import NOTHING_MEASURED
from guiju_runtime.measured import of_samples
from guiju_runtime.quantity import quantity
from guiju_runtime.spread import BOUNDED, DISTRIBUTIONS, PARAMETERS, Spread, Stated
from guiju_runtime.spread_text import read_spread
from guiju_runtime.uncertainty import distribution, levels_of
from guiju_runtime.units import parse_unit
from guiju_runtime.value_origin import known_source

NORMAL, NONE = DISTRIBUTIONS.index("normal"), -1
UNIFORM = DISTRIBUTIONS.index("uniform")
MOST = max(PARAMETERS.values())
BETWEEN = tuple(map(DISTRIBUTIONS.index, BOUNDED))
EXACT = Spread("normal", (0.0,))
SMALLEST, LARGEST = 1e-300, 1e300
OF_SAMPLES = frozenset({"count", "spread"})
"""Words beside a value that make it the mean of samples."""

Named = Callable[[str], pa.Array]
"""Gives a column of the table, or of the rows of a group, by its name."""


class Spreads(Struct, frozen=True, kw_only=True):
    """The uncertainties that rows state.

    Attributes:
        kind: place of the distribution among ``DISTRIBUTIONS``, -1 where none is stated; shape
            (values,).
        parameters: of it, behind one another; shape (parameters, values).
    """

    kind: NDArray[np.int8]
    parameters: Floats

    def at(self, place: int) -> Spread | None:
        """Give the uncertainty of one value, None where none is stated."""
        number = int(self.kind[place])
        if number == NONE:
            return None
        kind = DISTRIBUTIONS[number]
        return Spread(kind, tuple(map(float, self.parameters[: PARAMETERS[kind], place])))

    def halves(self) -> Floats:
        """Give half the 95 % intervals as ratios of the values.

        Returns:
            nan where nothing is stated, inf where it is no plain ratio; shape (values,).
        """
        others = np.where(self.kind == NONE, np.nan, np.inf)
        return np.where(self.kind == NORMAL, self.parameters[0], others)


def spreads_in(
    layout: Layout,
    table: pa.RecordBatch,
    values: Mapping[str, Array],
    indicators: Sequence[Indicator],
) -> dict[str, Spreads]:
    """Read the uncertainties that a table states, by path of a datum.

    Args:
        values: of the data, in their declared units.
    """
    found = {}
    for group, columns in {"": layout.columns, **layout.rows}.items():
        named = table.column(group).flatten().field if group else table.column
        for column in filter(says, columns):
            path = column.datum.path
            own = values[path]
            spreads = nothing_said(len(own))
            if UNCERTAINTY in column.beside:
                spreads = spreads_of(column, named, own, indicators)[0]
            if OF_SAMPLES.issubset(column.beside):
                spreads = _or_of_samples(spreads, column, named, own)
            found[path] = spreads
    return found


def says(column: Column) -> bool:
    """Tell whether rows may say how far the values of a column may be off."""
    return UNCERTAINTY in column.beside or OF_SAMPLES.issubset(column.beside)


def nothing_said(size: int) -> Spreads:
    """Say nothing of so many values."""
    return Spreads(kind=np.full(size, NONE, dtype=np.int8), parameters=np.zeros((MOST, size)))


def _or_of_samples(spreads: Spreads, column: Column, named: Named, value: Array) -> Spreads:
    """Give the standard error of the mean where a row says no more of it.

    It is worked out as of one declaration, exactly: its last digit, too, is a part of the name of
    what is drawn.
    """
    counts, deviations = (
        numbers_of(named(f"{column.name}.{word}"), len(value)) for word in ("count", "spread")
    )
    deviations = deviations * (column.ratio.numerator / column.ratio.denominator)
    halves = np.full(len(value), np.nan)
    known = (counts >= 1) & (deviations >= 0) & (value != 0) & (spreads.kind == NONE)
    for place in np.flatnonzero(known & np.isfinite(counts + deviations + value)).tolist():
        halves[place] = _half(counts[place], float(deviations[place]), float(value[place]))
    some = np.isfinite(halves)
    parameters = spreads.parameters.copy()
    parameters[0, some] = halves[some]
    return Spreads(kind=np.where(some, NORMAL, spreads.kind), parameters=parameters)


def _half(count: float, deviation: float, value: float) -> float:
    """Give half the 95 % interval of a mean of samples, as a ratio."""
    read = replace(NOTHING_MEASURED, count=int(count), deviation=quantity(deviation).value)
    own = of_samples(read, quantity(value).value)
    return own.parameters[0] if own is not None else math.nan


def spreads_of(
    column: Column, named: Named, value: Array, indicators: Sequence[Indicator]
) -> tuple[Spreads, Truths]:
    """Read the uncertainties beside the values of a column, and tell which are surely none.

    A bound at the value itself is left to the calculator of single declarations.

    Args:
        value: in the declared unit; shape (values,).
        indicators: by whose levels, those of the class that is asked for, a basic uncertainty
            grows.
    """
    array = named(f"{column.name}.{UNCERTAINTY}")
    if pa.types.is_null(array.type):
        return nothing_said(len(array)), np.zeros(len(array), dtype=np.bool_)
    if pa.types.is_string(array.type):
        found, wrong = _of_texts(array, column.datum, indicators)
    else:
        found, wrong = _of_ratios(array, column)
    last = np.where(found.kind == UNIFORM, found.parameters[1], found.parameters[2])
    inside = (found.parameters[0] < value) & (value < last)
    return found, wrong | (np.isin(found.kind, BETWEEN) & ~inside)


def _of_ratios(array: pa.Array, column: Column) -> tuple[Spreads, Truths]:
    """Read ratios: half the 95 % interval of a normal distribution."""
    given = array.is_valid().to_numpy(zero_copy_only=False)
    ratios = array.to_numpy(zero_copy_only=False).astype(np.float64)
    ratios = np.where(given, scaled(ratios, column), 0.0)
    right = (ratios == 0) | ((ratios >= SMALLEST) & (ratios <= LARGEST))
    parameters = np.zeros((MOST, len(array)))
    parameters[0] = np.where(right, ratios, 0.0)
    kind = np.where(given, NORMAL, NONE).astype(np.int8)
    return Spreads(kind=kind, parameters=parameters), ~right


def scaled(ratio: Any, column: Column) -> Any:
    """Give a ratio, or an array of them, that stands in a column in its unit, such as %."""
    own = column.unit_of_uncertainty
    return ratio if own == 1 else ratio * (own.numerator / own.denominator)


def _of_texts(
    array: pa.Array, datum: Datum, indicators: Sequence[Indicator]
) -> tuple[Spreads, Truths]:
    """Read texts, each once; a text that is no uncertainty is told."""
    encoded = array.dictionary_encode()
    texts = encoded.dictionary.to_pylist()
    levels = levels_of(known_source(datum.quality, ""), indicators)
    stated = [_read(text, datum.unit) for text in texts]
    read = [
        None if one is None else distribution(one, levels, indicators) or EXACT for one in stated
    ]
    which = pc.fill_null(encoded.indices, len(read)).to_numpy(zero_copy_only=False)
    kinds = [DISTRIBUTIONS.index(one.kind) if one is not None else NONE for one in read]
    parameters = np.zeros((MOST, len(read) + 1))
    for at, one in enumerate(read):
        if one is not None:
            parameters[: len(one.parameters), at] = one.parameters
    wrong = np.array([*(one is None for one in read), False])
    kind = np.array([*kinds, NONE], dtype=np.int8)[which]
    return Spreads(kind=kind, parameters=parameters[:, which]), wrong[which]


@lru_cache(maxsize=65_536)
def _read(text: str, unit: str) -> Stated | None:
    return read_spread(text, parse_unit(unit), None)
