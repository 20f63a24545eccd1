"""Allocation: how the burden of a process is divided among its products."""

from guiju_runtime.burdens import Output
from guiju_runtime.calculation_codes import NO_ALLOCATION_BASIS
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Text


def shares_of(outputs: list[Output]) -> list[float] | None:
    """Divide 1 among the products: fixed shares first, the rest by their bases.

    Returns:
        None if bases that should be divided by add up to 0.
    """
    free = [output for output in outputs if output.share is None]
    rest = 1.0 - sum(output.share for output in outputs if output.share is not None)
    bases = {output.flow: 1.0 if output.basis is None else output.basis for output in free}
    whole = sum(bases.values())
    if free and not whole:
        return None if len(free) > 1 else [_of_one(output, rest) for output in outputs]
    return [
        rest * bases[output.flow] / whole if output.share is None else output.share
        for output in outputs
    ]


def _of_one(output: Output, rest: float) -> float:
    return rest if output.share is None else output.share


def no_basis(process: str, label: Text, outputs: list[Output]) -> Finding:
    """Report a process whose allocation bases add up to 0."""
    products = ", ".join(output.flow for output in outputs if output.share is None)
    return finding(NO_ALLOCATION_BASIS, process, clause=process, what=label, products=products)
