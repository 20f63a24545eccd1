"""Sums over one common denominator are the sums of fraction after fraction."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from guiju.plan.reference.sums import size, total
from tests.cases import of_a_hundred

FRACTIONS = st.lists(st.fractions(max_denominator=10**9) | st.integers(), max_size=8)


@of_a_hundred(50)
@given(FRACTIONS)
def test_a_sum_is_what_adding_one_by_one_gives(values: list[Fraction | int]) -> None:
    assert total(values) == sum(values, Fraction(0))
    assert size(values) == sum((abs(Fraction(value)) for value in values), Fraction(0))
