"""What would give confidential data away: they themselves and all that is made of them."""

from collections.abc import Iterable, Iterator

from guiju.plan.model import CalculationPlan, Collect, ProcessPlan, RulePlan, Step
from guiju.plan.ordering import formulas_of
from guiju_dsl.standard.expressions import Expression, readings


def confidential(plan: CalculationPlan) -> frozenset[str]:
    """Give the paths of what no result shows.

    These are the confidential data; the values, flows, provisions and further results whose
    formulas read them, through other values, too; a product's ``….reference_flow``; and a process
    for the shares that its products have by them.
    """
    secret = {datum.path for datum in plan.data_model.data if datum.confidential}
    if not secret:
        return frozenset()
    books = (plan.rules, *plan.profiles)
    made = {name: read for book in books for name, read in _made(book)}
    more = True
    while more:
        found = {name for name, read in made.items() if read & secret} - secret
        secret |= found
        more = bool(found)
    return frozenset(secret)


def _made(rules: RulePlan) -> Iterator[tuple[str, frozenset[str]]]:
    """Give what a rule book makes, with what each of it reads."""
    for step in (*rules.steps, *rules.results):
        yield step.path, _read_by(*_counted(step))
    for process in rules.processes:
        yield from _of_process(process)
    for outcome in rules.outcomes:
        yield f"{outcome.name}.reference_flow", _read_by(outcome.reference_flow)
    for provision in rules.provisions:
        yield provision.path, _read_by(provision.condition)


def _counted(step: Step) -> tuple[Expression, ...]:
    """Give the formulas that a value comes from; a datum comes from none."""
    return () if isinstance(step, Collect) else formulas_of(step)


def _of_process(process: ProcessPlan) -> Iterator[tuple[str, frozenset[str]]]:
    yield process.path, _read_by(*process.sharing())
    for one in process.contributions:
        gas = one.gas if not isinstance(one.gas, str) else None
        yield one.flow, _read_by(one.rate, gas) | {one.amount}


def _read_by(*formulas: Expression | None) -> frozenset[str]:
    return frozenset(r.path for f in formulas if f is not None for r in readings(f))


def public(plan: CalculationPlan, outputs: Iterable[str]) -> list[str]:
    """Give those of the columns of a table of results that do not give confidential data away.

    Which lines of a breakdown may stand alone differs from declaration to declaration; a table has
    none of them where a contribution is confidential.
    """
    secret = confidential(plan)
    flows = {one.flow for process in plan.rules.processes for one in process.contributions}
    parts = ("by_process.", "by_stage.", "by_gas.", "by_origin.") if flows & secret else ()
    named = {f"results.{path}" for path in secret} | secret
    named |= {f"{profile.name}.{path}" for profile in plan.profiles for path in secret}
    return [name for name in outputs if name not in named and not name.startswith(parts)]
