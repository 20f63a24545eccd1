"""A standard takes results of another: from a declaration attached, else from a row of the data.

Pig iron: 8 000 tCO2 for 5 000 t, hence 1 600 kgCO2e/t; a billet takes 1 000/900 t of it.
"""

import copy
from fractions import Fraction
from typing import Any

import pytest
from jsonschema import ValidationError, validate

from guiju.backends.json_schema.schema import to_schema
from guiju_runtime.calculating import Calculation, calculate
from guiju_runtime.result import to_plain
from tests.calculation.agreement import assert_agree
from tests.calculation.chains import Texts, calculators, chain, plans

PERIOD = {"from": "2024-01-01", "to": "2024-12-31"}
PIG_IRON = """
standard pig_iron "T/XXX 010—2026" { title zh "生铁" en "Pig iron" gwp ar6_7sm7 }
use factors.gwp
product iron zh "生铁" en "pig iron" { declared unit 1 t }
stage making zh "制造" en "Making" {
  process furnace zh "高炉" en "Blast furnace" {
    output iron zh "生铁" en "pig iron" : t {
      data carbon zh "含碳量" en "carbon content" : %
    }
    data gas_sold zh "外供煤气" en "gas sold" : GJ { optional }
    emission CO2 coke zh "焦炭" en "coke" : t
  }
}
result gas_intensity zh "外供煤气强度" en "gas sold per tonne" : GJ/t
    = when given furnace.gas_sold then furnace.gas_sold / furnace.iron otherwise 0 GJ/t
"""
IRON: dict[str, Any] = {
    "standard": "pig_iron",
    "declaration": {"company": "甲", "period": PERIOD},
    "data": {"furnace": {"iron": {"value": "5000 t", "carbon": "4 %"}, "coke": "8000 t"}},
}


def billet(iron: str, after: str = "") -> str:
    """Write a standard whose input is taken from another as ``iron`` says."""
    return f"""
standard small "T/XXX 009—2026" {{ title zh "钢坯" en "Billet" gwp ar6_7sm7 }}
use factors.gwp, pig_iron
product billet zh "钢坯" en "billet" {{ declared unit 1 t }}
stage making zh "制造" en "Making" {{
  process melting zh "炼钢" en "Melting" {{
    output billet zh "钢坯" en "billet" : t
    {iron}
  }}
}}
{after}
"""


FROM = 'input iron zh "生铁" en "pig iron" : kg { from pig_iron.iron }'


def texts(own: str) -> Texts:
    return (("small", own), ("pig_iron", PIG_IRON))


def calculation(own: str, data: dict[str, Any], *, attach: bool = True) -> Calculation:
    """Calculate by both engines, with the declaration for pig iron attached."""
    plan, module = chain(texts(own))["small"]
    declaration: dict[str, Any] = {
        "standard": "small",
        "declaration": {"company": "乙", "period": PERIOD},
        "data": data,
    }
    if attach:
        declaration["use"] = {"pig_iron": copy.deepcopy(IRON)}
    return assert_agree(plan, module, declaration, calculators(texts(own)), plans(texts(own)))


def cfp(found: Calculation) -> float:
    return found.main.footprints["billet"].cfp


DATA = {"melting": {"billet": "900 t", "iron": "1000 t"}}
ROW = {"melting": DATA["melting"], "pig_iron.iron.intensity": "1500 kgCO2e/t"}


def test_the_intensity_comes_from_the_declaration_attached() -> None:
    found = calculation(billet(FROM), DATA)
    assert cfp(found) == pytest.approx(1600 * 1000 / 900, rel=1e-12)
    assert found.findings == ()


def test_without_one_it_comes_from_the_row() -> None:
    found = calculation(billet(FROM), ROW, attach=False)
    assert cfp(found) == pytest.approx(1500 * 1000 / 900, rel=1e-12)


def test_without_either_the_datum_is_missing_and_nothing_else() -> None:
    found = calculation(billet(FROM), DATA, attach=False)
    assert [(f.code.id, f.path) for f in found.findings] == [("GJ801", "pig_iron.iron.intensity")]
    assert found.findings[0].remedy("en").endswith("attach a declaration for pig_iron under use")


def test_an_input_without_the_name_of_the_product_takes_the_only_one() -> None:
    own = billet('input pig zh "铁" en "pig" : t { from pig_iron }')
    found = calculation(own, {"melting": {"billet": "900 t", "pig": "1000 t"}})
    assert cfp(found) == pytest.approx(1600 * 1000 / 900, rel=1e-12)


def test_a_property_of_the_product_comes_along_with_the_input() -> None:
    carbon = 'let carbon zh "碳" en "carbon" : t = iron * iron.carbon'
    found = calculation(billet(f"{FROM}\n{carbon}"), DATA)
    assert found.main.run.values["melting.carbon"] == pytest.approx(40, rel=1e-12)


def test_results_and_the_year_of_the_other_standard_can_be_read() -> None:
    after = """
    shall same_year: pig_iron.year = year zh "应为同一年" en "It shall be the same year."
    result gas zh "煤气" en "gas" : GJ/t = pig_iron.gas_intensity * melting.iron / melting.billet
    """
    plan, module = chain(texts(billet(FROM, after)))["small"]
    iron = copy.deepcopy(IRON)
    iron["declaration"]["period"] = {"from": "2023-01-01", "to": "2023-12-31"}
    iron["data"]["furnace"]["gas_sold"] = "450 GJ"
    declaration = {
        "standard": "small",
        "declaration": {"period": PERIOD},
        "use": {"pig_iron": iron},
        "data": DATA,
    }
    others = calculators(texts(billet(FROM, after))), plans(texts(billet(FROM, after)))
    found = assert_agree(plan, module, declaration, *others)
    assert found.results["gas"] == pytest.approx(450 / 5000 * 1000 / 900, rel=1e-12)
    assert [(f.code.id, f.path) for f in found.findings] == [("GJ855", "same_year")]


PREFERRED = """
input iron zh "生铁" en "pig iron" : t { factor iron_footprint }
data own zh "供应商碳足迹" en "supplier footprint" : kgCO2e/t { optional }
let iron_footprint zh "生铁碳足迹" en "footprint of pig iron" : kgCO2e/t
  = prefer pig_iron.iron.intensity zh "申报" en "declaration"
    else own zh "供应商" en "supplier"
    else 2_000 kgCO2e/t * 1.2 zh "缺省值加二成" en "default and a fifth"
"""


@pytest.mark.parametrize(
    ("given", "attach", "expected", "tier"),
    [
        ({}, True, 1600, 0),
        ({"pig_iron.iron.intensity": "1700 kgCO2e/t"}, False, 1700, 0),
        ({"melting.own": "1.8 tCO2e/t"}, False, 1800, 1),
        ({}, False, 2400, 2),
    ],
)
def test_a_footprint_that_may_be_absent_is_the_first_tier(
    given: dict[str, str], attach: bool, expected: int, tier: int
) -> None:
    found = calculation(billet(PREFERRED), {**DATA, **given}, attach=attach)
    assert cfp(found) == pytest.approx(expected * 1000 / 900, rel=1e-12)
    assert list(found.main.run.tiers.values()) == [tier]
    assert found.findings == ()


def test_under_a_condition_the_value_is_asked_only_where_it_holds() -> None:
    bought = """
    data buys zh "外购" en "buys iron" : yes_no
    input iron zh "生铁" en "pig iron" : t { only when buys  from pig_iron.iron }
    emission CO2 own zh "自产" en "own" : t
    """
    data = {"melting": {"billet": "900 t", "buys": "no", "own": "90 t"}}
    found = calculation(billet(bought), data, attach=False)
    assert cfp(found) == pytest.approx(100, rel=1e-12)
    assert found.findings == ()
    data["melting"] |= {"buys": "yes", "iron": "9 t"}
    found = calculation(billet(bought), data, attach=False)
    assert [(f.code.id, f.path) for f in found.findings] == [("GJ801", "pig_iron.iron.intensity")]


def test_what_has_no_value_in_the_other_has_none_here_and_its_findings_say_why() -> None:
    plan, module = chain(texts(billet(FROM)))["small"]
    iron = copy.deepcopy(IRON)
    del iron["data"]["furnace"]["coke"]
    declaration = {
        "standard": "small",
        "declaration": {"period": PERIOD},
        "use": {"pig_iron": iron},
        "data": DATA,
    }
    others = calculators(texts(billet(FROM))), plans(texts(billet(FROM)))
    found = assert_agree(plan, module, declaration, *others)
    assert cfp(found) != cfp(found)
    assert [(f.code.id, f.path) for f in found.findings] == [("GJ801", "pig_iron.furnace.coke")]
    assert found.findings[0].clause == "pig_iron.furnace"
    inner = found.attached["pig_iron"].calculation.findings[0]
    number = found.attached["pig_iron"].calculation.clause_of(inner)
    assert found.clause_of(found.findings[0]) == f"T/XXX 010—2026 {number}"


def test_the_result_names_the_standard_and_the_data_attached() -> None:
    own = billet(FROM)
    found = calculation(own, DATA)
    plain = to_plain(found, {}, "en")
    other = chain(texts(own))["pig_iron"][0].data_model.standard
    assert plain["use"]["pig_iron"]["digest"] == other.digest
    assert plain["use"]["pig_iron"]["data_digest"].startswith("sha256:")
    assert plain["use"]["pig_iron"]["products"]["iron"]["cfp"] == pytest.approx(1600)


def test_the_digest_of_a_standard_covers_what_it_uses() -> None:
    own = billet(FROM)
    changed = (("small", own), ("pig_iron", PIG_IRON.replace("4 %", "5 %") + "\n# changed\n"))
    digests = {chain(one)["small"][0].data_model.standard.digest for one in (texts(own), changed)}
    assert len(digests) == 2


SLAG = """
standard slag_cement "T/XXX 011—2026" { title zh "矿渣水泥" en "Slag cement" gwp ar6_7sm7 }
use factors.gwp, small
product cement zh "水泥" en "cement" { declared unit 1 t }
stage making zh "制造" en "Making" {
  process mixing zh "配料" en "Mixing" {
    output cement zh "水泥" en "cement" : t
    input billet zh "钢坯" en "billet" : t { from small.billet }
  }
}
"""


def test_a_chain_of_three_is_calculated_from_its_end() -> None:
    whole = (("slag_cement", SLAG), *texts(billet(FROM)))
    plan, module = chain(whole)["slag_cement"]
    steel = {
        "standard": "small",
        "declaration": {"period": PERIOD},
        "use": {"pig_iron": IRON},
        "data": DATA,
    }
    declaration = {
        "standard": "slag_cement",
        "declaration": {"period": PERIOD},
        "use": {"small": steel},
        "data": {"mixing": {"cement": "10 t", "billet": "9 t"}},
    }
    found = assert_agree(plan, module, declaration, calculators(whole), plans(whole))
    expected = Fraction(1_600) * 1000 / 900 * 9 / 10
    assert found.main.footprints["cement"].cfp == pytest.approx(float(expected), rel=1e-12)


def test_a_generated_calculator_by_itself_takes_the_row() -> None:
    _, module = chain(texts(billet(FROM)))["small"]
    declaration = {"standard": "small", "declaration": {"period": PERIOD}, "data": ROW}
    found = calculate(module.CALCULATOR, declaration)
    assert cfp(found) == pytest.approx(1500 * 1000 / 900, rel=1e-12)


def test_the_schema_knows_the_declaration_attached_and_asks_the_row_of_nobody() -> None:
    model = chain(texts(billet(FROM)))["small"][0].data_model
    schema = to_schema(model)
    one = {
        "standard": "small",
        "declaration": {"period": PERIOD},
        "use": {"pig_iron": "iron.yaml"},
        "data": DATA,
    }
    row = {**one, "data": {**DATA, "pig_iron": {"iron": {"intensity": "1500 kgCO2e/t"}}}}
    del row["use"]
    for good in (one, {**one, "use": {"pig_iron": IRON}}, row):
        validate(good, schema)
    with pytest.raises(ValidationError):
        validate({**one, "use": {"pigiron": "iron.yaml"}}, schema)
