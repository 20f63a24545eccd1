"""What may differ from the exact reference: no more than rounding can explain."""

import math
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from guiju.plan.reference.bounded import Bounded, error_of, largest, smallest
from guiju.plan.reference.decimals import exponential, logarithm, power, square_root
from guiju.plan.reference.sums import total
from guiju.plan.reference.whole_numbers import half_up
from guiju_runtime.calculating import calculate
from tests.calculation.agreement import assert_exact
from tests.calculation.compiled import declared
from tests.calculation.rounding import bounded
from tests.calculation.small_standards import WORKS, small

TEXT = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    input coal zh "煤" en "coal" : t { factor 2000 kgCO2e/t }
  }
}
result above zh "超出量" en "excess" : kgCO2e = thing.cfp - 999_999 kgCO2e
result twice zh "两倍" en "twice" : kgCO2e = 2 * (thing.cfp - 999_999 kgCO2e)
"""
)
Formula = Any
"""A number, or a name with two formulas."""
BY_FLOATS: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "min": min,
    "max": max,
    "sum": lambda a, b: a + b + a + 1.0,
    "sqrt": lambda a, b: math.sqrt(abs(a)) + b,
    "exp": lambda a, b: math.exp(a / 1000) + b,
    "ln": lambda a, b: math.log(abs(a)) + b,
    "cube": lambda a, b: a**3.0 + b,
    "square": lambda a, b: b + a**-2.0,
}
BY_REFERENCE: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "min": lambda a, b: smallest([a, b]),
    "max": lambda a, b: largest([a, b]),
    "sum": lambda a, b: total([a, b, a, Fraction(1)]),
    "sqrt": lambda a, b: square_root(abs(a)) + b,
    "exp": lambda a, b: exponential(a / 1000) + b,
    "ln": lambda a, b: logarithm(abs(a)) + b,
    "cube": lambda a, b: power(a, Fraction(3)) + b,
    "square": lambda a, b: b + power(a, Fraction(-2)),
}
GIVEN = declared({"works": {"thing": "1 t", "coal": "500 t"}})


def test_a_difference_of_footprints_may_be_off_by_the_rounding_of_both() -> None:
    """500 t · 2000 kgCO2e/t = 1 000 000 kgCO2e, less 999 999 is 1 kgCO2e. A float near a million
    is rounded by 2^-33 at the most, counted twice; of the steps to it there are fewer than 16."""
    plan, module = small(TEXT)
    found = calculate(module.CALCULATOR, GIVEN)
    error = error_of(bounded(plan, GIVEN).results["above"])
    assert 2**-32 < error < 16 * 2**-32
    assert_exact(replace(found, results={"above": 1 + error, "twice": 2.0}), plan, GIVEN)
    for above, twice in ((1 + 2.1 * error, 2.0), (1.0, 2 + 4.2 * error)):
        with pytest.raises(AssertionError):
            assert_exact(replace(found, results={"above": above, "twice": twice}), plan, GIVEN)


def test_a_number_that_is_divided_by_what_cancels_out_has_no_bound() -> None:
    """Of 1e16 one float in two is a whole number: with 1 more, the difference may be 0 or 2."""
    large, one = Bounded.read(10**16, 1), Bounded.read(1, 1)
    rest = (large + one) - large
    assert rest == 1
    assert 1 <= error_of(rest) < 20
    assert error_of(1 / rest) == math.inf
    assert error_of(0 * (1 / rest)) == 0


def test_the_largest_is_off_by_what_may_be_it() -> None:
    """Of 1 ± 0.5, 1.25 ± 0 and 0 ± 10 the last may be 10, which is 8.75 above 1.25."""
    one, more, vague = Bounded.of(1, 0.5), Bounded.of(Fraction(5, 4), 0.0), Bounded.of(0, 10.0)
    assert largest([one, more]) == Fraction(5, 4)
    assert error_of(largest([one, more])) == 0.25
    assert error_of(largest([one, more, vague])) == 8.75
    assert smallest([one, more]) == 1
    assert error_of(smallest([one, more])) == 0.5


def test_a_rounded_number_is_off_by_nothing_or_by_whole_steps() -> None:
    assert half_up(Bounded.of(Fraction(7, 2), 0.0)) == 4
    assert error_of(half_up(Bounded.of(3, 0.4))) < 1e-15
    assert 2 <= error_of(half_up(Bounded.of(3, 0.6))) < 2 + 1e-14


def parts(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    """Give formulas of smaller ones."""
    names = st.sampled_from(list(BY_FLOATS))
    return st.tuples(names, inner, inner)


NUMBERS = st.integers(-(10**6), 10**6).map(lambda n: n / 1000)
FORMULAS = st.recursive(NUMBERS, parts, max_leaves=12)


def by_floats(formula: Formula) -> float:
    """Evaluate a formula as calculators do."""
    if isinstance(formula, float):
        return formula
    name, a, b = formula[0], by_floats(formula[1]), by_floats(formula[2])
    return BY_FLOATS[name](a, b)


def by_reference(formula: Formula) -> Fraction:
    """Evaluate a formula exactly, with a bound."""
    if isinstance(formula, float):
        return Bounded.read(*Fraction(repr(formula)).as_integer_ratio())
    name, a, b = formula[0], by_reference(formula[1]), by_reference(formula[2])
    return BY_REFERENCE[name](a, b)


@pytest.mark.hypothesis
@given(FORMULAS)
def test_no_float_is_farther_from_the_exact_number_than_its_bound(formula: Formula) -> None:
    try:
        found, exact = by_floats(formula), by_reference(formula)
    except (ValueError, ZeroDivisionError, OverflowError):
        assume(False)
        return
    assume(math.isfinite(found))
    assert abs(Fraction(found) - exact) <= Fraction(min(error_of(exact), 1e300))
