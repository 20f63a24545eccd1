"""Fixed shares of a burden sum to 1, or leave something for the product without one."""

from collections.abc import Iterator
from fractions import Fraction

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, unit_of
from guiju_dsl.standard.model import BoundStandard, Flow, Process
from guiju_dsl.standard.proving import Facts, facts_of
from guiju_dsl.standard.proving.codes import SHARES
from guiju_dsl.standard.proving.linear import Linear, linear
from guiju_dsl.standard.proving.rational import names_in, points, value_at
from guiju_dsl.standard.proving.words import decimal, subject_in_words
from guiju_runtime.messages import Text

TOGETHER = Text(zh="各产品的", en="of its products together")
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
            yield _fault(
                process, flow, Text(zh=f"{flow.name} 的", en=f"of {flow.name}"), share.constant
            )
            return
    too_much = whole.constant > 1 if rest else whole.constant != 1
    if not whole.terms and too_much:
        yield _fault(
            process, shared[-1], Text(zh="各产品的", en="of its products together"), whole.constant
        )
    elif not rest and any(_is_calculated(node, facts) for node, _ in whole.terms):
        yield from _not_always_one(process, shared, facts)


def _is_calculated(node: Expression, facts: Facts) -> bool:
    """Tell whether a part of a sum is a formula of its own, not collected or looked up."""
    if isinstance(node, typed.Reading):
        return node.path in facts.formulas
    return isinstance(node, typed.Arithmetic)


def _not_always_one(process: Process, shared: list[Flow], facts: Facts) -> Iterator[Diagnostic]:
    """Report shares calculated by multiplying and dividing that do not cancel into 1."""
    shares = [flow.share for flow in shared if flow.share is not None]
    names = [names_in(share, facts.formulas) for share in shares]
    known = [found for found in names if found is not None]
    if len(known) < len(names):
        return
    for values in points({name for found in known for name in found}):
        parts = [value_at(share, facts.formulas, values) for share in shares]
        whole = sum((part for part in parts if part is not None), Fraction(0))
        if None not in parts and whole != 1:
            case = ", ".join(_valued(name, value) for name, value in values.items())
            whose = Text(zh=f"若 {case}，{TOGETHER.zh}", en=f"{TOGETHER.en}, if {case},")
            yield _fault(process, shared[-1], whose, whole)
            return


def _valued(name: Expression, value: Fraction) -> str:
    return f"{subject_in_words(name)} = {decimal(value)} {unit_of(name).text}".rstrip()


def _fault(process: Process, flow: Flow, whose: Text, share: Fraction) -> Diagnostic:
    written = f"{float(share * 100):.6g} %"
    return at(SHARES, flow.span, process=process.path, whose=whose, share=written)
