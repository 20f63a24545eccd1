"""Expressions as text."""

from collections.abc import Callable
from typing import Any, Final

from guiju_dsl.syntax.printing.layout import NOTHING, SPACE, Group, Layout, Nest, joined
from guiju_dsl.syntax.printing.original import Original
from guiju_dsl.syntax.printing.words import of_words
from guiju_dsl.syntax.tree import (
    Argument,
    Arithmetic,
    Call,
    Comparison,
    Date,
    Expression,
    Given,
    ListOf,
    Logic,
    Lookup,
    Negative,
    Not,
    Parentheses,
    Path,
    Prefer,
    Quantity,
    Range,
    When,
    YesNo,
)

_HANGING = 4
_TERMINALS: Final = {
    "+": "PLUS", "-": "MINUS", "*": "TIMES", "/": "OVER", "^": "POWER", "<": "LT", "<=": "LE",
    ">": "GT", ">=": "GE", "!=": "NE", "=": "EQ", "is": "IS", "is not": "IS_NOT", "in": "IN",
    "and": "AND", "or": "OR", "..": "DOTS",
}  # fmt: skip
_SUMS: Final = frozenset("+-")


def of_expression(expression: Expression, original: Original) -> Layout:
    """Give ``expression`` in one line if there is room."""
    return _PRINTERS[type(expression)](expression, original)


def _quantity(quantity: Quantity, original: Original) -> Layout:
    return original.quantity(quantity)


def _date(date: Date, _original: Original) -> Layout:
    return date.text


def _yes_no(yes_no: YesNo, original: Original) -> Layout:
    span = yes_no.span
    return original.keyword("YES" if yes_no.value else "NO", span.start, span.end)


def _path(path: Path, _original: Original) -> Layout:
    return path.text


def _parentheses(parentheses: Parentheses, original: Original) -> Layout:
    inner = of_expression(parentheses.inner, original)
    return Group(("(", Nest(_HANGING, (NOTHING, inner)), NOTHING, ")"))


def _call(call: Call, original: Original) -> Layout:
    arguments = [_argument(argument, original) for argument in call.arguments]
    inner = joined(arguments, (",", SPACE))
    return (call.function.text, Group(("(", Nest(_HANGING, (NOTHING, inner)), NOTHING, ")")))


def _argument(argument: Argument, original: Original) -> Layout:
    value = of_expression(argument.value, original)
    return Group((f"{argument.name.text}: ", value) if argument.name else value)


def _lookup(lookup: Lookup, original: Original) -> Layout:
    keys = [of_expression(key, original) for key in lookup.keys]
    return (lookup.table.text, "[", joined(keys, ", "), "]")


def _list(list_of: ListOf, original: Original) -> Layout:
    items = [of_expression(item, original) for item in list_of.items]
    return Group(("[", Nest(_HANGING, (NOTHING, joined(items, (",", SPACE)))), NOTHING, "]"))


def _negative(negative: Negative, original: Original) -> Layout:
    return ("-", of_expression(negative.operand, original))


def _arithmetic(whole: Arithmetic, original: Original) -> Layout:
    operator = _sign(whole.operator, whole.left, whole.right, original)
    if whole.operator == "^":
        left, right = of_expression(whole.left, original), of_expression(whole.right, original)
        return (left, " ", operator, " ", right)
    if whole.operator in _SUMS:
        left, right = _term(whole.left, original), _term(whole.right, original)
    else:
        left, right = of_expression(whole.left, original), of_expression(whole.right, original)
    return (left, SPACE, operator, " ", right)


def _term(operand: Expression, original: Original) -> Layout:
    """Keep a product in a sum together; the sum breaks first."""
    shown = of_expression(operand, original)
    is_sum = isinstance(operand, Arithmetic) and operand.operator in _SUMS
    return shown if is_sum else Group(shown)


def _comparison(comparison: Comparison, original: Original) -> Layout:
    left, right = comparison.left, comparison.right
    if comparison.operator in ("is", "is not", "in"):
        operator = original.keyword(
            _TERMINALS[comparison.operator], left.span.end, right.span.start
        )
    else:
        operator = _sign(comparison.operator, left, right, original)
    shown: Layout = (_term(left, original), " ", operator, " ", _term(right, original))
    if comparison.within is None:
        return shown
    within = original.keyword("WITHIN", right.span.end, comparison.within.span.start)
    return (shown, " ", within, " ", of_expression(comparison.within, original))


def _range(interval: Range, original: Original) -> Layout:
    dots = _sign("..", interval.low, interval.high, original)
    low, high = of_expression(interval.low, original), of_expression(interval.high, original)
    return (low, f" {dots} ", high)


def _logic(logic: Logic, original: Original) -> Layout:
    left, right = logic.left, logic.right
    word = original.keyword(_TERMINALS[logic.operator], left.span.end, right.span.start)
    return (of_expression(left, original), SPACE, word, " ", of_expression(right, original))


def _not(negation: Not, original: Original) -> Layout:
    word = original.keyword("NOT", negation.span.start, negation.span.end)
    return (f"{word} ", of_expression(negation.operand, original))


def _given(given: Given, original: Original) -> Layout:
    return f"{original.keyword('GIVEN', given.span.start, given.span.end)} {given.path.text}"


def _when(when: When, original: Original) -> Layout:
    rows: list[Layout] = []
    for branch in when.branches:
        condition, value = branch.condition, branch.value
        word = original.keyword("WHEN", branch.span.start, condition.span.start)
        then = original.keyword("THEN", condition.span.end, value.span.start)
        rows.append(
            (
                f"{word} ",
                Group(of_expression(condition, original)),
                f" {then} ",
                Group(of_expression(value, original)),
            )
        )
    if when.otherwise is not None:
        start = when.branches[-1].span.end
        word = original.keyword("OTHERWISE", start, when.otherwise.span.start)
        rows.append((f"{word} ", Group(of_expression(when.otherwise, original))))
    return Group(joined(rows, SPACE))


def _prefer(prefer: Prefer, original: Original) -> Layout:
    rows: list[Layout] = []
    before = prefer.span.start
    for tier in prefer.tiers:
        terminal = "ELSE" if rows else "PREFER"
        word = original.keyword(terminal, before, tier.span.start)
        value: Layout = Group(of_expression(tier.value, original))
        label: Layout = (SPACE, of_words(tier.label, original)) if tier.label else ""
        rows.append(Group((f"{word} ", Nest(_HANGING, (value, label)))))
        before = tier.span.end
    return Group(joined(rows, SPACE))


def _sign(plain: str, left: Expression, right: Expression, original: Original) -> str:
    return original.sign(plain, {_TERMINALS[plain]}, left.span.end, right.span.start)


_PRINTERS: Final[dict[type, Callable[[Any, Original], Layout]]] = {
    Quantity: _quantity,
    Date: _date,
    YesNo: _yes_no,
    Path: _path,
    Parentheses: _parentheses,
    Call: _call,
    Lookup: _lookup,
    ListOf: _list,
    Negative: _negative,
    Arithmetic: _arithmetic,
    Comparison: _comparison,
    Range: _range,
    Logic: _logic,
    Not: _not,
    Given: _given,
    When: _when,
    Prefer: _prefer,
}
