"""Put on the tape how much of each part of each process it takes to deliver a product."""

from collections.abc import Iterator
from fractions import Fraction

from guiju.plan.model import Outcome
from guiju.tape.network import Drawn, Network

LEAST = Fraction(1, 10**9)
"""A loop of which less than this part gets out sets the declaration aside."""

Levels = dict[str, int]
Matrix = list[list[int]]


def levels_of(network: Network, outcome: Outcome, reference: int) -> Levels:
    """Give for each part of a process how much of its period one unit of a product takes."""
    builder = network.builder
    due: Levels = {}
    for part in network.parts[outcome.process]:
        if (part, outcome.flow) in network.rates:
            due[part] = builder.times(network.rates[part, outcome.flow], reference)
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
    """Let every part pass its level on to those that it draws from, users first."""
    builder = network.builder
    levels: Levels = {}
    for loop in reversed(_loops(network)):
        parts = tuple(part for process in loop for part in network.parts[process])
        levels.update(_solved(network, parts, [due.get(part, builder.zero) for part in parts]))
        for drawn in network.drawn:
            if drawn.process in loop and drawn.draw.supplier not in loop:
                for part, taken in _taken(network, drawn):
                    more = builder.times(levels[drawn.draw.part], taken)
                    due[part] = builder.plus(due.get(part, builder.zero), more)
    return levels


def _loops(network: Network) -> list[tuple[str, ...]]:
    """Give the processes, suppliers first; those that supply each other together."""
    rules = network.lowering.rules
    together = {process: loop for loop in rules.loops for process in loop}
    return list(dict.fromkeys(together.get(p.path, (p.path,)) for p in rules.processes))


def _taken(network: Network, drawn: Drawn) -> Iterator[tuple[str, int]]:
    """Give what a draw takes of each part of its supplier's period."""
    for part in network.parts[drawn.draw.supplier]:
        rate = network.rates.get((part, drawn.draw.source), network.builder.zero)
        yield part, network.builder.times(drawn.amount, rate)


def _solved(network: Network, loop: tuple[str, ...], due: list[int]) -> Levels:
    """Give the level of each part of a loop: (1 - takes)ᵗ · level = due.

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
    """Give the unit matrix less what each part of a loop takes of each, transposed."""
    builder = network.builder
    places = {part: at for at, part in enumerate(loop)}
    rows = [[builder.one if a == b else builder.zero for b in loop] for a in loop]
    for drawn in network.drawn:
        if drawn.draw.part in places and drawn.draw.supplier in places:
            column = places[drawn.draw.part]
            for part, taken in _taken(network, drawn):
                rows[places[part]][column] = builder.minus(rows[places[part]][column], taken)
    return rows
