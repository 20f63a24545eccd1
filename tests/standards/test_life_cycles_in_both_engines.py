"""The air conditioner and the battery: both engines give what the hand gives, for each example."""

import functools
import types
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
import yaml

from guiju.plan.model import CalculationPlan
from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import STANDARDS, calculator, compile_text
from tests.standards import test_lithium_battery_by_hand as battery
from tests.standards import test_room_air_conditioner_by_hand as conditioner

ByHand = Callable[[Any], Fraction]
EXAMPLES = [
    *(("room_air_conditioner", path.stem) for path in sorted(conditioner.EXAMPLES.glob("*.yaml"))),
    *(("lithium_battery", path.stem) for path in sorted(battery.EXAMPLES.glob("*.yaml"))),
]


def dynamic(given: Any) -> Fraction:
    return conditioner.footprint(given, Fraction(4, 100))


def circular(given: Any) -> Fraction:
    return battery.footprint(given, battery.CIRCULAR)


HANDS: dict[str, tuple[str, ByHand, str, ByHand]] = {
    "room_air_conditioner": (
        "room_air_conditioner", conditioner.footprint, "dynamic_grid", dynamic,
    ),
    "lithium_battery": ("battery_pack", battery.footprint, "circular", circular),
}  # fmt: skip


@functools.cache
def standard(slug: str) -> tuple[CalculationPlan, types.ModuleType]:
    """Compile a standard, once."""
    plan = compile_text((STANDARDS / slug / f"{slug}.pcr").read_text("utf-8"))
    return plan, calculator(plan)


@pytest.mark.parametrize(("slug", "name"), EXAMPLES)
def test_an_example_is_what_the_hand_gives_in_both_engines(slug: str, name: str) -> None:
    text = (STANDARDS / slug / "examples" / f"{name}.yaml").read_text("utf-8")
    calculation = assert_agree(*standard(slug), yaml.load(text, Loader=yaml.BaseLoader))
    assert [f.path for f in calculation.findings if f.severity == "error"] == []
    product, by_hand, profile, under_profile = HANDS[slug]
    given = yaml.safe_load(text)
    main, other = (calculation.books[book].footprints[product].cfp for book in ("", profile))
    assert main == pytest.approx(float(by_hand(given)), rel=1e-12)
    assert other == pytest.approx(float(under_profile(given)), rel=1e-12)
