"""The generated calculator and the exact reference give the same: every number, every finding."""

import math
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from guiju.plan.model import CalculationPlan
from guiju.plan.reference import ReferenceBook, ReferenceResult, evaluate
from guiju.plan.reference.bounded import Bounded, as_float
from guiju.plan.reference.evaluate import no_others as no_plans
from guiju.plan.reference.model import ReferenceFootprint
from guiju_runtime.books import Book
from guiju_runtime.calculating import Calculation, calculate
from guiju_runtime.calculating import no_others as no_calculators
from guiju_runtime.calculator import Calculator
from guiju_runtime.footprint import Footprint, by_gas, by_origin, by_process
from guiju_runtime.given import INVALID
from tests.calculation.compiled import Declaration
from tests.calculation.rounding import bounded, rounded_away

K = TypeVar("K")
NEAR = 1e-12
"""Of a number; what differs by more is compared again by what rounding can explain."""
NOTHING = Fraction(0)


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
    differences = list(_differences(actual, exact))
    if differences:
        differences = list(_differences(actual, bounded(plan, declaration, plans)))
    assert differences == []


def _differences(actual: Calculation, exact: ReferenceResult) -> Iterator[str]:
    yield from _results(actual.results, exact.results)
    for name, book in actual.books.items():
        yield from (f"{name} {found}" for found in _values(book, exact.books[name]))
        for product, footprint in book.footprints.items():
            for found in _footprints(footprint, exact.books[name].footprints[product]):
                yield f"{name} {product} {found}"


def _results(actual: Mapping[str, object], exact: Mapping[str, object]) -> Iterator[str]:
    for path in actual.keys() | exact.keys():
        yield from _differs(path, actual.get(path), exact.get(path))


def _values(actual: Book, exact: ReferenceBook) -> Iterator[str]:
    for (path, row), value in exact.values.items():
        found = actual.run.values.get(path) if row is None else _rows(actual, path)[row].get(path)
        yield from _differs(f"{path} {row}", found, value)


def _rows(actual: Book, path: str) -> Sequence[Mapping[str, object]]:
    return next((r for g, r in actual.run.row_values.items() if in_group(path, g)), [])


def in_group(path: str, group: str) -> bool:
    """Tell whether a path stands in a group; the index of a series does."""
    return f"{path}.".startswith(f"{group}.")


def _footprints(actual: Footprint, exact: ReferenceFootprint) -> Iterator[str]:
    yield from _differs("cfp", actual.cfp, exact.cfp)
    yield from _differs("intensity", actual.intensity, exact.intensity)
    yield from _differs("biogenic", actual.biogenic_co2, exact.biogenic_co2)
    yield from _differs("primary", actual.quality["primary_share"], exact.primary_share)
    yield from _differs("score", actual.quality["score"], exact.score)
    if exact.cfp is None:
        return
    largest, whole = exact.excluded
    yield from _differs("largest", actual.excluded_largest, largest)
    yield from _differs("left out", actual.excluded_total, whole)
    added = {(c.flow, c.row): value for c, value in actual.weighted}
    yield from _sums("contribution", added, exact.contributions)
    yield from _sums("process", by_process(actual), exact.by_process)
    yield from _sums("gas", by_gas(actual), exact.by_gas)
    yield from _sums("origin", by_origin(actual), exact.by_origin)


def _sums(what: str, actual: Mapping[K, float], exact: Mapping[K, Fraction]) -> Iterator[str]:
    for name in actual.keys() | exact.keys():
        yield from _differs(f"{what} {name}", actual.get(name, 0.0), exact.get(name, NOTHING))


def _differs(what: str, actual: object, exact: object) -> Iterator[str]:
    """Tell whether two values differ; no value is the same whatever stands for it."""
    if exact is INVALID or exact is None or isinstance(exact, str | bool):
        wrong = None if _has_no_value(actual) else actual
        if wrong != (None if exact is INVALID else exact):
            yield f"{what}: {actual!r}, exactly {exact!r}"
        return
    assert isinstance(exact, Fraction | int)
    number = actual if isinstance(actual, int | float) and not isinstance(actual, bool) else None
    expected = as_float(exact)
    may = max(exact.error if isinstance(exact, Bounded) else 0.0, 1e-300)
    if number is None or not math.isclose(number, expected, rel_tol=NEAR, abs_tol=may):
        yield f"{what}: {actual!r}, exactly {expected!r}, by rounding {may}"


def _has_no_value(actual: object) -> bool:
    return actual is None or actual is INVALID or (isinstance(actual, float) and math.isnan(actual))
