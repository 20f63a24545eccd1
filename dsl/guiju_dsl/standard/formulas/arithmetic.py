"""Type sums, products and powers."""

from guiju_dsl.diagnostics import at
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.codes import EXPONENT_TOO_LARGE
from guiju_dsl.standard.expressions import Expression, kind_of, unit_of
from guiju_dsl.standard.formulas.fitting import in_unit, plain
from guiju_dsl.standard.formulas.typing import Typing
from guiju_dsl.standard.formulas.written_masses import converted
from guiju_dsl.standard.kinds import YEARS
from guiju_dsl.syntax import tree
from guiju_runtime.units import PLAIN_NUMBER, power, product, quotient
from guiju_runtime.units.algebra import LARGEST_EXPONENT


def arithmetic(types: Typing, node: tree.Arithmetic, row: str) -> Expression | None:
    """Type two operands: sums need one quantity, products and quotients combine two."""
    left, right = types.number(node.left, row), types.number(node.right, row)
    if left is None or right is None:
        return None
    if node.operator in ("+", "-"):
        return _sum(types, node, left, right)
    if node.operator == "^":
        return _power(types, node, left, right)
    combine = product if node.operator == "*" else quotient
    unit = combine(unit_of(left), unit_of(right))
    return typed.Arithmetic(
        operator=node.operator,
        left=left,
        right=right,
        kind="number",
        unit=converted(node.operator, left, right, unit),
    )


def negative(types: Typing, node: tree.Negative, row: str) -> Expression | None:
    """Type ``- operand``."""
    operand = types.number(node.operand, row)
    if operand is None:
        return None
    return typed.Opposite(operand=operand, unit=unit_of(operand))


def _sum(
    types: Typing, node: tree.Arithmetic, left: Expression, right: Expression
) -> Expression | None:
    """Type a sum; a year and a duration, or a plain number of years, give a year."""
    years = _years(right) if kind_of(left) == "year" else None
    if years is not None:
        return typed.Arithmetic(
            operator=node.operator, left=left, right=years, kind="year", unit=PLAIN_NUMBER
        )
    aligned = types.aligned(node.left, left, node.right, right)
    if aligned is None:
        return None
    return typed.Arithmetic(
        operator=node.operator,
        left=aligned[0],
        right=aligned[1],
        kind="number",
        unit=unit_of(aligned[0]),
    )


def _years(value: Expression) -> Expression | None:
    """Give a duration in years; a plain number, such as the index of a series, is so many."""
    if kind_of(value) == "number" and unit_of(value) == PLAIN_NUMBER:
        return value
    return in_unit(value, YEARS)


def _power(
    types: Typing, node: tree.Arithmetic, left: Expression, right: Expression
) -> Expression | None:
    """Type a power: the exponent is a plain number, a whole one where the base has a unit."""
    exponent, unit = plain(right), unit_of(left)
    if exponent is None:
        types.fault_unit(node.right, unit_of(right), "1")
        return None
    whole = _whole(exponent)
    if whole is not None and abs(whole) > LARGEST_EXPONENT:
        limit = str(LARGEST_EXPONENT)
        types.faults.append(at(EXPONENT_TOO_LARGE, node.right.span, limit=limit))
        return None
    if unit.dimension and whole is None:
        types.fault_unit(node.left, unit, "1")
        return None
    if whole is None:
        base = plain(left) or left
        return typed.Arithmetic(
            operator="^", left=base, right=exponent, kind="number", unit=PLAIN_NUMBER
        )
    return typed.Arithmetic(
        operator="^", left=left, right=exponent, kind="number", unit=power(unit, whole)
    )


def _whole(exponent: Expression) -> int | None:
    """Give an exponent that is written as a whole number."""
    match exponent:
        case typed.Number() if exponent.value.denominator == 1:
            return int(exponent.value)
        case typed.Opposite():
            whole = _whole(exponent.operand)
            return -whole if whole is not None else None
        case _:
            return None
