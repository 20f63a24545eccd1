"""Rules of print that every writer follows: fixed labels, digits in groups, labels of notes, marks.

Sources: GB/T 1.1—2020 checklist rows NB-03, NB-06, NB-08, TF-01, TF-03, TF-05.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from guiju.documents.mathematics import Symbol
from guiju.documents.model import (
    Annex,
    Block,
    Equation,
    Figure,
    ItemList,
    Note,
    Paragraph,
    StandardDocument,
    Table,
    Term,
)
from guiju_runtime.messages import Language, Text

CONTENTS = Text(zh="目　　次", en="Contents")
FOREWORD = Text(zh="前　　言", en="Foreword")
INTRODUCTION = Text(zh="引　　言", en="Introduction")
BIBLIOGRAPHY = Text(zh="参考文献", en="Bibliography")
WHERE = Text(zh="式中：", en="where")
CONTINUED = Text(zh="（续）", en=" (continued)")
NORMATIVE = Text(zh="（规范性）", en="(normative)")
INFORMATIVE = Text(zh="（资料性）", en="(informative)")
ANNEX = Text(zh="附录{}", en="Annex {}")
TABLE = Text(zh="表{}", en="Table {}")
FORMULA_NUMBER = Text(zh="（{}）", en="({})")
FIGURE = Text(zh="图{}", en="Figure {}")
NOTE = Text(zh="注：", en="NOTE ")
NUMBERED_NOTE = Text(zh="注{}：", en="NOTE {} ")
SOURCE = Text(zh="[来源：{}]", en="[SOURCE: {}]")
DASH = Text(zh="——", en="—")
EMPTY_CELL = "—"
WHOLE_TABLE_LINES = 16
"""A table of at most so many lines, a third of a page, stays on one page."""
SPACE_BEFORE_SIGN = re.compile("(?<=[0-9]) (?=[%‰°])")
RUNNING = "itkmnjl"
"""Letters that run when they are an index."""


def title_of(document: StandardDocument) -> str:
    """Give the title in the language of ``document``, its segments joined as that language does."""
    return ("　" if document.language == "zh" else " — ").join(document.cover.title)


def title_lines(document: StandardDocument) -> list[str]:
    """Give the lines of the title: one in Chinese, in English one for each segment."""
    if document.language == "zh":
        return [title_of(document)]
    *first, last = document.cover.title
    return [*(f"{segment} —" for segment in first), last]


def force_of(annex: Annex, language: Language) -> str:
    """Give ``（规范性）`` or ``（资料性）``."""
    return (NORMATIVE if annex.normative else INFORMATIVE).in_language(language)


def note_label(place: int, count: int, language: Language) -> str:
    """Give the label of note ``place`` (from 1) among ``count``; a single one has no number."""
    words = NUMBERED_NOTE if count > 1 else NOTE
    return words.in_language(language).format(place)


def note_labels(content: Sequence[Block], language: Language) -> dict[int, str]:
    """Give the label of each note in ``content`` by its place; those that count together."""
    labels: dict[int, str] = {}
    for row in rows_of_notes(content):
        for place, index in enumerate(row, 1):
            labels[index] = note_label(place, len(row), language)
    return labels


def rows_of_notes(content: Sequence[Block]) -> Iterable[list[int]]:
    """Give the places of notes that count together: of a clause, term, figure, table (NB-08)."""
    row: list[int] = []
    rows = [row]
    current = row
    for index, block in enumerate(content):
        if isinstance(block, Note):
            current.append(index)
            continue
        if isinstance(block, Term):
            row = []
            rows.append(row)
        current = [] if isinstance(block, Figure | Table) else row
        if current is not row:
            rows.append(current)
    return [row for row in rows if row]


def leads(content: Sequence[Block], place: int) -> bool:
    """Say whether the block at ``place`` is a paragraph that leads to what stands right under it.

    It stays on the page of that: of a list, a formula, a table or a figure.
    """
    if not isinstance(content[place], Paragraph) or place + 1 == len(content):
        return False
    return isinstance(content[place + 1], Equation | ItemList | Table | Figure)


def sign_kept(text: str) -> str:
    """Give ``5 %`` with a space that does not break between number and sign."""
    return SPACE_BEFORE_SIGN.sub("\u00a0", text)


def on_one_line(words: str) -> str:
    """Give ``Table 2`` with a space that does not break between word and number."""
    return words.replace(" ", "\u00a0")


def list_mark(kind: str, layer: int, place: int, language: Language) -> str:
    """Give the mark of item ``place`` (from 0): ``——``, ``·``; ``a)``, ``1)``, by layer from 0."""
    if kind == "dash":
        return DASH.in_language(language) if layer == 0 else "·"
    return f"{letter(place)})" if layer == 0 else f"{place + 1})"


def letter(place: int) -> str:
    """Give ``a`` to ``z``, then ``aa``, ``ab`` and so on."""
    above, rest = divmod(place, 26)
    return (letter(above - 1) if above else "") + chr(ord("a") + rest)


def closing_mark(last: bool, language: Language) -> str:
    """Give the mark after one line of 式中."""
    if language == "zh":
        return "。" if last else "；"
    return "." if last else ";"


def grouped(digits: str) -> str:
    """Part the digits of a number in threes from the point by thin spaces; four stay together."""
    whole, point, part = digits.partition(".")
    sign = whole[:1] if whole[:1] in {"-", "−"} else ""
    return ("−" if sign else "") + threes_before(whole[len(sign) :]) + point + threes_after(part)


def threes_before(digits: str) -> str:
    """Group ``digits`` from their right end."""
    if len(digits) <= 4 or not digits.isdecimal():
        return digits
    first = len(digits) % 3
    groups = [digits[:first]] if first else []
    return "\u2009".join(groups + [digits[i : i + 3] for i in range(first, len(digits), 3)])


def threes_after(digits: str) -> str:
    """Group ``digits`` from their left end."""
    if len(digits) <= 4 or not digits.isdecimal():
        return digits
    return "\u2009".join(digits[i : i + 3] for i in range(0, len(digits), 3))


def index_parts(symbol: Symbol) -> tuple[tuple[str, bool], ...]:
    """Part the index of ``symbol`` at commas; True where a part is a running letter, set italic."""
    return tuple((part, is_running(part)) for part in symbol.index.split(",") if part)


def is_slanted(base: str) -> bool:
    """Say whether the letters of a quantity are set italic: Chinese words and ratios are not."""
    return not base[:1].isdigit() and all(letter < "\u2e80" for letter in base)


def is_running(part: str) -> bool:
    """Say whether a part of an index runs, like ``i``; what describes is upright (TF-03)."""
    return len(part) == 1 and part in RUNNING


RAISED = re.compile(r"\^\{([^{}]*)\}")
"""What stands raised in the words of a formula."""


def raised_parts(words: str) -> Iterator[tuple[str, str]]:
    """Give the words of a formula in pieces, each with what stands raised behind it, or nothing."""
    end = 0
    for match in RAISED.finditer(words):
        yield words[end : match.start()], match[1]
        end = match.end()
    if end < len(words) or not words:
        yield words[end:], ""
