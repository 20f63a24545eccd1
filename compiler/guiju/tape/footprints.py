"""Put the footprint of a product on the tape, with the parts that it is made of."""

from msgspec import Struct

from guiju.plan.model import Outcome
from guiju.tape.evidence import Evidence
from guiju.tape.levels import Levels, levels_of
from guiju.tape.network import Added, Network

BACKGROUND = "CO2e"
CFP, BESIDE = "cfp", "biogenic_co2"


class Footprint(Struct, frozen=True, kw_only=True):
    """Nodes of one footprint [kgCO2e per unit of the product].

    Attributes:
        made: whether the product is made at all; nothing has a value where it is not.
        parts: by ``by_process.…``, ``by_stage.…``, ``by_gas.…`` and ``by_origin.…``.
        levels: how much of each part of a process it takes.
        weighed: whether there is anything for ``primary_share`` and ``score`` to be about.
    """

    made: int

    cfp: int
    intensity: int
    reference_flow: int
    biogenic_co2: int
    parts: dict[str, int]
    levels: Levels
    weighed: int
    primary_share: int
    score: int | None
    excluded_largest: int
    excluded_total: int


class Sums:
    """Sums of contributions, each part of a process apart: its level is that of all of them."""

    def __init__(self, network: Network, levels: Levels) -> None:
        """Begin with nothing added."""
        self.network = network
        self.levels = levels
        self._sums: dict[str, dict[str, int]] = {}

    def add(self, name: str, added: Added, value: int) -> None:
        """Add a contribution, for the period of its process, to the sum of a name."""
        builder, group = self.network.builder, added.contribution.group
        whole = builder.gathered("sum", value, group) if group else value
        sums = self._sums.setdefault(name, {})
        part = added.contribution.part
        sums[part] = builder.plus(sums.get(part, builder.zero), whole)

    def of(self, name: str) -> int:
        """Give the sum of a name at the levels of the parts."""
        builder = self.network.builder
        total = builder.zero
        for part, whole in self._sums.get(name, {}).items():
            total = builder.plus(total, builder.times(self.levels[part], whole))
        return total

    def all_but(self, *names: str) -> dict[str, int]:
        """Give every other sum."""
        return {name: self.of(name) for name in self._sums if name not in names}


def footprint_of(network: Network, outcome: Outcome, evidence: Evidence) -> Footprint:
    """Put the footprint of ``outcome`` on the tape."""
    builder = network.builder
    made = network.steps.running[outcome.process]
    none = builder.compared("same", network.made[outcome.flow], builder.zero)
    builder.set_aside(builder.both(made, none))
    reference = network.lowering.number(outcome.reference_flow)
    levels = levels_of(network, outcome, reference)
    sums = _sums(network, levels)
    cfp = sums.of(CFP)
    largest, total = _excluded(network, levels, cfp)
    quality = evidence.quality_of([(a, levels[a.contribution.part]) for a in counted(network)])
    return Footprint(
        made=made,
        cfp=cfp,
        intensity=_intensity(network, outcome),
        reference_flow=reference,
        biogenic_co2=sums.of(BESIDE),
        parts=sums.all_but(CFP, BESIDE),
        levels=levels,
        weighed=quality.some,
        primary_share=quality.primary_share,
        score=quality.score,
        excluded_largest=largest,
        excluded_total=total,
    )


def counted(network: Network) -> list[Added]:
    """Give what no rule book leaves out."""
    return [added for added in network.added if not added.contribution.excluded]


def _sums(network: Network, levels: Levels) -> Sums:
    """Add up everything, and by process, stage, gas and origin."""
    builder, sums = network.builder, Sums(network, levels)
    stages = {process.path: process.stage for process in network.lowering.rules.processes}
    for added in counted(network):
        names = (
            CFP,
            f"by_process.{added.process}",
            f"by_stage.{stages[added.process]}",
            f"by_origin.{added.contribution.origin}",
        )
        for name in names:
            sums.add(name, added, added.full)
        sums.add(BESIDE, added, added.beside)
        for gas, here in added.gases or ((BACKGROUND, builder.yes),):
            sums.add(f"by_gas.{gas}", added, builder.where(here, added.full, builder.zero))
    return sums


def _intensity(network: Network, outcome: Outcome) -> int:
    """Give the burden of one unit of the flow of a product, without what comes after the gate."""
    alone = Outcome(
        name="",
        label=outcome.label,
        flow=outcome.flow,
        process=outcome.process,
        flow_unit=outcome.flow_unit,
        reference_flow=outcome.reference_flow,
        unit_label=outcome.unit_label,
    )
    sums = Sums(network, levels_of(network, alone, network.builder.one))
    for added in counted(network):
        sums.add(CFP, added, added.full)
    return sums.of(CFP)


def _excluded(network: Network, levels: Levels, cfp: int) -> tuple[int, int]:
    """Compare what is left out with the footprint: the largest, and all of it."""
    builder = network.builder
    largest = total = builder.zero
    for added in network.added:
        if not added.contribution.excluded:
            continue
        size = builder.applied("abs", added.full)
        level = builder.applied("abs", levels[added.contribution.part])
        group = added.contribution.group
        most = builder.gathered("greatest", size, group) if group else size
        largest = builder.applied("max", largest, builder.times(level, most))
        whole = builder.gathered("sum", size, group) if group else size
        total = builder.plus(total, builder.times(level, whole))
    if total == builder.zero:
        return builder.zero, builder.zero
    whole = builder.applied("abs", cfp)
    return builder.over(largest, whole), builder.over(total, whole)
