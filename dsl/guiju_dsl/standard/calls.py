"""Type conditions, look-ups and calls of functions and formulas."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from guiju_dsl.diagnostics import at
from guiju_dsl.names.model import ToDeclaration, label_of
from guiju_dsl.names.references import FUNCTIONS
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.codes import NO_ROW, UNKNOWN_FUNCTION
from guiju_dsl.standard.expressions import Expression, kind_of, unit_of
from guiju_dsl.standard.molar import molar_mass
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text, same_words
from guiju_runtime.units import PLAIN_NUMBER

if TYPE_CHECKING:
    from guiju_dsl.standard.typing import Typing

AGGREGATES = ("sum", "mean", "min", "max", "count")
USAGE = {"sum": "sum(group.value)", "count": "count(group)", "M": "M(CO2)", "round": "round(value)"}


def label(words: tree.Words | None, name: str) -> Text:
    """Give the label of a tier; without one, its own words."""
    return label_of(words, name) if words is not None else same_words(name)


# ---- conditions -----------------------------------------------------------------------------


def condition(self: Typing, node: tree.Expression, row: str) -> Expression | None:
    """Type ``node``, which must be a condition."""
    match node:
        case tree.Logic():
            left, right = self.condition(node.left, row), self.condition(node.right, row)
            if left is None or right is None:
                return None
            return typed.Both(operator=node.operator, left=left, right=right)
        case tree.Not():
            operand = self.condition(node.operand, row)
            return operand and typed.Inverse(operand=operand)
        case tree.Given():
            reference = self.names.references.get(node.path.span)
            if not isinstance(reference, ToDeclaration):
                return None
            return typed.IsGiven(path=reference.path, group=self.group_of(reference.path))
        case tree.Comparison():
            return _comparison(self, node, row)
        case tree.Parentheses():
            return self.condition(node.inner, row)
        case _:
            value = self.expression(node, row)
            if value is None or kind_of(value) == "yes_no":
                return value
            return self.fault_kind(node, kind_of(value), Text(zh="条件", en="a condition"))


def _comparison(self: Typing, node: tree.Comparison, row: str) -> Expression | None:
    left = self.expression(node.left, row)
    if left is None:
        return None
    if node.operator in ("is", "is not"):
        right = self.expression(node.right, row)
        negated = node.operator == "is not"
        return right and typed.IsOneOf(value=left, options=(right,), negated=negated)
    if node.operator == "in":
        return _membership(self, node, left, row)
    right = self.expression(node.right, row)
    if right is None:
        return None
    if kind_of(left) not in ("number", "year"):
        return self.fault_kind(node.left, kind_of(left), Text(zh="数", en="a number"))
    aligned = aligned_bare(self, node.left, left, node.right, right)
    if aligned is None:
        return None
    within = tolerance(self, node, unit_of(aligned[0]), row) if node.within is not None else None
    if node.within is not None and within is None:
        return None
    return typed.Compared(
        operator=node.operator, left=aligned[0], right=aligned[1], within=within
    )


def tolerance(self: Typing, node: tree.Comparison, unit: object, row: str) -> Expression | None:
    """Type a tolerance: in the unit compared, or a ratio of the right value."""
    from guiju_dsl.standard.typing import in_unit, plain

    assert node.within is not None
    value = self.expression(node.within, row)
    if value is None:
        return None
    absolute = in_unit(value, unit)  # type: ignore[arg-type]
    if absolute is not None and not _relative(value, unit):
        return absolute
    ratio = plain(value)
    right = self.expression(node.right, row)
    if ratio is None or right is None:
        return self.fault_unit(node.within, unit_of(value), "%")
    product = typed.Arithmetic(
        operator="*", left=right, right=ratio, kind="number", unit=unit_of(right)
    )
    return in_unit(product, unit)  # type: ignore[arg-type]


def _relative(value: Expression, unit: object) -> bool:
    return unit_of(value).text in ("%", "‰") and unit != unit_of(value)


def aligned_bare(
    self: Typing,
    left_node: tree.Expression,
    left: Expression,
    right_node: tree.Expression,
    right: Expression,
) -> tuple[Expression, Expression] | None:
    """Align two values; a bare number takes the unit of what it is compared with."""
    from guiju_dsl.standard.typing import is_bare

    if is_bare(right) and unit_of(left).dimension:
        right = replace(right, unit=unit_of(left))  # type: ignore[call-arg]
    if is_bare(left) and unit_of(right).dimension:
        left = replace(left, unit=unit_of(right))  # type: ignore[call-arg]
    return self.aligned(left_node, left, right_node, right)


def _membership(
    self: Typing, node: tree.Comparison, left: Expression, row: str
) -> Expression | None:
    if isinstance(node.right, tree.Range):
        return in_range(self, node.left, left, node.right, row)
    items = node.right.items if isinstance(node.right, tree.ListOf) else (node.right,)
    options = [self.expression(item, row) for item in items]
    if any(option is None for option in options):
        return None
    return typed.IsOneOf(
        value=left, options=tuple(o for o in options if o is not None), negated=False
    )


def in_range(
    self: Typing, left_node: tree.Expression, left: Expression, range_: tree.Range, row: str
) -> Expression | None:
    """Type ``left in low .. high``; a bare bound takes the unit of the other."""
    from guiju_dsl.standard.typing import is_bare

    low, high = self.number(range_.low, row), self.number(range_.high, row)
    if low is None or high is None:
        return None
    if is_bare(low) and not is_bare(high):
        low = replace(low, unit=unit_of(high))  # type: ignore[call-arg]
    if is_bare(high) and not is_bare(low):
        high = replace(high, unit=unit_of(low))  # type: ignore[call-arg]
    first = aligned_bare(self, left_node, left, range_.low, low)
    second = aligned_bare(self, left_node, left, range_.high, high) if first else None
    if first is None or second is None:
        return None
    return typed.InRange(value=left, low=first[1], high=second[1])


# ---- look-ups and calls ------------------------------------------------------------------------


def lookup(self: Typing, node: tree.Lookup, row: str) -> Expression | None:
    """Type ``table[keys]``; a year written as a number must have a row."""
    reference = self.names.references.get(node.table.span)
    keys = [self.expression(key, row) for key in node.keys]
    if not isinstance(reference, ToDeclaration) or any(key is None for key in keys):
        return None
    declaration = self.names.declarations[reference.path]
    if not isinstance(declaration.node, tree.Factor) or len(keys) != len(declaration.node.keys):
        self.faults.append(
            at(
                UNKNOWN_FUNCTION,
                node.span,
                function=node.table.text,
                usage=_table_usage(declaration.node, node.table.text),
            )
        )
        return None
    _row_exists(self, node, declaration.path, tuple(declaration.items))
    return typed.TableLookup(
        table=declaration.path,
        keys=tuple(key for key in keys if key is not None),
        unit=self.measure(declaration.node.type),
    )


def _table_usage(node: tree.Item, name: str) -> str:
    keys = [key.text for key in node.keys] if isinstance(node, tree.Factor) else []
    return f"{name}[{', '.join(keys)}]" if keys else name


def _row_exists(
    self: Typing, node: tree.Lookup, table: str, items: tuple[tree.Item, ...]
) -> None:
    """Report a year, written as a number, before the first row of the table."""
    for place, key in enumerate(node.keys):
        if not isinstance(key, tree.Quantity):
            continue
        years = sorted(
            Fraction(item.keys[place].value.number)
            for item in items
            if isinstance(item, tree.Row)
            and len(item.keys) > place
            and isinstance(item.keys[place].value, tree.Quantity)
        )
        if years and Fraction(key.number) < years[0]:
            known = ", ".join(str(year) for year in dict.fromkeys(years))
            self.faults.append(at(NO_ROW, key.span, table=table, key=key.number, known=known))


def call(self: Typing, node: tree.Call, row: str) -> Expression | None:
    """Type a call of a function or of a formula with parameters."""
    function = FUNCTIONS.get(node.function.text)
    if function is None:
        return _formula_call(self, node, row)
    values = [argument.value for argument in node.arguments]
    if function == "M":
        return _molar(self, node)
    if function in AGGREGATES and len(values) == 1:
        return _aggregate(self, node, function, values[0], row)
    numbers = [self.number(value, row) for value in values]
    if not numbers or any(number is None for number in numbers):
        return None
    known = [number for number in numbers if number is not None]
    return _applied(self, node, function, known)


def _applied(
    self: Typing, node: tree.Call, function: str, numbers: list[Expression]
) -> Expression | None:
    from guiju_dsl.standard.typing import plain

    first = numbers[0]
    if function in ("exp", "ln"):
        argument = plain(first)
        if argument is None:
            return self.fault_unit(node.arguments[0].value, unit_of(first), "1")
        return typed.Applied(function=function, arguments=(argument,), unit=PLAIN_NUMBER)
    aligned = [first]
    for argument, value in zip(node.arguments[1:], numbers[1:], strict=True):
        pair = self.aligned(node.arguments[0].value, first, argument.value, value)
        if pair is None:
            return None
        first = pair[0]
        aligned.append(pair[1])
    return typed.Applied(
        function=function, arguments=(first, *aligned[1:]), unit=unit_of(first)
    )


def _molar(self: Typing, node: tree.Call) -> Expression | None:
    """Give the molar mass of the substance named in ``M(…)``, in g/mol."""
    argument = node.arguments[0].value if len(node.arguments) == 1 else None
    mass = molar_mass(argument.text) if isinstance(argument, tree.Path) else None
    if mass is None:
        self.faults.append(
            at(UNKNOWN_FUNCTION, node.span, function=node.function.text, usage="M(CO2)")
        )
        return None
    return typed.Number(value=mass, written=self.words(node.span), unit=PLAIN_NUMBER)


def _aggregate(
    self: Typing, node: tree.Call, function: str, body: tree.Expression, row: str
) -> Expression | None:
    group = _group_in(self, body, row)
    if not group:
        if function in ("min", "max", "sum", "mean"):
            value = self.number(body, row)
            return value and typed.Applied(
                function="max" if function in ("sum", "mean") else function,
                arguments=(value,),
                unit=unit_of(value),
            )
        usage = USAGE["count"]
        self.faults.append(at(UNKNOWN_FUNCTION, node.span, function=function, usage=usage))
        return None
    if function == "count":
        return typed.Aggregate(function="count", group=group, body=None, unit=PLAIN_NUMBER)
    value = self.number(body, group)
    return value and typed.Aggregate(
        function=function, group=group, body=value, unit=unit_of(value)
    )


def _group_in(self: Typing, node: tree.Expression, row: str) -> str:
    """Give the repeated group that ``node`` speaks of, other than the row at hand."""
    if isinstance(node, tree.Path):
        reference = self.names.references.get(node.span)
        if isinstance(reference, ToDeclaration):
            declaration = self.names.declarations[reference.path]
            own = declaration.path if declaration.kind == "each" else self.group_of(reference.path)
            return own if own != row else ""
    for part in _inside(node):
        group = _group_in(self, part, row)
        if group:
            return group
    return ""


def _inside(node: tree.Expression) -> tuple[tree.Expression, ...]:
    from guiju_dsl.names.references import parts_of

    match node:
        case tree.Lookup():
            return node.keys
        case tree.Call():
            return tuple(argument.value for argument in node.arguments)
        case tree.Comparison():
            return (node.left, node.right)
        case tree.When():
            parts = tuple(p for b in node.branches for p in (b.condition, b.value))
            return parts + ((node.otherwise,) if node.otherwise is not None else ())
        case _:
            return parts_of(node)


def _formula_call(self: Typing, node: tree.Call, row: str) -> Expression | None:
    """Put the arguments in place of the parameters of a formula."""
    reference = self.names.references.get(node.function.span)
    if not isinstance(reference, ToDeclaration):
        return None
    let = self.names.declarations[reference.path].node
    if not isinstance(let, tree.Let) or len(let.parameters) != len(node.arguments):
        names = ", ".join(p.name.text for p in getattr(let, "parameters", ()))
        usage = f"{node.function.text}({names})"
        self.faults.append(
            at(UNKNOWN_FUNCTION, node.span, function=node.function.text, usage=usage)
        )
        return None
    given = {a.name.text: a.value for a in node.arguments if a.name is not None}
    by_place = [a.value for a in node.arguments if a.name is None]
    bound: dict[str, Expression] = {}
    for place, parameter in enumerate(let.parameters):
        argument = given.get(parameter.name.text) or (by_place[place] if place < len(by_place) else None)
        value = self.expression(argument, row) if argument is not None else None
        if argument is None or value is None:
            return None
        fitted = self.fitted(argument, value, self.measure(parameter.type))
        if fitted is None:
            return None
        bound[parameter.name.text] = fitted
    before, self.parameters = self.parameters, bound
    result = self.expression(let.value, row)
    self.parameters = before
    return result
