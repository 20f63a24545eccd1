"""What no form holds is refused before anything opens it, and without reading it to the end."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.backends.form import to_workbook
from guiju.declaration_form import codes, from_workbook
from guiju.declaration_form.package_checks import LIMITS, parts_of
from guiju_runtime.messages import Code
from tests.cases import of_a_hundred
from tests.forms.filling import filled, part, repacked
from tests.forms.plant_data import PLANT, SUPPLY
from tests.office_damage import damaged

FORM = to_workbook(PLANT, "zh")
FILLED = filled({"refining.alumina": 5.5}, ({f"{SUPPLY}.electricity": 5},))
SHEET = "xl/worksheets/sheet2.xml"


def refused(content: bytes) -> tuple[Code, ...]:
    """Give the codes with which a file is refused."""
    declaration, findings = from_workbook("form.xlsx", content, PLANT)
    assert declaration is None
    for finding in findings:
        assert finding.message("zh")
        assert finding.message("en")
        assert finding.remedy("zh")
    return tuple(finding.code for finding in findings)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"standard: electrolytic_aluminium\n",
        b"PK\x03\x04",
        FORM[:2000],
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ],
    ids=["empty", "yaml", "head-only", "cut-off", "old-or-locked"],
)
def test_what_is_no_xlsx_is_refused(content: bytes) -> None:
    assert refused(content) == (codes.NOT_A_WORKBOOK,)


def test_another_package_is_no_workbook() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    assert refused(buffer.getvalue()) == (codes.NOT_A_WORKBOOK,)


def test_a_bomb_is_not_unpacked_beyond_the_limit() -> None:
    content = repacked(FORM, {"xl/bomb.bin": bytes(LIMITS.inside + 1)})
    assert len(content) < LIMITS.file
    assert refused(content) == (codes.WORKBOOK_TOO_LARGE,)


def test_many_parts_are_too_many() -> None:
    content = repacked(FORM, {f"xl/media/{number}.png": b"" for number in range(600)})
    assert refused(content) == (codes.WORKBOOK_TOO_LARGE,)


def test_a_file_that_is_too_long_is_not_opened() -> None:
    assert refused(b"PK\x03\x04" + bytes(LIMITS.file)) == (codes.WORKBOOK_TOO_LARGE,)


def test_a_sheet_of_a_million_rows_is_refused() -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(9, 6000))
    sheet = part(FORM, SHEET).replace(b"</sheetData>", f"{rows}</sheetData>".encode())
    assert refused(repacked(FORM, {SHEET: sheet})) == (codes.WORKBOOK_TOO_LARGE,)


@pytest.mark.parametrize("cell", ["A1048576", "XFD90", "ZZZ9999999", "A0", "?"])
def test_a_cell_far_out_is_refused(cell: str) -> None:
    far = f'<row r="99"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    sheet = part(FORM, SHEET).replace(b"</sheetData>", far)
    assert refused(repacked(FORM, {SHEET: sheet})) == (codes.WORKBOOK_TOO_LARGE,)


@pytest.mark.parametrize("row", ["1048576", "-3", "9" * 5000, "x"])
def test_a_row_far_down_is_refused(row: str) -> None:
    far = f'<row r="{row}"><c><v>1</v></c></row></sheetData>'.encode()
    sheet = part(FORM, SHEET).replace(b"</sheetData>", far)
    assert refused(repacked(FORM, {SHEET: sheet})) == (codes.WORKBOOK_TOO_LARGE,)


def test_more_elements_than_a_form_has_are_refused() -> None:
    cells = b"<c/>" * 600_000
    sheet = part(FORM, SHEET).replace(b"</sheetData>", b"<row>" + cells + b"</row></sheetData>")
    assert refused(repacked(FORM, {SHEET: sheet})) == (codes.WORKBOOK_TOO_LARGE,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", [SHEET, "xl/sharedStrings.xml", "customXml/item1.xml"])
def test_an_entity_in_any_part_is_refused(name: str, encoding: str) -> None:
    text = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode(encoding)
    assert refused(repacked(FORM, {name: text})) == (codes.ENTITY_IN_WORKBOOK,)


def test_macros_are_refused() -> None:
    content = repacked(FORM, {"xl/vbaProject.bin": b"\xd0\xcf"})
    assert refused(content) == (codes.MACROS_IN_WORKBOOK,)


def test_a_formula_in_a_value_cell_names_the_cell_and_the_datum() -> None:
    content = filled({"refining.alumina": "=1+1", "refining.alumina/source": "=A1"})
    declaration, findings = from_workbook("form.xlsx", content, PLANT)
    assert declaration is None
    assert [finding.code for finding in findings] == [codes.FORMULA_IN_CELL] * 2
    assert findings[1].message("zh") == "工作表“数据”单元格 D7（氧化铝产量）是公式"
    assert findings[1].path == "refining.alumina"


def test_a_formula_in_a_row_names_the_row() -> None:
    rows = ({f"{SUPPLY}.electricity": 5}, {f"{SUPPLY}.electricity": "=C5*2"})
    _, [found] = from_workbook("form.xlsx", filled({}, rows), PLANT)
    assert found.code is codes.FORMULA_IN_CELL
    assert found.path == f"{SUPPLY}[2].electricity"
    assert "C6" in found.message("zh")


@pytest.mark.parametrize("text", ["约 200", "1340 GWh", "1,340", "#DIV/0!", True])
def test_words_in_a_number_cell_are_reported_with_their_cell(text: object) -> None:
    _, [found] = from_workbook("form.xlsx", filled({"refining.alumina": text}), PLANT)
    assert found.code is codes.NO_NUMBER_IN_CELL
    assert "D7" in found.message("en")
    assert "alumina output" in found.message("en")


def test_a_form_for_another_text_keeps_its_digest_for_the_reader() -> None:
    from dataclasses import replace

    other = replace(PLANT, standard=replace(PLANT.standard, digest="sha256:other"))
    declaration, findings = from_workbook("form.xlsx", to_workbook(other, "zh"), PLANT)
    assert findings == ()
    assert declaration is not None
    assert declaration["digest"] == "sha256:other"


@pytest.mark.parametrize("name", ["xl/workbook.xml", SHEET, "xl/styles.xml"])
def test_a_damaged_part_is_named(name: str) -> None:
    content = repacked(FORM, {name: part(FORM, name)[:-40]})
    _, [found] = from_workbook("form.xlsx", content, PLANT)
    assert found.code is codes.WORKBOOK_DAMAGED
    assert name in found.message("en")


def test_a_relation_that_leads_nowhere_is_none() -> None:
    name = "xl/_rels/workbook.xml.rels"
    content = repacked(FORM, {name: part(FORM, name).replace(b" Target=", b" Aim=")})
    assert refused(content) == (codes.WORKBOOK_DAMAGED,)


@given(st.binary(max_size=200), st.integers(0, len(FORM) - 1))
def test_no_damage_leads_to_a_traceback(noise: bytes, place: int) -> None:
    content = FORM[:place] + noise + FORM[place + len(noise) :]
    declaration, findings = from_workbook("form.xlsx", content, PLANT)
    assert declaration is not None or findings


@given(
    st.sampled_from(sorted(parts_of("form.xlsx", FORM)[0])),
    st.integers(0, 5000),
    st.binary(max_size=30),
)
def test_no_damage_inside_leads_to_a_traceback(name: str, place: int, noise: bytes) -> None:
    old = part(FORM, name)
    content = repacked(FORM, {name: old[:place] + noise + old[place + len(noise) :]})
    declaration, findings = from_workbook("form.xlsx", content, PLANT)
    assert declaration is not None or findings


@of_a_hundred(30)
@given(damaged(FILLED))
def test_no_element_that_is_lost_or_says_something_else_leads_to_a_traceback(
    part: tuple[str, bytes],
) -> None:
    declaration, findings = from_workbook("form.xlsx", repacked(FILLED, dict([part])), PLANT)
    assert declaration is not None or findings
