"""Which data a footprint hangs on under a rule book."""

from collections.abc import Iterable, Iterator

from guiju.plan.model import Collect, Compute, ProcessPlan, RulePlan, Series, Step
from guiju_dsl.standard.expressions import Expression, readings


def counted_data(rules: RulePlan) -> frozenset[str]:
    """Give the paths of the data that can change a footprint under ``rules``."""
    reads = {step.path: frozenset(_behind(step)) for step in rules.steps}
    found = set(_read(outcome.reference_flow for outcome in rules.outcomes))
    for process in live(rules):
        found.update(_roots(process, frozenset(one.path for one in live(rules))))
    more = found
    while more:
        more = {path for name in more for path in reads.get(name, ())} - found
        found |= more
    return frozenset(step.path for step in rules.steps if isinstance(step, Collect)) & found


def live(rules: RulePlan) -> tuple[ProcessPlan, ...]:
    """Give the processes that add something: of their own, or through what they draw."""
    alive = {p.path for p in rules.processes if any(not c.excluded for c in p.contributions)}
    more = True
    while more:
        drawing = {
            process.path
            for process in rules.processes
            if any(not draw.excluded and draw.supplier in alive for draw in process.draws)
        }
        more = not drawing <= alive
        alive |= drawing
    return tuple(process for process in rules.processes if process.path in alive)


def _roots(process: ProcessPlan, alive: frozenset[str]) -> Iterator[str]:
    """Give what is read directly for the burden of a process and for its products."""
    for one in process.contributions:
        if not one.excluded:
            yield one.amount
            yield from _read((one.rate, one.gas if not isinstance(one.gas, str) else None))
    yield from (d.amount for d in process.draws if not d.excluded and d.supplier in alive)
    yield from (product.amount for product in process.products)
    yield from _read((*process.sharing(), process.per, process.only_when))


def _behind(step: Step) -> Iterator[str]:
    match step:
        case Collect():
            return _read((step.default, step.only_when))
        case Compute():
            return _read((step.value, step.only_when))
        case Series():
            return _read((step.low, step.high))


def _read(formulas: Iterable[Expression | None]) -> Iterator[str]:
    return (one.path for formula in formulas if formula is not None for one in readings(formula))
