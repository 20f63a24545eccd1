"""Where a unit stands in a text: what the reader of standards finds, and the editors' pattern."""

import re

import pytest

from guiju_runtime.units import UNIT_PATTERN, UNIT_WORDS, end_of_unit, parse_unit
from guiju_runtime.units.table import USUAL


@pytest.mark.parametrize("text", sorted(UNIT_WORDS) + list(USUAL) + ["kgCF4·d/t·min", "m3(0 ℃)"])
def test_a_unit_in_a_text_is_taken_whole(text: str) -> None:
    assert end_of_unit(f"1 {text} x", 2) == 2 + len(text)
    found = re.match(UNIT_PATTERN, f"{text} x")
    assert found is not None
    assert found[0] == text
    parse_unit(text)


def test_no_unit_is_cut_out_of_a_longer_word() -> None:
    assert end_of_unit("tonne", 0) == 0
    assert end_of_unit("吨位", 0) == 0
    assert end_of_unit("kg·tonne", 0) == 2


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("kg/t·d/h", "kg/t·d"),
        ("1/kg·h/t", "1/kg·h"),
        ("1/x", ""),
        ("kgCO2e/kWhx", "kgCO2e"),
        ("m3(20 °C)/h", "m3(20 °C)/h"),
        ("m3(20 K)", "m3"),
        ("%x", ""),
        ("% x", "%"),
        ("°C)", "°C"),
        ("t / h", "t"),
    ],
)
def test_a_unit_is_as_long_as_it_can_be(text: str, unit: str) -> None:
    assert text[: end_of_unit(text, 0)] == unit
    found = re.match(UNIT_PATTERN, text)
    assert (found[0] if found is not None else "") == unit
