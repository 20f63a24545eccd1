"""Functional units, formulas with parameters, results under a condition, blends: as printed."""

import pytest

from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.plain import to_text
from tests.documents.content.compiling import compiled_text

PACK = """
standard pack "T/XXX 003—2026" { title zh "电池" en "Pack"  gwp ar6 }
gwp ar6 zh "IPCC 第六次评估报告" en "IPCC AR6" {
  source "IPCC AR6"  horizon 100 a  CO2 = 1  HFC_32 = 771  HFC_125 = 3740
  R_410A = 0.5 * HFC_32 + 0.5 * HFC_125
}
choice fluids { HFC_32 zh "R32" en "R32", R_410A zh "R410A" en "R410A" }
let part(A zh "分配系数" en "share" : %, E_v zh "原生料" en "virgin" : kgCO2e/kg)
    zh "再生料负荷" en "recycled burden" : kgCO2e/kg = (1 - A) * E_v { symbol "PB" }
let unused(A zh "系数" en "share" : %) zh "未用" en "unused" : % = A
data life zh "寿命" en "life" : number { symbol "N"  limit 1 .. 20 }
data reused zh "再生份额" en "reused" : % { symbol "w"  default 10 %  source "测试" }
product pack zh "电池" en "pack" { functional unit 1 kWh  reference flow 1 kg / life }
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output pack zh "电池" en "pack" : kg
    input steel zh "钢" en "steel" : kg { factor part(reused, E_v: 2 kgCO2e/kg) }
    data fluid zh "制冷剂" en "fluid" : choice fluids
    emission fluid leak zh "泄漏" en "leak" : kg
  }
}
result mass_figure zh "单位质量碳足迹" en "per mass" : kgCO2e/kg = pack.intensity {
  only when life > 2
}
result saved zh "减少量" en "saved" : kgCO2e = pack.cfp - none.pack.cfp
profile none zh "不计再生" en "nothing reused" { reused = 0 % }
"""


@pytest.fixture(scope="module")
def text() -> str:
    document = from_plan(compiled_text(PACK), "zh")
    return to_text(document, number(document))


def test_a_formula_with_parameters_is_defined_once_and_called_by_its_name(text: str) -> None:
    assert "PB(A, E_{v}) = (1−A)×E_{v}" in text
    assert "A——分配系数，以百分数表示（%）" in text
    assert "EF_{1} = PB(w, 2 kgCO₂e/kg)" in text
    assert "PB——再生料负荷，按公式（" in text


def test_a_formula_that_nothing_calls_is_not_printed(text: str) -> None:
    assert "未用" not in text


def test_a_reference_flow_that_is_calculated_is_a_formula(text: str) -> None:
    assert "功能单位对应的电池基准流按公式（" in text
    assert "Q_{1} = [1 kg]/[N]" in text
    assert "功能单位为1 kW·h电池" in text


def test_a_result_says_when_it_is_given_and_under_which_profile(text: str) -> None:
    assert "寿命大于2时给出的单位质量碳足迹按公式（" in text
    assert "CFP_{1}−CFP_{1,不计再生}" in text
    assert "其数值不应代替本文件的产品碳足迹：不计再生：再生份额取0%。" in text


def test_a_blend_says_what_it_is_made_of(text: str) -> None:
    assert "R-410A | R-410A" not in text
    assert "R410A | R-410A | — | 2255.5" in text
    assert "R-410A的全球变暖潜势按其组分计算：0.5×HFC-32＋0.5×HFC-125。" in text


def test_a_functional_unit_in_words_that_names_the_product_stands_alone() -> None:
    words = 'functional unit 1 kWh zh "电池放出的 1 kWh 电量" en "1 kWh delivered by the pack"'
    document = from_plan(compiled_text(PACK.replace("functional unit 1 kWh", words)), "zh")
    assert "功能单位为电池放出的1 kWh电量。" in to_text(document, number(document))
