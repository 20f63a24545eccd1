"""The document and the calculator cannot disagree: the pages alone give the published result."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from guiju.backends import docx
from guiju.documents.model import StandardDocument
from guiju.documents.numbering import Numbers
from guiju.plan.model import CalculationPlan
from tests.documents import omml_reading
from tests.documents.content.evaluating import (
    Pages,
    base_value,
    read_amounts,
    read_factors,
    read_formulas,
    symbol_value,
)

EXAMPLES = Path(__file__).parents[3] / "standards" / "electrolytic_aluminium" / "examples"
HEAD = ["名称", "符号", "单位", "数据类别", "测量方法和频次", "备注"]
PER_TONNE = {
    "grid_2024": (Fraction("12724.771"), Fraction("0.0005")),
    "grid_2023": (Fraction("13319.19"), Fraction("0.005")),
    "hydro": (Fraction("5613.366"), Fraction("0.0005")),
    "captive_coal": (Fraction("17363.460"), Fraction("0.0005")),
    "mengxi_mix": (Fraction("13780.565"), Fraction("0.0005")),
}
"""Totals computed by hand in tests/standards/test_totals_by_hand.py [kgCO2e/t]."""


@pytest.fixture(scope="module")
def word(document: StandardDocument, numbers: Numbers) -> bytes:
    return docx.write(document, numbers)


@pytest.mark.parametrize("example", PER_TONNE)
def test_the_word_file_alone_gives_the_footprint(
    example: str, word: bytes, plan: CalculationPlan
) -> None:
    total, within = PER_TONNE[example]
    declaration = yaml.load(
        (EXAMPLES / f"{example}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    footprint = symbol_value("CFP1", read(word, declaration, plan), None)
    assert abs(footprint - total) <= within


def read(word: bytes, declaration: dict[str, Any], plan: CalculationPlan) -> Pages:
    """Open the document with the data of one plant at hand."""
    tables = omml_reading.tables(word)
    single, keyed = read_factors(tables)
    pages = Pages(
        formulas=read_formulas(omml_reading.formulas(word)),
        values=single | read_amounts(omml_reading.where_lists(word)),
        words={"y": declaration["declaration"]["period"]["to"][:4]},
        rows=[],
        tables=keyed,
        given=set(),
    )
    forms = [rows for head, *rows in tables if head == HEAD]
    for (path, group), rows in zip(places(plan), forms, strict=True):
        at: Any = declaration["data"]
        for part in (group or path).split(".") if path else ():
            at = at.get(part, {}) if isinstance(at, dict) else {}
        fill(pages, rows, labels(plan, path, group), at)
    return pages


def places(plan: CalculationPlan) -> Iterator[tuple[str, str]]:
    """Give process and group of each form of Annex A, in the order of the standard."""
    for section in plan.data_model.sections:
        groups = [g.path for g in plan.data_model.groups if g.clause == section.path]
        for group in ("", *groups):
            if labels(plan, section.path, group):
                yield section.path, group


def labels(plan: CalculationPlan, process: str, group: str) -> dict[str, str]:
    """Give the last name of each datum by the label that the form prints."""
    return {
        datum.label.zh.replace(" ", ""): datum.path.rpartition(".")[2]
        for datum in plan.data_model.data
        if (datum.clause, datum.group) == (process, group)
    }


def fill(pages: Pages, rows: list[list[str]], names: dict[str, str], data: Any) -> None:
    """Write the data of a plant into the forms: one row for each line, or rows of a group."""
    if isinstance(data, list):
        for one in data:
            numbers, words, _ = filled(rows, names, one)
            pages.rows.append((numbers, words))
        return
    numbers, words, given = filled(rows, names, data)
    pages.values |= numbers
    pages.words |= words
    pages.given |= given


def filled(
    rows: list[list[str]], names: dict[str, str], data: dict[str, Any]
) -> tuple[dict[str, Fraction], dict[str, str], set[str]]:
    """Give numbers by symbol and choices by name, with the names of what was given."""
    numbers: dict[str, Fraction] = {}
    words: dict[str, str] = {}
    given: set[str] = set()
    for name, symbol, _unit, _class, _measured, remark in rows:
        entry = data.get(names[name.replace(" ", "")])
        value = entry["value"] if isinstance(entry, dict) else entry
        if value is None and "缺省值" in remark and "无缺省值" not in remark:
            value = remark.partition("缺省值")[2].partition("（")[0]
        elif value is not None:
            given.add(name)
        if value is None:
            continue
        if symbol == "—":
            words[name] = option(names[name.replace(" ", "")], value)
        else:
            numbers[symbol] = quantity(value)
    return numbers, words, given


def option(name: str, value: str) -> str:
    """Name the option that a file gives by its short name as the form prints it."""
    return OPTIONS.get((name, value), value)


def quantity(value: str) -> Fraction:
    """Read ``800000 t`` or ``2%`` in base units."""
    digits = value.rstrip("%").split(" ")[0]
    unit = value[len(digits) :].strip()
    return base_value(digits, unit)


OPTIONS = {
    ("kind", "grid"): "公共电网",
    ("kind", "direct_line"): "直供或自发（不经公共电网）",
    ("kind", "certificate"): "绿电交易（附绿证）",
    ("kind", "captive_coal"): "自备燃煤电厂",
    ("technology", "hydro"): "水力发电",
    ("technology", "wind"): "风力发电",
    ("cell", "PFPB_modern"): "点式下料预焙槽（新型）",
}
