"""Exact derivatives of a tape for many declarations at once, by going through it from its end.

``guiju.tape.derivatives`` does the same for one declaration. Rows of a group that are summed up
each have the adjoint of their sum; a value spread over rows has the sum of theirs; of the least and
the greatest row the first that is it has all.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from guiju.batch.block import Array, Floats, Rows
from guiju.tape.model import Node
from guiju.tape.opening import Opened

Passed = tuple[Floats | None, ...]
"""What each argument has of the adjoint; None has nothing."""
Way = Callable[[Floats, Sequence[Array], Array], Passed]
"""From the adjoint of a node, the values of its arguments and its own."""


def _times(adjoint: Floats, factor: Array) -> Floats:
    """Multiply; what has no adjoint passes none on, whatever its derivative is."""
    found: Floats = np.where(adjoint != 0, adjoint * factor, 0.0)
    return found


def _chosen(adjoint: Floats, first: Array) -> Passed:
    return np.where(first, adjoint, 0.0), np.where(first, 0.0, adjoint)


def _power(adjoint: Floats, values: Sequence[Array], result: Array) -> Passed:
    base, exponent = values
    at_zero = np.where(exponent == 1, 1.0, 0.0)
    by_base = np.where(base != 0, exponent * result / base, at_zero)
    by_exponent = np.where(base > 0, result * np.log(base), 0.0)
    return _times(adjoint, by_base), _times(adjoint, by_exponent)


PASSED: dict[str, Way] = {
    "plus": lambda a, _, __: (a, a),
    "minus": lambda a, _, __: (a, -a),
    "times": lambda a, v, _: (_times(a, v[1]), _times(a, v[0])),
    "over": lambda a, v, r: (_times(a, 1.0 / v[1]), _times(a, -r / v[1])),
    "min": lambda a, v, _: _chosen(a, v[0] <= v[1]),
    "max": lambda a, v, _: _chosen(a, v[0] >= v[1]),
    "abs": lambda a, v, _: (_times(a, np.copysign(1.0, v[0])),),
    "exp": lambda a, _, r: (_times(a, r),),
    "ln": lambda a, v, _: (_times(a, 1.0 / v[0]),),
    "sqrt": lambda a, _, r: (_times(a, 0.5 / r),),
    "raised": _power,
    "where": lambda a, v, _: (None, *_chosen(a, v[0])),
}
"""The derivative of each operation by each argument; of any other it is 0."""


def adjoints(
    opened: Opened, values: Sequence[Array], groups: Mapping[str, Rows], size: int, result: int
) -> dict[str, Floats]:
    """Give the derivative of a result by everything that varies.

    Args:
        values: of every node of the opened tape; shape (declarations,) or
            (rows,), or one value for all.
        groups: rows by path of a repeated group.
        size: number of declarations.
        result: the node of the result, one value for each declaration.

    Returns:
        By name of the value read: unit of the result for one unit of the value; of that shape.
    """
    tape = opened.tape
    found: dict[str, Floats] = {}
    reached: dict[int, Floats] = {result: np.ones(size)}
    with np.errstate(all="ignore"):
        for place in reversed(range(result + 1)):
            adjoint = reached.pop(place, None)
            if adjoint is None:
                continue
            node = tape.nodes[place]
            if node.operation == "value":
                found[str(node.payload)] = adjoint
                continue
            own = [values[at] for at in node.arguments]
            parts = _passed(node, adjoint, own, values[place], groups, size)
            for at, part in zip(node.arguments, parts, strict=False):
                if part is not None and opened.varies(at):
                    reached[at] = reached[at] + part if at in reached else part
    return found


def _passed(
    node: Node,
    adjoint: Floats,
    values: Sequence[Array],
    own: Array,
    groups: Mapping[str, Rows],
    size: int,
) -> Passed:
    match node.operation:
        case "spread":
            owner = groups[node.group].owner
            summed = np.bincount(owner, weights=adjoint, minlength=size)[:size]
            return (summed.astype(np.float64, copy=False),)
        case "sum":
            return (adjoint[groups[str(node.payload)].owner],)
        case "least" | "greatest":
            return (_first(adjoint, values[0], own, groups[str(node.payload)]),)
        case operation if operation in PASSED:
            return PASSED[operation](adjoint, values, own)
        case _:
            return ()


def _first(adjoint: Floats, value: Array, own: Array, rows: Rows) -> Floats:
    """Give the adjoint to the first row of each declaration that is its least or greatest."""
    each = np.broadcast_to(value, (rows.size,))
    those = np.flatnonzero(each == np.broadcast_to(own, adjoint.shape)[rows.owner])
    owners, first = np.unique(rows.owner[those], return_index=True)
    found = np.zeros(rows.size)
    found[those[first]] = adjoint[owners]
    return found
