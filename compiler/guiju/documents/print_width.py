"""How wide words and formulas are on paper, in characters of the size that they are set in."""

import re

from guiju.documents.mathematics import (
    Bracketed,
    Cases,
    Formula,
    Function,
    Negated,
    Number,
    Operation,
    Power,
    Quotient,
    Relation,
    SumOver,
    Symbol,
    Word,
)
from guiju.documents.printing import RAISED, grouped

LETTER, CHINESE, SIGN, SMALL = 0.56, 1.0, 1.1, 0.72
"""Widths in characters of 五号: Latin letter, Chinese character, operator; size of an index."""
CAPITAL, SLANTED = 0.75, 0.5
"""Widths of a capital and of another letter of a symbol."""


def text_width(text: str) -> float:
    """Estimate the width of ``text`` [characters of its size]."""
    letters = RAISED.sub(r"\1", text)
    return sum(CHINESE if letter >= "\u2e80" else LETTER for letter in letters)


def slanted_width(text: str) -> float:
    """Estimate the width of the letters of a symbol, many of which are capitals."""
    latin = (CAPITAL if letter.isupper() else SLANTED for letter in text if letter < "\u2e80")
    return sum(latin) + CHINESE * sum(letter >= "\u2e80" for letter in text)


def width(formula: Formula) -> float:
    """Estimate the width of ``formula`` [characters of 五号]."""
    match formula:
        case Symbol():
            return slanted_width(formula.base) + SMALL * slanted_width(formula.index)
        case Number():
            return text_width(grouped(formula.digits) + formula.unit) + bool(formula.unit) / 2
        case Word():
            return text_width(formula.text)
        case Operation() | Relation():
            return width(formula.left) + SIGN + width(formula.right)
        case Quotient():
            return max(width(formula.above), width(formula.below)) + 0.3
        case _:
            return structure_width(formula)


def structure_width(
    formula: Negated | Power | Bracketed | SumOver | Function | Cases,
) -> float:
    """Estimate the width of a formula with brackets, a sign or a brace."""
    match formula:
        case Negated():
            return SIGN + width(formula.operand)
        case Power():
            return width(formula.base) + SMALL * width(formula.exponent)
        case Bracketed():
            return width(formula.inner) + 0.9
        case SumOver():
            below = text_width(formula.index)
            if formula.bounds is not None:
                first, last = map(width, formula.bounds)
                below = max(below + SIGN + first, last)
            return width(formula.term) + max(1.5, SMALL * below) + 0.3
        case Function():
            commas = 0.6 * len(formula.arguments)
            return text_width(formula.name) + 0.9 + commas + sum(map(width, formula.arguments))
        case Cases():
            values = max(width(line.value) for line in formula.lines)
            conditions = (text_width(part) for _, parts in lines_of(formula) for part in parts)
            return values + 2 + max(conditions)


CASES_ROOM, LEAST_CONDITION = 32.5, 14.0
"""Characters that values and conditions behind a brace take, and the least for a condition."""
BREAK = re.compile(
    rf"(?:{RAISED.pattern}|[^\s\u2e80-\uffff])+\s*|[\u2e80-\uffff](?:{RAISED.pattern})?[，、；。）]*"
)


def lines_of(cases: Cases) -> list[tuple[Formula, list[str]]]:
    """Give each value behind a brace with its condition, a long one in several lines."""
    values = max(width(line.value) for line in cases.lines)
    room = max(LEAST_CONDITION, CASES_ROOM - values)
    return [(line.value, broken(line.condition, room)) for line in cases.lines]


def broken(text: str, room: float) -> list[str]:
    """Break ``text`` between words, or Chinese characters, into lines of at most ``room``."""
    parts = [""]
    for piece in (match[0] for match in BREAK.finditer(text)):
        if parts[-1] and text_width((parts[-1] + piece).rstrip()) > room:
            parts.append("")
        parts[-1] += piece
    return parts
