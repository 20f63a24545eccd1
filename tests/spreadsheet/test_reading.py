"""A sheet is read as the texts that people see in it; what is not sound is refused."""

import io
import zipfile

import openpyxl
import pytest

from guiju.spreadsheet.reading import LIMITS, Merged, Unreadable, rows_of
from guiju.spreadsheet.writing import Grid, Line, to_xlsx

GRID = Grid(heads=("a", "b"), rows=(("=1+1", "甲\n乙"), ("5.10", "")), widths=(10.0, 20.0))


def workbook(rows: list[list[object]], *merged: str) -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "空"
    sheet = book.create_sheet("意见")
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def refused(content: bytes, merged: Merged = "refused") -> str:
    with pytest.raises(Unreadable) as caught:
        rows_of(content, merged)
    assert caught.value.reason.zh
    return caught.value.reason.en


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for one in before.namelist():
            after.writestr(one, part if one == name else before.read(one))
        if name not in before.namelist():
            after.writestr(name, part)
    return stream.getvalue()


def test_what_is_written_is_read_again_and_no_cell_is_a_formula() -> None:
    content = to_xlsx("表", (GRID,), "zh")
    assert rows_of(content, "refused") == [["a", "b"], ["=1+1", "甲\n乙"], ["5.10", ""]]
    assert content == to_xlsx("表", (GRID,), "zh")
    cell = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_lines_stand_above_the_table_over_its_whole_width() -> None:
    content = to_xlsx("表", (Line(words="标题", look="title"), GRID), "zh")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A1:B1"]
    assert sheet.print_title_rows == "$2:$2"
    assert rows_of(content, "filled")[:2] == [["标题", ""], ["a", "b"]]


def test_the_first_sheet_with_words_is_read_numbers_as_they_are_typed() -> None:
    assert rows_of(workbook([["章条", "意见"], [6, "甲"], [5.1, "乙"]]), "refused") == [
        ["章条", "意见"],
        ["6", "甲"],
        ["5.1", "乙"],
    ]


def test_cells_merged_down_a_column_are_filled_or_refused() -> None:
    content = workbook([["章条", "意见"], ["5.1", "甲"], [None, "乙"]], "A2:A3")
    assert rows_of(content, "filled")[1:] == [["5.1", "甲"], ["5.1", "乙"]]
    assert refused(content) == "cells A2:A3 of sheet “意见” are merged"


def test_an_error_in_a_cell_is_told_with_its_place() -> None:
    content = workbook([["id", "en"], ["x", "#NAME?"]])
    assert refused(content) == "cell B2 of sheet “意见” holds an error (#…)"


@pytest.mark.parametrize(
    "content",
    [b"", b"id,zh,en\n", b"PK\x03\x04", workbook([["a"]])[:900]],
    ids=["empty", "csv", "head-only", "cut-off"],
)
def test_what_is_no_workbook_is_told(content: bytes) -> None:
    assert refused(content) == "it is no .xlsx workbook, or damaged"


def test_an_old_or_locked_workbook_is_told_apart() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(old) == "it is an old .xls"
    assert refused(old + "EncryptedPackage".encode("utf-16-le")) == "it is locked by a password"


def test_a_workbook_without_words_is_told() -> None:
    assert refused(workbook([])) == "its sheets are empty"


def test_a_part_with_entities_is_not_read() -> None:
    part = b'<!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>'
    content = with_part(workbook([["a"]]), "xl/sharedStrings.xml", part)
    assert "entities" in refused(content)


def test_cells_far_out_and_bombs_are_too_large() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["XFD1048576"] = "far"
    stream = io.BytesIO()
    book.save(stream)
    assert "rows or" in refused(stream.getvalue())
    bomb = with_part(workbook([["a"]]), "xl/bomb.bin", bytes(LIMITS.inside + 1))
    assert len(bomb) < LIMITS.file
    assert "unpacked" in refused(bomb)
