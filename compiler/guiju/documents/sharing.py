"""The shares by which the products of a process divide what a part of it adds."""

from msgspec.structs import replace

from guiju.documents import mathematics as m
from guiju.documents.conditions import behind_brace
from guiju.documents.formulas import bracketed, plain_number, plus, printed, times
from guiju.documents.symbols import Quantity, Symbols
from guiju.plan.model import ProductFlow
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Cases

Products = tuple[ProductFlow, ...]
ONE = plain_number("1")


def share_of(product: ProductFlow, part: str) -> Quantity:
    """Give the share of a product of what ``part`` of its process adds."""
    whole = part == product.flow.partition(".")[0]
    return Quantity(kind="share", path=product.flow, detail="" if whole else part)


def share(products: Products, product: ProductFlow, part: str, symbols: Symbols) -> m.Formula:
    """Print the share of a product: that fixed, or its basis over that of all that have none.

    Args:
        part: what is shared: a process, or an input that is allocated by itself; empty under a
            condition, where the bases are not added up in a formula of their own.
    """
    if product.share is not None:
        return printed(product.share, symbols)
    if isinstance(product.basis, Cases):
        return cases(products, product, product.basis, symbols)
    free: m.Formula = ONE
    if len([p for p in products if p.share is None]) > 1:
        added = part and has_sum(products)
        whole = symbols.of(Quantity(kind="bases", path=part)) if added else bases(products, symbols)
        free = m.Quotient(above=basis(product, symbols), below=whole)
    shares = [p.share for p in products if p.share is not None]
    fixed = [printed(one, symbols) for one in shares if constant(one) != 0]
    if not fixed:
        return free
    left: m.Formula = ONE
    for one in fixed:
        left = m.Operation(sign="−", left=left, right=bracketed(one))
    return times(m.Bracketed(inner=left), free) if free != ONE else left


def has_sum(products: Products) -> bool:
    """Say whether the bases are added up in a formula of their own: those of three or more."""
    free = [p for p in products if p.share is None]
    return len(free) > 2 and not any(isinstance(p.basis, Cases) for p in free)


def bases(products: Products, symbols: Symbols) -> m.Formula:
    """Print the sum of the bases of the products that have no fixed share."""
    return plus([basis(p, symbols) for p in products if p.share is None])


def cases(products: Products, product: ProductFlow, own: Cases, symbols: Symbols) -> m.Formula:
    """Print a share under each condition that chooses what is allocated by."""
    lines = [
        m.Case(
            value=share(under(products, place), under((product,), place)[0], "", symbols),
            condition=behind_brace(condition, symbols),
        )
        for place, (condition, _) in enumerate(own.branches)
    ]
    if own.otherwise is not None:
        rest = share(under(products, None), under((product,), None)[0], "", symbols)
        lines.append(m.Case(value=rest, condition=symbols.phrases.say("otherwise")))
    return m.Cases(lines=tuple(lines))


def under(products: Products, branch: int | None) -> Products:
    """Give products with the basis of one branch, or of the rest."""
    return tuple(
        replace(p, basis=p.basis.otherwise if branch is None else p.basis.branches[branch][1])
        if isinstance(p.basis, Cases)
        else p
        for p in products
    )


def basis(product: ProductFlow, symbols: Symbols) -> m.Formula:
    """Print what the share of a product is made from."""
    return printed(product.basis, symbols) if product.basis is not None else ONE
