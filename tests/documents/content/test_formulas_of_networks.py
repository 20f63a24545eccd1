"""Allocation, credits, own supply before bought, deliveries: the printed formulas give hand results."""

import re
from fractions import Fraction

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


def test_shares_credits_own_supply_and_delivery_are_printed_as_they_are_calculated() -> None:
    assert printed_value(SMELTER, DATA, "CFP1") == LEAD


BASE = {
    "MWh": Fraction(3_600_000_000), "t": Fraction(1000), "kg": Fraction(1), "GJ": Fraction(10**9),
}  # fmt: skip


def printed_value(text: str, data: dict[str, str], symbol: str) -> Fraction:
    """Build the Word document of a standard and calculate ``symbol`` from its formulas."""
    document = from_plan(compiled_text(text), "zh")
    word = docx.write(document, number(document))
    single, keyed = read_factors(omml_reading.tables(word))
    values = {
        name: Fraction(words.split()[0]) * BASE[words.split()[1]] for name, words in data.items()
    }
    pages = Pages(
        formulas=read_formulas(omml_reading.formulas(word)),
        values=single | values | read_amounts(omml_reading.where_lists(word)),
        words={"y": "2024"},
        rows=[],
        tables=keyed,
        given=set(),
    )
    return symbol_value(symbol, pages, None)


FERTILISER = """
standard fertiliser "T/XXX 004—2026" {
  title zh "温室气体　产品碳足迹量化方法与要求　磷酸二铵" en "Diammonium phosphate"
  gwp ar6
}
gwp ar6 zh "IPCC 第六次评估报告" en "IPCC AR6" { source "IPCC AR6"  horizon 100 a  CO2 = 1 }
factor gas zh "天然气" en "gas" : kgCO2e/t = 2000 { source "测试"  year 2024 }
factor acid_making zh "磷酸" en "acid" : kgCO2e/t = 500 { source "测试"  year 2024 }
factor bought zh "电力" en "power" : kgCO2e/MWh = 600 { source "测试"  year 2024 }
product dap zh "二铵" en "DAP" { declared unit 1 t }
stage making zh "生产" en "Making" {
  process ammonia_plant zh "合成氨" en "Ammonia plant" {
    output ammonia zh "液氨" en "ammonia" : t { symbol "A" }
    input gas_used zh "天然气" en "gas" : t { symbol "G"  factor gas }
  }
  process works zh "磷铵" en "Works" {
    output dap zh "二铵" en "DAP" : t { symbol "D"  let n zh "含氮量" en "nitrogen" = 18 %  let p zh "含磷量" en "phosphate" = 46 % }
    coproduct map zh "一铵" en "MAP" : t { symbol "M"  let n zh "含氮量" en "nitrogen" = 11 %  let p zh "含磷量" en "phosphate" = 49 % }
    input ammonia zh "液氨" en "ammonia" : t { symbol "N"  from ammonia_plant  allocate by n }
    input acid zh "磷酸" en "acid" : t { symbol "P"  factor acid_making  allocate by p }
    input power zh "电力" en "power" : MWh { symbol "W"  factor bought }
    allocate by mass
  }
}
"""
# By hand: nitrogen 36 + 11 = 47 t, phosphate 92 + 49 = 141 t, mass 300 t. Ammonia 50 · 1 600 = 80 000,
# acid 300 · 500 = 150 000, power 40 · 600 = 24 000 kgCO2e; 200 t of DAP.
DAP = (Fraction(80_000 * 36, 47) + Fraction(150_000 * 92, 141) + Fraction(24_000 * 200, 300)) / 200


def test_an_input_that_is_allocated_by_itself_is_printed_so_and_said_so() -> None:
    data = {"A": "100 t", "G": "80 t", "D": "200 t", "M": "100 t", "N": "50 t", "P": "300 t"}
    assert printed_value(FERTILISER, data | {"W": "40 MWh"}, "CFP1") == DAP
    document = from_plan(compiled_text(FERTILISER), "zh")
    text = to_text(document, number(document))
    assert "磷铵的输入和排放应按质量在其产品之间分配" in text
    assert "磷铵的液氨应单独按含氮量在其产品之间分配" in text
    assert "液氨分配给一铵的系数" in text
    assert "磷铵单元过程自身的温室气体排放量（不含单独分配的输入）" in text


def test_a_condition_that_chooses_the_basis_is_printed_as_cases() -> None:
    chosen = FERTILISER.replace(
        "allocate by mass",
        "allocate by when rich then p otherwise mass\n"
        '    data rich zh "高品位" en "rich ore" : yes_no',
    )
    document = from_plan(compiled_text(chosen), "zh")
    text = to_text(document, number(document))
    assert "磷铵的输入和排放应在其产品之间分配，分配系数按" in text
    assert "二铵的分配系数应按公式" in text


def test_a_condition_behind_a_brace_has_letters_and_no_marks() -> None:
    chosen = FERTILISER.replace(
        "allocate by mass",
        "allocate by when room > 3 m3 then p otherwise mass\n"
        '    data room zh "容积" en "room" : m3',
    )
    document = from_plan(compiled_text(chosen), "zh")
    text = to_text(document, number(document))
    assert "容积大于3 m³" in text
    assert "^{" not in text


BALANCED = FERTILISER.replace(
    "allocate by mass",
    """allocate by mass
    waste dust zh "粉尘" en "dust" : t { factor gas }
    let lost zh "损失氮" en "nitrogen lost" : t = outflow(n) { symbol "L" }
    emission CO2 stack zh "烟气" en "stack" : t = lost * 0.1""",
)


def test_a_sum_over_flows_is_written_out_and_names_what_it_leaves_out() -> None:
    document = from_plan(compiled_text(BALANCED), "zh")
    text = to_text(document, number(document))
    assert re.search(r"L = D×w_\{\d\}\+M×w_\{\d\} ", text)
    assert "粉尘没有给出相应的性质，不计入公式" in text


def test_a_substituted_product_is_said_to_be_credited() -> None:
    document = from_plan(compiled_text(SMELTER), "zh")
    text = to_text(document, number(document))
    assert "熔炼的硫酸按替代法处理：其分配系数取0，所替代产品的排放从熔炼的排放中扣除。" in text


def test_processes_that_supply_each_other_are_said_to_be_solved_together() -> None:
    own_use = SMELTER.replace(
        "emission CO2 stack",
        'input own zh "厂用电" en "own use" : MWh { from plant.power }\n    emission CO2 stack',
    )
    document = from_plan(compiled_text(own_use), "zh")
    assert "发电使用自身的产品，其公式联立求解。" in to_text(document, number(document))


def test_a_standard_without_prose_shows_the_drafter_what_is_missing() -> None:
    document = from_plan(compiled_text(SMELTER), "zh")
    text = to_text(document, number(document))
    assert "4　量化目的\n（待补充）" in text
    assert "本文件没有规范性引用文件。" in text
