"""Kinds of values, in words, and those of the names that are always there."""

from typing import Final

from guiju_dsl.standard.expressions import Kind
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.units import PLAIN_NUMBER, Unit, parse_unit

NUMERIC: Final = ("number", "year")
CLIMATE: Final = parse_unit("kgCO2e")
YEARS: Final = parse_unit("a")
MONTHS: Final = parse_unit("month")
KIND_WORDS: Final[dict[Kind, Text]] = {
    "number": Text(zh="数", en="a number"),
    "year": Text(zh="年份", en="a year"),
    "yes_no": Text(zh="条件", en="a condition"),
    "choice": Text(zh="选项", en="a choice"),
    "text": Text(zh="文字", en="a text"),
    "date": Text(zh="日期", en="a date"),
}
A_NUMBER: Final = KIND_WORDS["number"]
NOT_A_VALUE: Final = Text(zh="不是值的名称", en="a name that has no value")
A_CONSTANT: Final = Text(zh="常数", en="a constant")
A_FORMULA: Final = Text(zh="读取其他值的公式", en="a formula that reads other values")
ZERO: Final = Text(zh="零", en="zero")
ABOVE_ZERO: Final = Text(zh="大于零的量", en="an amount above zero")
A_RANGE: Final = Text(zh="范围或列表", en="a range or a list")
WHOLE_NUMBERS: Final = Text(zh="两个整数之间的范围 a .. b", en="a range of whole numbers a .. b")
ONE_VALUE: Final = Text(zh="一个值", en="one value")
PREDECLARED: Final[dict[str, tuple[Kind, Unit]]] = {
    "year": ("year", PLAIN_NUMBER),
    "region": ("text", PLAIN_NUMBER),
    "site": ("text", PLAIN_NUMBER),
    "period": ("number", MONTHS),
    "primary_share": ("number", PLAIN_NUMBER),
    "score": ("number", PLAIN_NUMBER),
    "data_age": ("number", YEARS),
    "factor_age": ("number", YEARS),
    "excluded_largest": ("number", PLAIN_NUMBER),
    "excluded_total": ("number", PLAIN_NUMBER),
}

PREDECLARED_LABELS: Final[dict[str, Text]] = {
    "year": Text(zh="申报期终止年份", en="year in which the period ends"),
    "region": Text(zh="地区", en="region"),
    "site": Text(zh="厂址", en="site"),
    "period": Text(zh="申报期长度", en="length of the period"),
    "primary_share": Text(zh="初级数据占比", en="share of primary data"),
    "score": Text(zh="数据质量得分", en="score of data quality"),
    "data_age": Text(zh="数据龄期", en="age of the data"),
    "factor_age": Text(zh="因子龄期", en="age of the factors"),
    "excluded_largest": Text(zh="最大单项舍弃比例", en="largest part left out"),
    "excluded_total": Text(zh="舍弃总比例", en="all parts left out"),
}


def kind_of_type(type_: tree.Type | None) -> Kind:
    """Give the kind of value of a type."""
    return "number" if type_ is None or type_.kind == "unit" else type_.kind


def unit_of_type(type_: tree.Type | None) -> Unit:
    """Give the unit of a type; a plain number where it has none."""
    if type_ is None or type_.unit is None:
        return PLAIN_NUMBER
    return parse_unit(type_.unit.text)


def unit_of_quantity(quantity: tree.Quantity) -> Unit:
    """Give the unit of a written quantity; a plain number where it has none."""
    return parse_unit(quantity.unit.text) if quantity.unit is not None else PLAIN_NUMBER
