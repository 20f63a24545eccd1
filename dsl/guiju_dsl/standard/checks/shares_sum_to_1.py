"""Fixed shares of a burden sum to 1, or leave something for the product without one."""

from collections.abc import Iterator
from fractions import Fraction

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.model import BoundStandard, Flow, Process
from guiju_dsl.standard.proving import Facts, facts_of
from guiju_dsl.standard.proving.codes import SHARES
from guiju_dsl.standard.proving.linear import Linear, linear
from guiju_dsl.standard.proving.words import decimal
from guiju_runtime.messages import Text

NOTHING = Linear(terms=(), constant=Fraction(0))


def shares_sum_to_1(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report shares that cannot sum to 1; what the data decide is found when they are there."""
    facts = facts_of(standard, standard.rules)
    for process in standard.rules.processes:
        products = [flow for flow in process.flows if flow.kind in ("output", "coproduct")]
        shared = [flow for flow in products if flow.share is not None]
        alike = all(flow.only_when == products[0].only_when for flow in products)
        if shared and alike:
            yield from _not_one(process, products, shared, facts)


def _not_one(
    process: Process, products: list[Flow], shared: list[Flow], facts: Facts
) -> Iterator[Diagnostic]:
    rest = any(flow.share is None and flow.substitute is None for flow in products)
    whole = NOTHING
    for flow in shared:
        share = linear(flow.share, facts.formulas) if flow.share is not None else NOTHING
        whole = whole.plus(share)
        if not share.terms and not 0 <= share.constant <= 1:
            yield _fault(process, flow, Text(zh=f"{flow.name} 的", en=f"of {flow.name}"), share)
            return
    too_much = whole.constant > 1 if rest else whole.constant != 1
    if not whole.terms and too_much:
        yield _fault(process, shared[-1], Text(zh="各产品的", en="of its products together"), whole)


def _fault(process: Process, flow: Flow, whose: Text, share: Linear) -> Diagnostic:
    written = f"{decimal(share.constant * 100)} %"
    return at(SHARES, flow.span, process=process.path, whose=whose, share=written)
