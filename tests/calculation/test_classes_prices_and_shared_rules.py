"""Classes by threshold and condition, prices over a window, an allocation that standards share."""

from typing import Any

import pytest

from guiju_dsl.source import SourceText
from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import (
    calculator,
    compile_text,
    declared,
    errors,
    result,
    shipped,
)
from tests.calculation.small_standards import HEAD, PRODUCT, WORKS, found_for

CLASSED = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing zh "产品" en "thing" : t
    data scrap zh "废料比" en "share of scrap" : % { limit 0 .. 100 % }
    input ore zh "矿石" en "ore" : t { factor 100 kgCO2e/t }
  }
}
data audited zh "是否经核查" en "verified" : yes_no
result class zh "等级" en "class" : choice {
    best zh "一级" en "best", good zh "二级" en "good", none zh "未定级" en "none"
  }
  = when audited and thing.cfp <= 400 kgCO2e - 300 kgCO2e * works.scrap then best
    when audited and thing.cfp > 400 kgCO2e - 300 kgCO2e * works.scrap and thing.cfp <= 600 kgCO2e
      then good
    otherwise none
"""
)


@pytest.mark.parametrize(
    ("ore", "scrap", "audited", "grade"),
    [
        # the threshold slides: 400 − 300 × 20 % = 340 kgCO2e; 34 t of ore over 10 t of thing is 340
        ("34 t", "20 %", "yes", "best"),
        ("34.1 t", "20 %", "yes", "good"),
        ("34.1 t", "0 %", "yes", "best"),
        ("60 t", "20 %", "yes", "good"),
        ("60.1 t", "20 %", "yes", "none"),
        ("34 t", "20 %", "no", "none"),
    ],
)
def test_a_class_takes_a_threshold_that_slides_and_a_condition(
    ore: str, scrap: str, audited: str, grade: str
) -> None:
    data = {"works": {"thing": "10 t", "ore": ore, "scrap": scrap}, "audited": audited}
    assert found_for(CLASSED, data)["values"]["class"]["value"] == grade


PRICED = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    allocate by price
    output thing zh "产品" en "thing" : t {
      let price zh "均价" en "mean price" = mean(quoted.first)
    }
    coproduct dust zh "粉尘" en "dust" : t {
      let price zh "均价" en "mean price" = mean(quoted.second)
    }
    each quoted zh "年份" en "year" {
      data of_year zh "年份" en "year" : year { unique }
      data first zh "产品价格" en "price of thing" : CNY/t
      data second zh "粉尘价格" en "price of dust" : CNY/t
    }
    input ore zh "矿石" en "ore" : t { factor 100 kgCO2e/t }
    shall window: count(quoted) >= 3 and max(quoted.of_year) = year
      zh "价格应取期末前三年的均值。" en "Prices shall be means of the last three years."
  }
}
"""
)


def prices(*years: tuple[int, int, int]) -> dict[str, Any]:
    rows = [
        {"of_year": year, "first": f"{first} CNY/t", "second": f"{second} CNY/t"}
        for year, first, second in years
    ]
    return {"works": {"thing": "10 t", "dust": "5 t", "ore": "12 t", "quoted": rows}}


def test_an_allocation_takes_the_mean_price_of_its_window() -> None:
    # means 300 and 120 CNY/t: 10 × 300 of 10 × 300 + 5 × 120, 3 000 / 3 600 of 1 200 kg
    found = found_for(PRICED, prices((2022, 200, 90), (2023, 300, 120), (2024, 400, 150)))
    assert errors(found) == []
    assert found["cfp"] == pytest.approx(1200 * 3000 / 3600 / 10, rel=1e-12)


@pytest.mark.parametrize("years", [(2023, 2024), (2021, 2022, 2023)])
def test_a_window_that_is_too_short_or_too_old_is_a_finding(years: tuple[int, ...]) -> None:
    found = found_for(PRICED, prices(*((year, 300, 120) for year in years)))
    assert errors(found) == [("GJ855", "works")]


RULE = """
library rules.joint { title zh "共用分配规则" en "Joint allocation" }
let by_energy(own : t, heat : GJ/t, other : t, other_heat : GJ/t)
  zh "按能量的份额" en "share by energy" : % = own * heat / (own * heat + other * other_heat)
"""
OVEN = (
    HEAD
    + "use rules.joint\n"
    + PRODUCT
    + """
stage making zh "制造" en "Making" {
  process oven zh "炉" en "Oven" {
    FIRST thing zh "产品" en "thing" : t { share by_energy(thing, 28 GJ/t, tar, 36 GJ/t) }
    SECOND tar zh "焦油" en "tar" : t
    input coal zh "煤" en "coal" : t { factor 100 kgCO2e/t }
  }
}
"""
)
TAR = OVEN.replace("product thing", "product tar").replace(
    '"产品" en "thing" { declared', '"焦油" en "tar" { declared'
)


def joint(name: str) -> SourceText | None:
    return SourceText(name="joint.pcr", text=RULE) if name == "rules.joint" else shipped(name)


def test_two_standards_share_one_allocation_and_leave_nothing_over() -> None:
    # 100 t at 28 GJ and 10 t at 36 GJ: 2 800 of 3 160 GJ for the thing, 360 for the tar
    data = {"oven": {"thing": "100 t", "tar": "10 t", "coal": "120 t"}}
    burdens = []
    for text, amount in ((OVEN, 100), (TAR, 10)):
        plan = compile_text(text.replace("FIRST", "output").replace("SECOND", "coproduct"), joint)
        module = calculator(plan)
        assert_agree(plan, module, declared(data))
        burdens.append(result(module, declared(data))["cfp"] * amount)
    assert burdens == pytest.approx([12_000 * 2800 / 3160, 12_000 * 360 / 3160], rel=1e-12)
    assert sum(burdens) == pytest.approx(12_000, rel=1e-12)
