"""Tables as CSV: however they were saved, and what is wrong with them."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from guiju.batch.codes import ROWS_IN_TEXT
from guiju.batch.job import run
from guiju.batch.layout import layout_of
from guiju.batch.measuring import days_of
from guiju.batch.names import PERIOD
from guiju.batch.readable import Unreadable
from guiju.batch.sources import source_of
from guiju_runtime.messages import Text
from tests.batch.tables import standard
from tests.batch.test_files import ALUMINIUM, job_for, plants, put
from tests.batch.test_types import SUPPLY

CELLS = ["a,b", "1,铝", "2,", "3,水泥"]
SAVED = {
    "utf-8": ("\n".join(CELLS), "utf-8"),
    "with a mark": ("\n".join(CELLS), "utf-8-sig"),
    "gb18030": ("\n".join(CELLS), "gb18030"),
    "utf-16": ("\n".join(CELLS), "utf-16"),
    "utf-16 without a mark": ("\n".join(CELLS), "utf-16-be"),
    "semicolons": ("\r\n".join(CELLS).replace(",", ";"), "utf-8"),
    "bars, as it says": ("\n".join(["sep=|", *CELLS]).replace(",", "|"), "utf-8-sig"),
    "rows of nothing at the end": ("\n".join([*CELLS, ",", '"",', ","]), "utf-8"),
    "tabs": ("\r\n".join(CELLS).replace(",", "\t") + "\r\n\r\n", "utf-16"),
}


@pytest.mark.parametrize(("text", "encoding"), SAVED.values(), ids=SAVED)
def test_csv_is_read_however_a_spreadsheet_saved_it(
    tmp_path: Path, text: str, encoding: str
) -> None:
    (tmp_path / "plants.csv").write_bytes(text.encode(encoding))
    source = source_of(tmp_path / "plants.csv")
    [piece] = source.pieces(["a", "b"], 0)
    assert piece.rows.to_pydict() == {"a": ["1", "2", "3"], "b": ["铝", None, "水泥"]}


@pytest.mark.parametrize("codec", ["gzip", "zstd"])
def test_packed_csv_is_read_whatever_its_name(tmp_path: Path, codec: str) -> None:
    packed = pa.CompressedOutputStream(str(tmp_path / "plants.csv"), codec)
    with packed:
        packed.write("\n".join(CELLS).encode("gb18030"))
    copy = tmp_path / "plants.tsv.gz"
    copy.write_bytes((tmp_path / "plants.csv").read_bytes())
    for path in (tmp_path / "plants.csv", copy):
        [piece] = source_of(path).pieces(["b"], 0)
        assert piece.rows.to_pydict() == {"b": ["铝", None, "水泥"]}


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    for name, content, said in (
        ("plants.csv", b"PK\x03\x04 and so on", "workbook"),
        ("plants.csv", b"PAR1 and so on", "Parquet"),
        ("plants.parquet.gz", b"\x1f\x8b", "unpack"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Unreadable) as fault:
            source_of(tmp_path / name)
        assert isinstance(fault.value.reason, Text)
        assert said in fault.value.reason.en


def test_a_cell_of_many_lines_may_stand_anywhere(tmp_path: Path) -> None:
    """What is read at once ended within a cell, and the file was refused."""
    lines = [f'{number},"a\n\n{"b" * 5000}"' for number in range(300)]
    (tmp_path / "plants.csv").write_text("\n".join(["a,b", *lines]), "utf-8")
    [piece] = source_of(tmp_path / "plants.csv").pieces(["a"], 0)
    assert piece.rows["a"].to_pylist() == [str(number) for number in range(300)]


def test_a_row_of_csv_with_other_columns_than_the_first_is_named(tmp_path: Path) -> None:
    (tmp_path / "plants.csv").write_text("\n".join([*CELLS, "4,5,6"]), "utf-8")
    with pytest.raises(Unreadable) as fault:
        list(source_of(tmp_path / "plants.csv").pieces(["a"], 0))
    assert fault.value.reason == Text(
        zh="第 5 行有 3 个单元格，首行有 2 列", en="row 5 has 3 cells, and the first row 2"
    )


def test_csv_of_bytes_that_are_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plants.csv").write_bytes(b"a,b\n1,\xff\xff\n")
    with pytest.raises(Unreadable) as fault:
        list(source_of(tmp_path / "plants.csv").pieces(["a", "b"], 0))
    assert isinstance(fault.value.reason, Text)
    assert "UTF-8, UTF-16 or GB18030" in fault.value.reason.en


def test_that_csv_holds_no_rows_of_groups_is_said_once() -> None:
    model, cells = standard(ALUMINIUM).plan.data_model, pa.string()
    names = [*PERIOD, *(d.path for d in model.data if not d.group)]
    flat = pa.schema([(name, cells) for name in names])
    [said] = layout_of(model, flat, words=True).findings
    assert (said.code, said.severity, said.path) == (ROWS_IN_TEXT, "warning", SUPPLY)
    for column in (SUPPLY, f"{SUPPLY}.electricity"):
        [said] = layout_of(model, flat.append(pa.field(column, cells)), words=True).findings
        assert (said.code, said.severity, said.path) == (ROWS_IN_TEXT, "error", column)


def test_days_are_read_as_spreadsheets_write_them_and_one_that_is_none_costs_no_other() -> None:
    new_year, last = np.datetime64("2024-01-01"), np.datetime64("2024-12-31")
    written = {
        "2024-12-31": last,
        "2024/1/1": new_year,
        "2024.1.01": new_year,
        "2024年12月31日": last,
        " 2024-01-01 ": new_year,
        "2024-12-31T00:00:00": last,
        "2024/1/1 0:00": new_year,
        "2024-12-31 00:00:00.000": last,
        **dict.fromkeys(("2024-02-30", "0000-01-01", "24-1-1", "2024-1-1 8:00", "45292", None)),
    }
    found = days_of(pa.array(list(written), pa.string())).tolist()
    assert found == [one if one is None else one.item() for one in written.values()]


def test_words_of_a_spreadsheet_need_no_row_to_be_calculated_by_itself(tmp_path: Path) -> None:
    """Labels for options, TRUE, days with strokes: tables of them were calculated row by row."""
    plain, model = plants(3), standard(ALUMINIUM).plan.data_model
    [cell] = [datum for datum in model.data if datum.path == "electrolysis.cell"]
    labels = {name: label.zh for name, label in cell.options}
    words = [labels[name] for name in plain["electrolysis.cell"].to_pylist()]
    table = put(plain, "electrolysis.cell", pa.array(words))
    truths = pc.utf8_upper(plain["has_anode_plant"].cast(pa.string()))
    table = put(table, "has_anode_plant", truths)
    for name in PERIOD:
        table = put(table, name, pc.strftime(plain[name], format="%Y/%m/%d"))
    numbers = []
    for folder, one in (("plain", plain), ("words", table)):
        (tmp_path / folder).mkdir()
        done = run(job_for(tmp_path / folder, one))
        assert done.aside == 0
        numbers.append(pq.read_table(done.results)["cfp"].to_pylist())
    assert numbers[0] == numbers[1] != [None] * 3
