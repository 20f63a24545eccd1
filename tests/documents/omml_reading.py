"""Reads formulas, 式中 lists and tables back out of a Word file, from what its XML says alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Literal, cast
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

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

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONS = frozenset("=≤≥<>")
SIGNS = frozenset("+−×")
NUMBER = re.compile(r"(?P<digits>[-−]?\d[\d\u2009 ]*(?:\.[\d\u2009 ]+)?)\u00a0?(?P<unit>\D.*)?")


def formulas(docx_bytes: bytes) -> list[Formula]:
    """Read the numbered formulas in their order; lines of a broken one are joined."""
    return [block.formula for block in numbered(docx_bytes)]


def where_lists(docx_bytes: bytes) -> list[list[tuple[Symbol, str]]]:
    """Read, for each numbered formula, its symbols and what 式中 says of them without the mark."""
    return [list(block.where) for block in numbered(docx_bytes)]


def tables(docx_bytes: bytes) -> list[list[list[str]]]:
    """Read the texts of the cells of every table, row by row; notes are a row of one cell."""
    return [
        [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in body_of(docx_bytes).iter(f"{W}tbl")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A numbered formula with what follows under 式中."""

    formula: Formula
    where: tuple[tuple[Symbol, str], ...]


def numbered(docx_bytes: bytes) -> list[Read]:
    """Read every formula that Word numbers."""
    paragraphs = list(body_of(docx_bytes).iter(f"{W}p"))
    found = []
    for place, paragraph in enumerate(paragraphs):
        if "SEQ 公式" in "".join(one.text or "" for one in paragraph.iter(f"{W}instrText")):
            where = tuple(explained(paragraphs[place + 1 :]))
            tokens = [one for line in lines_up_to(paragraphs, place) for one in in_line(line)]
            found.append(Read(formula=relation(tokens, names_in(where)), where=where))
    return found


def lines_up_to(paragraphs: list[Element], place: int) -> list[Element]:
    """Give the lines of the formula whose number is in the paragraph at ``place``."""
    first = place
    while first > 0 and style_of(paragraphs[first]) == "FormulaLine" == style_of(
        paragraphs[first - 1]
    ):
        if paragraphs[first - 1].find(f".//{W}instrText") is not None:
            break
        first -= 1
    return paragraphs[first : place + 1]


def explained(after: list[Element]) -> Iterator[tuple[Symbol, str]]:
    """Give the lines of 式中 that follow a formula."""
    if not after or style_of(after[0]) != "Where":
        return
    for paragraph in after[1:]:
        if style_of(paragraph) != "WhereItem":
            return
        symbol, *_ = paragraph.findall(f"{M}oMath")
        words = "".join(text_of(one) for one in paragraph if one is not symbol)
        yield symbol_of(symbol), words.removeprefix("——")[:-1]


def names_in(where: tuple[tuple[Symbol, str], ...]) -> frozenset[str]:
    """Give the symbols without index that are explained: upright words among them are symbols."""
    return frozenset(symbol.base for symbol, _ in where if not symbol.index)


def symbol_of(equation: Element) -> Symbol:
    """Read an equation that is one symbol."""
    (only,) = equation
    return subscripted(only) if only.tag == f"{M}sSub" else Symbol(base=text_of(only), index="")


# ---- one formula: operators bind as on paper ----------------------------------------------------


def in_line(paragraph: Element) -> list[Element]:
    """Give the parts of the equations in one line."""
    return [part for equation in paragraph.iter(f"{M}oMath") for part in equation]


def relation(tokens: list[Element], names: frozenset[str]) -> Formula:
    """Read ``left = right``, or an expression."""
    for place, token in enumerate(tokens):
        if sign_of(token) in RELATIONS:
            sign = cast(Literal["=", "≤", "≥", "<", ">"], sign_of(token))
            left, right = tokens[:place], tokens[place + 1 :]
            return Relation(left=expression(left, names), sign=sign, right=expression(right, names))
    return expression(tokens, names)


def expression(tokens: list[Element], names: frozenset[str]) -> Formula:
    """Read terms joined by + and −, those by × first."""
    return joined(tokens, ("+", "−"), names)


def joined(tokens: list[Element], signs: tuple[str, ...], names: frozenset[str]) -> Formula:
    """Part ``tokens`` at the last of ``signs`` that stands between two operands."""
    for place in range(len(tokens) - 1, 0, -1):
        between = sign_of(tokens[place - 1]) not in SIGNS
        if sign_of(tokens[place]) in signs and between:
            sign = cast(Literal["+", "−", "×"], sign_of(tokens[place]))
            left = joined(tokens[:place], signs, names)
            right = below(tokens[place + 1 :], signs, names)
            return Operation(sign=sign, left=left, right=right)
    return below(tokens, signs, names)


def below(tokens: list[Element], signs: tuple[str, ...], names: frozenset[str]) -> Formula:
    """Read what binds more closely than ``signs``."""
    return joined(tokens, ("×",), names) if "+" in signs else operand(tokens, names)


def operand(tokens: list[Element], names: frozenset[str]) -> Formula:
    """Read one operand, with a minus before it or not."""
    if sign_of(tokens[0]) == "−":
        return Negated(operand=operand(tokens[1:], names))
    (only,) = tokens
    return atom(only, names)


def sign_of(token: Element) -> str:
    """Give the operator that a run is, or nothing."""
    text = text_of(token) if token.tag == f"{M}r" else ""
    return text if text in SIGNS | RELATIONS else ""


def atom(token: Element, names: frozenset[str]) -> Formula:
    """Read one structure."""
    match token.tag.removeprefix(M):
        case "r":
            return run(token, names)
        case "sSub":
            return subscripted(token)
        case "f":
            above, under = argument(token, "num", names), argument(token, "den", names)
            return Quotient(above=above, below=under)
        case "sSup":
            base, exponent = argument(token, "e", names), argument(token, "sup", names)
            return Power(base=base, exponent=exponent)
        case "nary":
            return sum_over(token, names)
        case "func":
            inside = part(part(token, "e"), "d").findall(f"{M}e")
            arguments = tuple(expression(parts(one), names) for one in inside)
            return Function(name=text_of(part(token, "fName")), arguments=arguments)
        case "d":
            return delimited(token, names)
    raise ValueError(f"no formula is made of {token.tag}")


def sum_over(token: Element, names: frozenset[str]) -> SumOver:
    """Read Σ; with its index, the first and the last value where it has them."""
    index, *first = parts(part(token, "sub"))
    term, bounds = argument(token, "e", names), None
    if first:
        bounds = expression(first[1:], names), argument(token, "sup", names)
    return SumOver(index=text_of(index), term=term, bounds=bounds)


def run(token: Element, names: frozenset[str]) -> Formula:
    """Read a run: italic letters are a symbol, digits a number, anything else words."""
    text = text_of(token)
    style = token.find(f"{M}rPr/{M}sty")
    if text in names or (style is not None and style.get(f"{M}val") == "i"):
        return Symbol(base=text, index="")
    match = NUMBER.fullmatch(text)
    if match is None:
        return Word(text=text)
    digits = re.sub(r"[\u2009 ]", "", match["digits"]).replace("−", "-")
    return Number(digits=digits, unit=match["unit"] or "")


def subscripted(token: Element) -> Symbol:
    """Read a symbol with its index."""
    return Symbol(base=text_of(part(token, "e")), index=text_of(part(token, "sub")))


def delimited(token: Element, names: frozenset[str]) -> Formula:
    """Read brackets, or the lines behind a brace."""
    begin = token.find(f"{M}dPr/{M}begChr")
    if begin is None or begin.get(f"{M}val") != "{":
        return Bracketed(inner=argument(token, "e", names))
    lines = []
    for row in token.iter(f"{M}mr"):
        value, condition = row.findall(f"{M}e")
        if text_of(value).strip():
            read = expression(parts(value), names)
            lines.append(Case(value=read, condition=text_of(condition)))
        else:
            above = lines.pop()
            whole = above.condition + text_of(condition)
            lines.append(Case(value=above.value, condition=whole))
    return Cases(lines=tuple(lines))


# ---- XML -----------------------------------------------------------------------------------------


def body_of(docx_bytes: bytes) -> Element:
    """Open the text of a Word file."""
    with ZipFile(BytesIO(docx_bytes)) as package:
        return part(fromstring(package.read("word/document.xml")), "body", W)


def part(element: Element, name: str, namespace: str = M) -> Element:
    """Give the only child of that name."""
    (found,) = element.findall(f"{namespace}{name}")
    return found


def parts(argument_element: Element) -> list[Element]:
    """Give what stands in an argument, without its properties."""
    return [one for one in argument_element if one.tag != f"{M}argPr"]


def argument(element: Element, name: str, names: frozenset[str]) -> Formula:
    """Read the expression in an argument of a structure."""
    return expression(parts(part(element, name)), names)


def text_of(element: Element) -> str:
    """Give the letters in ``element``, of words and of formulas."""
    return "".join(one.text or "" for one in element.iter() if one.tag in {f"{W}t", f"{M}t"})


def style_of(paragraph: Element) -> str:
    """Give the id of the style of a paragraph."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")
