"""A series is printed as Σ with its bounds, and what the pages say gives the number by hand."""

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

LAMP = """
standard lamp "T/XXX 003—2026" { title zh "灯" en "Lamp"  gwp ar6 }
gwp ar6 zh "IPCC 第六次评估报告" en "IPCC AR6" { source "IPCC AR6"  horizon 100 a  CO2 = 1 }
factor grid zh "电网" en "grid" : kgCO2e/kWh by year {
  source "测试"  2023 = 0.6  2025 = 0.5  2027 = 0.4
}
factor steel_making zh "炼钢" en "steel" : kgCO2e/kg = 2 { source "测试"  year 2024 }
product lamp zh "灯" en "lamp" { functional unit 1 piece }
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output lamp zh "灯" en "lamp" : piece { symbol "L" }
    input steel zh "钢" en "steel" : kg { symbol "S"  factor steel_making }
  }
}
stage using zh "使用" en "Use" {
  process lighting zh "照明" en "Lighting" for 1 piece lamp {
    data life zh "使用年限" en "life" : number { symbol "N"  limit 1 .. 20 }
    data yearly zh "年耗电量" en "yearly use" : kWh { symbol "W" }
    data decline zh "年降幅" en "yearly decline" : % { symbol "d" }
    each y zh "使用年" en "year of use" in 0 .. life - 1 {
      input electricity zh "耗电量" en "electricity" : kWh = yearly * (1 - decline) ^ y {
        symbol "A"  factor grid[year + y]
      }
    }
  }
}
"""
# 50 kg · 2 / 10; then 100 · 0.6 (2024) + 90 · 0.5 (2025) + 81 · 0.5 (2026)
BY_HAND = Fraction(10) + 60 + 45 + Fraction("40.5")


@pytest.fixture(scope="module")
def word() -> bytes:
    document = from_plan(compiled_text(LAMP), "zh")
    return docx.write(document, number(document))


def test_the_printed_sum_over_years_gives_the_result_by_hand(word: bytes) -> None:
    single, keyed = read_factors(omml_reading.tables(word))
    collected = {"L": "10", "S": "50", "N": "3", "W": "360000000", "d": "1/10"}
    pages = Pages(
        formulas=read_formulas(omml_reading.formulas(word)),
        values=single
        | {symbol: Fraction(value) for symbol, value in collected.items()}
        | read_amounts(omml_reading.where_lists(word)),
        words={"y": "2024"},
        rows=[],
        tables=keyed,
        given=set(),
    )
    assert symbol_value("CFP1", pages, None) == BY_HAND


def test_the_text_says_which_year_a_value_is_of() -> None:
    document = from_plan(compiled_text(LAMP), "zh")
    text = to_text(document, number(document))
    assert "Σ_{t=0..N−1} A_{t}×EF_{2,y+t}" in text
    assert "A_{t}——使用年t的耗电量，单位为千瓦时（kW·h）" in text
    assert "EF_{2,y+t}——电网的排放因子" in text
    assert "按年份y+t从表B.2取值" in text
    assert "t——使用年，量纲为一" in text
