"""What a formula consists of: its parts, and the symbols in it."""

from collections.abc import Iterator

from guiju.documents import mathematics as m


def symbols_in(formula: m.Formula) -> Iterator[m.Symbol]:
    """Give the symbols of ``formula`` in order of appearance, names of functions with them."""
    if isinstance(formula, m.Symbol):
        yield formula
    if isinstance(formula, m.Function):
        yield m.Symbol(base=formula.name, index="")
    for part in parts_of(formula):
        yield from symbols_in(part)


def parts_of(formula: m.Formula) -> tuple[m.Formula, ...]:
    """Give the formulas directly within ``formula`` in their order."""
    match formula:
        case m.SumOver(term=term, bounds=bounds):
            return (*(bounds or ()), term)
        case m.Negated(operand=inner) | m.Bracketed(inner=inner):
            return (inner,)
        case m.Cases(lines=lines):
            return tuple(line.value for line in lines)
        case m.Function(arguments=arguments):
            return arguments
        case _:
            return pair(formula)


def pair(formula: m.Formula) -> tuple[m.Formula, ...]:
    """Give the two parts of a formula that has two, in their order."""
    match formula:
        case m.Operation(left=first, right=second) | m.Relation(left=first, right=second):
            return first, second
        case m.Quotient(above=first, below=second) | m.Power(base=first, exponent=second):
            return first, second
        case _:
            return ()
