"""The printed clause of everything that a finding can be about, by its stable id."""

from collections.abc import Container, Iterator, Mapping
from functools import lru_cache

from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.provisions import kind_of
from guiju.documents.ranges import speaks_of_result
from guiju.plan.model import CalculationPlan
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


def clause_numbers(plan: CalculationPlan) -> dict[str, str]:
    """Give the number that the document prints for each process, provision, factor and datum.

    A provision without a number of its own takes that of the clause that it stands in.
    """
    printed = _printed(Same(plan))
    return {id: printed[clause] for id, clause in cited_clauses(plan, printed).items()}


@lru_cache(maxsize=4)
def _printed(plan: Same[CalculationPlan]) -> Mapping[str, str]:
    """Write the whole document for its numbers: once for calculators in several languages."""
    return number(from_plan(plan.value, "zh", drawn=False)).numbers


def cited_clauses(plan: CalculationPlan, printed: Container[str]) -> dict[str, str]:
    """Give the clause among ``printed`` of each process, provision, factor and datum, by id."""
    found = {}
    for id, homes in _homes(plan):
        at = next((home for home in homes if home in printed), None)
        if at is not None:
            found[id] = at
    return found


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
