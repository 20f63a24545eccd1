"""A standard that replaces another lists in its foreword what changed, if that is at hand."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.changes.editions import QUICKLIME, edited
from tests.cli.conftest import Guiju

NEW = edited(
    ("T/XXX 021—2022", "T/XXX 021—2026"),
    ("biogenic_carbon separate", 'biogenic_carbon separate  replaces "T/XXX 021—2022"'),
    ("2021 = 580", "2021 = 570"),
    ("  emission CH4 slip", '  waste ash zh "灰" en "ash" : t { optional }\n  emission CH4 slip'),
)
REPLACED = "本文件代替T/XXX 021—2022《温室气体　产品碳足迹量化方法与要求　生石灰》，"
LISTED = (
    f"{REPLACED}与T/XXX 021—2022相比，除结构调整和编辑性改动外，主要技术变化如下：",
    "a)增加了废物“灰”（见A.3）；",
    "b)更改了因子“电网因子”的数值（见B.2，2022年版的B.2）。",
    "——2022年首次发布为T/XXX 021—2022；——本次为第一次修订。",
)


@pytest.fixture
def folder(here: Path) -> Path:
    """A folder with a standard and, beside it, the edition that it replaces."""
    (here / "quicklime.pcr").write_text(NEW, encoding="utf-8")
    (here / "editions").mkdir()
    (here / "editions" / "quicklime-2022.pcr").write_text(QUICKLIME, encoding="utf-8")
    return here


def page(folder: Path) -> str:
    [found] = (folder / "out").rglob("standard.zh.md")
    return re.sub("<[^>]*>", "", found.read_text(encoding="utf-8"))


def test_the_foreword_lists_what_changed_and_check_has_nothing_to_say(
    folder: Path, guiju: Guiju
) -> None:
    assert guiju("build", "quicklime.pcr", "-o", "out", "--only", "page,docx,notes").code == 0
    said = page(folder)
    for line in LISTED:
        assert line in said
    assert "待补充" not in said.partition("主要技术变化如下")[2].partition("请注意")[0]
    [draft] = (folder / "out").rglob("standard.zh.docx")
    assert "FX-0" not in guiju("check", draft).all
    [note] = (folder / "out").rglob("notes.docx")
    assert "更改了因子“电网因子”的数值（见B.2，2022年版的B.2）" in words_of(note)


def words_of(file: Path) -> str:
    """Give the letters of a Word file."""
    return re.sub("<[^>]*>", "", ZipFile(file).read("word/document.xml").decode())


def test_without_the_old_source_the_foreword_leaves_the_list_to_the_drafter(
    folder: Path, guiju: Guiju
) -> None:
    (folder / "editions" / "quicklime-2022.pcr").unlink()
    assert guiju("build", "quicklime.pcr", "-o", "out", "--only", "page").code == 0
    _, found, behind = page(folder).partition("主要技术变化如下：")
    assert found
    assert "（待补充）" in behind.partition("请注意")[0]


def test_replaced_editions_are_no_sources_of_the_project(folder: Path, guiju: Guiju) -> None:
    said = guiju("check", folder)
    assert "quicklime-2022" not in said.all
    assert "quicklime.pcr" in said.all
