"""The formulas of an item, and the parts of a formula."""

from collections.abc import Callable, Iterator
from typing import Any, Final

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
    parts = _PARTS.get(type(node))
    return parts(node) if parts is not None else ()


def parts_within(node: tree.Expression) -> Iterator[tree.Expression]:
    """Give all formulas within ``node``, outer before inner."""
    for part in parts_of(node):
        yield part
        yield from parts_within(part)


def _parts_of_when(node: tree.When) -> tuple[tree.Expression, ...]:
    branches = tuple(p for b in node.branches for p in (b.condition, b.value))
    return branches + _present(node.otherwise)


def _present(part: tree.Expression | None) -> tuple[tree.Expression, ...]:
    return (part,) if part is not None else ()


_PARTS: Final[dict[type, Callable[[Any], tuple[tree.Expression, ...]]]] = {
    tree.Arithmetic: lambda node: (node.left, node.right),
    tree.Logic: lambda node: (node.left, node.right),
    tree.Range: lambda node: (node.low, node.high),
    tree.Parentheses: lambda node: (node.inner,),
    tree.Negative: lambda node: (node.operand,),
    tree.Not: lambda node: (node.operand,),
    tree.ListOf: lambda node: node.items,
    tree.Prefer: lambda node: tuple(tier.value for tier in node.tiers),
    tree.Lookup: lambda node: (node.table, *node.keys),
    tree.Call: lambda node: tuple(argument.value for argument in node.arguments),
    tree.Comparison: lambda node: (node.left, node.right, *_present(node.within)),
    tree.When: _parts_of_when,
}
"""What is within each kind of formula; a formula that is not here has no parts."""
