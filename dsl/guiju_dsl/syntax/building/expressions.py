"""Expressions."""

from typing import Any, Final, Literal

from guiju_dsl.source import Span
from guiju_dsl.syntax.tree import (
    Argument,
    Arithmetic,
    Branch,
    Call,
    Comparison,
    Expression,
    Given,
    ListOf,
    Logic,
    Lookup,
    Name,
    Negative,
    Not,
    Parentheses,
    Path,
    Prefer,
    Range,
    Tier,
    When,
    Words,
    YesNo,
)

_ARITHMETIC: dict[str, Literal["+", "-", "*", "/", "^"]] = {
    "PLUS": "+",
    "MINUS": "-",
    "TIMES": "*",
    "OVER": "/",
    "POWER": "^",
}
_COMPARISON: dict[str, Literal["<", "<=", ">", ">=", "!=", "=", "is", "is not", "in"]] = {
    "LT": "<",
    "LE": "<=",
    "GT": ">",
    "GE": ">=",
    "NE": "!=",
    "EQ": "=",
    "IS": "is",
    "IS_NOT": "is not",
    "IN": "in",
}


def when(span: Span, *parts: Any) -> When:
    """Branches, then the word ``otherwise`` and its value, or None for both."""
    return When(span=span, branches=parts[:-2], otherwise=parts[-1])


def branch(span: Span, _when: str, condition: Expression, _then: str, value: Expression) -> Branch:
    """``when c then e``."""
    return Branch(span=span, condition=condition, value=value)


def prefer(span: Span, *parts: Any) -> Prefer:
    """The word ``prefer`` and a tier, then ``else`` and a tier, again and again."""
    return Prefer(span=span, tiers=parts[1::2])


def tier(span: Span, value: Expression, label: Words | None) -> Tier:
    """``e zh "实测"``."""
    return Tier(span=span, value=value, label=label)


def logic(span: Span, left: Expression, operator: str, right: Expression) -> Logic:
    """``a and b``."""
    return Logic(span=span, operator="and" if operator == "AND" else "or", left=left, right=right)


def negation(span: Span, _not: str, operand: Expression) -> Not:
    """``not a``."""
    return Not(span=span, operand=operand)


def given(span: Span, _given: str, path: Path) -> Given:
    """``given a``."""
    return Given(span=span, path=path)


def comparison(span: Span, left: Expression, operator: str, right: Expression) -> Comparison:
    """``a <= b``."""
    return Comparison(
        span=span, operator=_COMPARISON[operator], left=left, right=right, within=None
    )


def comparison_within(
    span: Span, left: Expression, _eq: str, right: Expression, _within: str, within: Expression
) -> Comparison:
    """``a = b within c``."""
    return Comparison(span=span, operator="=", left=left, right=right, within=within)


def interval(span: Span, low: Expression, _dots: str, high: Expression) -> Range:
    """``a .. b``."""
    return Range(span=span, low=low, high=high)


def arithmetic(span: Span, left: Expression, operator: str, right: Expression) -> Arithmetic:
    """``a * b``."""
    return Arithmetic(span=span, operator=_ARITHMETIC[operator], left=left, right=right)


def negative(span: Span, _minus: str, operand: Expression) -> Negative:
    """``- a``."""
    return Negative(span=span, operand=operand)


def lookup(span: Span, table: Path, *keys: Expression) -> Lookup:
    """``table[a, b]``."""
    return Lookup(span=span, table=table, keys=keys)


def parentheses(span: Span, inner: Expression) -> Parentheses:
    """``(a)``."""
    return Parentheses(span=span, inner=inner)


def call(span: Span, function: Path, *arguments: Argument) -> Call:
    """``f(a, b: c)``."""
    return Call(span=span, function=function, arguments=arguments)


def argument(span: Span, value: Expression) -> Argument:
    """An argument by position."""
    return Argument(span=span, name=None, value=value)


def named_argument(span: Span, name: Name, value: Expression) -> Argument:
    """An argument by name."""
    return Argument(span=span, name=name, value=value)


def list_of(span: Span, *items: Expression) -> ListOf:
    """``[a, b]``."""
    return ListOf(span=span, items=items)


def yes(span: Span, _yes: str) -> YesNo:
    """``yes``."""
    return YesNo(span=span, value=True)


def no(span: Span, _no: str) -> YesNo:
    """``no``."""
    return YesNo(span=span, value=False)


EXPRESSIONS: Final[dict[str, Any]] = {
    "when": when,
    "branch": branch,
    "prefer": prefer,
    "tier": tier,
    "logic": logic,
    "not": negation,
    "given": given,
    "comparison": comparison,
    "comparison_within": comparison_within,
    "range": interval,
    "arithmetic": arithmetic,
    "negative": negative,
    "lookup": lookup,
    "parentheses": parentheses,
    "call": call,
    "argument": argument,
    "named_argument": named_argument,
    "list": list_of,
    "yes": yes,
    "no": no,
}
