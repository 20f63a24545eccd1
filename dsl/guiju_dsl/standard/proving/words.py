"""A case in words that the author could type."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, kind_of, unit_of
from guiju_dsl.standard.proving.cases import OTHER, Case
from guiju_dsl.standard.proving.claims import YES
from guiju_dsl.standard.proving.linear import Form
from guiju_runtime.messages import Text, same_words

OPERATORS: Mapping[str, str] = {"and": "且", "or": "或"}


def case_in_words(case: Case) -> Text:
    """Say which values a case has, as a condition in both keyword languages."""
    parts = [
        _of_sum(subject, value) if isinstance(subject, tuple) else _of_value(subject, value)
        for subject, value in case.values
    ]
    return Text(zh=" 且 ".join(part.zh for part in parts), en=" and ".join(p.en for p in parts))


def when_in_words(case: Case) -> Text:
    """Say when a case is met; one without values is met always."""
    if not case.values:
        return Text(zh="任何情况", en="in any case")
    words = case_in_words(case)
    return Text(zh=f"{words.zh} ", en=f"when {words.en}")


def _of_value(node: Expression, value: str | Fraction) -> Text:
    holds = value == YES
    match node:
        case typed.IsGiven():
            zh, en = f"给定 {node.path}", f"given {node.path}"
            return Text(zh=zh, en=en) if holds else Text(zh=f"非 {zh}", en=f"not {en}")
        case _ if kind_of(node) == "yes_no":
            name = subject_in_words(node)
            return same_words(name) if holds else Text(zh=f"非 {name}", en=f"not {name}")
        case _ if value == OTHER:
            name = subject_in_words(node)
            return Text(zh=f"{name} 为其他值", en=f"{name} is something else")
        case _:
            name = subject_in_words(node)
            return Text(zh=f"{name} 为 {value}", en=f"{name} is {value}")


def _of_sum(form: Form, value: str | Fraction) -> Text:
    node, factor = form[0]
    if isinstance(node, typed.DayOf) and len(form) == 1 and isinstance(value, Fraction):
        day = date.fromordinal(min(max(int(value / factor), 1), date.max.toordinal()))
        name = subject_in_words(node.operand)
        return Text(zh=f"{name} 为 {day}", en=f"{name} is {day}")
    names = [f"{_factor(factor)}{subject_in_words(node)}" for node, factor in form]
    unit = unit_of(form[0][0]).text if kind_of(form[0][0]) != "year" else ""
    number = decimal(value) if isinstance(value, Fraction) else value
    left = " + ".join(names).replace("+ -", "- ")
    return same_words(f"{left} = {number} {unit}".strip())


def _factor(factor: Fraction) -> str:
    if factor in (1, -1):
        return "" if factor == 1 else "-"
    return f"{decimal(factor)} * "


def subject_in_words(node: Expression) -> str:
    """Name what has a value."""
    match node:
        case typed.Reading() | typed.IsGiven():
            return node.path
        case typed.DayOf():
            return subject_in_words(node.operand)
        case typed.Predeclared():
            return node.name
        case typed.ProductOutcome():
            return ".".join(part for part in (node.profile, node.product, node.name) if part)
        case typed.TableLookup():
            keys = ", ".join(subject_in_words(key) for key in node.keys)
            return f"{node.table}[{keys}]" if keys else node.table
        case typed.OptionValue():
            return node.name
        case _:
            return "…"


def decimal(value: Fraction) -> str:
    """Write a number in decimals, cut after twelve digits if it has more."""
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.12g}"
