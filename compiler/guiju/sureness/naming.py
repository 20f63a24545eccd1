"""What is off by as much wherever it is read: inputs of the same name.

A factor is the same whatever declaration reads it; so is a datum with the same value at the same
site, and a datum of a declaration that is calculated again with changes.
"""

from collections.abc import Sequence

from guiju.inputs import FactorInput
from guiju.sureness.analysis import Analysed, Analysis
from guiju_runtime.result import data_digest
from guiju_runtime.spread import Spread


def name_of(analysis: Analysis, one: Analysed) -> str:
    """Name the draws of an input: what has the same name has the same draws."""
    if isinstance(one.known, FactorInput):
        return factor_name(one.known.name)
    if analysis.whose:
        return changed_name(analysis.whose, one.known.name)
    reading = analysis.result.calculation.reading
    whose: tuple[str, ...] = (reading.company, reading.site)
    if not any(whose):
        whose = (data_digest(analysis.result.declaration),)
    assert one.spread is not None
    return datum_name(whose, one.known.name, one.value, one.spread)


def factor_name(name: str) -> str:
    """Name the draws of a factor: the same for whatever reads it."""
    return f"factor|{name}"


def changed_name(whose: str, path: str) -> str:
    """Name the draws of a datum of a declaration and of the same with changes."""
    return f"datum|{whose}|{path}"


def datum_name(whose: Sequence[str], path: str, value: float, spread: Spread) -> str:
    """Name the draws of a datum: the same where company, site, value and spread are.

    Args:
        whose: company and site, or the digest of a declaration that names neither.
    """
    return "|".join(["datum", *whose, path, repr(value), repr(spread)])
