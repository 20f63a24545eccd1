"""The printed clause of everything that a finding can be about, by its stable id."""

from collections.abc import Iterator
from functools import lru_cache

from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import Numbers, number
from guiju.documents.provisions import kind_of
from guiju.documents.ranges import speaks_of_result
from guiju.plan.model import CalculationPlan, Compute
from guiju.plan.same import Same
from guiju_dsl.standard.model import Provision

VALIDATION = ("data_validation.general", "data_validation")
HOMES = {
    "cut_off": ("cut_off.general", "cut_off"),
    "quality": ("section.data_quality",),
    "data": VALIDATION,
    "product": ("product_description.general", "product_description"),
}
DATA_OF_NO_PROCESS = "collection_of.general"
MEASURES = {
    "primary_share": ("section.data_quality",),
    "score": ("quality_score", "annex.quality", "section.data_quality"),
    **dict.fromkeys(("excluded_largest", "excluded_total"), HOMES["cut_off"]),
}
LEVELS = ("quality_levels", "annex.quality")


def clause_numbers(plan: CalculationPlan) -> dict[str, str]:
    """Give the number of the clause that prints each process, provision, factor, datum and value.

    A provision without a number of its own takes that of the clause that it stands in.
    """
    printed = _printed(Same(plan))
    return {id: printed.numbers[clause] for id, clause in cited_clauses(plan, printed).items()}


@lru_cache(maxsize=4)
def _printed(plan: Same[CalculationPlan]) -> Numbers:
    """Write the whole document for its numbers: once for calculators in several languages."""
    return number(from_plan(plan.value, "zh", drawn=False))


def cited_clauses(plan: CalculationPlan, printed: Numbers) -> dict[str, str]:
    """Give the clause among ``printed`` of whatever has one, by id."""
    found = {}
    for id, homes in (*_homes_of_results(plan), *_homes(plan)):
        at = next((home for home in homes if home in printed.numbers), None)
        if at is not None:
            found[id] = printed.within.get(at, at)
    return found


def _homes_of_results(plan: CalculationPlan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what is calculated outside processes, and what gases count for, with its clauses."""
    yield from MEASURES.items()
    for stage in plan.graph.standard.rules.stages:
        yield f"stage.{stage.name}", (f"stage.{stage.name}",)
    for indicator in plan.graph.standard.indicators:
        yield indicator.name, LEVELS
    for book in (*plan.profiles, plan.rules):
        is_main = book.gwp_set == plan.rules.gwp_set
        yield book.gwp_set, ("gwp_main" if is_main else "gwp_others", "annex.gwp")
    for outcome in plan.rules.outcomes:
        yield outcome.name, (f"footprint.{outcome.name}", "section.footprint")
    for step in (*plan.rules.steps, *plan.rules.results):
        if isinstance(step, Compute) and not step.process:
            yield step.path, (f"formula.{step.path}", f"result.{step.path}")


def _homes(plan: CalculationPlan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each id with the clauses that may print it, the nearest first."""
    standard = plan.graph.standard
    for process in standard.rules.processes:
        yield process.path, (f"process.{process.path}", f"stage.{process.stage}")
    clauses = {p.path: c.name for c in standard.clauses for p in c.provisions}
    cited = (p for p in standard.rules.provisions if p.force != "limit")
    for provision in cited:
        clause = clauses.get(provision.path)
        around = (f"{clause}.general", clause) if clause else _places(provision)
        yield provision.path, (provision.path, *around)
    for table in standard.rules.tables:
        yield table.path, (f"factors_of.{table.path}", "factors_single", "annex.factors")
    for datum in standard.rules.data:
        if not datum.process:
            yield datum.path, (DATA_OF_NO_PROCESS, "annex.collection")


def _places(provision: Provision) -> tuple[str, ...]:
    """Give the clauses that print a provision that the source puts into none."""
    if provision.force == "expect":
        if speaks_of_result(provision):
            return ("interpretation.ranges", "interpretation")
        return ("data_validation.ranges", *VALIDATION)
    return HOMES[kind_of(provision)]
