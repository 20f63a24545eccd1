"""A process with several products says how they share its burden."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.codes import UNALLOCATED_PRODUCTS
from guiju_dsl.standard.model import BoundStandard, Flow, Process
from guiju_runtime.messages import Text


def products_are_allocated(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report processes with two products or more that nothing divides the burden between.

    A fixed share or a substitution settles a product; the one that is left takes the rest.
    """
    for process in standard.rules.processes:
        unsettled = [flow for flow in process.flows if _is_unsettled(flow)]
        if not process.bases and len(unsettled) > 1 and not _are_alternatives(unsettled):
            yield at(
                UNALLOCATED_PRODUCTS,
                process.span,
                process=process.path,
                products=_listed(process),
            )


def _is_unsettled(flow: Flow) -> bool:
    product = flow.kind in ("output", "coproduct")
    return product and flow.share is None and flow.substitute is None


def _are_alternatives(flows: list[Flow]) -> bool:
    """Tell whether each product exists under a condition of its own."""
    guards = [flow.only_when for flow in flows]
    different = all(guard not in guards[:place] for place, guard in enumerate(guards))
    return None not in guards and different


def _listed(process: Process) -> Text:
    products = [flow.name for flow in process.flows if flow.kind in ("output", "coproduct")]
    return Text(zh="、".join(products), en=", ".join(products))
