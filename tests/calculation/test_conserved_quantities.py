"""What a stock keeps while it concentrates or dilutes: acid in vinegar, alcohol in liquor.

One standard serves both: a property of each flow is what is conserved, ``inflow`` and ``outflow``
sum it, and the amount that must have gone in follows from what came out.
"""

from typing import Any

import pytest

from tests.calculation.compiled import errors
from tests.calculation.small_standards import WORKS, found_for

KEPT = (
    WORKS.replace("declared unit 1 t", "declared unit 1 kL")
    + """
stage making zh "制造" en "Making" {
  process brewing zh "酿造" en "Brewing" {
    output raw zh "原液" en "raw liquid" : kL {
      data content zh "含量" en "content" : CONTENT { limit content > 0 CONTENT }
    }
    input grain zh "原粮" en "grain" : t { factor 0.6 kgCO2e/kg }
  }
  process ageing zh "陈酿" en "Ageing" {
    output thing zh "陈酿液" en "aged liquid" : kL {
      data content zh "含量" en "content" : CONTENT { limit content > 0 CONTENT }
    }
    data loss zh "年损失率" en "loss in a year" : % { limit 0 .. 20 % }
    data age zh "年限" en "age" : a { limit 0 .. 50 a }
    data filled zh "入库量" en "filled" : kL
    input raw zh "原液" en "raw liquid" : kL
      = outflow(content) / (1 - loss) ^ (age / 1 a) / raw.content { from brewing.raw }
    let lost zh "损失" en "lost" : MASS = inflow(content) - outflow(content)
    let ratio zh "浓缩比" en "concentration" = raw / thing
    shall ledger: filled = raw within 2 % * raw
      zh "入库量与出库量按含量相符，允差2 %。" en "Filled and drawn shall agree within 2 %."
    shall nothing_made: lost >= 0 MASS
      zh "出库的含量不应多于入库。" en "No more shall be drawn than was filled."
  }
}
"""
)
VINEGAR = KEPT.replace("CONTENT", "kg/kL").replace("MASS", "kg")
LIQUOR = KEPT.replace("CONTENT", "%").replace("MASS", "kL")


def stock(content: tuple[str, str], drawn: str, filled: str, **ageing: str) -> dict[str, Any]:
    """Give the data of a works: a litre of raw liquid carries 0.770642156 kgCO2e of grain."""
    raw, aged = content
    return {
        "brewing": {"raw": "1000 kL", "raw.content": raw, "grain": "1284.4035933333333 t"},
        "ageing": {"thing": drawn, "thing.content": aged, "filled": filled, **ageing},
    }


def test_vinegar_that_loses_water_keeps_its_acid() -> None:
    # 60 kg of acid in a kL of raw vinegar, 96 in a kL aged: concentrated 1.60 times without a loss
    # of acid, so half a litre needs 0.8 L of raw vinegar, 0.770642156 kgCO2e each: 0.6165 kg
    found = found_for(
        VINEGAR, stock(("60 kg/kL", "96 kg/kL"), "500 kL", "800 kL", loss="0 %", age="3 a")
    )
    assert errors(found) == []
    assert found["values"]["ageing.ratio"]["value"] == pytest.approx(1.6, rel=1e-12)
    assert found["cfp"] == pytest.approx(1.6 * 770.642156, rel=1e-9)
    assert found["cfp"] / 2000 == pytest.approx(0.6165, abs=0.00005)


def test_acid_that_is_lost_each_year_must_have_been_filled() -> None:
    # 2 % of the acid in each of 3 years: 48 000 kg / 0.98³ / 60 kg per kL = 849.9858 kL
    found = found_for(
        VINEGAR, stock(("60 kg/kL", "96 kg/kL"), "500 kL", "850 kL", loss="2 %", age="3 a")
    )
    needed = 48_000 / 0.98**3 / 60
    assert errors(found) == []
    assert found["values"]["ageing.raw"]["value"] == pytest.approx(needed, rel=1e-12)
    assert found["values"]["ageing.lost"]["value"] == pytest.approx(60 * needed - 48_000, rel=1e-9)
    assert found["cfp"] == pytest.approx(needed / 500 * 770.642156, rel=1e-9)


def test_liquor_that_is_diluted_keeps_its_alcohol_but_for_what_evaporates() -> None:
    # a bottle of 0.5 L at 53 %vol is 0.40769 L at 65 %vol; 1.5 % evaporates in each of 5 years:
    # 0.40769 / 0.985⁵ = 0.439694836 L of base liquor
    found = found_for(LIQUOR, stock(("65 %", "53 %"), "500 kL", "440 kL", loss="1.5 %", age="5 a"))
    assert errors(found) == []
    assert found["values"]["ageing.raw"]["value"] / 1000 == pytest.approx(0.439694836, abs=5e-10)
    assert found["cfp"] == pytest.approx(2 * 0.439694836 * 770.642156, rel=1e-8)


@pytest.mark.parametrize(
    ("filled", "conforms"),
    [("784 kL", True), ("816 kL", True), ("783 kL", False), ("817 kL", False)],
)
def test_a_ledger_that_does_not_close_is_a_finding(filled: str, conforms: bool) -> None:
    found = found_for(
        VINEGAR, stock(("60 kg/kL", "96 kg/kL"), "500 kL", filled, loss="0 %", age="3 a")
    )
    assert errors(found) == ([] if conforms else [("GJ855", "ageing")])
    assert found["cfp"] is not None


def test_what_is_conserved_is_in_one_unit_on_both_sides() -> None:
    text = VINEGAR.replace("kg/kL { limit", "% { limit", 1).replace(
        "content > 0 kg/kL", "content > 0 %", 1
    )
    with pytest.raises(AssertionError, match=r"GJ301|GJ302"):
        found_for(text, {})
