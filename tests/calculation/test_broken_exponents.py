"""Roots, powers, exp and ln: 50 digits exactly, the calculator within 2 units of the last place."""

import math
from decimal import Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.plan.reference import evaluate
from guiju.plan.reference.model import is_number
from tests.calculation.compiled import calculated, declared
from tests.calculation.small_standards import WORKS, small

CURVES = (
    WORKS
    + """
data x zh "底" en "base" : number
data n zh "指数" en "exponent" : number
let powered zh "幂" en "power" = x ^ n
let root zh "根" en "root" = sqrt(x)
let logarithm zh "对数" en "logarithm" = ln(x)
let grown zh "指数函数" en "exponential" = exp(n)
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    input ore zh "矿石" en "ore" : t = 1 t * (powered + root + logarithm + grown) {
      factor 1 kgCO2e/t
    }
  }
}
"""
)
NAMES = ("powered", "root", "logarithm", "grown")
# To 50 digits as published in tables of constants (OEIS A002193, A001113, A002162)
ROOT_OF_2 = "1.4142135623730950488016887242096980785696718753769"
E = "2.7182818284590452353602874713526624977572470936999"
LN_2 = "0.69314718055994530941723212145817656807550013436025"
FINE = Context(prec=90, Emax=10**6, Emin=-(10**6))


def exactly(x: Fraction, n: Fraction) -> dict[str, Fraction]:
    """Give what the reference evaluator makes of ``x`` and ``n``."""
    plan, _ = small(CURVES)
    values = evaluate(plan, declaration(x, n)).books[""].values
    assert all(is_number(values[name, None]) for name in NAMES)
    return {name: Fraction(values[name, None]) for name in NAMES}


def declaration(x: Fraction, n: Fraction) -> dict[str, object]:
    data = {"x": f"{float(x):.10f}", "n": f"{float(n):.10f}", "works": {"thing": "1 t"}}
    return dict(declared(data))


def agrees_to_50_digits(value: Fraction, digits: str) -> bool:
    return abs(value / Fraction(digits) - 1) < Fraction(1, 10**49)


def test_known_constants_come_out_to_50_digits() -> None:
    found = exactly(Fraction(2), Fraction(1, 2))
    assert agrees_to_50_digits(found["powered"], ROOT_OF_2)
    assert agrees_to_50_digits(found["root"], ROOT_OF_2)
    assert agrees_to_50_digits(found["logarithm"], LN_2)
    assert agrees_to_50_digits(exactly(Fraction(2), Fraction(1))["grown"], E)


def test_a_whole_exponent_gives_a_ratio_without_rounding() -> None:
    found = exactly(Fraction(3, 2), Fraction(-5))
    assert found["powered"] == Fraction(32, 243)


@pytest.mark.parametrize("n", [Fraction(1, 2), Fraction(-700), Fraction(709), Fraction(1, 1024)])
def test_large_and_small_exponents_keep_50_digits(n: Fraction) -> None:
    exact = FINE.exp(FINE.divide(Decimal(n.numerator), Decimal(n.denominator)))
    assert abs(exactly(Fraction(2), n)["grown"] / Fraction(exact) - 1) < Fraction(1, 10**50)


# a 1 024th is held exactly by a float and by ten decimals, so both engines begin with one number
bases = st.integers(1, 2**20).map(lambda k: Fraction(k, 1024))
exponents = st.integers(-(2**14), 2**14).map(lambda k: Fraction(k, 1024))


@given(bases, exponents)
def test_the_calculator_is_within_2_units_of_the_last_place(x: Fraction, n: Fraction) -> None:
    _, module = small(CURVES)
    values = calculated(module, declaration(x, n)).main.run.values
    for name, exact in exactly(x, n).items():
        unit = Fraction(math.ulp(exact.numerator / exact.denominator))
        assert abs(Fraction(values[name]) - exact) <= 2 * unit, name
