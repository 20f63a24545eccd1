"""Compile the standard in a file, or one written in a test, with the libraries that ship."""

from pathlib import Path

from guiju.pipeline import compile_standard
from guiju.plan.model import CalculationPlan
from guiju_dsl.source import SourceText
from tests.kept import KEPT

STANDARDS = Path(__file__).parents[3] / "standards"


def shipped(name: str) -> SourceText | None:
    """Find a library or a general rule among the standards of the project."""
    inside = Path(*name.split(".")).with_suffix(".pcr")
    for path in (STANDARDS / inside, STANDARDS / "general" / inside):
        if path.is_file():
            return SourceText(name=name, text=path.read_text(encoding="utf-8"))
    return None


def compiled(path: Path) -> CalculationPlan:
    """Compile the standard at ``path``."""
    return compiled_text(path.read_text(encoding="utf-8"))


def compiled_text(text: str) -> CalculationPlan:
    """Compile a standard written as ``text``."""
    outcome = compile_standard(SourceText(name="standard.pcr", text=text), shipped, KEPT)
    assert outcome.product is not None, [d.message("en") for d in outcome.diagnostics]
    return outcome.product
