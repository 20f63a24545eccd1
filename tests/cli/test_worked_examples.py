"""``guiju test``: the worked examples of standards."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Guiju
from tests.cli.lime import CFP, LIME

FIELDS = {"standard", "example", "name", "expected", "actual", "tolerance", "ok"}


def test_json_lists_every_expectation(guiju: Guiju) -> None:
    done = guiju("test", "electrolytic_aluminium", "--format", "json")
    assert done.code == 0
    outcomes = json.loads(done.out)
    assert all(set(outcome) == FIELDS and outcome["ok"] for outcome in outcomes)
    totals = {o["example"]: o["actual"] for o in outcomes if o["name"] == "aluminium_ingot.cfp"}
    # The issue gives these totals; tests/standards works them out by hand.
    assert totals == {
        "grid_2024": pytest.approx(12_724.771, abs=0.0005),
        "grid_2023": pytest.approx(13_319.19, abs=0.005),
        "hydro": pytest.approx(5_613.366, abs=0.0005),
        "captive_coal": pytest.approx(17_363.460, abs=0.0005),
        "mengxi_mix": pytest.approx(13_780.565, abs=0.0005),
    }


@pytest.mark.usefixtures("lime")
def test_the_table_says_which_are_as_expected(guiju: Guiju) -> None:
    done = guiju("test", "lime.pcr")
    assert done.code == 0
    assert "通过  lime.shaft_kiln" in done.out
    assert "1 153.0450  1 153.0450  ± 0.0005 kgCO2e" in done.out
    assert "1 项符合，0 项不符" in done.err


def test_an_example_that_is_off_ends_with_1(lime: Path, guiju: Guiju) -> None:
    (lime / "lime.pcr").write_text(LIME.replace("1_153.045", "1_153.044"), encoding="utf-8")
    done = guiju("test", "lime.pcr", "--lang", "en")
    assert done.code == 1
    assert "WRONG" in done.out
    assert "as expected 0, not as expected 1" in done.err
    [outcome] = json.loads(guiju("test", "lime.pcr", "--format", "json").out)
    assert outcome["actual"] == pytest.approx(CFP, rel=1e-12)
    assert outcome["ok"] is False


KINDS = """
let twice zh "两倍" en "twice" : t = 2 * burning.quicklime
example kinds zh "各类预期" en "kinds of expectation" {
  given "plant.yaml"
  expect burning.kiln is shaft
  expect burning.kiln is rotary
  expect burning.kiln in [shaft, rotary]
  expect twice <= 100_000 t
  expect twice < 100_000 t
  expect twice in 90 .. 200 kt
  expect not burning.kiln is rotary and twice > 1 t
  expect twice = 2 * burning.quicklime
  expect burning.quicklime / burning.limestone > 60 %
  expect burning.quicklime / (twice - 2 * burning.quicklime) > 1
}
"""


@pytest.mark.usefixtures("lime")
def test_every_expectation_runs_whatever_kind_of_test_it_is(lime: Path, guiju: Guiju) -> None:
    (lime / "lime.pcr").write_text(LIME + KINDS, encoding="utf-8")
    lines = guiju("test", "lime.pcr").out.splitlines()
    [line] = [line for line in lines if line.endswith("in 90 .. 200 kt")]
    assert "100 000.000000 t" in line
    done = guiju("test", "lime.pcr", "--format", "json")
    assert done.code == 1
    found = [o for o in json.loads(done.out) if o["example"] == "kinds"]
    assert [(o["name"], o["expected"], o["actual"], o["ok"]) for o in found] == [
        ("burning.kiln", "shaft", "shaft", True),
        ("burning.kiln", "rotary", "shaft", False),
        ("burning.kiln", "in [shaft, rotary]", "shaft", True),
        ("twice", "<= 100_000 t", 100_000, True),
        ("twice", "< 100_000 t", 100_000, False),
        ("twice", "in 90 .. 200 kt", 100_000, True),
        ("not burning.kiln is rotary and twice > 1 t", True, True, True),
        ("twice", "2 * burning.quicklime", 100_000, True),
        ("burning.quicklime / burning.limestone", "> 60 %", pytest.approx(5 / 9), False),
        ("burning.quicklime / (twice - 2 * burning.quicklime)", "> 1", None, False),
    ]


def test_libraries_and_general_rules_have_nothing_to_test(guiju: Guiju) -> None:
    done = guiju("test", "gbt_24067", "--format", "json")
    assert (done.code, json.loads(done.out)) == (0, [])
