"""One rule book while its columns are made: what has a value, and what may be missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction

from msgspec import Struct

from guiju.backends.sql.columns import Columns
from guiju.backends.sql.text import all_of, only, when, words
from guiju.plan.model import RulePlan
from guiju_dsl.standard.expressions import Kind
from guiju_dsl.standard.model import Table
from guiju_runtime.calculation_codes import NOT_COMPUTABLE

MISSING, STOPPED = "'missing'", "'stopped'"
"""Why a formula has no value beside the codes of findings: something that it reads was not given;
it has none, and a finding says so elsewhere."""


class Val(Struct, frozen=True, kw_only=True):
    """A formula as SQL.

    Attributes:
        sql: its value, NULL where it has none; means nothing where there is a fault.
        fault: why it has no value: a code, ``missing`` or ``stopped``; empty if it never lacks one
            for a reason of its own.
        sure: whether it has a value wherever there is no fault.
    """

    sql: str
    fault: str = ""
    sure: bool = False
    constant: Fraction | None = None


class Kept(Struct, frozen=True, kw_only=True):
    """A named value as columns.

    Attributes:
        state: column: there, default, absent, left out (0 because not given) or invalid; empty if
            it is there or has no value.
        states: which of them it may have.
        given: condition that data were given for it; empty for a formula.
        tier: column with the number of the tier taken from 1, or empty.
    """

    sql: str
    kind: Kind
    group: str
    state: str
    states: frozenset[str]
    sure: bool
    given: str
    tier: str

    def has(self, state: str) -> str:
        """Tell whether it is in ``state``; empty if it never is."""
        return f"{self.state} = '{state}'" if state in self.states else ""


class Used(Struct, kw_only=True):
    """A look-up that was reached: ``place`` is the column with the number of the row found."""

    table: Table
    place: str
    reached: tuple[str, ...]
    group: str


class Found(Struct, frozen=True, kw_only=True):
    """A finding, for declarations or for rows of a group.

    Attributes:
        code: SQL that gives its code, NULL where it is not found.
        numbered: whether its path holds the number of the row, which is in ``key``.
    """

    code: str
    path: str
    group: str
    numbered: bool
    key: str
    is_error: bool


class Book:
    """A rule book.

    Attributes:
        prefix: before the names of its columns; empty for the standard itself.
        runs: by process the column that tells whether it runs; empty if it always does.
        unknown: by process the condition that nothing is known of it; empty if something always is.
        labels: by path of a group what its records are called.
    """

    def __init__(self, rules: RulePlan, columns: Columns, found: list[Found]) -> None:
        """Begin with no value known."""
        self.rules = rules
        self.columns = columns
        self.found = found
        self.prefix = f"{rules.name}: " if rules.name else ""
        self.kept: dict[str, Kept] = {}
        self.measures: dict[str, Val] = {}
        self.runs: dict[str, str] = {}
        self.unknown: dict[str, str] = {}
        self.labels = {group: group for group in rules.groups}
        self.countless: dict[str, str] = {}
        self.used: list[Used] = []
        self.tables = {table.path: table for table in rules.tables}
        self.process_of = {step.path: step.process for step in rules.steps}
        self.group_process = {step.group: step.process for step in rules.steps if step.group}

    def put(self, called: str, sql: str, note: str = "") -> str:
        """Give the column that holds ``sql``."""
        return self.columns.put(f"{self.prefix}{called}", sql, note)

    def group_of(self, path: str) -> str:
        """Give the repeated group that a path stands in, or nothing; an index is in its series."""
        return next((g for g in self.rules.groups if f"{path}.".startswith(f"{g}.")), "")

    def alive(self, group: str) -> str:
        """Tell whether a record is a row of ``group`` that counts, or a declaration."""
        here = self.columns.is_group(self.labels[group] if group else "")
        return all_of(here, self.runs.get(self.group_process.get(group, ""), "") if group else "")

    def find(
        self, code: str, path: str, group: str = "", *, is_error: bool = True, numbered: bool = True
    ) -> None:
        """Report ``code`` where it is not NULL, in every row of ``group`` that counts."""
        condition = self.columns.is_group(self.labels[group] if group else "")
        one = Found(
            code=only(condition, code),
            path=path,
            group=group,
            numbered=numbered and bool(group),
            key=self.columns.key,
            is_error=is_error,
        )
        if one not in self.found:
            self.found.append(one)

    def fault(self, val: Val, path: str, group: str, *, optional: bool = False) -> str:
        """Report why ``val`` has no value; give the column of its fault, or nothing."""
        if not val.fault:
            return ""
        fault = self.put(f"{path} !", val.fault)
        branches = [(f"{fault} LIKE 'GJ%'", fault)]
        if not optional:
            branches.append((f"{fault} = {MISSING}", words(NOT_COMPUTABLE.id)))
        self.find(only(self._alive(group), when(*branches)), path, group)
        return fault

    def _alive(self, group: str) -> str:
        return self.runs.get(self.group_process.get(group, ""), "") if group else ""

    @contextmanager
    def added_uses(self) -> Iterator[list[Used]]:
        """Collect the look-ups made meanwhile."""
        start = len(self.used)
        mine: list[Used] = []
        yield mine
        mine.extend(self.used[start:])
