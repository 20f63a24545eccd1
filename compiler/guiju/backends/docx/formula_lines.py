"""Where a long formula breaks on paper: before an operator."""

from msgspec import Struct

from guiju.documents.mathematics import Formula, Operation, Relation
from guiju.documents.print_width import SIGN, width


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
