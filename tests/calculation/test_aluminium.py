"""Electrolytic aluminium: the published totals, by the generated calculator and exactly."""

from fractions import Fraction
from typing import Any

import pytest

from guiju.plan.reference import evaluate
from guiju_dsl.standard.model import Example
from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import aluminium, errors, example, result
from tests.standards import plant_year_by_hand as by_hand

EXAMPLES = ("grid_2024", "grid_2023", "hydro", "captive_coal", "mengxi_mix")
INGOT = "aluminium_ingot"


def declared_example(name: str) -> Example:
    return next(e for e in aluminium()[0].graph.standard.examples if e.name == name)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_calculator_agrees_with_the_exact_reference(name: str) -> None:
    plan, module = aluminium()
    assert_agree(plan, module, example(name))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_reference_gives_exactly_what_the_hand_computes(name: str) -> None:
    footprints = evaluate(aluminium()[0], example(name)).books[""].footprints
    given = by_hand.declaration(name)
    assert footprints[INGOT].cfp == by_hand.footprint(given)
    assert footprints["liquid_aluminium"].cfp == by_hand.footprint(given, ingot=False)
    assert footprints[INGOT].primary_share == by_hand.primary_share(given)
    assert footprints[INGOT].score == by_hand.score(given)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_expectation_of_an_example_is_met(name: str) -> None:
    _, module = aluminium()
    found = result(module, example(name))
    expectations = declared_example(name).expected
    assert expectations
    for expected in expectations:
        *book, product, what = expected.name.split(".")
        of = found["profiles"][book[0]] if book else found
        assert expected.number is not None
        assert abs(of["products"][product][what] - expected.number) <= expected.within


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_breakdown_adds_up_to_the_footprint(name: str) -> None:
    found = result(aluminium()[1], example(name))
    for parts in ("by_stage", "by_process", "by_gas", "by_origin"):
        assert sum(found[parts].values()) == pytest.approx(found["cfp"], rel=1e-9)
    assert sum(flow["value"] for flow in found["by_flow"]) == pytest.approx(found["cfp"], rel=1e-9)
    assert sum(flow["share"] for flow in found["by_flow"]) == pytest.approx(1, rel=1e-9)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_conform(name: str) -> None:
    found = result(aluminium()[1], example(name))
    assert errors(found) == []
    assert found["conforming"] is True


@pytest.mark.parametrize(("book", "printed"), [("", 192.574), ("cbam", 172.968)])
def test_the_pfc_part_is_the_published_one(book: str, printed: float) -> None:
    found = result(aluminium()[1], example("grid_2024"))
    gases = (found["profiles"][book] if book else found)["by_gas"]
    assert gases["CF4"] + gases["C2F6"] == pytest.approx(printed, abs=0.0005)


def test_location_based_power_is_grid_power_whatever_was_bought() -> None:
    found = result(aluminium()[1], example("hydro"))
    assert found["profiles"]["location_based"]["cfp"] == pytest.approx(12724.771, abs=0.0005)


def as_secondary(declaration: dict[str, Any], *path: str) -> dict[str, Any]:
    at = declaration["data"]
    for part in path[:-1]:
        at = at[part]
    at[path[-1]]["quality"] = "secondary"
    return declaration


def test_one_primary_datum_turned_secondary_lowers_the_share_and_worsens_the_score() -> None:
    # anode making 415 · 0.376 = 156.04 and anode CO2 415 · 0.976 · 44/12 = 1 485.14667 of
    # 12 724.771 kgCO2e/t read the anode; their level goes from 1 to 5 in all indicators
    _, module = aluminium()
    before = result(module, example("grid_2024"))["quality"]
    after = result(module, as_secondary(example("grid_2024"), "electrolysis", "anode"))["quality"]
    part = float(Fraction("156.04") + 415 * Fraction("0.976") * 44 / 12) / before_cfp()
    assert before["primary_share"] == pytest.approx(0.944777, abs=5e-7)
    assert after["primary_share"] == pytest.approx(before["primary_share"] - part, rel=1e-12)
    assert before["score"] == pytest.approx(1.100059, abs=5e-7)
    assert after["score"] == pytest.approx(before["score"] + 4 * part, rel=1e-12)


def before_cfp() -> float:
    return float(by_hand.footprint(by_hand.declaration("grid_2024")))


def test_what_is_given_but_not_needed_is_noted() -> None:
    declaration = example("grid_2024")
    declaration["data"]["anode_production"] = {"anode": "5 t", "pitch": "5 t"}
    found = result(aluminium()[1], declaration)
    assert ("GJ859", "anode_production.pitch") in [
        (f["code"], f["path"]) for f in found["findings"]
    ]
    assert found["cfp"] == pytest.approx(12724.771, abs=0.0005)


def test_an_own_measured_coefficient_takes_the_first_tier() -> None:
    # 0.05 kgCF4/t measured in the duct, 98 % collected: 0.05 / 0.98 · 7380 kgCO2e/t of metal, its
    # C2F6 a tenth of it · 12 400; low-voltage effects are in it already
    declaration = example("grid_2024")
    declaration["data"]["electrolysis"] |= {
        "measured_cf4": "0.05 kgCF4/t",
        "collection_efficiency": "98 %",
        "measured_ratio": "0.1",
    }
    plan, module = aluminium()
    assert_agree(plan, module, declaration)
    found = result(module, declaration)
    assert found["values"]["electrolysis.cf4_intensity"]["tier"]["number"] == 1
    assert found["by_gas"]["CF4"] == pytest.approx(0.05 / 0.98 * 7380)
    assert found["by_gas"]["C2F6"] == pytest.approx(0.05 / 0.98 * 0.1 * 12400)


def test_an_own_anode_plant_serves_first_and_the_rest_is_bought() -> None:
    declaration = example("grid_2024")
    declaration["data"]["has_anode_plant"] = "yes"
    declaration["data"]["anode_production"] = {
        "baked_anode": "110000 t",
        "butts_returned": "10000 t",
        "petroleum_coke": "70000 t",
        "petroleum_coke_footprint": "500 kgCO2e/t",
        "pitch": "16000 t",
        "pitch_footprint": "400 kgCO2e/t",
        "packing_coke": "1000 t",
        "electricity": "10000 MWh",
        "natural_gas": "7000000 m3",
        "packing_coke_carbon": "98 %",
        "green_anode": "114000 t",
        "volatile_carbon": "80 %",
    }
    plan, module = aluminium()
    assert_agree(plan, module, declaration)
    found = result(module, declaration)
    # 24 500 of 124 500 t are bought: 24 500 · 376 / 300 000 kgCO2e per t of metal
    [bought] = [f for f in found["by_flow"] if f["flow"] == "electrolysis.anode"]
    assert bought["value"] == pytest.approx(24500 * 376 / 300000)
