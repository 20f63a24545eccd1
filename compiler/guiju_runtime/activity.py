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
    due = {}
    for part in network.parts_of(loop):
        level: float = 0
        for output in network.outputs.get(part, ()):
            wanted = demand.get(output.flow)
            if wanted:
                level += wanted * network.rates[part, output.flow]
        due[part] = level
    if any(due.values()) and network.is_within(loop):
        return _solved(network, loop, due)
    return due


def _solved(network: Network, loop: tuple[str, ...], due: dict[str, float]) -> dict[str, float]:
    """Give the level of each part of a loop whose processes take of each other."""
    takes = network.takes(loop)
    if network.stuck.intersection(loop) or math.isnan(sum(map(sum, takes)) + sum(due.values())):
        return dict.fromkeys(due, NAN)
    levels = solve(one_less(transposed(takes)), list(due.values()))
    return dict(zip(due, levels, strict=True))
