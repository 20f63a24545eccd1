"""Declarations with their standards: the examples of the language reference and those that ship."""

import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import pyarrow as pa

from guiju.plan.model import CalculationPlan
from guiju_runtime.data_model import DataModel
from guiju_runtime.given import Reading
from tests.batch.tables import SLUGS, TYPES, examples, standard
from tests.calculation.chains import Texts
from tests.reference import book, calculating


class Case(NamedTuple):
    """A declaration; ``used`` are the texts of other standards that it takes results of."""

    name: str
    plan: CalculationPlan
    module: types.ModuleType
    declaration: Mapping[str, Any]
    used: Texts


@cache
def every() -> tuple[Case, ...]:
    """Give all of them."""
    return (*_of_the_book(), *_of_standards())


def _of_the_book() -> Iterator[Case]:
    for page in book.PAGES:
        for number, case in enumerate(book.cases(page)):
            plan, module = calculating.compiled(case.source, case.libraries)
            used = tuple(one for one in case.libraries if "\nproduct " in one[1])
            data = book.declaration(case.data)
            yield Case(f"{page.name} {number}", plan, module, data, used)


def _of_standards() -> Iterator[Case]:
    for slug in SLUGS:
        declaration = examples(slug)[0]
        if "use" not in declaration:
            yield Case(slug, standard(slug).plan, standard(slug).module, declaration, ())


def table_of(model: DataModel, reading: Reading[float]) -> pa.RecordBatch | None:
    """Give a declaration as a table of one row; None if it says what a table cannot hold.

    What another standard gives stands in it as a number.
    """
    if reading.findings:
        return None
    columns = {
        datum.path: pa.array([reading.values[datum.path]], TYPES[datum.kind])
        for datum in model.data
        if not datum.group
    }
    for group in model.groups:
        start = len(group.path) + 1
        inside = [datum for datum in model.data if datum.group == group.path]
        kind = pa.list_(pa.struct([(d.path[start:], TYPES[d.kind]) for d in inside]))
        columns[group.path] = pa.array([[dict(row) for row in reading.rows[group.path]]], kind)
    columns["region"] = pa.array([reading.region], pa.string())
    columns["period_from"] = pa.array([reading.period_from])
    columns["period_to"] = pa.array([reading.period_to])
    return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
