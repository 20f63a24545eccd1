"""How the products of a process share what a part of it adds."""

from guiju.backends.sql.attempts import attempted
from guiju.backends.sql.book import Book
from guiju.backends.sql.text import all_of, any_of, product, total, when, words
from guiju.plan.model import ProcessPlan, ProductFlow
from guiju_dsl.standard.expressions import Expression
from guiju_runtime.calculation_codes import NO_ALLOCATION_BASIS, SHARES_DO_NOT_DIVIDE

NEAR = "1e-9"
"""How far shares may be from dividing 1."""
Products = list[tuple[ProductFlow, str]]


def shares_of(book: Book, process: ProcessPlan, part: str, products: Products) -> list[str]:
    """Divide 1 among ``products``: fixed shares first, the rest by the bases of the others."""
    if len(products) < 2 and all(flow.share is None for flow, _ in products):
        return ["1e0" for _ in products]
    claims = [_claim(book, process, part, product_, amount) for product_, amount in products]
    fixed = [c for (p, _), c in zip(products, claims, strict=True) if p.share is not None]
    free = [c for (p, _), c in zip(products, claims, strict=True) if p.share is None]
    vague = any_of(*(f"{claim} IS NULL" for claim in claims if claim != "1e0"))
    rest = book.put(f"{part} rest", f"(1e0 - {total(*fixed)})") if fixed else "1e0"
    whole = book.put(f"{part} basis", total(*free))
    clear = all_of(book.runs[process.path], f"NOT ({vague})" if vague else "")
    nothing = ""
    if len(free) > 1:
        nothing = all_of(clear, f"{whole} = 0e0")
        _report(book, process, NO_ALLOCATION_BASIS.id, part, nothing)
    divided = [
        claim if p.share is not None else _divided(book, part, p, claim, (rest, whole, len(free)))
        for (p, _), claim in zip(products, claims, strict=True)
    ]
    uneven = all_of(clear, f"NOT COALESCE({nothing}, FALSE)" if nothing else "", _uneven(divided))
    uneven = book.put(f"{part} shares do not divide", f"COALESCE({uneven}, FALSE)")
    _report(book, process, SHARES_DO_NOT_DIVIDE.id, part, uneven)
    return [
        book.put(
            f"{p.flow} share" + (f" of {part}" if part != process.path else ""),
            _share(p, claim, share, vague, nothing, uneven),
        )
        for (p, _), claim, share in zip(products, claims, divided, strict=True)
    ]


def _share(flow: ProductFlow, claim: str, share: str, vague: str, nothing: str, uneven: str) -> str:
    """Give a share: none where shares do not divide, a fixed one where another is not known."""
    branches = [(vague, claim if flow.share is not None else "NULL")] if vague else []
    branches += [(nothing, "NULL")] if nothing else []
    return when(*branches, (uneven, "CAST(NULL AS DOUBLE)"), otherwise=share)


def _divided(
    book: Book, part: str, flow: ProductFlow, claim: str, divisor: tuple[str, str, int]
) -> str:
    rest, whole, count = divisor
    if count == 1:
        return rest
    return book.put(f"{flow.flow} part of {part}", product(rest, f"{claim} / NULLIF({whole}, 0e0)"))


def _uneven(shares: list[str]) -> str:
    low = [f"{share} < - {NEAR}" for share in shares]
    return " OR ".join((*low, f"ABS({total(*shares)} - 1e0) > {NEAR}"))


def _report(book: Book, process: ProcessPlan, code: str, part: str, condition: str) -> None:
    if not process.excluded:
        book.find(when((condition, words(code))), part)


def _claim(book: Book, process: ProcessPlan, part: str, flow: ProductFlow, amount: str) -> str:
    """Give a fixed share or a basis, 0 for what was not made; a single product needs none."""
    node: Expression | None = flow.share if flow.share is not None else flow.basis
    if node is None:
        return "1e0"
    none = f"{amount} = 0e0"
    here = all_of(book.runs[process.path], f"NOT COALESCE({none}, FALSE)")
    val = attempted(book, node, flow.flow, "", here, f"{flow.flow} claim on {part}")
    return book.put(f"{flow.flow} claims of {part}", when((none, "0e0"), otherwise=val.sql))
