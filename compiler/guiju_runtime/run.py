"""One run of a calculator over one declaration: values, burdens, draws and findings as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from guiju_runtime.arithmetic import NAN, Absent, NoRow, NoValue, Tier, chosen, known
from guiju_runtime.calculation_codes import (
    DIVISION_BY_ZERO,
    NO_FACTOR_ROW,
    NOT_COMPUTABLE,
    OUTSIDE_LIMIT,
    UNKNOWN_POTENTIAL,
    UNUSED_DATUM,
)
from guiju_runtime.calculator import Calculator, Rules
from guiju_runtime.data_model import Datum
from guiju_runtime.findings import Finding, finding
from guiju_runtime.given import INVALID, Place, Reading, shown
from guiju_runtime.messages import Text, same_words
from guiju_runtime.reading import missing_datum
from guiju_runtime.tables import Key, Row as TableRow, Table

Value = Any
"""A number, a choice, a text, a date, yes or no; None is absent, nan or INVALID has no value."""
NOTHING = Text(zh="", en="")


@dataclass(slots=True)
class Contribution:
    """What one flow adds to the burden of its process.

    Attributes:
        value: kgCO2e, for the whole period.
        rest: whether only the part counts that the draw of the same flow leaves uncovered.
    """

    process: str
    flow: str
    row: int | None
    kind: str
    gas: str
    origin: str
    amount: float
    value: float
    rest: bool
    left_out: bool


@dataclass(slots=True)
class Draw:
    """An input drawn from another process; ``amount`` in the unit of the source."""

    process: str
    flow: str
    row: int | None
    supplier: str
    source: str
    amount: float
    limited: bool


@dataclass(slots=True)
class Output:
    """A product of a process with what its share is made from."""

    process: str
    flow: str
    amount: float
    basis: float | None
    share: float | None


@dataclass(slots=True)
class Run:
    """The state of one run; ``row`` is set while a row of a group is calculated."""

    calculator: Calculator
    rules: Rules
    reading: Reading[float]
    data: dict[str, Datum]
    values: dict[str, Value] = field(default_factory=dict)
    row_values: dict[str, list[dict[str, Value]]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    defaults: set[Place] = field(default_factory=set)
    tiers: dict[Place, int] = field(default_factory=dict)
    looked_up: dict[tuple[str, tuple[str, ...]], tuple[Table, TableRow]] = field(
        default_factory=dict
    )
    contributions: list[Contribution] = field(default_factory=list)
    draws: list[Draw] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    idle: set[str] = field(default_factory=set)
    spoiled: set[str] = field(default_factory=set)
    measures: dict[str, Value] = field(default_factory=dict)
    group: str = ""
    row: int | None = None

    # ---- values ------------------------------------------------------------------------------

    def __getitem__(self, path: str) -> Value:
        """Give a value calculated before; in the row at hand if it stands in its group.

        Raises:
            Absent: it was not given.
            NoValue: it is wrong or could not be calculated.
        """
        return known(self.raw(path))

    def raw(self, path: str) -> Value:
        """Give a value as it is: perhaps absent, perhaps without value."""
        if self.row is not None and path.startswith(f"{self.group}."):
            return self.row_values[self.group][self.row].get(path)
        return self.values.get(path)

    def given(self, path: str) -> bool:
        """Tell whether a datum was collected; a default is not.

        Raises:
            NoValue: it was, but is wrong.
        """
        if self.place(path) in self.defaults or self.raw(path) is None:
            return False
        return known(self.raw(path)) is not None

    def measure(self, name: str) -> Value:
        """Give ``year``, ``period``, ``primary_share`` and the like."""
        return known(self.measures.get(name, NAN))

    def _put(self, path: str, value: Value) -> Value:
        if self.row is not None and path.startswith(f"{self.group}."):
            self.row_values[self.group][self.row][path] = value
        else:
            self.values[path] = value
        return value

    def place(self, path: str) -> Place:
        """Give the place of a value: with the row at hand if it stands in its group."""
        inside = self.row is not None and path.startswith(f"{self.group}.")
        return Place(path, self.row if inside else None)

    def shown(self, path: str) -> str:
        """Write the path of a value for people."""
        return shown(self.group, self.place(path).row, path)

    def collect(
        self,
        path: str,
        *,
        when: Callable[[], bool] | None = None,
        default: Value = None,
        absent: Value = None,
    ) -> Value:
        """Give a datum: ``default`` where none is given, ``absent`` outside ``when``."""
        datum = self.data[path]
        value = self._given(datum)
        applies = self.holds(when)
        if applies is None:
            return self._put(path, _no_value(datum))
        if not applies:
            if value is not None and value is not INVALID:
                self._find(
                    finding(UNUSED_DATUM, self.shown(path), severity="note", what=datum.label)
                )
            return self._put(path, absent)
        if value is None:
            value = self._missing(datum, default, absent)
        return self._put(path, _no_value(datum) if value is INVALID else value)

    def _given(self, datum: Datum) -> Value:
        if datum.group and self.row is not None:
            return self.reading.rows[datum.group][self.row].get(datum.path[len(datum.group) + 1 :])
        return self.reading.values.get(datum.path)

    def _missing(self, datum: Datum, default: Value, absent: Value) -> Value:
        if default is not None:
            self.defaults.add(self.place(datum.path))
            return default
        if datum.needed == "when":
            self._find(missing_datum(datum, self.shown(datum.path)))
        return absent if datum.needed == "never" else INVALID

    def keep(
        self,
        path: str,
        formula: Callable[[], Value],
        *,
        when: Callable[[], bool] | None = None,
        absent: Value = None,
    ) -> Value:
        """Calculate a value and keep it; ``absent`` outside ``when``."""
        applies = self.holds(when)
        if applies is None:
            return self._put(path, NAN)
        return self._put(path, self.attempt(path, formula) if applies else absent)

    def holds(self, when: Callable[[], bool] | None) -> bool | None:
        """Tell whether a condition holds; None if what it reads has no value."""
        if when is None:
            return True
        try:
            return when()
        except (NoValue, Absent):
            return None

    def attempt(self, path: str, formula: Callable[[], Value]) -> Value:
        """Calculate, or report why that cannot be; nan then."""
        try:
            return formula()
        except (NoValue, Absent):
            return NAN
        except ZeroDivisionError:
            self._fail(DIVISION_BY_ZERO, path)
        except NoRow as fault:
            shown_path = self.shown(path)
            self._find(
                finding(
                    NO_FACTOR_ROW, shown_path, what=shown_path, table=fault.table, keys=fault.keys
                )
            )
        except (OverflowError, ValueError):
            self._fail(NOT_COMPUTABLE, path)
        return NAN

    def _fail(self, code: Any, path: str) -> None:
        reads = (name for tier in self.calculator.reads.get(path, ()) for name in tier)
        words = ", ".join(dict.fromkeys(reads))
        self._find(finding(code, self.shown(path), what=self.shown(path), reads=words))

    def _find(self, found: Finding) -> None:
        if found not in self.findings:
            self.findings.append(found)

    def prefer(self, path: str, *tiers: Tier[Value]) -> Value:
        """Give the first available tier and note which one it was."""
        place, value = chosen(tiers)
        self.tiers[self.place(path)] = place
        return value

    def lookup(self, table: Table, *keys: Key) -> float:
        """Give the value of a table for ``keys`` [unit of the table]."""
        row = table.row(keys)
        self.looked_up[table.path, row.keys] = table, row
        return row.value

    def limit(self, path: str, written: str, holds: Callable[[], bool]) -> Value:
        """Give the value at ``path``, none if it is outside its limit."""
        value = self.raw(path)
        if value is None or value != value or value is INVALID:
            return value
        if self.holds(holds) is False:
            label = self.calculator.values[path]
            words = f"{value:.12g} {label.unit}".strip() if isinstance(value, float) else str(value)
            self._find(
                finding(
                    OUTSIDE_LIMIT, self.shown(path), what=label.label, value=words, limit=written
                )
            )
            return self._put(path, NAN if isinstance(value, float) else INVALID)
        return value

    def require(self, process: str, written: str, holds: Callable[[], bool]) -> None:
        """Leave everything that ``process`` makes without value unless a limit holds."""
        if self.holds(holds) is False:
            self.spoiled.add(process)
            self._find(finding(OUTSIDE_LIMIT, process, what=process, value=NOTHING, limit=written))

    # ---- rows ----------------------------------------------------------------------------------

    def rows(self, group: str, count: int | None = None) -> Iterator[int]:
        """Go through the rows of ``group``; ``count`` where a rule makes them."""
        rows = len(self.reading.rows.get(group, ())) if count is None else count
        self.row_values.setdefault(group, [{} for _ in range(rows)])
        for row in range(rows):
            self.group, self.row = group, row
            yield row
        self.group, self.row = "", None

    def over(self, group: str, formula: Callable[[], float]) -> list[float]:
        """Calculate ``formula`` for every row of ``group``."""
        before = self.group, self.row
        found = []
        for row in range(len(self.row_values.get(group, ()))):
            self.group, self.row = group, row
            found.append(formula())
        self.group, self.row = before
        return found

    # ---- what a process adds, draws and makes -----------------------------------------------------

    def contributes(
        self,
        process: str,
        flow: str,
        rate: Callable[[], float],
        *,
        kind: str = "input",
        origin: str = "fossil",
        rest: bool = False,
    ) -> None:
        """Add amount times ``rate`` [kgCO2e per unit of the flow] to the burden of ``process``."""
        amount = self.raw(flow)
        if amount is None or amount == 0:
            return
        value = amount * self.attempt(flow, rate)
        self._contribution(
            process, flow, kind, "", origin, amount, -value if kind == "credit" else value, rest
        )

    def emits(
        self,
        process: str,
        flow: str,
        gas: Callable[[], str],
        to_kg: float,
        *,
        origin: str = "fossil",
    ) -> None:
        """Add a mass of gas times its potential to the burden of ``process``."""
        amount = self.raw(flow)
        if amount is None or amount == 0:
            return
        name = self.attempt(flow, gas)
        potential = self._potential(name, origin, flow) if isinstance(name, str) else NAN
        gas_name = name if isinstance(name, str) else ""
        self._contribution(
            process, flow, "emission", gas_name, origin, amount, amount * to_kg * potential, False
        )

    def _potential(self, gas: str, origin: str, flow: str) -> float:
        if gas == "CO2" and origin == "biogenic" and not self.rules.counts_biogenic:
            return 0.0
        table = self.rules.gwp
        found = table.get((gas, origin), table.get((gas, "")))
        if found is None:
            self._find(
                finding(UNKNOWN_POTENTIAL, self.shown(flow), gas=gas, gwp_set=self.rules.gwp_set)
            )
            return NAN
        return found

    def _contribution(
        self,
        process: str,
        flow: str,
        kind: str,
        gas: str,
        origin: str,
        amount: float,
        value: float,
        rest: bool,
    ) -> None:
        self.contributions.append(
            Contribution(
                process=process,
                flow=flow,
                row=self.place(flow).row,
                kind=kind,
                gas=gas,
                origin=origin,
                amount=amount,
                value=value,
                rest=rest,
                left_out=flow in self.rules.left_out,
            )
        )

    def draws_from(
        self, process: str, flow: str, supplier: str, source: str, ratio: float, *, limited: bool
    ) -> None:
        """Take the amount of ``flow`` from ``source``, ``ratio`` units of it for one of the flow."""
        amount = self.raw(flow)
        if amount is None or amount == 0 or flow in self.rules.cut:
            return
        row = self.place(flow).row
        self.draws.append(Draw(process, flow, row, supplier, source, amount * ratio, limited))

    def makes(
        self,
        process: str,
        flow: str,
        *,
        basis: Callable[[], float] | None = None,
        share: Callable[[], float] | None = None,
    ) -> None:
        """Give ``process`` the product ``flow`` with its allocation basis or fixed share."""
        amount = self.raw(flow)
        spoiled = process in self.spoiled
        self.outputs.append(
            Output(
                process=process,
                flow=flow,
                amount=NAN if spoiled else (0.0 if amount is None else amount),
                basis=self.attempt(flow, basis) if basis is not None else None,
                share=self.attempt(flow, share) if share is not None else None,
            )
        )

    def leave(
        self, process: str, applies: bool | None, zero: tuple[str, ...], absent: tuple[str, ...]
    ) -> None:
        """Note that ``process`` does not run: amounts are 0, data absent; unknown if that is unknown."""
        for path in zero:
            self._put(path, 0.0 if applies is False else NAN)
        for path in absent:
            self._put(path, None if applies is False else INVALID)
            datum = self.data.get(path)
            if datum is not None and applies is False and self.reading.values.get(path) is not None:
                self._find(finding(UNUSED_DATUM, path, severity="note", what=datum.label))
        self.idle.add(process)
        if applies is None:
            self.spoiled.add(process)


def _no_value(datum: Datum) -> Value:
    return NAN if datum.kind in ("number", "year") else INVALID


__all__ = ["Contribution", "Draw", "Output", "Run", "same_words"]
