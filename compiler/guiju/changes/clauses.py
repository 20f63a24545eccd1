"""The number of the clause that prints a thing."""

from collections.abc import Iterator

from guiju.changes.model import Edition, What
from guiju.changes.things import Thing
from guiju.documents.clause_numbers import cited_numbers, printed_numbers
from guiju.plan.model import CalculationPlan
from guiju_dsl.standard.model import BoundStandard

COLLECTION = "annex.collection"


def edition_of(plan: CalculationPlan) -> Edition:
    """Give a standard with the clause numbers that its document prints; a library has none."""
    if plan.graph.standard.names.head.kind == "library":
        return Edition(plan=plan, clauses={}, cited={})
    printed = printed_numbers(plan)
    return Edition(plan=plan, clauses=printed, cited=cited_numbers(plan, printed))


def clause_of(thing: Thing, what: What, edition: Edition) -> str:
    """Give the number of the clause that prints ``what`` of a thing, or nothing."""
    standard = edition.plan.graph.standard
    if what == "provision" and thing.what == "provision":
        cited = next((p.path for p in standard.rules.provisions if p.span == thing.item.span), "")
        return edition.cited.get(cited) or edition.clauses.get(thing.name, "")
    homes = (*_homes(thing, what), *_around(thing, what, standard))
    return next((edition.clauses[home] for home in homes if home in edition.clauses), "")


_FIXED: dict[str, tuple[str, ...]] = {
    "citation": ("section.references",),
    "product": ("unit_choice.unit", "unit_choice"),
    "boundary": ("system_boundary.text", "system_boundary.general"),
    "exclusion": ("section.exclusions", "system_boundary.general"),
    "gwp": ("gwp_main", "annex.gwp"),
    "quality": ("section.data_quality",),
    "level": ("quality_levels", "section.data_quality"),
    "result": ("section.footprint",),
    "profile": ("section.profiles",),
    "example": ("annex.example",),
    "choice": (COLLECTION,),
    "range": ("data_validation.ranges", "interpretation.ranges"),
}
_FIELDS: dict[str, tuple[str, ...]] = {
    "gwp": ("gwp_used", "impact_general.gwp"),
    "biogenic_carbon": ("carbon_apart", "section.impact_general"),
    "extends": ("goal.follows",),
}


def _homes(thing: Thing, what: What) -> Iterator[str]:
    """Give the clauses that may print a thing itself, the nearest first."""
    if thing.key.startswith("indicator:"):
        yield from _FIXED["level"]
    yield from _FIXED.get(what, ())
    match what:
        case "metadata":
            yield from _FIELDS.get(thing.name, ())
        case "term" | "stage":
            yield f"{what}.{thing.name}"
        case "clause":
            yield thing.name
        case "factor":
            yield from (f"factors_of.{thing.id}", "factors_single", "annex.factors")
        case "allocation":
            yield from (f"allocation.{thing.id}", "allocation")
        case _:
            pass


def _around(thing: Thing, what: What, standard: BoundStandard) -> Iterator[str]:
    """Give the clauses of the process that a thing is in."""
    process = thing.id.partition(".")[0]
    stage = next((p.stage for p in standard.rules.processes if p.path == process), "")
    if what in ("datum", "limit", "group") or (what == "flow" and collected(thing, standard)):
        yield from (f"collection_of.{process}", "collection_of.general", COLLECTION)
    yield from (f"process.{process}", f"stage.{stage}")
    if what == "formula" and not stage:
        yield "section.impact_general"


def collected(thing: Thing, standard: BoundStandard) -> bool:
    """Tell whether the amount of a flow is collected."""
    return any(datum.path == thing.id for datum in standard.rules.data)
