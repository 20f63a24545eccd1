"""Data that are absent, wrong or outside what is asked: what has a value, and what is found."""

import functools
import types
from typing import Any

import pytest

from guiju.plan.model import CalculationPlan
from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import calculator, compile_text, declared, errors, result
from tests.calculation.whole_standard import STANDARD, find, smelter

# The smelter's year: gas 24 000 · (0.608 + 2.16) = 66 432; 15 t of bought anodes · 376 = 5 640;
# power 13 350 MWh · 577.7 = 7 712 295; anode CO2 415 t · 0.98 · 44/12 = 1 491 233.33; CF4 by the
# default 0.034 kg/t · 1 000 t · 7 380 = 250 920. Sum 9 526 520.33 kgCO2e for 1 000 t.
TOTAL = 9526.520333333333
CF4 = 250.92


@functools.cache
def compiled() -> tuple[CalculationPlan, types.ModuleType]:
    plan = compile_text(STANDARD, find)
    return plan, calculator(plan)


def found_for(data: dict[str, Any], *, content: str = "99.7 %", year: int = 2024) -> dict[str, Any]:
    declaration = declared({"aluminium_content": content, **data}, "primary_aluminium", year)
    assert_agree(*compiled(), declaration)
    return result(compiled()[1], declaration)


def changed(process: str, **values: Any) -> dict[str, Any]:
    data = smelter()
    data[process] = {name: v for name, v in (data[process] | values).items() if v is not None}
    return data


def tier(found: dict[str, Any]) -> int:
    number: int = found["values"]["electrolysis.cf4_intensity"]["tier"]["number"]
    return number


def codes(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(f["code"], f["path"]) for f in found["findings"]]


def test_the_whole_year_gives_the_total_by_hand() -> None:
    found = found_for(smelter())
    assert found["cfp"] == pytest.approx(TOTAL, rel=1e-12)
    assert found["cfp"] == pytest.approx(9526.52, abs=0.01)
    assert errors(found) == []
    assert ("GJ858", "anode_market") in codes(found)


def test_a_zero_output_has_no_value_and_says_so() -> None:
    found = found_for(changed("casting", aluminium_ingot="0 t"))
    assert found["cfp"] is None
    assert errors(found) == [("GJ851", "casting.aluminium_ingot")]
    assert found["conforming"] is False


def test_a_source_that_made_nothing_is_found_where_it_was_to_be_made() -> None:
    found = found_for(changed("power_supply", supply=[{"kind": "grid", "electricity": "0 MWh"}]))
    assert found["cfp"] is None
    assert ("GJ851", "power_supply.power") in errors(found)


def test_no_rows_make_no_power() -> None:
    found = found_for(changed("power_supply", supply=[]))
    assert found["cfp"] is None
    assert ("GJ851", "power_supply.power") in errors(found)


def test_a_division_by_zero_is_found_where_it_happens() -> None:
    # the electricity per tonne of an expectation divides by the metal, which is 0
    found = found_for(changed("electrolysis", liquid_aluminium="0 t"))
    assert found["cfp"] is None
    assert ("GJ850", "electrolysis") in codes(found)


def test_a_missing_datum_leaves_without_value_what_depends_on_it_and_nothing_else() -> None:
    found = found_for(changed("anode_production", natural_gas=None))
    assert found["cfp"] is None
    assert errors(found) == [("GJ801", "anode_production.natural_gas")]
    assert found["values"]["anode_production.combustion"]["value"] is None
    assert found["values"]["electrolysis.cf4_intensity"]["value"] == 0.034


def test_a_guarded_datum_is_needed_only_where_its_condition_holds() -> None:
    own = {"kind": "self_generated", "electricity": "13400 MWh"}
    missing = found_for(changed("power_supply", supply=[own]))
    assert errors(missing) == [("GJ801", "power_supply.supply[1].own_factor")]
    assert missing["cfp"] is None
    given = found_for(changed("power_supply", supply=[own | {"own_factor": "1 kgCO2e/kWh"}]))
    assert given["cfp"] == pytest.approx(TOTAL + 13350 * (1 - 0.5777), rel=1e-12)


def test_a_datum_outside_its_condition_is_noted_and_changes_nothing() -> None:
    row = {"kind": "grid", "electricity": "13400 MWh", "own_factor": "1 kgCO2e/kWh"}
    found = found_for(changed("power_supply", supply=[row]))
    assert found["cfp"] == pytest.approx(TOTAL, rel=1e-12)
    assert ("GJ859", "power_supply.supply[1].own_factor") in codes(found)


def test_an_unknown_choice_stops_what_it_decides() -> None:
    row = {"kind": "moonlight", "electricity": "13400 MWh"}
    found = found_for(changed("power_supply", supply=[row]))
    assert found["cfp"] is None
    assert errors(found) == [("GJ807", "power_supply.supply[1].kind")]


def test_a_value_outside_its_limit_does_not_count() -> None:
    found = found_for(changed("electrolysis", sulphur="12 %"))
    assert found["cfp"] is None
    assert errors(found) == [("GJ854", "electrolysis.sulphur")]


def test_a_requirement_that_is_not_met_leaves_the_number_as_it_is() -> None:
    found = found_for(smelter(), content="99.6 %")
    assert found["cfp"] == pytest.approx(TOTAL, rel=1e-12)
    assert errors(found) == [("GJ855", "purity")]
    assert found["conforming"] is False


def test_a_year_before_the_table_begins_has_no_factor() -> None:
    found = found_for(smelter(), year=2020)
    assert found["cfp"] is None
    assert errors(found) == [("GJ852", "power_supply.supply[1].electricity")]


def test_a_year_after_the_table_ends_takes_its_newest_row() -> None:
    assert found_for(smelter(), year=2025)["cfp"] == pytest.approx(TOTAL, rel=1e-12)


@pytest.mark.parametrize(
    ("values", "number", "intensity"),
    [
        ({"own_cf4": "0.05 kgCF4/t"}, 1, 0.05),
        ({"anode_effects": "0.1 1/d", "effect_duration": "1.5 min"}, 2, 0.104 * 0.1 * 1.5),
        ({"anode_effects": "0.1 1/d"}, 3, 0.034),
        # the table of slopes has no row for side-worked cells: the next tier
        (
            {"cell": "SWPB", "anode_effects": "0.1 1/d", "effect_duration": "1.5 min"},
            3,
            0.034,
        ),
        # measured in 2019, valid for three years: it counts as absent
        ({"own_cf4": {"value": "0.05 kgCF4/t", "year": "2019"}}, 3, 0.034),
    ],
    ids=["own", "slope", "half-a-slope", "no-row", "too-old"],
)
def test_the_first_tier_whose_data_are_there_counts(
    values: dict[str, Any], number: int, intensity: float
) -> None:
    found = found_for(changed("electrolysis", **values))
    assert tier(found) == number
    expected = TOTAL - CF4 + intensity * 7380
    assert found["cfp"] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    "values",
    [
        {"own_cf4": "5 furlongs"},
        {"anode_effects": "often", "effect_duration": "1.5 min"},
    ],
    ids=["first-tier", "second-tier"],
)
def test_an_invalid_value_never_drops_to_the_next_tier(values: dict[str, Any]) -> None:
    found = found_for(changed("electrolysis", **values))
    assert found["cfp"] is None
    assert found["values"]["electrolysis.cf4_intensity"]["value"] is None
    assert len(errors(found)) == 1


def test_a_declaration_for_another_standard_gives_one_finding_and_no_number() -> None:
    declaration = {**declared(smelter()), "standard": "cement"}
    assert_agree(*compiled(), declaration)
    found = result(compiled()[1], declaration)
    assert found["cfp"] is None
    assert len(found["findings"]) == 1
