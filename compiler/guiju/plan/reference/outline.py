"""What of a rule book is the same for every declaration: found once, looked up by name."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from guiju.plan.absence import absence_of
from guiju.plan.model import RulePlan, Step
from guiju.plan.ordering import read_by
from guiju.plan.same import Same
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import Provision, Table, TableRow


class Outline(Struct, frozen=True, kw_only=True):
    """A rule book by names.

    Attributes:
        guards: the condition under which each process runs.
        excluded: the processes that contribute nothing at all.
        limits: those of processes as a whole; ``after`` those of values, by the step after which
            all that they read is there.
        potentials: [kgCO2e/kg] by gas and origin.
        chosen: rows that were looked up, by table and keys; it grows.
        reads: what a value or the tier that is taken of it reads, by path and tier; it grows.
        optional: values that may be absent as seen from within their process.
    """

    steps: Mapping[str, Step]
    guards: Mapping[str, Expression | None]
    excluded: frozenset[str]
    limits: tuple[Provision, ...]
    after: Mapping[str, tuple[Provision, ...]]
    tables: Mapping[str, Table]
    potentials: Mapping[tuple[str, str], Fraction]
    chosen: dict[tuple[object, ...], TableRow]
    reads: dict[tuple[str, int | None], tuple[str, ...]]
    optional: frozenset[str]


@lru_cache(maxsize=32)
def outline_of(whole: Same[RulePlan]) -> Outline:
    """Give the outline of a rule book."""
    plan = whole.value
    limits = [p for p in plan.provisions if p.force == "limit" and p.condition is not None]
    return Outline(
        steps={step.path: step for step in plan.steps},
        guards={process.path: process.only_when for process in plan.processes},
        excluded=frozenset(process.path for process in plan.processes if process.excluded),
        limits=tuple(limit for limit in limits if not limit.tested),
        after=_after(plan, [limit for limit in limits if limit.tested]),
        tables={table.path: table for table in plan.tables},
        potentials={(name, of): value for name, of, value in plan.gwp},
        chosen={},
        reads={},
        optional=absence_of(plan).inside,
    )


def _after(plan: RulePlan, limits: list[Provision]) -> dict[str, tuple[Provision, ...]]:
    """Give limits of values by the last step that they read, at the latest the first of all."""
    order = {step.path: number for number, step in enumerate(plan.steps)}
    after: dict[str, tuple[Provision, ...]] = {}
    for limit in limits if plan.steps else ():
        assert limit.condition is not None
        last = max(order.get(path, 0) for path in (limit.tested, *read_by(limit.condition)))
        path = plan.steps[last].path
        after[path] = (*after.get(path, ()), limit)
    return after
