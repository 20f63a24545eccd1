"""Formulas as code."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from guiju.plan.absence import always_read
from guiju.program.code import (
    Argument,
    Bracketed,
    Cases,
    Chain,
    Code,
    Kept,
    Lambda,
    Member,
    Negative,
    Not,
    Numbers,
    Several,
    Truth,
    Words,
    call,
)
from guiju.program.literals import number_text
from guiju.program.names import constant_name
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression

ATOM, UNARY, PRODUCT, SUM, COMPARISON, NOT, AND, OR, TERNARY = 9, 7, 6, 5, 4, 3, 2, 1, 0
COMPARISONS = {"<": "less", "<=": "at_most", ">": "more", ">=": "at_least", "=": "equal"}
AGGREGATES = {"sum": "sum", "mean": "mean", "min": "lowest", "max": "highest"}
FUNCTIONS = {
    "abs": "abs",
    "round": "rounded",
    "exp": "math.exp",
    "ln": "math.log",
    "sqrt": "math.sqrt",
}
NUMBERS = ("number", "year")

Printed = tuple[Code, int]
"""Code, and how tightly its outermost operator binds."""


class Names(Struct, frozen=True, kw_only=True):
    """What a function knows: its own values by local name, and which of them may be absent.

    Attributes:
        optional: values that may be None.
        amounts: amounts that are 0 where they are left out; a tier does not rest on them.
        foreign_amounts: the same, of other processes.
        value: path of the value that is being calculated: its tiers are noted.
        in_tier: whether a tier is written.
    """

    local: dict[str, str]
    optional: frozenset[str]
    amounts: frozenset[str]
    foreign_amounts: frozenset[str] = frozenset()
    value: str = ""
    in_tier: bool = False

    def outside(self, group: str) -> "Names":
        """Give what is known by name outside the rows of ``group``."""
        return self.within(group, set())

    def within(self, group: str, steps: set[str]) -> "Names":
        """Give what is known by name in a loop over the rows of ``group`` that has ``steps``."""
        if not group:
            return self
        kept = {
            path: name
            for path, name in self.local.items()
            if path in steps or not path.startswith(f"{group}.")
        }
        return replace(self, local=kept)


NOWHERE = Names(local={}, optional=frozenset(), amounts=frozenset())


def to_code(node: Expression, names: Names) -> Code:
    """Give ``node`` as code."""
    return _printed(node, names)[0]


def _printed(node: Expression, names: Names) -> Printed:
    return PRINTERS[type(node)](node, names)


def _within(node: Expression, names: Names, least: int) -> Code:
    """Print ``node``, in brackets if it binds less than ``least``."""
    code, binds = _printed(node, names)
    return code if binds >= least else Bracketed(code)


def _number(node: typed.Number, _names: Names) -> Printed:
    return number_text(node.value), UNARY if node.value < 0 else ATOM


def _reading(node: typed.Reading, names: Names) -> Printed:
    local = names.local.get(node.path)
    left_out = names.amounts if local is not None else names.foreign_amounts
    if names.in_tier and node.path in left_out:
        return call("here", need(node.path, names)), ATOM
    if local is None:
        kept = Kept(node.path)
        return (kept if node.kind in NUMBERS else call("known", kept)), ATOM
    if node.kind not in NUMBERS:
        return call("known", local), ATOM
    return (call("here", local) if node.path in names.optional else local), ATOM


def need(path: str, names: Names) -> Code:
    """Print a value as it is: None where it was not given."""
    if path in names.local and path not in names.amounts:
        return names.local[path]
    return call("run.there", Words(path))


def _predeclared(node: typed.Predeclared, _names: Names) -> Printed:
    return call("run.measure", Words(node.name)), ATOM


def _outcome(node: typed.ProductOutcome, _names: Names) -> Printed:
    parts = (node.profile, node.product, node.name)
    return call("run.measure", Words(".".join(part for part in parts if part))), ATOM


def _lookup(node: typed.TableLookup, names: Names) -> Printed:
    keys = (to_code(key, names) for key in node.keys)
    return call("run.lookup", constant_name(node.table), *keys), ATOM


def _converted(node: typed.Converted, names: Names) -> Printed:
    above, below = Fraction(node.ratio.numerator), Fraction(node.ratio.denominator)
    code: Code = _within(node.operand, names, PRODUCT)
    if above != 1:
        code = _joined(code, "*", number_text(above))
    if below != 1:
        code = _joined(code, "/", number_text(below))
    return code, PRODUCT


def _arithmetic(node: typed.Arithmetic, names: Names) -> Printed:
    if node.operator == "^":
        return call("raised", to_code(node.left, names), to_code(node.right, names)), ATOM
    level = SUM if node.operator in ("+", "-") else PRODUCT
    left, binds = _printed(node.left, names)
    right = _within(node.right, names, level + 1)
    if binds == level:
        return _joined(left, node.operator, right), level
    return _pair(left if binds > level else Bracketed(left), node.operator, right), level


def _joined(left: Code, operator: str, right: Code) -> Chain:
    """Lengthen a chain of operators that bind alike, or begin one."""
    if isinstance(left, Chain):
        return Chain(left.first, (*left.rest, (operator, right)))
    return _pair(left, operator, right)


def _pair(left: Code, operator: str, right: Code) -> Chain:
    return Chain(left, ((operator, right),))


def _opposite(node: typed.Opposite, names: Names) -> Printed:
    return Negative(_within(node.operand, names, ATOM)), UNARY


def _applied(node: typed.Applied, names: Names) -> Printed:
    arguments = [to_code(argument, names) for argument in node.arguments]
    if node.function in ("min", "max"):
        return call(AGGREGATES[node.function], Numbers(tuple(arguments))), ATOM
    return call(FUNCTIONS[node.function], *arguments), ATOM


def _aggregate(node: typed.Aggregate, names: Names) -> Printed:
    if node.body is None:
        return call("run.count", Words(node.group)), ATOM
    body = Lambda(to_code(node.body, names.outside(node.group)))
    return call(AGGREGATES[node.function], call("run.over", Words(node.group), body)), ATOM


def _compared(node: typed.Compared, names: Names) -> Printed:
    parts = [to_code(part, names) for part in typed.parts_of(node)]
    if node.operator == "!=":
        return Not(call("equal", *parts)), NOT
    return call(COMPARISONS[node.operator], *parts), ATOM


def _day_of(node: typed.DayOf, names: Names) -> Printed:
    return call("day_of", to_code(node.operand, names)), ATOM


def _in_range(node: typed.InRange, names: Names) -> Printed:
    return call("in_range", *(to_code(part, names) for part in typed.parts_of(node))), ATOM


def _one_of(node: typed.IsOneOf, names: Names) -> Printed:
    value = _within(node.value, names, ATOM)
    if isinstance(node.value, typed.Reading) and node.value.kind in NUMBERS:
        value = call("known", value)
    if isinstance(node.options[0], typed.YesNoValue) and len(node.options) == 1:
        if node.options[0].value != node.negated:
            return value, ATOM
        return Not(value), NOT
    options = tuple(to_code(option, names) for option in node.options)
    if len(options) == 1:
        return _pair(value, "!=" if node.negated else "==", options[0]), COMPARISON
    return Member(value, Several(options), node.negated), COMPARISON


def _both(node: typed.Both, names: Names) -> Printed:
    level = AND if node.operator == "and" else OR
    left, binds = _printed(node.left, names)
    right = _within(node.right, names, level + 1)
    if binds == level:
        return _joined(left, node.operator, right), level
    return _pair(left if binds > level else Bracketed(left), node.operator, right), level


def _inverse(node: typed.Inverse, names: Names) -> Printed:
    return Not(_within(node.operand, names, ATOM)), NOT


def _cases(node: typed.Cases, names: Names) -> Printed:
    branches = tuple(
        (_within(condition, names, OR), _within(value, names, OR))
        for condition, value in node.branches
    )
    last = _within(node.otherwise, names, OR) if node.otherwise is not None else call("no_case")
    return Cases(branches, last), TERNARY


def _preferred(node: typed.Preferred, names: Names) -> Printed:
    inner = replace(names, value="", in_tier=True)
    tiers = [_tier(tier, inner) for tier, _ in node.tiers]
    if names.value:
        return call("run.prefer", Words(names.value), *tiers), ATOM
    return call("run.first", *tiers), ATOM


def _tier(node: Expression, names: Names) -> Code:
    """Print one tier: its formula, and the data that it needs."""
    paths = dict.fromkeys(always_read(node))
    needs = tuple(need(path, names) for path in paths)
    inner = replace(
        names,
        optional=names.optional - paths.keys(),
        amounts=names.amounts - paths.keys(),
        foreign_amounts=names.foreign_amounts - paths.keys(),
    )
    formula = Lambda(to_code(node, inner))
    if not needs:
        return call("Tier", formula)
    return call("Tier", formula, Argument("needs", Several(needs)))


PRINTERS: dict[type, Callable[[Any, Names], Printed]] = {
    typed.Number: _number,
    typed.Reading: _reading,
    typed.Predeclared: _predeclared,
    typed.ProductOutcome: _outcome,
    typed.OptionValue: lambda node, _: (Words(node.name), ATOM),
    typed.YesNoValue: lambda node, _: (Truth(node.value), ATOM),
    typed.DateValue: lambda node, _: (Words(node.text), ATOM),
    typed.TableLookup: _lookup,
    typed.Converted: _converted,
    typed.DayOf: _day_of,
    typed.Arithmetic: _arithmetic,
    typed.Opposite: _opposite,
    typed.Applied: _applied,
    typed.Called: lambda node, names: _printed(node.body, names),
    typed.Aggregate: _aggregate,
    typed.Compared: _compared,
    typed.InRange: _in_range,
    typed.IsOneOf: _one_of,
    typed.Both: _both,
    typed.Inverse: _inverse,
    typed.IsGiven: lambda node, _: (call("run.given", Words(node.path)), ATOM),
    typed.Cases: _cases,
    typed.Preferred: _preferred,
}
