"""Put the footprint of a product on the tape, with the parts that it is made of."""

from collections.abc import Iterable

from msgspec import Struct

from guiju.plan.model import Outcome
from guiju.tape.evidence import Evidence
from guiju.tape.levels import Levels, levels_of
from guiju.tape.network import Added, Network

BACKGROUND = "CO2e"


class Footprint(Struct, frozen=True, kw_only=True):
    """Nodes of one footprint [kgCO2e per unit of the product].

    Attributes:
        made: whether the product is made at all; nothing has a value where it is not.
        parts: by ``by_process.…``, ``by_stage.…``, ``by_gas.…`` and ``by_origin.…``.
        weighed: whether there is anything for ``primary_share`` and ``score`` to be about.
    """

    made: int

    cfp: int
    intensity: int
    reference_flow: int
    biogenic_co2: int
    parts: dict[str, int]
    weighed: int
    primary_share: int
    score: int | None
    excluded_largest: int
    excluded_total: int


def footprint_of(network: Network, outcome: Outcome, evidence: Evidence) -> Footprint:
    """Put the footprint of ``outcome`` on the tape."""
    builder = network.builder
    made = network.steps.running[outcome.process]
    none = builder.compared("same", network.made[outcome.flow], builder.zero)
    builder.set_aside(builder.both(made, none))
    reference = network.lowering.number(outcome.reference_flow)
    levels = levels_of(network, outcome, reference)
    weighed = [(a, builder.times(levels[a.contribution.part], a.full)) for a in _counted(network)]
    cfp = _sum(network, (_whole(network, a, value) for a, value in weighed))
    beside = (
        _whole(network, a, builder.times(levels[a.contribution.part], a.beside))
        for a in _counted(network)
    )
    largest, total = _excluded(network, levels, cfp)
    quality = evidence.quality_of(weighed)
    return Footprint(
        made=made,
        cfp=cfp,
        intensity=_intensity(network, outcome),
        reference_flow=reference,
        biogenic_co2=_sum(network, beside),
        parts=_parts(network, weighed),
        weighed=quality.some,
        primary_share=quality.primary_share,
        score=quality.score,
        excluded_largest=largest,
        excluded_total=total,
    )


def _counted(network: Network) -> list[Added]:
    return [added for added in network.added if not added.contribution.excluded]


def _whole(network: Network, added: Added, value: int) -> int:
    """Add up the rows of a contribution."""
    group = added.contribution.group
    return network.builder.gathered("sum", value, group) if group else value


def _sum(network: Network, values: Iterable[int]) -> int:
    total = network.builder.zero
    for value in values:
        total = network.builder.plus(total, value)
    return total


def _intensity(network: Network, outcome: Outcome) -> int:
    """Give the burden of one unit of the flow of a product, without what comes after the gate."""
    builder = network.builder
    alone = Outcome(
        name="",
        label=outcome.label,
        flow=outcome.flow,
        process=outcome.process,
        flow_unit=outcome.flow_unit,
        reference_flow=outcome.reference_flow,
        unit_label=outcome.unit_label,
    )
    levels = levels_of(network, alone, builder.one)
    values = (
        _whole(network, a, builder.times(levels[a.contribution.part], a.full))
        for a in _counted(network)
    )
    return _sum(network, values)


def _parts(network: Network, weighed: list[tuple[Added, int]]) -> dict[str, int]:
    """Add up by process, stage, gas and origin."""
    stages = {process.path: process.stage for process in network.lowering.rules.processes}
    parts: dict[str, int] = {}
    for added, value in weighed:
        whole = _whole(network, added, value)
        names = [
            f"by_process.{added.process}",
            f"by_stage.{stages[added.process]}",
            f"by_origin.{added.contribution.origin}",
        ]
        for name in names:
            _add(network, parts, name, whole)
        for gas, here in added.gases or ((BACKGROUND, network.builder.yes),):
            one = network.builder.where(here, value, network.builder.zero)
            _add(network, parts, f"by_gas.{gas}", _whole(network, added, one))
    return parts


def _add(network: Network, parts: dict[str, int], name: str, value: int) -> None:
    parts[name] = network.builder.plus(parts.get(name, network.builder.zero), value)


def _excluded(network: Network, levels: Levels, cfp: int) -> tuple[int, int]:
    """Compare what is left out with the footprint: the largest, and all of it."""
    builder = network.builder
    largest = total = builder.zero
    for added in network.added:
        if not added.contribution.excluded:
            continue
        size = builder.applied("abs", builder.times(levels[added.contribution.part], added.full))
        group = added.contribution.group
        most = builder.gathered("greatest", size, group) if group else size
        largest = builder.applied("max", largest, most)
        total = builder.plus(total, _whole(network, added, size))
    if total == builder.zero:
        return builder.zero, builder.zero
    whole = builder.applied("abs", cfp)
    return builder.over(largest, whole), builder.over(total, whole)
