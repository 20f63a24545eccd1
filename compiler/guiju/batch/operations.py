"""What each operation of a tape does to arrays."""

from collections.abc import Callable

import numpy as np

from guiju.batch.block import Array, Block, Floats, Rows
from guiju_runtime.series import MOST_ROWS

EACH: dict[str, Callable[..., Array]] = {
    "plus": np.add,
    "minus": np.subtract,
    "times": np.multiply,
    "over": np.divide,
    "min": np.minimum,
    "max": np.maximum,
    "abs": np.absolute,
    "exp": np.exp,
    "ln": np.log,
    "sqrt": np.sqrt,
    "raised": np.power,
    "at_most": np.less_equal,
    "less": np.less,
    "same": np.equal,
    "both": np.logical_and,
    "either": np.logical_or,
    "inverse": np.logical_not,
}
"""Operations value by value that NumPy has, with a place for their result."""


def rounded(value: Floats, out: Floats) -> None:
    """Round to whole numbers, halves away from 0."""
    np.absolute(value, out=out)
    np.add(out, 0.5, out=out)
    np.floor(out, out=out)
    np.copysign(out, value, out=out)


def where(condition: Array, then: Array, otherwise: Array, out: Array) -> None:
    """Give one value where a condition holds, the other elsewhere."""
    np.copyto(out, otherwise)
    np.copyto(out, then, where=condition)


def positions(words: Array, vocabulary: int) -> Floats:
    """Give for each word of a vocabulary its place among ``words``, behind them that of no word."""
    places = np.full(vocabulary + 1, float(len(words)))
    places[words] = np.arange(len(words))
    return places


def series(group: str, first: Array, last: Array, block: Block) -> Floats:
    """Make the rows of a series; bounds that nobody can count, of declarations aside, make none."""
    first, last = (np.broadcast_to(bound, (block.size,)) for bound in (first, last))
    length = last - first + 1
    right = (length > 0) & (length <= MOST_ROWS)
    counts = np.where(right, length, 0).astype(np.int64)
    starts = np.concatenate(([0], np.cumsum(counts)))
    owner = np.repeat(np.arange(block.size), counts)
    assert isinstance(block.groups, dict)
    block.groups[group] = Rows(starts=starts, owner=owner)
    found: Floats = first[owner] + (np.arange(len(owner)) - starts[owner])
    return found


def summed(value: Array, rows: Rows, out: Floats) -> None:
    """Add up the rows of each declaration, in order."""
    whole = np.broadcast_to(value, (rows.size,)).astype(np.float64, copy=False)
    out[:] = np.bincount(rows.owner, weights=whole, minlength=len(out))[: len(out)]


def least(value: Array, rows: Rows, out: Floats) -> None:
    """Give the least of the rows of each declaration; 0 of none, which nobody reads."""
    _reduced(np.minimum, value, rows, out)


def greatest(value: Array, rows: Rows, out: Floats) -> None:
    """Give the greatest of the rows of each declaration; 0 of none."""
    _reduced(np.maximum, value, rows, out)


def any_of(value: Array, rows: Rows, out: Array) -> None:
    """Tell for each declaration whether something holds in any row."""
    whole = np.broadcast_to(value, (rows.size,))
    out[:] = False
    out[rows.owner[np.flatnonzero(whole)]] = True


def _reduced(function: np.ufunc, value: Array, rows: Rows, out: Array) -> None:
    out[:] = 0
    some = np.flatnonzero(rows.starts[1:] > rows.starts[:-1])
    if len(some):
        whole = np.broadcast_to(value, (rows.size,))
        out[some] = function.reduceat(whole, rows.starts[some])


GATHERED: dict[str, Callable[[Array, Rows, Array], None]] = {
    "sum": summed,
    "least": least,
    "greatest": greatest,
    "any": any_of,
}
