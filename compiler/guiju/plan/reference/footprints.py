"""The footprint of a product: by intensity, and again by what each process adds to it."""

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeVar

from guiju.plan.model import Outcome
from guiju.plan.reference.attempts import number, tried
from guiju.plan.reference.bounded import as_exact, largest
from guiju.plan.reference.model import (
    Added,
    Missing,
    Place,
    ReferenceFootprint,
    Stopped,
)
from guiju.plan.reference.quality import quality_of
from guiju.plan.reference.sums import total
from guiju.plan.reference.system import System, report_zero_output
from guiju_dsl.standard.model import Indicator

K = TypeVar("K")
Levels = dict[str, Fraction]


def footprint_of(
    system: System, outcome: Outcome, indicators: tuple[Indicator, ...]
) -> ReferenceFootprint:
    """Give the footprint of a product.

    Raises:
        AssertionError: intensities and contributions disagree: a fault of this program.
    """
    if any(made.flow == outcome.flow and made.amount == 0 for made in system.terms.made):
        report_zero_output(system, outcome.flow)
    reference = number(system.state, outcome.reference_flow, (outcome.flow, None))
    intensity = system.intensities.get(outcome.flow)
    demand, known = _demand(system, outcome, reference)
    if intensity is None or reference is None or not known:
        return _nothing(intensity)
    levels = system.level(demand)
    counted = [(a, level * (system.value(a) or 0)) for a, level in _counted(system, levels)]
    cfp = total(value for _, value in counted)
    by_intensity = as_exact(reference) * intensity + _downstream(system, outcome, demand)
    assert cfp == by_intensity, (
        f"{outcome.name}: {cfp} by contribution, {by_intensity} by intensity"
    )
    return _footprint(system, cfp, intensity, levels, counted, indicators)


def _demand(system: System, outcome: Outcome, reference: Fraction | None) -> tuple[Levels, bool]:
    """Give what one unit asks of its process and of those downstream, and if all is known."""
    demand = system.demand(outcome.flow, reference) if reference is not None else None
    if not demand or reference is None:
        return {}, False
    known = True
    for process in system.state.plan.processes:
        if process.per is None or process.product != outcome.name:
            continue
        if process.path in system.state.idle - system.state.unknown:
            continue
        per = number(system.state, process.per, (outcome.flow, None))
        times = _ratio(system, outcome.flow, reference, per)
        if times is None or system.totals[process.path] is None:
            known = False
        else:
            demand[process.path] = demand.get(process.path, Fraction(0)) + times
        known = known and process.path not in system.state.unknown
    return demand, known


def _ratio(system: System, flow: str, reference: Fraction, per: Fraction | None) -> Fraction | None:
    if per is None:
        return None
    try:
        return as_exact(tried(system.state, (flow, None), lambda: reference / as_exact(per)))
    except (Stopped, Missing):
        return None


def _downstream(system: System, outcome: Outcome, demand: Levels) -> Fraction:
    own = system.parts(outcome.process)
    return total(level * (system.totals[p] or 0) for p, level in demand.items() if p not in own)


def _counted(system: System, levels: Levels) -> list[tuple[Added, Fraction]]:
    """Give the contributions that count, with the part of each that one unit takes."""
    added = [a for a in system.terms.added if not a.contribution.excluded]
    return [(a, levels[a.contribution.part]) for a in added if levels.get(a.contribution.part)]


def _footprint(
    system: System,
    cfp: Fraction,
    intensity: Fraction,
    levels: Levels,
    counted: list[tuple[Added, Fraction]],
    indicators: tuple[Indicator, ...],
) -> ReferenceFootprint:
    stages = {process.path: process.stage for process in system.state.plan.processes}
    contributions = _summed([(_place(a), value) for a, value in counted])
    primary_share, score = quality_of(system.state, indicators, contributions)
    beside = [(level, a.beside) for a, level in _counted(system, levels) if level]
    return ReferenceFootprint(
        cfp=cfp,
        intensity=intensity,
        biogenic_co2=_known_sum(beside),
        contributions=contributions,
        by_process=_summed([(a.process, value) for a, value in counted]),
        by_stage=_summed([(stages[a.process], value) for a, value in counted]),
        by_gas=_summed([(a.gas or "CO2e", value) for a, value in counted]),
        by_origin=_summed([(a.contribution.origin, value) for a, value in counted]),
        excluded=_sizes(system, levels, cfp),
        primary_share=primary_share,
        score=score,
    )


def _known_sum(weighed: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """Add up what is weighed: nothing is known of the sum if it is not of a part that counts."""
    parts: list[Fraction] = []
    for level, value in weighed:
        if value is None:
            return None
        parts.append(level * value)
    return total(parts)


def _place(added: Added) -> Place:
    return added.contribution.flow, added.row


def _sizes(
    system: System, levels: Levels, cfp: Fraction
) -> tuple[Fraction | None, Fraction | None]:
    """Compare what is left out with the footprint: the largest, and all of it."""
    vague = {b for (a, b), part in system.takes.items() if part is None and levels.get(a)}
    left_out = [a for a in system.terms.added if a.contribution.excluded]
    values = [
        None if part in vague or value is None else levels[part] * value
        for part, value in ((a.contribution.part, system.value(a)) for a in left_out)
        if part in vague or levels.get(part)
    ]
    sizes = [abs(value) for value in values if value is not None]
    if system.unsized or len(sizes) < len(values) or (values and not cfp):
        return None, None
    whole = abs(cfp) if cfp else Fraction(1)
    return largest(sizes or [Fraction(0)]) / whole, total(sizes) / whole


def _summed(pairs: list[tuple[K, Fraction]]) -> dict[K, Fraction]:
    """Add up what stands under the same name."""
    parts: dict[K, list[Fraction]] = {}
    for name, value in pairs:
        parts.setdefault(name, []).append(value)
    return {name: total(v) if len(v) > 1 else v[0] for name, v in parts.items()}


def _nothing(intensity: Fraction | None) -> ReferenceFootprint:
    return ReferenceFootprint(
        cfp=None,
        intensity=intensity,
        biogenic_co2=None,
        contributions={},
        by_process={},
        by_stage={},
        by_gas={},
        by_origin={},
        excluded=(None, None),
        primary_share=None,
        score=None,
    )
