"""Short ways to write the hand-made sample document: words with marks, symbols, formulas."""

import re

from guiju.documents.mathematics import Bracketed, Formula, Number, Operation, Relation, Symbol
from guiju.documents.model import (
    Column,
    Explained,
    Inline,
    InlineFormula,
    Inlines,
    ItemList,
    ListItem,
    Paragraph,
    Reference,
    Run,
)

MARK = re.compile(r"([_^@*])\{([^}]*)\}")


def words(text: str) -> Inlines:
    """Read ``CO_{2}``, ``m^{3}``, ``*{heavy}`` and the reference ``@{id}`` in ``text``."""
    parts: list[Inline] = []
    end = 0
    for match in MARK.finditer(text):
        if match.start() > end:
            parts.append(Run(text=text[end : match.start()], script="", heavy=False))
        parts.append(marked(match.group(1), match.group(2)))
        end = match.end()
    if end < len(text):
        parts.append(Run(text=text[end:], script="", heavy=False))
    return tuple(parts)


def marked(mark: str, text: str) -> Inline:
    """Give the inline that one mark stands for."""
    match mark:
        case "_":
            return Run(text=text, script="sub", heavy=False)
        case "^":
            return Run(text=text, script="super", heavy=False)
        case "*":
            return Run(text=text, script="", heavy=True)
        case _:
            return Reference(target=text)


def paragraph(text: str) -> Paragraph:
    """Give a paragraph of ``text``."""
    return Paragraph(words=words(text))


def dashes(*items: ListItem | str) -> ItemList:
    """Give a list with dashes."""
    return ItemList(kind="dash", items=tuple(item(i) for i in items))


def letters(*items: ListItem | str) -> ItemList:
    """Give a list with letters."""
    return ItemList(kind="letter", items=tuple(item(i) for i in items))


def item(text: ListItem | str, *below: str) -> ListItem:
    """Give a list item, with the items under it."""
    if isinstance(text, ListItem):
        return text
    return ListItem(words=words(text), items=tuple(item(one) for one in below))


def inline(formula: Formula) -> Inlines:
    """Set ``formula`` within a line."""
    return (InlineFormula(formula=formula),)


def symbol(text: str) -> Symbol:
    """Read ``EF_1`` as base and index."""
    base, _, index = text.partition("_")
    return Symbol(base=base, index=index)


def number(digits: str, unit: str = "") -> Number:
    """Give a number with its unit."""
    return Number(digits=digits, unit=unit)


def plus(*terms: Formula) -> Formula:
    """Add ``terms`` from the left."""
    return joined("+", *terms)


def times(*terms: Formula) -> Formula:
    """Multiply ``terms`` from the left."""
    return joined("×", *terms)


def joined(sign: str, *terms: Formula) -> Formula:
    """Join ``terms`` by one sign, the left ones first."""
    whole = terms[0]
    for term in terms[1:]:
        match sign:
            case "+":
                whole = Operation(sign="+", left=whole, right=term)
            case "×":
                whole = Operation(sign="×", left=whole, right=term)
            case _:
                whole = Operation(sign="−", left=whole, right=term)
    return whole


def equal(left: Formula, right: Formula) -> Relation:
    """Give ``left = right``."""
    return Relation(left=left, sign="=", right=right)


def bracketed(inner: Formula) -> Bracketed:
    """Give ``(inner)``."""
    return Bracketed(inner=inner)


def explained(name: str, text: str) -> Explained:
    """Explain the symbol written as ``name``."""
    return Explained(symbol=symbol(name), words=words(text))


def columns(*heads: tuple[str, float]) -> tuple[Column, ...]:
    """Give columns: the first flush left, the others centred."""
    return tuple(
        Column(head=words(head), share=share, align="center" if place else "left")
        for place, (head, share) in enumerate(heads)
    )


def rows(*lines: str) -> tuple[tuple[Inlines, ...], ...]:
    """Read one row a line, cells parted by ``|``."""
    return tuple(tuple(words(cell.strip()) for cell in line.split("|")) for line in lines)
