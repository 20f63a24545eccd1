"""Every process is drawn on by a product, directly or not."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.codes import UNREACHABLE_PROCESS
from guiju_dsl.standard.model import BoundStandard


def processes_reach_products(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report processes whose emissions would count in no result.

    A process for an amount of a product belongs to it. A rule or library without products is for
    others to draw on.
    """
    rules = standard.rules
    suppliers = {
        process.path: {supplier for flow in process.flows for supplier, _ in flow.sources}
        for process in rules.processes
    }
    waiting = {product.process for product in rules.products}
    waiting |= {process.path for process in rules.processes if process.product}
    reached: set[str] = set()
    while waiting:
        path = waiting.pop()
        reached.add(path)
        waiting |= suppliers.get(path, set()) - reached
    for process in rules.processes:
        if rules.products and process.path not in reached:
            yield at(UNREACHABLE_PROCESS, process.span, process=process.path)
