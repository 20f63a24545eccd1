"""Uncertainty of data and factors: read, checked, kept, shown."""

from fractions import Fraction

import pytest

from guiju.backends.form.words import help_of
from guiju.backends.json_schema import to_schema
from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.plain import to_text
from guiju_dsl.standard.note_model import Spread
from tests.calculation.compiled import compile_text
from tests.calculation.small_standards import WORKS
from tests.checked_standard.checking import checked, faults

SAID = [
    ("5 %", Spread(kind="normal", parameters=(Fraction(1, 20),))),
    ("0.05", Spread(kind="normal", parameters=(Fraction(1, 20),))),
    ("lognormal(1.2)", Spread(kind="lognormal", parameters=(Fraction(6, 5),))),
    (
        "uniform(900 kg, 1.2 t)",
        Spread(kind="uniform", parameters=(Fraction(9, 10), Fraction(6, 5))),
    ),
    (
        "triangular(0.9 t, 1, 1.2)",
        Spread(kind="triangular", parameters=(Fraction(9, 10), Fraction(1), Fraction(6, 5))),
    ),
    ("basic(1.05)", Spread(kind="basic", parameters=(Fraction(21, 20),))),
]


@pytest.mark.parametrize(("said", "spread"), SAID)
def test_a_datum_keeps_its_uncertainty_in_its_own_unit(said: str, spread: Spread) -> None:
    bound = checked(f"data ore : t {{ uncertainty {said} }}")
    [datum] = [d for d in bound.rules.data if d.path == "ore"]
    assert datum.uncertainty == spread


def test_the_chinese_names_of_the_distributions_mean_the_same() -> None:
    bound = checked(
        "数据 矿 : t { 不确定度 三角（1 t，2 t，3 t） } 数据 煤 : t { 不确定度 均匀（1，2） }"
        "数据 气 : t { 不确定度 基本（1.05） }"
    )
    kinds = [d.uncertainty.kind for d in bound.rules.data if d.uncertainty is not None]
    assert kinds == ["triangular", "uniform", "basic"]


def test_a_formula_may_be_called_as_an_uncertainty_is() -> None:
    bound = checked(
        """let basic(load : t) : t = 2 * load
        data ore : t { uncertainty basic(1.05) }
        let doubled = basic(ore)"""
    )
    [ore] = [d for d in bound.rules.data if d.path == "ore"]
    assert ore.uncertainty == Spread(kind="basic", parameters=(Fraction(21, 20),))
    assert [formula.path for formula in bound.rules.formulas] == ["doubled"]


def test_a_row_of_a_factor_has_its_own_uncertainty_or_that_of_the_table() -> None:
    bound = checked(
        """factor grid : kgCO2e/kWh by year {
          source "a"  uncertainty 5 %
          2023 = 0.6205 { uncertainty uniform(0.6, 0.65) }  2024 = 0.5777
        }"""
    )
    [table] = [t for t in bound.rules.tables if t.path == "grid"]
    assert [row.uncertainty for row in table.rows] == [
        Spread(kind="uniform", parameters=(Fraction(3, 5), Fraction(13, 20))),
        Spread(kind="normal", parameters=(Fraction(1, 20),)),
    ]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("5 kg", "unit-mismatch"),
        ("uniform(1 MWh, 2 t)", "unit-mismatch"),
        ("lognormal(1.2, 1.3)", "wrong-arguments"),
        ("uniform(2 t, 1 t)", "unsound-uncertainty"),
        ("triangular(1 t, 1 t, 1 t)", "unsound-uncertainty"),
        ("lognormal(0.5)", "unsound-uncertainty"),
        ("-1 %", "unsound-uncertainty"),
        ("basic(5 %)", "unsound-uncertainty"),
        ("basic(1.05 t)", "unit-mismatch"),
        ("basic(1.05, 1.1)", "wrong-arguments"),
        ("other", "wrong-kind"),
    ],
)
def test_what_is_no_uncertainty_is_refused(said: str, fault: str) -> None:
    found = faults(f"data other : number\ndata ore : t {{ uncertainty {said} }}")
    assert [line.partition(":")[0] for line in found] == [fault]


def test_form_schema_and_document_say_it() -> None:
    plan = compile_text(
        WORKS
        + """
        quality { indicator time zh "时间" en "time" { 1 zh "今" en "now" = 1.0 } }
        factor power_factor zh "电力因子" en "power factor" : kgCO2e/MWh = 600 {
          source "by hand"  uncertainty lognormal(1.1)
        }
        process work zh "生产" en "work" {
          output thing zh "产品" en "thing" : t
          input power zh "电" en "power" : MWh {
            factor power_factor  uncertainty triangular(1 MWh, 2 MWh, 4 MWh)
          }
          emission CO2 stone zh "石" en "stone" : t { uncertainty basic(1.05) }
        }"""
    )
    [power] = [d for d in plan.data_model.data if d.path == "work.power"]
    assert help_of(power, "zh").endswith("不确定度：三角，1 ~ 2 ~ 4 MWh")
    assert "不确定度 · uncertainty: 三角，1 ~ 2 ~ 4 MWh · triangular, 1 ~ 2 ~ 4 MWh" in str(
        to_schema(plan.data_model)
    )
    document = from_plan(plan, "zh")
    text = to_text(document, number(document))
    assert "不确定度：三角分布，1、2、4 MW·h" in text
    assert "不确定度：对数正态分布，几何系数1.1" in text
    [stone] = [d for d in plan.data_model.data if d.path == "work.stone"]
    assert help_of(stone, "zh").endswith("不确定度：基本不确定度 1.05")
    assert "不确定度：基本不确定度1.05（几何标准差的平方）" in text
    assert "表中给出基本不确定度的，基本不确定度作为系数之一计入。" in text
    english = from_plan(plan, "en")
    text = to_text(english, number(english))
    assert "Uncertainty: basic uncertainty 1.05 (squared geometric standard deviation)" in text
    assert "Where a table gives a basic uncertainty, it is one of these factors." in text
