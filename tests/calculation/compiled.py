"""Standards compiled for the tests of calculation, and their generated calculators."""

import functools
import types
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from guiju import pipeline
from guiju.backends.python.module import to_module
from guiju.plan.model import CalculationPlan
from guiju_dsl.report import to_text
from guiju_dsl.source import SourceText
from guiju_runtime.calculating import Calculation, calculate
from tests.kept import KEPT

STANDARDS = Path(__file__).parents[2] / "standards"
ALUMINIUM = STANDARDS / "electrolytic_aluminium"

Declaration = Mapping[str, object]


def shipped(name: str) -> SourceText | None:
    """Find a standard or library that ships with the program."""
    inside = "/".join(name.split("."))
    for path in (f"{inside}.pcr", f"general/{name}.pcr", f"{name}/{name}.pcr"):
        if (STANDARDS / path).is_file():
            return SourceText(name=path, text=(STANDARDS / path).read_text("utf-8"))
    return None


def compile_text(text: str, find: Callable[[str], SourceText | None] = shipped) -> CalculationPlan:
    """Compile a standard; it must have no errors."""
    source = SourceText(name="standard.pcr", text=text)
    outcome = pipeline.compile_standard(source, find, KEPT)
    reports = [to_text(found, source, "en") for found in outcome.diagnostics]
    assert outcome.product is not None, "\n".join(reports)
    return outcome.product


def calculator(plan: CalculationPlan) -> types.ModuleType:
    """Run the generated module of a plan."""
    module = types.ModuleType("calculator")
    exec(compile(to_module(plan), "calculator.py", "exec"), module.__dict__)
    return module


def calculated(module: types.ModuleType, declaration: Declaration) -> Calculation:
    """Calculate one declaration."""
    return calculate(module.CALCULATOR, declaration)


def result(module: types.ModuleType, declaration: Declaration) -> dict[str, Any]:
    """Give the result of one declaration as plain data."""
    found: dict[str, Any] = module.calculate(declaration, "en")
    return found


def errors(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Give code and path of the findings that are errors."""
    return [(f["code"], f["path"]) for f in found["findings"] if f["severity"] == "error"]


@functools.cache
def aluminium() -> tuple[CalculationPlan, types.ModuleType]:
    """Compile the standard of electrolytic aluminium, once."""
    plan = compile_text((ALUMINIUM / "electrolytic_aluminium.pcr").read_text("utf-8"))
    return plan, calculator(plan)


def example(name: str) -> dict[str, Any]:
    """Read one of its examples, numbers as they are written."""
    text = (ALUMINIUM / "examples" / f"{name}.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return loaded


def declared(data: Mapping[str, object], standard: str = "small", year: int = 2024) -> Declaration:
    """Give a declaration of a year for a small standard."""
    period = {"from": f"{year}-01-01", "to": f"{year}-12-31"}
    return {"standard": standard, "declaration": {"period": period}, "data": data}
