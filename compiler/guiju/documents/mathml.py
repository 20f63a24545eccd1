"""Formulas as MathML Core, which browsers draw by themselves."""

from html import escape

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
from guiju.documents.printing import grouped, index_parts, is_running, is_slanted, raised_parts


def inline(formula: Formula) -> str:
    """Write ``formula`` within a line."""
    return f"<math>{written(formula)}</math>"


def displayed(formula: Formula) -> str:
    """Write ``formula`` on a line of its own."""
    return f'<math display="block">{written(formula)}</math>'


def written(formula: Formula) -> str:
    """Write ``formula`` as one element."""
    match formula:
        case Symbol():
            return symbol(formula)
        case Number():
            return number(formula)
        case Word():
            return worded(formula.text)
        case Function():
            return function(formula)
        case Cases():
            return cases(formula)
        case _:
            return composed(formula)


def composed(
    formula: Negated | Operation | Quotient | Power | Bracketed | SumOver | Relation,
) -> str:
    """Write a formula made of others by a sign or a shape."""
    match formula:
        case Negated():
            return row('<mo form="prefix">−</mo>', written(formula.operand))
        case Quotient():
            return f"<mfrac>{written(formula.above)}{written(formula.below)}</mfrac>"
        case Power():
            return f"<msup>{written(formula.base)}{written(formula.exponent)}</msup>"
        case Bracketed():
            return row("<mo>(</mo>", written(formula.inner), "<mo>)</mo>")
        case SumOver():
            return row(sigma(formula), written(formula.term))
        case Operation() | Relation():
            sign = f"<mo>{escape(formula.sign)}</mo>"
            return row(written(formula.left), sign, written(formula.right))


def sigma(formula: SumOver) -> str:
    """Write Σ with its index below; with bounds the last value above."""
    below = letters(formula.index, is_running(formula.index))
    if formula.bounds is None:
        return f"<munder><mo>∑</mo>{below}</munder>"
    first, last = map(written, formula.bounds)
    return f"<munderover><mo>∑</mo>{row(below, '<mo>=</mo>', first)}{last}</munderover>"


def row(*parts: str) -> str:
    """Set ``parts`` side by side."""
    return f"<mrow>{''.join(parts)}</mrow>"


def symbol(quantity: Symbol) -> str:
    """Write a symbol: base slanted, index upright unless it runs."""
    base = letters(quantity.base, is_slanted(quantity.base))
    parts = [letters(part, runs) for part, runs in index_parts(quantity)]
    if not parts:
        return base
    index = parts[0] if len(parts) == 1 else row("<mo>,</mo>".join(parts))
    return f"<msub>{base}{index}</msub>"


def letters(words: str, slanted: bool) -> str:
    """Write letters; MathML slants a single one by itself, so the style is always said."""
    style = "gj-slanted" if slanted else "gj-upright"
    return f'<mi class="{style}" mathvariant="normal">{escape(words)}</mi>'


def text(words: str) -> str:
    """Write upright words."""
    return f"<mtext>{escape(words)}</mtext>"


def worded(words: str) -> str:
    """Write upright words, and what is raised in them."""
    parts = [
        f"<msup>{text(before)}{text(up)}</msup>" if up else text(before)
        for before, up in raised_parts(words)
    ]
    return parts[0] if len(parts) == 1 else row(*parts)


def number(value: Number) -> str:
    """Write a number with a space before its unit."""
    figures = f"<mn>{escape(grouped(value.digits))}</mn>"
    return row(figures, text(f"\u00a0{value.unit}")) if value.unit else figures


def function(value: Function) -> str:
    """Write ``name(a, b)``."""
    inner = "<mo>,</mo>".join(written(argument) for argument in value.arguments)
    return row(letters(value.name, False), row("<mo>(</mo>", inner, "<mo>)</mo>"))


def cases(value: Cases) -> str:
    """Write the lines behind a brace."""
    lines = "".join(
        f"<mtr><mtd>{written(line.value)}</mtd><mtd>{worded(line.condition)}</mtd></mtr>"
        for line in value.lines
    )
    return row(
        '<mo stretchy="true">{</mo>',
        f'<mtable class="gj-cases" displaystyle="true">{lines}</mtable>',
    )
