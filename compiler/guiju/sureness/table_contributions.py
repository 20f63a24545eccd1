"""What each input of each declaration adds to the variance of its footprint, to first order."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from msgspec import Struct

from guiju.batch.block import Floats, Truths
from guiju.batch.found import Numbers
from guiju.sureness.analytic import Contribution
from guiju.sureness.table_analytic import Moved
from guiju.sureness.table_tapes import Evaluated
from guiju.sureness.uncertainty import LEAST_SHARE
from guiju_runtime.data_model import Datum
from guiju_runtime.given import shown

FILE = "contributions"
"""What stands in the name of their file."""
PIECE = 16_384
"""Declarations calculated and written at once where they are asked for: each has many lines."""
WORD = pa.dictionary(pa.int32(), pa.string())
SCHEMA = pa.schema(
    [
        ("row", pa.int64()),
        ("name", WORD),
        ("value", pa.float64()),
        ("unit", WORD),
        ("derivative", pa.float64()),
        ("share", pa.float64()),
    ]
)
"""Of a table of contributions: number of the declaration, from 0; of the input its name, value and
unit, the derivative of the footprint by it [kgCO2e per unit], its share of the variance."""


class Line(Struct, frozen=True, kw_only=True):
    """One input in several declarations; ``which`` is its number among the inputs known."""

    row: Numbers
    which: Numbers
    value: Floats
    derivative: Floats
    share: Floats


class Contributions:
    """Gathers the contributions of a piece of a table."""

    def __init__(self) -> None:
        """Begin without any."""
        self._inputs: dict[tuple[str, str], int] = {}
        self._lines: list[Line] = []

    def add(self, found: Evaluated, moving: Sequence[Moved], some: Truths, start: int) -> None:
        """Add those of some declarations of a block.

        Args:
            start: number of the first declaration of the block in the piece.
        """
        size = found.block.size
        owners = [_owners(one, size) for one in moving]
        variances = [np.square(one.effect.deviation) for one in moving]
        whole = np.zeros(size)
        for owner, variance in zip(owners, variances, strict=True):
            whole += np.bincount(owner, weights=variance, minlength=size)[:size]
        for one, owner, variance in zip(moving, owners, variances, strict=True):
            with np.errstate(all="ignore"):
                share = variance / whole[owner]
            places = np.flatnonzero(some[owner] & (share >= LEAST_SHARE))
            self._lines.append(
                Line(
                    row=owner[places] + start,
                    which=self._which(one, found, owner, places),
                    value=one.value[places],
                    derivative=one.slope[places],
                    share=share[places],
                )
            )

    def add_alone(self, row: int, found: Iterable[Contribution]) -> None:
        """Add those of a declaration that was analysed by itself."""
        for one in found:
            number = self._number(one.input.known.name, one.input.known.unit)
            self._lines.append(
                Line(
                    row=np.array([row]),
                    which=np.array([number]),
                    value=np.array([one.input.value]),
                    derivative=np.array([one.derivative]),
                    share=np.array([one.share]),
                )
            )

    def table(self, start: int) -> pa.Table:
        """Give all of them, by declaration, the largest first.

        Args:
            start: number of the first declaration of the piece in the table.
        """
        if not self._lines:
            return SCHEMA.empty_table()
        fields = Line.__struct_fields__
        row, which, value, derivative, share = (
            np.concatenate([getattr(line, field) for line in self._lines]) for field in fields
        )
        order = np.lexsort((which, -share, row))
        names, units = zip(*self._inputs, strict=True) if self._inputs else ((), ())
        columns = [
            pa.array(row[order] + start, pa.int64()),
            _words(names, which[order]),
            pa.array(value[order]),
            _words(units, which[order]),
            pa.array(derivative[order]),
            pa.array(share[order]),
        ]
        return pa.Table.from_arrays(columns, schema=SCHEMA)

    def _number(self, name: str, unit: str) -> int:
        return self._inputs.setdefault((name, unit), len(self._inputs))

    def _which(self, one: Moved, found: Evaluated, owner: Numbers, places: Numbers) -> Numbers:
        """Give the numbers of inputs: of a datum in a group one for each row of a declaration."""
        if not isinstance(one.of, Datum):
            table, row = one.of
            number = self._number(table.name(row), table.table.unit.text)
            return np.full(len(places), number)
        datum = one.of
        if one.effect.owner is None:
            return np.full(len(places), self._number(datum.path, datum.unit))
        rows = places - found.groups[datum.group].starts[owner[places]]
        there, which = np.unique(rows, return_inverse=True)
        numbers = [self._number(shown(datum.group, int(r), datum.path), datum.unit) for r in there]
        return np.array(numbers, dtype=np.int64)[which]


def _owners(one: Moved, size: int) -> Numbers:
    return one.effect.owner if one.effect.owner is not None else np.arange(size)


def _words(words: Sequence[str], which: Numbers) -> pa.Array:
    """Give words as a dictionary, each of them once."""
    distinct = {word: number for number, word in enumerate(dict.fromkeys(words))}
    numbers: Any = np.array([distinct[word] for word in words], dtype=np.int32)
    indices = numbers[which] if len(words) else np.zeros(0, dtype=np.int32)
    return pa.DictionaryArray.from_arrays(pa.array(indices, pa.int32()), pa.array(list(distinct)))
