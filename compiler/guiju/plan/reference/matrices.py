"""Dense linear systems, solved exactly."""

from fractions import Fraction

Matrix = list[list[Fraction]]


def identity_less(takes: Matrix) -> Matrix:
    """Give the unit matrix less ``takes``."""
    whole = Fraction(1)
    return [
        [whole - part if a == b else -part if part else part for b, part in enumerate(row)]
        for a, row in enumerate(takes)
    ]


def transposed(matrix: Matrix) -> Matrix:
    """Exchange rows and columns."""
    return [list(column) for column in zip(*matrix, strict=True)]


def solved(matrix: Matrix, right: list[Fraction]) -> list[Fraction] | None:
    """Solve by Gauss–Jordan elimination; None if there is no single solution."""
    size = len(matrix)
    work = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = next((row for row in range(column, size) if work[row][column]), None)
        if pivot is None:
            return None
        work[column], work[pivot] = work[pivot], work[column]
        lead = work[column][column]
        if lead != 1:
            work[column] = [value / lead if value else value for value in work[column]]
        for row in range(size):
            factor = work[row][column]
            if row != column and factor:
                pairs = zip(work[row], work[column], strict=True)
                work[row] = [value - factor * other if other else value for value, other in pairs]
    return [row[-1] for row in work]
