"""Typed expressions as printed formulas: quantities carry their units, so conversions vanish."""

import re

from guiju.documents.conditions import behind_brace
from guiju.documents.inlines import in_words_of_a_formula
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
    SumOver,
    Symbol,
    Word,
)
from guiju.documents.symbols import Quantity, Symbols, bare, lookup_of
from guiju.documents.unit_words import bare_symbol
from guiju_dsl.standard import expressions as e

PARAMETER = re.compile(r"(.[^_0-9]*)(.*)", re.DOTALL)
SIGNS = {"+": "+", "-": "−", "*": "×"}


def printed(node: e.Expression, symbols: Symbols) -> Formula:
    """Print a formula of the standard."""
    match bare(node):
        case e.Number() as number:
            return constant(number, symbols)
        case e.Reading(path=path):
            return symbols.of(Quantity(kind="value", path=path))
        case e.Predeclared(name=name):
            return symbols.of(Quantity(kind="predeclared", path=name))
        case e.ProductOutcome() as outcome:
            return symbols.of(outcome_quantity(outcome, symbols))
        case e.TableLookup() as lookup:
            return symbols.of(lookup_of(lookup))
        case e.Arithmetic() as sum_or_product:
            return arithmetic(sum_or_product, symbols)
        case other:
            return structured(other, symbols)


def applied(node: e.Opposite | e.Parameter | e.Applied | e.Called, symbols: Symbols) -> Formula:
    """Print a sign, a function of numbers, or a formula with its arguments or a parameter of it."""
    match node:
        case e.Opposite(operand=operand):
            return Negated(operand=bracketed(printed(operand, symbols)))
        case e.Parameter(name=name):
            return parameter(name)
        case e.Called(function=path, arguments=named):
            values = tuple(printed(value, symbols) for _, value in named)
            return Function(name=symbols.function(path), arguments=values)
        case e.Applied(function="sqrt", arguments=(inner,)):
            half = Quotient(above=plain_number("1"), below=plain_number("2"))
            return Power(base=bracketed(printed(inner, symbols)), exponent=half)
        case e.Applied(function=name, arguments=arguments):
            return Function(name=name, arguments=tuple(printed(a, symbols) for a in arguments))


def structured(node: e.Expression, symbols: Symbols) -> Formula:
    """Print a function, a sum, or values behind a brace."""
    match node:
        case e.Opposite() | e.Parameter() | e.Applied() | e.Called():
            return applied(node, symbols)
        case e.Aggregate(function="sum", group=group, body=body) if body is not None:
            return sum_of_rows(group, bracketed(printed(body, symbols)), symbols)
        case e.Aggregate(function=name, group=group, body=body):
            rows = Word(text=symbols.row_of(group))
            over = printed(body, symbols) if body is not None else rows
            return Function(name=name, arguments=(over,))
        case e.Cases(branches=((_, value),)) if counts_if_there(node, symbols):
            return printed(value, symbols)
        case e.Cases(branches=branches, otherwise=otherwise):
            return cases(branches, otherwise, symbols)
        case e.Preferred(tiers=tiers):
            phrases = symbols.phrases
            return Cases(
                lines=tuple(
                    Case(
                        value=printed(value, symbols),
                        condition=in_words_of_a_formula(phrases.text(label)),
                    )
                    for value, label in tiers
                )
            )
        case other:
            return Word(text=behind_brace(other, symbols))


def parameter(name: str) -> Symbol:
    """Give the symbol of a parameter: ``E_rec`` and ``R1`` have an index."""
    base, index = PARAMETER.fullmatch(name).groups()  # type: ignore[union-attr]  # matches any name
    return Symbol(base=base, index=index.strip("_").replace("_", ","))


def sum_of_rows(group: str, term: Formula, symbols: Symbols) -> SumOver:
    """Print the sum of ``term`` over the rows of a group; of a series with its bounds."""
    series = symbols.series.get(group)
    bounds = None
    if series is not None:
        bounds = printed(series.low, symbols), printed(series.high, symbols)
    return SumOver(index=symbols.row_of(group), term=term, bounds=bounds)


def counts_if_there(node: e.Cases, symbols: Symbols) -> bool:
    """Say whether a case only says that an amount which is not there is 0: print says so once."""
    condition, value = node.branches[0]
    nothing = isinstance(node.otherwise, e.Number) and not node.otherwise.value
    paths = [one.path for one in e.readings(value) if isinstance(one, e.Reading)]
    things = [symbols.things[path] for path in paths if path in symbols.things]
    return nothing and any(thing.use and thing.only_when == condition for thing in things)


def cases(
    branches: tuple[tuple[e.Expression, e.Expression], ...],
    otherwise: e.Expression | None,
    symbols: Symbols,
) -> Cases:
    """Print one line for each condition, the rest last."""
    lines = [
        Case(value=printed(value, symbols), condition=behind_brace(condition, symbols))
        for condition, value in branches
    ]
    if otherwise is not None:
        rest = symbols.phrases.say("otherwise")
        lines.append(Case(value=printed(otherwise, symbols), condition=rest))
    return Cases(lines=tuple(lines))


def constant(number: e.Number, symbols: Symbols) -> Number:
    """Print a constant as it was written, nought without a unit."""
    unit = bare_symbol(number.unit.text, symbols.phrases.language) if number.value else ""
    return Number(digits=number.written.replace("_", ""), unit=unit)


def plain_number(digits: str) -> Number:
    """Print a plain number."""
    return Number(digits=digits, unit="")


def arithmetic(node: e.Arithmetic, symbols: Symbols) -> Formula:
    """Print two numbers joined, with brackets where paper needs them."""
    left, right = printed(node.left, symbols), printed(node.right, symbols)
    match node.operator:
        case "/":
            return divided(left, right)
        case "^":
            return Power(base=bracketed(left, all_but_atoms=True), exponent=right)
        case "*":
            return times(left, right)
        case "+":
            return Operation(sign="+", left=left, right=negative_in_brackets(right))
        case "-":
            return Operation(sign="−", left=left, right=bracketed(right))


def divided(left: Formula, right: Formula) -> Formula:
    """Print a quotient; ``x × 44`` over ``12`` is ``x × 44/12`` as the field writes it."""
    if isinstance(left, Operation) and left.sign == "×":
        last = left.right
        if isinstance(last, Number) and isinstance(right, Number) and not last.unit:
            return Operation(sign="×", left=left.left, right=Quotient(above=last, below=right))
    return Quotient(above=left, below=right)


def times(left: Formula, right: Formula) -> Formula:
    """Print a product."""
    inner = right
    if isinstance(right, Operation | Negated | Cases):
        inner = Bracketed(inner=right)
    return Operation(sign="×", left=bracketed(left), right=inner)


def plus(terms: list[Formula]) -> Formula:
    """Add terms in order; a negative one is taken away."""
    whole = terms[0]
    for term in terms[1:]:
        if isinstance(term, Negated):
            whole = Operation(sign="−", left=whole, right=term.operand)
        else:
            whole = Operation(sign="+", left=whole, right=term)
    return whole


def bracketed(formula: Formula, *, all_but_atoms: bool = False) -> Formula:
    """Put brackets around a sum, a sign or a brace; around any but an atom where asked."""
    match formula:
        case Operation(sign="×") if not all_but_atoms:
            return formula
        case Operation() | Negated() | Cases():
            return Bracketed(inner=formula)
        case Quotient() | SumOver() | Power() if all_but_atoms:
            return Bracketed(inner=formula)
        case _:
            return formula


def negative_in_brackets(formula: Formula) -> Formula:
    """Put brackets around what begins with a minus."""
    return Bracketed(inner=formula) if isinstance(formula, Negated) else formula


def outcome_quantity(outcome: e.ProductOutcome, symbols: Symbols) -> Quantity:
    """Give the quantity that a result of a product is, under a profile if one is named."""
    profile = outcome.profile
    match outcome.name:
        case "cfp":
            return Quantity(kind="footprint", path=outcome.product, detail=profile)
        case "reference_flow":
            return Quantity(kind="reference", path=outcome.product, detail=profile)
        case _:
            flow = symbols.flows[outcome.product]
            return Quantity(kind="intensity", path=flow, detail=profile)
