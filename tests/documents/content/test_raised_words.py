"""What is raised in the words behind a brace is set small and high, by every writer that can."""

import pytest
from docx.oxml.ns import qn
from lxml import etree

from guiju.backends.docx.omml import printed
from guiju.backends.pdf.mathematics import written as typst
from guiju.documents.from_plan import from_plan
from guiju.documents.mathematics import Case, Cases, Number, Word
from guiju.documents.mathml import written as mathml
from guiju.documents.model import StandardDocument
from guiju.documents.numbering import number
from guiju.documents.plain import formula_text
from guiju.documents.plain import to_text as to_plain
from guiju.documents.print_width import broken, text_width
from guiju.documents.printing import raised_parts
from tests.documents.content.compiling import compiled_text

WORKS = """
standard thing "T/XXX 1—2026" { title zh "产品" en "Thing" gwp ar6_7sm7 }
use factors.gwp
product thing zh "产品" en "thing" { declared unit 1 t }
process works zh "工厂" en "Works" {
  output thing zh "产品" en "thing" : t
  data load zh "负荷率" en "load" : %
  data slope zh "指数" en "slope" : %
  let burnt zh "燃量" en "burnt" : t = when load ^ (slope + 1) > 0.5 then 3 t otherwise 2 t
  emission CO2 burning zh "燃烧" en "burning" : t = burnt
}
"""
RAISED = "负荷率^{指数＋1}大于0.5"
MARKED = Cases(
    lines=(
        Case(value=Number(digits="3", unit="t"), condition=RAISED),
        Case(value=Number(digits="2", unit="t"), condition="其他情况"),
    )
)


@pytest.fixture(scope="module")
def works() -> StandardDocument:
    return from_plan(compiled_text(WORKS), "zh")


def test_a_power_in_a_condition_is_marked_as_raised(works: StandardDocument) -> None:
    text = to_plain(works, number(works))
    assert "{ 3 t, 负荷率^(指数＋1)大于0.5" in text


def test_words_come_in_pieces_with_what_is_raised_behind_them() -> None:
    assert list(raised_parts(RAISED)) == [("负荷率", "指数＋1"), ("大于0.5", "")]
    assert list(raised_parts("其他情况")) == [("其他情况", "")]


def test_word_sets_them_as_an_upper_index() -> None:
    (element,) = printed(MARKED)
    shown = etree.tostring(element, encoding="unicode")
    assert "^" not in shown
    (upper,) = element.iter(qn("m:sSup"))
    assert ["".join(part.itertext()) for part in upper] == ["负荷率", "指数＋1"]


def test_typst_sets_them_as_an_upper_index() -> None:
    assert 'attach(#upright("负荷率"), t: #upright("指数＋1")) #upright("大于0.5")' in typst(MARKED)
    assert typst(Word(text=RAISED)).startswith('attach(#upright("负荷率")')


def test_mathml_sets_them_as_an_upper_index() -> None:
    assert "<msup><mtext>负荷率</mtext><mtext>指数＋1</mtext></msup>" in mathml(MARKED)
    assert "^" not in mathml(MARKED)


def test_text_puts_them_behind_a_sign() -> None:
    assert formula_text(MARKED).startswith("{ 3 t, 负荷率^(指数＋1)大于0.5")


def test_a_line_does_not_break_within_an_upper_index() -> None:
    lines = broken("the load^{a + b} is above the limit^{c + d} of today", 9)
    assert len(lines) > 2
    assert "".join(lines) == "the load^{a + b} is above the limit^{c + d} of today"
    assert all(line.count("{") == line.count("}") for line in lines)
    assert text_width("x^{n}") == text_width("xn")
