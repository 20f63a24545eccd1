"""``guiju calc --what-if``: both results and their difference, worked out by hand."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import guiju as library
from guiju.changing import what_if
from tests.cli.conftest import EXAMPLES, Guiju

STONE = Fraction(90_000_000) * 44 / 100 / 50_000
GAS = (Fraction("2.16") + Fraction("0.608")) / 50_000
"""What 1 m3 of gas, burnt and supplied, adds to 1 t of lime [kgCO2e/t]."""
GRID = Fraction(2_500_000) * Fraction("0.5777") / 50_000
DECLARED = float(STONE + 6_000_000 * GAS + GRID)


def changed(folder: Path, **changes: str) -> library.Result:
    names = {name.replace("__", "."): value for name, value in changes.items()}
    standard = library.compile(folder / "lime.pcr")
    return what_if(standard, folder / "plant.yaml", names).after


def test_another_amount_is_converted_and_gives_the_footprint_by_hand(lime: Path) -> None:
    found = changed(lime, burning__natural_gas="500 万m3")
    assert found.cfp == pytest.approx(float(STONE + 5_000_000 * GAS + GRID), rel=1e-12)


def test_another_factor_gives_the_footprint_by_hand(lime: Path) -> None:
    standard = library.compile(lime / "lime.pcr")
    found = what_if(standard, lime / "plant.yaml", {"grid_footprint[2024]": "250 kgCO2e/MWh"})
    hand = STONE + 6_000_000 * GAS + Fraction(2_500) * 250 / 50_000
    assert found.after.cfp == pytest.approx(float(hand), rel=1e-12)
    assert standard.calculate(lime / "plant.yaml").cfp == found.before.cfp


def test_a_datum_that_was_not_given_may_be_assumed(lime: Path) -> None:
    text = (lime / "plant.yaml").read_text("utf-8").replace("    electricity: 2500 MWh\n", "")
    (lime / "plant.yaml").write_text(text, "utf-8")
    found = changed(lime, burning__electricity="2.5 GWh")
    assert found.cfp == pytest.approx(DECLARED, rel=1e-12)


def test_what_is_said_of_a_value_stays_with_it(lime: Path) -> None:
    found = changed(lime, burning__quicklime="40000 t")
    about = found.calculation.reading.about
    assert [a.source for place, a in about.items() if place.datum == "burning.quicklime"] == [
        "地磅"
    ]


def test_a_row_of_a_group_and_a_choice_may_be_assumed() -> None:
    standard = library.compile("electrolytic_aluminium")
    names = {
        "power_supply.supply[1].kind": "certificate",
        "power_supply.supply[1].technology": "hydro",
        "power_supply.supply[1].certificate_number": "A-1",
    }
    known = {d.path for d in standard.plan.data_model.data}
    assert all(name.replace("[1]", "") in known for name in names)
    found = what_if(standard, EXAMPLES / "grid_2024.yaml", names)
    values = found.after.to_dict("en")["values"]
    assert values["power_supply.supply[1].technology"]["value"] == "hydro"
    assert found.after.cfp is not None
    assert found.before.cfp is not None
    assert found.after.cfp < found.before.cfp / 2


def test_the_table_shows_both_results_and_the_stages(lime: Path, guiju: Guiju) -> None:
    done = guiju("calc", "lime.pcr", "plant.yaml", "--what-if", "burning.natural_gas=5000000 m3",
                 "--lang", "en")  # fmt: skip
    assert done.code == 0
    for words in ("as declared", "6 000 000 m3", "→", "5 000 000 m3", "1 153.045", "1 097.685",
                  "-55.360", "-4.80%", "manufacturing"):  # fmt: skip
        assert words in done.out
    assert lime.joinpath("plant.yaml").read_text("utf-8").count("6000000") == 1


def test_a_value_that_was_not_given_has_no_unit(lime: Path, guiju: Guiju) -> None:
    text = (lime / "plant.yaml").read_text("utf-8").replace("    electricity: 2500 MWh\n", "")
    (lime / "plant.yaml").write_text(text, "utf-8")
    asked = ("--what-if", "burning.electricity=2500 MWh", "--lang", "en")
    done = guiju("calc", "lime.pcr", "plant.yaml", *asked)
    assert "not given  →  2500 MWh" in done.out
    plain = guiju("calc", "lime.pcr", "plant.yaml", *asked, "--format", "json").out
    assert json.loads(plain, parse_constant=str)["what_if"]["changes"][0]["declared"] is None


@pytest.mark.usefixtures("lime")
def test_json_has_the_result_and_what_changes_it(guiju: Guiju) -> None:
    changes = ("burning.natural_gas=0 m3", "burning.electricity=0 MWh")
    words = [word for change in changes for word in ("--what-if", change)]
    done = guiju("calc", "lime.pcr", "plant.yaml", "--format", "json", *words)
    plain: dict[str, Any] = json.loads(done.out)
    assert plain["cfp"] == pytest.approx(1153.045)
    assert plain["what_if"]["result"]["cfp"] == pytest.approx(792)
    assert plain["what_if"]["difference"] == pytest.approx(792 - 1153.045)
    assert plain["what_if"]["by_stage"] == {"manufacturing": pytest.approx(792 - 1153.045)}
    assert plain["what_if"]["changes"][0] == {
        "name": "burning.natural_gas", "value": 0.0, "declared": 6_000_000.0, "unit": "m3",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("burning.natural_gas=5 MWh", "GJ804"),
        ("burning.natural_gas=-5 m3", "GJ806"),
        ("burning.kiln=tower", "GJ8"),
        ("burning.burnt=5 t", "GJ940"),
    ],
)
@pytest.mark.usefixtures("lime")
def test_a_value_that_does_not_fit_is_refused(guiju: Guiju, change: str, code: str) -> None:
    done = guiju("calc", "lime.pcr", "plant.yaml", "--what-if", change)
    assert done.code == 1
    assert done.out == ""
    assert done.err.startswith(f"error[{code}")
