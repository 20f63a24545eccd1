"""Whatever is declared: no traceback, and the calculator agrees with the exact reference."""

import copy
import math
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import aluminium, example, result
from tests.calculation.random_declarations import JUNK, declarations

PLACES = (
    "standard", "declaration", "data", "data.electrolysis", "data.power_supply.supply",
    "data.electrolysis.cell", "data.electrolysis.liquid_aluminium", "data.has_anode_plant",
    "declaration.period", "data.casting.aluminium_ingot",
)  # fmt: skip


@given(declaration=st.deferred(lambda: declarations(aluminium()[0].data_model)))
def test_any_declaration_gives_the_same_exactly_and_by_the_calculator(
    declaration: dict[str, Any],
) -> None:
    assert_agree(*aluminium(), declaration)


@given(declaration=JUNK)
def test_no_junk_raises(declaration: Any) -> None:
    found = result(aluminium()[1], declaration)
    assert found["cfp"] is None
    assert found["findings"]


@given(place=st.sampled_from(PLACES), junk=JUNK)
def test_no_junk_at_a_place_of_an_example_raises(place: str, junk: Any) -> None:
    declaration = copy.deepcopy(example("hydro"))
    *above, name = place.split(".")
    at = declaration
    for part in above:
        at = at[part]
    at[name] = junk
    calculation = assert_agree(*aluminium(), declaration)
    cfp = calculation.main.footprints["aluminium_ingot"].cfp
    assert math.isnan(cfp) <= bool(calculation.findings)
