"""What a rule book makes of what a run recorded: potentials, what is left out, cut links.

The amounts of a plant are the same under rule books that calculate them alike. So they are
calculated once, and every rule book has its own say on them here.
"""

from guiju_runtime.arithmetic import NAN
from guiju_runtime.burdens import Contribution, Emission
from guiju_runtime.calculation_codes import UNKNOWN_POTENTIAL
from guiju_runtime.findings import finding
from guiju_runtime.given import shown
from guiju_runtime.run import Run

SURELY_FINITE = 1e290
"""A mass below this [kg] times any potential is a number that a float can hold."""


def surely_characterised(run: Run) -> bool:
    """Tell whether there is nothing to report when the gases of a run are weighed."""
    table = run.rules.gwp
    return all(
        one.gas is not None
        and ((one.gas, "") in table or (one.gas, one.origin) in table)
        and -SURELY_FINITE < one.mass < SURELY_FINITE
        for one in run.recorded
        if isinstance(one, Emission)
    )


def characterise(run: Run) -> None:
    """Give a run the contributions and draws that count by its rule book."""
    run.contributions.extend(
        [_emitted(run, one) if isinstance(one, Emission) else one for one in run.recorded]
    )
    cut = run.rules.cut
    run.draws.extend([draw for draw in run.linked if draw.flow not in cut] if cut else run.linked)


def _emitted(run: Run, one: Emission) -> Contribution:
    """Weigh a mass of gas with its potential; biogenic CO2 may stand beside the footprint."""
    rules = run.rules
    value = one.mass * _potential(run, one)
    apart = one.gas == "CO2" and one.origin == "biogenic" and not rules.counts_biogenic
    return Contribution(
        one.process,
        one.process,
        one.flow,
        one.row,
        "emission",
        one.gas or "",
        one.origin,
        one.amount,
        0.0 if apart else run.finite(one.flow, one.row, value),
        value if apart else 0.0,
        False,
    )


def _potential(run: Run, one: Emission) -> float:
    """Give the potential of a gas [kgCO2e/kg]."""
    if one.gas is None:
        return NAN
    table = run.rules.gwp
    found = table.get((one.gas, one.origin), table.get((one.gas, "")))
    if found is not None:
        return found
    at, gwp_set = shown(run.index.groups.get(one.flow, ""), one.row, one.flow), run.rules.gwp_set
    run.find(finding(UNKNOWN_POTENTIAL, at, gas=one.gas, gwp_set=gwp_set))
    return NAN
