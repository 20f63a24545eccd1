"""Declarations drawn at random from the ranges that a standard declares, the same for a seed.

Each starts at an example of the standard, whose numbers move a little. Some data, few in most
declarations and many in some, are drawn anew from their declared ranges with their boundaries, or
are absent where they may be; a group has none to five rows. In one of ten declarations one datum is
spoiled.
"""

import math
import random
from collections.abc import Mapping
from datetime import date
from operator import truediv
from typing import Any

import pyarrow as pa

from guiju_runtime.data_model import Datum
from guiju_runtime.given import INVALID as NO_VALUE
from guiju_runtime.given import Reading
from guiju_runtime.reading import read
from tests.agreement.ranges import Range, declared_ranges
from tests.batch.tables import TYPES, examples, standard

HOSTILE = (-5.0, math.nan, math.inf, 1e-310, 1e305)
BOUNDARY = (0.0, 1.0, 1e-6, 1e9)
WILD, ANEW, INVALID = 0.2, 2, 0.1
"""Share of declarations in which a third of the data are drawn anew; how many are in the others;
share of those in which one is spoiled."""

Values = dict[str, Any]


def short(value: float) -> float:
    """Give a number of four figures: the exact reference is the faster for it."""
    return float(f"{value:.4g}")


class Drawing:
    """Draws declarations of one standard as a table."""

    def __init__(self, slug: str, seed: int) -> None:
        self.plan = standard(slug).plan
        self.model = self.plan.data_model
        self.random = random.Random(f"{slug} {seed}")
        self.ranges = declared_ranges(self.plan)
        self.bases = [read(self.model, example, truediv) for example in examples(slug)]
        self.anew = 0.0
        self.single = [datum for datum in self.model.data if not datum.group]

    def table(self, size: int) -> pa.RecordBatch:
        """Give a table of ``size`` declarations."""
        drawn = [self._declaration() for _ in range(size)]
        columns = {
            datum.path: pa.array([one[datum.path] for one in drawn], TYPES[datum.kind])
            for datum in self.single
        }
        for group in self.model.groups:
            kind = pa.list_(pa.struct([(n, TYPES[d.kind]) for n, d in self._inside(group.path)]))
            columns[group.path] = pa.array([one[group.path] for one in drawn], kind)
        for name, kind in (("region", pa.string()), ("period_from", None), ("period_to", None)):
            columns[name] = pa.array([one[name] for one in drawn], kind)
        return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))

    def _declaration(self) -> Values:
        base = self.random.choice(self.bases)
        self.anew = 1 / 3 if self._happens(WILD) else ANEW / len(self.model.data)
        drawn: Values = {d.path: self._value(d, base.values[d.path]) for d in self.single}
        for group in self.model.groups:
            rows = self._rows(base.rows[group.path])
            inside = self._inside(group.path)
            drawn[group.path] = [{n: self._value(d, row[n]) for n, d in inside} for row in rows]
        if self._happens(INVALID):
            self._spoil(drawn)
        return drawn | self._header(base)

    def _happens(self, share: float) -> bool:
        return self.random.random() < share

    def _inside(self, group: str) -> list[tuple[str, Datum]]:
        start = len(group) + 1
        return [(d.path[start:], d) for d in self.model.data if d.group == group]

    def _header(self, base: Reading[float]) -> Values:
        year = base.year or 2024
        if self._happens(WILD):
            year = self.random.choice((2022, 2023, 2024, 2025))
        first = date(year, 7, 1) if self._happens(0.1) else date(year, 1, 1)
        return {"region": base.region, "period_from": first, "period_to": date(year, 12, 31)}

    def _rows(self, rows: tuple[Mapping[str, Any], ...]) -> list[Mapping[str, Any]]:
        if not rows or not self._happens(WILD):
            return list(rows)
        return [self.random.choice(rows) for _ in range(self.random.randrange(6))]

    def _value(self, datum: Datum, value: Any) -> Any:
        """Give a value near that of the example, within the declared range, or none."""
        given = value is not None and value is not NO_VALUE
        needed = datum.needed == "always" and datum.default is None
        is_number = datum.kind == "number"
        if self._happens(self.anew) or (needed and not given):
            if not needed and self._happens(0.5):
                return None
            return self._within(datum, float(value) if given and is_number else 1.0)
        if not given:
            return None
        return short(value * self.random.uniform(0.98, 1.02)) if is_number else value

    def _within(self, datum: Datum, near: float) -> Any:
        match datum.kind:
            case "number":
                return self._number(self.ranges.get(datum.path, []), near)
            case "choice":
                return self.random.choice([name for name, _ in datum.options])
            case "yes_no":
                return self.random.choice((True, False))
            case "year":
                return self.random.randrange(2015, 2026)
            case "date":
                return f"{self.random.randrange(2022, 2026)}-0{self.random.randrange(1, 10)}-15"
            case _:
                return self.random.choice(("A", "B", "C"))

    def _number(self, ranges: list[Range], near: float) -> float:
        if not ranges:
            spread = short(near * 10 ** self.random.uniform(-1, 1))
            return self.random.choice((spread, spread, *BOUNDARY))
        low, high = self.random.choice(ranges)
        low = min(0.0, high or 0.0) if low is None else low
        high = max(2 * low, 1.0) if high is None else high
        return self.random.choice((low, high, short(self.random.uniform(low, high))))

    def _spoil(self, drawn: Values) -> None:
        """Make one datum of a declaration wrong, or leave it out."""
        datum = self.random.choice(self.model.data)
        at, name = drawn, datum.path
        if datum.group:
            if not drawn[datum.group]:
                return
            at, name = self.random.choice(drawn[datum.group]), datum.path[len(datum.group) + 1 :]
        wrong: tuple[Any, ...] = (None,)
        if datum.kind == "number":
            wrong = (None, *HOSTILE)
        elif datum.kind in ("choice", "date"):
            wrong = (None, "nonsense")
        at[name] = self.random.choice(wrong)
