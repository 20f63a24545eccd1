"""Chapter 6: collecting, validating and relating data, allocation, electricity."""

from guiju.documents.drafting import Drafting
from guiju.documents.manuscript import clauses
from guiju.documents.model import Clause, Table
from guiju.documents.provisions import Entry
from guiju.documents.ranges import expected
from guiju.plan.model import ProductFlow


def inventory(drafting: Drafting) -> tuple[Clause, ...]:
    """Write 清单分析."""
    provisions = drafting.provisions

    def slot(name: str, before: list[Entry] | None = None, after: list[Entry] | None = None) -> str:
        return provisions.siblings(name, 2, before or [], after or [])

    rows = expected(drafting, results=False)
    tested = provisions.of_kind("data")
    manuscript = drafting.phrases.fill(
        "inventory",
        collection=slot(
            "data_collection", after=[drafting.said("data_collection.annex", "collect_by_annex")]
        ),
        validation=slot("data_validation", after=[*ranges_entry(drafting, rows), *tested]),
        relation=slot("data_relation"),
        refinement=slot("boundary_refinement"),
        allocation=slot("allocation", after=allocations(drafting)),
        electricity=slot("electricity") if "electricity" in provisions.clauses else "",
    )
    return clauses(manuscript, {"table.ranges": (ranges_table(drafting, rows),)})


def ranges_entry(drafting: Drafting, rows: list[tuple[str, str, str, str]]) -> list[Entry]:
    """Say where the usual ranges are."""
    if not rows:
        return []
    said = drafting.said("data_validation.ranges", "usual_ranges")
    return [Entry(id=said.id, words=f"{said.words}\n% table.ranges")]


def ranges_table(drafting: Drafting, rows: list[tuple[str, str, str, str]]) -> Table:
    """Build the table of usual ranges; a process is named in its first row."""
    heads = (("process", 0.2), ("indicator", 0.38), ("range", 0.22), ("remark", 0.2))
    return drafting.table(
        "table.ranges",
        drafting.say("title_ranges"),
        [(drafting.head(name), share) for name, share in heads],
        rows,
        wordy=(1,),
    )


def allocations(drafting: Drafting) -> list[Entry]:
    """Say by what the burden of each process with several products is divided."""
    return [
        drafting.said(
            f"allocation.{process.path}",
            "allocated_by",
            drafting.text(process.label),
            basis_words(drafting, process.allocation.zh, products[0].flow),
            [f"share.{product.flow}" for product in products],
        )
        for process in drafting.rules.processes
        if process.allocation.zh and (products := shared(drafting, process.path))
    ]


def shared(drafting: Drafting, process: str) -> tuple[ProductFlow, ...]:
    """Give the products of a process if there are several."""
    plan = next(p for p in drafting.plan.rules.processes if p.path == process)
    return plan.products if len(plan.products) > 1 else ()


def basis_words(drafting: Drafting, basis: str, flow: str) -> str:
    """Name the basis of an allocation: mass and energy by their words, a property by its label."""
    thing = drafting.symbols.things.get(f"{flow}.{basis}")
    if thing is not None:
        return drafting.text(thing.label)
    return drafting.say("predeclared_label", basis)
