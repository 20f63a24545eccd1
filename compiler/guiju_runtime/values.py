"""The named values of one run: where they are kept, and what happens when one cannot be had."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from guiju_runtime.arithmetic import NAN, Absent, NoRow, NoValue, known
from guiju_runtime.calculation_codes import DIVISION_BY_ZERO, NO_FACTOR_ROW, NOT_COMPUTABLE
from guiju_runtime.calculator import Calculator, Rules
from guiju_runtime.data_model import Datum
from guiju_runtime.findings import Finding, Severity, finding
from guiju_runtime.given import Place, Reading, shown
from guiju_runtime.index import Index
from guiju_runtime.measures import Measures
from guiju_runtime.messages import Code, Text, same_words
from guiju_runtime.tables import Row, Table

STOPPING = (Absent, NoValue, NoRow, ZeroDivisionError, OverflowError, ValueError)
"""What may stop a formula."""

INFINITE = (math.inf, -math.inf)
Value = Any
"""A number, a choice, a text, a date, yes or no; None is absent, nan or INVALID has no value."""


@dataclass(slots=True)
class Values:
    """Values by path, and by row where a group repeats; ``row`` is set while one is calculated.

    Attributes:
        absent: amounts that were not given, or do not exist under their condition: they are 0.
        defaults: data whose default was taken.
        tiers: which tier a value was calculated by, from 0.
        factors: tables that stand in place of those of the standard, by path.
        lookups: rows of factor tables that took part, each with the value that it was for.
        measures: ``year``, ``primary_share`` and the like.
        oldest: what an age is of: the oldest datum, the oldest row of a table.
        outer: rows at hand, by group, around that which a sum runs over.
        sought: path of the value that is being calculated.
    """

    calculator: Calculator
    rules: Rules
    reading: Reading[float]
    index: Index
    factors: Mapping[str, Table]
    values: dict[str, Value] = field(default_factory=dict)
    row_values: dict[str, list[dict[str, Value]]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    absent: set[Place] = field(default_factory=set)
    defaults: set[Place] = field(default_factory=set)
    tiers: dict[Place, int] = field(default_factory=dict)
    lookups: dict[tuple[Place, str, tuple[str, ...]], tuple[Table, Row]] = field(
        default_factory=dict
    )
    measures: Measures = field(default_factory=Measures)
    oldest: dict[str, Text] = field(default_factory=dict)
    group: str = ""
    row: int | None = None
    outer: tuple[tuple[str, int], ...] = ()
    sought: str = ""

    def __getitem__(self, path: str) -> Value:
        """Give a value calculated before, in the row at hand; one without value as it is.

        Raises:
            Absent: it was not given.
        """
        value = self.values.get(path) if self.row is None else self.raw(path)
        if value is None:
            raise Absent
        return value

    @property
    def data(self) -> Mapping[str, Datum]:
        """Give each datum by its path."""
        return self.index.data

    @property
    def looked_up(self) -> tuple[tuple[Table, Row], ...]:
        """Give the rows of factor tables that took part, each once."""
        return tuple({found[1:]: row for found, row in self.lookups.items()}.values())

    def raw(self, path: str) -> Value:
        """Give a value as it is: perhaps absent, perhaps without value."""
        if self.row is None:
            return self.values.get(path)
        group, row = self._row_of(path)
        if row is not None:
            return self.row_values[group][row].get(path)
        return self.values.get(path)

    def there(self, path: str) -> Value:
        """Give a value as it is, None for an amount that was not given."""
        return None if self.place(path) in self.absent else self.raw(path)

    def given(self, path: str) -> bool:
        """Tell whether a datum was collected; a default is not.

        Raises:
            NoValue: it was, but is wrong.
        """
        value = self.there(path)
        if value is None or self.place(path) in self.defaults:
            return False
        return known(value) is not None

    def measure(self, name: str) -> Value:
        """Give ``year``, ``period``, ``primary_share`` and the like."""
        return known(self.measures.get(name, NAN))

    def put(self, path: str, value: Value) -> Value:
        """Keep a value; in the row at hand if it stands in its group."""
        if self.row is None:
            self.values[path] = value
            return value
        group, row = self._row_of(path)
        if row is not None:
            self.row_values[group][row][path] = value
        else:
            self.values[path] = value
        return value

    def _row_of(self, path: str) -> tuple[str, int | None]:
        """Give the row at hand in which a path has a value, and its group; an index has one too."""
        if self.row is None:
            return "", None
        own = self.index.groups.get(path)
        if own == self.group:
            return own, self.row
        for group, row in self.outer:
            if own == group:
                return group, row
        return "", None

    def row_of(self, path: str) -> int | None:
        """Give the row at hand in which a path has a value, None outside groups."""
        return None if self.row is None else self._row_of(path)[1]

    def place(self, path: str) -> Place:
        """Give the place of a value: with the row at hand if it stands in its group."""
        if self.row is None:
            return self.index.places[path]
        return Place(path, self._row_of(path)[1])

    def shown(self, path: str) -> str:
        """Write the path of a value for people."""
        return shown(*self._row_of(path), path)

    def attempt(self, path: str, formula: Callable[[], Value], *, optional: bool = False) -> Value:
        """Calculate, or report why that cannot be; nan then, or None for what may be absent."""
        self.sought = path
        try:
            value = formula()
            if value in INFINITE:
                raise OverflowError
        except STOPPING as fault:
            self._report(path, fault, "error")
            if not isinstance(fault, Absent):
                return NAN
            if not optional:
                self._fail(NOT_COMPUTABLE, path, "error")
            return None if optional else NAN
        return value

    def holds(self, path: str, condition: Callable[[], bool]) -> bool | None:
        """Tell whether something applies: not if what decides is absent; None without value."""
        self.sought = path
        try:
            return bool(condition())
        except STOPPING as fault:
            self._report(path, fault, "error")
            return False if isinstance(fault, Absent) else None

    def passes(
        self, path: str, test: Callable[[], bool], severity: Severity = "error"
    ) -> bool | None:
        """Tell whether a test holds, None where what it reads is absent or has no value."""
        self.sought = path
        try:
            return bool(test())
        except STOPPING as fault:
            self._report(path, fault, severity)
            return None

    def _report(self, path: str, fault: Exception, severity: Severity) -> None:
        """Report what stopped a formula, unless it was absent or another finding tells."""
        if isinstance(fault, ZeroDivisionError):
            self._fail(DIVISION_BY_ZERO, path, severity)
        elif isinstance(fault, NoRow):
            at, what = self.shown(path), self.label(path)
            table, keys = fault.table, fault.keys
            self.find(
                finding(NO_FACTOR_ROW, at, severity=severity, what=what, table=table, keys=keys)
            )
        elif isinstance(fault, OverflowError | ValueError):
            self._fail(NOT_COMPUTABLE, path, severity)

    def _fail(self, code: Code, path: str, severity: Severity) -> None:
        read = (name for tier in self.calculator.reads.get(path, ()) for name in tier)
        words = ", ".join(dict.fromkeys(read)) or path
        at, what = self.shown(path), self.label(path)
        self.find(finding(code, at, severity=severity, what=what, reads=words))

    def label(self, path: str) -> Text:
        """Give the words for a value or a process, or its path where it has none."""
        if path in self.calculator.processes:
            return self.calculator.processes[path][0]
        named = self.calculator.values.get(path)
        return named.label if named is not None else same_words(path)

    def find(self, found: Finding) -> None:
        """Note a finding, once."""
        if found not in self.findings:
            self.findings.append(found)
