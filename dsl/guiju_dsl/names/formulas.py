"""The formulas of an item, and the parts of a formula."""

from collections.abc import Iterator
from typing import Final

from guiju_dsl.names.items import value_of
from guiju_dsl.syntax import tree

FUNCTIONS: Final = {
    "sum": "sum", "mean": "mean", "min": "min", "max": "max", "count": "count", "abs": "abs",
    "round": "round", "exp": "exp", "ln": "ln", "sqrt": "sqrt", "M": "M", "inflow": "inflow",
    "outflow": "outflow", "合计": "sum", "平均": "mean", "最小": "min", "最大": "max",
    "计数": "count", "绝对值": "abs", "修约": "round", "流入": "inflow", "流出": "outflow",
}  # fmt: skip


def formulas_of(node: tree.Item) -> tuple[tree.Expression, ...]:
    """Give the formulas of an item outside its braces."""
    match node:
        case tree.Provision():
            formula = node.condition
        case tree.Each():
            formula = node.rows
        case _:
            formula = value_of(node)
    return (formula,) if formula is not None else ()


def parts_of(node: tree.Expression) -> tuple[tree.Expression, ...]:
    """Give the formulas directly within ``node``."""
    match node:
        case tree.Arithmetic() | tree.Logic():
            return (node.left, node.right)
        case tree.Range():
            return (node.low, node.high)
        case tree.Parentheses():
            return (node.inner,)
        case tree.Negative() | tree.Not():
            return (node.operand,)
        case tree.ListOf():
            return node.items
        case _:
            return _parts_of_rules(node)


def parts_within(node: tree.Expression) -> Iterator[tree.Expression]:
    """Give all formulas within ``node``, outer before inner."""
    for part in parts_of(node):
        yield part
        yield from parts_within(part)


def _parts_of_rules(node: tree.Expression) -> tuple[tree.Expression, ...]:
    match node:
        case tree.Prefer():
            return tuple(tier.value for tier in node.tiers)
        case tree.Lookup():
            return (node.table, *node.keys)
        case tree.Call():
            return tuple(argument.value for argument in node.arguments)
        case tree.Comparison():
            return (node.left, node.right, *((node.within,) if node.within is not None else ()))
        case tree.When():
            branches = tuple(p for b in node.branches for p in (b.condition, b.value))
            return branches + ((node.otherwise,) if node.otherwise is not None else ())
        case _:
            return ()
