"""Rule books of one standard: what they calculate alike is calculated once, and only when asked."""

from typing import Any

import pytest

from guiju_runtime.calculating import Calculation
from tests.calculation.compiled import calculated, declared, errors
from tests.calculation.small_standards import WORKS, found_for, small

LIME = (
    WORKS
    + """
stage making zh "制造" en "Making" {
  process kiln zh "窑" en "Kiln" {
    output lime zh "石灰" en "lime" : t
    data purity zh "纯度" en "purity" : %
    input power zh "电力" en "power" : MWh { factor 500 kgCO2e/MWh }
  }
  process works zh "工厂" en "Works" {
    output thing : t
    input lime zh "石灰" en "lime" : t { from kiln.lime }
    emission CO2 burning zh "燃烧" en "burning" : t = lime * kiln.purity
  }
}
profile elsewhere zh "别处" en "elsewhere" { override kiln.power { factor 600 kgCO2e/MWh } }
profile direct zh "直接" en "direct" {
  exclude kiln because zh "不计" en "not counted"
}
profile pure zh "纯" en "pure" { kiln { purity = 100 % } }
"""
)
DATA: dict[str, Any] = {
    "kiln": {"lime": "20 t", "purity": "90 %", "power": "4 MWh"},
    "works": {"thing": "10 t", "lime": "20 t"},
}


def calculation(data: dict[str, Any]) -> Calculation:
    _, module = small(LIME)
    return calculated(module, declared(data))


def recorded(found: Calculation, book: str, flow: str) -> object:
    [one] = [one for one in found.books[book].run.recorded if one.flow == flow]
    return one


def test_each_rule_book_has_its_own_result() -> None:
    # burning 18 t, under pure 20 t; power 4 MWh · 500, elsewhere · 600; over 10 t
    found = found_for(LIME, DATA)
    profiles = {name: one["cfp"] for name, one in found["profiles"].items()}
    assert errors(found) == []
    assert found["cfp"] == pytest.approx((18000 + 2000) / 10)
    assert profiles == pytest.approx(
        {
            "elsewhere": (18000 + 2400) / 10,
            "direct": 18000 / 10,
            "pure": (20000 + 2000) / 10,
        }
    )


def test_a_process_is_calculated_again_only_where_it_may_give_something_else() -> None:
    found = calculation(DATA)
    burning, power = (recorded(found, "", flow) for flow in ("works.burning", "kiln.power"))
    assert recorded(found, "elsewhere", "works.burning") is burning
    assert recorded(found, "elsewhere", "kiln.power") is not power
    assert recorded(found, "direct", "kiln.power") is power
    assert recorded(found, "pure", "works.burning") is not burning


def test_what_comes_after_the_processes_is_the_standards_own() -> None:
    """A profile that ended beside the standard shares what processes added to, and no more."""
    _, module = small(f'{LIME}result doubled zh "加倍" en "doubled" : t = works.thing * 2\n')
    found = calculated(module, declared(DATA))
    main, direct = (found.books[name].run for name in ("", "direct"))
    assert direct.recorded is main.recorded
    assert main.values["doubled"] == 20  # 2 · 10 t
    assert "doubled" not in direct.values
    assert direct.contributions is not main.contributions


def test_the_system_of_a_profile_is_solved_when_it_is_asked_for() -> None:
    found = calculation(DATA)
    before = found.books["elsewhere"].run.findings.copy()
    assert "network" not in vars(found.books["elsewhere"])
    assert found.books["elsewhere"].footprints["thing"].cfp == pytest.approx(2040)
    assert "network" in vars(found.books["elsewhere"])
    assert found.books["elsewhere"].run.findings == before


def test_what_is_the_matter_under_a_profile_alone_is_found_without_asking() -> None:
    none_made = LIME.replace("purity = 100 %", "lime = 0 t")
    found = found_for(none_made, DATA)
    assert found["cfp"] == pytest.approx(2000)
    assert found["profiles"]["pure"]["cfp"] is None
    assert errors(found) == [("GJ851", "kiln.lime")]
