"""What may differ from the exact reference: no more than rounding can explain."""

from dataclasses import replace

import pytest

from guiju_runtime.calculating import calculate
from tests.calculation.agreement import assert_exact
from tests.calculation.compiled import declared
from tests.calculation.rounding import added_up
from tests.calculation.small_standards import WORKS, small

TEXT = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    input coal zh "煤" en "coal" : t { factor 2000 kgCO2e/t }
  }
}
result above zh "超出量" en "excess" : kgCO2e = thing.cfp - 999_999 kgCO2e
result twice zh "两倍" en "twice" : kgCO2e = 2 * (thing.cfp - 999_999 kgCO2e)
"""
)
GIVEN = declared({"works": {"thing": "1 t", "coal": "500 t"}})


def test_a_difference_of_footprints_may_be_off_by_the_rounding_of_both() -> None:
    """500 t · 2000 kgCO2e/t = 1 000 000 kgCO2e, of which 1e-12 is 1e-6; the excess is 1 kgCO2e."""
    plan, module = small(TEXT)
    found = calculate(module.CALCULATOR, GIVEN)
    assert added_up(plan, GIVEN) == {"above": 1_999_999, "twice": 2}
    assert_exact(replace(found, results={"above": 1 + 1e-6, "twice": 2.0}), plan, GIVEN)
    for above, twice in ((1 + 3e-6, 2.0), (1.0, 2 + 3e-6)):
        with pytest.raises(AssertionError):
            assert_exact(replace(found, results={"above": above, "twice": twice}), plan, GIVEN)
