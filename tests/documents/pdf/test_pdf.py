"""The PDF of the hand-made sample: numbers, order, pages, escaping, the same bytes."""

import json
from pathlib import Path

import pytest
import typst
from msgspec.structs import replace

from guiju.backends.pdf import characters_are_drawn, pages, write
from guiju.backends.pdf.mathematics import head_and_terms, written
from guiju.backends.pdf.quoting import quoted
from guiju.backends.pdf.source import to_source
from guiju.backends.pdf.typesetting import shipped_fonts
from guiju.documents.mathematics import (
    Bracketed,
    Case,
    Cases,
    Formula,
    Function,
    Negated,
    Number,
    Operation,
    Power,
    Quotient,
    Relation,
    SumOver,
    Symbol,
    Word,
)
from guiju.documents.model import Clause, InlineFormula, Paragraph, Run, StandardDocument
from guiju.documents.numbering import number
from guiju_dsl.source import Span
from tests.documents.sample import SAMPLE_EN, SAMPLE_ZH

SAMPLES = pytest.mark.parametrize("document", [SAMPLE_ZH, SAMPLE_EN], ids=["zh", "en"])
MANUAL = Path(__file__).parents[2] / "diagnostics" / "character-not-in-fonts.md"
HOSTILE = '# * _ $ @ < > [ ] { } \\ " ` ~ // /* = - + ' + "#panic()"
# The words of each heading, its anchors left out.
HEADINGS = """query(heading).map(it => it.body.children
  .filter(part => part.has("text")).map(part => part.text).join())"""


def saying(text: str) -> StandardDocument:
    paragraph = Paragraph(words=(Run(text=text, script="", heavy=False),))
    return replace(SAMPLE_ZH, introduction=(), foreword=(paragraph,), clauses=(), annexes=())


def queried(document: StandardDocument, expression: str) -> list[str]:
    source = to_source(document, number(document)).encode()
    answer = typst.eval(source, expression, font_paths=shipped_fonts())
    values: list[str] = json.loads(answer)
    return values


@SAMPLES
def test_the_same_document_gives_the_same_bytes(document: StandardDocument) -> None:
    first = write(document, number(document))
    assert first.startswith(b"%PDF-")
    assert first == write(document, number(document))
    assert b"CreationDate" not in first


@SAMPLES
def test_every_numbered_thing_begins_on_a_page(document: StandardDocument) -> None:
    places = pages(document, number(document))
    assert set(number(document).numbers) <= set(places)
    assert min(places.values()) == 1


def test_front_matter_counts_on_its_own_and_chapter_1_is_on_page_1() -> None:
    places = pages(SAMPLE_ZH, number(SAMPLE_ZH))
    assert (places["foreword"], places["introduction"], places["scope"]) == (2, 3, 1)


def test_clauses_annexes_and_bibliography_follow_one_another() -> None:
    places = pages(SAMPLE_ZH, number(SAMPLE_ZH))
    order = ["scope", "boundary", "inventory", "impact", "factors", "report_annex", "bibliography"]
    assert [places[id] for id in order] == sorted(places[id] for id in order)
    assert places["factors"] < places["report_annex"] < places["bibliography"]


def test_the_headings_carry_the_numbers_given_and_no_others() -> None:
    headings = queried(SAMPLE_ZH, HEADINGS)
    assert "4.1　声明单位" in headings
    assert "A.2.1　天然气" in headings
    assert headings[-1] == "参考文献"
    assert queried(SAMPLE_ZH, "query(heading).filter(it => it.numbering != none)") == []


@SAMPLES
def test_the_contents_name_titles_but_no_terms(document: StandardDocument) -> None:
    source = to_source(document, number(document))
    lines = [line for line in source.splitlines() if line.startswith("#contents-line(")]
    targets = [line.split('"')[1] for line in lines]
    assert targets[0] == "foreword"
    assert targets[-1] == "bibliography"
    assert "term_effect" not in targets
    assert {clause.id for clause in document.clauses} <= set(targets)


def test_untitled_clauses_are_not_in_the_contents() -> None:
    source = to_source(SAMPLE_ZH, number(SAMPLE_ZH))
    assert '#untitled("cut_off_each", "4.3.1"' in source
    assert '#contents-line(1, "cut_off_each"' not in source


def test_signs_of_typst_print_as_they_are() -> None:
    document = replace(saying(HOSTILE), clauses=(Clause(id="one", title=HOSTILE, content=()),))
    assert f"1　{HOSTILE}" in queried(document, HEADINGS)


def test_a_string_cannot_be_left_from_within() -> None:
    assert quoted('a"b\\c\nd') == '"a\\"b\\\\c d"'


def test_an_id_with_odd_letters_can_be_a_place() -> None:
    clause = Clause(id='a "b" <c>', title="题", content=())
    document = replace(SAMPLE_ZH, clauses=(clause,), foreword=(), introduction=(), annexes=())
    assert pages(document, number(document))['a "b" <c>'] == 1


def test_a_long_sum_is_parted_before_its_signs() -> None:
    a, b, c = (Symbol(base=base, index="") for base in "abc")
    total = Operation(sign="−", left=Operation(sign="+", left=a, right=b), right=c)
    head, terms = head_and_terms(Relation(left=a, sign="=", right=total))
    assert head == '$#quantity("a") eq$.body'
    assert len(terms) == 3
    assert [term.startswith('$class("binary", minus)') for term in terms] == [False, False, True]


def test_a_long_numerator_is_stacked_and_a_short_one_is_not() -> None:
    term = Symbol(base="W", index="从电网购入的电量")  # 1 + 16 letters wide, its sign 1
    three = Operation(sign="+", left=Operation(sign="+", left=term, right=term), right=term)
    five = Operation(sign="+", left=Operation(sign="−", left=three, right=term), right=term)
    assert written(Quotient(above=three, below=term)).count("\\") == 0
    assert written(Quotient(above=five, below=term)).count("\\") == 1


def test_formulas_are_written_by_shape() -> None:
    i = Symbol(base="AD", index="i")
    ten = Power(base=Number(digits="10", unit=""), exponent=Number(digits="-6", unit=""))
    assert written(SumOver(index="i", term=i)).startswith("attach(limits(sum), b: #slanted")
    years = SumOver(index="t", term=i, bounds=(Number(digits="0", unit=""), i))
    assert written(years).startswith('attach(limits(sum), b: #slanted("t") eq #upright("0"), t: #q')
    assert written(Quotient(above=i, below=ten)).startswith("frac(#quantity(")
    assert '#upright("−6")' in written(ten)
    assert written(Number(digits="12345.6789", unit="kg")) == '#upright("12\u2009345.6789 kg")'
    assert " comma " in written(Function(name="min", arguments=(i, ten)))
    assert written(Bracketed(inner=i)).startswith("lr(paren.l")


def test_every_shape_of_formula_stands_within_every_other() -> None:
    letter, ten = Symbol(base="a", index="i"), Number(digits="10", unit="")

    def shapes(inner: Formula) -> list[Formula]:
        return [
            Negated(operand=inner),
            Operation(sign="−", left=inner, right=inner),
            Quotient(above=inner, below=inner),
            Power(base=inner, exponent=inner),
            Bracketed(inner=inner),
            SumOver(index="i", term=inner),
            SumOver(index="i", term=inner, bounds=(inner, inner)),
            Function(name="min", arguments=(inner, inner)),
            Cases(lines=(Case(value=inner, condition="甲"), Case(value=inner, condition="乙"))),
            Relation(left=inner, sign="=", right=inner),
        ]

    leaves: list[Formula] = [letter, ten, Word(text="min")]
    nested = [two for leaf in leaves for one in (leaf, *shapes(leaf)) for two in shapes(one)]
    words = tuple(InlineFormula(formula=formula) for formula in nested)
    document = replace(saying("甲"), foreword=(Paragraph(words=words),))
    assert write(document, number(document)).startswith(b"%PDF")


def test_what_the_fonts_lack_is_reported_once_with_its_place() -> None:
    span = Span("lamp.pcr", 0, 8)
    found = list(characters_are_drawn(saying("𬭸灯"), span))
    assert [one.code.id for one in found] == ["GJ790"]
    assert found[0].span == span
    manual = MANUAL.read_text(encoding="utf-8")
    assert found[0].message("zh") in manual
    assert found[0].way_out("zh") in manual
    assert found[0].message("en") in manual
    assert found[0].way_out("en") in manual


@SAMPLES
def test_the_fonts_have_every_character_of_the_sample(document: StandardDocument) -> None:
    assert list(characters_are_drawn(document, Span("sample.pcr", 0, 0))) == []
