"""What a new reader wrote from the language reference alone checks and calculates."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from guiju import library
from guiju.cli import main

FLANGE = Path(__file__).with_name("flange.pcr")

# kgCO2e for 1 t of flanges: 1.42 t of billets with the footprint that their maker gives, hauled
# over 300 km; 180 m3 of gas, burnt and supplied; 620 kWh from the grid of 2024; 12 kg of fluid and
# paint; 0.42 t of scrap hauled over 100 km
HAUL = Fraction("0.0978")
OWN = (
    Fraction(1420) * Fraction("0.3") * HAUL
    + 180 * (Fraction("2.16") + Fraction("0.608"))
    + 620 * Fraction("0.5777")
    + 12 * Fraction("2.5")
    + Fraction("0.42") * 100 * HAUL
)
BILLETS = 1420 * Fraction("2.447510458")


@pytest.fixture(scope="module")
def flange() -> library.Standard:
    return library.compile(FLANGE)


def calculated(flange: library.Standard, **changes: str) -> library.Result:
    [example] = flange.plan.graph.standard.examples
    given = json.loads(json.dumps(example.given))
    given["data"]["钢坯供应"].update(changes)
    return flange.calculate(given)


def test_its_example_gives_what_the_hand_gives(flange: library.Standard) -> None:
    result = calculated(flange)
    assert result.cfp == pytest.approx(float(OWN + BILLETS), rel=1e-12)
    assert not [found for found in result.findings if found.severity == "error"]


def test_a_footprint_that_is_not_verified_gives_way_to_the_default_with_a_penalty(
    flange: library.Standard,
) -> None:
    result = calculated(flange, 已核证="否")
    assert result.cfp == pytest.approx(float(OWN + BILLETS * Fraction("1.2")), rel=1e-12)


def test_every_expectation_is_met(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FLANGE)]) == 0
    assert main(["test", str(FLANGE)]) == 0
    assert main(["fmt", "--check", str(FLANGE)]) == 0
    assert "Traceback" not in capsys.readouterr().err
