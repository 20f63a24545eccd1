"""Chapter 6: collecting, validating and relating data, allocation, electricity."""

from collections.abc import Iterator

from guiju.documents.drafting import Drafting
from guiju.documents.equations import share_id
from guiju.documents.manuscript import clauses
from guiju.documents.model import Clause, Table
from guiju.documents.provisions import SIDES, Entry
from guiju.documents.ranges import expected
from guiju.documents.sharing import share_of
from guiju.plan.model import ProcessPlan, ProductFlow
from guiju_dsl.standard.model import Process


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
        electricity=slot("electricity")
        if "electricity" in provisions.clauses
        else "\n".join(provisions.beside("electricity", side, 2) for side in SIDES),
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
    plans = {plan.path: plan for plan in drafting.plan.rules.processes}
    return [
        entry
        for process in drafting.rules.processes
        if len(plans[process.path].products) > 1
        for entry in allocation(drafting, process, plans[process.path])
    ]


def allocation(drafting: Drafting, process: Process, plan: ProcessPlan) -> Iterator[Entry]:
    """Say how one process is shared, then what is shared in another way, then what is credited."""
    labels = {a.input: a.label.zh for a in process.allocations}
    name, first = drafting.text(process.label), plan.products[0].flow
    yield drafting.said(
        f"allocation.{process.path}",
        "allocated_by",
        name,
        basis_words(drafting, labels.get("", ""), first),
        shares(drafting, plan, plan.products, process.path),
    )
    for apart in plan.apart:
        yield drafting.said(
            f"allocation.{apart.flow}",
            "input_allocated_by",
            name,
            drafting.text(apart.label),
            basis_words(drafting, labels[apart.flow], first),
            shares(drafting, plan, apart.products, apart.flow),
        )
    for one in plan.contributions:
        if one.kind == "credit" and not one.excluded:
            label = drafting.text(one.label)
            yield drafting.said(f"allocation.{one.flow}", "substituted", name, label)


def shares(
    drafting: Drafting, plan: ProcessPlan, products: tuple[ProductFlow, ...], part: str
) -> list[tuple[str, str]]:
    """Give the formulas of the shares of ``part``: of three or more in a row first and last."""
    place = {led.equation.id: at for at, led in enumerate(drafting.equations.of(plan.path))}
    rows: list[list[str]] = []
    for id in (share_id(share_of(product, part)) for product in products):
        if rows and place[id] == place[rows[-1][-1]] + 1:
            rows[-1].append(id)
        else:
            rows.append([id])
    return [
        ends
        for row in rows
        for ends in ([(row[0], row[-1])] if len(row) > 2 else zip(row, row, strict=True))
    ]


def basis_words(drafting: Drafting, basis: str, flow: str) -> str:
    """Name the basis of an allocation: mass and energy by their words, a property by its label."""
    if not basis:
        return ""
    thing = drafting.symbols.things.get(f"{flow}.{basis}")
    if thing is not None:
        product = drafting.symbols.things[flow].label
        return drafting.text(thing.label).removeprefix(drafting.text(product)).strip()
    return drafting.say("predeclared_label", basis)
