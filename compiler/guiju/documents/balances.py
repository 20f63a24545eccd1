"""What the sums over the flows of a process leave out."""

from collections.abc import Iterator

from guiju_dsl.names.formulas import FUNCTIONS, formulas_of, parts_of
from guiju_dsl.standard.expressions import readings
from guiju_dsl.standard.model import BoundStandard, Flow
from guiju_dsl.syntax import tree

KINDS = {"inflow": ("input",), "outflow": ("output", "coproduct", "waste")}


def left_out(standard: BoundStandard, path: str) -> tuple[Flow, ...]:
    """Give the flows that ``inflow`` or ``outflow`` in the formula at ``path`` does not count.

    They have no property of that name; whether they should is for the reader to judge.
    """
    declaration = standard.names.declarations.get(path)
    formula = next((f for f in standard.rules.formulas if f.path == path), None)
    if declaration is None or formula is None:
        return ()
    kinds = {kind for node in formulas_of(declaration.node) for kind in _summed(node)}
    counted = {reading.path for reading in readings(formula.value)}
    return tuple(
        flow
        for process in standard.rules.processes
        if process.path == formula.process
        for flow in process.flows
        if flow.kind in kinds and flow.path not in counted
    )


def _summed(node: tree.Expression) -> Iterator[str]:
    """Give the kinds of flows that a formula sums over."""
    if isinstance(node, tree.Call):
        yield from KINDS.get(FUNCTIONS.get(node.function.text, ""), ())
    for part in parts_of(node):
        yield from _summed(part)
