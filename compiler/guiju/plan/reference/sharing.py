"""How the products of a process share what a part of it adds, exactly."""

from fractions import Fraction

from guiju.plan.model import ProcessPlan, ProductFlow
from guiju.plan.reference.attempts import number
from guiju.plan.reference.bounded import as_exact
from guiju.plan.reference.model import State
from guiju_dsl.standard.expressions import Expression
from guiju_runtime.calculation_codes import NO_ALLOCATION_BASIS, SHARES_DO_NOT_DIVIDE

Products = list[tuple[ProductFlow, Fraction | None]]
NEAR = Fraction(1, 10**9)
"""How far shares may be from dividing 1: what a calculator that rounds can tell apart."""


def shares_of(
    state: State, process: ProcessPlan, part: str, products: Products
) -> list[Fraction | None]:
    """Divide 1 among ``products``: fixed shares first, the rest by the bases of the others.

    A product that was not made has no share, whatever is fixed for it or it would go by.
    """
    fixed = {p.flow: _claim(state, p, p.share, a) for p, a in products if p.share is not None}
    free = {p.flow: _claim(state, p, p.basis, a) for p, a in products if p.share is None}
    if None in [*fixed.values(), *free.values()]:
        return [fixed.get(p.flow) for p, _ in products]
    rest = 1 - _sum(fixed)
    whole = _sum(free)
    if len(free) == 1:
        divided = dict.fromkeys(free, rest)
    elif free and not whole:
        _report(state, process, NO_ALLOCATION_BASIS.id, part)
        return [None for _ in products]
    else:
        divided = {flow: rest * (basis or 0) / whole for flow, basis in free.items()}
    shares = {**fixed, **divided}
    lowest = min((share or 0 for share in shares.values()), default=0)
    if products and (lowest < -NEAR or abs(_sum(shares) - 1) > NEAR):
        _report(state, process, SHARES_DO_NOT_DIVIDE.id, part)
        return [None for _ in products]
    return [shares[p.flow] for p, _ in products]


def _report(state: State, process: ProcessPlan, code: str, part: str) -> None:
    if not process.excluded:
        state.found.add((code, part))


def _sum(shares: dict[str, Fraction | None]) -> Fraction:
    return sum((share or Fraction(0) for share in shares.values()), Fraction(0))


def _claim(
    state: State, product: ProductFlow, node: Expression | None, amount: Fraction | None
) -> Fraction | None:
    """Give a fixed share or a basis, nothing for what was not made; a single product needs none."""
    if node is None:
        return Fraction(1)
    if amount == 0:
        return Fraction(0)
    value = number(state, node, (product.flow, None))
    return None if value is None else as_exact(value)
