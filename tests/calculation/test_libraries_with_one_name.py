"""Two libraries give one name to two things: a formula says which, and a library means its own.

By hand, per t of thing from 100 t of ore moved over 10 km and 3 t of lime:
    east.truck 0.05 kgCO2e/t·km × 100 t × 10 km = 50 kg
    west.truck 0.07 × 1000 t·km                = 70 kg, by the west's own formula doubled: 140 kg
    west.lime  9 kgCO2e/t × 3 t                = 27 kg (only the west has lime: either name will do)
    together over 10 t of thing: (50 + 140 + 27) / 10 = 21.7 kgCO2e
"""

import pytest

from guiju_dsl.source import SourceText
from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import calculator, compile_text, declared, result, shipped
from tests.calculation.small_standards import HEAD, PRODUCT
from tests.names.resolving import faults

EAST = 'factor truck zh "货车" en "truck" : kgCO2e/t·km = 0.05 { source "示例，2024" }'
WEST = """
factor truck zh "货车" en "truck" : kgCO2e/t·km = 0.07 { source "示例，2024" }
factor lime zh "石灰" en "lime" : kgCO2e/t = 9 { source "示例，2024" }
let twice(distance : km) zh "往返" en "return trip" : kgCO2e/t = 2 * truck * distance
"""
LIBRARIES = {
    "factors.east": f"library factors.east {{ }}\n{EAST}\n",
    "factors.west": f"library factors.west {{ }}\n{WEST}\n",
}
BODY = """
use factors.east, factors.west
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing zh "产品" en "thing" : t
    input ore zh "矿石" en "ore" : t { factor EAST * 10 km }
    input back zh "往返" en "there and back" : t = ore { factor WEST(10 km) }
    input stone zh "石灰" en "lime" : t { factor LIME }
  }
}
"""
DATA = {"works": {"thing": "10 t", "ore": "100 t", "stone": "3 t"}}


def find(name: str) -> SourceText | None:
    """Give one of the two libraries, or one that ships."""
    if name in LIBRARIES:
        return SourceText(name=f"{name}.pcr", text=LIBRARIES[name])
    return shipped(name)


@pytest.mark.parametrize(
    ("east", "west", "lime"),
    [
        ("east.truck", "twice", "lime"),
        ("east.truck", "west.twice", "west.lime"),
        ("factors.east.truck", "factors.west.twice", "factors.west.lime"),
    ],
)
def test_the_name_of_the_library_tells_which_is_meant(east: str, west: str, lime: str) -> None:
    body = BODY.replace("EAST", east).replace("WEST", west).replace("LIME", lime)
    plan = compile_text(HEAD + PRODUCT + body, find)
    module = calculator(plan)
    assert_agree(plan, module, declared(DATA))
    found = result(module, declared(DATA))
    assert found["findings"] == []
    assert found["cfp"] == pytest.approx(21.7, rel=1e-12)


def test_a_name_that_several_libraries_have_must_be_told_apart() -> None:
    body = "use east, west\ninput x : t = truck * 1 t"
    both = {
        name: f'library {name} {{ }}\nfactor truck : t/t = 1 {{ source "x" }}'
        for name in ("east", "west")
    }
    assert faults(body, **both) == ["ambiguous-name: truck"]
    assert faults(body.replace("truck", "west.truck"), **both) == []


def test_a_standard_cannot_take_the_name_of_a_thing_in_a_library() -> None:
    body = 'use east\nfactor truck : t/t = 1 { source "x" }'
    east = 'library east { }\nfactor truck : t/t = 1 { source "x" }'
    assert faults(body, east=east) == ["duplicate-name: truck"]


def test_choices_of_two_libraries_cannot_share_a_name() -> None:
    libraries = {
        name: f"library {name} {{ }}\nchoice kinds {{ {name}_kind }}" for name in ("east", "west")
    }
    assert faults("use east, west", **libraries) == ["duplicate-name in west.pcr"]


def test_a_value_inside_a_process_has_no_name_of_its_document() -> None:
    body = "process p { let inner : t = 1 t }\nlet outer : t = steel.inner"
    assert faults(body) == ["unknown-name: steel.inner"]
