"""Schemas of single values: numbers with units, choices, days, and what is said of a value."""

from collections.abc import Mapping, Sequence

from guiju_runtime.data_model import Datum, Indicator
from guiju_runtime.messages import Text, same_words
from guiju_runtime.units import parse_unit, units_of

Schema = dict[str, object]

DIGITS = "[0-9]+(_[0-9]+)*"
UNSIGNED = rf"({DIGITS}(\.({DIGITS})?)?|\.{DIGITS})([eE][+-]?[0-9]+)?"
UNIT = r"(\s+1/.*|\s*[^0-9\s,.'].*)?\s*"
NUMBER_TEXT = rf"^\s*[+-]?{UNSIGNED}{UNIT}$"
AMOUNT_TEXT = rf"^\s*[+]?{UNSIGNED}{UNIT}$"
DAY_TEXT = "^[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?$"
YEAR_TEXT = "^[0-9]{4}$"
YES_NO = (True, False, "yes", "no", "true", "false", "是", "否")
CLASSES = ("primary", "site", "secondary", "初级", "现场", "次级")
MOST_UNITS = 8


def both(text: Text) -> str:
    """Write words in both languages, once where they are alike."""
    return " · ".join(dict.fromkeys(filter(None, (text.zh, text.en))))


def described(datum: Datum) -> str:
    """Say what a datum is, how it is measured and what is taken without it."""
    unit = f" [{datum.unit}]" if datum.unit else ""
    default = f"{datum.default} {datum.unit}".strip() if datum.default is not None else ""
    spread = datum.spread.words(datum.unit) if datum.spread is not None else same_words("")
    parts = (
        both(datum.label) + unit,
        both(datum.note),
        labelled("计量", "measured by", both(datum.measured)),
        labelled("计量要求", "asked of it", asked_of(datum)),
        labelled("条件", "needed if", both(datum.condition)),
        labelled("不填时取", "taken if absent", default),
        labelled("不确定度", "uncertainty", both(spread)),
    )
    return "\n".join(part for part in parts if part)


def labelled(zh: str, en: str, words: str) -> str:
    """Put a label in both languages before ``words``, if there are any."""
    return f"{zh} · {en}: {words}" if words else ""


def scalar(datum: Datum) -> Schema:
    """Describe the bare value of ``datum``."""
    if datum.kind == "number":
        return number(datum)
    if datum.kind == "choice":
        names = [word for name, label in datum.options for word in (name, label.zh, label.en)]
        return {"enum": list(dict.fromkeys(filter(None, names)))}
    if datum.kind == "yes_no":
        return {"enum": list(YES_NO)}
    if datum.kind == "year":
        return year()
    if datum.kind == "date":
        return {"type": "string", "pattern": DAY_TEXT}
    return {"type": ["string", "number"]}


def number(datum: Datum) -> Schema:
    """Describe a number in the declared unit, or a text of it with any unit that converts."""
    bare: Schema = {"type": "number"}
    if datum.amount:
        bare["minimum"] = 0
    text: Schema = {"type": "string", "pattern": AMOUNT_TEXT if datum.amount else NUMBER_TEXT}
    return {"anyOf": [bare, text]}


def year() -> Schema:
    """Describe a year of four figures."""
    return {
        "anyOf": [
            {"type": "integer", "minimum": 1000, "maximum": 9999},
            {"type": "string", "pattern": YEAR_TEXT},
        ]
    }


def examples(datum: Datum) -> list[object]:
    """Give values that could stand for ``datum``."""
    if datum.kind == "number":
        value = f"120 {datum.unit}".strip()
        return [value, {"value": value, "source": "…", "year": 2024}]
    if datum.kind == "choice":
        return [name for name, _ in datum.options[:2]]
    return list(
        {"yes_no": ("yes",), "year": ("2024",), "date": ("2025-12-31",)}.get(datum.kind, ())
    )


def units(datum: Datum) -> list[str]:
    """Give the declared unit and usual ones that convert into it."""
    if datum.kind != "number" or not datum.unit:
        return []
    declared = parse_unit(datum.unit)
    usual = units_of(declared.dimension, declared.substance)
    return list(dict.fromkeys((datum.unit, *usual)))[:MOST_UNITS]


def asked_of(datum: Datum) -> str:
    """Say what is asked of how a datum is measured."""
    words = list(datum.measuring.words()) if datum.measuring is not None else []
    return both(Text(zh="、".join(w.zh for w in words), en=", ".join(w.en for w in words)))


def said_of_a_value(indicators: Sequence[Indicator]) -> Mapping[str, Schema]:
    """Describe what may stand beside a value."""
    levels: Schema = {
        "type": "object",
        "description": "数据质量等级，1 为最好 · levels of data quality, 1 is the best",
        "properties": {
            indicator.name: {
                "description": both(indicator.label),
                "enum": [word for n in range(1, len(indicator.levels) + 1) for word in (n, str(n))],
            }
            for indicator in indicators
        },
        "additionalProperties": False,
    }
    return {
        "source": {"type": ["string", "number"], "description": "来源 · source"},
        "year": {**year(), "description": "数据年份 · year of the value"},
        "region": {"type": "string", "description": "地区 · region"},
        "quality": {"enum": list(CLASSES), "description": "数据等级 · class of data"},
        "uncertainty": {
            "type": ["string", "number"],
            "description": "95 % 区间的一半与值之比，或一种分布，或基本不确定度 · "
            "half the 95 % interval as a ratio, or a distribution, or a basic uncertainty",
            "examples": ["5 %", "lognormal(1.2)", "basic(1.05)"],
        },
        "levels": levels,
        **measured_so(),
    }


def measured_so() -> Mapping[str, Schema]:
    """Describe what says of a number how it was measured."""
    return {
        "count": {"type": ["string", "number"], "description": "样本个数 · number of samples"},
        "spread": {
            "type": ["string", "number"],
            "description": "样本标准偏差，用数据的单位或 % · "
            "standard deviation of the samples, in the unit of the datum or in %",
        },
        "calibrated": {
            "type": "string",
            "pattern": DAY_TEXT,
            "description": "仪表的校准日期 · day on which the meter was calibrated",
        },
        "class": {
            "type": ["string", "number"],
            "description": "仪表等级 · accuracy class of the meter",
            "examples": [0.5, "0.5S"],
        },
    }
