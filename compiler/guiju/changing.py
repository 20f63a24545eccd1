"""What if a datum or a factor had another value: both results and their difference."""

from collections.abc import Mapping, Sequence
from dataclasses import replace as replaced
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from guiju.command_codes import CommandFault
from guiju.inputs import DatumInput, FactorInput, Input, named, read_text, rows_of
from guiju.library import Data, Result, Standard
from guiju.plan.model import CalculationPlan, RulePlan
from guiju.program.tables import runtime_table
from guiju.question_codes import NOT_A_CHANGE
from guiju_dsl.standard.factor_model import TableRow
from guiju_dsl.standard.model import Table as PlanTable
from guiju_dsl.standard.note_model import Spread
from guiju_runtime.data_model import DataModel
from guiju_runtime.data_names import Name, below, names_of
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Text
from guiju_runtime.spread import BOUNDED
from guiju_runtime.tables import Row, Table

ASSUMED = Text(zh="假设值", en="what if")


class Change(Struct, frozen=True, kw_only=True):
    """Another value of a datum or factor.

    Attributes:
        written: the value as it was asked for.
        before: what it was, in the unit of the input; None if it had no value.
        after: what it becomes.
    """

    known: Input
    written: str
    before: object
    after: object


class WhatIf(Struct, frozen=True, kw_only=True):
    """A declaration calculated twice: as it is, and with changes."""

    changes: tuple[Change, ...]
    before: Result
    after: Result

    def new_findings(self) -> tuple[Finding, ...]:
        """Give what is found with the changes only."""
        return tuple(f for f in self.after.findings if f not in self.before.findings)

    def gone_findings(self) -> tuple[Finding, ...]:
        """Give what is found without the changes only."""
        return tuple(f for f in self.before.findings if f not in self.after.findings)


def what_if(standard: Standard, data: Data, changes: Mapping[str, str]) -> WhatIf:
    """Calculate a declaration as it is, and with ``changes``: values by the name of their input.

    Raises:
        CommandFault: a file cannot be read; there is no such datum or factor; a value does not fit.
    """
    before = standard.calculate(data)
    return changed(standard, before, list(changes.items()))


def changed(standard: Standard, before: Result, changes: Sequence[tuple[str, str]]) -> WhatIf:
    """Calculate a result again with ``changes``: names of inputs, and values with their units.

    Raises:
        CommandFault: there is no such datum or factor, or a value does not fit.
    """
    reading = before.calculation.reading
    rows = rows_of(reading)
    found = [_change(named(standard.plan, rows, name), before, text) for name, text in changes]
    after = calculated(standard, before.declaration, [(c.known, c.written, c.after) for c in found])
    return WhatIf(changes=tuple(found), before=before, after=after)


def parted(words: Sequence[str]) -> list[tuple[str, str]]:
    """Take ``name=value`` apart.

    Raises:
        CommandFault: a word has no such shape.
    """
    found = []
    for word in words:
        name, equals, value = word.partition("=")
        if not (equals and name.strip() and value.strip()):
            raise CommandFault(NOT_A_CHANGE, written=word)
        found.append((name.strip(), value.strip()))
    return found


def _change(known: Input, before: Result, text: str) -> Change:
    value = read_text(known, text)
    if isinstance(value, Finding):
        raise CommandFault(value.code, **dict(value.values))
    return Change(known=known, written=text, before=value_of(known, before), after=value)


def value_of(known: Input, result: Result) -> object:
    """Give the value that an input has in a calculation, in its unit; None if it has none."""
    if isinstance(known, FactorInput):
        row = next(row for row in known.table.rows if row.keys == known.keys)
        return row.value.numerator / row.value.denominator
    run, path = result.calculation.main.run, known.datum.path
    values = run.values if known.row is None else run.row_values[known.datum.group][known.row]
    value = values.get(path)
    return value if value == value else None


def calculated(
    standard: Standard,
    declaration: Mapping[str, object],
    changes: Sequence[tuple[Input, object, object]],
) -> Result:
    """Calculate a declaration with other values: as given for data, exact for factors."""
    factors: dict[str, Table] = {}
    for known, written, exact in changes:
        if isinstance(known, DatumInput):
            declaration = with_datum(standard.plan.data_model, declaration, known, written)
        elif isinstance(exact, Fraction):
            path = known.table.path
            table = factors.get(path) or runtime_table(known.table)
            factors[path] = with_factor(table, known, exact)
    return standard.calculate(declaration, factors=factors)


def with_datum(
    model: DataModel, declaration: Mapping[str, object], known: DatumInput, value: object
) -> Mapping[str, object]:
    """Give the declaration with another value of a datum; what is said of the old one stays."""
    data = declaration.get("data") or {}
    changed = _replaced(names_of(model), data, known, value)
    if changed is None and isinstance(data, Mapping):
        changed = {**data, known.datum.path: value}
    return {**declaration, "data": changed if changed is not None else data}


def _replaced(
    name: Name, given: object, known: DatumInput, value: object, *, inside: bool = False
) -> object:
    """Put the value where the old one stands; None if it stands nowhere here."""
    if name.group and not inside:
        return _in_list(name, given, known, value)
    if isinstance(given, Mapping):
        for key, part in given.items():
            under = below(name, key.strip()) if isinstance(key, str) else None
            if under is not None and f"{known.datum.path}.".startswith(f"{under.path}."):
                changed = _replaced(under, part, known, value)
                if changed is not None:
                    return {**given, key: changed}
        return {**given, "value": value} if name.datum is known.datum else None
    return value if name.datum is known.datum else None


def _in_list(name: Name, given: object, known: DatumInput, value: object) -> object:
    if known.datum.group != name.path or not isinstance(given, list | tuple):
        return None
    rows = list(given)
    row = rows[known.row or 0]
    changed = _replaced(name, row, known, value, inside=True)
    if changed is None:
        changed = {**row, known.datum.path[len(name.path) + 1 :]: value}
    rows[known.row or 0] = changed
    return rows


def plan_with(
    plan: CalculationPlan, changes: Sequence[tuple[FactorInput, Fraction]]
) -> CalculationPlan:
    """Give the plan with other values in rows of its tables, in every rule book.

    Bounds of an uncertainty that stand in the unit of the value move with it, in proportion.
    """

    def row(table: PlanTable, one: TableRow) -> TableRow:
        for known, value in changes:
            if known.table.path == table.path and known.keys == one.keys:
                return replace(one, value=value, uncertainty=_moved(one, value))
        return one

    def book(rules: RulePlan) -> RulePlan:
        tables = (replace(t, rows=tuple(row(t, one) for one in t.rows)) for t in rules.tables)
        return replace(rules, tables=tuple(tables))

    return replace(plan, rules=book(plan.rules), profiles=tuple(map(book, plan.profiles)))


def _moved(row: TableRow, value: Fraction) -> Spread | None:
    """Give the uncertainty of a row with another value; none of 0 grows to anything else."""
    own = row.uncertainty
    if own is None or own.kind not in BOUNDED:
        return own
    if not (row.value > 0 and value > 0):
        return None
    return replace(own, parameters=tuple(p * value / row.value for p in own.parameters))


def with_factor(table: Table, known: FactorInput, value: Fraction) -> Table:
    """Give a factor table with another value in a row."""
    number = value.numerator / value.denominator

    def changed(row: Row) -> Row:
        same = row.keys == known.keys
        return replaced(row, value=number, source=ASSUMED) if same else row

    return replaced(table, rows=tuple(map(changed, table.rows)))
