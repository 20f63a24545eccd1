"""Intensities of all products and contributions to one of them, from burdens, draws and outputs.

For product k of process p with share a(p,k), burden E_p and draws from_j:

    i(p,k) = a(p,k) · (E_p + Σ_j from_j · i(source of j)) / amount(p,k)

Processes come suppliers first; those that supply each other are solved together.
"""

from dataclasses import dataclass, field

from guiju_runtime.arithmetic import NAN
from guiju_runtime.calculation_codes import SINGULAR_LOOP, ZERO_OUTPUT
from guiju_runtime.findings import Finding, finding
from guiju_runtime.linear import Singular, solve
from guiju_runtime.run import Contribution, Draw, Output, Run


@dataclass(slots=True)
class Network:
    """The solved system of one run.

    Attributes:
        shares: allocation share of each product flow.
        intensities: kgCO2e for each unit of a product flow.
        covered: share of its need that a limited draw gets from its source, by flow and row.
    """

    run: Run
    shares: dict[str, float] = field(default_factory=dict)
    intensities: dict[str, float] = field(default_factory=dict)
    covered: dict[tuple[str, int | None], float] = field(default_factory=dict)
    outputs: dict[str, list[Output]] = field(default_factory=dict)
    draws: dict[str, list[Draw]] = field(default_factory=dict)
    contributions: dict[str, list[Contribution]] = field(default_factory=dict)
    amounts: dict[str, float] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def value(self, contribution: Contribution) -> float:
        """Give what a contribution adds [kgCO2e], only the uncovered rest of a limited draw."""
        if contribution.left_out:
            return 0.0
        return self.full_value(contribution)

    def full_value(self, contribution: Contribution) -> float:
        """Give what a contribution would add if it were not left out."""
        if not contribution.rest:
            return contribution.value
        covered = self.covered.get((contribution.flow, contribution.row), 0.0)
        return contribution.value * (1.0 - covered) if covered < 1.0 else 0.0

    def burden(self, process: str) -> float:
        """Give the own burden of a process [kgCO2e]."""
        return sum((self.value(c) for c in self.contributions.get(process, ())), 0.0)


def network_of(run: Run) -> Network:
    """Solve the system of ``run``."""
    network = Network(run)
    for output in run.outputs:
        if output.process not in run.idle:
            network.outputs.setdefault(output.process, []).append(output)
            network.amounts[output.flow] = output.amount
    for contribution in run.contributions:
        network.contributions.setdefault(contribution.process, []).append(contribution)
    _cover(network)
    for outputs in network.outputs.values():
        _share(network, outputs)
    in_loop = {process: loop for loop in run.rules.loops for process in loop}
    for process in run.rules.order:
        loop = in_loop.get(process)
        if loop is None:
            _intensity(network, process)
        elif process == loop[0]:
            _loop_intensities(network, loop)
    return network


def _cover(network: Network) -> None:
    """Let each source serve those who have no other first, then the limited ones pro rata."""
    run = network.run
    needs: dict[str, float] = {}
    firm: dict[str, float] = {}
    for draw in run.draws:
        totals = needs if draw.limited else firm
        totals[draw.source] = totals.get(draw.source, 0.0) + draw.amount
    for draw in run.draws:
        amount = draw.amount
        if draw.limited:
            left = max(network.amounts.get(draw.source, 0.0) - firm.get(draw.source, 0.0), 0.0)
            need = needs[draw.source]
            covered = 1.0 if left >= need else left / need
            network.covered[draw.flow, draw.row] = covered
            amount *= covered
        if amount:
            taken = Draw(
                draw.process, draw.flow, draw.row, draw.supplier, draw.source, amount, draw.limited
            )
            network.draws.setdefault(draw.process, []).append(taken)


def _share(network: Network, outputs: list[Output]) -> None:
    """Divide the burden of a process among its products; the shares sum to 1."""
    fixed = sum(output.share for output in outputs if output.share is not None)
    free = [output for output in outputs if output.share is None]
    bases = [output.basis if output.basis is not None else 1.0 for output in free]
    whole = sum(bases)
    for output, basis in zip(free, bases, strict=True):
        network.shares[output.flow] = (1.0 - fixed) * (basis / whole if whole else 0.0)
    for output in outputs:
        if output.share is not None:
            network.shares[output.flow] = output.share


def _drawn(network: Network, process: str) -> float:
    """Give the burden that comes with what a process draws [kgCO2e]."""
    draws = network.draws.get(process, ())
    return sum((d.amount * network.intensities.get(d.source, NAN) for d in draws), 0.0)


def _intensity(network: Network, process: str) -> None:
    total = network.burden(process) + _drawn(network, process)
    for output in network.outputs.get(process, ()):
        share = network.shares[output.flow] * total
        network.intensities[output.flow] = _per_unit(network, output, share)


def _per_unit(network: Network, output: Output, share: float) -> float:
    """Divide by the amount made; nothing made and nothing borne is an intensity of 0."""
    if output.amount:
        return share / output.amount
    if share == 0:
        return 0.0
    label = network.run.calculator.values[output.flow].label
    found = finding(ZERO_OUTPUT, output.flow, clause=output.process, what=label)
    if found not in network.findings:
        network.findings.append(found)
    return NAN


def _loop_intensities(network: Network, loop: tuple[str, ...]) -> None:
    """Solve amount · i − share · Σ from · i = share · E for all products of a loop."""
    outputs = [output for process in loop for output in network.outputs.get(process, ())]
    place = {output.flow: at for at, output in enumerate(outputs)}
    rows, right = [], []
    for output in outputs:
        share = network.shares[output.flow]
        row = [0.0] * len(outputs)
        row[place[output.flow]] += output.amount
        outside = network.burden(output.process)
        for draw in network.draws.get(output.process, ()):
            if draw.source in place:
                row[place[draw.source]] -= share * draw.amount
            else:
                outside += draw.amount * network.intensities.get(draw.source, NAN)
        rows.append(row)
        right.append(share * outside)
    try:
        solution = solve(rows, right)
    except Singular:
        solution = [NAN] * len(outputs)
        network.findings.append(loop_fault(loop))
    for output, intensity in zip(outputs, solution, strict=True):
        network.intensities[output.flow] = intensity


def loop_fault(loop: tuple[str, ...]) -> Finding:
    """Report a loop that takes at least what it makes."""
    return finding(SINGULAR_LOOP, loop[0], loop=" → ".join((*loop, loop[0])))


def activity(network: Network, flow: str, amount: float) -> dict[str, float]:
    """Tell how much of each process it takes to deliver ``amount`` of ``flow``.

    Returns:
        For each process the part of its reported period that is due to this delivery.
    """
    run = network.run
    demand: dict[str, float] = {flow: amount}
    needed: dict[str, float] = {}
    in_loop = {process: loop for loop in run.rules.loops for process in loop}
    done: set[str] = set()
    for process in reversed(run.rules.order):
        loop = in_loop.get(process, (process,))
        if loop[0] in done:
            continue
        done.add(loop[0])
        levels = _levels(network, loop, demand)
        for member in loop:
            needed[member] = levels[member]
            for draw in network.draws.get(member, ()) if levels[member] else ():
                if draw.supplier not in loop:
                    demand[draw.source] = demand.get(draw.source, 0.0) + levels[member] * draw.amount
    return needed


def _levels(
    network: Network, loop: tuple[str, ...], demand: dict[str, float]
) -> dict[str, float]:
    """Give the level of each process of a loop for the demand on it from outside."""

    def rate(flow: str) -> float:
        amount = network.amounts.get(flow, 0.0)
        return network.shares[flow] / amount if amount else 0.0

    due = {
        process: sum(
            demand.get(output.flow, 0.0) * rate(output.flow)
            for output in network.outputs.get(process, ())
        )
        for process in loop
    }
    inner = [d for p in loop for d in network.draws.get(p, ()) if d.supplier in loop]
    if not inner:
        return due
    place = {process: at for at, process in enumerate(loop)}
    rows = [[1.0 if a == b else 0.0 for b in range(len(loop))] for a in range(len(loop))]
    for draw in inner:
        if draw.source in network.amounts:
            rows[place[draw.supplier]][place[draw.process]] -= draw.amount * rate(draw.source)
    try:
        solution = solve(rows, [due[process] for process in loop])
    except Singular:
        solution = [NAN] * len(loop)
    if any(level < 0 for level in solution):
        network.findings.append(loop_fault(loop))
        solution = [NAN] * len(loop)
    return dict(zip(loop, solution, strict=True))
