"""A process with several products says how they share its burden."""

from collections.abc import Iterator
from itertools import combinations

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.codes import UNALLOCATED_PRODUCTS
from guiju_dsl.standard.model import NO_TEXT, BoundStandard, Flow, Process
from guiju_dsl.standard.proving import Case, Facts, case_where, facts_of
from guiju_dsl.standard.proving.words import when_in_words
from guiju_runtime.messages import Text


def products_are_allocated(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report processes with two products or more that nothing divides the burden between.

    A fixed share or a substitution settles a product; the one that is left takes the rest. Products
    of which no two exist at once need no division.
    """
    facts = facts_of(standard, standard.rules)
    for process in standard.rules.processes:
        unsettled = [flow for flow in process.flows if _is_unsettled(flow)]
        settled = any(not allocation.input for allocation in process.allocations)
        together = _together(unsettled, facts) if not settled else None
        if together is not None:
            yield at(
                UNALLOCATED_PRODUCTS,
                process.span,
                process=process.path,
                products=_listed(process),
                case=_beginning(together),
            )


def _is_unsettled(flow: Flow) -> bool:
    product = flow.kind in ("output", "coproduct")
    return product and flow.share is None and flow.substitute is None


def _together(flows: list[Flow], facts: Facts) -> Case | None:
    """Give a case in which two products exist at once."""
    for one, other in combinations(flows, 2):
        existing = (*facts.existence(one.path), *facts.existence(other.path))
        case = case_where(existing, facts)
        if case is not None and (case.certain or one.only_when == other.only_when):
            return case
    return None


def _beginning(case: Case) -> Text:
    """Say when, at the beginning of a sentence; nothing if it is always."""
    if not case.values:
        return NO_TEXT
    words = when_in_words(case)
    return Text(zh=f"{words.zh}时，", en=f"{words.en}, ")


def _listed(process: Process) -> Text:
    products = [flow.name for flow in process.flows if flow.kind in ("output", "coproduct")]
    return Text(zh="、".join(products), en=", ".join(products))
