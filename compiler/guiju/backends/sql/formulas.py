"""Formulas as SQL: one function for each kind of node."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

from guiju.backends.sql import aggregates, conditions
from guiju.backends.sql.book import MISSING, STOPPED, Book, Kept, Used, Val
from guiju.backends.sql.tables import looked_up, row_place
from guiju.backends.sql.text import all_of, any_of, first, number, only, product, when, words
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression
from guiju_runtime.calculation_codes import DIVISION_BY_ZERO, NOT_COMPUTABLE

NOT_A_NUMBER = words(NOT_COMPUTABLE.id)
BY_ZERO = words(DIVISION_BY_ZERO.id)
FUNCTIONS = {"abs": "ABS", "round": "ROUND", "exp": "EXP", "ln": "LN", "sqrt": "SQRT"}
OUTSIDE = {"ln": "{} <= 0e0", "sqrt": "{} < 0e0"}
"""Where a function has no value."""


class Formula:
    """The translation of one formula, in a row of ``group`` or outside groups."""

    def __init__(self, book: Book, called: str, group: str, *reached: str) -> None:
        """Begin where ``reached`` holds; ``called`` names the columns that it needs.

        ``beside`` holds, by group, the key of its row where a row of another group is paired with
        it.
        """
        self.book = book
        self.called = called
        self.group = group
        self.reached = [condition for condition in reached if condition]
        self.in_tier = False
        self.parts = 0
        self.beside: dict[str, str] = {}

    def value(self, node: Expression) -> Val:
        """Give ``node`` as SQL; what is constant is worked out exactly."""
        known = constant(node) if typed.kind_of(node) == "number" else None
        if isinstance(known, Fraction):
            return Val(sql=number(known), sure=True, constant=known)
        return TRANSLATED[type(node)](self, node)

    def several(self, *nodes: Expression) -> list[Val]:
        """Give formulas that are evaluated one after another, as far as the first fault."""
        found: list[Val] = []
        with self.only():
            for node in nodes:
                found.append(self.value(node))
                if found[-1].fault:
                    self.reached.append(f"{found[-1].fault} IS NULL")
        return found

    def known(self, *nodes: Expression) -> tuple[list[Val], str]:
        """Give formulas that all must have a value, and why one has none."""
        found = [self.brief(val) for val in self.several(*nodes)]
        nulls = any_of(*(f"{val.sql} IS NULL" for val in found if not val.sure))
        stopped = when((nulls, STOPPED)) if nulls else ""
        return found, first(*(val.fault for val in found), stopped)

    @contextmanager
    def only(self, *conditions: str) -> Iterator[None]:
        """Translate what is reached only where ``conditions`` hold."""
        depth = len(self.reached)
        self.reached += [condition for condition in conditions if condition]
        yield
        del self.reached[depth:]

    def part(self, sql: str) -> str:
        """Give a column of its own for a part of the formula."""
        self.parts += 1
        return self.book.put(f"{self.called}, part {self.parts}", sql)

    def brief(self, val: Val) -> Val:
        """Give ``val`` so that it may be repeated."""
        if len(val.sql) <= 60:
            return val
        return Val(sql=self.part(val.sql), fault=val.fault, sure=val.sure)

    def kept(self, path: str) -> Kept:
        """Give the columns of a named value, as a record sees them."""
        kept = self.book.kept[path]
        key = self.beside.get(kept.group)
        return kept if key is None else aggregates.seen_beside(self, kept, key)

    def reading(self, node: typed.Reading) -> Val:
        """Read a named value."""
        kept = self.kept(node.path)
        gone = any_of(kept.has("absent"), kept.has("left out") if self.in_tier else "")
        stopped = ""
        if node.kind not in ("number", "year") and not kept.sure:
            stopped = when((f"{kept.sql} IS NULL", STOPPED))
        fault = first(when((gone, MISSING)) if gone else "", stopped)
        return Val(sql=kept.sql, fault=fault, sure=kept.sure or bool(stopped))

    def measure(self, name: str) -> Val:
        """Read what is known of the whole declaration."""
        return self.book.measures.get(name, Val(sql="CAST(NULL AS DOUBLE)", fault=STOPPED))

    def outcome(self, node: typed.ProductOutcome) -> Val:
        """Read a footprint, an intensity or a reference flow."""
        parts = (node.profile, node.product, node.name)
        return self.measure(".".join(part for part in parts if part))

    def lookup(self, node: typed.TableLookup) -> Val:
        """Look up a row of a table."""
        keys, fault = self.known(*node.keys)
        place, rows = row_place(self.book, node, keys, f"{self.called}, row of {node.table}")
        found = looked_up(place, rows)
        if rows:
            whole = self.book.tables[node.table]
            reached = (*self.reached, f"{fault} IS NULL" if fault else "")
            place = f"CASE {place} {_places(whole.rows, rows)} END"
            self.book.used.append(Used(table=whole, place=place, reached=reached, group=self.group))
        return Val(
            sql=found.sql,
            fault=first(fault, found.fault),
            sure=True,
            constant=found.constant if not fault else None,
        )

    def arithmetic(self, node: typed.Arithmetic) -> Val:
        """Join two numbers."""
        left, right = self.several(node.left, node.right)
        sure = left.sure and right.sure
        faults = (left.fault, right.fault)
        if node.operator == "*":
            return Val(sql=product(left.sql, right.sql), fault=first(*faults), sure=sure)
        if node.operator in ("+", "-"):
            sql = f"({left.sql} {node.operator} {right.sql})"
            return Val(sql=sql, fault=first(*faults), sure=sure)
        if node.operator == "^":
            return self._power(self.brief(left), self.brief(right), faults)
        if right.constant:
            return Val(sql=f"({left.sql} / {right.sql})", fault=first(*faults), sure=sure)
        right = self.brief(right)
        by_zero = when((f"{right.sql} = 0e0", BY_ZERO))
        sql = f"({left.sql} / NULLIF({right.sql}, 0e0))"
        return Val(sql=sql, fault=first(*faults, by_zero), sure=sure)

    def _power(self, base: Val, exponent: Val, faults: tuple[str, str]) -> Val:
        whole = f"{exponent.sql} = FLOOR({exponent.sql}) AND ABS({exponent.sql}) <= 10000e0"
        fault = when(
            (f"{base.sql} = 0e0 AND {exponent.sql} < 0e0", BY_ZERO),
            (f"{base.sql} < 0e0 AND NOT ({whole})", NOT_A_NUMBER),
        )
        sql = f"POWER({base.sql}, {exponent.sql})"
        return Val(sql=sql, fault=first(*faults, fault), sure=base.sure and exponent.sure)

    def converted(self, node: typed.Converted) -> Val:
        """Give a number in another unit."""
        inner = self.value(node.operand)
        return Val(sql=product(inner.sql, number(node.ratio)), fault=inner.fault, sure=inner.sure)

    def opposite(self, node: typed.Opposite) -> Val:
        """Give a number with the other sign."""
        inner = self.value(node.operand)
        return Val(sql=f"(- {inner.sql})", fault=inner.fault, sure=inner.sure)

    def applied(self, node: typed.Applied) -> Val:
        """Apply a function of numbers."""
        found = [self.brief(val) for val in self.several(*node.arguments)]
        fault = first(*(val.fault for val in found))
        sure = all(val.sure for val in found)
        if node.function in ("min", "max"):
            function = "LEAST" if node.function == "min" else "GREATEST"
            there = all_of(*(f"{val.sql} IS NOT NULL" for val in found if not val.sure))
            sql = only(there, f"{function}({', '.join(val.sql for val in found)})")
            return Val(sql=sql, fault=fault, sure=sure)
        argument = found[0].sql
        outside = OUTSIDE.get(node.function, "").format(argument)
        beyond = when((outside, NOT_A_NUMBER)) if outside else ""
        sql = f"{FUNCTIONS[node.function]}({argument})"
        return Val(sql=sql, fault=first(fault, beyond), sure=sure)


def _places(whole: tuple[Any, ...], rows: list[Any]) -> str:
    """Number the rows as they stand in their table, from 0."""
    places = {id(row): at for at, row in enumerate(whole)}
    return " ".join(f"WHEN {at} THEN {places[id(row)]}" for at, row in enumerate(rows, 1))


TRANSLATED: dict[type, Callable[[Formula, Any], Val]] = {
    typed.Reading: Formula.reading,
    typed.Predeclared: lambda formula, node: formula.measure(node.name),
    typed.ProductOutcome: Formula.outcome,
    typed.OptionValue: lambda _, node: Val(sql=words(node.name), sure=True),
    typed.YesNoValue: lambda _, node: Val(sql="TRUE" if node.value else "FALSE", sure=True),
    typed.DateValue: lambda _, node: Val(sql=words(node.text), sure=True),
    typed.TableLookup: Formula.lookup,
    typed.Converted: Formula.converted,
    typed.DayOf: conditions.day_of,
    typed.Arithmetic: Formula.arithmetic,
    typed.Opposite: Formula.opposite,
    typed.Applied: Formula.applied,
    typed.Called: lambda formula, node: formula.value(node.body),
    typed.Aggregate: aggregates.aggregate,
    typed.Compared: conditions.compared,
    typed.InRange: conditions.in_range,
    typed.IsOneOf: conditions.one_of,
    typed.Both: conditions.both,
    typed.Inverse: conditions.inverse,
    typed.IsGiven: conditions.given,
    typed.Cases: conditions.cases,
    typed.Preferred: lambda formula, node: conditions.first_tier(formula, node)[1],
}
