"""Print formulas as Python."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from guiju.backends.python.absence import always_read
from guiju.backends.python.layout import (
    Bracketed,
    Chain,
    Code,
    Listed,
    Prefixed,
    call,
    function_of,
    keyword,
)
from guiju.backends.python.literals import number_text, quoted
from guiju.backends.python.names import constant_name
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression

ATOM, UNARY, PRODUCT, SUM, COMPARISON, NOT, AND, OR, TERNARY = 9, 7, 6, 5, 4, 3, 2, 1, 0
COMPARISONS = {"<": "less", "<=": "at_most", ">": "more", ">=": "at_least", "=": "equal"}
AGGREGATES = {"sum": "sum", "mean": "mean", "min": "lowest", "max": "highest"}
FUNCTIONS = {
    "abs": "abs", "round": "rounded", "exp": "math.exp", "ln": "math.log", "sqrt": "math.sqrt",
}  # fmt: skip
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
        in_tier: whether a tier is printed.
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


def to_python(node: Expression, names: Names) -> Code:
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
        kept = f'run["{node.path}"]'
        return (kept if node.kind in NUMBERS else call("known", kept)), ATOM
    if node.kind not in NUMBERS:
        return call("known", local), ATOM
    return (call("here", local) if node.path in names.optional else local), ATOM


def need(path: str, names: Names) -> Code:
    """Print a value as it is: None where it was not given."""
    if path in names.local and path not in names.amounts:
        return names.local[path]
    return f'run.there("{path}")'


def _predeclared(node: typed.Predeclared, _names: Names) -> Printed:
    return f'run.measure("{node.name}")', ATOM


def _outcome(node: typed.ProductOutcome, _names: Names) -> Printed:
    parts = (node.profile, node.product, node.name)
    return f'run.measure("{".".join(part for part in parts if part)}")', ATOM


def _lookup(node: typed.TableLookup, names: Names) -> Printed:
    keys = (to_python(key, names) for key in node.keys)
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
        return call("raised", to_python(node.left, names), to_python(node.right, names)), ATOM
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
    return Prefixed("-", _within(node.operand, names, ATOM)), UNARY


def _applied(node: typed.Applied, names: Names) -> Printed:
    arguments = [to_python(argument, names) for argument in node.arguments]
    if node.function in ("min", "max"):
        return call(AGGREGATES[node.function], Listed("[", tuple(arguments), "]")), ATOM
    return call(FUNCTIONS[node.function], *arguments), ATOM


def _aggregate(node: typed.Aggregate, names: Names) -> Printed:
    if node.body is None:
        return f'run.count("{node.group}")', ATOM
    body = function_of(to_python(node.body, names.outside(node.group)))
    return call(AGGREGATES[node.function], call("run.over", f'"{node.group}"', body)), ATOM


def _compared(node: typed.Compared, names: Names) -> Printed:
    parts = [to_python(part, names) for part in typed.parts_of(node)]
    if node.operator == "!=":
        return Prefixed("not ", call("equal", *parts)), NOT
    return call(COMPARISONS[node.operator], *parts), ATOM


def _in_range(node: typed.InRange, names: Names) -> Printed:
    return call("in_range", *(to_python(part, names) for part in typed.parts_of(node))), ATOM


def _one_of(node: typed.IsOneOf, names: Names) -> Printed:
    value = _within(node.value, names, ATOM)
    if isinstance(node.value, typed.Reading) and node.value.kind in NUMBERS:
        value = call("known", value)
    if isinstance(node.options[0], typed.YesNoValue) and len(node.options) == 1:
        if node.options[0].value != node.negated:
            return value, ATOM
        return Prefixed("not ", value), NOT
    options = tuple(to_python(option, names) for option in node.options)
    if len(options) == 1:
        return _pair(value, "!=" if node.negated else "==", options[0]), COMPARISON
    return _pair(value, "not in" if node.negated else "in", Listed("(", options, ")")), COMPARISON


def _both(node: typed.Both, names: Names) -> Printed:
    level = AND if node.operator == "and" else OR
    left, binds = _printed(node.left, names)
    right = _within(node.right, names, level + 1)
    if binds == level:
        return _joined(left, node.operator, right), level
    return _pair(left if binds > level else Bracketed(left), node.operator, right), level


def _inverse(node: typed.Inverse, names: Names) -> Printed:
    return Prefixed("not ", _within(node.operand, names, ATOM)), NOT


def _cases(node: typed.Cases, names: Names) -> Printed:
    """Print cases as ``a if c else b if d else e``."""
    parts: list[tuple[str, Code]] = []
    first: Code = ""
    for at, (condition, value) in enumerate(node.branches):
        if at:
            parts.append(("else", _within(value, names, OR)))
        else:
            first = _within(value, names, OR)
        parts.append(("if", _within(condition, names, OR)))
    last = _within(node.otherwise, names, OR) if node.otherwise is not None else "no_case()"
    return Chain(first, (*parts, ("else", last))), TERNARY


def _preferred(node: typed.Preferred, names: Names) -> Printed:
    inner = replace(names, value="", in_tier=True)
    tiers = [_tier(tier, inner) for tier, _ in node.tiers]
    if names.value:
        return call("run.prefer", f'"{names.value}"', *tiers), ATOM
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
    formula = function_of(to_python(node, inner))
    if not needs:
        return call("Tier", formula)
    return call("Tier", formula, keyword("needs", Listed("(", needs, ")", tuple_of_one=True)))


PRINTERS: dict[type, Callable[[Any, Names], Printed]] = {
    typed.Number: _number,
    typed.Reading: _reading,
    typed.Predeclared: _predeclared,
    typed.ProductOutcome: _outcome,
    typed.OptionValue: lambda node, _: (quoted(node.name), ATOM),
    typed.YesNoValue: lambda node, _: (str(node.value), ATOM),
    typed.DateValue: lambda node, _: (quoted(node.text), ATOM),
    typed.TableLookup: _lookup,
    typed.Converted: _converted,
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
    typed.IsGiven: lambda node, _: (f'run.given("{node.path}")', ATOM),
    typed.Cases: _cases,
    typed.Preferred: _preferred,
}
