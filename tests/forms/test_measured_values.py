"""The form and the schema ask how values are measured, where the standard does."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from guiju.backends.form import to_workbook
from guiju.backends.json_schema import to_schema
from guiju.declaration_form import from_workbook
from guiju.declaration_form.form_plan import (
    FIRST_ROW,
    MEASURED_COLUMNS,
    PATH_COLUMN,
    PATH_ROW,
    SIDE_COLUMNS,
    VALUE_COLUMN,
)
from guiju_runtime.data_model import DataModel, Measuring
from tests.forms.plant_data import PLANT, SUPPLY

METER = Measuring(valid_years=1.0, meter_class=0.5, samples=None, spread=None, uncertainty=None)
SAMPLES = Measuring(valid_years=None, meter_class=None, samples=12, spread=0.1, uncertainty=None)
ASKED = {f"{SUPPLY}.electricity": METER, "refining.natural_gas": SAMPLES}


def plant() -> DataModel:
    """Give the data of a plant, of two of which the standard asks how they are measured."""
    data = (replace(datum, measuring=ASKED.get(datum.path)) for datum in PLANT.data)
    return replace(PLANT, data=tuple(data))


def test_what_is_said_of_measured_values_comes_back() -> None:
    book = load_workbook(io.BytesIO(to_workbook(plant(), "zh")))
    sheet, supply = book["数据"], book["电力来源"]
    rows = {sheet.cell(row, PATH_COLUMN + 1).value: row for row in range(1, sheet.max_row + 1)}
    gas = rows["refining.natural_gas"]
    for name, value in {"count": 16, "spread": "3 %"}.items():
        sheet.cell(gas, SIDE_COLUMNS[name] + 1).value = value  # type: ignore[assignment]  # any kind of value
    sheet.cell(gas, VALUE_COLUMN + 1).value = 120
    heads = {supply.cell(PATH_ROW + 1, column).value: column for column in range(1, 20)}
    row = FIRST_ROW + 1
    for path, given in {
        f"{SUPPLY}.electricity": 60,
        f"{SUPPLY}.own_factor": 0.8,
        "calibrated": date(2025, 3, 1),
        "class": 0.5,
    }.items():
        supply.cell(row, heads[path]).value = given  # type: ignore[assignment]  # any kind of value
    kept = io.BytesIO()
    book.save(kept)
    declaration, findings = from_workbook("form.xlsx", kept.getvalue(), plant())
    assert findings == ()
    assert declaration is not None
    assert declaration["data"] == {
        "refining": {"natural_gas": {"value": "120 m3", "count": "16", "spread": "3 %"}},
        "power_supply": {
            "supply": [
                {
                    "electricity": {"value": "60 MWh", "calibrated": "2025-03-01", "class": "0.5"},
                    "own_factor": "0.8 kgCO2e/kWh",
                }
            ]
        },
    }


def hidden_columns(model: DataModel) -> set[int]:
    """Give the hidden columns of the data sheet, counted from 0."""
    sheet = load_workbook(io.BytesIO(to_workbook(model, "en")))["Data"]
    hidden = [one for one in sheet.column_dimensions.values() if one.hidden]
    return {column - 1 for one in hidden for column in range(one.min or 0, (one.max or 0) + 1)}


def test_columns_are_hidden_where_nothing_is_asked() -> None:
    measured = set(MEASURED_COLUMNS.values())
    assert hidden_columns(PLANT) == {PATH_COLUMN, *measured}
    asked = {MEASURED_COLUMNS["count"], MEASURED_COLUMNS["spread"]}
    assert hidden_columns(plant()) == {PATH_COLUMN, *(measured - asked)}


def test_the_help_says_what_is_asked() -> None:
    sheet = load_workbook(io.BytesIO(to_workbook(plant(), "zh")))["数据"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("计量要求：样本不少于12个、相对标准偏差不大于10 %" in text for text in texts)


@pytest.mark.parametrize(
    ("gas", "fits"),
    [
        ({"mean": "120 m3", "count": 16, "spread": "3 %"}, True),
        ({"value": "120 m3", "calibrated": "2025-03-01", "class": "0.5S"}, True),
        ({"value": "120 m3", "mean": "120 m3"}, False),
        ({"count": 16}, False),
        ({"value": "120 m3", "calibrated": "last year"}, False),
    ],
)
def test_the_schema_takes_samples_and_meters(gas: object, fits: bool) -> None:
    schema: Any = to_schema(plant())
    part = schema["properties"]["data"]["properties"]["refining"]["properties"]["natural_gas"]
    validator = Draft202012Validator({**part, "$defs": schema["$defs"]})
    assert validator.is_valid(gas) is fits
