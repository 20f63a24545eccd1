"""Formulas as written become formulas with kinds and units, every conversion explicit."""

from guiju_dsl.standard.formulas.dispatch import FormulaTyping
from guiju_dsl.standard.formulas.typing import Typing

__all__ = ["FormulaTyping", "Typing"]
