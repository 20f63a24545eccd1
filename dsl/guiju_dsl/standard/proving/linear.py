"""Numbers as sums of named values times constants."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression

Term = tuple[Expression, Fraction]
Form = tuple[Term, ...]
"""A sum without its constant."""


class Linear(Struct, frozen=True, kw_only=True):
    """``constant`` + Σ coefficient × value; a value is whatever is no such sum itself."""

    terms: Form
    constant: Fraction

    def times(self, ratio: Fraction) -> "Linear":
        """Give ``ratio`` times this sum."""
        terms = tuple((node, factor * ratio) for node, factor in self.terms if ratio)
        return Linear(terms=terms, constant=self.constant * ratio)

    def plus(self, other: "Linear") -> "Linear":
        """Add two sums; what cancels is gone."""
        factors = dict(self.terms)
        for node, factor in other.terms:
            factors[node] = factors.get(node, Fraction(0)) + factor
        terms = tuple((node, factor) for node, factor in factors.items() if factor)
        return Linear(terms=terms, constant=self.constant + other.constant)


def linear(node: Expression, formulas: Mapping[str, Expression]) -> Linear:
    """Give ``node`` as a sum; a named formula of ``formulas`` stands for what it sums."""
    match node:
        case typed.Number():
            return Linear(terms=(), constant=node.value)
        case typed.Converted():
            return linear(node.operand, formulas).times(node.ratio)
        case typed.Opposite():
            return linear(node.operand, formulas).times(Fraction(-1))
        case typed.Arithmetic():
            return _joined(node, formulas)
        case typed.Reading() if node.path in formulas:
            inside = linear(formulas[node.path], formulas)
            named = all(_is_named(part) for part, _ in inside.terms)
            return inside if named else _single(node)
        case _:
            return _single(node)


def _joined(node: typed.Arithmetic, formulas: Mapping[str, Expression]) -> Linear:
    known = constant(node)
    if known is not None:
        return Linear(terms=(), constant=known)
    if node.operator == "^":
        return _single(node)
    left, right = linear(node.left, formulas), linear(node.right, formulas)
    match node.operator:
        case "+":
            return left.plus(right)
        case "-":
            return left.plus(right.times(Fraction(-1)))
        case "*" if not right.terms:
            return left.times(right.constant)
        case "*" if not left.terms:
            return right.times(left.constant)
        case "/" if not right.terms and right.constant:
            return left.times(1 / right.constant)
        case _:
            return _single(node)


def _is_named(node: Expression) -> bool:
    return isinstance(node, typed.Reading | typed.Predeclared | typed.ProductOutcome)


def _single(node: Expression) -> Linear:
    return Linear(terms=((node, Fraction(1)),), constant=Fraction(0))
