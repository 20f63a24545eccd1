"""Ammonia and urea together: what one declares the other takes, and only one side deducts.

Both engines calculate the chain; the numbers expected are those worked out by hand.
"""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from guiju_runtime.calculating import Calculation
from tests.calculation.agreement import assert_agree
from tests.calculation.chains import Texts, calculators, chain, plans

STANDARDS = Path(__file__).parents[2] / "standards"


def texts() -> Texts:
    names = ("urea", "synthetic_ammonia")
    return tuple((name, (STANDARDS / name / f"{name}.pcr").read_text("utf-8")) for name in names)


def loaded(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return found


@pytest.fixture
def declaration() -> dict[str, Any]:
    """The example of urea with that of ammonia attached."""
    folder = STANDARDS / "urea" / "examples"
    given = loaded(folder / "coal_2024.yaml")
    given["use"] = {
        name: copy.deepcopy(loaded(folder / path)) for name, path in given["use"].items()
    }
    return given


def calculated(given: dict[str, Any]) -> Calculation:
    plan, module = chain(texts())["urea"]
    return assert_agree(plan, module, given, calculators(texts()), plans(texts()))


def errors(found: Calculation) -> list[tuple[str, str]]:
    """Give code and clause of each error."""
    return [(f.code.id, f.clause) for f in found.findings if f.severity == "error"]


def cfp(found: Calculation, product: str = "urea", profile: str = "") -> float:
    return found.books[profile].footprints[product].cfp


def test_the_chain_gives_the_totals_in_both_engines(declaration: dict[str, Any]) -> None:
    found = calculated(declaration)
    assert errors(found) == []
    assert cfp(found) == pytest.approx(2007.284, abs=0.0005)
    assert cfp(found, profile="gate_inclusive") == pytest.approx(2740.617, abs=0.0005)
    assert cfp(found, "applied_urea") == pytest.approx(5568.779, abs=0.0005)
    ammonia = found.attached["synthetic_ammonia"].calculation
    assert ammonia.main.footprints["ammonia"].cfp == pytest.approx(4067.181, abs=0.0005)


def test_a_change_of_ammonia_ripples_through(declaration: dict[str, Any]) -> None:
    before = calculated(declaration)
    inner = declaration["use"]["synthetic_ammonia"]["data"]["coal_supply_chain"]
    inner["coal_distance"] = "500 km"  # 100 km · 1.6 t · 0.01 kgCO2e/tkm = 1.6 kgCO2e per t
    after = calculated(declaration)
    assert cfp(after) - cfp(before) == pytest.approx(0.575 * 1.6, rel=1e-9)


def test_what_is_stored_lowers_ammonia_and_what_is_handed_on_does_not(
    declaration: dict[str, Any],
) -> None:
    ammonia = declaration["use"]["synthetic_ammonia"]["data"]["ammonia_making"]
    before = cfp(calculated(declaration), profile="gate_inclusive")
    ammonia["to_urea"] = "450000 t"
    assert cfp(calculated(declaration), profile="gate_inclusive") == pytest.approx(before)
    ammonia["stored"] = "34500 t"  # 0.1 t per t of ammonia, 0.575 t of which a tonne of urea
    after = cfp(calculated(declaration), profile="gate_inclusive")
    assert before - after == pytest.approx(57.5, rel=1e-9)


def test_urea_cannot_use_more_than_ammonia_hands_on(declaration: dict[str, Any]) -> None:
    declaration["use"]["synthetic_ammonia"]["data"]["ammonia_making"]["to_urea"] = "430000 t"
    assert ("GJ855", "urea_making.handed_on") in errors(calculated(declaration))


def test_the_ledger_of_ammonia_is_checked_in_the_chain(declaration: dict[str, Any]) -> None:
    declaration["use"]["synthetic_ammonia"]["data"]["ammonia_making"]["to_urea"] = "1.2 Mt"
    found = errors(calculated(declaration))
    assert ("GJ855", "synthetic_ammonia.ammonia_making.destinies") in found


def test_declarations_of_two_years_do_not_conform(declaration: dict[str, Any]) -> None:
    period = {"from": "2023-01-01", "to": "2023-12-31"}
    declaration["use"]["synthetic_ammonia"]["declaration"]["period"] = period
    assert ("GJ855", "urea_making.same_year") in errors(calculated(declaration))


def test_carbon_that_nobody_counts_is_not_deducted(declaration: dict[str, Any]) -> None:
    before = calculated(declaration)
    declaration["data"]["urea_making"]["co2_counted"] = "no"
    after = calculated(declaration)
    bound = 0.2 * 44 / 12 * 1000
    assert cfp(after) - cfp(before) == pytest.approx(bound, rel=1e-9)
    more = cfp(after, "applied_urea") - cfp(before, "applied_urea")
    assert more == pytest.approx(bound, rel=1e-9)
    assert errors(after) == []


def test_a_deduction_without_evidence_does_not_conform(declaration: dict[str, Any]) -> None:
    del declaration["use"]
    declaration["data"]["synthetic_ammonia.ammonia.intensity"] = "4067.181 kgCO2e/t"
    assert errors(calculated(declaration)) == [("GJ855", "urea_making.deduction_shown")]
    declaration["data"]["urea_making"]["transfer_contract"] = "CO2-2024-01"
    assert errors(calculated(declaration)) == []
