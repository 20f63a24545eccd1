"""Formulas in Typst's mathematics, texts always as strings."""

from guiju.backends.pdf.characters import texts
from guiju.backends.pdf.quoting import quoted
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
from guiju.documents.printing import grouped, index_parts, is_running, raised_parts

SIGNS = {"+": "plus", "−": "minus", "×": "times"}
WIDEST_SIDE = 64
RELATIONS = {"=": "eq", "≤": "lt.eq", "≥": "gt.eq", "<": "lt", ">": "gt"}


def inline(formula: Formula) -> str:
    """Write ``formula`` within a line of text."""
    return f"${written(formula)}$"


def head_and_terms(formula: Formula) -> tuple[str, tuple[str, ...]]:
    """Write ``formula`` in the pieces between which a long one is broken, each a Typst content.

    The head is ``left =``; the terms are those of the sum on the right, or the factors if there
    is only one term, each with the sign before it.
    """
    if not isinstance(formula, Relation):
        return body(""), (body(written(formula)),)
    head = body(f"{written(formula.left)} {RELATIONS[formula.sign]}")
    terms = pieces(formula.right, {"+", "−"})
    if len(terms) == 1:
        terms = pieces(formula.right, {"×"})
    return head, tuple(body(term) for term in terms)


def body(source: str) -> str:
    """Give the content of an equation, to be joined with others."""
    return f"${source}$.body"


def pieces(formula: Formula, signs: set[str]) -> list[str]:
    """Part a chain of operations at ``signs``; each piece but the first begins with its sign."""
    if isinstance(formula, Operation) and formula.sign in signs:
        first = pieces(formula.left, signs)
        return [*first, f'class("binary", {SIGNS[formula.sign]}) {written(formula.right)}']
    return [written(formula)]


def written(formula: Formula) -> str:
    """Write ``formula`` in Typst's mathematics."""
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
            return negated(written(formula.operand))
        case Operation():
            return f"{written(formula.left)} {SIGNS[formula.sign]} {written(formula.right)}"
        case Quotient():
            return f"frac({stacked(formula.above)}, {stacked(formula.below)})"
        case Power():
            return f"attach({written(formula.base)}, t: {written(formula.exponent)})"
        case Bracketed():
            return f"lr(paren.l {written(formula.inner)} paren.r)"
        case SumOver():
            return f"attach(limits(sum), {limits_of(formula)}) {written(formula.term)}"
        case Relation():
            return f"{written(formula.left)} {RELATIONS[formula.sign]} {written(formula.right)}"


def negated(operand: str) -> str:
    """Write a sign before ``operand``; a space parts it from a name, and would print before a #."""
    return f"minus{operand}" if operand.startswith("#") else f"minus {operand}"


def limits_of(formula: SumOver) -> str:
    """Write what stands below Σ: its index, with bounds the first value; above it the last."""
    if formula.bounds is None:
        return f"b: {index(formula.index)}"
    first, last = map(written, formula.bounds)
    return f"b: {index(formula.index)} eq {first}, t: {last}"


def stacked(formula: Formula) -> str:
    """Write a side of a fraction, a long sum on several lines."""
    if wide(formula) <= WIDEST_SIDE:
        return written(formula)
    lines: list[list[str]] = [[]]
    room = WIDEST_SIDE
    for term, piece in zip(terms(formula), pieces(formula, {"+", "−"}), strict=True):
        room -= wide(term)
        if room < 0 and lines[-1]:
            lines.append([])
            room = WIDEST_SIDE - wide(term)
        lines[-1].append(piece)
    return r" \ ".join(" ".join(line) for line in lines)


def terms(formula: Formula) -> list[Formula]:
    """Give the terms of a sum in order."""
    if isinstance(formula, Operation) and formula.sign in {"+", "−"}:
        return [*terms(formula.left), formula.right]
    return [formula]


def wide(formula: Formula) -> int:
    """Estimate the width of ``formula`` [Latin letters]; a Chinese character is two."""
    return sum(2 if letter > "\u2e80" else 1 for text in texts(formula) for letter in text)


def symbol(quantity: Symbol) -> str:
    """Write a symbol: base slanted, index upright unless it runs; a ratio is upright."""
    if quantity.base[:1].isdigit():
        return upright(quantity.base)
    parts = (f"({quoted(part)}, {str(runs).lower()})" for part, runs in index_parts(quantity))
    return f"#quantity({', '.join((quoted(quantity.base), *parts))})"


def number(value: Number) -> str:
    """Write a number with a space before its unit."""
    unit = f" {value.unit}" if value.unit else ""
    return upright(grouped(value.digits) + unit)


def function(value: Function) -> str:
    """Write ``name(a, b)``."""
    inner = " comma ".join(written(argument) for argument in value.arguments)
    return f"{upright(value.name)}lr(paren.l {inner} paren.r)"


def cases(value: Cases) -> str:
    """Write the lines behind a brace."""
    lines = (
        f"display({written(first)}) & quad {condition(words)}" for first, words in lines_of(value)
    )
    return f"cases(gap: #0.7em, {', '.join(lines)})"


def condition(lines: list[str]) -> str:
    """Write a condition; a long one goes on below, nearer to itself than to the next."""
    if len(lines) == 1:
        return worded(lines[0])
    listed = ", ".join(f"inline({worded(line)})" for line in lines)
    return f"vec(delim: #none, align: #left, gap: #0.35em, {listed})"


def index(words: str) -> str:
    """Write the index under a sum."""
    return f"#slanted({quoted(words)})" if is_running(words) else upright(words)


def worded(words: str) -> str:
    """Write upright words, and what is raised in them."""
    return " ".join(
        f"attach({upright(before)}, t: {upright(up)})" if up else upright(before)
        for before, up in raised_parts(words)
    )


def upright(words: str) -> str:
    """Write upright words."""
    return f"#upright({quoted(words)})"
