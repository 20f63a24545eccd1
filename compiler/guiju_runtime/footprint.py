"""The footprint of one product under one rule book, with everything that adds up to it."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from guiju_runtime.activity import activity
from guiju_runtime.arithmetic import NAN
from guiju_runtime.burdens import Contribution
from guiju_runtime.calculator import Product
from guiju_runtime.evidence import quality
from guiju_runtime.network import Network, report_zero_output
from guiju_runtime.run import Run

ORIGINS = ("fossil", "biogenic", "land_use", "aircraft")
BACKGROUND = "CO2e"
"""Name of the line of gases that a factor in CO2e does not tell apart."""

MOST = 0.8
"""Part of all contributions that the most relevant processes make, as hot-spot analyses have it."""

Weighted = list[tuple[Contribution, float]]


@dataclass(frozen=True, slots=True)
class HotSpot:
    """One of the most relevant processes.

    Attributes:
        share: its part of all contributions in absolute value; ``reached`` that of it and all
            before it.
    """

    process: str
    share: float
    reached: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """Footprint of one unit of a product [kgCO2e].

    Attributes:
        reference_flow: amount of the product flow for one unit, in its unit.
        weighted: contributions with what each adds.
        activity: what one unit takes of each part of a process, as a ratio of its period.
        biogenic_co2: biogenic CO2 that stands beside the footprint.
        excluded_largest: largest contribution left out, as a ratio of the footprint.
        excluded_total: all that is left out, as a ratio of the footprint.
    """

    product: Product
    cfp: float
    intensity: float
    reference_flow: float
    activity: dict[str, float]
    weighted: Weighted
    biogenic_co2: float
    excluded_largest: float
    excluded_total: float
    quality: dict[str, float | None]


def footprint_of(network: Network, product: Product) -> Footprint:
    """Give the footprint of ``product``."""
    run = network.run
    reference = run.attempt(product.flow, lambda: product.reference_flow(run))
    intensity = network.intensities.get(product.flow, NAN)
    if any(output.flow == product.flow and not output.amount for output in run.outputs):
        report_zero_output(network, product.flow)
    levels = activity(network, product.flow, reference)
    known = not math.isnan(intensity) and _add_downstream(network, levels, product, reference)
    weighted = [
        (c, levels[c.part] * network.value(c))
        for c in run.contributions
        if not c.left_out and levels.get(c.part)
    ]
    cfp = sum((value for _, value in weighted), 0.0) if known else NAN
    beside = (
        levels[c.part] * c.beside
        for c in run.contributions
        if not c.left_out and levels.get(c.part)
    )
    largest, total = _exclusions(network, levels, cfp)
    return Footprint(
        product=product,
        cfp=cfp if math.isfinite(cfp) else NAN,
        intensity=intensity,
        reference_flow=reference,
        activity=levels,
        weighted=weighted,
        biogenic_co2=sum(beside, 0.0) if known else NAN,
        excluded_largest=largest,
        excluded_total=total,
        quality=quality(run, weighted if math.isfinite(cfp) else []),
    )


def _add_downstream(
    network: Network, levels: dict[str, float], product: Product, reference: float
) -> bool:
    """Add the processes that are written for an amount of the product, and what they draw.

    Returns:
        Whether all that they draw has a value.
    """
    run = network.run
    known = True
    for process, (downstream, amount) in run.rules.downstream.items():
        if downstream != product.name or process in run.idle - run.spoiled:
            continue
        times = run.attempt(product.flow, partial(_times, run, reference, amount))
        levels[process] = levels.get(process, 0.0) + times
        for draw in network.draws.get(process, ()):
            for member, level in activity(network, draw.source, draw.amount * times).items():
                levels[member] = levels.get(member, 0.0) + level
        known = known and process not in run.spoiled and not math.isnan(network.totals[process])
    return known


def _times(run: Run, reference: float, amount: Callable[[Run], float]) -> float:
    return reference / amount(run)


def _exclusions(network: Network, levels: dict[str, float], cfp: float) -> tuple[float, float]:
    """Compare what the rule book leaves out with the footprint: the largest, and all of it."""
    left_out = [
        abs(levels[c.part] * network.full_value(c))
        for c in network.run.contributions
        if c.left_out and levels.get(c.part)
    ]
    if not left_out and not network.unsized:
        return 0.0, 0.0
    total = sum(left_out)
    if network.unsized or math.isnan(total) or not cfp:
        return NAN, NAN
    return max(left_out) / abs(cfp), total / abs(cfp)


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


def hot_spots(processes: Mapping[str, float]) -> list[HotSpot]:
    """Rank the processes that together make ``MOST`` of the whole, in absolute value."""
    sizes = {process: abs(value) for process, value in processes.items()}
    whole = sum(sizes.values())
    ranked: list[HotSpot] = []
    reached = 0.0
    for process in sorted(sizes, key=lambda name: -sizes[name]):
        if not whole > 0 or reached >= MOST:
            break
        share = sizes[process] / whole
        reached += share
        ranked.append(HotSpot(process, share, reached))
    return ranked


def _summed(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for name, value in pairs:
        sums[name] = sums.get(name, 0.0) + value
    return sums
