"""``guiju solve``: the value for which a target is just met, against the hand."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import guiju as library
from guiju.solving import Solution, solve
from tests.cli.conftest import Guiju
from tests.sureness.small import compiled, plant

GAS = (Fraction("2.16") + Fraction("0.608")) / 50_000
REST = Fraction(792) + Fraction("28.885")


def solved(folder: Path, works: str, target: str, **data: Any) -> Solution:
    return solve(compiled(folder, works), plant(thing="1 t", **data), "works.x", target)


def works(formula: str, limit: str = "", more: str = "") -> str:
    return f"""
stage making zh "制造" en "Making" {{
  process works zh "工厂" en "Works" {{
    output thing : t
    data x zh "值" en "x" : number {{ {limit} }}
    emission CO2 all zh "全部" en "all" : kg = {formula}
  }}
}}
{more}
"""


def test_the_answer_is_that_of_the_hand(lime: Path) -> None:
    found = solve(library.compile(lime / "lime.pcr"), lime / "plant.yaml",
                  "burning.natural_gas", "cfp <= 1.1 tCO2e")  # fmt: skip
    assert found.answer is not None
    hand = (1100 - REST) / GAS
    assert found.answer.value == pytest.approx(float(hand), rel=1e-11)
    assert found.answer.figure == pytest.approx(1100, rel=1e-12)
    assert found.result.cfp == found.answer.figure
    assert found.crossings[0].upwards


def test_a_factor_is_solved_for_like_a_datum(lime: Path) -> None:
    found = solve(library.compile(lime / "lime.pcr"), lime / "plant.yaml",
                  "grid_footprint[2024]", "quicklime.cfp <= 1140 kgCO2e")  # fmt: skip
    assert found.answer is not None
    hand = (Fraction(1140) - 792 - 6_000_000 * GAS) * 50_000 / 2_500_000
    assert found.answer.value == pytest.approx(float(hand), rel=1e-10)


def test_a_target_out_of_the_declared_range_is_said_with_the_best(here: Path, guiju: Guiju) -> None:
    found = solved(here, works("(200 - x) * 1 kg", "limit 0 .. 50"), "cfp <= 100 kgCO2e", x=10)
    assert found.answer is None
    assert found.range.declared
    assert found.best is not None
    assert (found.best.value, found.best.figure) == (50, pytest.approx(150))
    (here / "data.json").write_text(json.dumps(plant(thing="1 t", x=10)), "utf-8")
    asked = ("solve", "small.pcr", "data.json", "--for", "works.x", "--target", "cfp <= 100 kgCO2e")
    done = guiju(*asked, "--lang", "en")
    assert done.code == 1
    assert "out of reach in the declared range 0 .. 50; the nearest is 50" in done.out
    assert json.loads(guiju(*asked, "--format", "json").out)["status"] == "out_of_reach"


def test_nothing_is_found_between_the_range_and_a_declared_value_beyond_it(here: Path) -> None:
    """By hand: 100 is met at 30; from 10 to 20 it is not, though 50 is declared."""
    of, data = compiled(here, works("(130 - x) * 1 kg")), plant(thing="1 t", x=50)
    found = solve(of, data, "works.x", "cfp <= 100 kgCO2e", "10 .. 20")
    assert found.crossings == ()
    assert found.declared.figure == pytest.approx(80)
    assert found.best is not None
    assert (found.best.value, found.best.figure) == (20, pytest.approx(110))
    assert [found.tried[0].value, found.tried[-1].value] == [10, 20]


def test_only_the_end_that_is_declared_is_called_so(here: Path, guiju: Guiju) -> None:
    text = works("(200 + x) * 1 kg", "limit x >= 1")
    found = solved(here, text, "cfp <= 100 kgCO2e", x=10)
    assert (found.range.low_declared, found.range.high_declared) == (True, False)
    assert not found.range.declared
    (here / "data.json").write_text(json.dumps(plant(thing="1 t", x=10)), "utf-8")
    asked = ("solve", "small.pcr", "data.json", "--for", "works.x", "--target", "cfp <= 100 kgCO2e")
    said = guiju(*asked, "--lang", "en").out
    assert "the range tried, 1 .. " in said
    assert "(only its lower end, 1, is declared); the nearest is 1," in said


def test_a_figure_that_rises_and_falls_is_noticed_and_the_nearest_answer_is_given(
    here: Path,
) -> None:
    text = works("(x - 4) ^ 2 * 1 kg", "limit 0 .. 10")
    found = solved(here, text, "cfp <= 4 kgCO2e", x=9)
    assert not found.monotone
    assert [c.last.value for c in found.crossings] == pytest.approx([6, 2], rel=1e-11)
    assert [c.upwards for c in found.crossings] == [True, False]


def test_a_jump_over_the_target_is_said(here: Path) -> None:
    text = works("when x <= 3 then 10 kg otherwise 20 kg", "limit 0 .. 10")
    found = solved(here, text, "cfp <= 15 kgCO2e", x=5)
    assert found.answer is not None
    assert found.crossings[0].jump
    assert found.answer.value == pytest.approx(3, rel=1e-11)
    assert (found.answer.figure, found.crossings[0].first.figure) == (10, 20)


def test_where_the_figure_has_no_value_nothing_is_claimed(here: Path) -> None:
    text = works("10 / x * 1 kg", "limit 0 .. 10")
    found = solved(here, text, "cfp <= 2 kgCO2e", x=1)
    assert found.tried[0].figure is None
    assert found.answer is not None
    assert found.answer.value == pytest.approx(5, rel=1e-11)
    assert not found.crossings[0].upwards


def test_an_equation_is_solved_from_either_side(here: Path) -> None:
    found = solved(here, works("(x + 1) * 1 kg", "limit 0 .. 10"), "cfp = 4 kgCO2e", x=9)
    assert found.answer is not None
    assert found.answer.value == pytest.approx(3, rel=1e-11)


def test_a_class_is_a_target_too(here: Path) -> None:
    more = """
choice classes zh "等级" en "classes" { best zh "甲" en "best", other zh "其他" en "other" }
result grade zh "等级" en "grade" : choice classes
  = when thing.cfp <= 8 kgCO2e then best otherwise other
"""
    found = solved(here, works("x * 1 kg", "limit 0 .. 10", more), "grade is best", x=9)
    assert found.answer is not None
    assert found.answer.value == pytest.approx(8, rel=1e-11)
    assert found.answer.figure == "best"


def test_a_value_that_changes_nothing_is_called_so(here: Path) -> None:
    text = works("(5 + 0 * x) * 1 kg")
    found = solved(here, text, "cfp <= 2 kgCO2e", x=1)
    assert found.flat
    assert found.answer is None


@pytest.mark.usefixtures("lime")
def test_the_command_tells_the_answer_and_what_is_found_with_it(guiju: Guiju) -> None:
    asked = ("solve", "lime.pcr", "plant.yaml", "--for", "burning.natural_gas")
    done = guiju(*asked, "--target", "cfp <= 1100 kgCO2e", "--lang", "en")
    assert done.code == 0
    assert "just met at 5 041 817 m3, where cfp = 1100 kgCO2e" in done.out
    assert "met up to it" in done.out
    plain = json.loads(guiju(*asked, "--target", "cfp <= 1100 kgCO2e", "--format", "json").out)
    assert plain["status"] == "solved"
    assert plain["value"] == pytest.approx(float((1100 - REST) / GAS))
    assert plain["target"] == {"figure": "cfp", "operator": "<=", "bound": 1100.0, "unit": "kgCO2e"}
    stage = guiju(*asked, "--target", "by_stage.manufacturing <= 1100 kgCO2e", "--lang", "en").out
    assert "just met at 5 041 817 m3, where by_stage.manufacturing = 1100 kgCO2e" in stage
    unknown = guiju(*asked, "--target", "nosuch <= 1 t").err
    assert "cfp, by_stage.manufacturing, by_process.burning, by_gas." in unknown
    narrow = guiju(*asked, "--target", "cfp <= 1100 kgCO2e", "--between", "550 万m3 .. 7000000 m3")
    assert narrow.code == 1
