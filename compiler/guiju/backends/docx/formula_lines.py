"""How wide a formula is on paper, and where a long one breaks: before an operator."""

from msgspec import Struct

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
from guiju.documents.printing import grouped

LETTER, CHINESE, SIGN, SMALL = 0.56, 1.0, 1.1, 0.72
"""Widths in characters of 五号: Latin letter, Chinese character, operator; size of an index."""


def text_width(text: str) -> float:
    """Estimate the width of ``text`` [characters of its size]."""
    return sum(CHINESE if letter >= "\u2e80" else LETTER for letter in text)


def width(formula: Formula) -> float:
    """Estimate the width of ``formula`` [characters of 五号]."""
    match formula:
        case Symbol():
            return text_width(formula.base) + SMALL * text_width(formula.index)
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
            return values + 2 + max(text_width(line.condition) for line in formula.lines)


class Piece(Struct, frozen=True, kw_only=True):
    """Part of a formula that stays on one line, with the sign before it or none."""

    sign: str
    formula: Formula


def lines(formula: Formula, room: float) -> list[list[Piece]]:
    """Break ``formula`` before operators into lines of at most ``room`` [characters].

    The left side, its sign and the first term stay together.
    """
    head, *rest = pieces(formula, room)
    broken, used = [[head]], width(head.formula)
    for place, piece in enumerate(rest):
        wide = SIGN + width(piece.formula)
        first_term = place == 0 and isinstance(formula, Relation)
        if used + wide > room and not first_term:
            broken.append([piece])
            used = width(formula.left) + wide if isinstance(formula, Relation) else wide
        else:
            broken[-1].append(piece)
            used += wide
    return broken


def pieces(formula: Formula, room: float) -> list[Piece]:
    """Part ``formula`` at its relation, at + and −, and at × where a term is too wide."""
    if isinstance(formula, Relation):
        head, *rest = pieces(formula.right, room)
        left = Piece(sign="", formula=formula.left)
        return [left, Piece(sign=formula.sign, formula=head.formula), *rest]
    parted: list[Piece] = []
    for piece in parts(formula, "+−"):
        factors = parts(piece.formula, "×") if width(piece.formula) > room else [piece]
        parted += [Piece(sign=piece.sign, formula=factors[0].formula), *factors[1:]]
    return parted


def parts(formula: Formula, signs: str) -> list[Piece]:
    """Part ``formula`` at the operators in ``signs`` that are outside of brackets."""
    if isinstance(formula, Operation) and formula.sign in signs:
        return [*parts(formula.left, signs), Piece(sign=formula.sign, formula=formula.right)]
    return [Piece(sign="", formula=formula)]
