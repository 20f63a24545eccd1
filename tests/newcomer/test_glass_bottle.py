"""The third standard that a new reader wrote: two colours of bottles from one furnace."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from guiju import library
from guiju.cli import main
from guiju.plan.reference import evaluate

BOTTLES = Path(__file__).with_name("glass_bottle.pcr")

# A year of one furnace, in kgCO2e: what the batch house takes in and hauls; gas, supplied and
# burnt; power of the grid of 2024; carbon dioxide of carbonates by ratio of masses.
GRID = Fraction("0.5777") * 1000
BATCH = 38_000 * 30 + 11_000 * 1200 + (6_000 + 5_000) * 5 + 20_000 * 25
HAULS = 38_000 * 400 * Fraction("0.006502") + (11_000 * 250 + 20_000 * 120) * Fraction("0.0978")
GAS = 11_000_000 * (Fraction("0.608") + Fraction("2.16"))
CARBONATES = 1000 * (
    11_000 * Fraction("0.99") * Fraction(44, 106)
    + 6_000 * Fraction("0.95") * Fraction(44, 100)
    + 5_000 * Fraction("0.92") * Fraction(88, 184)
)
# Both colours make 80 000 t of ware, and each tonne of it carries the same
WARE = (BATCH + HAULS + GAS + 12_000 * GRID + CARBONATES) / 80_000
FILM, CARDBOARD = Fraction("2.5"), Fraction("0.9")
BY_HAND = {
    "flint_bottle": (50_000 * WARE + 1_500 * GRID + 130_000 * FILM + 400_000 * CARDBOARD) / 44_000,
    "amber_bottle": (30_000 * WARE + 900 * GRID + 80_000 * FILM + 240_000 * CARDBOARD) / 26_000,
}


@pytest.fixture(scope="module")
def bottles() -> library.Standard:
    return library.compile(BOTTLES)


def given(bottles: library.Standard) -> dict[str, Any]:
    [example] = bottles.plan.graph.standard.examples
    data: dict[str, Any] = json.loads(json.dumps(example.given))
    return data


def codes(result: library.Result) -> set[str]:
    return {found.code.id for found in result.findings}


def test_both_colours_bear_what_the_hand_gives_them(bottles: library.Standard) -> None:
    declaration = given(bottles)
    result = bottles.calculate(declaration)
    exact = evaluate(bottles.plan, declaration).books[""].footprints
    assert result.cfp == pytest.approx(float(BY_HAND["flint_bottle"]), rel=1e-12)
    for product, by_hand in BY_HAND.items():
        assert exact[product].cfp == by_hand
        found = result.to_dict("en")["products"][product]
        assert found["cfp"] == pytest.approx(float(by_hand), rel=1e-12)


def test_little_bought_cullet_is_a_warning_and_the_number_stands(
    bottles: library.Standard,
) -> None:
    declaration = given(bottles)
    declaration["data"]["batch_house"]["bought_cullet"] = "10000 t"
    result = bottles.calculate(declaration)
    less = 10_000 * 25 * Fraction(50_000, 80_000) / 44_000
    assert result.cfp == pytest.approx(float(BY_HAND["flint_bottle"] - less), rel=1e-12)
    assert "GJ856" in codes(result)
    assert "GJ855" not in codes(result)


def test_cullet_out_of_its_range_does_not_conform(bottles: library.Standard) -> None:
    declaration = given(bottles)
    declaration["data"]["batch_house"]["bought_cullet"] = "600000 t"
    assert "GJ855" in codes(bottles.calculate(declaration))


def test_a_meter_without_its_calibration_does_not_conform(bottles: library.Standard) -> None:
    declaration = given(bottles)
    [_, power] = declaration["data"]["furnace"]["supply"]
    power["electricity"] = "12000 MWh"
    result = bottles.calculate(declaration)
    assert result.cfp == pytest.approx(float(BY_HAND["flint_bottle"]), rel=1e-12)
    assert "GJ825" in codes(result)


def test_every_expectation_is_met(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(BOTTLES)]) == 0
    assert main(["test", str(BOTTLES)]) == 0
    assert main(["fmt", "--check", str(BOTTLES)]) == 0
    assert "Traceback" not in capsys.readouterr().err
