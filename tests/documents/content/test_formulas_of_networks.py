"""Allocation, credits, own supply before bought, deliveries: the printed formulas give hand results."""

from fractions import Fraction

import pytest

from guiju.backends import docx
from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.plain import to_text
from tests.documents import omml_reading
from tests.documents.content.compiling import compiled_text
from tests.documents.content.evaluating import (
    Pages,
    read_amounts,
    read_factors,
    read_formulas,
    symbol_value,
)

SMELTER = """
standard smelter "T/XXX 003—2026" {
  title zh "温室气体　产品碳足迹量化方法与要求　铅锭" en "Lead ingot"
  gwp ar6
}
gwp ar6 zh "IPCC 第六次评估报告" en "IPCC AR6" { source "IPCC AR6"  horizon 100 a  CO2 = 1  CH4, fossil = 29.8 }
factor lead_ore zh "铅精矿" en "ore" : kgCO2e/t = 30 { source "测试"  year 2024 }
factor acid_making zh "硫酸" en "acid" : kgCO2e/t = 120 { source "测试"  year 2024 }
factor diesel zh "柴油" en "diesel" : kgCO2e/GJ = 90 { source "测试"  year 2024 }
factor bought_power zh "外购电力" en "bought power" : kgCO2e/kWh = 0.6 { source "测试"  year 2024 }
product lead zh "铅锭" en "lead ingot" { declared unit 1 t }
stage making zh "生产" en "Making" {
  process plant zh "发电" en "Power plant" {
    output power zh "自发电" en "own power" : MWh { symbol "P" }
    emission CO2 stack zh "烟气" en "stack" : t { symbol "M" }
  }
  process smelting zh "熔炼" en "Smelting" {
    output lead zh "铅锭" en "lead ingot" : t { symbol "L"  let price zh "价格" en "price" = 16_000 元/t }
    coproduct silver zh "银锭" en "silver" : kg { symbol "S"  let price zh "价格" en "price" = 6_000 元/kg }
    coproduct acid zh "硫酸" en "acid" : t { symbol "A"  substitute acid_making  let price zh "价格" en "price" = 0 元/t }
    input ore zh "铅精矿" en "ore" : t { symbol "O"  factor lead_ore }
    input power zh "电力" en "power" : MWh { symbol "W"  from plant.power  factor bought_power }
    emission CH4 leak zh "泄漏" en "leak" : kg { symbol "K"  origin fossil }
    allocate by price
  }
}
stage usage zh "分销" en "Distribution" {
  process delivery zh "配送" en "Delivery" for 2 t lead {
    input fuel zh "柴油热量" en "diesel heat" : GJ { symbol "D"  factor diesel }
  }
}
"""
DATA = {
    "P": "400 MWh", "M": "200 t", "L": "1000 t", "S": "2000 kg", "A": "500 t", "O": "3000 t",
    "W": "1000 MWh", "K": "100 kg", "D": "4 GJ",
}  # fmt: skip
# By hand: own power 200 000 kg / 400 MWh = 500 kgCO2e/MWh; it covers 400 of 1 000 MWh.
# Burden of smelting: 3 000·30 + 600·600 + 100·29.8 − 500·120 = 392 980; with own power 592 980 kgCO2e.
# Prices: lead 16 000 000, silver 12 000 000, acid 0, so lead takes 4/7; per tonne 592 980·4/7/1 000.
# Delivery: 4 GJ · 90 / 2 t = 180 kgCO2e/t.
LEAD = Fraction(592_980) * 4 / 7 / 1000 + 180


@pytest.fixture(scope="module")
def word() -> bytes:
    document = from_plan(compiled_text(SMELTER), "zh")
    return docx.write(document, number(document))


def test_shares_credits_own_supply_and_delivery_are_printed_as_they_are_calculated(
    word: bytes,
) -> None:
    single, keyed = read_factors(omml_reading.tables(word))
    values = {
        symbol: Fraction(words.split()[0]) * BASE[words.split()[1]]
        for symbol, words in DATA.items()
    }
    pages = Pages(
        formulas=read_formulas(omml_reading.formulas(word)),
        values=single | values | read_amounts(omml_reading.where_lists(word)),
        words={"y": "2024"},
        rows=[],
        tables=keyed,
        given=set(),
    )
    assert symbol_value("CFP1", pages, None) == LEAD


BASE = {
    "MWh": Fraction(3_600_000_000), "t": Fraction(1000), "kg": Fraction(1), "GJ": Fraction(10**9),
}  # fmt: skip


def test_processes_that_supply_each_other_are_said_to_be_solved_together() -> None:
    own_use = SMELTER.replace(
        "emission CO2 stack",
        'input own zh "厂用电" en "own use" : MWh { from plant.power }\n    emission CO2 stack',
    )
    document = from_plan(compiled_text(own_use), "zh")
    assert "公式联立求解" in to_text(document, number(document))


def test_a_standard_without_prose_shows_the_drafter_what_is_missing() -> None:
    document = from_plan(compiled_text(SMELTER), "zh")
    text = to_text(document, number(document))
    assert "4　量化目的\n（待补充）" in text
    assert "本文件没有规范性引用文件。" in text
