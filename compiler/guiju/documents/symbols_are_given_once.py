"""No two quantities that the document prints have the same symbol."""

from collections.abc import Iterator

from guiju.documents.codes import SYMBOL_GIVEN_TWICE
from guiju.documents.drafting import Drafting
from guiju.documents.symbols import read
from guiju.plan.model import CalculationPlan
from guiju_dsl.diagnostics import Diagnostic, Related, at
from guiju_dsl.source import Span
from guiju_runtime.messages import Text

FIRST = Text(zh="先给了它", en="given to this first")


def symbols_are_given_once(plan: CalculationPlan) -> Iterator[Diagnostic]:
    """Report a symbol that the source gives to a second quantity.

    The document is written all the same: the second quantity gets a numbered symbol.
    """
    drafting = Drafting(plan, "zh")
    spans = spans_of(plan)
    seen: dict[object, str] = {}
    for path, given in dict.fromkeys(given_symbols(drafting)):
        symbol = read(given)
        first = seen.setdefault(symbol, path)
        if first != path:
            yield at(
                SYMBOL_GIVEN_TWICE,
                spans[path],
                related=(Related(span=spans[first], words=FIRST),),
                symbol=given,
                first=first,
                second=path,
            )


def given_symbols(drafting: Drafting) -> Iterator[tuple[str, str]]:
    """Give path and symbol of every printed quantity whose symbol the source gives."""
    for quantity in drafting.symbols.quantities.values():
        if quantity.kind == "value":
            symbol = drafting.symbols.things[quantity.path].symbol
        elif quantity.kind == "lookup":
            symbol = drafting.symbols.tables[quantity.path].notes.symbol
        else:
            continue
        if symbol:
            yield quantity.path, symbol


def spans_of(plan: CalculationPlan) -> dict[str, Span]:
    """Give the place of every value and factor."""
    rules = plan.graph.standard.rules
    spans = {datum.path: datum.span for datum in rules.data}
    spans |= {formula.path: formula.span for formula in rules.formulas}
    return spans | {table.path: table.span for table in rules.tables}
