"""Compute formulas that read nothing, exactly."""

from fractions import Fraction

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression


def constant(node: Expression) -> Fraction | None:
    """Give the value of a formula of numbers only; None if it reads anything or divides by 0."""
    match node:
        case typed.Number():
            return node.value
        case typed.Converted():
            operand = constant(node.operand)
            return operand * node.ratio if operand is not None else None
        case typed.Opposite():
            operand = constant(node.operand)
            return -operand if operand is not None else None
        case typed.Called():
            return constant(node.body)
        case typed.Arithmetic():
            return _arithmetic(node)
        case _:
            return None


def _arithmetic(node: typed.Arithmetic) -> Fraction | None:
    left, right = constant(node.left), constant(node.right)
    if left is None or right is None:
        return None
    match node.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right if right else None
        case "^":
            return left ** int(right) if right.denominator == 1 and (left or right >= 0) else None
