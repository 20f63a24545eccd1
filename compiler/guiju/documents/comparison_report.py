"""Two rule books on one plant, as a paper."""

from collections.abc import Iterator

from guiju.documents.comparison import ShownComparison, ShownEffects
from guiju.documents.drafting import Drafting
from guiju.documents.from_plan import identity
from guiju.documents.manuscript import clauses
from guiju.documents.model import Block, Figure, Paper, Table
from guiju.plan.model import CalculationPlan
from guiju_runtime.messages import Language

Heads = tuple[tuple[str, float], ...]
PARTS: Heads = (("part", 0.4), ("a", 0.2), ("b", 0.2), ("difference", 0.2))
DEMANDS: Heads = (("kind", 0.16), ("what", 0.5), ("how", 0.34))


def comparison_report(plan: CalculationPlan, language: Language, shown: ShownComparison) -> Paper:
    """Write ``shown`` in ``language``, under the head of the standard in ``plan``."""
    drafting = Drafting(plan, language)
    tables = [table for table in _tables(drafting, shown) if table.rows]
    things: dict[str, tuple[Block, ...]] = {table.id: (table,) for table in tables}
    if shown.effects is not None:
        things |= waterfall_of(drafting, shown.effects)
    manuscript = drafting.phrases.fill(
        "comparison",
        shown={table.id.removeprefix("table.compared_") for table in tables},
        effects=shown.effects,
        a=shown.a,
        b=shown.b,
        product=shown.product,
        remarks=shown.remarks,
    )
    return Paper(
        language=language,
        title=drafting.say("compared_title"),
        lines=tuple(line for line in (shown.product, shown.site) if line),
        head=drafting.standard.identity.number,
        identity=identity(plan),
        clauses=clauses(manuscript, things),
    )


def _tables(drafting: Drafting, shown: ShownComparison) -> Iterator[Table]:
    results: Heads = (("side", 0.4), ("unit", 0.2), ("cfp", 0.4))
    yield made(drafting, "results", results, shown.results)
    for kind, rows in shown.parts.items():
        yield made(drafting, kind, PARTS, rows)
    if shown.effects is not None:
        yield from effect_tables(drafting, shown.effects)
    yield made(drafting, "apart", (("side", 0.2), ("process", 0.8)), shown.apart, (1,))
    for side, rows in shown.demands.items():
        yield made(drafting, f"demands_{side}", DEMANDS, rows, (1, 2))
    findings: Heads = (("side", 0.1), ("severity", 0.12), ("code", 0.13), ("words", 0.65))
    yield made(drafting, "findings", findings, shown.findings, (3,))
    yield made(drafting, "identity", (("item", 0.3), ("content", 0.7)), shown.identity, (1,))


def effect_tables(drafting: Drafting, effects: ShownEffects) -> Iterator[Table]:
    """Give the table of effects, and that of the changes that leave no result."""
    cited = any(row[1] for row in effects.rows)
    columns = [
        ("change", 0.0, True),
        ("clauses", 0.12, cited),
        ("effect", 0.16, True),
        ("reverse", 0.16, not effects.same),
        ("running", 0.17, True),
    ]
    kept = [at for at, (_, _, shown) in enumerate(columns) if shown]
    rest = 1 - sum(columns[at][1] for at in kept)
    heads = tuple((columns[at][0], columns[at][1] or rest) for at in kept)
    rows = tuple(tuple(row[at] for at in kept) for row in effects.rows)
    yield made(drafting, "effects", heads, rows)
    why: Heads = (("change", 0.4), ("why", 0.6))
    yield made(drafting, "made_first", why, effects.made_first, (1,))
    yield made(drafting, "blocked", why, effects.blocked, (1,))


def waterfall_of(drafting: Drafting, effects: ShownEffects) -> dict[str, tuple[Block, ...]]:
    """Give the figure of the effects by its id."""
    id = "figure.compared_effects"
    title = drafting.phrases.cell(drafting.say("compared_effects"))
    return {id: (Figure(id=id, title=title, svg=effects.svg),)}


def made(
    drafting: Drafting,
    id: str,
    heads: Heads,
    rows: tuple[tuple[str, ...], ...],
    wordy: tuple[int, ...] = (),
) -> Table:
    """Build the table of that name; its heads and its title are phrases."""
    return drafting.table(
        f"table.compared_{id}",
        drafting.say(f"compared_{id}"),
        [(drafting.say("compared_head", name), share) for name, share in heads],
        rows,
        wordy=wordy,
    )
