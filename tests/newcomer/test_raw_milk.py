"""The second standard that a new reader wrote: corrected milk, and a share by a formula."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from guiju import library
from guiju.cli import main
from guiju.plan.reference import evaluate

MILK = Path(__file__).with_name("raw_milk.pcr")

# One cow and year of a farm of 1 000 cows with 0.55 heifers each, in kg and kgCO2e; methane is
# biogenic, 27.0. Corrected milk, and methane of 18.45 MJ/kg · 6 % / 55.65 MJ/kg of what is eaten:
CORRECTED = 9000 * (
    Fraction("0.1226") * Fraction("3.9") + Fraction("0.0776") * Fraction("3.3") + Fraction("0.2534")
)
EATEN = 305 * 21 + 60 * Fraction("12.6") + Fraction("0.55") * 365 * Fraction("8.925")
ENTERIC = EATEN * Fraction("18.45") * Fraction("0.06") / Fraction("55.65")
MANURE = Fraction("2793.85") * Fraction("0.24") * Fraction("0.67") * Fraction("0.17")
N2O = Fraction("156.4") * (Fraction("0.005") + Fraction("0.3") * Fraction("0.01")) * 44 / 28
FEED = 3600 * Fraction("0.7") + 5230 * Fraction("0.25")
WITHOUT_DIESEL = (
    (ENTERIC + MANURE) * 27 + N2O * 273 + FEED + 495 * Fraction("0.5777") + Fraction("0.9") * 120
)
SHARE = 1 - Fraction("6.04") * Fraction("175.25") / CORRECTED


@pytest.fixture(scope="module")
def milk() -> library.Standard:
    return library.compile(MILK)


def given(milk: library.Standard, **changes: str) -> dict[str, object]:
    [example] = milk.plan.graph.standard.examples
    data: dict[str, object] = json.loads(json.dumps(example.given))
    farm = data["data"]
    assert isinstance(farm, dict)
    farm["farm"].update(changes)
    return data


def test_the_parts_are_those_of_the_worked_example() -> None:
    # as printed: 8 888.58 kg, 178.089 kg, 76.373 kg and 1.9662 kg, 0.88091
    assert float(CORRECTED) == pytest.approx(8888.58, abs=0.005)
    assert float(ENTERIC) == pytest.approx(178.089, abs=0.0005)
    assert float(MANURE) == pytest.approx(76.373, abs=0.0005)
    assert float(N2O) == pytest.approx(1.9662, abs=0.00005)
    assert float(SHARE) == pytest.approx(0.88091, abs=0.000005)


def test_corrected_milk_bears_the_share_of_the_formula(milk: library.Standard) -> None:
    declaration = given(milk, diesel="0 t")
    by_hand = float(WITHOUT_DIESEL * SHARE / CORRECTED)
    assert milk.calculate(declaration).cfp == pytest.approx(by_hand, rel=1e-12)
    exact = evaluate(milk.plan, declaration).books[""].footprints["milk"].cfp
    assert exact is not None
    assert float(exact) == pytest.approx(by_hand, rel=1e-12)


def test_the_shares_of_milk_and_animals_are_the_whole(milk: library.Standard) -> None:
    shares = milk.calculate(given(milk)).to_dict("en")["allocation"]
    assert shares["farm.milk"] == pytest.approx(float(SHARE), rel=1e-12)
    assert shares["farm.milk"] + shares["farm.live_animals"] == pytest.approx(1, rel=1e-12)


def test_every_expectation_is_met(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(MILK)]) == 0
    assert main(["test", str(MILK)]) == 0
    assert main(["fmt", "--check", str(MILK)]) == 0
    assert "Traceback" not in capsys.readouterr().err
