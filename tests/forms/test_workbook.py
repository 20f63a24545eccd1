"""The form: same bytes, nothing that runs, locked but for its input cells, ready to print."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter, rows_from_range
from openpyxl.worksheet.worksheet import Worksheet

from guiju.backends.form import to_workbook
from guiju.backends.form.data_sheet import HELP_COLUMN
from guiju.declaration_form import from_workbook
from guiju.declaration_form.form_plan import HIDDEN_SHEET
from guiju_runtime.messages import Language, Text, same_words
from tests.forms.filling import SHEETS, column_of, row_of
from tests.forms.plant_data import DIGEST, PLANT, SUPPLY

LANGUAGES: tuple[Language, ...] = ("zh", "en")
LEADS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")')


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_model_gives_the_same_bytes(language: Language) -> None:
    first = to_workbook(PLANT, language)
    assert to_workbook(PLANT, language) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2000-01-01T00:00:00Z"}


@pytest.mark.parametrize("lead", LEADS)
def test_words_that_look_like_formulas_stay_words(lead: str) -> None:
    data = tuple(
        replace(
            datum,
            label=same_words(lead),
            note=same_words(lead),
            options=tuple((name, same_words(f"{lead}{name}")) for name, _ in datum.options),
        )
        for datum in PLANT.data
    )
    sections = tuple(
        replace(s, label=same_words(lead), stage=same_words(lead)) for s in PLANT.sections
    )
    standard = replace(PLANT.standard, title=same_words(lead), version=lead, status=lead)
    groups = tuple(replace(group, label=same_words(lead)) for group in PLANT.groups)
    model = replace(PLANT, standard=standard, sections=sections, groups=groups, data=data)
    content = to_workbook(model, "zh")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheets = [name for name in package.namelist() if "worksheets/sheet" in name]
        assert all(b"<f>" not in package.read(name) for name in sheets)
    assert from_workbook("form.xlsx", content, model)[1] == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_input_cells_are_open(language: Language) -> None:
    book = load_workbook(io.BytesIO(to_workbook(PLANT, language)))
    assert all(sheet.protection.sheet for sheet in book)
    data = book[SHEETS[language][1]]
    row = row_of(data, "refining.alumina")
    locked = [data.cell(row, column).protection.locked for column in range(1, 10)]
    assert locked == [True, True, True, False, False, False, False, False, True]


def test_the_identity_is_on_every_page_and_in_the_hidden_sheet() -> None:
    book = load_workbook(io.BytesIO(to_workbook(PLANT, "zh")))
    assert book[HIDDEN_SHEET].sheet_state == "veryHidden"
    hidden = [cell.value for row in book[HIDDEN_SHEET].iter_rows(max_col=2) for cell in row]
    assert {"electrolytic_aluminium", DIGEST} <= set(hidden)
    for sheet in book:
        if sheet.title != HIDDEN_SHEET:
            assert "T/XXX 001—2026" in str(sheet.oddHeader)
            assert DIGEST[:19] in str(sheet.oddFooter)
            assert sheet.page_setup.orientation == "landscape"
            assert str(sheet.page_setup.paperSize) == "9"
    cover = [cell.value for row in book["填表说明"].iter_rows() for cell in row]
    assert {DIGEST, "T/XXX 001—2026  (electrolytic_aluminium)", "征求意见稿"} <= set(cover)


def test_units_and_choices_are_offered_in_lists() -> None:
    book = load_workbook(io.BytesIO(to_workbook(PLANT, "zh")))
    data, supply = book["数据"], book["电力来源"]
    assert offered(book, data, f"E{row_of(data, 'electrolysis.anode')}")[:2] == ["t", "kg"]
    assert offered(book, data, f"D{row_of(data, 'has_anode_plant')}") == ["是", "否"]
    assert offered(book, data, f"H{row_of(data, 'refining.alumina')}") == ["初级", "现场", "次级"]
    column = get_column_letter(column_of(supply, f"{SUPPLY}.kind"))
    assert offered(book, supply, f"{column}5") == ["电网", "直供", "绿证", "自备"]
    assert offered(book, supply, f"{column}54") == ["电网", "直供", "绿证", "自备"]


def offered(book: Workbook, sheet: Worksheet, cell: str) -> list[object]:
    """Give the choices of a cell."""
    rule = next(
        rule
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list" and cell in cells_of(str(rule.sqref))
    )
    name, _, area = str(rule.formula1).lstrip("=").partition("!")
    return [row[0].value for row in book[name][area.replace("$", "")]]


def cells_of(areas: str) -> set[str]:
    """Name the cells in ``areas``."""
    return {name for area in areas.split() for row in rows_from_range(area) for name in row}


def test_amounts_are_not_below_zero_and_other_numbers_may_be() -> None:
    book = load_workbook(io.BytesIO(to_workbook(PLANT, "zh")))
    data = book["数据"]
    least = {}
    for rule in data.data_validations.dataValidation:
        if rule.type == "decimal":
            least[str(rule.sqref)] = float(rule.formula1)
    assert least[f"D{row_of(data, 'refining.alumina')}"] == 0.0
    assert least[f"D{row_of(data, 'electrolysis.anode_effects')}"] < 0


def test_help_says_how_it_is_measured_when_it_is_needed_and_what_is_taken() -> None:
    book = load_workbook(io.BytesIO(to_workbook(PLANT, "zh")))
    data, supply = book["数据"], book["电力来源"]
    gas = data.cell(row_of(data, "refining.natural_gas"), HELP_COLUMN + 1).value
    assert gas == "工况体积按气表读数填写；计量：气表；频次：每月"
    sulphur = data.cell(row_of(data, "electrolysis.anode.sulphur"), HELP_COLUMN + 1).value
    assert sulphur == "不填时取：2 %"
    own = supply.cell(2, column_of(supply, f"{SUPPLY}.own_factor")).value
    assert own == "条件：来源为自备；有效期（年）：1"


def test_names_of_sheets_are_allowed_and_different() -> None:
    long = Text(zh="电力[来源]:*?/\\的一个特别特别特别特别特别特别特别特别长的名称", en="'s")
    group = replace(PLANT.groups[0], label=long)
    again = replace(PLANT.groups[0], path="power_supply.more", label=long)
    content = to_workbook(replace(PLANT, groups=(group, again)), "zh")
    names = load_workbook(io.BytesIO(content)).sheetnames
    assert len({name.casefold() for name in names}) == len(names) == 5
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
