"""How products share what a process adds: by bases, fixed shares, credits, input by input."""

from typing import Any

import pytest

from tests.calculation.compiled import errors
from tests.calculation.small_standards import WORKS, found_for


def cfp(text: str, data: dict[str, Any]) -> float:
    found = found_for(text, data)
    assert errors(found) == []
    total: float = found["cfp"]
    return total


def allocated(rule: str, *, of_tar: str = "", of_slag: str = "") -> str:
    """Give a standard with three products; ``rule`` divides, unless one has a rule of its own."""
    return f"""{WORKS}
stage making zh "制造" en "Making" {{
  process works zh "工厂" en "Works" {{
    output thing : t {{ let heat zh "热值" en "heat value" = 30 GJ/t }}
    coproduct tar zh "焦油" en "tar" : t {{ let heat zh "热值" en "heat value" = 40 GJ/t {of_tar} }}
    coproduct slag zh "渣" en "slag" : t {{ let heat zh "热值" en "heat value" = 0 GJ/t {of_slag} }}
    input coal zh "煤" en "coal" : t {{ factor 100 kgCO2e/t }}
    {rule}
  }}
}}
"""


PLANT = {"works": {"thing": "90 t", "tar": "10 t", "slag": "20 t", "coal": "10 t"}}


@pytest.mark.parametrize(
    ("rule", "share"),
    # by mass 90 of 120; by energy 2 700 of 3 100 GJ
    [("allocate by mass", 90 / 120), ("allocate by heat", 2700 / 3100)],
)
def test_a_property_divides_the_burden_among_the_products(rule: str, share: float) -> None:
    assert cfp(allocated(rule), PLANT) == pytest.approx(1000 * share / 90, rel=1e-12)


def test_a_fixed_share_comes_first_and_the_others_divide_the_rest() -> None:
    # tar 10 %, the rest by mass between 90 t and 20 t
    text = allocated("allocate by mass", of_tar="share 10 %")
    assert cfp(text, PLANT) == pytest.approx(1000 * 0.9 * 90 / 110 / 90, rel=1e-12)


def test_a_substituted_product_takes_nothing_and_gives_a_credit() -> None:
    # E = 1 000 − 20 t slag · 15 = 700; slag takes 0, thing and tar divide by mass: 90 of 100
    text = allocated("allocate by mass", of_slag="substitute 15 kgCO2e/t")
    found = found_for(text, PLANT)
    assert found["cfp"] == pytest.approx(700 * 0.9 / 90, rel=1e-12)
    [credit] = [flow for flow in found["by_flow"] if flow["flow"] == "works.slag"]
    assert credit["value"] == pytest.approx(-300 * 0.9 / 90, rel=1e-12)


def test_a_coproduct_that_was_not_made_leaves_the_others_as_they_are() -> None:
    text = allocated("allocate by mass")
    data = {"works": PLANT["works"] | {"slag": "0 t"}}
    assert cfp(text, data) == pytest.approx(1000 * 0.9 / 90, rel=1e-12)


def test_bases_that_add_up_to_nothing_allocate_nothing() -> None:
    text = allocated("allocate by mass")
    data = {"works": PLANT["works"] | {"thing": "0 t", "tar": "0 t", "slag": "0 t"}}
    found = found_for(text, data)
    assert found["cfp"] is None
    assert ("GJ863", "works") in errors(found)
    assert ("GJ851", "works.thing") in errors(found)


def test_a_product_that_was_not_made_has_none_of_the_share_fixed_for_it() -> None:
    text = allocated("allocate by mass", of_tar="share 10 %")
    data = {"works": PLANT["works"] | {"tar": "0 t"}}
    assert cfp(text, data) == pytest.approx(1000 * 90 / 110 / 90, rel=1e-12)


BY_PRICE_OR_HEAT = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    data dear zh "价差大" en "prices far apart" : yes_no
    output thing : t { let energy zh "热值" en "heat value" = 30 GJ/t
                      let price zh "价格" en "price" = 1000 元/t }
    coproduct power zh "电" en "power" : kWh { let price zh "价格" en "price" = 0.5 元/kWh }
    input coal zh "煤" en "coal" : t { factor 100 kgCO2e/t }
    allocate by when dear then price otherwise energy
  }
}
"""
)


@pytest.mark.parametrize(
    ("dear", "share"),
    # 90 t · 1 000 and 20 000 kWh · 0.5 CNY; 90 t · 30 GJ and 20 000 kWh · 0.0036 GJ
    [("yes", 90000 / 100000), ("no", 2700 / 2772)],
)
def test_a_condition_chooses_what_is_allocated_by(dear: str, share: float) -> None:
    data = {"works": {"dear": dear, "thing": "90 t", "power": "20000 kWh", "coal": "10 t"}}
    assert cfp(BY_PRICE_OR_HEAT, data) == pytest.approx(1000 * share / 90, rel=1e-12)


FERTILISER = (
    WORKS
    + """
stage supply zh "供应" en "Supply" {
  process ammonia_plant zh "合成氨" en "Ammonia plant" {
    output ammonia zh "液氨" en "ammonia" : t
    input gas zh "天然气" en "gas" : t { factor 2000 kgCO2e/t }
    input urea_return zh "返料" en "returned" : t { from works.scrap }
  }
}
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t { let n zh "氮" en "nitrogen" = 18 %
                      let p zh "磷" en "phosphate" = 46 % }
    coproduct map zh "一铵" en "MAP" : t { let n zh "氮" en "nitrogen" = 11 %
                                                let p zh "磷" en "phosphate" = 49 % }
    coproduct scrap zh "返料" en "scrap" : t { let n zh "氮" en "nitrogen" = 20 %
                                                  let p zh "磷" en "phosphate" = 0 % }
    input ammonia zh "液氨" en "ammonia" : t { from ammonia_plant  allocate by n }
    input acid zh "磷酸" en "acid" : t { factor 500 kgCO2e/t  allocate by p }
    input power zh "电" en "power" : MWh { factor 600 kgCO2e/MWh }
    allocate by mass
  }
}
"""
)


def fertiliser(returned: str = "0 t") -> dict[str, Any]:
    return {
        "ammonia_plant": {"ammonia": "100 t", "gas": "80 t", "urea_return": returned},
        "works": {
            "thing": "200 t",
            "map": "100 t",
            "scrap": "20 t",
            "ammonia": "50 t",
            "acid": "300 t",
            "power": "40 MWh",
        },
    }


def test_inputs_are_divided_each_by_a_basis_of_its_own() -> None:
    # nitrogen 36 + 11 + 4 = 51 t, phosphate 92 + 49 = 141 t, mass 320 t;
    # ammonia 50 · 1 600 = 80 000, acid 150 000, power 24 000 kgCO2e; thing is 200 t
    found = found_for(FERTILISER, fertiliser())
    by_hand = 80000 * 36 / 51 + 150000 * 92 / 141 + 24000 * 200 / 320
    assert found["cfp"] == pytest.approx(by_hand / 200, rel=1e-12)
    assert found["by_flow"][1]["flow"] == "works.acid"
    assert found["by_flow"][1]["value"] == pytest.approx(150000 * 92 / 141 / 200, rel=1e-12)
    assert found["allocation"]["works.thing"] == pytest.approx(200 / 320)
    assert found["allocation"]["works.ammonia / works.thing"] == pytest.approx(36 / 51)
    assert found["allocation"]["works.acid / works.scrap"] == 0


def test_a_loop_goes_through_the_input_that_it_passes_by_the_basis_of_that() -> None:
    # half of the scrap, 10 of 20 t, goes back to the ammonia plant. With T for the plant, of which
    # the works take 50 of 100 t by nitrogen: T = 160 000 + 10/20 · (4/51 · T/2 + 24 000 · 20/320);
    # scrap has no phosphate, so nothing of the acid
    total = (160000 + 750) / (1 - 1 / 51)
    by_hand = total / 2 * 36 / 51 + 150000 * 92 / 141 + 24000 * 200 / 320
    assert cfp(FERTILISER, fertiliser("10 t")) == pytest.approx(by_hand / 200, rel=1e-12)


def test_an_input_without_a_basis_names_itself() -> None:
    text = FERTILISER.replace("= 46 %", "= 0 %").replace("= 49 %", "= 0 %")
    found = found_for(text, fertiliser())
    assert found["cfp"] is None
    assert errors(found) == [("GJ863", "works.acid")]


OVENS = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process ovens zh "焦炉" en "Ovens" {
    data dry zh "干熄" en "dry quenching" : yes_no
    output thing : t { let heat zh "热值" en "heat" = 28 GJ/t  data c zh "碳" en "carbon" : % }
    coproduct power zh "电" en "power" : MWh {
      only when dry
      data heat zh "能量" en "energy" : GJ/MWh
    }
    coproduct gas zh "煤气" en "gas" : t {
      let heat zh "热值" en "heat" = 40 GJ/t
      let c zh "碳" en "carbon" = 40 %
    }
    input coal zh "煤" en "coal" : t { factor 100 kgCO2e/t  data c zh "碳" en "carbon" : % }
    input underfiring zh "加热煤气" en "underfiring" : t { from ovens.gas }
    input light zh "照明" en "light" : MWh { from ovens.power  factor 600 kgCO2e/MWh }
    emission CO2 burnt zh "碳平衡" en "carbon balance" : t = (inflow(c) - outflow(c)) * 44 / 12
    let sold zh "外供热量" en "heat sold" : GJ = outflow(heat) - underfiring * 40 GJ/t
    allocate by heat
  }
}
result per_heat zh "单位热量" en "per heat" : kgCO2e/GJ = thing.intensity / (28 GJ/t)
result all_heat zh "外供热量" en "heat sold" : GJ = ovens.sold
"""
)


def ovens(**more: str) -> dict[str, Any]:
    data = {"dry": "no", "thing": "100 t", "gas": "30 t", "coal": "140 t", "underfiring": "12 t"}
    return {"ovens": data | {"light": "5 MWh", "thing.c": "85 %", "coal.c": "75 %"} | more}


def test_own_gas_carries_its_carbon_in_and_out_and_bears_no_burden() -> None:
    # carbon in 140 · 75 % + 12 · 40 % = 109.8 t, out 85 + 30 · 40 % = 97 t: 12.8 t · 44/12 of CO2;
    # coal 14 000 and light 3 000 kgCO2e; 2 800 GJ of thing and 18 t · 40 GJ of gas leave the works
    found = found_for(OVENS, ovens())
    joint = 12800 * 44 / 12 + 14000 + 3000
    assert errors(found) == []
    assert found["cfp"] == pytest.approx(joint * 28 / (2800 + 720), rel=1e-12)
    assert found["values"]["per_heat"]["value"] == pytest.approx(joint / 3520, rel=1e-12)
    assert found["values"]["all_heat"]["value"] == pytest.approx(3520, rel=1e-12)


def test_what_is_not_there_counts_as_nothing_in_sums_and_shares() -> None:
    # 20 MWh of power at 3.6 GJ, of which 5 MWh light the works: 54 GJ leave, no light is bought
    found = found_for(OVENS, ovens(dry="yes", power="20 MWh", **{"power.heat": "3.6 GJ/MWh"}))
    joint = 12800 * 44 / 12 + 14000
    assert found["cfp"] == pytest.approx(joint * 28 / (2800 + 720 + 54), rel=1e-12)
    assert found_for(OVENS, ovens())["allocation"]["ovens.power"] == 0


NOTHING_BORNE = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process mine zh "矿" en "Mine" {
    output ore zh "矿石" en "ore" : t
    data fuel zh "燃料" en "fuel" : t { limit fuel > 0 t }
    emission CO2 burnt zh "燃烧" en "burning" : t = fuel
  }
  process split zh "分选" en "Splitting" {
    input ore zh "矿石" en "ore" : t { from mine }
    output part zh "零料" en "part" : t { share 0 % }
    coproduct rest zh "余料" en "rest" : t { share 100 % }
  }
  process shop zh "车间" en "Shop" {
    input part zh "零料" en "part" : t { from split.part }
    output thing : t
    data gas zh "燃气" en "gas" : t
    emission CO2 own zh "自有" en "own" : t = gas
  }
}
"""
)


def test_what_bears_nothing_of_an_unknown_burden_is_known() -> None:
    """2 t CO2 of its own for 1 t: of the mine, whose fuel is wrong, its part bears 0 %."""
    data = {
        "mine": {"ore": "1 t", "fuel": "0 t"},
        "split": {"ore": "1 t", "part": "1 t", "rest": "1 t"},
        "shop": {"part": "1 t", "thing": "1 t", "gas": "2 t"},
    }
    found = found_for(NOTHING_BORNE, data)
    assert found["cfp"] == 2000.0
    assert errors(found) == [("GJ854", "mine.fuel")]
