"""What a tape finds about the declarations of a block, as findings."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from guiju.batch.block import Array, Truths
from guiju.batch.execution import Outputs
from guiju.batch.found import Many
from guiju.plan.model import CalculationPlan
from guiju.tape.ages import row_numbered
from guiju.tape.model import Tape, Test
from guiju_runtime.calculating import Calculation
from guiju_runtime.calculation_codes import UNUSED_DATUM
from guiju_runtime.calculator import Calculator
from guiju_runtime.completeness import unused_datum
from guiju_runtime.findings import Finding
from guiju_runtime.given import shown
from guiju_runtime.messages import Text, named
from guiju_runtime.tables import name_of_row
from guiju_runtime.testing import not_met, unverified_default, unverified_row


class Tests:
    """The tests of a standard with the words of their findings."""

    def __init__(self, plan: CalculationPlan, calculator: Calculator) -> None:
        """Find provisions and data by their paths."""
        self._calculator = calculator
        self._data = {datum.path: datum for datum in plan.data_model.data}
        self._provisions = {p.path: p for p in calculator.provisions}
        self._tables = {table.path: table for table in plan.rules.tables}

    def found(self, tape: Tape, outputs: Outputs, skipped: Truths) -> Iterator[Many]:
        """Give the findings about declarations that are not set aside."""
        some_skipped = skipped.any()
        for test in tape.tests:
            fails = np.flatnonzero(outputs.of(test.fails))
            rows = outputs.groups.get(test.group)
            owners = fails if rows is None else rows.owner[fails]
            if some_skipped:
                clean = ~skipped[owners]
                fails, owners = fails[clean], owners[clean]
            if not len(fails):
                continue
            at = None if rows is None else fails - rows.starts[owners]
            values, oldest = (
                None if node is None else outputs.of(node)[fails]
                for node in (test.value, test.oldest)
            )
            first, which = _distinct(len(fails), at, values, oldest)
            yield Many(
                declarations=owners.astype(np.int64, copy=False),
                said=[
                    self._finding(
                        test,
                        int(at[place]) if at is not None else None,
                        float(values[place]) if values is not None else None,
                        self._row(oldest, place),
                    )
                    for place in first.tolist()
                ],
                which=which,
            )

    def _row(self, oldest: Array | None, at: int) -> Text | None:
        """Say which row of a table is the oldest."""
        found = row_numbered(self._tables, float(oldest[at])) if oldest is not None else None
        if found is None:
            return None
        table, row = found
        return named(table.label, name_of_row(table.path, row.keys))

    def _finding(
        self, test: Test, row: int | None, value: float | None, oldest: Text | None
    ) -> Finding:
        provision = self._provisions.get(test.path)
        if provision is not None:
            place = provision.place or provision.path
            inside = f"{place}.".startswith(f"{test.group}.")
            at = shown(test.group, row if inside else None, place)
            return not_met(provision, at, value, oldest)
        if test.code is UNUSED_DATUM:
            return unused_datum(self._data[test.path], test.path)
        if test.row < 0:
            return unverified_default(self._calculator.data_model, test.path)
        table = self._tables[test.path]
        found = table.rows[test.row]
        return unverified_row(table.path, table.label, float(found.value), table.unit.text)


def _distinct(size: int, *those: Array | None) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the places of the first of what is alike in all of those, and which each place has."""
    which = np.zeros(size, dtype=np.int64)
    parts = [part for part in those if part is not None and not (part == part[0]).all()]
    if not parts:
        return which[:1], which
    for part in parts:
        _, of_part = np.unique(part, return_inverse=True)
        which = which * (int(of_part.max()) + 1) + of_part
    _, first, which = np.unique(which, return_index=True, return_inverse=True)
    return first, which


def found_singly(numbers: NDArray[np.int64], one_by_one: list[Calculation]) -> Iterator[Many]:
    """Give the findings about declarations calculated one by one, each once."""
    owners: dict[Finding, list[int]] = {}
    for number, calculation in zip(numbers.tolist(), one_by_one, strict=True):
        for one in calculation.findings:
            owners.setdefault(one, []).append(number)
    for one, declarations in owners.items():
        which = np.zeros(len(declarations), dtype=np.int64)
        yield Many(declarations=np.array(declarations), said=[one], which=which)


def faulty(found: list[Many], size: int) -> Truths:
    """Mark the declarations that have an error finding."""
    marked = np.zeros(size, dtype=np.bool_)
    for many in found:
        marked[many.declarations[many.errors()]] = True
    return marked
