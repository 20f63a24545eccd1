"""Values with their units, digits in groups, dashes (TF-04 to TF-06)."""

import re
from collections.abc import Iterator

from guiju.review.finding import Finding, found, short
from guiju.review.model import Paragraph
from guiju.review.structure import Outline
from guiju.review.terms_codes import DIGITS, UNIT_SPACING, WRONG_DASH

UNITS = (
    r"(?:kg|mg|kt|Mt|km|mm|cm|nm|MJ|GJ|kJ|TJ|kWh|MWh|kW|MW|℃|kPa|MPa|Pa|mL|dm3|m3|m²|m³|t|m|L|h)"
)
CLOSE = re.compile(rf"(?<![A-Za-z\d.])(?P<value>\d+(?:\.\d+)?)(?P<unit>{UNITS})(?![A-Za-z\d])")
WIDE = re.compile(r"(?P<value>\d)[ 　]+(?P<unit>[%‰°])(?![/A-Za-z])")
TWO_SLASHES = re.compile(
    r"(?<![A-Za-z/])(?P<a>k?g|kg\w*|t|MJ|GJ|kWh)/(?P<b>[a-z]+)/(?P<c>[a-zA-Z]+)\b"
)
LONG = re.compile(r"(?<![\d.A-Za-z/—\-:： ])(?P<digits>\d{5,})(?![\dA-Za-z—])(?!\.\d*[—\-])")
COMMAS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
RANGE = re.compile(
    rf"(?<![\d.A-Za-z—\-/年月第图表])(?P<low>\d+(?:\.\d+)?)\s?(?P<unit>%|‰)?\s?(?P<dash>~|∼|〜|-|–|—|－)\s?"
    rf"(?P<high>\d+(?:\.\d+)?)\s?(?P<end>%|‰|{UNITS})(?![A-Za-z\d])"
)
PERCENT = re.compile(r"(?<![\d.])(?P<low>\d+(?:\.\d+)?)(?P<dash>[～~])(?P<high>\d+(?:\.\d+)?)%")
STANDARD = re.compile(
    r"(?P<name>(?:GB(?:/[TZ])?|DB\d{2}(?:/T)?|T/[A-Z][A-Z0-9]+|(?:HG|HJ|YS|YB|JC|DL|NB|SH|MT|FZ|QB)(?:/T)?)"
    r"\s?\d[\d.]*)(?P<dash>-|–|－|——)(?P<year>(?:19|20)\d{2})(?!\d)"
)
THIN = "\u2009"


def texts(outline: Outline) -> Iterator[Paragraph]:
    """Give the paragraphs of introduction, clauses and annexes, cells too, without formulas."""
    for paragraph in outline.draft.paragraphs:
        in_text = outline.part(paragraph) in ("introduction", "clauses", "annex")
        if in_text and not paragraph.formulas:
            yield paragraph


def units_are_spaced(outline: Outline) -> Iterator[Finding]:
    """Report 25kg, 5 % and kg/t/km, and ranges of percentages with one sign only."""
    for paragraph in texts(outline):
        for match in CLOSE.finditer(paragraph.text):
            yield _unit(paragraph, match, f"{match['value']} {match['unit']}")
        for match in WIDE.finditer(paragraph.text):
            yield _unit(paragraph, match, f"{match['value']}{match['unit']}")
        for match in TWO_SLASHES.finditer(paragraph.text):
            yield _unit(paragraph, match, f"{match['a']}/({match['b']}·{match['c']})")
        for match in PERCENT.finditer(paragraph.text):
            expected = f"{match['low']}%～{match['high']}%"
            yield found(
                UNIT_SPACING, "TF-05", paragraph, match.span(), given=match[0], expected=expected
            )


def _unit(paragraph: Paragraph, match: re.Match[str], expected: str) -> Finding:
    return found(
        UNIT_SPACING, "TF-04", paragraph, match.span(), given=short(match[0]), expected=expected
    )


def digits_are_grouped(outline: Outline) -> Iterator[Finding]:
    """Report five digits or more in a row, and digits grouped by commas."""
    for paragraph in texts(outline):
        for match in LONG.finditer(paragraph.text):
            yield _digits(paragraph, match, match["digits"])
        for match in COMMAS.finditer(paragraph.text):
            yield _digits(paragraph, match, match[0].replace(",", ""))


def _digits(paragraph: Paragraph, match: re.Match[str], digits: str) -> Finding:
    first = len(digits) % 3
    groups = [digits[:first]] if first else []
    groups += [digits[at : at + 3] for at in range(first, len(digits), 3)]
    return found(
        DIGITS, "TF-05", paragraph, match.span(), warns=True,
        given=match[0], expected=THIN.join(groups),
    )  # fmt: skip


def dashes_are_right(outline: Outline) -> Iterator[Finding]:
    """Report GB/T 24067-2024, and ranges written with another sign than ～."""
    for paragraph in outline.draft.paragraphs:
        for match in STANDARD.finditer(paragraph.text):
            if outline.part(paragraph) not in ("cover", "contents"):
                yield _dash(paragraph, match, f"{match['name']}—{match['year']}")
    for paragraph in texts(outline):
        for match in RANGE.finditer(paragraph.text):
            low = match["low"] + (match["end"] if match["end"] in "%‰" else "")
            end = match["end"] if match["end"] in "%‰" else f" {match['end']}"
            yield _dash(paragraph, match, f"{low}～{match['high']}{end}")


def _dash(paragraph: Paragraph, match: re.Match[str], expected: str) -> Finding:
    return found(WRONG_DASH, "TF-06", paragraph, match.span(), given=match[0], expected=expected)
