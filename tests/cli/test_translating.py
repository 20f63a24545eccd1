"""The texts of a source go into a table and back without loss, whatever spreadsheets do to it."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from guiju.shipped import standards_folder
from guiju.translating import bare, from_table, guarded, missing, places, to_table, translated
from guiju_dsl.source import SourceText
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.from_text import from_text
from tests.cli.conftest import Guiju

HALF = """standard lime "T/EX 002—2026" {
  title zh "石灰"
}
cites "GB/T 175" "通用硅酸盐水泥"
product quicklime zh "生石灰" { declared unit 1 t }
choice 窑型 { 立窑 en "shaft kiln", 回转窑 }
clause scope zh "范围" en "Scope" {
  text zh \"\"\"本文件规定了：
——方法；
——要求。\"\"\"
  shall stated: zh "应说明“窑型”。" en "The kiln shall be stated." # kept
}
"""


def read(text: str) -> tuple[SourceText, tree.File]:
    source = SourceText(name="lime.pcr", text=text)
    outcome = from_text(source)
    assert outcome.product is not None
    return source, outcome.product


def sources() -> list[Path]:
    return sorted(standards_folder().glob("*/*.pcr"))


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.stem)
def test_every_source_that_ships_comes_back_as_it_was(path: Path) -> None:
    source, file = read(path.read_text(encoding="utf-8"))
    rows = from_table(to_table(places(file)).decode("utf-8-sig"))
    assert rows is not None
    assert [row for row in rows if not row[2]] == []
    assert translated(file, rows) == (source.text, ())


def test_what_has_no_english_is_listed_in_order() -> None:
    _, file = read(HALF)
    assert [(place.what, place.zh) for place in missing(file)] == [
        ("title", "石灰"),
        ("label", "通用硅酸盐水泥"),
        ("label", "生石灰"),
        ("label", "窑型"),
        ("label", "回转窑"),
        ("text", "本文件规定了：\n——方法；\n——要求。"),
    ]


def test_translations_are_written_beside_the_chinese() -> None:
    _, file = read(HALF)
    english = {
        "石灰": "Lime",
        "生石灰": "quicklime",
        "窑型": "kiln",
        "回转窑": "rotary kiln",
        "通用硅酸盐水泥": "Common Portland cement",
        "本文件规定了：\n——方法；\n——要求。": 'This gives\n——"methods";\n——requirements.',
    }
    rows = [(place.id, place.zh, place.en or english[place.zh]) for place in places(file)]
    text, refused = translated(file, rows)
    assert refused == ()
    _, again = read(text)
    assert missing(again) == ()
    assert [(p.zh, p.en) for p in places(again)] == [(zh, en) for _, zh, en in rows]
    assert "# kept" in text
    assert '通用硅酸盐水泥" en "Common Portland cement"' in text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+x", "-5 %", "@SUM(A1)", "'quoted", "''", "\tcell", "=cmd|' /C calc'!A0", "plain"],
)
def test_no_cell_is_a_formula_and_none_is_changed(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert bare(guarded(text)) == text


def test_what_a_spreadsheet_does_to_line_ends_is_no_change() -> None:
    source, file = read(HALF)
    rows = [(p.id, p.zh.replace("\n", "\r\n") + " ", p.en) for p in places(file)]
    assert translated(file, rows) == (source.text, ())


def test_a_row_of_another_text_is_refused_and_the_rest_taken() -> None:
    _, file = read(HALF)
    first, *rest = [p for p in places(file) if not p.en]
    rows = [
        (first.id, "水泥", "Cement"),
        ("nowhere:1", "石灰", "Lime"),
        (rest[1].id, rest[1].zh, "quicklime"),
    ]
    text, refused = translated(file, rows)
    assert [row.id for row in refused] == [first.id, "nowhere:1"]
    assert 'zh "生石灰" en "quicklime"' in text


def test_words_that_no_quotation_marks_hold_are_refused() -> None:
    source, file = read(HALF)
    place = missing(file)[0]
    text, [refused] = translated(file, [(place.id, place.zh, 'a "" ” \n """ b')])
    assert text == source.text
    assert refused.id == place.id


def test_the_commands_write_and_take_a_table(lime: Path, guiju: Guiju) -> None:
    source = (lime / "lime.pcr").read_text(encoding="utf-8")
    (lime / "lime.pcr").write_text(source.replace('zh "煅烧" en "burning"', 'zh "煅烧"'), "utf-8")
    done = guiju("--lang", "en", "translate", "lime.pcr", "--missing", "-o", "table.csv")
    assert done.code == 0
    assert done.err.endswith(" 1 without English\n")
    table = (lime / "table.csv").read_text(encoding="utf-8-sig")
    [heads, row] = list(csv.reader(io.StringIO(table)))
    assert heads == ["id", "what", "zh", "en"]
    assert row[2:] == ["煅烧", ""]
    (lime / "table.csv").write_text(table.replace("煅烧,", "煅烧,burning"), encoding="gb18030")
    assert guiju("translate", "lime.pcr", "--from", "table.csv").code == 0
    assert (lime / "lime.pcr").read_text(encoding="utf-8") == source


def test_an_excel_sheet_goes_out_and_comes_back(lime: Path, guiju: Guiju) -> None:
    source = (lime / "lime.pcr").read_text(encoding="utf-8")
    (lime / "lime.pcr").write_text(source.replace('zh "煅烧" en "burning"', 'zh "煅烧"'), "utf-8")
    assert guiju("translate", "lime.pcr", "--missing", "-o", "table.xlsx").code == 0
    book = openpyxl.load_workbook(lime / "table.xlsx")
    assert [[cell.value for cell in row] for row in book.worksheets[0]] == [
        ["id", "what", "zh", "en"],
        [book.worksheets[0]["A2"].value, "label", "煅烧", None],
    ]
    book.worksheets[0]["D2"] = "burning"
    book.save(lime / "table.xlsx")
    assert guiju("translate", "lime.pcr", "--from", "table.xlsx").code == 0
    assert (lime / "lime.pcr").read_text(encoding="utf-8") == source


def test_a_sheet_with_other_columns_or_merged_cells_is_told(lime: Path, guiju: Guiju) -> None:
    source = (lime / "lime.pcr").read_text(encoding="utf-8")
    book = openpyxl.Workbook()
    book.worksheets[0].append(["id", "zh"])
    book.save(lime / "table.xlsx")
    done = guiju("--lang", "en", "translate", "lime.pcr", "--from", "table.xlsx")
    assert (done.code, done.err.split(":")[0]) == (1, "error[GJ952]")
    book.worksheets[0].append(["lime:1", "石灰"])
    book.worksheets[0]["C1"] = "en"
    book.worksheets[0].merge_cells("B2:C2")
    book.save(lime / "table.xlsx")
    done = guiju("--lang", "en", "translate", "lime.pcr", "--from", "table.xlsx")
    assert (done.code, done.err.split(":")[0]) == (1, "error[GJ955]")
    assert "cells B2:C2 of sheet “Sheet” are merged" in done.err
    assert (lime / "lime.pcr").read_text(encoding="utf-8") == source


def test_build_says_how_much_is_to_be_translated(lime: Path, guiju: Guiju) -> None:
    source = (lime / "lime.pcr").read_text(encoding="utf-8")
    (lime / "lime.pcr").write_text(source.replace('zh "煅烧" en "burning"', 'zh "煅烧"'), "utf-8")
    done = guiju("--lang", "en", "build", "lime.pcr", "-o", "out", "--only", "schema")
    assert done.code == 0
    assert done.err == ""  # an ASCII name is its own English label
    (lime / "lime.pcr").write_text(source.replace('en "Quicklime"', ""), "utf-8")
    done = guiju("--lang", "en", "build", "lime.pcr", "-o", "out", "--only", "schema")
    assert done.err.startswith(
        "1 texts of lime have no English; the English edition prints the Chinese."
    )
