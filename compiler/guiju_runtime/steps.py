"""The steps of a calculation: collect a datum, keep a formula's value, take the first tier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from guiju_runtime.arithmetic import NAN, Absent, NoRow, has_no_value, known
from guiju_runtime.calculation_codes import NOT_COUNTABLE, OUTSIDE_LIMIT
from guiju_runtime.completeness import missing_datum, unused_datum
from guiju_runtime.data_model import Datum
from guiju_runtime.data_words import now
from guiju_runtime.findings import Finding, finding
from guiju_runtime.given import INVALID, Place, shown
from guiju_runtime.messages import same_words
from guiju_runtime.series import MOST_ROWS, whole_numbers
from guiju_runtime.tables import Key, Table
from guiju_runtime.values import STOPPING, Value, Values

__all__ = ["Limit", "Steps", "Tier"]


class Limit(NamedTuple):
    """What a value must satisfy to count, as the author wrote it."""

    written: str
    holds: Callable[[Value], bool]


class Tier(NamedTuple):
    """One way to a value; ``needs`` are the data without which it is not open."""

    value: Callable[[], Value]
    needs: tuple[Value, ...] = ()


@dataclass(slots=True)
class Steps(Values):
    """Values with the steps that make them.

    Attributes:
        collected: places of the data that were given, or taken from their defaults.
        fixed: data for which a rule book has a formula of its own.
        idle: processes that do not run; ``spoiled`` those of which nothing can be known.
        countless: series whose rows cannot be made; they have one row without value.
    """

    collected: set[Place] = field(default_factory=set)
    fixed: set[str] = field(default_factory=set)
    idle: set[str] = field(default_factory=set)
    spoiled: set[str] = field(default_factory=set)
    countless: set[str] = field(default_factory=set)

    def collect(
        self,
        path: str,
        *,
        when: Callable[[], bool] | None = None,
        default: Value = None,
        absent: Value = None,
        limit: Limit | None = None,
    ) -> Value:
        """Give a datum: ``default`` where none is given, ``absent`` outside ``when``."""
        if when is None and self.row is None:
            value = self.reading.values.get(path)
            place = self.index.places[path]
            if value is None:
                if default is None and absent is None and path in self.index.optional:
                    self.values[path] = None
                    return None
                if default is not None and not callable(default):
                    value = default
                    self.defaults.add(place)
            if value is not None and value is not INVALID:
                self.collected.add(place)
                self.values[path] = value
                return value if limit is None else self.limited(path, value, limit)
        return self._collect(path, when, default, absent, limit)

    def _collect(
        self,
        path: str,
        when: Callable[[], bool] | None,
        default: Value,
        absent: Value,
        limit: Limit | None,
    ) -> Value:
        """Give a datum in a row, under a condition, or one that is not given or wrong."""
        datum = self.data[path]
        value = self._collected(datum)
        applies = True if when is None else self.holds(path, when)
        if applies is None:
            return self.put(path, _no_value(datum))
        if not applies:
            if value is not None:
                self._note_unused(datum, self.shown(path), value)
            return self._leave_out(path, absent)
        if value is None:
            value = self._missing(datum, default)
        if value is None:
            return self._leave_out(path, absent)
        place = self.place(path)
        if place in self.reading.about or place in self.defaults:
            self.collected.add(place)
        value = self.put(path, _no_value(datum) if value is INVALID else value)
        return value if limit is None else self.limited(path, value, limit)

    def _collected(self, datum: Datum) -> Value:
        if datum.group and self.row is not None:
            return self.reading.rows[datum.group][self.row].get(datum.path[len(datum.group) + 1 :])
        return self.reading.values.get(datum.path)

    def _missing(self, datum: Datum, default: Value) -> Value:
        if default is not None:
            self.defaults.add(self.place(datum.path))
            return self.attempt(datum.path, default) if callable(default) else default
        if datum.needed == "when":
            model = self.calculator.data_model
            self.find(missing_datum(model, datum, self.shown(datum.path)))
        return None if datum.needed == "never" else INVALID

    def _leave_out(self, path: str, absent: Value) -> Value:
        if absent is not None:
            self.absent.add(self.place(path))
        return self.put(path, absent)

    def _note_unused(self, datum: Datum, path: str, value: Value) -> None:
        if value is not None and value is not INVALID:
            self.find(unused_datum(datum, path))

    def keep(
        self,
        path: str,
        formula: Callable[[], Value],
        *,
        when: Callable[[], bool] | None = None,
        absent: Value = None,
        optional: bool = False,
        limit: Limit | None = None,
    ) -> Value:
        """Calculate a value and keep it; ``absent`` outside ``when``."""
        if path in self.index.data:
            self.fixed.add(path)
        if self.group in self.countless and self.row_of(path) is not None:
            return self.put(path, NAN)
        applies = True if when is None else self.holds(path, when)
        if applies is None:
            return self.put(path, NAN)
        if not applies:
            return self._leave_out(path, absent)
        value = self.put(path, self.attempt(path, formula, optional=optional))
        return value if limit is None else self.limited(path, value, limit)

    def limited(self, path: str, value: Value, limit: Limit) -> Value:
        """Give the value that was kept at ``path``, none if it is outside its limit."""
        if value is None or has_no_value(value):
            return value
        self.sought = path
        try:
            if limit.holds(value):
                return value
        except STOPPING as fault:
            self._report(path, fault, "error")
            return value
        unit = self.calculator.values[path].unit
        words = f"{value:.12g} {unit}".strip() if _is_number(value) else str(value)
        told = same_words("") if path in self.calculator.confidential else now(words)
        at, what, written = self.shown(path), self.label(path), limit.written
        self.find(finding(OUTSIDE_LIMIT, at, what=what, value=told, limit=written))
        return self.put(path, NAN if _is_number(value) else INVALID)

    def require(self, process: str, written: str, holds: Callable[[], bool]) -> None:
        """Leave everything that ``process`` makes without value unless a limit holds."""
        if self.passes(process, holds) is False:
            self.spoiled.add(process)
            what, value = self.label(process), same_words("")
            self.find(finding(OUTSIDE_LIMIT, process, what=what, value=value, limit=written))

    def prefer(self, path: str, *tiers: Tier) -> Value:
        """Give the first tier whose data are there and whose look-ups find a row; note which."""
        number, value = self._first(tiers)
        self.tiers[self.place(path)] = number
        return value

    def first(self, *tiers: Tier) -> Value:
        """Give the first tier whose data are there and whose look-ups find a row."""
        return self._first(tiers)[1]

    def _first(self, tiers: tuple[Tier, ...]) -> tuple[int, Value]:
        for number, tier in enumerate(tiers):
            if None in tier.needs:
                continue
            for need in tier.needs:
                known(need)
            before = len(self.lookups)
            try:
                return number, tier.value()
            except (NoRow, Absent):
                while len(self.lookups) > before:
                    self.lookups.popitem()
        raise Absent

    def lookup(self, table: Table, *keys: Key) -> float:
        """Give the value of a table for ``keys`` [unit of the table]."""
        table = self.factors.get(table.path, table)
        row = table.row(keys) if keys else table.only
        place = self.index.places[self.sought] if self.row is None else self.place(self.sought)
        self.lookups[place, table.path, row.keys] = table, row
        return row.value

    def series(self, group: str, low: Callable[[], float], high: Callable[[], float]) -> None:
        """Make a row of ``group`` for each whole number from ``low`` to ``high``, its index."""
        first, last = self.attempt(group, low), self.attempt(group, high)
        numbers = whole_numbers(first, last)
        if numbers is not None:
            self.row_values[group] = [{group: number} for number in numbers]
            return
        self.countless.add(group)
        self.row_values[group] = [{group: NAN}]
        if not has_no_value(first) and not has_no_value(last):
            bounds = f"{first:.12g}", f"{last:.12g}"
            self.find(self._not_countable(group, *bounds))

    def _not_countable(self, group: str, low: str, high: str) -> Finding:
        read = (name for part in self.calculator.reads.get(group, ()) for name in part)
        return finding(
            NOT_COUNTABLE,
            group,
            clause=group.partition(".")[0],
            what=self.label(group),
            low=low,
            high=high,
            most=str(MOST_ROWS),
            reads=", ".join(dict.fromkeys(read)) or group,
        )

    def rows(self, group: str) -> Iterator[int]:
        """Go through the rows of ``group``."""
        rows = self.row_values.get(group)
        if rows is None:
            rows = self.row_values[group] = [{} for _ in self.reading.rows.get(group, ())]
        for row in range(len(rows)):
            self.group, self.row = group, row
            yield row
        self.group, self.row = "", None

    def over(self, group: str, formula: Callable[[], Value]) -> list[Value]:
        """Calculate ``formula`` for every row of ``group``."""
        if group in self.countless:
            return [NAN]
        before, around = (self.group, self.row), self.outer
        if self.row is not None:
            self.outer = (*around, (self.group, self.row))
        found = []
        try:
            for row in range(len(self.row_values.get(group, ()))):
                self.group, self.row = group, row
                found.append(formula())
        finally:
            (self.group, self.row), self.outer = before, around
        return found

    def count(self, group: str) -> float:
        """Count the rows of ``group``."""
        return NAN if group in self.countless else len(self.row_values.get(group, ()))

    def runs(self, process: str, condition: Callable[[], bool]) -> bool:
        """Tell whether ``process`` runs; if not, its amounts are 0 and its data are not asked."""
        applies = self.holds(process, condition)
        if applies:
            return True
        self.idle.add(process)
        if applies is None:  # nobody can know what exists of it
            self.spoiled.add(process)
            for path in self.index.single[process]:
                datum = self.data.get(path)
                self.values[path] = NAN if datum is None else _no_value(datum)
        else:
            self._note_unused_of(process)
            self.values.update(self.index.nothing[process])
            self.absent.update(self.index.absent[process])
        return False

    def _note_unused_of(self, process: str) -> None:
        for datum in self.index.collected[process]:
            if not datum.group:
                self._note_unused(datum, datum.path, self.reading.values.get(datum.path))
                continue
            for row, given in enumerate(self.reading.rows.get(datum.group, ())):
                value = given.get(datum.path[len(datum.group) + 1 :])
                self._note_unused(datum, shown(datum.group, row, datum.path), value)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _no_value(datum: Datum) -> Value:
    return NAN if datum.kind in ("number", "year") else INVALID
