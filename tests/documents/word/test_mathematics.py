"""Formulas are native equations: read back they are what was written, ordered by the schema."""

from xml.etree.ElementTree import Element

import pytest
from msgspec.structs import replace

from guiju.backends.docx import write
from guiju.backends.docx.equations import LINE_ROOM, LINE_START
from guiju.documents.mathematics import (
    Bracketed,
    Case,
    Cases,
    Formula,
    Negated,
    Operation,
    Power,
    Quotient,
    SumOver,
    Symbol,
    Word,
)
from guiju.documents.model import Clause, Equation
from guiju.documents.numbering import number
from guiju.documents.print_width import lines_of, width
from tests.documents import sample_annexes, sample_formulas
from tests.documents.omml_reading import M, formulas, tables, where_lists
from tests.documents.sample import SAMPLE_ZH
from tests.documents.sample_words import equal, plus, symbol, times
from tests.documents.sample_words import number as number_of
from tests.documents.word.reading import W, WordFile, text_of

EQUATIONS = (
    sample_formulas.TOTAL,
    sample_formulas.ANODE,
    sample_formulas.TETRAFLUOROMETHANE,
    sample_formulas.LONG,
    sample_formulas.SCORE,
    sample_formulas.LIMIT,
)

# Children in the order of the schema of ISO/IEC 29500-1, shared-math.xsd; `*` may come again.
ORDER = {
    "oMath": "r* sSub* sSup* f* d* nary* func* m*",
    "r": "rPr w:rPr t",
    "rPr": "lit nor scr sty brk aln",
    "sSub": "sSubPr e sub",
    "sSup": "sSupPr e sup",
    "f": "fPr num den",
    "d": "dPr e*",
    "dPr": "begChr sepChr endChr grow shp ctrlPr",
    "nary": "naryPr sub sup e",
    "naryPr": "chr limLoc grow subHide supHide ctrlPr",
    "func": "funcPr fName e",
    "m": "mPr mr*",
    "mPr": "baseJc plcHide rSpRule cGpRule rSp cSp cGp mcs ctrlPr",
    "mcs": "mc*",
    "mc": "mcPr",
    "mcPr": "count mcJc",
    "mr": "e*",
    "argPr": "argSz",
}
ARGUMENTS = {"e", "sub", "sup", "num", "den", "fName"}
STRUCTURES = {"r", "sSub", "sSup", "f", "d", "nary", "func", "m"}


def with_formula(formula: Formula) -> bytes:
    """Write the sample with one formula more, the last in the body."""
    equation = Equation(id="added", formula=formula, where=(), meaning="")
    added = Clause(id="added_clause", title="补充", content=(equation,))
    document = replace(SAMPLE_ZH, clauses=(*SAMPLE_ZH.clauses, added))
    return write(document, number(document))


def test_formulas_of_the_body_read_back_as_written(chinese_bytes: bytes) -> None:
    assert formulas(chinese_bytes)[:6] == [equation.formula for equation in EQUATIONS]


def test_symbols_under_where_read_back_as_written(chinese_bytes: bytes) -> None:
    found = where_lists(chinese_bytes)[:6]
    expected = [[line.symbol for line in equation.where] for equation in EQUATIONS]
    assert [[one for one, _ in where] for where in found] == expected
    assert found[1][0][1] == "阳极消耗的排放量，单位为千克二氧化碳每吨（kgCO2/t）"


A, B, C, D = (symbol(name) for name in "abcd")
YEARS = SumOver(
    index="t",
    term=times(symbol("AD_t"), symbol("EF_t")),
    bounds=(number_of("0"), Operation(sign="−", left=symbol("N"), right=number_of("1"))),
)
LONG_CONDITION = Cases(
    lines=(
        Case(value=B, condition="来源为直供或自发（不经公共电网），且没有把其属性另行出售"),
        Case(value=C, condition="其他情况"),
    )
)
PRODUCTS = [times(symbol(f"AD_{n}"), symbol(f"EF_{n}")) for n in range(1, 13)]


@pytest.mark.parametrize(
    "formula",
    [
        equal(A, Negated(operand=symbol("b_阳极"))),
        equal(A, Operation(sign="−", left=B, right=times(C, D))),
        equal(A, Power(base=Bracketed(inner=plus(B, C)), exponent=symbol("n"))),
        equal(A, Quotient(above=Quotient(above=B, below=C), below=D)),
        equal(A, Word(text="绿电")),
        equal(Symbol(base="EF", index="电力,i"), B),
        equal(A, YEARS),
        equal(A, plus(*PRODUCTS)),
        equal(A, times(*(symbol(f"EF_电力{n}") for n in range(1, 13)))),
        equal(A, LONG_CONDITION),
    ],
    ids=[
        "minus",
        "binding",
        "power",
        "quotients",
        "words",
        "indices",
        "years",
        "long sum",
        "long product",
        "long condition",
    ],
)
def test_other_formulas_read_back_as_written(formula: Formula) -> None:
    assert formulas(with_formula(formula))[6] == formula


def test_a_long_condition_goes_on_below_and_the_formula_fits_between_the_margins() -> None:
    long = "the kind of supply is a direct line or own generation that does not pass the grid"
    lines = tuple(Case(value=A, condition=one) for one in (long, "otherwise"))
    (_, parts), (_, [rest]) = lines_of(Cases(lines=lines))
    assert len(parts) > 1
    assert ("".join(parts), rest) == (long, "otherwise")
    assert width(equal(A, Cases(lines=lines))) < LINE_START + LINE_ROOM


def test_equations_follow_the_schema(chinese: WordFile) -> None:
    equations = list(chinese.body.iter(f"{M}oMath"))
    assert equations
    for equation in equations:
        for element in equation.iter():
            if element.tag.startswith(M):
                check_order(element)


def check_order(element: Element) -> None:
    """Check the children of one element of mathematics."""
    name = element.tag.removeprefix(M)
    children = [one.tag.replace(M, "").replace(W, "w:") for one in element]
    if name in ARGUMENTS | {"oMath"}:
        assert set(children) <= STRUCTURES | {"argPr"}
        assert "argPr" not in children[1:]
        return
    listed = ORDER.get(name, "").split()
    places = [
        next(i for i, one in enumerate(listed) if one.rstrip("*") == child) for child in children
    ]
    assert places == sorted(places), name
    once = {one for one in listed if not one.endswith("*")}
    assert all(children.count(one) <= 1 for one in once), name


def test_a_long_formula_breaks_before_an_operator(chinese: WordFile) -> None:
    first, second = chinese.paragraphs("公式续行")
    (below,) = second.findall(f"{M}oMath")
    assert "".join(one.text or "" for one in below[0].iter(f"{M}t")) == "+"
    assert "（4）" not in text_of(first)
    assert text_of(second) == "（4）"


def test_descriptive_indices_are_upright_and_running_ones_italic(chinese: WordFile) -> None:
    styles = {}
    for index in chinese.body.iter(f"{M}sub"):
        for run in index.iter(f"{M}r"):
            (style,) = (one for one in run.findall(f"{M}rPr/*"))
            text = "".join(one.text or "" for one in run.iter(f"{M}t"))
            styles[text] = (style.tag.removeprefix(M), style.get(f"{M}val"))
    assert styles["i"] == ("sty", "i")
    assert styles["1"] == ("sty", "p")
    for upright in ("NAC", "阳极", "S", "CF4"):
        assert styles[upright] == ("nor", None)


def test_digits_stand_in_groups_of_three(chinese: WordFile) -> None:
    texts = [one.text for one in chinese.body.iter(f"{M}t")]
    assert "12\u2009345.6789" in texts
    assert "8\u00a0V" in texts


def test_tables_read_back_as_written(chinese_bytes: bytes) -> None:
    activity, quality, factors, report = tables(chinese_bytes)
    assert activity[0] == ["名称", "典型值 kg/t", "允许范围 kg/t"]
    assert quality[3] == ["技术代表性", "同一工艺和规模", "同一工艺", "—"]
    assert len(factors) == 1 + len(sample_annexes.FACTOR_TABLE.rows) + 1
    assert report[1] == ["产品碳足迹", "12\u2009724.771"]
