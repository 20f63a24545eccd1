"""Scrap that all returns on site: what share of cell making it takes along does not matter.

With everything recovered used again, T = E + R + share · T − share · T: the loop gives back what
it takes, and the cells carry cell making and recycling whole, whatever the share.
"""

import functools
import types
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guiju.plan.model import CalculationPlan
from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import STANDARDS, calculator, compile_text
from tests.cases import of_a_hundred

BATTERY = STANDARDS / "lithium_battery"


@functools.cache
def battery() -> tuple[CalculationPlan, types.ModuleType]:
    """Compile the standard, once."""
    plan = compile_text((BATTERY / "lithium_battery.pcr").read_text("utf-8"))
    return plan, calculator(plan)


def with_share(share: int) -> dict[str, Any]:
    """Give the example whose scrap takes ``share`` [%] of the burden of cell making."""
    text = (BATTERY / "examples" / "scrap_loop_2024.yaml").read_text("utf-8")
    declaration: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    declaration["data"]["cell_making"]["scrap_share"] = f"{share} %"
    return declaration


def footprint(share: int) -> float:
    calculation = assert_agree(*battery(), with_share(share))
    return calculation.main.footprints["battery_pack"].cfp


@of_a_hundred(10)
@given(share=st.integers(0, 50))
def test_the_share_of_scrap_does_not_matter(share: int) -> None:
    assert footprint(share) == pytest.approx(footprint(0), rel=1e-12)


def test_powder_that_is_recovered_and_not_used_is_found() -> None:
    declaration = with_share(0)
    declaration["data"]["materials"]["recovered"] = "700 t"
    calculation = assert_agree(*battery(), declaration)
    missed = [found.path for found in calculation.findings if found.code.id == "GJ855"]
    assert missed == ["scrap_recycling"]
