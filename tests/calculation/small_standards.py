"""Small standards for the tests of calculation: one construct each, numbers for the hand."""

import functools
import types
from typing import Any

from guiju.plan.model import CalculationPlan
from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import calculator, compile_text, declared, result

HEAD = """
standard small "T/XXX 009—2026" { title zh "小标准" en "Small" gwp ar6_7sm7 }
use factors.gwp
"""
PRODUCT = 'product thing zh "产品" en "thing" { declared unit 1 t }\n'
WORKS = HEAD + PRODUCT


@functools.cache
def small(text: str) -> tuple[CalculationPlan, types.ModuleType]:
    """Compile a standard, once for each text."""
    plan = compile_text(text)
    return plan, calculator(plan)


def found_for(text: str, data: dict[str, Any], year: int = 2024) -> dict[str, Any]:
    """Calculate ``data`` under the standard ``text``, after comparing with the exact reference."""
    plan, module = small(text)
    declaration = declared(data, year=year)
    assert_agree(plan, module, declaration)
    return result(module, declaration)
