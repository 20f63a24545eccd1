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
    due = []
    for part in parts:
        level: float = 0
        for output in network.outputs.get(part, ()):
            wanted = demand.get(output.flow)
            if wanted:
                level += wanted * network.rates[part, output.flow]
        due.append(level)
    if any(due) and network.is_within(loop):
        takes = network.takes(loop)
        if network.stuck.intersection(loop) or math.isnan(sum(map(sum, takes)) + sum(due)):
            due = [NAN] * len(parts)
        else:
            due = solve(one_less(transposed(takes)), due)
    return dict(zip(parts, due, strict=True))
