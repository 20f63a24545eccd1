"""Tables of declarations drawn at random around the examples of a standard, some of them wrong."""

import random
from collections.abc import Mapping
from datetime import date
from functools import cache
from operator import truediv
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

import guiju
from guiju.batch.calculating import Batch
from guiju.batch.layout import layout_of
from guiju_runtime.data_model import DataModel, Datum
from guiju_runtime.given import Reading
from guiju_runtime.reading import read
from tests.standards.shipped import compiled

STANDARDS = Path(__file__).parents[2] / "standards"
SLUGS = sorted(path.parent.name for path in STANDARDS.glob("*/examples"))
TYPES = {
    "number": pa.float64(),
    "choice": pa.string(),
    "yes_no": pa.bool_(),
    "text": pa.string(),
    "year": pa.int64(),
    "date": pa.string(),
}
HOSTILE = (-5.0, float("nan"), float("inf"), 0.0, 1e-310, 1e9)


def standard(slug: str) -> guiju.Standard:
    """Compile the standard, once in a process of tests."""
    return compiled(slug)


@cache
def examples(slug: str) -> tuple[Mapping[str, Any], ...]:
    """Give the examples of a standard, read once in a process of tests."""
    paths = sorted((STANDARDS / slug / "examples").glob("*.yaml"))
    return tuple(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) for path in paths)


def batch_for(slug: str, table: pa.RecordBatch, **options: Any) -> Batch:
    chosen = standard(slug)
    layout = layout_of(chosen.plan.data_model, table.schema)
    assert [found for found in layout.findings if found.severity == "error"] == []
    return Batch(chosen.plan, chosen.module.CALCULATOR, layout, **options)


class Drawn:
    """Declarations drawn around examples.

    Attributes:
        wild: how many of 100 data are absent, out of bounds or of another choice.
    """

    def __init__(self, slug: str, seed: int, wild: int) -> None:
        self.model = standard(slug).plan.data_model
        self.random = random.Random(seed)
        self.wild = wild
        self.given = [read(self.model, example, truediv) for example in examples(slug)]

    def table(self, size: int) -> pa.RecordBatch:
        """Give a table of ``size`` declarations."""
        readings = [self.random.choice(self.given) for _ in range(size)]
        columns = {
            datum.path: pa.array(
                [self._value(datum, r.values[datum.path]) for r in readings], TYPES[datum.kind]
            )
            for datum in self.model.data
            if not datum.group
        }
        for group in self.model.groups:
            inside = [datum for datum in self.model.data if datum.group == group.path]
            rows = [self._rows(group.path, inside, reading) for reading in readings]
            columns[group.path] = pa.array(rows, rows_type(self.model, group.path))
        years = [self._year(reading) for reading in readings]
        columns["period_from"] = pa.array([date(year, 1, 1) for year in years])
        columns["period_to"] = pa.array([date(year, 12, 31) for year in years])
        return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))

    def _year(self, reading: Reading[float]) -> int:
        if self._happens():
            return self.random.choice((2022, 2023, 2024, 2025))
        assert reading.period_to is not None
        return reading.period_to.year

    def _happens(self) -> bool:
        return self.random.randrange(100) < self.wild

    def _value(self, datum: Datum, value: Any) -> Any:
        if self._happens():
            return self._other(datum)
        if datum.kind == "number" and value is not None:
            return value * self.random.uniform(0.9995, 1.0005)
        return value

    def _other(self, datum: Datum) -> Any:
        match datum.kind:
            case "number":
                return self.random.choice((None, 0.5, 12.5, 85.0, *HOSTILE))
            case "choice":
                return self.random.choice([None, "nonsense", *(name for name, _ in datum.options)])
            case "yes_no":
                return self.random.choice((None, True, False))
            case "year":
                return self.random.choice((None, 2020))
            case "date":
                return self.random.choice((None, "2024-05-01"))
            case _:
                return self.random.choice((None, "A", "B", "C"))

    def _rows(self, group: str, inside: list[Datum], reading: Reading[float]) -> list[Any]:
        rows = list(reading.rows[group])
        if rows and self._happens():
            rows = [self.random.choice(rows) for _ in range(self.random.randrange(6))]
        start = len(group) + 1
        return [
            {d.path[start:]: self._value(d, row.get(d.path[start:])) for d in inside}
            for row in rows
        ]


def rows_type(model: DataModel, group: str) -> pa.DataType:
    inside = [datum for datum in model.data if datum.group == group]
    start = len(group) + 1
    return pa.list_(pa.struct([(d.path[start:], TYPES[d.kind]) for d in inside]))
