"""Intervals of every declaration of a table: columns beside its results.

A factor has the same draws in every row, and so has a datum of the same value at the same site.
"""

import numpy as np
import pyarrow as pa
from msgspec import Struct

from guiju.batch.block import Floats
from guiju.batch.layout import Layout
from guiju.batch.single import declaration_at
from guiju.command_codes import CommandFault
from guiju.library import Standard
from guiju.question_codes import NO_FOOTPRINT, NO_UNCERTAINTY
from guiju.sureness.analytic import Interval
from guiju.sureness.montecarlo import Sampling
from guiju.sureness.uncertainty import uncertainties

NAMES = ("cfp.median", "cfp.low", "cfp.high", "cfp.standard_deviation")
WITHOUT = (NO_FOOTPRINT, NO_UNCERTAINTY)
"""Faults of a declaration that leave it without interval and the others as they are."""


class Intervals(Struct, frozen=True, kw_only=True):
    """Gives the interval of the first product, declaration by declaration.

    Attributes:
        sampling: how draws are made; None for the first-order way.
    """

    standard: Standard
    sampling: Sampling | None
    profile: str

    @property
    def name(self) -> str:
        """Say what makes its columns the same as those of another run."""
        return f"{self.sampling}|{self.profile}"

    def columns(self, layout: Layout, table: pa.RecordBatch) -> dict[str, Floats]:
        """Give the columns of a piece of a table; nan where there is no interval."""
        found = {name: np.full(table.num_rows, np.nan) for name in NAMES}
        for number in range(table.num_rows):
            interval = self._interval(layout, table, number)
            if interval is not None:
                ends = interval.median, interval.low, interval.high, interval.deviation
                for name, value in zip(NAMES, ends, strict=True):
                    found[name][number] = value
        return found

    def _interval(self, layout: Layout, table: pa.RecordBatch, number: int) -> Interval | None:
        declaration = declaration_at(layout, table, number, self.standard.id)
        result = self.standard.calculate(declaration)
        try:
            [found] = uncertainties(self.standard, [result], self.sampling, self.profile)
        except CommandFault as fault:
            if fault.code in WITHOUT:
                return None
            raise
        return next(iter(found.intervals.values()))
