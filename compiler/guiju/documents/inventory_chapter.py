"""Chapter 6: collecting, validating and relating data, allocation, electricity."""

from guiju.documents.drafting import Drafting
from guiju.documents.manuscript import clauses
from guiju.documents.model import Clause, Table
from guiju.documents.provisions import Entry
from guiju.documents.ranges import expected


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
        electricity=slot("electricity"),
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
    """Give what the source says of the allocation of each process."""
    return [
        Entry(id=f"allocation.{process.path}", words=drafting.text(process.allocation))
        for process in drafting.rules.processes
        if process.allocation.zh
    ]
