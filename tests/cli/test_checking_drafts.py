"""``guiju check draft.docx``: text, JSON, SARIF, and a copy with comments."""

import io
import json
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Guiju
from tests.documents.faults.reporting import clean, faulty

FAULT = "-　舍弃的总贡献不应超过5%，并应在报告中说明。\n+　舍弃的总贡献必须说明。\n"


@pytest.fixture
def draft(here: Path) -> Path:
    path = here / "草案.docx"
    path.write_bytes(faulty(FAULT))
    return path


def test_a_clean_draft_has_nothing_to_report(guiju: Guiju, here: Path) -> None:
    (here / "a.docx").write_bytes(clean())
    done = guiju("check", "a.docx", "--lang", "zh")
    assert (done.code, done.err) == (0, "")
    assert done.out == "a.docx：没有发现问题；378 段，4 个表\n"


def test_remarks_name_paragraph_clause_remedy_and_basis(guiju: Guiju, draft: Path) -> None:
    done = guiju("check", draft.name, "--lang", "zh")
    assert done.code == 1
    assert done.err == (
        "error[GJ739]: 用了“必须”\n"
        " --> 草案.docx: 第 93 段，4.3.2\n"
        "93 | 4.3.2 舍弃的总贡献必须说明。\n"
        "   |                   ^^^^\n"
        "  = 建议：改为“应”\n"
        "  = 依据：GB/T 1.1—2020，附录C（MV-01）\n\n"
    )
    assert done.out == "草案.docx：1 处错误，0 处警告；378 段，4 个表\n"


def test_json_and_sarif_carry_the_same_remark(guiju: Guiju, draft: Path) -> None:
    [row] = json.loads(guiju("check", draft.name, "--format", "json").out)
    assert (row["code"], row["paragraph"], row["row"]) == ("GJ739", 93, "MV-01")
    [run] = json.loads(guiju("check", draft.name, "--format", "sarif").out)["runs"]
    [result] = run["results"]
    assert result["ruleId"] == "GJ739"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (93, 13)


def test_comments_go_into_a_copy(guiju: Guiju, draft: Path, here: Path) -> None:
    before = draft.read_bytes()
    done = guiju("check", draft.name, "--comment-to", "copy.docx", "--lang", "en")
    assert done.code == 1
    assert draft.read_bytes() == before
    [comment] = docx.Document(io.BytesIO((here / "copy.docx").read_bytes())).comments
    assert "hint: write 应" in comment.text


@pytest.mark.parametrize("name", ["old.doc", "a.wps", "a.docx"])
def test_a_file_that_is_no_docx_gets_a_diagnostic(guiju: Guiju, here: Path, name: str) -> None:
    (here / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    done = guiju("check", name, "--lang", "en")
    assert done.code == 1
    assert done.err.startswith(f"error[GJ780]: {name} is no .docx file")


def test_a_draft_and_a_standard_are_checked_together(guiju: Guiju, lime: Path) -> None:
    (lime / "a.docx").write_bytes(clean())
    done = guiju("check", "a.docx", "lime.pcr")
    assert done.code == 0
    assert "a.docx" in done.out
    assert "lime.pcr" in done.out
