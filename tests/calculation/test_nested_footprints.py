"""Verified footprints of suppliers, part by part, with a threshold for what they must cover.

By hand, for one thing of three parts:
    tower   200 t, verified 1 900 kgCO2e/t                        380 000 kg
    blade    60 t, stated 4 000 but not verified: default
             3 500 × 1.2 = 4 200 kgCO2e/t                         252 000 kg
    nacelle  80 t, verified 3 000                                 240 000 kg
    together                                                      872 000 kg
    verified (380 000 + 240 000) / 872 000 = 71.1 % of the footprint
"""

from typing import Any

import pytest

from tests.calculation.compiled import errors
from tests.calculation.small_standards import WORKS, found_for

TURBINE = (
    WORKS.replace("declared unit 1 t", "declared unit 1 piece")
    + """
stage making zh "制造" en "Making" {
  process assembly zh "总装" en "Assembly" {
    output thing zh "整机" en "turbine" : piece
    each component zh "部件" en "component" {
      data stated zh "供应商碳足迹" en "footprint by the supplier" : kgCO2e/t {
        optional
        valid 3 a
      }
      data verified zh "是否经核查" en "verified" : yes_no
      data usual zh "缺省值" en "default" : kgCO2e/t { limit usual > 0 kgCO2e/t }
      let used zh "采用值" en "value used" : kgCO2e/t
        = when verified then (TIERS) otherwise usual * 1.2
      input mass zh "质量" en "mass" : t { factor used }
    }
    let nested zh "经核查部分" en "verified part" : kgCO2e
      = sum(when component.verified then component.mass * component.used otherwise 0 kgCO2e)
    let whole zh "部件合计" en "all components" : kgCO2e = sum(component.mass * component.used)
    shall covered: nested >= 70 % * whole
      zh "经核查的供应商碳足迹应覆盖部件排放的70 %以上。"
      en "Verified footprints shall cover at least 70 % of the burden of the components."
  }
}
"""
).replace(
    "TIERS", 'prefer stated zh "供应商" en "supplier" else usual * 1.2 zh "缺省" en "default"'
)
TOWER = {"mass": "200 t", "stated": "1900 kgCO2e/t", "verified": "yes", "usual": "2300 kgCO2e/t"}
BLADE = {"mass": "60 t", "stated": "4000 kgCO2e/t", "verified": "no", "usual": "3500 kgCO2e/t"}
NACELLE = {"mass": "80 t", "stated": "3000 kgCO2e/t", "verified": "yes", "usual": "3300 kgCO2e/t"}


def turbine(*components: dict[str, Any]) -> dict[str, Any]:
    return {"assembly": {"thing": "1 piece", "component": list(components)}}


def test_verified_footprints_count_and_others_give_way_to_a_default_with_a_penalty() -> None:
    found = found_for(TURBINE, turbine(TOWER, BLADE, NACELLE))
    assert found["cfp"] == pytest.approx(872_000, rel=1e-12)
    assert found["values"]["assembly.nested"]["value"] == pytest.approx(620_000, rel=1e-12)
    assert errors(found) == []


def test_too_little_that_is_verified_is_a_finding_and_the_number_stands() -> None:
    # nacelle not verified: 80 × 3 300 × 1.2 = 316 800; verified 380 000 of 948 800, 40 %
    found = found_for(TURBINE, turbine(TOWER, BLADE, {**NACELLE, "verified": "no"}))
    assert found["cfp"] == pytest.approx(948_800, rel=1e-12)
    assert errors(found) == [("GJ855", "assembly")]


def test_a_footprint_that_has_expired_is_as_good_as_none() -> None:
    # the tower's is of 2020: 200 × 2 300 × 1.2 = 552 000 in its place, still called verified
    old = {**TOWER, "stated": {"value": "1900 kgCO2e/t", "year": 2020}}
    found = found_for(TURBINE, turbine(old, BLADE, NACELLE))
    assert found["cfp"] == pytest.approx(552_000 + 252_000 + 240_000, rel=1e-12)
    assert [(one["code"], one["path"]) for one in found["findings"]] == [
        ("GJ811", "assembly.component[1].stated")
    ]
