"""The list 式中 (TF-03)."""

import re
from collections.abc import Iterator

from msgspec import Struct

from guiju.review.finding import Finding, found, short
from guiju.review.model import Paragraph
from guiju.review.structure import Outline
from guiju.review.terms_codes import SYMBOL_EXPLAINED, WHERE_MARK
from guiju.review.wording_codes import WORDING_DIFFERS
from guiju_runtime.messages import Text

NOT_THERE = Text(zh="不在公式中", en="is not in the formula")
TWICE = Text(zh="解释了两次", en="is explained twice")


class WhereList(Struct, frozen=True):
    """Lines under 式中, with the letters of the formula above."""

    formula: str
    lines: tuple[Paragraph, ...]


def where_lists(outline: Outline) -> Iterator[WhereList]:
    """Give each list 式中 with its formula."""
    formula, lines = "", list[Paragraph]()
    for paragraph in outline.draft.paragraphs:
        role = outline.role(paragraph)
        if role == "where item":
            lines.append(paragraph)
            continue
        if lines:
            yield WhereList(formula, tuple(lines))
            formula, lines = "", []
        if role == "formula":
            formula += "".join(paragraph.formulas)
        elif role not in ("where", "blank"):
            formula = ""
    if lines:
        yield WhereList(formula, tuple(lines))


def _symbol(line: Paragraph) -> str:
    return "".join(line.text.partition("——")[0].split())


def symbols_are_explained_once(outline: Outline) -> Iterator[Finding]:
    """Report symbols that the formula lacks, or that are explained twice; 式中 without ：."""
    for listed in where_lists(outline):
        seen: set[str] = set()
        letters = "".join(listed.formula.split())
        for line in listed.lines:
            symbol = _symbol(line)
            if symbol and symbol in seen:
                yield found(SYMBOL_EXPLAINED, "TF-03", line, given=short(symbol), reason=TWICE)
            elif symbol and letters and line.formulas and symbol not in letters:
                yield found(SYMBOL_EXPLAINED, "TF-03", line, given=short(symbol), reason=NOT_THERE)
            seen.add(symbol)
    for paragraph in outline.playing("where"):
        if paragraph.key != "式中：":
            yield found(WORDING_DIFFERS, "FX-20", paragraph, expected="式中：")


def where_lines_end_well(outline: Outline) -> Iterator[Finding]:
    """Report lines that do not end with ；, and a last one that does not end with 。."""
    for listed in where_lists(outline):
        for line in listed.lines:
            expected = "。" if line is listed.lines[-1] else "；"
            if not re.search(rf"{expected}\s*$", line.text):
                yield found(WHERE_MARK, "TF-03", line, expected=expected)
