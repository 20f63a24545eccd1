"""Put on the tape how much of each process it takes to deliver a product."""

from fractions import Fraction

from guiju.plan.model import Outcome
from guiju.tape.network import Drawn, Network

LEAST = Fraction(1, 10**9)
"""A loop of which less than this part gets out sets the declaration aside."""

Levels = dict[str, int]
Matrix = list[list[int]]


def levels_of(network: Network, outcome: Outcome, reference: int) -> Levels:
    """Give for each process the part of its period that one unit of a product takes."""
    builder = network.builder
    due: Levels = {}
    if outcome.flow in network.rates:
        due[outcome.process] = builder.times(network.rates[outcome.flow], reference)
    for process in network.lowering.rules.processes:
        if process.per is not None and process.product == outcome.name:
            runs = network.steps.running[process.path]
            with network.lowering.only(runs):
                per = network.lowering.number(process.per)
                network.lowering.fault(builder.compared("same", per, builder.zero))
            times = builder.where(runs, builder.over(reference, per), builder.zero)
            due[process.path] = builder.plus(due.get(process.path, builder.zero), times)
    return _passed_on(network, due)


def _passed_on(network: Network, due: Levels) -> Levels:
    """Let every process pass its level on to those that it draws from, users first."""
    levels: Levels = {}
    for loop in reversed(_loops(network)):
        levels.update(_solved(network, loop, [due.get(p, network.builder.zero) for p in loop]))
        for drawn in network.drawn:
            supplier = drawn.draw.supplier
            if drawn.process in loop and supplier not in loop:
                taken = network.builder.times(levels[drawn.process], _part(network, drawn))
                due[supplier] = network.builder.plus(due.get(supplier, network.builder.zero), taken)
    return levels


def _loops(network: Network) -> list[tuple[str, ...]]:
    """Give the processes, suppliers first; those that supply each other together."""
    rules = network.lowering.rules
    together = {process: loop for loop in rules.loops for process in loop}
    return list(dict.fromkeys(together.get(p.path, (p.path,)) for p in rules.processes))


def _part(network: Network, drawn: Drawn) -> int:
    """Give the part of its supplier's period that a draw takes."""
    rate = network.rates.get(drawn.draw.source, network.builder.zero)
    return network.builder.times(drawn.amount, rate)


def _solved(network: Network, loop: tuple[str, ...], due: list[int]) -> Levels:
    """Give the level of each process of a loop: (1 - takes)ᵗ · level = due.

    Elimination needs no exchange of rows: takes are not negative, and if the loop gives anything
    out every pivot is positive. If one is not, the declaration is set aside.
    """
    builder, size = network.builder, len(loop)
    rows = _less_takes(network, loop)
    right = list(due)
    for at in range(size):
        pivot = rows[at][at]
        if pivot != builder.one:
            builder.set_aside(builder.compared("at_most", pivot, builder.number(LEAST)))
        for below in range(at + 1, size):
            factor = builder.over(rows[below][at], pivot)
            for column in range(at, size):
                less = builder.times(factor, rows[at][column])
                rows[below][column] = builder.minus(rows[below][column], less)
            right[below] = builder.minus(right[below], builder.times(factor, right[at]))
    found = [builder.zero] * size
    for at in reversed(range(size)):
        rest = right[at]
        for column in range(at + 1, size):
            rest = builder.minus(rest, builder.times(rows[at][column], found[column]))
        found[at] = builder.over(rest, rows[at][at])
    return dict(zip(loop, found, strict=True))


def _less_takes(network: Network, loop: tuple[str, ...]) -> Matrix:
    """Give the unit matrix less what each process of a loop takes of each, transposed."""
    builder = network.builder
    places = {process: at for at, process in enumerate(loop)}
    rows = [[builder.one if a == b else builder.zero for b in loop] for a in loop]
    for drawn in network.drawn:
        if drawn.process in places and drawn.draw.supplier in places:
            row, column = places[drawn.draw.supplier], places[drawn.process]
            rows[row][column] = builder.minus(rows[row][column], _part(network, drawn))
    return rows
