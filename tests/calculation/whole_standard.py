"""A whole small standard of primary aluminium, with the library that it uses."""

from guiju_dsl.source import SourceText
from tests.calculation.compiled import shipped

CHINA = """
library factors.china { title zh "因子" en "Factors" }
factor gas_supply zh "天然气上游" en "gas supply" : kgCO2e/m3 = 0.608 { source "CPCD" }
factor gas_burning zh "天然气燃烧" en "gas burning" : kgCO2/m3 = 2.16 { source "CPCD" }
factor grid_footprint zh "电网" en "grid" : kgCO2e/kWh by year {
  source "MEE 2024"  2023 = 0.6205  2024 = 0.5777
}
"""
STANDARD = """
standard primary_aluminium "T/XXX 001—2026" {
  title   zh "电解铝" en "Primary aluminium"
  status  draft
  gwp     ar6_7sm7
}
use factors.gwp, factors.china

product aluminium_ingot zh "重熔用铝锭" en "remelt aluminium ingot" { declared unit 1 t }

stage raw_materials zh "原材料获取" en "Raw material acquisition" {
  process anode_production zh "预焙阳极生产" en "Prebaked anode production" {
    output anode zh "阳极" en "anode" : t
    input natural_gas zh "天然气" en "natural gas" : m3 { factor gas_supply  primary }
    emission CO2 combustion zh "燃烧" en "combustion" : t = natural_gas * gas_burning
  }
}
stage manufacturing zh "产品制造" en "Manufacturing" {
  process power_supply zh "供电" en "Power supply" {
    output power zh "供电量" en "power" : MWh = sum(supply.electricity)
    each supply zh "电力来源" en "electricity supply" {
      data kind zh "来源" en "kind" : choice {
        grid zh "电网" en "grid", self_generated zh "自备" en "own"
      }
      data own_factor zh "自备电厂因子" en "own factor" : kgCO2e/kWh {
        only when kind is self_generated  valid 1 a
      }
      input electricity zh "电量" en "electricity" : MWh {
        factor when kind is grid then grid_footprint[year] otherwise own_factor
        primary
      }
    }
  }
  process electrolysis zh "铝电解" en "Electrolysis" {
    output liquid_aluminium zh "铝液" en "liquid aluminium" : t
    input  anode zh "阳极净耗" en "anode" : t { from anode_production  factor anode_market }
    input  electricity zh "电力" en "electricity" : MWh { from power_supply.power }
    data   sulphur zh "阳极含硫" en "sulphur" : % {
      default 2 %  source "40 CFR 98.63"  limit 0 .. 10 %
    }
    emission CO2 anode_consumption zh "阳极消耗" en "anode consumption" : t
      = anode * (1 - sulphur) * 44 / 12
    data   cell zh "槽型" en "cell" : choice cells
    data   anode_effects zh "阳极效应系数" en "anode effects" : 1/d { optional  primary }
    data   effect_duration zh "效应持续时间" en "effect duration" : min { optional  primary }
    data   own_cf4 zh "实测系数" en "own CF4" : kgCF4/t { optional  primary  valid 3 a }
    let    cf4_intensity zh "四氟化碳排放强度" en "CF4 intensity" : kgCF4/t
      = prefer own_cf4                                            zh "实测" en "own measurement"
        else   slope_cf4[cell] * anode_effects * effect_duration  zh "斜率法" en "slope method"
        else   0.034 kgCF4/t                                      zh "缺省值" en "default"
    emission CF4 anode_gas zh "阳极效应" en "anode effects" : kg = cf4_intensity * liquid_aluminium
    expect electricity / liquid_aluminium in 12.8 .. 15.5 MWh/t
  }
  process casting zh "铸造" en "Casting" {
    output aluminium_ingot zh "铝锭" en "aluminium ingot" : t
    input  liquid_aluminium zh "铝液" en "liquid aluminium" : t { from electrolysis }
  }
}
choice cells {
  PFPB zh "点式下料预焙槽" en "point-fed prebake", SWPB zh "边部下料预焙槽" en "side-worked"
}
factor slope_cf4 zh "斜率系数" en "CF4 slope" : kgCF4·d/t·min by cells {
  source "CBAM annex II"  PFPB = 0.104
}
factor anode_market zh "外购阳极" en "anodes on the market" : kgCO2e/t = 376 {
  source "CPCD 2013"  unverified
}

data aluminium_content zh "铝含量" en "aluminium content" : %
shall purity: aluminium_content >= 99.70 %
  zh "铝含量应不低于 99.70 %。" en "Aluminium shall be at least 99.70 %."
"""


def find(name: str) -> SourceText | None:
    """Find the library of this standard, or what ships."""
    if name == "factors.china":
        return SourceText(name="factors/china.pcr", text=CHINA)
    return shipped(name)


def smelter() -> dict[str, dict[str, object]]:
    """Give a year's data of a smelter that makes 400 of the 415 t of anodes that it uses."""
    return {
        "anode_production": {"anode": "400 t", "natural_gas": "24000 m3"},
        "power_supply": {"supply": [{"kind": "grid", "electricity": "13400 MWh"}]},
        "electrolysis": {
            "liquid_aluminium": "1000 t",
            "anode": "415 t",
            "electricity": "13350 MWh",
            "cell": "PFPB",
        },
        "casting": {"aluminium_ingot": "1000 t", "liquid_aluminium": "1000 t"},
    }
