"""A block of declarations as arrays."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]
Words = NDArray[np.object_]
Array = NDArray[Any]


class Rows(Struct, frozen=True, kw_only=True):
    """The rows of a repeated group, all declarations of a block behind one another.

    Attributes:
        starts: where the rows of each declaration begin, and the end; shape (declarations + 1,).
        owner: number of the declaration of each row; shape (rows,).
    """

    starts: NDArray[np.int64]
    owner: NDArray[np.int64]

    @property
    def size(self) -> int:
        """Give the number of rows."""
        return len(self.owner)


class Block(Struct, frozen=True, kw_only=True):
    """What some declarations give.

    Attributes:
        size: number of declarations.
        values: by path of a datum: numbers in the declared unit, words as places in a
            vocabulary, truths; shape (declarations,) or (rows,).
        given: by path of a datum where it is given; the same shape. A column that is the same
            everywhere may be one value broadcast.
        groups: rows by path of a repeated group.
        wrong: declarations with a value that cannot be used; shape (declarations,).
    """

    size: int
    values: Mapping[str, Array]
    given: Mapping[str, Truths]
    groups: Mapping[str, Rows]
    wrong: Truths
