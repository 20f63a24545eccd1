"""Units as the field writes them: text in, exact factor, dimension and substance out."""

from guiju_runtime.units.algebra import convert, power, product, quotient, units_of
from guiju_runtime.units.data_text import parse_data_unit, ratio_of
from guiju_runtime.units.from_text import parse_unit
from guiju_runtime.units.model import (
    PLAIN_NUMBER,
    DifferentDimension,
    Dimension,
    Substance,
    Unit,
    UnknownUnit,
)
from guiju_runtime.units.pattern import UNIT_PATTERN, UNIT_WORDS, end_of_unit, is_unit_word

__all__ = [
    "PLAIN_NUMBER",
    "UNIT_PATTERN",
    "UNIT_WORDS",
    "DifferentDimension",
    "Dimension",
    "Substance",
    "Unit",
    "UnknownUnit",
    "convert",
    "end_of_unit",
    "is_unit_word",
    "parse_data_unit",
    "parse_unit",
    "power",
    "product",
    "quotient",
    "ratio_of",
    "units_of",
]
