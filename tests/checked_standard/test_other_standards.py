"""A standard uses results of another: what can be read of it, in which unit, when it is asked."""

import pytest

from guiju_dsl.standard.expressions import Both, Reading, unit_of
from tests.checked_standard.checking import HEAD, checked, datum, faults

ALLOY = """
standard alloy "T/XXX 004—2026" { title "合金"  gwp ar6 }
gwp ar6 { CO2 = 1 }
product ferro "硅铁" { declared unit 1 t }
process furnace {
  output ferro "硅铁" : t { data silicon : % }
  data route : choice { arc, blast }
  each supply { data meter : MWh }
  emission CO2 coke : t
}
let f(x : t) : t = x
let total : t = f(furnace.coke)
result per_tonne : tCO2/t = furnace.coke / furnace.ferro
"""
MELT = "product billet { declared unit 1 t }\nprocess melt { output billet : t  BODY }"


def melt(body: str) -> str:
    return "use alloy\n" + MELT.replace("BODY", body)


def test_the_intensity_is_a_datum_in_the_unit_of_the_other_standard() -> None:
    bound = checked(melt("input ferro : kg { from alloy.ferro }"), alloy=ALLOY)
    asked = datum(bound, "alloy.ferro.intensity")
    assert (asked.unit.text, asked.optional, asked.only_when) == ("kgCO2e/t", False, None)
    [flow] = [f for f in bound.rules.processes[0].flows if f.name == "ferro"]
    assert flow.sources == ()
    assert flow.factor is not None
    assert unit_of(flow.factor).text == "kgCO2e/kg"


def test_the_rules_of_the_other_standard_stay_its_own() -> None:
    bound = checked(melt("input ferro : t { from alloy.ferro }"), alloy=ALLOY)
    assert [process.path for process in bound.rules.processes] == ["melt"]
    assert [used.identity.id for used in bound.used] == ["alloy"]


def test_a_value_that_nothing_reads_is_not_asked() -> None:
    bound = checked(melt("emission CO2 : t"), alloy=ALLOY)
    assert [used.values for used in bound.used] == [()]


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("alloy.per_tonne", "tCO2/t"),
        ("alloy.total", "t"),
        ("alloy.furnace.ferro", "t"),
        ("alloy.ferro.silicon", "%"),
        ("alloy.ferro.cfp", "kgCO2e"),
        ("alloy.period", "month"),
        ("melt.ferro.silicon", "%"),
    ],
)
def test_values_have_the_unit_that_they_have_there(path: str, unit: str) -> None:
    body = melt("input ferro : t { from alloy.ferro }") + f"\nlet x = {path}"
    bound = checked(body, alloy=ALLOY)
    [formula] = [f for f in bound.rules.formulas if f.path == "x"]
    assert isinstance(formula.value, Reading)
    assert formula.value.unit.text == unit


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("alloy.feero.intensity", "unknown-name: alloy.feero.intensity"),
        ("alloy.f", "unknown-name: alloy.f"),
        ("alloy.furnace.supply.meter", "unknown-name: alloy.furnace.supply.meter"),
        ("alloy.furnace", "unknown-name: alloy.furnace"),
        ("alloy.mass", "unknown-name: alloy.mass"),
        ("alloy.furnace.route", "wrong-kind: alloy.furnace.route"),
        ("alloy.total + 1 h", "different-quantities: alloy.total + 1 h"),
    ],
)
def test_what_has_no_single_value_there_cannot_be_read(path: str, fault: str) -> None:
    assert faults(melt("emission CO2 : t") + f"\nlet x = {path}", alloy=ALLOY) == [fault]


def test_an_input_measured_otherwise_than_the_product_is_reported() -> None:
    body = melt("input ferro : m3 { from alloy.ferro }")
    assert faults(body, alloy=ALLOY) == ["unit-mismatch: alloy.ferro"]


def test_a_product_that_the_other_standard_does_not_have_is_reported() -> None:
    body = melt("input ferro : t { from alloy.iron }")
    assert faults(body, alloy=ALLOY)[0] == "unknown-name: alloy.iron"


def test_a_value_in_a_tier_but_the_last_may_be_absent() -> None:
    body = "input ferro : t { factor prefer alloy.ferro.intensity else 9 kgCO2e/kg * 1.2 }"
    assert datum(checked(melt(body), alloy=ALLOY), "alloy.ferro.intensity").optional


def test_a_value_that_only_what_is_guarded_reads_is_guarded_by_any_of_the_guards() -> None:
    body = """
    data buys : yes_no
    data more : yes_no
    input ferro : t { only when buys  from alloy.ferro }
    input extra : t { only when more  from alloy.ferro }
    """
    asked = datum(checked(melt(body), alloy=ALLOY), "alloy.ferro.intensity")
    assert isinstance(asked.only_when, Both)
    assert asked.only_when.operator == "or"


def test_a_value_that_a_formula_asks_for_may_be_absent() -> None:
    after = "\nshall old: not given alloy.year or alloy.year = year zh “年” en “year”"
    bound = checked(melt("emission CO2 : t") + after, alloy=ALLOY)
    assert datum(bound, "alloy.year").optional


def test_the_faults_of_the_other_standard_are_those_of_its_file() -> None:
    broken = ALLOY.replace("furnace.coke / furnace.ferro", "furnace.kok / furnace.ferro")
    outcome = faults(melt("emission CO2 : t"), alloy=broken)
    assert len(outcome) == 1
    assert outcome[0].startswith("unknown-name")


def test_a_profile_sees_the_other_standard_too() -> None:
    body = melt("input ferro : t { from alloy.ferro }")
    profile = "\nprofile other { override melt.ferro { factor 1 kgCO2e/t } }"
    assert faults(body + profile, alloy=ALLOY) == ["factor-beside-standard: 1 kgCO2e/t"]
    profile = "\nprofile other { override melt { input more : t { from alloy.ferro } } }"
    bound = checked(body + profile, alloy=ALLOY)
    assert [flow.name for flow in bound.profiles[0].processes[0].flows][-1] == "more"


def test_standards_that_use_each_other_are_refused() -> None:
    back = ALLOY.replace("gwp ar6 {", "use steel\ngwp ar6 {", 1)
    body = "use alloy\nproduct billet { declared unit 1 t }\nprocess melt { output billet : t }"
    found = faults(body, alloy=back, steel=HEAD + body)
    assert found == ["circular-use: alloy"]


def test_a_circle_among_the_others_is_refused_at_the_first_of_them() -> None:
    metal = 'standard metal "T/XXX 005—2026" { title "金属" }\nuse alloy\n'
    back = ALLOY.replace("gwp ar6 {", "use metal\ngwp ar6 {", 1)
    found = faults(melt("emission CO2 : t"), alloy=back, metal=metal)
    assert [one.partition(":")[0] for one in found] == ["circular-use"]
