"""The method that every process follows: burden, intensity, footprint; and the score."""

from guiju.documents import mathematics as m
from guiju.documents.drafting import Drafting
from guiju.documents.inlines import words
from guiju.documents.manuscript import Things
from guiju.documents.model import Equation, Explained


def things(drafting: Drafting) -> Things:
    """Give the formulas of the method by their ids."""
    return {
        "formula.general_burden": (burden(drafting),),
        "formula.general_intensity": (intensity(drafting),),
    }


def burden(drafting: Drafting) -> Equation:
    """Give E = Σ AD × EF + Σ m × GWP of any process."""
    return equation(
        drafting,
        "formula.general_burden",
        s("E", "n"),
        m.Operation(
            sign="+",
            left=m.SumOver(index="i", term=product(s("AD", "n,i"), s("EF", "i"))),
            right=m.SumOver(index="j", term=product(s("E", "n,j"), s("GWP", "j"))),
        ),
    )


def intensity(drafting: Drafting) -> Equation:
    """Give the footprint of a unit of the product of any process."""
    drawn = m.SumOver(index="k", term=product(s("AD", "n,k"), s("CF", "k")))
    return equation(
        drafting,
        "formula.general_intensity",
        s("CF", "n"),
        m.Quotient(above=m.Operation(sign="+", left=s("E", "n"), right=drawn), below=s("AD", "n")),
    )


def score(drafting: Drafting) -> Equation:
    """Give the score of data quality: shares of the result times weighted levels."""
    levels = m.SumOver(index="k", term=product(s("W", "k"), s("L", "i,k")))
    return equation(
        drafting,
        "formula.score",
        s("DQR", ""),
        m.SumOver(index="i", term=product(s("P", "i"), m.Bracketed(inner=levels))),
    )


def equation(drafting: Drafting, id: str, left: m.Symbol, right: m.Formula) -> Equation:
    """Give a formula of the method, explained by the phrases of the language."""
    from guiju.documents.formula_parts import symbols_in

    formula = m.Relation(left=left, sign="=", right=right)
    return Equation(
        id=id,
        formula=formula,
        where=tuple(
            Explained(symbol=symbol, words=words(drafting.say("general_meaning", name_of(symbol))))
            for symbol in dict.fromkeys(symbols_in(formula))
        ),
        meaning="",
    )


def name_of(symbol: m.Symbol) -> str:
    """Name a symbol of the method as the phrases do."""
    return f"{symbol.base}_{symbol.index}" if symbol.index else symbol.base


def s(base: str, index: str) -> m.Symbol:
    """Give a symbol."""
    return m.Symbol(base=base, index=index)


def product(left: m.Formula, right: m.Formula) -> m.Formula:
    """Give a product."""
    return m.Operation(sign="×", left=left, right=right)
