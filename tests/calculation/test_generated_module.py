"""The generated module: it looks as people expect, and runs without the compiler."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import guiju_runtime
from guiju.backends.python.module import to_module
from guiju.plan.model import CalculationPlan
from tests.calculation.compiled import aluminium, compile_text, declared
from tests.calculation.small_standards import WORKS
from tests.calculation.whole_standard import STANDARD, find, smelter
from tests.golden_files import CheckGolden
from tests.house import ROOT, settings, tool
from tests.standards.shipped import compiled

CASE = ROOT / "tests" / "golden" / "primary_aluminium"
WIDTH = settings()["tool"]["ruff"]["line-length"]
TEXT = re.compile(r'^ +(\w+=)?"([^"\\]|\\.)*",$')
PROSE = re.compile(r"^ +(\w+( \[.*\])?: |= |else |[^\x00-\x7f])")


def primary_aluminium() -> CalculationPlan:
    return compile_text(STANDARD, find)


TITLED = WORKS.replace('en "Small"', 'en """a \\ small "one" here"""')
AWKWARD = (
    TITLED
    + """
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    data lambda zh "波长" en "wave length" : m
    data known zh "已知" en "known" : m { optional }
    data 温度 en "temperature" : m { limit 温度 <= 2 * lambda }
    let run zh "比" en "ratio" = when given known then known / lambda otherwise 温度 / lambda
    input coal zh "煤" en "coal" : t = thing * run { factor 100 kgCO2e/t }
  }
}
"""
)


def test_the_module_of_a_small_standard_is_the_golden_one(check_golden: CheckGolden) -> None:
    check_golden(CASE / "standard.pcr", STANDARD)
    check_golden(CASE / "python" / "calculator.py", to_module(primary_aluminium()))


def test_the_same_plan_gives_the_same_module() -> None:
    assert to_module(primary_aluminium()) == to_module(primary_aluminium())


@pytest.mark.parametrize(
    "made",
    [lambda: aluminium()[0], primary_aluminium, lambda: compile_text(AWKWARD)],
    ids=["electrolytic_aluminium", "primary_aluminium", "awkward"],
)
def test_the_module_is_formatted_as_the_house_formats(
    made: Callable[[], CalculationPlan], tmp_path: Path
) -> None:
    path = tmp_path / "calculator.py"
    path.write_text(to_module(made()), "utf-8")
    command = (tool("ruff"), "format", "--isolated", f"--config=line-length={WIDTH}", "--diff")
    said = subprocess.run((*command, path), capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout
    lint = (tool("ruff"), "check", "--isolated", "--select=F,E7,E9", "--ignore=F841")
    said = subprocess.run((*lint, path), capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout


def test_only_texts_are_longer_than_a_line() -> None:
    code = to_module(aluminium()[0]).partition("\nimport ")[2]
    long = [line for line in code.splitlines() if len(line) > WIDTH]
    assert [line for line in long if not TEXT.match(line) and not PROSE.match(line)] == []


def test_names_that_python_or_the_module_uses_are_no_obstacle() -> None:
    plan = compile_text(AWKWARD)
    module: dict[str, Any] = {"__name__": "calculator"}
    exec(compile(to_module(plan), "calculator.py", "exec"), module)
    data = {"works": {"thing": "10 t", "lambda": "4 m", "温度": "6 m"}}
    # 10 t · 6 / 4 of coal · 100 over 10 t
    assert module["calculate"](declared(data))["cfp"] == pytest.approx(150)
    assert module["__doc__"].splitlines()[2] == 'a \\ small "one" here'


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """A folder with a calculator and the runtime, and nothing of the compiler."""
    return with_runtime(tmp_path, primary_aluminium())


def with_runtime(folder: Path, plan: CalculationPlan) -> Path:
    """Put the calculator of a plan, and the runtime, into a folder."""
    (folder / "calculator.py").write_text(to_module(plan), "utf-8")
    runtime = Path(guiju_runtime.__file__).parent
    shutil.copytree(runtime, folder / "guiju_runtime", ignore=shutil.ignore_patterns("*.pyc"))
    return folder


def run_alone(
    folder: Path, declaration: str, words: tuple[str, ...] = ("declaration.json",)
) -> subprocess.CompletedProcess[str]:
    """Run the calculator without site packages and without the environment's variables."""
    (folder / "declaration.json").write_text(declaration, "utf-8")
    start = (
        "import runpy, sys; sys.path.insert(0, '.');"
        "assert not any('guiju' in name for name in sys.modules);"
        f"sys.argv = ['calculator.py', *{words!r}];"
        "runpy.run_path('calculator.py', run_name='__main__')"
    )
    return subprocess.run(
        (sys.executable, "-I", "-S", "-c", start),
        cwd=folder,
        input=declaration,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_calculator_runs_where_there_is_no_compiler(alone: Path) -> None:
    data = {"aluminium_content": "99.7 %", **smelter()}
    ran = run_alone(alone, json.dumps(declared(data, "primary_aluminium")))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["cfp"] == pytest.approx(9526.52, abs=0.01)


@pytest.mark.parametrize(
    ("name", "cfp"), [("一厂_2024", 370.934), ("一厂_2023", 372.961), ("二厂_2024", 357.915)]
)
def test_coke_is_calculated_where_there_is_no_compiler(
    tmp_path: Path, name: str, cfp: float
) -> None:
    """The footprints are those by hand, in tests/standards/test_coke_by_hand.py [kgCO2e/t]."""
    text = (ROOT / "standards" / "coke" / "examples" / f"{name}.yaml").read_text("utf-8")
    given = json.dumps(yaml.load(text, Loader=yaml.BaseLoader))
    ran = run_alone(with_runtime(tmp_path, compiled("coke").plan), given)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["cfp"] == pytest.approx(cfp, abs=0.0005)


def test_a_declaration_with_errors_ends_with_1_and_lists_them(alone: Path) -> None:
    ran = run_alone(alone, json.dumps(declared(smelter(), "primary_aluminium")))
    assert ran.returncode == 1
    assert json.loads(ran.stdout)["findings"][0]["path"] == "aluminium_content"


def test_the_command_speaks_both_languages_reads_standard_input_and_says_how_it_is_used(
    alone: Path,
) -> None:
    given = json.dumps(declared(smelter(), "primary_aluminium"))
    for language, words in (("zh", "缺少"), ("en", "is missing")):
        ran = run_alone(alone, given, ("--lang", language, "-"))
        assert ran.returncode == 1
        assert words in json.loads(ran.stdout)["findings"][0]["message"]
    helped = run_alone(alone, given, ("--lang", "en", "--help"))
    assert (helped.returncode, helped.stdout[:6]) == (0, "usage:")
    absent = run_alone(alone, given, ("--lang", "zh", "nowhere.json"))
    assert (absent.returncode, absent.stderr[:3]) == (2, "读不了")


@pytest.mark.parametrize("junk", ["", "[1, 2]", "{", "[" * 100_000, r'{"a": "\ud800"}'])
def test_a_file_that_is_no_declaration_ends_with_2_and_one_line(alone: Path, junk: str) -> None:
    ran = run_alone(alone, junk)
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert "declaration.json" in ran.stderr


def test_python_runs_the_file_as_its_head_says(alone: Path) -> None:
    path = alone / "declaration.json"
    path.write_text(json.dumps(declared(smelter(), "primary_aluminium")), "utf-8")
    command = (sys.executable, "-S", "calculator.py", "declaration.json")
    ran = subprocess.run(command, cwd=alone, capture_output=True, check=False)
    assert ran.returncode == 1
    assert json.loads(ran.stdout)["cfp"] == pytest.approx(9526.52, abs=0.01)
