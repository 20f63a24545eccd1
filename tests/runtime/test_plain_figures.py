"""Numbers in plain figures are read by a short way, which says what the long way says."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from guiju_runtime.data_model import Datum
from guiju_runtime.data_value import plain_number, read_value
from tests.runtime.smelter_data import SMELTER

NUMBERS = [datum for datum in SMELTER.data if datum.kind == "number"]
FIGURES = st.sampled_from(("5", "1.25", "0", "007", ".5", "5.", "-1", "1 000", "1,5", "1e3", "３"))
SPACES = st.sampled_from(("", " ", "  ", "\t", "\u3000"))
UNITS = st.sampled_from(("", "t", "kg", "%", "000", "1/d", "GJ", "MWh", "°C", "万吨", "m^40"))
TEXTS = st.one_of(st.tuples(FIGURES, SPACES, UNITS, SPACES).map("".join), st.text())


def test_plain_figures_and_a_unit_are_a_number() -> None:
    """26.4 of the declared unit are 264 tenths of it."""
    assert plain_number(NUMBERS[0], f"26.4 {NUMBERS[0].unit}") == (264, 10)


@given(st.sampled_from(NUMBERS), TEXTS)
def test_the_short_way_says_what_the_long_way_says(datum: Datum, text: str) -> None:
    """Whatever the short way takes is the number that the long way reads."""
    short = plain_number(datum, text)
    assert short is None or Fraction(*short) == read_value(datum, text, datum.path)
