"""A standard with a confidential recipe and a confidential emission, and a plant's data."""

from typing import Any

TEXT = """
standard small "T/XXX 009—2026" { title zh "小标准" en "Small" gwp ar6_7sm7 }
use factors.gwp
product thing zh "产品" en "thing" { declared unit 1 t }
factor clay_supply zh "粘土" en "clay" : kgCO2e/t = 7 { source zh "手算" en "by hand" }
stage raw zh "原料" en "raw materials" {
  process mixing zh "配料" en "mixing" {
    output mix zh "混合料" en "mix" : t
    input clay zh "粘土" en "clay" : t {
      factor clay_supply
      confidential
      limit at_most: 0 .. 900 t
    }
    input flux zh "熔剂" en "flux" : t { factor 311 kgCO2e/t }
    let clay_share zh "粘土占比" en "share of clay" : % = clay / mix
    data supplier zh "供应商" en "supplier" : text { confidential  unique }
  }
}
stage made zh "制造" en "manufacturing" {
  process firing zh "烧成" en "firing" {
    output thing zh "产品" en "thing" : t { data price zh "价" en "price" : 元/t { confidential } }
    coproduct sherds zh "废瓷" en "sherds" : t {
      data price zh "价" en "price" : 元/t { confidential }
    }
    input mix zh "混合料" en "mix" : t { from mixing }
    emission CF4 gas zh "气体" en "gas" : kg { confidential }
    emission CO2 flame zh "火焰" en "flame" : t
    input power zh "电" en "power" : MWh { factor 500 kgCO2e/MWh }
    allocate by price
  }
}
result clay_ratio zh "粘土比" en "clay ratio" : % = mixing.clay / firing.thing
should much_clay: mixing.clay_share >= 90 % zh "粘土宜不少于 90 %。" en "Clay should be 90 %."
profile market zh "市场" en "market" { gwp ar6_ghgp2024 }
example recipe zh "计算示例" en "worked example" {
  given {
    year = 2024
    mixing { mix = 1_000 t  clay = 739.13 t  flux = 261 t  supplier = "Kaolin Ltd" }
    firing {
      thing = 900 t  thing.price = 4_321 元/t
      sherds = 50 t  sherds.price = 876 元/t
      mix = 1_000 t  gas = 0.8437 kg  flame = 120 t  power = 77 MWh
    }
  }
  expect firing.thing = 900 t
}
"""
DATA: dict[str, dict[str, Any]] = {
    "mixing": {
        "mix": "1000 t", "clay": "739.13 t", "flux": "261 t", "supplier": "Kaolin Ltd",
    },
    "firing": {
        "thing": {"value": "900 t", "price": "4321 元/t"},
        "sherds": {"value": "50 t", "price": "876 元/t"},
        "mix": "1000 t", "gas": "0.8437 kg", "flame": "120 t", "power": "77 MWh",
    },
}  # fmt: skip
SECRET = (
    "739.13", "0.8437", "4321", "4 321", "876", "Kaolin",
    "5173.91",  # clay · 7
    "6226.506", "6226.51",  # gas · 7 380
    "73.913",  # share of clay [%]
    "82.1255", "0.821255",  # clay ratio
    "0.988865", "0.98886", "98.886",  # share of the thing: 3 888 900 / 3 932 700
)  # fmt: skip
"""What stands in no output: the data, what one line would be with a public factor, ratios."""
