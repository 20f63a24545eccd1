"""Intensities of all products, from burdens, draws and outputs.

For product k of process p with share a(p,k), burden E_p and draws from_j:

    i(p,k) = a(p,k) · (E_p + Σ_j from_j · i(source of j)) / amount(p,k)

An input that is allocated by itself is a part of its process with shares of its own: what it adds
or draws comes to k by those, and is not among E_p and from_j.

Processes come suppliers first; those that supply each other are solved together, and have no
value together.
"""

import math
from dataclasses import dataclass, field
from itertools import chain

from guiju_runtime.arithmetic import NAN
from guiju_runtime.burdens import Contribution, Draw, Output
from guiju_runtime.calculation_codes import SINGULAR_LOOP, SOURCE_NOT_RUNNING, ZERO_OUTPUT
from guiju_runtime.coverage import covered, taken
from guiju_runtime.findings import Finding, finding
from guiju_runtime.given import shown
from guiju_runtime.index import loops_of
from guiju_runtime.linear import Matrix, gives_out, one_less, solve
from guiju_runtime.messages import Text
from guiju_runtime.run import Run
from guiju_runtime.sharing import shares_of


@dataclass(slots=True)
class Network:
    """The solved system of one run.

    Attributes:
        made: amount of each product flow.
        outputs, draws, contributions: of each part of a process; the first part is the process.
        parts: the parts of each process.
        shares: allocation share of each product flow, by part and flow.
        rates: what one unit of a product flow takes of a part's period, by part and flow.
        totals: burden of each part with all that it draws [kgCO2e].
        intensities: kgCO2e for each unit of a product flow.
        covered: share of its need that a limited draw gets from its source, by flow and row.
        stuck: processes in a loop that gives nothing out.
        unsized: whether an excluded process has no value, hence the exclusions no known size.
    """

    run: Run
    made: dict[str, float] = field(default_factory=dict)
    outputs: dict[str, list[Output]] = field(default_factory=dict)
    draws: dict[str, list[Draw]] = field(default_factory=dict)
    contributions: dict[str, list[Contribution]] = field(default_factory=dict)
    covered: dict[tuple[str, int | None], float] = field(default_factory=dict)
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    shares: dict[tuple[str, str], float] = field(default_factory=dict)
    rates: dict[tuple[str, str], float] = field(default_factory=dict)
    totals: dict[str, float] = field(default_factory=dict)
    intensities: dict[str, float] = field(default_factory=dict)
    stuck: set[str] = field(default_factory=set)
    unsized: bool = False

    def value(self, contribution: Contribution) -> float:
        """Give what a contribution adds [kgCO2e], only the uncovered rest of a limited draw."""
        if contribution.flow in self.run.rules.left_out:
            return 0.0
        return self.full_value(contribution) if contribution.rest else contribution.value

    def full_value(self, contribution: Contribution) -> float:
        """Give what a contribution would add if it were not left out."""
        if not contribution.rest:
            return contribution.value
        part = self.covered.get((contribution.flow, contribution.row), 0.0)
        return 0.0 if part >= 1.0 else contribution.value * (1.0 - part)

    def parts_of(self, processes: tuple[str, ...]) -> tuple[str, ...]:
        """Give the parts of processes."""
        if len(processes) == 1:
            return self.parts.get(processes[0], processes)
        return tuple(part for process in processes for part in self.parts.get(process, (process,)))

    def loops(self) -> tuple[tuple[str, ...], ...]:
        """Give the processes, suppliers first; those that supply each other together."""
        return loops_of(self.run.rules)

    def is_within(self, loop: tuple[str, ...]) -> bool:
        """Tell whether a process of a loop takes anything of another, or of itself."""
        for part in self.parts_of(loop):
            for draw in self.draws.get(part, ()):
                if draw.supplier in loop:
                    return any(map(any, self.takes(loop)))
        return False

    def takes(self, loop: tuple[str, ...]) -> Matrix:
        """Give what each part of the processes of a loop takes of the period of each."""
        place = {part: at for at, part in enumerate(self.parts_of(loop))}
        matrix = [[0.0] * len(place) for _ in place]
        for part, at in place.items():
            for draw in self.draws.get(part, ()):
                for other in self.parts_of((draw.supplier,)) if draw.supplier in loop else ():
                    rate = self.rates.get((other, draw.source), NAN)
                    matrix[at][place[other]] += draw.amount * rate
        return matrix


def network_of(run: Run) -> Network:
    """Solve the system of a finished run."""
    network = Network(run=run)
    for output in run.outputs:
        network.made[output.flow] = output.amount
        network.outputs.setdefault(output.part, []).append(output)
        parts = network.parts.get(output.process, ())
        if output.part not in parts:
            network.parts[output.process] = (*parts, output.part)
    for contribution in run.contributions:
        network.contributions.setdefault(contribution.part, []).append(contribution)
    network.covered = covered(run)
    for draw in taken(run, network.covered):
        network.draws.setdefault(draw.part, []).append(draw)
    for part, outputs in network.outputs.items():
        _rate(network, part, outputs)
    for loop in network.loops():
        parts = network.parts_of(loop)
        _total(network, loop, parts)
        for part in parts:
            _intensities(network, part)
    _report_dry_sources(network)
    return network


def _rate(network: Network, part: str, outputs: list[Output]) -> None:
    """Divide a part of a process among its products."""
    excluded = outputs[0].process in network.run.rules.excluded
    for output, share in zip(outputs, shares_of(network.run, outputs), strict=True):
        rate = share / output.amount if output.amount else NAN
        network.shares[part, output.flow] = share
        network.rates[part, output.flow] = 0.0 if excluded and math.isnan(rate) else rate
        network.unsized = network.unsized or (excluded and math.isnan(rate))


def _total(network: Network, loop: tuple[str, ...], parts: tuple[str, ...]) -> None:
    """Add to the burdens of a loop what its processes draw: T = E + outside + takes · T."""
    own = [_burden(network, part, loop) for part in parts]
    if not network.is_within(loop):
        network.totals.update(zip(parts, own, strict=True))
        return
    takes = network.takes(loop)
    whole = sum(map(sum, takes))
    totals = [NAN] * len(parts)
    if not math.isnan(whole) and not gives_out(takes):
        network.stuck.update(loop)
        network.run.find(loop_fault(network, loop))
    elif not math.isnan(whole + sum(own)):
        totals = solve(one_less(takes), own)
    network.totals.update(zip(parts, totals, strict=True))


def _burden(network: Network, part: str, loop: tuple[str, ...]) -> float:
    """Give what a part adds, and what comes with its draws from outside its loop [kgCO2e]."""
    own = outside = 0.0
    left_out = network.run.rules.left_out
    for contribution in network.contributions.get(part, ()):
        if contribution.flow not in left_out:
            own += network.full_value(contribution) if contribution.rest else contribution.value
    for draw in network.draws.get(part, ()):
        if draw.supplier not in loop:
            outside += _drawn(network, draw)
    return own + outside


def _drawn(network: Network, draw: Draw) -> float:
    if draw.supplier in network.run.rules.excluded:
        return 0.0
    for part in network.parts_of((draw.supplier,)):
        if network.rates.get((part, draw.source)) != 0:
            return draw.amount * network.intensities.get(draw.source, NAN)
    return draw.amount * 0.0  # what bears nothing bears nothing, however great the burden


def _intensities(network: Network, part: str) -> None:
    total, outputs = network.totals[part], network.outputs.get(part, [])
    for output in outputs:
        before = network.intensities.get(output.flow, 0.0)
        network.intensities[output.flow] = before + network.rates[part, output.flow] * total
        if not output.amount and total != 0 and _bears(network.shares[part, output.flow], outputs):
            report_zero_output(network, output.flow)


def _bears(share: float, outputs: list[Output]) -> bool:
    """Tell whether a share is known to bear anything; an unknown one is where nothing is made."""
    return not any(output.amount for output in outputs) if math.isnan(share) else share != 0


def report_zero_output(network: Network, flow: str) -> None:
    """Report a product that is asked for but was not made."""
    process = flow.partition(".")[0]
    if process not in network.run.rules.excluded:
        label = network.run.calculator.values[flow].label
        network.run.find(finding(ZERO_OUTPUT, flow, clause=process, what=label))


def _report_dry_sources(network: Network) -> None:
    """Report draws from what was not made, and from processes that do not run."""
    run = network.run
    for draw in chain.from_iterable(network.draws.values()):
        if draw.supplier in run.rules.excluded:
            continue
        if draw.source in network.made:
            if not network.made[draw.source]:
                report_zero_output(network, draw.source)
        elif draw.supplier not in run.spoiled:
            run.find(_not_running(run, draw))


def _not_running(run: Run, draw: Draw) -> Finding:
    label = run.calculator.processes[draw.supplier][0]
    at = shown(draw.flow.rpartition(".")[0], draw.row, draw.flow)
    what, source = run.label(draw.flow), draw.source
    return finding(SOURCE_NOT_RUNNING, at, what=what, source=source, supplier=label)


def loop_fault(network: Network, loop: tuple[str, ...]) -> Finding:
    """Report a loop that takes at least what it makes."""
    labels = [network.run.calculator.processes[process][0] for process in (*loop, loop[0])]
    words = " → ".join(label.zh for label in labels), " → ".join(label.en for label in labels)
    return finding(SINGULAR_LOOP, loop[0], loop=Text(zh=words[0], en=words[1]))
