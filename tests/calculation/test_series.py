"""Series made by the rule: years of use, the factor of each year, sums over them; by hand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import declared, errors
from tests.calculation.small_standards import HEAD, found_for, small

LAMP = (
    HEAD
    + """
product lamp zh "灯" en "lamp" { functional unit 1 piece }
factor grid zh "电网" en "grid" : kgCO2e/kWh by year {
  source "by hand, 2024"  2023 = 0.6  2025 = 0.5  2027 = 0.4
}
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output lamp : piece
    input steel zh "钢" en "steel" : kg { factor 2 kgCO2e/kg }
  }
}
stage using zh "使用" en "Use" {
  process lighting zh "照明" en "Lighting" for 1 piece lamp {
    data service_life zh "年限" en "service life" : a { limit 0 .. 5000 a }
    data yearly zh "年耗电" en "yearly use" : kWh/a
    data decline zh "降幅" en "decline" : % { default 0 %  source "by hand, 2024" }
    each y zh "使用年" en "year of use" in 0 .. service_life / 1 a - 1 {
      input electricity zh "电" en "electricity" : kWh = yearly * 1 a * (1 - decline) ^ y {
        factor grid[year + y]
      }
      emission HFC_32 leak zh "泄漏" en "leak" : g = 1 g * y
    }
    let total zh "总耗电" en "total" : kWh = sum(y.electricity)
    let years zh "年数" en "years" = count(y)
    let halves zh "折半之和" en "sum of halves" = sum(0.5 ^ y)
    let last zh "最后一年" en "last year" : kWh = min(y.electricity)
  }
}
result over_years zh "多年耗电" en "use over years" : kWh = lighting.total {
  only when lighting.service_life > 2 a
}
result of_that zh "其一半" en "half of it" : kWh
  = prefer over_years / 2 zh "有" en "there" else 0 kWh
"""
)


def lamp(life: str) -> dict[str, Any]:
    return {
        "works": {"lamp": "10 piece", "steel": "50 kg"},
        "lighting": {"service_life": life, "yearly": "100 kWh/a", "decline": "10 %"},
    }


def values_of(found: dict[str, Any]) -> dict[str, Any]:
    return {path: value["value"] for path, value in found["values"].items()}


def test_each_year_takes_the_newest_factor_not_after_it() -> None:
    found = found_for(LAMP, lamp("3 a"))
    # steel 50 · 2 / 10 = 10; 2024 takes 0.6 of 2023, 2025 and 2026 take 0.5:
    # 100 · 0.6 + 90 · 0.5 + 81 · 0.5 = 145.5; leaks of 0, 1 and 2 g of 771
    assert errors(found) == []
    assert found["cfp"] == pytest.approx(10 + 145.5 + 0.003 * 771, rel=1e-12)
    assert found["by_gas"]["HFC_32"] == pytest.approx(0.003 * 771, rel=1e-12)
    flows = {flow["flow"]: flow["value"] for flow in found["by_flow"]}
    assert flows["lighting.y[3].electricity"] == pytest.approx(40.5, rel=1e-12)


def test_sums_run_over_the_years_that_the_rule_makes() -> None:
    values = values_of(found_for(LAMP, lamp("3 a")))
    assert values["lighting.total"] == pytest.approx(100 + 90 + 81, rel=1e-12)
    assert values["lighting.years"] == 3
    assert values["lighting.halves"] == 1.75
    assert values["lighting.last"] == pytest.approx(81, rel=1e-12)
    assert [values[f"lighting.y[{row}]"] for row in (1, 2, 3)] == [0, 1, 2]


def test_a_year_after_the_last_row_takes_the_last_row() -> None:
    # 2024 … 2027, the last at 0.4: 60 + 45 + 40.5 + 72.9 · 0.4; leaks 0 + 1 + 2 + 3 g
    found = found_for(LAMP, lamp("4 a"))
    assert found["cfp"] == pytest.approx(10 + 145.5 + 29.16 + 0.006 * 771, rel=1e-12)


def test_a_series_that_ends_before_it_begins_has_no_rows() -> None:
    found = found_for(LAMP, lamp("0 a"))
    assert found["cfp"] == pytest.approx(10, rel=1e-12)
    values = values_of(found)
    assert (values["lighting.total"], values["lighting.years"]) == (0, 0)
    assert values["lighting.last"] is None


@pytest.mark.parametrize("life", ["2.5 a", "1001 a"])
def test_what_cannot_be_counted_has_no_value_and_nothing_that_rests_on_it(life: str) -> None:
    found = found_for(LAMP, lamp(life))
    assert found["cfp"] is None
    assert errors(found) == [("GJ864", "lighting.y")]
    values = values_of(found)
    assert [values[f"lighting.{name}"] for name in ("total", "years", "halves")] == [None] * 3


@pytest.mark.parametrize("life", ["2.5 a", "1001 a"])
def test_a_provision_about_the_years_finds_nothing_where_they_cannot_be_counted(life: str) -> None:
    """100, 90 and 81 kWh of three years are more than 80 kWh; there is no year otherwise."""
    text = LAMP.replace(
        "      emission HFC_32",
        """      shall little: electricity <= 80 kWh zh "不多。" en "No year uses more."
      emission HFC_32""",
    )
    assert errors(found_for(text, lamp("3 a"))) == [
        ("GJ855", f"lighting.y[{row}]") for row in (1, 2, 3)
    ]
    assert errors(found_for(text, lamp(life))) == [("GJ864", "lighting.y")]


def test_a_wrong_bound_is_reported_once_where_it_is_wrong() -> None:
    found = found_for(LAMP, lamp("-1 a"))
    assert found["cfp"] is None
    assert errors(found) == [("GJ854", "lighting.service_life")]


def test_a_thousand_years_can_be_counted() -> None:
    assert values_of(found_for(LAMP, lamp("1000 a")))["lighting.years"] == 1000


def test_a_result_exists_only_when_its_condition_holds() -> None:
    long, short = found_for(LAMP, lamp("3 a")), found_for(LAMP, lamp("2 a"))
    assert long["results"]["over_years"]["value"] == pytest.approx(271, rel=1e-12)
    assert long["results"]["of_that"]["value"] == pytest.approx(135.5, rel=1e-12)
    assert short["results"]["over_years"]["value"] is None
    assert short["results"]["of_that"]["value"] == 0
    assert errors(short) == []


@given(life=st.integers(0, 40), decline=st.integers(0, 100), year=st.integers(2023, 2060))
def test_any_series_gives_the_same_exactly_and_by_the_calculator(
    life: int, decline: int, year: int
) -> None:
    data = lamp(f"{life} a")
    data["lighting"]["decline"] = f"{decline} %"
    assert_agree(*small(LAMP), declared(data, year=year))


GUARDED = (
    LAMP.replace("for 1 piece lamp {", "for 1 piece lamp {\n    only when lit").replace(
        "only when lighting.service_life > 2 a", "only when lit and lighting.service_life > 2 a"
    )
    + 'data lit zh "点亮" en "lit" : yes_no\n'
)


@pytest.mark.parametrize(("lit", "cfp"), [("yes", 10 + 145.5 + 0.003 * 771), ("no", 10)])
def test_a_series_of_a_process_that_does_not_run_has_no_rows(lit: str, cfp: float) -> None:
    found = found_for(GUARDED, {**lamp("3 a"), "lit": lit})
    assert found["cfp"] == pytest.approx(cfp, rel=1e-12)
    assert ("lighting.y[1]" in found["values"]) == (lit == "yes")


DEGRADING = (
    HEAD
    + """
product panel zh "组件" en "panel" { declared unit 1 kWh  reference flow 1 kW * 1 kWh / yield }
data first zh "首年发电" en "first-year yield" : kWh
let yield zh "寿命期发电量" en "yield over life" : kWh = plant.lifetime
stage making zh "制造" en "Making" {
  process plant zh "工厂" en "Plant" {
    output panel : kW
    input silicon zh "硅" en "silicon" : kg { factor 50 kgCO2e/kg }
    each k zh "年" en "year" in 0 .. 24 {
      let output_of zh "发电" en "yield" : kWh = first * 0.99 * 0.996 ^ k
    }
    let lifetime zh "寿命期发电" en "lifetime yield" : kWh = sum(k.output_of)
  }
}
"""
)


def test_a_functional_unit_may_rest_on_a_series_with_constant_bounds() -> None:
    # 100 kg · 50 for 10 kW, over 1 000 kWh · 0.99 · Σ 0.996^k (25 terms) for each kW
    lifetime = 1000 * 0.99 * (1 - 0.996**25) / (1 - 0.996)
    data = {"first": "1000 kWh", "plant": {"panel": "10 kW", "silicon": "100 kg"}}
    found = found_for(DEGRADING, data)
    assert found["cfp"] == pytest.approx(500 / lifetime, rel=1e-12)
