"""Compile a source of the book, calculate its data, look a named value up in the result."""

import functools
import types
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from guiju import pipeline
from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.plain import to_text
from guiju.plan.model import CalculationPlan
from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.report import to_text as to_words
from guiju_dsl.source import SourceText
from guiju_runtime.messages import Language
from guiju_runtime.result import to_plain
from guiju_runtime.units import parse_unit
from tests.calculation.agreement import assert_agree
from tests.calculation.chains import calculators, plans
from tests.calculation.compiled import calculator, compile_text, shipped
from tests.kept import KEPT
from tests.reference.book import declaration

Libraries = tuple[tuple[str, str], ...]


@functools.cache
def compiled(text: str, libraries: Libraries) -> tuple[CalculationPlan, types.ModuleType]:
    """Compile a source of the book; it has no error."""
    plan = compile_text(text, _finding(libraries))
    return plan, calculator(plan)


def diagnosed(text: str) -> tuple[Diagnostic, ...]:
    """Give what is reported for a source."""
    source = SourceText(name="standard.pcr", text=text)
    return pipeline.compile_standard(source, shipped, KEPT).diagnostics


def reported_for(text: str, language: Language) -> str:
    """Give what is reported for a source, as people see it."""
    source = SourceText(name="standard.pcr", text=text)
    return "\n\n".join(to_words(found, source, language) for found in diagnosed(text)) + "\n"


def _finding(libraries: Libraries) -> Any:
    known = dict(libraries)

    def find(name: str) -> SourceText | None:
        if name in known:
            return SourceText(name=f"{name}.pcr", text=known[name])
        return shipped(name)

    return find


def calculated(text: str, libraries: Libraries, data: str) -> dict[str, Any]:
    """Calculate data of the book; the exact reference gives the same."""
    plan, module = compiled(text, libraries)
    declared = declaration(data)
    used = tuple((name, other) for name, other in libraries if "\nproduct " in other)
    found = assert_agree(plan, module, declared, calculators(used), plans(used))
    return to_plain(found, declared, "en")


def document_of(text: str, libraries: Libraries) -> str:
    """Give the document of a source as plain text, blanks of any width as one space."""
    document = from_plan(compiled(text, libraries)[0], "zh")
    return " ".join(to_text(document, number(document)).split())


def value_of(found: Mapping[str, Any], name: str) -> tuple[object, str]:
    """Give a named value of a result with its unit."""
    profile, _, rest = name.partition(".")
    if profile in found["profiles"] and rest:
        return value_of({**found, **found["profiles"][profile], "profiles": {}}, rest)
    product, _, measure = name.rpartition(".")
    if product in found["products"]:
        outcome = found["products"][product]
        unit = {"cfp": "kgCO2e", "intensity": outcome["intensity_unit"]}[measure]
        return outcome[measure], unit
    if name in ("primary_share", "score"):
        return found["quality"][name], ""
    value = {**found["values"], **found["results"]}[name]
    return value["value"], value["unit"]


def in_unit(value: float, unit: str, asked: str) -> float:
    """Turn ``value`` in ``unit`` into ``asked``."""
    if unit == asked:
        return value
    mine, theirs = (parse_unit(word) if word else None for word in (unit, asked))
    ratio = (mine.factor if mine else Fraction(1)) / (theirs.factor if theirs else Fraction(1))
    return value * float(ratio)
