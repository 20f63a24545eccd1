"""``guiju check`` and ``fmt`` on files as people save them: other encodings, places, layouts."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Guiju
from tests.cli.lime import LIME
from tests.house import ROOT

SLUG = "electrolytic_aluminium"
ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "GB18030, as Chinese Windows saves": lambda text: text.encode("gb18030"),
    "UTF-8 with a byte-order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16, as Notepad saves Unicode": lambda text: text.encode("utf-16"),
    "lines that end with CR LF": lambda text: text.replace("\n", "\r\n").encode(),
    "GB18030 with CR LF": lambda text: text.replace("\n", "\r\n").encode("gb18030"),
}


@pytest.fixture
def project(here: Path) -> Path:
    """A copy of the standards in a folder of the user."""
    return Path(shutil.copytree(ROOT / "standards", here / "标准 库"))


@pytest.mark.parametrize("saved", ENCODINGS.values(), ids=ENCODINGS)
def test_a_project_saved_otherwise_gives_the_same_numbers(
    project: Path, guiju: Guiju, grid_2024: Path, saved: Callable[[str], bytes]
) -> None:
    for path in (*project.rglob("*.pcr"), *project.rglob("*.yaml")):
        path.write_bytes(saved(path.read_text(encoding="utf-8")))
    assert guiju("check", project / SLUG).code == 0
    own = project / SLUG / "examples" / "grid_2024.yaml"
    done = guiju("calc", project / SLUG, own, "--format", "json")
    shipped = guiju("calc", SLUG, grid_2024, "--format", "json")
    assert done.out == shipped.out


def test_check_says_what_a_standard_and_a_library_hold(project: Path, guiju: Guiju) -> None:
    done = guiju("check", project, "--lang", "en")
    assert done.code == 0
    assert f"标准 库/{SLUG}/{SLUG}.pcr: no error; processes 5, " in done.out
    assert "标准 库/factors/china_fuels.pcr: no error; tables 14, values 104" in done.out
    assert "标准 库/general/gbt_24067.pcr: no error; clauses " in done.out
    assert "(--verbose lists them)" in done.out
    assert "GJ315" not in done.err
    assert "warning[GJ315]" in guiju("check", project, "--verbose").err


def test_check_as_json_and_sarif_gives_code_place_and_words(lime: Path, guiju: Guiju) -> None:
    (lime / "lime.pcr").write_text(LIME.replace("[year]", "[yaer]"), encoding="utf-8")
    done = guiju("check", "lime.pcr", "--format", "json")
    assert done.code == 1
    [fault] = json.loads(done.out)
    assert (fault["code"], fault["severity"]) == ("GJ201", "error")
    assert fault["place"] == {
        "file": "lime.pcr",
        "line": 13,
        "column": 78,
        "end_line": 13,
        "end_column": 82,
    }
    assert "year" in fault["hint"]["zh"]
    log = json.loads(guiju("check", "lime.pcr", "--format", "sarif").out)
    assert log["version"] == "2.1.0"
    [result] = log["runs"][0]["results"]
    assert result["ruleId"] == "GJ201"
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 13


def test_check_reads_the_encoding_that_it_is_told(lime: Path, guiju: Guiju) -> None:
    (lime / "lime.pcr").write_bytes(LIME.encode("gb18030"))
    assert guiju("check", "lime.pcr", "--encoding", "gb18030").code == 0
    assert "error[GJ112]" in guiju("check", "lime.pcr", "--encoding", "utf-8").err


def test_hidden_folders_and_environments_are_not_searched(lime: Path, guiju: Guiju) -> None:
    for folder in (".trash", "venv/lib/python3.11/site-packages/guiju"):
        (lime / folder).mkdir(parents=True)
        (lime / folder / "broken.pcr").write_text("standard", encoding="utf-8")
    assert guiju("check", ".").code == 0


def test_fmt_check_names_the_files_that_would_change_and_changes_none(
    lime: Path, guiju: Guiju
) -> None:
    untidy = LIME.replace("  title", "       title")
    (lime / "lime.pcr").write_text(untidy, encoding="utf-8")
    done = guiju("fmt", "--check", "lime.pcr", "--lang", "en")
    assert done.code == 1
    assert "lime.pcr is not in the house layout" in done.err
    assert (lime / "lime.pcr").read_text(encoding="utf-8") == untidy


def test_fmt_changes_keywords_to_chinese_and_back_without_loss(lime: Path, guiju: Guiju) -> None:
    assert guiju("fmt", "lime.pcr").code == 0
    tidy = (lime / "lime.pcr").read_text(encoding="utf-8")
    assert guiju("fmt", "lime.pcr", "--keywords", "zh").code == 0
    chinese = (lime / "lime.pcr").read_text(encoding="utf-8")
    assert "标准 lime" in chinese
    assert guiju("test", "lime.pcr").code == 0
    assert guiju("fmt", "lime.pcr", "--keywords", "en").code == 0
    assert (lime / "lime.pcr").read_text(encoding="utf-8") == tidy
    assert guiju("fmt", "--check", "lime.pcr").code == 0
