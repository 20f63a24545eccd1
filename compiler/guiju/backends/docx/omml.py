"""Printed formulas as native equations of Word (OMML), one function a shape."""

from docx.oxml.ns import qn

from guiju.backends.docx.elements import Element, clean, math, word
from guiju.backends.docx.style_sheet import ROMAN, SONG
from guiju.documents.mathematics import (
    Bracketed,
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
from guiju.documents.print_width import lines_of
from guiju.documents.printing import grouped, index_parts, is_slanted, raised_parts

MATHEMATICS = "Cambria Math"
TALL = tuple(qn(f"m:{name}") for name in ("f", "nary", "m"))
NO_SPACE_BEFORE = ("%", "‰", "°", "′", "″")


def equation(parts: list[Element]) -> Element:
    """Give one equation of ``parts``."""
    return math("oMath", *parts)


def printed(formula: Formula) -> list[Element]:
    """Give the parts of ``formula``, to be set one behind the other."""
    match formula:
        case Symbol():
            return [symbol(formula)]
        case Number():
            return [upright(number_text(formula))]
        case Word():
            return worded(formula.text)
        case Negated():
            return [upright("−"), *printed(formula.operand)]
        case Operation() | Relation():
            return [*printed(formula.left), upright(formula.sign), *printed(formula.right)]
        case _:
            return [built(formula)]


def built(
    formula: Quotient | Power | Bracketed | SumOver | Function | Cases,
) -> Element:
    """Give a formula that is one structure."""
    match formula:
        case Quotient():
            return math("f", part("num", formula.above), part("den", formula.below))
        case Power():
            return math("sSup", part("e", formula.base), part("sup", formula.exponent))
        case Bracketed():
            return brackets(part("e", formula.inner))
        case SumOver():
            return sum_over(formula)
        case Function():
            return function(formula)
        case Cases():
            return cases(formula)


def part(name: str, formula: Formula) -> Element:
    """Give ``formula`` as one argument of a structure."""
    return math(name, *printed(formula))


def symbol(formula: Symbol) -> Element:
    """Give a symbol: base italic, descriptive index upright, running index italic."""
    base = letters(formula.base)
    if not formula.index:
        return base
    below: list[Element] = []
    for text, running in index_parts(formula):
        below += [upright(",")] if below else []
        below.append(italic(text) if running else upright(text))
    return math("sSub", math("e", base), math("sub", *below))


def letters(base: str) -> Element:
    """Give the letters of a quantity; Chinese words and ratios have no italic."""
    return italic(base) if is_slanted(base) else upright(base)


def italic(text: str) -> Element:
    """Give letters in italic."""
    return math_run(text, math("sty", val="i"), False)


def upright(text: str) -> Element:
    """Give text upright; words are set as ordinary text in 宋体 and Times New Roman."""
    is_word = any(letter.isalpha() for letter in text)
    return math_run(text, math("nor") if is_word else math("sty", val="p"), is_word)


def worded(words: str) -> list[Element]:
    """Give upright words, and what is raised in them."""
    return [
        math("sSup", math("e", upright(before)), math("sup", upright(up)))
        if up
        else upright(before)
        for before, up in raised_parts(words)
    ]


def math_run(text: str, style: Element, is_word: bool) -> Element:
    """Give a run of an equation; Word draws its mathematics in Cambria Math only."""
    if is_word:
        fonts = word("rFonts", ascii=ROMAN, hAnsi=ROMAN, eastAsia=SONG)
    else:
        fonts = word("rFonts", ascii=MATHEMATICS, hAnsi=MATHEMATICS, eastAsia=SONG)
    text_element = math("t")
    text_element.text = clean(text)
    text_element.set(qn("xml:space"), "preserve")
    return math("r", math("rPr", style), word("rPr", fonts), text_element)


def number_text(formula: Number) -> str:
    """Give digits in groups of three with the unit behind a space that does not break."""
    digits = grouped(formula.digits)
    if not formula.unit:
        return digits
    return digits + ("" if formula.unit.startswith(NO_SPACE_BEFORE) else "\u00a0") + formula.unit


def brackets(*arguments: Element, begin: str = "(", end: str = ")") -> Element:
    """Put brackets around ``arguments``, parted by commas; around what is tall they grow."""
    tall = any(next(argument.iter(*TALL), None) is not None for argument in arguments)
    return math(
        "d",
        math(
            "dPr",
            math("begChr", val=begin),
            math("sepChr", val=","),
            math("endChr", val=end),
            math("grow", val=int(tall)),
        ),
        *arguments,
    )


def sum_over(formula: SumOver) -> Element:
    """Give Σ with its index below, also within a line; with bounds the last value above."""
    index = symbol(Symbol(base=formula.index, index=""))
    below, above = [index], list[Element]()
    if formula.bounds is not None:
        first, last = formula.bounds
        below, above = [index, upright("="), *printed(first)], printed(last)
    properties = math(
        "naryPr",
        math("chr", val="∑"),
        math("limLoc", val="undOvr"),
        math("grow", val=0),
        math("subHide", val=0),
        math("supHide", val=int(not above)),
    )
    limits = math("sub", *below), math("sup", *above)
    return math("nary", properties, *limits, part("e", formula.term))


def function(formula: Function) -> Element:
    """Give an upright name with its arguments in brackets."""
    arguments = (part("e", argument) for argument in formula.arguments)
    return math("func", math("fName", upright(formula.name)), math("e", brackets(*arguments)))


def nothing() -> Element:
    """Give a cell with a space in it: an empty one is a box in Word and a fault elsewhere."""
    return math("e", math_run(" ", math("nor"), True))


def cases(formula: Cases) -> Element:
    """Give lines behind one brace: values and conditions in two columns.

    A long condition goes on in rows without a value.
    """
    columns = (
        math("mc", math("mcPr", math("count", val=1), math("mcJc", val="left"))) for _ in range(2)
    )
    properties = math(
        "mPr",
        math("baseJc", val="center"),
        math("rSpRule", val=0),
        math("cGpRule", val=3),
        math("cGp", val=12),
        math("mcs", *columns),
    )
    rows = (
        math("mr", part("e", value) if at == 0 else nothing(), math("e", *worded(words)))
        for value, condition in lines_of(formula)
        for at, words in enumerate(condition)
    )
    return brackets(math("e", math("m", properties, *rows)), begin="{", end="")
