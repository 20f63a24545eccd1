"""The footprint of one product under one rule book, with everything that adds up to it."""

from dataclasses import dataclass, field

from guiju_runtime.arithmetic import NAN
from guiju_runtime.calculator import Product
from guiju_runtime.evidence import quality
from guiju_runtime.network import Network, activity
from guiju_runtime.run import Contribution

ORIGINS = ("fossil", "biogenic", "land_use", "aircraft")
BACKGROUND = "CO2e"
"""Name of the line of gases that a factor in CO2e does not tell apart."""


@dataclass(slots=True)
class Footprint:
    """Footprint of one unit of a product [kgCO2e].

    Attributes:
        reference_flow: amount of the product flow for one unit, in its unit.
        weighted: contributions with what each adds.
        activity: part of each process's period that one unit takes.
    """

    product: Product
    cfp: float
    intensity: float
    reference_flow: float
    activity: dict[str, float]
    weighted: list[tuple[Contribution, float]]
    excluded_largest: float = 0.0
    excluded_total: float = 0.0
    quality: dict[str, float | None] = field(default_factory=dict)


def footprint_of(network: Network, product: Product) -> Footprint:
    """Give the footprint of ``product``."""
    run = network.run
    reference = run.attempt(product.flow, lambda: product.reference_flow(run))
    intensity = network.intensities.get(product.flow, NAN)
    levels = activity(network, product.flow, reference)
    for process, (downstream, per) in run.rules.downstream.items():
        if downstream == product.name and process not in run.idle:
            _add_downstream(network, levels, process, reference / per(run))
    weighted = [
        (c, levels.get(c.process, 0.0) * network.value(c))
        for c in run.contributions
        if not c.left_out and levels.get(c.process, 0.0)
    ]
    total = sum((value for _, value in weighted), 0.0)
    cfp = total if _is_known(network, levels, intensity) else NAN
    found = Footprint(product, cfp, intensity, reference, levels, weighted)
    found.quality = quality(run, weighted)
    _measure_exclusions(network, found)
    return found


def _is_known(network: Network, levels: dict[str, float], intensity: float) -> bool:
    """Tell whether every process that takes part could be calculated."""
    if intensity != intensity:
        return False
    return all(
        network.intensities.get(output.flow, 0.0) == network.intensities.get(output.flow, 0.0)
        for process, level in levels.items()
        if level
        for output in network.outputs.get(process, ())
    )


def _add_downstream(
    network: Network, levels: dict[str, float], process: str, times: float
) -> None:
    """Add a process that is written for an amount of the product, and what it draws."""
    levels[process] = levels.get(process, 0.0) + times
    for draw in network.draws.get(process, ()):
        for member, level in activity(network, draw.source, draw.amount * times).items():
            levels[member] = levels.get(member, 0.0) + level


def _measure_exclusions(network: Network, found: Footprint) -> None:
    """Compare what the rule book leaves out with the footprint."""
    left_out = [
        abs(found.activity.get(c.process, 0.0) * network.full_value(c))
        for c in network.run.contributions
        if c.left_out
    ]
    if left_out and found.cfp:
        found.excluded_largest = max(left_out) / abs(found.cfp)
        found.excluded_total = sum(left_out) / abs(found.cfp)


def by_gas(found: Footprint) -> dict[str, float]:
    """Add up by gas; factors in CO2e stand in one line of their own."""
    return _summed((c.gas or BACKGROUND, value) for c, value in found.weighted)


def by_origin(found: Footprint) -> dict[str, float]:
    """Add up by origin."""
    sums = _summed((c.origin, value) for c, value in found.weighted)
    return {**dict.fromkeys(ORIGINS, 0.0), **sums}


def by_process(found: Footprint) -> dict[str, float]:
    """Add up by process, in supply order."""
    return _summed((c.process, value) for c, value in found.weighted)


def _summed(pairs: object) -> dict[str, float]:
    sums: dict[str, float] = {}
    for name, value in pairs:  # type: ignore[attr-defined]
        sums[name] = sums.get(name, 0.0) + value
    return sums
