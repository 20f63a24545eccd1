"""Comments of a Word file that came back, and of tables, stand in the table by their clauses."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from guiju.backends import docx, xlsx
from guiju.backends.docx.fields import bookmark_names
from guiju.building import numbered_document
from guiju.commenting import NotRead, Unfit, from_table, from_word, from_workbook
from guiju.documents.comment_table import Comment, comment_table
from guiju.library import compile as compiled
from tests.cli.conftest import Guiju, guiju, here, lime

__all__ = ["guiju", "here", "lime"]

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def returned(document: bytes, *comments: tuple[str, str, str]) -> bytes:
    """Put comments into a Word file: the words that each is on, its author, what it says."""
    written = []
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/document.xml":
                text = part.decode()
                for place, (on, author, said) in enumerate(comments):
                    at = text.index(on)
                    start, end = (
                        text.rindex("<w:r>", 0, at),
                        text.index("</w:r>", at) + len("</w:r>"),
                    )
                    mark = f'<w:commentRange{{}} w:id="{place}"/>'
                    text = (
                        text[:start]
                        + mark.format("Start")
                        + text[start:end]
                        + mark.format("End")
                        + f'<w:r><w:commentReference w:id="{place}"/></w:r>'
                        + text[end:]
                    )
                    written.append(
                        f'<w:comment w:id="{place}" w:author="{author}"><w:p><w:r><w:t>{said}</w:t>'
                        "</w:r></w:p></w:comment>"
                    )
                part = text.encode()
            after.writestr(name, part)
        body = "".join(written)
        after.writestr(
            "word/comments.xml", f'<w:comments xmlns:w="{NAMESPACE}">{body}</w:comments>'
        )
    return stream.getvalue()


@pytest.fixture(scope="module")
def cement() -> tuple[bytes, dict[str, str], dict[str, str]]:
    """Give the Word file of a standard, its clauses by bookmark and its numbers by id."""
    edition = numbered_document(compiled("cement"), "zh")
    names = bookmark_names(edition.numbers)
    clauses = {names[id]: number for id, number in edition.numbers.numbers.items()}
    return docx.write(edition.document, edition.numbers), clauses, edition.numbers.numbers


def test_a_comment_stands_at_the_clause_that_it_is_on(
    cement: tuple[bytes, dict[str, str], dict[str, str]],
) -> None:
    file, clauses, numbers = cement
    back = returned(
        file,
        ("取舍应以温室气体排放量为依据", "甲公司", "建议明确比例"),
        ("产品碳足迹不应包含碳抵消", "乙公司", "同意"),
    )
    found = {one.by: one for one in from_word(back, clauses)}
    assert found["甲公司"].clause == numbers["cut_off_basis"]
    assert found["甲公司"].words == "建议明确比例"
    assert found["甲公司"].original.startswith("取舍应以温室气体排放量为依据")
    assert found["乙公司"].clause == numbers["no_offsets"]


def test_a_number_that_is_typed_tells_the_clause_of_other_documents() -> None:
    other = Document()
    other.add_paragraph("5.2　系统边界")
    other.add_paragraph("边界应包括运输。")
    stream = io.BytesIO()
    other.save(stream)
    [comment] = from_word(returned(stream.getvalue(), ("边界应包括运输", "丙", "改为宜")), {})
    assert (comment.clause, comment.by, comment.words) == ("5.2", "丙", "改为宜")


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", b"text"]
)
def test_a_file_that_is_no_word_file_is_told(content: bytes) -> None:
    with pytest.raises(NotRead):
        from_word(content, {})


def test_a_part_with_entities_is_not_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
        package.writestr("word/comments.xml", f'<w:comments xmlns:w="{NAMESPACE}"/>')
    with pytest.raises(NotRead):
        from_word(stream.getvalue(), {})


def test_columns_are_found_by_the_names_that_associations_use() -> None:
    [one] = from_table("序号,章节号,原文,修改后内容,理由,提出单位\n1,5.4,小于,不大于,用语,甲公司\n")
    assert one == Comment(
        clause="5.4", words="不大于", by="甲公司", original="小于", answer="", reason="用语"
    )


@pytest.mark.parametrize("mark", [";", "\t", "；"])
def test_columns_may_be_parted_by_other_marks(mark: str) -> None:
    [one] = from_table(f"条款{mark}意见或建议{mark}单位\n5.2{mark}甲,乙,丙,丁{mark}某协会\n")
    assert (one.clause, one.words, one.by) == ("5.2", "甲,乙,丙,丁", "某协会")


def test_a_table_without_comments_is_told_with_the_columns_that_it_has() -> None:
    with pytest.raises(Unfit, match=r"no column .*, but “a”, “b”$"):
        from_table("\n a,,b\n1,,2\n")
    with pytest.raises(Unfit, match="nothing in it"):
        from_table("")


def test_the_table_is_in_the_order_of_the_clauses() -> None:
    def comment(clause: str, by: str) -> Comment:
        return Comment(clause=clause, words="意见", by=by, original="", answer="采纳", reason="")

    comments = [
        comment("", "丁"),
        comment("10.1", "丙"),
        comment("5.2.1", "乙"),
        comment("A.1", "甲"),
    ]
    paper = comment_table(compiled("cement").plan, comments)
    file = Document(io.BytesIO(docx.write_paper(paper)))
    rows = [[cell.text for cell in row.cells] for row in file.tables[0].rows]
    assert rows[0] == ["序号", "标准章条编号", "意见内容", "提出单位", "处理意见", "备注"]
    assert [row[1] for row in rows[1:]] == ["5.2.1", "10.1", "A.1", "—"]
    assert "共收到意见4条，其中4条已有处理意见" in "\n".join(p.text for p in file.paragraphs)


def test_what_can_be_read_is_gathered_and_the_rest_told(lime: Path, guiju: Guiju) -> None:
    (lime / "a.csv").write_text("章条编号,意见内容,提出单位\n1,宜写明窑型,甲\n", encoding="gb18030")
    (lime / "b.docx").write_bytes(b"no")
    done = guiju("--lang", "en", "comments", "lime.pcr", "a.csv", "b.docx", "-o", "all.docx")
    assert done.code == 1
    assert "b.docx" in done.err
    file = Document(str(lime / "all.docx"))
    assert [cell.text for cell in file.tables[0].rows[1].cells][:4] == [
        "1",
        "1",
        "宜写明窑型",
        "甲",
    ]


def test_the_table_goes_to_excel_and_comes_back_with_its_answers() -> None:
    comments = [
        Comment(clause="5.2", words="=明确比例", by="甲", original="", answer="", reason=""),
        Comment(clause="A.1", words="同意", by="乙", original="取舍", answer="", reason=""),
    ]
    content = xlsx.write_paper(comment_table(compiled("cement").plan, comments))
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    at = next(at for at, row in enumerate(sheet, 2) if row[0].value == "序号")
    assert [cell.value for cell in sheet[at]][:4] == ["1", "5.2", "=明确比例", "甲"]
    lines = [str(row[0].value) for row in sheet if row[0].value]
    assert lines[0] == "征求意见汇总处理表"
    assert any("发送征求意见稿的单位数" in line for line in lines)
    sheet.cell(at, 5).value = "采纳"
    stream = io.BytesIO()
    book.save(stream)
    first, second = from_workbook(stream.getvalue())
    assert first == Comment(
        clause="5.2", words="=明确比例", by="甲", original="", answer="采纳", reason=""
    )
    assert second.words == "同意（原文：取舍）"


def test_titles_above_the_heads_and_merged_clauses_of_an_excel_table_are_understood() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["征求意见汇总处理表", None, None],
        ["章 条\n编号", "意见 内容", "提出单位"],
        ["5.1", "甲说", "甲"],
        [None, "乙说", "乙"],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A3:A4")
    stream = io.BytesIO()
    book.save(stream)
    found = from_workbook(stream.getvalue())
    assert [(one.clause, one.words, one.by) for one in found] == [
        ("5.1", "甲说", "甲"),
        ("5.1", "乙说", "乙"),
    ]


def test_the_command_reads_excel_writes_excel_and_tells_a_damaged_file(
    lime: Path, guiju: Guiju
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["章条编号", "意见内容", "提出单位"])
    book.worksheets[0].append([1, "宜写明窑型", "甲"])
    book.save(lime / "a.xlsx")
    (lime / "b.xlsx").write_bytes((lime / "a.xlsx").read_bytes()[:700])
    done = guiju("--lang", "en", "comments", "lime.pcr", "a.xlsx", "b.xlsx", "-o", "all.xlsx")
    assert done.code == 1
    assert done.err.startswith("error[GJ954]: no comments can be read from b.xlsx: it is no .xlsx")
    [found] = from_workbook((lime / "all.xlsx").read_bytes())
    assert (found.clause, found.words, found.by) == ("1", "宜写明窑型", "甲")
