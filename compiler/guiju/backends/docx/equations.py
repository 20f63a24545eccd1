"""Numbered formulas on the page, and the list 式中 under them (TF-03)."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from guiju.backends.docx import measures as m
from guiju.backends.docx.elements import Element, math, paragraph, run, word
from guiju.backends.docx.fields import field
from guiju.backends.docx.formula_lines import Piece, lines
from guiju.backends.docx.omml import equation, printed, upright
from guiju.backends.docx.style_sheet import Indent, Spacing, indent, spacing, tab_stops
from guiju.backends.docx.styles import PARAGRAPH_GAP
from guiju.backends.docx.writing import Writing
from guiju.documents.mathematics import Formula, Relation
from guiju.documents.model import Equation, Explained
from guiju.documents.print_width import width
from guiju.documents.printing import WHERE, closing_mark

CENTRED_ROOM = 29.5
"""Characters that leave room for the number and some dots on both sides of the middle."""

KEPT = 2
"""Lines of 式中 that stay with the formula above, and those that stay together at the end."""

LINE_ROOM, LINE_START = 33.0, 4
"""Characters in a line of a long formula, and those before it."""


def numbered_formula(writing: Writing, block: Equation) -> Iterator[Element]:
    """Write a formula with its number behind dots, then what its symbols mean."""
    kept = [word("keepNext")] if block.where else []
    number = run(word("tab")), *formula_number(writing, block.id)
    if width(block.formula) <= CENTRED_ROOM:
        formula = full_size(equation(printed(block.formula)))
        yield paragraph("Formula", run(word("tab")), formula, *number, properties=kept)
    else:
        yield from broken(block.formula, list(number), bool(block.where))
    yield from where_list(writing, block.where)


def formula_number(writing: Writing, target: str) -> list[Element]:
    """Write ``（3）`` or ``（A.1）``, counted by Word, inside its bookmark."""
    annex, _, number = writing.numbers.numbers[target].rpartition(".")
    opening, closing = "（）" if writing.language == "zh" else "()"
    counter = field(f"SEQ 公式{annex} \\* ARABIC", number)
    before = opening + (f"{annex}." if annex else "")
    return writing.mark(target, [writing.text(before), *counter, writing.text(closing)])


def broken(formula: Formula, number: list[Element], kept: bool) -> Iterator[Element]:
    """Write a long formula in lines, each but the first beginning with an operator."""
    head = width(formula.left) if isinstance(formula, Relation) else 0.0
    all_lines = lines(formula, LINE_ROOM)
    for place, pieces in enumerate(all_lines):
        start = LINE_START + (head if place else 0)
        last = place == len(all_lines) - 1
        properties = [indent(Indent(left=round(start * m.CHARACTER)))]
        if kept or not last:
            properties.append(word("keepNext"))
        parts = [part for piece in pieces for part in with_sign(piece)]
        formula_line = full_size(equation(parts))
        yield paragraph(
            "FormulaLine", formula_line, *(number if last else []), properties=properties
        )


def full_size(formula: Element) -> Element:
    """Set fractions as large as on a line of their own, which Word makes small beside a tab."""
    for fraction in formula.findall(qn("m:f")):
        for argument in fraction:
            argument.insert(0, math("argPr", math("argSz", val=1)))
    return formula


def with_sign(piece: Piece) -> list[Element]:
    """Write one piece of a line with the sign before it."""
    sign = [upright(piece.sign)] if piece.sign else []
    return [*sign, *printed(piece.formula)]


def where_list(writing: Writing, where: tuple[Explained, ...]) -> Iterator[Element]:
    """Write 式中： and a line for each symbol, the dashes one under the other."""
    if not where:
        return
    yield paragraph("Where", writing.text(WHERE.in_language(writing.language)))
    widest = max(width(line.symbol) for line in where)
    gap = 0.8 if writing.language == "zh" else 1.8
    dash = round((2 + widest + gap) * m.CHARACTER)
    for place, line in enumerate(where):
        last = place == len(where) - 1
        kept = not last and (place < KEPT - 1 or place >= len(where) - KEPT)
        yield where_line(writing, line, dash, last=last, kept=kept)


def where_line(writing: Writing, line: Explained, dash: int, *, last: bool, kept: bool) -> Element:
    """Write one symbol, its dash at ``dash`` twips, and its meaning hanging behind the dash."""
    lead = "——" if writing.language == "zh" else ""
    left = dash + m.CHARACTER * len(lead)
    properties = [
        tab_stops((("left", dash, "none"),)),
        indent(Indent(left=left, hanging=left - 2 * m.CHARACTER)),
    ]
    if kept:
        properties.append(word("keepNext"))
    if last and writing.language == "en":
        properties.append(spacing(Spacing(after=PARAGRAPH_GAP, least=m.LINE)))
    shown = [writing.text(lead)] if lead else []
    return paragraph(
        "WhereItem",
        equation(printed(line.symbol)),
        run(word("tab")),
        *shown,
        *writing.words(line.words),
        writing.text(closing_mark(last, writing.language)),
        properties=properties,
    )
