"""Print formulas as Python."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from guiju.backends.python.names import constant_name
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, kind_of

ATOM, POWER, UNARY, PRODUCT, SUM, TEST = 6, 5, 4, 3, 2, 1
COMPARISONS = {"<": "less", "<=": "at_most", ">": "more", ">=": "at_least", "=": "equal"}
AGGREGATES = {"sum": "sum", "mean": "mean", "min": "lowest", "max": "highest"}
FUNCTIONS = {
    "abs": "abs", "round": "rounded", "exp": "math.exp", "ln": "math.log", "sqrt": "math.sqrt",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a function knows: its own values by local name, and which of them may be absent.

    Attributes:
        value: path of the value that is being calculated: its tiers are noted.
    """

    local: dict[str, str]
    optional: frozenset[str]
    value: str


def number_text(value: Fraction) -> str:
    """Print a constant: a whole number as such, else the nearest float."""
    if value.denominator == 1 and abs(value) < 10**15:
        return str(value.numerator)
    return repr(value.numerator / value.denominator)


def to_python(node: Expression, names: Names) -> str:
    """Print ``node``."""
    return _printed(node, names)[0]


def _printed(node: Expression, names: Names) -> tuple[str, int]:
    """Print ``node`` and tell how tightly it binds."""
    printer: Callable[..., tuple[str, int]] = PRINTERS[type(node)]
    return printer(node, names)


def _within(node: Expression, names: Names, least: int) -> str:
    """Print ``node``, in brackets if it binds less than ``least``."""
    text, binds = _printed(node, names)
    return text if binds >= least else f"({text})"


def _number(node: typed.Number, names: Names) -> tuple[str, int]:
    return number_text(node.value), UNARY if node.value < 0 else ATOM


def _reading(node: typed.Reading, names: Names) -> tuple[str, int]:
    local = names.local.get(node.path)
    if local is None:
        return f'run["{node.path}"]', ATOM
    if node.kind not in ("number", "year"):
        return f"known({local})", ATOM
    return (f"here({local})" if node.path in names.optional else local), ATOM


def _predeclared(node: typed.Predeclared, names: Names) -> tuple[str, int]:
    return f'run.measure("{node.name}")', ATOM


def _outcome(node: typed.ProductOutcome, names: Names) -> tuple[str, int]:
    parts = (node.profile, node.product, node.name)
    return f'run.measure("{".".join(part for part in parts if part)}")', ATOM


def _lookup(node: typed.TableLookup, names: Names) -> tuple[str, int]:
    keys = "".join(f", {to_python(key, names)}" for key in node.keys)
    return f"run.lookup({constant_name(node.table)}{keys})", ATOM


def _converted(node: typed.Converted, names: Names) -> tuple[str, int]:
    above, below = node.ratio.numerator, node.ratio.denominator
    text = _within(node.operand, names, PRODUCT)
    if above != 1:
        text += f" * {number_text(Fraction(above))}"
    if below != 1:
        text += f" / {number_text(Fraction(below))}"
    return text, PRODUCT


def _arithmetic(node: typed.Arithmetic, names: Names) -> tuple[str, int]:
    if node.operator == "^":
        return f"power({to_python(node.left, names)}, {to_python(node.right, names)})", ATOM
    level = SUM if node.operator in ("+", "-") else PRODUCT
    left = _within(node.left, names, level)
    right = _within(node.right, names, level + 1)
    return f"{left} {node.operator} {right}", level


def _opposite(node: typed.Opposite, names: Names) -> tuple[str, int]:
    return f"-{_within(node.operand, names, UNARY)}", UNARY


def _applied(node: typed.Applied, names: Names) -> tuple[str, int]:
    arguments = [to_python(argument, names) for argument in node.arguments]
    if node.function in ("min", "max"):
        return f"{AGGREGATES[node.function]}([{', '.join(arguments)}])", ATOM
    return f"{FUNCTIONS[node.function]}({', '.join(arguments)})", ATOM


def _aggregate(node: typed.Aggregate, names: Names) -> tuple[str, int]:
    if node.body is None:
        return f'len(run.over("{node.group}", lambda: 0))', ATOM
    outside = {path: name for path, name in names.local.items() if not path.startswith(f"{node.group}.")}
    body = to_python(node.body, replace(names, local=outside))
    return f'{AGGREGATES[node.function]}(run.over("{node.group}", lambda: {body}))', ATOM


def _compared(node: typed.Compared, names: Names) -> tuple[str, int]:
    left, right = to_python(node.left, names), to_python(node.right, names)
    if node.operator == "!=":
        return f"not equal({left}, {right})", TEST
    within = f", {to_python(node.within, names)}" if node.within is not None else ""
    return f"{COMPARISONS[node.operator]}({left}, {right}{within})", ATOM


def _in_range(node: typed.InRange, names: Names) -> tuple[str, int]:
    parts = (node.value, node.low, node.high)
    return f"in_range({', '.join(to_python(part, names) for part in parts)})", ATOM


def _one_of(node: typed.IsOneOf, names: Names) -> tuple[str, int]:
    value = to_python(node.value, names)
    options = [to_python(option, names) for option in node.options]
    if len(options) == 1:
        sign = "!=" if node.negated else "=="
        return f"{value} {sign} {options[0]}", TEST
    return f"{value} {'not in' if node.negated else 'in'} ({', '.join(options)})", TEST


def _both(node: typed.Both, names: Names) -> tuple[str, int]:
    left, right = (_within(part, names, TEST + 1) for part in (node.left, node.right))
    return f"{left} {node.operator} {right}", TEST


def _inverse(node: typed.Inverse, names: Names) -> tuple[str, int]:
    return f"not {_within(node.operand, names, ATOM)}", TEST


def _cases(node: typed.Cases, names: Names) -> tuple[str, int]:
    text = to_python(node.otherwise, names) if node.otherwise is not None else "no_case()"
    for condition, value in reversed(node.branches):
        text = f"{_within(value, names, SUM)} if {to_python(condition, names)} else {text}"
    return text, 0


def _preferred(node: typed.Preferred, names: Names) -> tuple[str, int]:
    value, inner = names.value, replace(names, value="")
    tiers = ", ".join(_tier(tier, inner) for tier, _ in node.tiers)
    call = f'run.prefer("{value}", {tiers})' if value else f"first({tiers})"
    return call, ATOM


def _tier(node: Expression, names: Names) -> str:
    """Print one tier: the data that it needs, and its formula."""
    paths = dict.fromkeys(r.path for r in typed.readings(node) if isinstance(r, typed.Reading))
    needs = [names.local.get(path, f'run.raw("{path}")') for path in paths]
    return f"(({', '.join(needs)}{',' if len(needs) == 1 else ''}), lambda: {to_python(node, names)})"


PRINTERS: dict[type, Callable[..., tuple[str, int]]] = {
    typed.Number: _number,
    typed.Reading: _reading,
    typed.Predeclared: _predeclared,
    typed.ProductOutcome: _outcome,
    typed.OptionValue: lambda node, names: (repr(node.name), ATOM),
    typed.YesNoValue: lambda node, names: (str(node.value), ATOM),
    typed.DateValue: lambda node, names: (repr(node.text), ATOM),
    typed.TableLookup: _lookup,
    typed.Converted: _converted,
    typed.Arithmetic: _arithmetic,
    typed.Opposite: _opposite,
    typed.Applied: _applied,
    typed.Aggregate: _aggregate,
    typed.Compared: _compared,
    typed.InRange: _in_range,
    typed.IsOneOf: _one_of,
    typed.Both: _both,
    typed.Inverse: _inverse,
    typed.IsGiven: lambda node, names: (f'run.given("{node.path}")', ATOM),
    typed.Cases: _cases,
    typed.Preferred: _preferred,
}

__all__ = ["Names", "kind_of", "number_text", "to_python"]
