"""What stays on one page, and contents that are the same in Word and in the PDF."""

from xml.etree.ElementTree import Element

import pytest
from msgspec.structs import replace

from guiju.backends.docx import write
from guiju.backends.pdf.source import to_source
from guiju.documents.mathematics import Relation, Symbol
from guiju.documents.model import (
    Block,
    Clause,
    Column,
    Equation,
    Explained,
    Inlines,
    ItemList,
    ListItem,
    Paragraph,
    Run,
    StandardDocument,
    Table,
)
from guiju.documents.numbering import number
from guiju.documents.printing import WHOLE_TABLE_LINES
from tests.documents.sample import SAMPLE_EN, SAMPLE_ZH
from tests.documents.word.reading import W, WordFile, opened, style_of, text_of

WORDS = (Run(text="包括下列内容：", script="", heavy=False),)


def written(*content: Block) -> WordFile:
    chapter = Clause(id="one", title="一", content=content)
    after = Clause(id="two", title="二", content=(Paragraph(words=WORDS),))
    document = replace(
        SAMPLE_ZH,
        foreword=(),
        introduction=(),
        clauses=(chapter, after),
        annexes=(),
        bibliography=(),
    )
    return opened(write(document, number(document)))


def kept(paragraph: Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}keepNext") is not None


def rows_kept(*rows: Inlines) -> list[bool]:
    column = Column(head=WORDS, share=1, align="left")
    cells = tuple((row,) for row in rows)
    table = Table(id="rows", title="表", unit=(), columns=(column,), rows=cells, notes=())
    paragraphs = [row.find(f".//{W}p") for row in written(table).body.iter(f"{W}tr")]
    return [kept(one) for one in paragraphs if one is not None]


def test_a_short_table_stays_on_one_page() -> None:
    count = WHOLE_TABLE_LINES - 1  # one line is the head
    assert rows_kept(*[WORDS] * count) == [*[True] * count, False]


def test_a_table_of_few_but_high_rows_breaks_with_two_rows_on_either_page() -> None:
    # ten rows of at least two lines each are more than the lines of a table that stays whole
    long = (Run(text="字" * 60, script="", heavy=False),)
    assert rows_kept(*[long] * 10) == [True, *[False] * 7, True, True, False]


def test_the_last_item_of_a_list_does_not_begin_a_page_alone() -> None:
    items = ItemList(kind="dash", items=(ListItem(words=WORDS, items=()),) * 4)
    listed = [one for one in written(items).body.iter(f"{W}p") if style_of(one) == "ListDash"]
    assert [kept(one) for one in listed] == [False, False, True, False]


def test_an_untitled_clause_that_leads_to_a_list_stays_with_it() -> None:
    items = ItemList(kind="dash", items=(ListItem(words=WORDS, items=()),) * 2)
    leading = Clause(id="leading", title="", content=(Paragraph(words=WORDS), items))
    alone = Clause(id="alone", title="", content=(Paragraph(words=WORDS),))
    untitled = written(leading, alone).paragraphs("一级无")
    assert [kept(one) for one in untitled] == [True, False]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 9])
def test_a_long_list_of_symbols_breaks_with_two_lines_on_either_page(count: int) -> None:
    symbol = Symbol(base="x", index="")
    formula = Relation(left=symbol, sign="=", right=symbol)
    where = (Explained(symbol=symbol, words=WORDS),) * count
    equation = Equation(id="x", formula=formula, where=where, meaning="")
    file = written(Paragraph(words=WORDS), equation)
    lines = [kept(one) for one in file.body.iter(f"{W}p") if style_of(one) == "WhereItem"]
    together = {1: [], 2: [True], 3: [True, True]}.get(count, [True, *[False] * (count - 3), True])
    assert lines == [*together, False]


def without_page(line: str) -> str:
    return line.rstrip("0123456789IVX")


@pytest.mark.parametrize("document", [SAMPLE_ZH, SAMPLE_EN], ids=["zh", "en"])
def test_word_and_pdf_have_the_same_contents(document: StandardDocument) -> None:
    source = to_source(document, number(document)).splitlines()
    of_pdf = [line.split('"')[3] for line in source if line.startswith("#contents-line(")]
    file = opened(write(document, number(document)))
    of_word = [text_of(one) for one in file.body.iter(f"{W}p") if style_of(one).startswith("TOC")]
    assert list(map(without_page, of_word)) == list(map(without_page, of_pdf))
