"""What each process adds, draws and makes, exactly."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from guiju.plan.model import Contribution, ProcessPlan, ProductFlow
from guiju.plan.reference.attempts import attempt, number
from guiju.plan.reference.bounded import as_exact
from guiju.plan.reference.model import Added, Drawn, Made, Place, State, Value, is_finite, no_value
from guiju.plan.reference.sharing import shares_of
from guiju_runtime.calculation_codes import NOT_COMPUTABLE, UNKNOWN_POTENTIAL


class Terms(Struct, frozen=True, kw_only=True):
    """The terms of one rule book."""

    added: tuple[Added, ...]
    drawn: tuple[Drawn, ...]
    made: tuple[Made, ...]


def terms_of(state: State) -> Terms:
    """Give the terms of every process that runs."""
    running = [p for p in state.plan.processes if p.path not in state.idle]
    return Terms(
        added=tuple(term for process in running for term in _added(state, process)),
        drawn=tuple(term for process in running for term in _drawn(state, process)),
        made=tuple(term for process in running for term in _made(state, process)),
    )


def _rows(state: State, path: str) -> Iterator[Place]:
    """Give the places of a flow whose amount is not 0."""
    group = state.group_of(path)
    rows: list[int | None] = [*range(state.counts.get(group, 0))] if group else [None]
    for row in rows:
        if state.values.get((path, row)):
            yield path, row


def _amount(state: State, place: Place) -> Fraction | None:
    value = state.values[place]
    return None if no_value(value) else as_exact(value)


def _added(state: State, process: ProcessPlan) -> Iterator[Added]:
    for contribution in process.contributions:
        for place in _rows(state, contribution.flow):
            if contribution.kind == "emission":
                yield _emitted(state, process.path, contribution, place)
            else:
                yield _background(state, process.path, contribution, place)


def _background(state: State, process: str, contribution: Contribution, place: Place) -> Added:
    assert contribution.rate is not None
    rate, amount = number(state, contribution.rate, place), _amount(state, place)
    value = None if rate is None or amount is None else as_exact(rate) * amount
    if value is not None and contribution.kind == "credit":
        value = -value
    return Added(
        process=process,
        row=place[1],
        contribution=contribution,
        gas="",
        value=_finite(state, place, value),
        beside=Fraction(0),
    )


def _emitted(state: State, process: str, contribution: Contribution, place: Place) -> Added:
    gas: Value = contribution.gas
    name = gas if isinstance(gas, str) else attempt(state, gas, place)
    potential = _potential(state, name, contribution.origin, place) if _is_gas(name) else None
    amount = _amount(state, place)
    value = None
    if potential is not None and amount is not None:
        value = amount * contribution.to_kg * potential
    apart = name == "CO2" and contribution.origin == "biogenic" and not state.plan.counts_biogenic
    return Added(
        process=process,
        row=place[1],
        contribution=contribution,
        gas=name if _is_gas(name) else "",
        value=Fraction(0) if apart else _finite(state, place, value),
        beside=value if apart else Fraction(0),
    )


def _is_gas(name: Value) -> bool:
    return isinstance(name, str)


def _potential(state: State, gas: str, origin: str, place: Place) -> Fraction | None:
    table = state.outline.potentials
    found = table.get((gas, origin), table.get((gas, "")))
    if found is None:
        state.found.add((UNKNOWN_POTENTIAL.id, state.shown(place)))
    return found


def _finite(state: State, place: Place, value: Fraction | None) -> Fraction | None:
    if value is None or is_finite(value):
        return value
    state.found.add((NOT_COMPUTABLE.id, state.shown(place)))
    return None


def _drawn(state: State, process: ProcessPlan) -> Iterator[Drawn]:
    for draw in process.draws:
        for place in _rows(state, draw.flow) if not draw.excluded else ():
            amount = _amount(state, place)
            in_source = None if amount is None else amount * draw.ratio
            yield Drawn(process=process.path, row=place[1], draw=draw, amount=in_source)


def _made(state: State, process: ProcessPlan) -> Iterator[Made]:
    parts = [(process.path, process.products), *((a.flow, a.products) for a in process.apart)]
    for part, products in parts:
        amounts = [_output(state, process, product) for product in products]
        shares = shares_of(state, process, part, list(zip(products, amounts, strict=True)))
        for product, amount, share in zip(products, amounts, shares, strict=True):
            yield Made(
                process=process.path, part=part, flow=product.flow, amount=amount, share=share
            )


def _output(state: State, process: ProcessPlan, product: ProductFlow) -> Fraction | None:
    value = state.values.get((product.flow, None), 0) or 0
    spoiled = no_value(value) or process.path in state.unknown
    return None if spoiled else as_exact(value)
