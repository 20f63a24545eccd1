"""The recursion of the footprint for one process: own burden, draws, allocation, intensity."""

from fractions import Fraction

from guiju.documents import mathematics as m
from guiju.documents.formulas import plain_number, plus, printed, sum_of_rows, times
from guiju.documents.sharing import share_of
from guiju.documents.symbols import Quantity, Symbols, bare
from guiju.plan.model import Contribution, Draw, ProcessPlan, ProductFlow, RulePlan
from guiju_dsl.standard.expressions import Expression, Number, Reading, TableLookup
from guiju_runtime.units import PLAIN_NUMBER

ONE = plain_number("1")
UNIT = Number(value=Fraction(1), written="1", unit=PLAIN_NUMBER)


def intensity(process: ProcessPlan, product: ProductFlow, symbols: Symbols) -> m.Formula:
    """Print what a unit of ``product`` carries: burden and draws by its share over its amount."""
    terms: list[m.Formula] = []
    for part in (process.path, *(apart.flow for apart in process.apart)):
        whole = total(process, symbols, part) or carried(process, symbols, part)
        if whole is not None and len(process.products) > 1:
            terms.append(times(symbols.of(share_of(product, part)), whole))
        elif whole is not None:
            terms.append(whole)
    if not terms:
        return plain_number("0")
    return m.Quotient(above=plus(terms), below=value(product.amount, symbols))


def total(process: ProcessPlan, symbols: Symbols, part: str) -> m.Symbol | None:
    """Give the symbol of what several products share, if it is a sum of several terms."""
    own = [c for c in process.contributions if c.part == part and counts(c, symbols)]
    drawn = [d for d in process.draws if d.part == part and not d.excluded]
    terms = (min(len(own), 1) if part == process.path else len(own)) + len(drawn)
    if len(process.products) < 2 or terms < 2:
        return None
    return symbols.of(Quantity(kind="total", path=part))


def downstream(process: ProcessPlan, symbols: Symbols) -> m.Formula:
    """Print what a process after the gate adds to a unit of the product that it is written for."""
    above = carried(process, symbols, process.path) or plain_number("0")
    per = process.per if process.per is not None else UNIT
    return m.Quotient(above=above, below=printed(per, symbols))


def carried(process: ProcessPlan, symbols: Symbols, part: str) -> m.Formula | None:
    """Print own burden and draws of a part of a process, or nothing if it has none.

    Args:
        part: path of an input that is allocated by itself, else of the process.
    """
    own = [c for c in process.contributions if c.part == part and counts(c, symbols)]
    terms: list[m.Formula] = []
    if part != process.path:
        terms = [term(c, symbols) for c in own]
    elif own:
        terms = [symbols.of(Quantity(kind="burden", path=part))]
    terms += [drawn(d, symbols) for d in process.draws if d.part == part and not d.excluded]
    return plus(terms) if terms else None


def drawn(draw: Draw, symbols: Symbols) -> m.Formula:
    """Print what comes with a draw: amount times the intensity of its source."""
    amount = value(draw.amount, symbols)
    source = symbols.of(Quantity(kind="intensity", path=draw.source))
    term = times(amount, source)
    if draw.limited:
        covered = symbols.of(Quantity(kind="cover", path=draw.flow))
        term = times(times(covered, amount), source)
    return sum_of_rows(draw.group, term, symbols) if draw.group else term


def burden(process: ProcessPlan, symbols: Symbols) -> m.Formula | None:
    """Print the own burden of a process, or nothing if it has none."""
    own = [c for c in process.contributions if c.part == process.path]
    terms = [term(c, symbols) for c in own if counts(c, symbols)]
    terms.sort(key=lambda one: isinstance(one, m.Negated))
    return plus(terms) if terms else None


def counts(contribution: Contribution, symbols: Symbols) -> bool:
    """Say whether a contribution is in the footprint; biogenic CO2 may stand beside it."""
    beside = contribution.gas == "CO2" and contribution.origin == "biogenic"
    return not contribution.excluded and (symbols.counts_biogenic or not beside)


def term(contribution: Contribution, symbols: Symbols) -> m.Formula:
    """Print what one flow adds."""
    amount = value(contribution.amount, symbols)
    whole = times(amount, rate(contribution, symbols))
    if contribution.rest:
        covered = symbols.of(Quantity(kind="cover", path=contribution.flow))
        left = m.Bracketed(inner=m.Operation(sign="−", left=ONE, right=covered))
        whole = times(times(left, amount), rate(contribution, symbols))
    if contribution.group:
        whole = sum_of_rows(contribution.group, whole, symbols)
    return m.Negated(operand=whole) if contribution.kind == "credit" else whole


def rate(contribution: Contribution, symbols: Symbols) -> m.Formula:
    """Print what the amount is multiplied by: a factor, a datum, a potential."""
    if contribution.rate is not None and is_named(contribution.rate):
        return printed(contribution.rate, symbols)
    if contribution.rate is not None:
        return symbols.of(Quantity(kind="rate", path=contribution.flow))
    gas = contribution.gas
    if not isinstance(gas, str):
        chosen = bare(gas)
        gas = (
            symbols.phrases.text(symbols.things[chosen.path].label)
            if isinstance(chosen, Reading)
            else ""
        )
    origin = contribution.origin if (gas, contribution.origin) in symbols.split_gases else ""
    return symbols.of(Quantity(kind="gwp", path=gas, detail=origin))


def is_named(rate: Expression) -> bool:
    """Say whether a rate is one factor or one value, which has a symbol already."""
    return isinstance(bare(rate), TableLookup | Reading)


def cover(draw: Draw, plan: RulePlan, symbols: Symbols) -> m.Formula:
    """Print how far own supply covers a need: at most whole, after what others must have."""
    draws = [d for p in plan.processes for d in p.draws if d.source == draw.source]
    needs = [need(d, symbols) for d in draws if d.limited]
    firm = [need(d, symbols) for d in draws if not d.limited]
    supply: m.Formula = value(draw.source, symbols)
    if firm:
        rest: m.Formula = supply
        for one in firm:
            rest = m.Operation(sign="−", left=rest, right=one)
        supply = m.Function(name="max", arguments=(rest, plain_number("0")))
    return m.Function(name="min", arguments=(ONE, m.Quotient(above=supply, below=plus(needs))))


def need(draw: Draw, symbols: Symbols) -> m.Formula:
    """Print the amount that a draw asks for."""
    amount = value(draw.amount, symbols)
    return sum_of_rows(draw.group, amount, symbols) if draw.group else amount


def value(path: str, symbols: Symbols) -> m.Symbol:
    """Give the symbol of a value."""
    return symbols.of(Quantity(kind="value", path=path))
