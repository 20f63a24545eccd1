"""``guiju diff``: two editions side by side, told clause by clause."""

import json
from pathlib import Path

import pytest

from tests.changes.editions import QUICKLIME, edited
from tests.cli.conftest import Guiju

EDITS = (
    ("T/XXX 021—2022", "T/XXX 021—2026"),
    ("2021 = 580", "2021 = 570"),
    ("allocate by mass", "allocate by money"),
    ('  shall kiln_named: zh "报告应说明窑型。" en "The report shall name the kiln."\n', ""),
    ('should meter_checked: zh "电能表宜', 'shall meter_checked: zh "电能表应'),
    ("meter should be calibrated", "meter shall be calibrated"),
    ("  emission CH4 slip", '  waste ash zh "灰" en "ash" : t { optional }\n  emission CH4 slip'),
    ("data purity", "data caco3"),
    ("stone * purity", "stone * caco3"),
    ('source zh "假定" en "assumed"  year 2020', 'source zh "实测" en "measured"  year 2020'),
)
# A clause that is left with one provision has no numbers in it (NB-01): it becomes 5.5.2 itself.
TOLD = """\
T/XXX 021—2022 → T/XXX 021—2026  温室气体　产品碳足迹量化方法与要求　生石灰
技术变化 6，编辑性改动 1，改名 1

标准的基本信息和其他
  更改  文件信息“文件编号”  standard.number  编辑性
      文件编号：T/XXX 021—2022 → T/XXX 021—2026

5.5.2  石灰窑的数据
  更改  条文“石灰窑的数据”  meter_checked  5.5.2  原 5.5.2.1
      约束力：宜 → 应
      条文：电能表宜每年校准。 → 电能表应每年校准。
  删除  条文“石灰窑的数据”  kiln_named  原 5.5.2.2
      − 约束力：应
      − 条文：报告应说明窑型。

6.5  分配
  更改  分配“煅烧窑”  kiln  6.5.4
      分配依据：质量 → money

A.3  煅烧窑
  增加  废物“灰”  kiln.ash  A.3
      + 单位：t
      + 可选
  改名  数据“石灰石纯度”  kiln.purity → kiln.caco3  A.3

B.1  单一数值
  更改  因子“煤的上游因子”  coal_upstream  B.1
      来源：假定 → 实测

B.2  电网因子
  更改  因子“电网因子”  grid  B.2
      2021的数值：580 → 570
"""
FOREWORD = """\
本文件代替T/XXX 021—2022《温室气体　产品碳足迹量化方法与要求　生石灰》，与T/XXX 021—2022相比，\
除结构调整和编辑性改动外，主要技术变化如下：
a) 更改了“电能表每年校准”的约束力（见5.5.2，2022年版的5.5.2.1）；
b) 删除了要求“报告说明窑型”（见2022年版的5.5.2.2）；
c) 更改了“煅烧窑”的分配依据（见6.5.4，2022年版的6.5.4）；
d) 增加了废物“灰”（见A.3）；
e) 更改了因子“煤的上游因子”的来源（见B.1，2022年版的B.1）；
f) 更改了因子“电网因子”的数值（见B.2，2022年版的B.2）。
"""
IN_ENGLISH = """\
This document replaces T/XXX 021—2022, Greenhouse gases—Carbon footprint of products—Quicklime. \
Besides structural and editorial changes, the main technical changes with respect to \
T/XXX 021—2022 are as follows:
a) changed: force of “The electricity meter …” (see 5.5.2; 5.5.2.1 of the 2022 edition);
b) removed: requirement “The report …” (see 5.5.2.2 of the 2022 edition);
c) changed: allocation basis of “Kiln” (see 6.5.4; 6.5.4 of the 2022 edition);
d) added: waste “ash” (see A.3);
e) changed: source of factor “upstream of coal” (see B.1; B.1 of the 2022 edition);
f) changed: value of factor “grid” (see B.2; B.2 of the 2022 edition).
"""


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    """Give a folder with two editions of a standard and one that has errors."""
    for name, text in (
        ("old.pcr", QUICKLIME),
        ("new.pcr", edited(*EDITS)),
        ("wrong.pcr", QUICKLIME.replace("input coal", "inpt coal")),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_changed_is_told_clause_by_clause(editions: Path, guiju: Guiju) -> None:
    said = guiju("diff", str(editions / "old.pcr"), str(editions / "new.pcr"))
    assert (said.out, said.err, said.code) == (TOLD, "", 0)


@pytest.mark.parametrize(("language", "words"), [("zh", FOREWORD), ("en", IN_ENGLISH)])
def test_the_list_for_the_foreword_is_offered_to_paste(
    editions: Path, guiju: Guiju, language: str, words: str
) -> None:
    files = str(editions / "old.pcr"), str(editions / "new.pcr")
    said = guiju("--lang", language, "diff", *files, "--format", "foreword")
    assert (said.out, said.err, said.code) == (words, "", 0)


def test_programs_get_json(editions: Path, guiju: Guiju) -> None:
    said = guiju("diff", str(editions / "old.pcr"), str(editions / "new.pcr"), "--format", "json")
    found = json.loads(said.out)
    assert found["counts"] == {"technical": 6, "editorial": 1, "renamed": 1}
    [renamed] = [one for one in found["changes"] if one["kind"] == "renamed"]
    assert (renamed["old"]["id"], renamed["new"]["id"]) == ("kiln.purity", "kiln.caco3")
    [grid] = [one for one in found["changes"] if one["id"] == "grid"]
    assert grid["differences"] == [
        {"aspect": "row", "of": "2021的数值", "old": "580", "new": "570", "technical": True}
    ]
    assert grid["new"]["clause"] == "B.2"
    assert grid["new"]["file"].endswith("new.pcr")


def test_a_file_beside_itself_has_not_changed(editions: Path, guiju: Guiju) -> None:
    said = guiju("diff", str(editions / "old.pcr"), str(editions / "old.pcr"))
    assert said.code == 0
    assert said.out.splitlines()[-1] == "两版含义相同，没有变化。"


@pytest.mark.parametrize(
    ("first", "second", "which"), [("wrong", "new", "旧版"), ("old", "wrong", "新版")]
)
def test_an_edition_with_errors_is_named_with_them(
    editions: Path, guiju: Guiju, first: str, second: str, which: str
) -> None:
    said = guiju("diff", str(editions / f"{first}.pcr"), str(editions / f"{second}.pcr"))
    assert said.code == 1
    assert said.err.startswith(f"{which} {editions / 'wrong.pcr'} 有错误")
    assert "error[GJ1" in said.err
    assert said.out == ""


def test_two_standards_are_told_apart(editions: Path, guiju: Guiju) -> None:
    said = guiju("diff", "coal", str(editions / "new.pcr"))
    assert said.code == 0
    assert "guiju compare" in said.err


def test_a_file_that_is_no_word_file_is_refused_first(editions: Path, guiju: Guiju) -> None:
    files = str(editions / "old.pcr"), str(editions / "new.pcr")
    said = guiju("diff", *files, "-o", str(editions / "changes.txt"))
    assert said.err.startswith("error[GJ951]")
    assert (said.code, said.out) == (2, "")
