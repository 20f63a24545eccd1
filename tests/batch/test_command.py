"""``guiju calc`` of a table."""

import sys
from pathlib import Path
from typing import get_args

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from guiju.batch.parts import Parts
from guiju.cli import main
from guiju_runtime.messages import Language
from tests.batch.tables import Drawn
from tests.diagnosing import read_page

PAGES = Path(__file__).parents[1] / "diagnostics"
WORDS = ["calc", "electrolytic_aluminium", "plants.parquet", "-o", "out.parquet"]


def test_a_table_is_calculated_and_the_files_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    table = pa.Table.from_batches([Drawn("electrolytic_aluminium", seed=2, wild=0).table(4)])
    pq.write_table(table, "plants.parquet")
    main(["--lang", "en", *WORDS])
    said = capsys.readouterr()
    assert said.out.splitlines()[0].startswith("declarations 4, with errors or not conforming ")
    assert said.out.splitlines()[1:] == ["wrote out.parquet", "wrote out.findings.parquet"]
    assert said.err == ""


def test_only_the_results_that_are_asked_for_have_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    table = pa.Table.from_batches([Drawn("electrolytic_aluminium", seed=2, wild=0).table(2)])
    pq.write_table(table, "plants.parquet")
    main(["--lang", "en", *WORDS, "--outputs", "by_gas.C*, cfp"])
    columns = pq.read_table("out.parquet").column_names
    assert columns[columns.index("conforming") + 1 :] == [
        "cfp", "by_gas.CO2e", "by_gas.CO2", "by_gas.CF4", "by_gas.C2F6",
    ]  # fmt: skip
    capsys.readouterr()
    assert main(["--lang", "en", *WORDS, "--outputs", "list"]) == 0
    assert {"cfp", "by_gas.CF4", "primary_share"} < set(capsys.readouterr().out.split())
    assert main(["--lang", "en", *WORDS, "--outputs", "by_gas.CF5"]) == 1
    assert "GJ944" in (said := capsys.readouterr().err)
    assert "there is by_gas.CF4" in said


def test_a_run_that_is_interrupted_says_what_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = pa.Table.from_batches([Drawn("electrolytic_aluminium", seed=2, wild=0).table(2)])
    pq.write_table(table, tmp_path / "plants.parquet")
    data, output = str(tmp_path / "plants.parquet"), str(tmp_path / "out.parquet")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Parts, "join", interrupted)
    assert main(["--lang", "en", "calc", "electrolytic_aluminium", data, "-o", output]) == 130
    assert f"parts that are done stay in {output}.parts" in capsys.readouterr().err


@pytest.mark.parametrize("language", get_args(Language))
def test_without_the_packages_for_tables_their_page_is_shown(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: Language,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in sys.modules if name.startswith(("pyarrow", "guiju.batch"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert main(["--lang", language, *WORDS]) == 1
    assert capsys.readouterr().err == read_page(PAGES / "packages-missing.md").reports[language]


def test_results_of_one_declaration_are_not_called_a_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sheet of many declarations is no form: what stood in results.parquet was JSON."""
    output = tmp_path / "results.parquet"
    assert main(["calc", "electrolytic_aluminium", "sheet.xlsx", "-o", str(output)]) == 2
    assert "-o results.parquet" in capsys.readouterr().err
    assert not output.exists()


def test_no_file_beside_the_results_is_written_over_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The table was replaced by the findings with the changes, and was lost."""
    data = tmp_path / "out.what_if.findings.parquet"
    pq.write_table(pa.table({"any": [1]}), data)
    before = data.read_bytes()
    words = ["--what-if", "electrolysis.anode=1 t", "-o", str(tmp_path / "out.parquet")]
    assert main(["calc", "electrolytic_aluminium", str(data), *words]) == 1
    assert "GJ923" in capsys.readouterr().err
    assert data.read_bytes() == before
