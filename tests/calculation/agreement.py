"""The generated calculator and the exact reference give the same: every number, every finding."""

import math
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from guiju.plan.model import CalculationPlan
from guiju.plan.reference import ReferenceBook, ReferenceResult, evaluate
from guiju.plan.reference.evaluate import no_others as no_plans
from guiju.plan.reference.model import ReferenceFootprint
from guiju_runtime.books import Book
from guiju_runtime.calculating import Calculation, calculate
from guiju_runtime.calculating import no_others as no_calculators
from guiju_runtime.calculator import Calculator
from guiju_runtime.footprint import Footprint, by_gas, by_origin, by_process
from guiju_runtime.given import INVALID
from tests.calculation.compiled import Declaration
from tests.calculation.rounding import added_up, largest_of, rounded_away

K = TypeVar("K")
NEAR = 1e-12
ROUNDING = 2.0**-50
"""Of the largest value of a process: what a small difference of large values may be off by."""


def assert_agree(
    plan: CalculationPlan,
    module: types.ModuleType,
    declaration: Declaration,
    calculators: Callable[[str], Calculator | None] = no_calculators,
    plans: Callable[[str], CalculationPlan | None] = no_plans,
) -> Calculation:
    """Compare both on one declaration; give what the calculator gave.

    Args:
        plan: of the standard; ``module`` its generated calculator.
        declaration: what is calculated.
        calculators: of the standards whose results are used; ``plans`` their plans.
    """
    actual = calculate(module.CALCULATOR, declaration, others=calculators)
    assert_exact(actual, plan, declaration, plans)
    return actual


def assert_exact(
    actual: Calculation,
    plan: CalculationPlan,
    declaration: Declaration,
    plans: Callable[[str], CalculationPlan | None] = no_plans,
) -> None:
    """Compare what a calculator gave with the exact reference."""
    exact = evaluate(plan, declaration, plans)
    different = {(f.code.id, f.path) for f in actual.findings} ^ exact.found
    assert different == rounded_away(different, plan, declaration, plans)
    slack = dict.fromkeys(exact.results, NEAR * largest_of(exact.results))
    differences = list(_differences(actual, exact, slack))
    if differences:
        summed = added_up(plan, declaration, plans)
        slack = {path: max(slack[path], NEAR * size) for path, size in summed.items()}
        differences = list(_differences(actual, exact, slack))
    assert differences == []


def _differences(
    actual: Calculation, exact: ReferenceResult, slack: Mapping[str, float]
) -> Iterator[str]:
    yield from _results(actual.results, exact.results, slack)
    beside = NEAR * largest_of(exact.results)
    for name, book in actual.books.items():
        yield from (f"{name} {found}" for found in _values(book, exact.books[name], slack))
        for product, footprint in book.footprints.items():
            for found in _footprints(footprint, exact.books[name].footprints[product], beside):
                yield f"{name} {product} {found}"


def _results(
    actual: Mapping[str, object], exact: Mapping[str, object], slack: Mapping[str, float]
) -> Iterator[str]:
    for path in actual.keys() | exact.keys():
        yield from _differs(path, actual.get(path), exact.get(path), slack.get(path, 0.0))


def _values(actual: Book, exact: ReferenceBook, slack: Mapping[str, float]) -> Iterator[str]:
    largest = _largest(exact)
    for (path, row), value in exact.values.items():
        found = actual.run.values.get(path) if row is None else _rows(actual, path)[row].get(path)
        rounded = ROUNDING * largest.get(_process(path), 0.0)
        yield from _differs(f"{path} {row}", found, value, max(slack.get(path, 0.0), rounded))


def _rows(actual: Book, path: str) -> Sequence[Mapping[str, object]]:
    return next((r for g, r in actual.run.row_values.items() if in_group(path, g)), [])


def _largest(exact: ReferenceBook) -> dict[str, float]:
    """Give the largest number of every process: a difference of two has their rounding."""
    largest: dict[str, float] = {}
    for (path, _), value in exact.values.items():
        if isinstance(value, Fraction):
            process = _process(path)
            largest[process] = max(largest.get(process, 0.0), abs(as_float(value)))
    return largest


def _process(path: str) -> str:
    return path.partition(".")[0]


def in_group(path: str, group: str) -> bool:
    """Tell whether a path stands in a group; the index of a series does."""
    return f"{path}.".startswith(f"{group}.")


def _footprints(actual: Footprint, exact: ReferenceFootprint, slack: float) -> Iterator[str]:
    size = math.fsum(abs(as_float(value)) for value in exact.contributions.values())
    lost = _lost(exact, size)
    yield from _differs("cfp", actual.cfp, exact.cfp, lost * _size(exact.cfp))
    yield from _differs(
        "intensity", actual.intensity, exact.intensity, lost * _size(exact.intensity)
    )
    yield from _differs("biogenic", actual.biogenic_co2, exact.biogenic_co2, slack)
    yield from _differs("primary", actual.quality["primary_share"], exact.primary_share)
    yield from _differs("score", actual.quality["score"], exact.score)
    if exact.cfp is None:
        return
    largest, whole = exact.excluded
    yield from _differs("largest", actual.excluded_largest, largest, lost * _size(largest))
    yield from _differs("left out", actual.excluded_total, whole, lost * _size(whole))
    added = {(c.flow, c.row): value for c, value in actual.weighted}
    yield from _sums("contribution", added, exact.contributions, size)
    yield from _sums("process", by_process(actual), exact.by_process, size)
    yield from _sums("gas", by_gas(actual), exact.by_gas, size)
    yield from _sums("origin", by_origin(actual), exact.by_origin, size)


def _lost(exact: ReferenceFootprint, size: float) -> float:
    """Give what a footprint may be off by, as a ratio, where its parts nearly cancel out.

    Args:
        size: of all its parts, in absolute value; each is rounded.
    """
    return ROUNDING * size / _size(exact.cfp) if exact.cfp else 0.0


def _size(exact: Fraction | None) -> float:
    return abs(as_float(exact)) if exact is not None else 0.0


def _sums(
    what: str, actual: Mapping[K, float], exact: Mapping[K, Fraction], size: float
) -> Iterator[str]:
    """Compare sums; what cancels out may differ by the rounding of what it was made from."""
    for name in actual.keys() | exact.keys():
        found, expected = actual.get(name, 0.0), as_float(exact.get(name, Fraction(0)))
        if not math.isclose(found, expected, rel_tol=NEAR, abs_tol=NEAR * size):
            yield f"{what} {name}: {found!r}, exactly {expected!r}"


def _differs(what: str, actual: object, exact: object, slack: float = 0.0) -> Iterator[str]:
    """Tell whether two values differ; no value is the same whatever stands for it."""
    if exact is INVALID or exact is None or isinstance(exact, str | bool):
        wrong = None if _has_no_value(actual) else actual
        if wrong != (None if exact is INVALID else exact):
            yield f"{what}: {actual!r}, exactly {exact!r}"
        return
    assert isinstance(exact, Fraction | int)
    number = actual if isinstance(actual, int | float) and not isinstance(actual, bool) else None
    expected = as_float(exact)
    if number is None or not math.isclose(
        number, expected, rel_tol=NEAR, abs_tol=max(slack, 1e-300)
    ):
        yield f"{what}: {actual!r}, exactly {expected!r}"


def as_float(value: Fraction | int) -> float:
    """Give the nearest float, as ``float`` does of a fraction, but sooner."""
    above, below = value.as_integer_ratio()
    return above / below


def _has_no_value(actual: object) -> bool:
    return actual is None or actual is INVALID or (isinstance(actual, float) and math.isnan(actual))
