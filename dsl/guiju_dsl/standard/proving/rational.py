"""Formulas of the four operations, computed exactly for values that are tried."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import count

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression

LEAVES = (typed.Reading, typed.Predeclared, typed.TableLookup, typed.ProductOutcome)
TRIED = 3
"""Values tried for each name: two formulas of this kind that agree at such points are the same."""

Values = Mapping[Expression, Fraction]


def names_in(node: Expression, formulas: Mapping[str, Expression]) -> set[Expression] | None:
    """Give what ``node`` reads, named formulas written out; None if it is more than arithmetic."""
    node = _written_out(node, formulas)
    if isinstance(node, typed.Number):
        return set()
    if isinstance(node, LEAVES):
        return {node}
    found: set[Expression] = set()
    for part in _parts(node) or (None,):
        names = names_in(part, formulas) if part is not None else None
        if names is None:
            return None
        found |= names
    return found


def value_at(
    node: Expression, formulas: Mapping[str, Expression], values: Values
) -> Fraction | None:
    """Compute ``node`` where the names in it have ``values``; None where it divides by 0."""
    node = _written_out(node, formulas)
    match node:
        case typed.Number():
            return node.value
        case typed.Converted():
            inner = value_at(node.operand, formulas, values)
            return inner * node.ratio if inner is not None else None
        case typed.Opposite():
            inner = value_at(node.operand, formulas, values)
            return -inner if inner is not None else None
        case typed.Arithmetic():
            left = value_at(node.left, formulas, values)
            right = value_at(node.right, formulas, values)
            return _joined(node.operator, left, right)
        case _:
            return values[node]


def points(names: set[Expression]) -> Iterator[Values]:
    """Give values for ``names`` to try: short decimals, all different, none at an edge."""
    ordered = sorted(names, key=repr)
    for shift in range(TRIED):
        steps = count(2 + shift)
        yield {name: Fraction(1, 2) + Fraction(next(steps) ** 2, 100) for name in ordered}


def _written_out(node: Expression, formulas: Mapping[str, Expression]) -> Expression:
    while True:
        if isinstance(node, typed.Reading) and node.path in formulas:
            node = formulas[node.path]
        elif isinstance(node, typed.Called):
            node = node.body
        else:
            return node


def _parts(node: Expression) -> tuple[Expression, ...]:
    match node:
        case typed.Converted() | typed.Opposite():
            return (node.operand,)
        case typed.Arithmetic(operator="+" | "-" | "*" | "/"):
            return (node.left, node.right)
        case _:
            return ()


def _joined(operator: str, left: Fraction | None, right: Fraction | None) -> Fraction | None:
    if left is None or right is None:
        return None
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right if right else None
