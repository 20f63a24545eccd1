"""How much of each part of each process it takes to deliver an amount of a product."""

import math

from guiju_runtime.arithmetic import NAN
from guiju_runtime.linear import one_less, solve, transposed
from guiju_runtime.network import Network


def activity(network: Network, flow: str, amount: float) -> dict[str, float]:
    """Give for each part of a process how much of its period is due to ``amount`` of ``flow``."""
    demand: dict[str, float] = {flow: amount}
    needed: dict[str, float] = {}
    for loop in reversed(network.loops()):
        levels = _levels(network, loop, demand)
        for part, level in levels.items():
            needed[part] = level
            for draw in network.draws.get(part, ()) if level else ():
                if draw.supplier not in loop:
                    more = level * draw.amount
                    demand[draw.source] = demand.get(draw.source, 0.0) + more
    return needed


def _levels(network: Network, loop: tuple[str, ...], demand: dict[str, float]) -> dict[str, float]:
    """Give the level of each part of a loop for the demand on it from outside."""
    parts = network.parts_of(loop)
    due = [
        sum(
            demand[output.flow] * network.rates[part, output.flow]
            for output in network.outputs.get(part, ())
            if demand.get(output.flow)
        )
        for part in parts
    ]
    takes = [] if network.is_open(loop) else network.takes(loop)
    if any(due) and any(any(row) for row in takes):
        if network.stuck.intersection(loop) or math.isnan(sum(map(sum, takes)) + sum(due)):
            due = [NAN] * len(parts)
        else:
            due = solve(one_less(transposed(takes)), due)
    return dict(zip(parts, due, strict=True))
