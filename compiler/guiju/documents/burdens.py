"""The recursion of the footprint for one process: own burden, draws, allocation, intensity."""

from fractions import Fraction

from guiju.documents import mathematics as m
from guiju.documents.formulas import bracketed, plain_number, plus, printed, sum_of_rows, times
from guiju.documents.symbols import Quantity, Symbols, bare
from guiju.plan.model import Contribution, Draw, ProcessPlan, ProductFlow, RulePlan
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression, Number, Reading, TableLookup
from guiju_runtime.units import PLAIN_NUMBER

ONE = plain_number("1")
UNIT = Number(value=Fraction(1), written="1", unit=PLAIN_NUMBER)


def intensity(process: ProcessPlan, product: ProductFlow, symbols: Symbols) -> m.Formula:
    """Print what a unit of ``product`` carries: burden and draws by its share over its amount."""
    above = carried(process, symbols)
    if above is None:
        return plain_number("0")
    if len(process.products) > 1:
        part = symbols.of(Quantity(kind="share", path=product.flow))
        above = times(part, bracketed(above))
    return m.Quotient(above=above, below=value(product.amount, symbols))


def downstream(process: ProcessPlan, symbols: Symbols) -> m.Formula:
    """Print what a process after the gate adds to a unit of the product that it is written for."""
    above = carried(process, symbols) or plain_number("0")
    per = process.per if process.per is not None else UNIT
    return m.Quotient(above=above, below=printed(per, symbols))


def carried(process: ProcessPlan, symbols: Symbols) -> m.Formula | None:
    """Print own burden and draws of a process, or nothing if it has none."""
    terms: list[m.Formula] = []
    if any(counts(c, symbols) for c in process.contributions):
        terms.append(symbols.of(Quantity(kind="burden", path=process.path)))
    terms += [drawn(draw, symbols) for draw in process.draws if not draw.excluded]
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
    terms = [term(c, symbols) for c in process.contributions if counts(c, symbols)]
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


def share(process: ProcessPlan, product: ProductFlow, symbols: Symbols) -> m.Formula:
    """Print the share of a product: that fixed, or its basis over that of all that have none."""
    if product.share is not None:
        return printed(product.share, symbols)
    shares = [p.share for p in process.products if p.share is not None]
    fixed = [printed(one, symbols) for one in shares if constant(one) != 0]
    bases = [basis(p, symbols) for p in process.products if p.share is None]
    part = m.Quotient(above=basis(product, symbols), below=plus(bases))
    if not fixed:
        return part
    left: m.Formula = ONE
    for one in fixed:
        left = m.Operation(sign="−", left=left, right=bracketed(one))
    return times(m.Bracketed(inner=left), part)


def basis(product: ProductFlow, symbols: Symbols) -> m.Formula:
    """Print what the share of a product is made from."""
    return printed(product.basis, symbols) if product.basis is not None else ONE


def value(path: str, symbols: Symbols) -> m.Symbol:
    """Give the symbol of a value."""
    return symbols.of(Quantity(kind="value", path=path))
