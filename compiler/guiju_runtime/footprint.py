"""The footprint of one product under one rule book, with everything that adds up to it."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

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


@dataclass(frozen=True, kw_only=True, eq=False)
class Footprint:
    """Footprint of one unit of a product [kgCO2e]; its sums are formed when they are asked for.

    Attributes:
        reference_flow: amount of the product flow for one unit, in its unit.
        downstream: processes written for an amount of the product, each with how often it is
            taken for one unit.
        known: whether all that adds to it has a value.
    """

    product: Product
    network: Network
    intensity: float
    reference_flow: float
    downstream: tuple[tuple[str, float], ...]
    known: bool

    @cached_property
    def activity(self) -> dict[str, float]:
        """Give what one unit takes of each part of a process, as a ratio of its period."""
        levels = activity(self.network, self.product.flow, self.reference_flow)
        for process, times in self.downstream:
            levels[process] = levels.get(process, 0.0) + times
            for draw in self.network.draws.get(process, ()):
                drawn = activity(self.network, draw.source, draw.amount * times)
                for member, level in drawn.items():
                    levels[member] = levels.get(member, 0.0) + level
        return levels

    @cached_property
    def weighted(self) -> Weighted:
        """Give the contributions with what each adds."""
        levels, left_out = self.activity, self.network.run.rules.left_out
        rest = self.network.full_value
        return [
            (c, level * (rest(c) if c.rest else c.value))
            for c in self.network.run.contributions
            if c.flow not in left_out and (level := levels.get(c.part))
        ]

    @cached_property
    def cfp(self) -> float:
        """Give the sum of all contributions, nan if it has no value."""
        return self._sum if math.isfinite(self._sum) else NAN

    @cached_property
    def _sum(self) -> float:
        return sum((value for _, value in self.weighted), 0.0) if self.known else NAN

    @cached_property
    def biogenic_co2(self) -> float:
        """Give the biogenic CO2 that stands beside the footprint."""
        levels, left_out = self.activity, self.network.run.rules.left_out
        beside = (
            level * c.beside
            for c in self.network.run.contributions
            if c.flow not in left_out and (level := levels.get(c.part))
        )
        return sum(beside, 0.0) if self.known else NAN

    @cached_property
    def left_out(self) -> Weighted:
        """Give the contributions that the rule book leaves out, with what each would add."""
        levels, left_out = self.activity, self.network.run.rules.left_out
        return [
            (c, level * self.network.full_value(c))
            for c in self.network.run.contributions
            if c.flow in left_out and (level := levels.get(c.part))
        ]

    @property
    def excluded_largest(self) -> float:
        """Give the largest contribution left out, as a ratio of the footprint."""
        return self._excluded[0]

    @property
    def excluded_total(self) -> float:
        """Give all that is left out, as a ratio of the footprint."""
        return self._excluded[1]

    @cached_property
    def _excluded(self) -> tuple[float, float]:
        return _exclusions(self.network, self.left_out, self._sum)

    @cached_property
    def quality(self) -> dict[str, float | None]:
        """Give ``primary_share`` as a ratio and ``score`` as a level, None where nothing counts."""
        return quality(self.network.run, self.weighted if math.isfinite(self._sum) else [])


def footprint_of(network: Network, product: Product) -> Footprint:
    """Give the footprint of ``product``, and report what it cannot do without."""
    run = network.run
    reference = run.attempt(product.flow, lambda: product.reference_flow(run))
    intensity = network.intensities.get(product.flow, NAN)
    if network.made.get(product.flow) == 0:
        report_zero_output(network, product.flow)
    downstream = () if math.isnan(intensity) else tuple(_downstream(network, product, reference))
    return Footprint(
        product=product,
        network=network,
        intensity=intensity,
        reference_flow=reference,
        downstream=downstream,
        known=not math.isnan(intensity)
        and not any(_has_no_value(network, process) for process, _ in downstream),
    )


def _downstream(
    network: Network, product: Product, reference: float
) -> Iterator[tuple[str, float]]:
    """Give the processes that are written for an amount of the product, and how often they run."""
    run = network.run
    for process, (downstream, amount) in run.rules.downstream.items():
        if downstream == product.name and process not in run.idle - run.spoiled:
            yield process, run.attempt(product.flow, partial(_times, run, reference, amount))


def _has_no_value(network: Network, process: str) -> bool:
    return process in network.run.spoiled or math.isnan(network.totals[process])


def _times(run: Run, reference: float, amount: Callable[[Run], float]) -> float:
    return reference / amount(run)


def _exclusions(network: Network, weighted: Weighted, cfp: float) -> tuple[float, float]:
    """Compare what the rule book leaves out with the footprint: the largest, and all of it."""
    left_out = [abs(value) for _, value in weighted]
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
