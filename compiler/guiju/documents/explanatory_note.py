"""The explanatory note (编制说明) of a standard: what its source and trial calculations know.

Sections of the checklist, BZ; the note is written in Chinese, for the body that examines the draft.
"""

from collections.abc import Sequence

from guiju.documents.drafting import Drafting, title_segments
from guiju.documents.from_plan import identity
from guiju.documents.inventory_chapter import basis_words
from guiju.documents.manuscript import clauses
from guiju.documents.mapping import mapping
from guiju.documents.model import Paper, Table
from guiju.documents.note_tables import (
    Trial,
    changed,
    documents,
    factors,
    trials,
    unverified_factors,
)
from guiju.documents.numbering import Numbers
from guiju.documents.revision import Revision, view
from guiju.documents.scope_chapters import exclusions, stage_view, units
from guiju.plan.model import CalculationPlan


def explanatory_note(
    plan: CalculationPlan,
    numbers: Numbers,
    tried: Sequence[Trial],
    revision: Revision | None = None,
) -> Paper:
    """Write the note of the standard of ``plan``.

    Args:
        numbers: of the standard's Chinese document, to which the note refers.
        tried: the trial calculations.
        revision: what changed from the edition that it replaces, if that is known.
    """
    drafting = Drafting(plan, "zh")
    head = drafting.standard.identity
    shown: list[Table] = [
        trials(drafting, tried),
        factors(drafting),
        documents(drafting),
        changed(drafting, numbers),
        mapping(drafting, numbers),
    ]
    manuscript = drafting.phrases.fill(
        "notes",
        clauses=own_clauses(drafting, numbers),
        tried=len(tried),
        revision=view(revision, drafting.phrases, lambda p: p.number) if revision else None,
        shown={table.id.removeprefix("table.note_") for table in shown if table.rows},
        **people(drafting),
        **rules(drafting),
    )
    return Paper(
        language="zh",
        title=drafting.say("note_title"),
        lines=(f"{head.number}《{'　'.join(title_segments(drafting))}》",),
        head=head.number,
        identity=identity(plan),
        clauses=clauses(manuscript, {table.id: (table,) for table in shown}),
    )


def people(drafting: Drafting) -> dict[str, object]:
    """Give whose standard it is, its names, and the mark for what the drafters write."""
    head = drafting.standard.identity
    return {
        "number": head.number,
        "title": "　".join(title_segments(drafting)),
        "issuer": drafting.text(head.issuer),
        "drafters": [drafting.text(name) for name in head.drafters],
        "authors": [drafting.text(name) for name in head.authors],
        "adopted": [
            f"{one.number}《{drafting.text(one.title)}》" for one in drafting.standard.adopted
        ],
        "replaces": head.replaces,
        "blank": drafting.say("by_drafters"),
    }


def rules(drafting: Drafting) -> dict[str, object]:
    """Give what the standard lays down, in words."""
    return {
        "units": units(drafting)[0].words,
        "boundary": drafting.text(drafting.standard.boundary.text),
        "stages": [stage_view(stage, drafting) for stage in drafting.rules.stages],
        "exclusions": exclusions(drafting),
        "cut_off": [one.words for one in drafting.provisions.of_kind("cut_off")],
        "quality": [one.words for one in drafting.provisions.of_kind("quality")],
        "allocated": allocated(drafting),
        "unverified": unverified_factors(drafting),
    }


def own_clauses(drafting: Drafting, numbers: Numbers) -> list[str]:
    """Give number and title of the clauses that this standard adds to the general rule."""
    own = [c for c in drafting.standard.clauses if c.home == drafting.standard.names.head.name.text]
    return [
        f"{numbers.numbers[clause.name]}　{drafting.text(clause.label)}"
        for clause in own
        if clause.name in numbers.numbers
    ]


def allocated(drafting: Drafting) -> list[tuple[str, str]]:
    """Give each process with several products, and by what its burden is divided."""
    plans = {plan.path: plan for plan in drafting.plan.rules.processes}
    found = []
    for process in drafting.rules.processes:
        products = plans[process.path].products
        if len(products) < 2:
            continue
        labels = {a.input: a.label.zh for a in process.allocations}
        basis = basis_words(drafting, labels.get("", ""), products[0].flow)
        found.append((drafting.text(process.label), basis))
    return found
