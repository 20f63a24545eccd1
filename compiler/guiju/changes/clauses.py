"""The number of the clause that prints a thing."""

from collections.abc import Iterator

from guiju.changes.model import Edition, What
from guiju.changes.things import Thing
from guiju.documents.clause_numbers import cited_clauses
from guiju.documents.from_plan import from_plan
from guiju.documents.model import Annex, Clause, StandardDocument, Term
from guiju.documents.numbering import number
from guiju.plan.model import CalculationPlan
from guiju_dsl.standard.model import BoundStandard
from guiju_runtime.messages import Language

COLLECTION = "annex.collection"


def edition_of(plan: CalculationPlan, language: Language = "zh") -> Edition:
    """Give a standard with the clauses that its document prints, titles in ``language``.

    A library prints no document.
    """
    if plan.graph.standard.names.head.kind == "library":
        return Edition(plan=plan, clauses={}, headings={}, cited={})
    document = from_plan(plan, language, drawn=False)
    printed = number(document)
    return Edition(
        plan=plan,
        clauses=printed.numbers,
        headings=dict(_headings(document, printed.numbers)),
        cited=cited_clauses(plan, printed),
    )


def _headings(
    document: StandardDocument, printed: dict[str, str]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give the heading over everything that has an id in a document."""
    parts: tuple[Clause | Annex | Term, ...] = (*document.clauses, *document.annexes)
    waiting = [(part, ("", "")) for part in parts]
    while waiting:
        part, above = waiting.pop()
        title = "" if isinstance(part, Term) else part.title
        heading = (printed[part.id], title) if title else above
        yield part.id, heading
        content = () if isinstance(part, Term) else part.content
        waiting += ((one, heading) for one in content if isinstance(one, Clause | Term))


def clause_of(thing: Thing, what: What, edition: Edition) -> str:
    """Give the id of the clause that prints ``what`` of a thing, or nothing."""
    standard = edition.plan.graph.standard
    if what == "provision" and thing.what == "provision":
        cited = next((p.path for p in standard.rules.provisions if p.span == thing.item.span), "")
        return edition.cited.get(cited) or (thing.name if thing.name in edition.clauses else "")
    homes = (*_homes(thing, what), *_around(thing, what, standard))
    return next((home for home in homes if home in edition.clauses), "")


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
