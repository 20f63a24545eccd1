"""The explanatory note has every section, and says of the standard only what its source says."""

import io
import re
from pathlib import Path

import pytest
from docx import Document

from guiju.building import made, numbered_document
from guiju.documents.model import Clause, Paper, Table
from guiju.documents.numbering import number
from guiju.documents.papers import as_document
from guiju.documents.plain import Text, run_text
from guiju.documents.printing import grouped
from guiju.library import Standard
from guiju.library import compile as compiled
from guiju.notes import note_of

SECTIONS = (
    "工作简况", "编制原则、主要内容及其确定依据", "试验验证的分析、综述报告和预期效益",
    "与国际、国外同类标准技术内容的对比情况", "以国际标准为基础的起草情况",
    "与有关法律、行政法规及相关标准的关系", "重大分歧意见的处理经过和依据", "涉及专利的有关说明",
    "实施标准的要求和措施建议", "作为强制性标准或推荐性标准的建议", "废止现行有关标准的建议",
    "其他应当说明的事项",
)  # fmt: skip
"""The union of the lists of 1990 and of 2022, in the order of the second."""


@pytest.fixture(scope="module")
def aluminium() -> Standard:
    return compiled("electrolytic_aluminium")


@pytest.fixture(scope="module")
def note(aluminium: Standard) -> Paper:
    return note_of(aluminium, numbered_document(aluminium, "zh").numbers)


def said(paper: Paper) -> str:
    document = as_document(paper)
    text = Text(document, number(document))
    return "\n".join(line for clause in paper.clauses for line in text.clause(clause))


def rows(paper: Paper, id: str) -> list[list[str]]:
    waiting: list[object] = list(paper.clauses)
    while waiting:
        block = waiting.pop()
        if isinstance(block, Table) and block.id == f"table.note_{id}":
            return [[run_text(cell) for cell in row] for row in block.rows]
        waiting += block.content if isinstance(block, Clause) else ()
    raise AssertionError(f"there is no table {id}")


def test_every_section_is_there_in_order(note: Paper) -> None:
    assert tuple(clause.title for clause in note.clauses) == SECTIONS


def test_no_section_is_empty(note: Paper) -> None:
    waiting = list(note.clauses)
    while waiting:
        clause = waiting.pop()
        assert clause.content, clause.title
        waiting += [block for block in clause.content if isinstance(block, Clause)]


def test_trial_calculations_are_those_of_the_examples(note: Paper) -> None:
    trials = {(row[0], row[1]): row[2] for row in rows(note, "trials")}
    # the totals that tests/standards/test_totals_by_hand.py works out
    assert trials["网电，2024年因子", "1 t重熔用铝锭"] == grouped("12724.771")
    assert trials["自备燃煤电厂", "1 t重熔用铝锭"] == grouped("17363.460")
    assert "共进行了5次试算" in said(note)


def test_a_clause_of_the_general_rule_that_nobody_read_is_to_be_checked(
    aluminium: Standard, note: Paper
) -> None:
    numbers = numbered_document(aluminium, "zh").numbers.numbers
    mapped = {row[0]: row[2:] for row in rows(note, "mapping")}
    assert mapped[numbers["allocation"]] == ["GB/T 24067—2024", "待核"]
    assert {clause for _, clause in mapped.values()} == {"待核"}
    assert list(mapped) == sorted(mapped, key=lambda one: [int(part) for part in one.split(".")])


def test_a_clause_number_in_a_source_is_printed(tmp_path: Path) -> None:
    text = (Path(__file__).parents[3] / "standards" / "general" / "gbt_24067.pcr").read_text(
        "utf-8"
    )
    changed = re.sub(
        r'(shall single_impact:[^{]*\{\s*source) "GB/T 24067—2024"',
        r'\1 zh "GB/T 24067—2024，6.1.2" en "GB/T 24067—2024, 6.1.2"',
        text,
    )
    assert changed != text
    general = tmp_path / "general"
    general.mkdir()
    (general / "gbt_24067.pcr").write_text(changed, encoding="utf-8")
    standard = Path(__file__).parents[3] / "standards" / "cement" / "cement.pcr"
    (tmp_path / "cement").mkdir()
    (tmp_path / "cement" / "cement.pcr").write_bytes(standard.read_bytes())
    examples = tmp_path / "cement" / "examples"
    examples.mkdir()
    for file in (standard.parent / "examples").iterdir():
        (examples / file.name).write_bytes(file.read_bytes())
    cement = compiled(tmp_path / "cement" / "cement.pcr")
    paper = note_of(cement, numbered_document(cement, "zh").numbers)
    assert ["4", "量化目的", "GB/T 24067—2024", "6.1.2"] in rows(paper, "mapping")


def test_what_the_standard_changes_in_the_general_rule_is_listed(note: Paper) -> None:
    [row] = rows(note, "changed")
    assert row[1:] == ["数据质量得分不宜大于3。", "数据质量得分不应大于2。"]


def test_unverified_factors_are_named_for_the_drafters(note: Paper) -> None:
    text = said(note)
    assert "下列数值的来源尚未核实，报批前应逐项核实：" in text
    assert "四氟化碳缺省排放强度" in text.partition("报批前应逐项核实：")[2].partition("。")[0]


def test_build_writes_the_note(aluminium: Standard) -> None:
    [artifact] = made(aluminium, frozenset({"notes"}))
    assert artifact.path == "notes.docx"
    opened = Document(io.BytesIO(artifact.content))
    assert opened.paragraphs[0].text == "编制说明"
    assert "（由起草组填写）" in "\n".join(p.text for p in opened.paragraphs)
