"""Small linear systems."""


class Singular(ArithmeticError):
    """The system has no single solution."""


def solve(rows: list[list[float]], right: list[float]) -> list[float]:
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
