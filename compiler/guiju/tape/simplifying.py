"""Say the same on a tape with fewer operations: what logic and the constants of a product allow."""

from collections.abc import Sequence
from fractions import Fraction

from guiju.tape.model import Node

Nodes = Sequence[Node]
LARGE = Fraction(10**200)
"""Constants are joined as long as their product is no larger, nor smaller than its inverse."""


def contradict(nodes: Nodes, left: int, right: int) -> bool:
    """Tell whether one of two truths is the inverse of the other."""
    return any(
        nodes[one].operation == "inverse" and nodes[one].arguments[0] == other
        for one, other in ((left, right), (right, left))
    )


def absorbed(nodes: Nodes, join: str, left: int, right: int) -> int | None:
    """Give what two truths joined come to, where one of them is joined of the other.

    ``a both (a both b)`` is ``a both b``; ``a both (a either b)`` is ``a``.
    """
    for one, other in ((left, right), (right, left)):
        node = nodes[other]
        if node.operation in ("both", "either") and one in node.arguments:
            return other if node.operation == join else one
    return None


def turned(nodes: Nodes, place: int) -> tuple[str, int, int] | None:
    """Give how the inverse of two truths joined is said by the inverse of each.

    That is worth while where one of them is an inverse already.
    """
    node = nodes[place]
    other = {"both": "either", "either": "both"}.get(node.operation)
    if other is None or all(nodes[part].operation != "inverse" for part in node.arguments):
        return None
    left, right = node.arguments
    return other, left, right


def branch(nodes: Nodes, condition: int, place: int, taken: int) -> int:
    """Give the branch that a value takes where a condition is known.

    Args:
        taken: 1 where the condition holds, 2 where it does not.
    """
    node = nodes[place]
    same = node.operation == "where" and node.arguments[0] == condition
    return node.arguments[taken] if same else place


def factors(nodes: Nodes, place: int, by: Fraction) -> tuple[int, Fraction] | None:
    """Give another factor and a constant whose product is that of ``place`` and ``by``."""
    node = nodes[place]
    if node.operation != "times":
        return None
    for one, other in (node.arguments, reversed(node.arguments)):
        value = nodes[other].payload
        if nodes[other].operation == "constant" and isinstance(value, Fraction):
            joined = value * by
            return (one, joined) if 1 / LARGE < abs(joined) < LARGE else None
    return None


def scaled(node: Node, by: Fraction) -> tuple[float, ...] | None:
    """Give the entries of a table that is looked up and multiplied, None for anything else."""
    entries = node.payload
    if node.operation != "taken" or node.kind != "number" or not isinstance(entries, tuple):
        return None
    products = [Fraction(entry) * by for entry in entries]
    if any(abs(product) > LARGE for product in products):
        return None
    return tuple(product.numerator / product.denominator for product in products)
