"""Light marks in a line of a manuscript, and the letters that they stand for.

``_{2}`` and ``^{3}`` are lower and upper letters, ``*{…}`` a label in 黑体, ``@{id}`` a reference,
``${AD|1}`` a symbol with its index. Chemical formulas get their lower digits by themselves.
"""

import re
from collections.abc import Iterator
from typing import Literal, TypeGuard

from guiju.documents.mathematics import Symbol
from guiju.documents.model import Inline, InlineFormula, Inlines, Reference, Run

MARK = re.compile(
    r"(?P<kind>[_^*@$])\{(?P<inner>[^{}]*)\}|\{(?P<spoken>ref|value) +(?P<name>[^{}\s]+) *\}"
)
REF, VALUE = "{ref ", "{value "
"""Beginnings of the targets of what prose speaks of, before the document is numbered."""
FORMULA = re.compile(
    r"(?<![A-Za-z0-9])(?P<mass>kg|kt|Mt|mg|t|g)?(?P<formula>(?:[A-Z][a-z]?\d{0,2}){2,6})"
    r"(?P<equivalent>e?)(?![A-Za-z0-9])"
)
ATOM = re.compile(r"([A-Z][a-z]?)(\d*)")
ELEMENTS = frozenset(
    element
    for element, _ in ATOM.findall(
        "HHeLiBeBCNOFNeNaMgAlSiPSClArKCaTiVCrMnFeCoNiCuZnAsBrSrZrAgSnIBaWPb"
    )
)
CHINESE = "[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’]"
SPACE_BESIDE_CHINESE = re.compile(f"(?<={CHINESE}) +| +(?={CHINESE})")


def words(text: str) -> Inlines:
    """Read one line with its marks."""
    parts: list[Inline] = []
    end = 0
    for match in MARK.finditer(text):
        parts += plain(text[end : match.start()])
        if match["spoken"]:
            parts.append(Reference(target=f"{{{match['spoken']} {match['name']}"))
        else:
            parts.append(marked(match["kind"], match["inner"]))
        end = match.end()
    return (*parts, *plain(text[end:]))


def marked(kind: str, inner: str) -> Inline:
    """Give the inline that one mark stands for."""
    match kind:
        case "_":
            return Run(text=inner, script="sub", heavy=False)
        case "^":
            return Run(text=inner, script="super", heavy=False)
        case "*":
            return Run(text=inner, script="", heavy=True)
        case "@":
            return Reference(target=inner)
        case _:
            base, _, index = inner.partition("|")
            return InlineFormula(formula=Symbol(base=base, index=index))


def plain(text: str) -> Iterator[Run]:
    """Give runs of ``text``, digits in chemical formulas lowered."""
    end = 0
    for match in FORMULA.finditer(text):
        if not is_chemical(match["formula"]):
            continue
        yield from run(text[end : match.start("formula")], "")
        for element, count in ATOM.findall(match["formula"]):
            yield from run(element, "")
            yield from run(count, "sub")
        end = match.end("formula")
    yield from run(text[end:], "")


def run(text: str, script: Literal["", "sub", "super"]) -> Iterator[Run]:
    """Give a run unless there is nothing in it."""
    if text:
        yield Run(text=text, script=script, heavy=False)


def is_chemical(formula: str) -> bool:
    """Say whether letters and digits are a formula of two elements or more with a number."""
    atoms = ATOM.findall(formula)
    return (
        len(atoms) > 1
        and all(element in ELEMENTS for element, _ in atoms)
        and any(count for _, count in atoms)
    )


SCRIPTS = {
    "": str.maketrans("", ""),
    "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
    "super": str.maketrans("0123456789−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"),
}


def in_letters(text: str) -> str:
    """Write a line without marks, as stands within a formula: ``kgCO₂/m³``, ``x²``."""
    return "".join(map(letters_of, words(text)))


def in_words_of_a_formula(text: str) -> str:
    """Write a line as words of a formula: ``x²``, and ``x^{n + 1}`` where no sign is that small."""
    return "".join(
        f"^{{{inline.text}}}" if has_no_small_sign(inline) else letters_of(inline)
        for inline in words(text)
    )


def has_no_small_sign(inline: Inline) -> TypeGuard[Run]:
    """Tell whether letters are raised of which not all have a small sign."""
    return (
        isinstance(inline, Run)
        and inline.script == "super"
        and not SCRIPTS["super"].keys() >= set(map(ord, inline.text))
    )


def letters_of(inline: Inline) -> str:
    """Write one inline in letters of one size; an upper index that has none behind a sign."""
    match inline:
        case Run(text=text, script=script):
            return f"^({text})" if has_no_small_sign(inline) else text.translate(SCRIPTS[script])
        case InlineFormula(formula=Symbol(base=base, index=index)):
            return base + index
        case _:
            return ""


def tidy(text: str) -> str:
    """Take out the spaces that Chinese print does not set: beside characters and before %."""
    return SPACE_BESIDE_CHINESE.sub("", text).replace(" %", "%").replace(" ‰", "‰")


FULL_WIDTH = str.maketrans({
    "，": ", ", "；": "; ", "：": ": ", "（": " (", "）": ") ", "、": ", ", "。": ". ", "　": " ",
})  # fmt: skip


def half_width(text: str) -> str:
    """Give the punctuation of English print to words that serve both languages."""
    return text if text.isascii() else re.sub(" +", " ", text.translate(FULL_WIDTH)).strip()


def mark_of(symbol: Symbol) -> str:
    """Give the mark of a symbol within a line."""
    return f"${{{symbol.base}|{symbol.index}}}"
