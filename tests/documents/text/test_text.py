"""Plain text for comparing: one sentence, item or row a line, so that a change is one line."""

from msgspec.structs import replace

from guiju.backends.text import to_lines
from guiju.documents.model import Clause, Paragraph, Run, StandardDocument
from guiju.documents.numbering import number
from tests.documents.sample import SAMPLE_EN, SAMPLE_ZH


def saying(document: StandardDocument, *paragraphs: str) -> list[str]:
    content = tuple(
        Paragraph(words=(Run(text=text, script="", heavy=False),)) for text in paragraphs
    )
    clause = Clause(id="scope", title="范围", content=content)
    alone = replace(document, clauses=(clause,), annexes=(), foreword=(), introduction=())
    return to_lines(alone, number(alone)).split("范围\n")[1].splitlines()[: 2 * len(paragraphs)]


def test_each_sentence_stands_on_a_line() -> None:
    chinese = saying(SAMPLE_ZH, "本文件规定了量化方法。“甲。”不适用于乙；丙。")
    assert chinese[:2] == ["本文件规定了量化方法。", "“甲。”不适用于乙；丙。"]
    english = saying(SAMPLE_EN, "It takes 1.5 t of ore. It holds e.g. for copper.")
    assert english[:2] == ["It takes 1.5 t of ore.", "It holds e.g. for copper."]


def test_one_changed_sentence_is_one_changed_line() -> None:
    before = saying(SAMPLE_ZH, "甲应测量。乙应记录。丙应保存。")
    after = saying(SAMPLE_ZH, "甲应测量。乙宜记录。丙应保存。")
    assert [one for one, other in zip(before, after, strict=True) if one != other] == ["乙应记录。"]


def test_rows_of_tables_and_formulas_stay_whole() -> None:
    lines = to_lines(SAMPLE_ZH, number(SAMPLE_ZH)).splitlines()
    assert "净阳极 | 415 | 395～440" in lines
    assert any(line.startswith("    ") and " = " in line for line in lines)
