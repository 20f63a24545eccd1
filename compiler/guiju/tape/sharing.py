"""Put on the tape how products share what a part of a process adds."""

from collections.abc import Mapping
from fractions import Fraction

from guiju.plan.model import ProductFlow
from guiju.tape.lowering import Lowering
from guiju_dsl.standard.expressions import Expression

NEAR = Fraction(1, 10**9)
"""How far shares may be from dividing 1."""


def shares_of(
    lowering: Lowering, products: tuple[ProductFlow, ...], made: Mapping[str, int]
) -> list[int]:
    """Divide 1: fixed shares first, the rest by the bases of the others.

    Bases that add up to 0, and shares that are negative or do not sum to 1, are faults.
    """
    builder = lowering.builder
    fixed = {p.flow: _claim(lowering, p.share, made[p.flow]) for p in products if p.share}
    free = {p.flow: _claim(lowering, p.basis, made[p.flow]) for p in products if not p.share}
    rest, whole = builder.one, builder.zero
    for share in fixed.values():
        rest = builder.minus(rest, share)
    for basis in free.values():
        whole = builder.plus(whole, basis)
    if len(free) > 1:
        lowering.fault(builder.compared("same", whole, builder.zero))
        divided = {f: builder.over(builder.times(rest, b), whole) for f, b in free.items()}
    else:
        divided = dict.fromkeys(free, rest)
    shares = [{**divided, **fixed}[p.flow] for p in products]
    if len(products) > 1:
        _must_divide(lowering, shares)
    return shares


def _claim(lowering: Lowering, formula: Expression | None, amount: int) -> int:
    """Give a fixed share or a basis, nothing for what was not made; a single product needs none."""
    builder = lowering.builder
    if formula is None:
        return builder.one
    some = builder.inverse(builder.compared("same", amount, builder.zero))
    with lowering.only(some):
        return builder.where(some, lowering.number(formula), builder.zero)


def _must_divide(lowering: Lowering, shares: list[int]) -> None:
    builder = lowering.builder
    total = builder.zero
    for share in shares:
        total = builder.plus(total, share)
        least = builder.compared("at_most", builder.number(-NEAR), share)
        lowering.fault(builder.inverse(least))
    off = builder.applied("abs", builder.minus(total, builder.one))
    lowering.fault(builder.inverse(builder.compared("at_most", off, builder.number(NEAR))))
