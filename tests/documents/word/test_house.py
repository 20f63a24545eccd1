"""Documents in the template of an association: its styles, pages, headers and cover."""

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from guiju.backends.docx import write, write_paper
from guiju.backends.docx.house import examined
from guiju.documents.model import Paper
from guiju.documents.numbering import number
from tests.documents.sample import SAMPLE_EN, SAMPLE_ZH
from tests.documents.sample_clauses import SCOPE
from tests.documents.word.house import STYLES, saved, template

PAPER = Paper(
    language="zh",
    title="编制说明",
    lines=("第一稿",),
    head="T/示例 1—2024",
    identity=SAMPLE_ZH.identity,
    clauses=(SCOPE,),
)


def built(house: bytes) -> bytes:
    return write(SAMPLE_ZH, number(SAMPLE_ZH), {}, house)


@pytest.fixture(scope="module")
def content() -> bytes:
    return built(template())


@pytest.fixture(scope="module")
def file(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def words(file: Document) -> list[str]:
    return [paragraph.text for paragraph in file.paragraphs]


def test_titles_and_text_are_in_its_styles(file: Document) -> None:
    used = {paragraph.style.name for paragraph in file.paragraphs if paragraph.style is not None}
    assert set(STYLES) - {"标准文件_表格", "标准文件_二级条标题"} <= used
    assert not used & {"章标题", "段", "一级条标题"}
    cell = file.tables[0].rows[1].cells[0].paragraphs[0]
    assert cell.style is not None
    assert cell.style.name == "标准文件_表格"


def test_numbers_are_those_of_the_text_whatever_its_styles_count(file: Document) -> None:
    for name, numbered in (("标准文件_章标题", "1"), ("标准文件_正文表标题", "0")):
        style = file.styles[name].element
        assert (
            style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val"))
            == numbered
        )


def test_titles_stay_with_what_follows_and_annexes_begin_a_page(file: Document) -> None:
    for name in ("标准文件_章标题", "标准文件_正文表标题", "标准文件_附录标识"):
        kept = file.styles[name].paragraph_format
        assert kept.keep_with_next, name
        assert bool(kept.page_break_before) == ("附录" in name)


def test_every_page_has_its_size_and_margins(file: Document) -> None:
    assert len(file.sections) == 3
    for section in file.sections:
        assert section.page_width == pytest.approx(Cm(18.4), rel=1e-3)
        assert section.left_margin == pytest.approx(Cm(1.8), rel=1e-3)
    room = Cm(18.4) - 2 * Cm(1.8)
    for table in file.tables:
        widths = [cell.width or 0 for cell in table.rows[1].cells]
        assert sum(widths) <= room + Cm(0.01)


def test_its_headers_hold_the_number_and_its_footers_stay(file: Document) -> None:
    cover, *others = file.sections
    assert cover.header.paragraphs[0].text == ""
    for section in others:
        assert section.header.paragraphs[0].text == f"{SAMPLE_ZH.cover.number} · 某协会"
        assert section.footer.paragraphs[0].text == "某协会出版"


def test_its_cover_is_filled_and_ours_left_out(file: Document) -> None:
    text = words(file)
    assert text[1] == "协会标志"
    assert SAMPLE_ZH.cover.issuer in text
    assert "　".join(SAMPLE_ZH.cover.title) in text
    assert not any("{{" in line or "模板的示例文字" in line for line in text)
    styles = [paragraph.style.name for paragraph in file.paragraphs[:10] if paragraph.style]
    assert "封面标准名称" not in styles


def test_a_line_whose_fields_are_empty_is_empty() -> None:
    plain = docx.Document(BytesIO(write(SAMPLE_EN, number(SAMPLE_EN), {}, template())))
    replaces = SAMPLE_EN.cover.replaces
    assert ("代替 " + replaces if replaces else "") in words(plain)
    assert "代替 " not in words(plain)


def test_without_a_cover_of_its_own_ours_is_laid_out_in_its_pages() -> None:
    house = template(cover=("协会内部资料",))
    text = words(docx.Document(BytesIO(built(house))))
    assert "协会内部资料" not in text
    assert "　".join(SAMPLE_ZH.cover.title) in text
    assert not examined(house).has_cover


def test_what_it_lacks_is_listed_and_drawn_in_our_styles(file: Document) -> None:
    missing = examined(template()).missing
    assert {"公式", "注", "参考文献标题"} <= set(missing)
    assert not {"段", "章标题", "表文字", "封面标准名称"} & set(missing)
    assert {"公式", "注"} <= {style.name for style in file.styles}


def test_a_name_may_be_an_alias_or_another_that_templates_use() -> None:
    house = docx.Document(BytesIO(template(styles=("我的正文", "前言、引言标题"))))
    style = house.styles["我的正文"].element
    alias = style.makeelement(qn("w:aliases"), {qn("w:val"): "正文样式,段"})
    style.find(qn("w:name")).addnext(alias)
    made = BytesIO()
    house.save(made)
    assert not {"段", "前言标题"} & set(examined(made.getvalue()).missing)


def test_fields_that_stand_for_nothing_are_named_once() -> None:
    house = template(cover=("{{标准名}}", "{{ 标准编号 }}", "{{标准名}}"), header="{{title}} {{x}}")
    assert examined(house).unknown == ("标准名", "x")


def test_a_template_proper_and_one_with_macros_are_read_without_the_macros() -> None:
    plain = template()
    for kind in (
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    ):
        made = BytesIO()
        with ZipFile(BytesIO(plain)) as source, ZipFile(made, "w") as target:
            for name in source.namelist():
                part = source.read(name)
                if name == "[Content_Types].xml":
                    usual = rb"application/vnd[^\"]*wordprocessingml.document.main\+xml"
                    part = re.sub(usual, kind, part)
                    assert kind in part
                target.writestr(name, part)
        assert docx.Document(BytesIO(write_paper(PAPER, made.getvalue()))).sections


def test_a_paper_takes_its_pages_headers_and_styles_and_no_cover() -> None:
    content = write_paper(PAPER, template())
    made = docx.Document(BytesIO(content))
    [section] = made.sections
    assert section.page_width == pytest.approx(Cm(18.4), rel=1e-3)
    assert section.header.paragraphs[0].text == "T/示例 1—2024 · 某协会"
    assert section.footer.paragraphs[0].text == "某协会出版"
    used = {paragraph.style.name for paragraph in made.paragraphs if paragraph.style is not None}
    assert {"标准文件_段", "标准文件_章标题"} <= used
    assert words(made)[0] == "编制说明"
    assert not {"协会标志", "模板的示例文字，不应留下"} & set(words(made))
    with ZipFile(BytesIO(content)) as package:
        assert sum("header" in name for name in package.namelist()) == 1
    assert content == write_paper(PAPER, template())


def test_a_paper_has_its_own_header_where_the_template_has_none() -> None:
    made = docx.Document(BytesIO(write_paper(PAPER, saved(docx.Document()))))
    assert [one.header.paragraphs[0].text for one in made.sections] == ["T/示例 1—2024"]


def test_a_template_may_have_no_list_and_so_no_part_for_numbers() -> None:
    bare = docx.Document()
    [name] = [n for n, one in bare.part.rels.items() if one.reltype.endswith("/numbering")]
    del bare.part.rels[name]
    made = docx.Document(BytesIO(write_paper(PAPER, saved(bare))))
    assert made.part.numbering_part.element.findall(qn("w:abstractNum"))


def test_the_same_template_gives_the_same_bytes(content: bytes) -> None:
    assert content == built(template())


def test_every_style_that_is_named_is_there(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if ".xml" in name}
    known = set(re.findall(r'w:styleId="([^"]+)"', parts["word/styles.xml"]))
    used = {
        name
        for part in parts.values()
        for name in re.findall(r'<w:(?:pStyle|basedOn|next|rStyle|tblStyle) w:val="([^"]+)"', part)
    }
    assert used <= known
    assert "attachedTemplate" not in parts["word/settings.xml"]
