"""Evaluate formulas exactly: one function for each kind of node."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from guiju.plan.reference import days, decimals
from guiju.plan.reference.bounded import as_exact, largest, smallest
from guiju.plan.reference.model import Missing, NoTableRow, Place, State, Stopped, Value, no_value
from guiju.plan.reference.sums import total
from guiju.plan.reference.tables import row_for
from guiju.plan.reference.whole_numbers import half_up
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from guiju_runtime.given import INVALID

TOLERANCE = Fraction(1, 10**12)
"""Two quantities that agree to twelve digits count as equal in a test."""


def value_of(node: Expression, state: State, row: int | None, *, in_tier: bool = False) -> Value:
    """Give the value of ``node``; a number without one is INVALID and carried through arithmetic.

    Raises:
        Stopped: a test, a look-up or a choice reads something without value.
        Missing: something was not given.
        NoTableRow, ZeroDivisionError, ValueError: as the words say.
    """
    return Formula(state, row, in_tier).value(node)


class Formula:
    """The evaluation of one formula, in one row."""

    def __init__(
        self,
        state: State,
        row: int | None,
        in_tier: bool,
        over: str = "",
        around: "Formula | None" = None,
    ) -> None:
        """Keep what is read, and whether a tier is evaluated: it does not rest on what is 0.

        Args:
            over: the group whose rows are gone through; ``around`` what goes through them.
        """
        self.state = state
        self.row = row
        self.in_tier = in_tier
        self.over = over
        self.around = around

    def place(self, path: str) -> Place:
        """Give the place of a value: in the row at hand of its group."""
        group = self.state.group_of(path)
        if self.around is not None and group and group != self.over:
            return self.around.place(path)
        return self.state.place(path, self.row)

    def value(self, node: Expression) -> Value:
        """Give the value of ``node``."""
        value = EVALUATORS[type(node)](self, node)
        if value is None:
            raise Missing
        if no_value(value) and typed.kind_of(node) not in ("number", "year"):
            raise Stopped
        return value

    def number(self, node: Expression) -> Value:
        """Give a number exactly, or INVALID."""
        value = self.value(node)
        return value if value is INVALID else as_exact(value)

    def known(self, *nodes: Expression) -> list[Value]:
        """Give values that are all there."""
        values = [self.value(node) for node in nodes]
        if any(no_value(value) for value in values):
            raise Stopped
        return values

    def reading(self, node: typed.Reading) -> Value:
        """Give a named value, in the row at hand if it stands in the group."""
        place = self.place(node.path)
        if self.in_tier and place in self.state.left_out:
            return None
        return self.state.values.get(place)

    def given(self, node: typed.IsGiven) -> bool:
        """Tell whether a datum was collected; a default is not."""
        place = self.place(node.path)
        value = self.state.values.get(place)
        if value is None or place in self.state.left_out or place in self.state.defaults:
            return False
        if no_value(value):
            raise Stopped
        return True

    def outcome(self, node: typed.ProductOutcome) -> Value:
        """Give a footprint, an intensity or a reference flow."""
        parts = (node.profile, node.product, node.name)
        return self.measure(".".join(part for part in parts if part))

    def measure(self, name: str) -> Value:
        """Give ``year``, ``primary_share``, a footprint."""
        value = self.state.measures.get(name, INVALID)
        if no_value(value):
            raise Stopped
        return value

    def lookup(self, node: typed.TableLookup) -> Fraction:
        """Give the value of the row that fits."""
        keys = tuple(self.known(*node.keys))
        table, chosen = self.state.outline.tables[node.table], self.state.outline.chosen
        row = chosen.get((node.table, *keys))
        if row is None:
            row = chosen[node.table, *keys] = row_for(table, keys)
        self.state.used_rows[table.path, row.keys] = table, row
        return row.value

    def arithmetic(self, node: typed.Arithmetic) -> Value:
        """Join two numbers."""
        left, right = self.number(node.left), self.number(node.right)
        if node.operator == "/" and right == 0:
            raise ZeroDivisionError
        return carried([left, right], lambda found: OPERATORS[node.operator](*found))

    def converted(self, node: typed.Converted) -> Value:
        """Give a number in another unit."""
        return carried([self.number(node.operand)], lambda found: found[0] * node.ratio)

    def opposite(self, node: typed.Opposite) -> Value:
        """Give a number with the other sign."""
        return carried([self.number(node.operand)], lambda found: -found[0])

    def applied(self, node: typed.Applied) -> Value:
        """Apply a function of numbers."""
        return carried([self.number(part) for part in node.arguments], FUNCTIONS[node.function])

    def aggregate(self, node: typed.Aggregate) -> Value:
        """Take all rows of a group together."""
        if node.group in self.state.countless:
            return INVALID
        rows = range(self.state.counts.get(node.group, 0))
        if node.body is None:
            return Fraction(len(rows))
        inner = (Formula(self.state, row, self.in_tier, node.group, self) for row in rows)
        values = [formula.number(node.body) for formula in inner]
        if not values and node.function != "sum":
            raise Missing
        return carried(values, AGGREGATES[node.function])

    def compared(self, node: typed.Compared) -> bool:
        """Compare two quantities."""
        left, right, *within = self.known(*typed.parts_of(node))
        if node.operator in ("=", "!="):
            same = left == right or abs(left - right) <= sum(within) + slack(left, right)
            return bool(same == (node.operator == "="))
        if node.operator in ("<=", ">"):
            return at_most(left, right) == (node.operator == "<=")
        return at_most(right, left) == (node.operator == ">=")

    def in_range(self, node: typed.InRange) -> bool:
        """Tell whether a quantity lies between two others."""
        value, low, high = self.known(node.value, node.low, node.high)
        return at_most(low, value) and at_most(value, high)

    def one_of(self, node: typed.IsOneOf) -> bool:
        """Tell whether a value is among those named."""
        value, *options = self.known(node.value, *node.options)
        return bool((value in options) != node.negated)

    def both(self, node: typed.Both) -> bool:
        """Join two conditions; the right one counts only where the left does not decide."""
        left = self.value(node.left)
        if bool(left) == (node.operator == "or"):
            return bool(left)
        return bool(self.value(node.right))

    def cases(self, node: typed.Cases) -> Value:
        """Give the branch whose condition holds."""
        for condition, branch in node.branches:
            if self.value(condition):
                return self.value(branch)
        if node.otherwise is None:
            raise ValueError("no case")
        return self.value(node.otherwise)

    def preferred(self, node: typed.Preferred) -> Value:
        """Give the first tier that is open."""
        return first_tier(node, self.state, self.row, self)[1]


def carried(values: list[Value], function: Callable[[list[Fraction]], Fraction]) -> Value:
    """Apply ``function``, or carry on that something has no value."""
    return INVALID if any(no_value(value) for value in values) else function(values)


def slack(left: Fraction, right: Fraction) -> Fraction:
    """Give what two quantities may differ by and count as equal."""
    return TOLERANCE * max(abs(left), abs(right))


def at_most(left: Fraction, right: Fraction) -> bool:
    """Tell whether ``left`` <= ``right``."""
    return left <= right or left - right <= slack(left, right)


def first_tier(
    node: typed.Preferred, state: State, row: int | None, within: Formula | None = None
) -> tuple[int, Value]:
    """Give number and value of the first tier whose data are there and whose look-ups succeed.

    Args:
        within: the formula that the tiers are a part of, if they are.
    """
    around = within or Formula(state, row, False)
    for number, (tier, _) in enumerate(node.tiers):
        needs = {around.place(path) for path in needed(tier)}
        if any(state.values.get(place) is None or place in state.left_out for place in needs):
            continue
        if any(no_value(state.values[place]) for place in needs):
            raise Stopped
        before = dict(state.used_rows)
        try:
            inner = Formula(state, row, True, around.over, around.around)
            return number, inner.value(tier)
        except (NoTableRow, Missing):
            state.used_rows = before
    raise Missing


def needed(node: Expression) -> Iterator[str]:
    """Give what a tier reads whatever the data: not in branches, in rows, behind and or or."""
    if isinstance(node, typed.Reading):
        yield node.path
    elif isinstance(node, typed.Cases):
        yield from needed(node.branches[0][0])
    elif isinstance(node, typed.Both):
        yield from needed(node.left)
    elif not isinstance(node, typed.Aggregate | typed.Preferred):
        for part in typed.parts_of(node):
            yield from needed(part)


OPERATORS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": lambda left, right: left / right,
    "^": decimals.power,
}
FUNCTIONS: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "min": smallest,
    "max": largest,
    "abs": lambda values: abs(values[0]),
    "round": lambda values: half_up(values[0]),
    "exp": lambda values: decimals.exponential(values[0]),
    "ln": lambda values: decimals.logarithm(values[0]),
    "sqrt": lambda values: decimals.square_root(values[0]),
}
AGGREGATES: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "sum": total,
    "mean": lambda values: total(values) / len(values),
    "min": smallest,
    "max": largest,
}
EVALUATORS: dict[type, Callable[[Formula, Any], Value]] = {
    typed.Number: lambda _, node: node.value,
    typed.Reading: Formula.reading,
    typed.Predeclared: lambda formula, node: formula.measure(node.name),
    typed.ProductOutcome: Formula.outcome,
    typed.OptionValue: lambda _, node: node.name,
    typed.YesNoValue: lambda _, node: node.value,
    typed.DateValue: lambda _, node: node.text,
    typed.TableLookup: Formula.lookup,
    typed.Converted: Formula.converted,
    typed.DayOf: lambda formula, node: days.number_of(*formula.known(node.operand)),
    typed.Arithmetic: Formula.arithmetic,
    typed.Opposite: Formula.opposite,
    typed.Applied: Formula.applied,
    typed.Called: lambda formula, node: formula.value(node.body),
    typed.Aggregate: Formula.aggregate,
    typed.Compared: Formula.compared,
    typed.InRange: Formula.in_range,
    typed.IsOneOf: Formula.one_of,
    typed.Both: Formula.both,
    typed.Inverse: lambda formula, node: not formula.value(node.operand),
    typed.IsGiven: Formula.given,
    typed.Cases: Formula.cases,
    typed.Preferred: Formula.preferred,
}
