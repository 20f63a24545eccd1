"""Allocation: how what a process adds is divided among its products."""

import math

from guiju_runtime.arithmetic import NAN
from guiju_runtime.burdens import Output
from guiju_runtime.calculation_codes import NO_ALLOCATION_BASIS, SHARES_DO_NOT_DIVIDE
from guiju_runtime.findings import finding
from guiju_runtime.run import Run

NEAR = 1e-9
"""How far shares may be from dividing 1."""


def shares_of(run: Run, outputs: list[Output]) -> list[float]:
    """Divide 1 among the products of a part of a process: fixed shares first, the rest by bases.

    Returns:
        Numbers that are not negative and sum to 1; such as have no value where they do not.
    """
    if len(outputs) == 1 and outputs[0].share is None and outputs[0].basis is None:
        return [1.0]
    free = [output for output in outputs if output.share is None]
    rest = 1.0 - sum(output.share for output in outputs if output.share is not None)
    bases = {output.flow: 1.0 if output.basis is None else output.basis for output in free}
    whole = sum(bases.values())
    if len(free) > 1 and not whole:
        _report_no_basis(run, free)
        return [NAN] * len(outputs)
    divided = {flow: rest * basis / whole if whole else rest for flow, basis in bases.items()}
    shares = [divided[output.flow] if output.share is None else output.share for output in outputs]
    if math.isnan(sum(shares)) or (min(shares) >= -NEAR and abs(sum(shares) - 1.0) <= NEAR):
        return shares
    _report_shares(run, outputs, shares)
    return [NAN] * len(outputs)


def _report_no_basis(run: Run, free: list[Output]) -> None:
    """Report products whose allocation bases add up to 0."""
    process, part = free[0].process, free[0].part
    if process not in run.rules.excluded:
        products = ", ".join(output.flow for output in free)
        run.find(
            finding(
                NO_ALLOCATION_BASIS,
                part,
                clause=process,
                what=run.label(part),
                products=products,
            )
        )


def _report_shares(run: Run, outputs: list[Output], shares: list[float]) -> None:
    """Report shares that are negative or do not sum to 1."""
    process, part = outputs[0].process, outputs[0].part
    if process not in run.rules.excluded:
        each = (f"{o.flow} {share:.6g}" for o, share in zip(outputs, shares, strict=True))
        run.find(
            finding(
                SHARES_DO_NOT_DIVIDE,
                part,
                clause=process,
                what=run.label(part),
                shares=", ".join(each),
            )
        )
