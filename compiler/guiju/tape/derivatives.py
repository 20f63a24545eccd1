"""Exact derivatives of a tape of single values, by going through it once from its end.

The adjoint of a node is the derivative of the result by it. Where a condition decides, the branch
taken is followed; of the lesser and the greater, the one taken. Rounding, comparing and looking up
do not change while a value moves a little: nothing passes through them. Loops stand on the tape as
an elimination; going back through it is the adjoint solve.
"""

import math
from collections.abc import Callable, Sequence

from guiju.tape.model import Tape
from guiju.tape.scalars import Scalar

Numbers = Sequence[float]
Passed = tuple[float, ...]
"""What each argument has of the adjoint: the derivatives of one operation."""


def _power(values: Numbers, result: float) -> Passed:
    base, exponent = values
    by_base = exponent * result / base if base else (1.0 if exponent == 1 else 0.0)
    return by_base, (result * math.log(base) if base > 0 else 0.0)


PASSED: dict[str, Callable[[Numbers, float], Passed]] = {
    "plus": lambda _, __: (1.0, 1.0),
    "minus": lambda _, __: (1.0, -1.0),
    "times": lambda v, _: (v[1], v[0]),
    "over": lambda v, r: (1.0 / v[1], -r / v[1]),
    "min": lambda v, _: (1.0, 0.0) if v[0] <= v[1] else (0.0, 1.0),
    "max": lambda v, _: (1.0, 0.0) if v[0] >= v[1] else (0.0, 1.0),
    "abs": lambda v, _: (math.copysign(1.0, v[0]),),
    "exp": lambda _, r: (r,),
    "ln": lambda v, _: (1.0 / v[0],),
    "sqrt": lambda _, r: (0.5 / r if r else math.inf,),
    "raised": _power,
    "where": lambda v, _: (0.0, 1.0, 0.0) if v[0] else (0.0, 0.0, 1.0),
}
"""The derivative of each operation by each argument; of any other it is 0."""


def derivatives(tape: Tape, values: Sequence[Scalar], result: int) -> dict[str, float]:
    """Give the derivative of a result by everything that the tape reads.

    Args:
        values: of every node, as the tape gives them for one declaration.
        result: the node of the result.

    Returns:
        By name of the value read: unit of the result for one unit of the value.
    """
    adjoint = [0.0] * len(tape.nodes)
    adjoint[result] = 1.0
    found: dict[str, float] = {}
    for place in reversed(range(result + 1)):
        node, own = tape.nodes[place], adjoint[place]
        if node.operation == "value" and node.kind == "number":
            found[str(node.payload)] = own
        way = PASSED.get(node.operation)
        if way is None or own == 0:
            continue
        numbers = [float(values[at]) for at in node.arguments]
        for at, part in zip(node.arguments, way(numbers, float(values[place])), strict=True):
            if part:
                adjoint[at] += own * part
    return found
