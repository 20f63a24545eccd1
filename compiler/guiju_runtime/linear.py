"""Processes that supply each other: small linear systems of how much one takes of another."""

LARGEST = 1e12
"""A loop that gives out less than this part of what it makes counts as giving out nothing."""


class Singular(ArithmeticError):
    """The system has no single solution."""


Matrix = list[list[float]]


def solve(rows: Matrix, right: list[float]) -> list[float]:
    """Solve a small dense system by elimination with row exchange.

    Args:
        rows: coefficients; shape (n, n).
        right: right-hand sides; shape (n,).

    Raises:
        Singular: there is no single solution.
    """
    size = len(rows)
    work = [[*row, value] for row, value in zip(rows, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(work[row][column]))
        if not work[pivot][column]:
            raise Singular
        work[column], work[pivot] = work[pivot], work[column]
        for row in range(column + 1, size):
            factor = work[row][column] / work[column][column]
            if factor:
                work[row] = [a - factor * b for a, b in zip(work[row], work[column], strict=True)]
    solution = [0.0] * size
    for row in reversed(range(size)):
        known = sum(work[row][at] * solution[at] for at in range(row + 1, size))
        solution[row] = (work[row][size] - known) / work[row][row]
    return solution


def gives_out(takes: Matrix) -> bool:
    """Tell whether processes that take ``takes`` of each other give anything out.

    takes[a][b] is the part of the period of b that a takes. They do if (1 − takes) x = 1 has a
    solution x that is positive.
    """
    try:
        solution = solve(one_less(takes), [1.0] * len(takes))
    except Singular:
        return False
    return all(0 < level < LARGEST for level in solution)


def one_less(takes: Matrix) -> Matrix:
    """Give the unit matrix less ``takes``."""
    return [
        [(1.0 if a == b else 0.0) - part for b, part in enumerate(row)]
        for a, row in enumerate(takes)
    ]


def transposed(matrix: Matrix) -> Matrix:
    """Exchange rows and columns."""
    return [list(column) for column in zip(*matrix, strict=True)]
