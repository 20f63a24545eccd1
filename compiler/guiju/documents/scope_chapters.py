"""Chapters 4 and 5: goal, product, unit, system boundary, cut-off, data and their quality."""

from msgspec import msgpack

from guiju.documents.conditions import in_words
from guiju.documents.drafting import Drafting, title_segments
from guiju.documents.factor_annex import used
from guiju.documents.impact_chapter import excluded_name
from guiju.documents.manuscript import Things, clauses
from guiju.documents.model import Clause, Figure
from guiju.documents.provisions import Entry, numbered
from guiju.drawing.svg import signed, to_svg
from guiju.graph.figure import boundary_figure
from guiju.kept import kept
from guiju_dsl.standard.model import Process, Stage

APART = (("unit_choice", 2), ("system_boundary", 2), ("data_requirements", 3))
"""Clauses made of parts, with their layer: what is placed beside them stands outside."""


def goal_and_scope(drafting: Drafting) -> tuple[Clause, ...]:
    """Write 量化目的 and 量化范围."""
    provisions = drafting.provisions
    manuscript = drafting.phrases.fill(
        "goal_and_scope",
        goal=provisions.nested("goal", 2, *follows(drafting)),
        product_description=provisions.nested(
            "product_description", 3, *provisions.of_kind("product")
        ),
        functional=any(p.basis == "functional" for p in drafting.rules.products),
        unit_choice=numbered([*units(drafting), *provisions.entries("unit_choice")], 3),
        boundary=numbered(boundary(drafting), 4),
        stages=[stage_view(stage, drafting) for stage in drafting.rules.stages],
        exclusions=exclusions(drafting),
        cut_off=provisions.nested("cut_off", 3, *provisions.of_kind("cut_off")),
        data_requirements=numbered(data_requirements(drafting), 4),
        before={name: provisions.beside(name, "before", depth) for name, depth in APART},
        after={name: provisions.beside(name, "after", depth) for name, depth in APART},
        quality=numbered(quality(drafting), 4),
        rest=[provisions.titled(clause, 3) for clause in provisions.rest()],
    )
    return clauses(manuscript, things(drafting))


def things(drafting: Drafting) -> Things:
    """Build the figure of the boundary and the table of indicators."""
    title = drafting.say("title_figure", title_segments(drafting)[-1])
    table = drafting.table(
        "table.indicators",
        drafting.say("title_indicators"),
        [
            (drafting.head("indicator"), 0.3),
            (drafting.head("weight"), 0.2),
            (drafting.head("best"), 0.5),
        ],
        [
            (
                drafting.text(i.label),
                drafting.say("percent", f"{float(i.weight) * 100:g}"),
                drafting.text(i.levels[0][0]),
            )
            for i in drafting.standard.indicators
            if i.levels
        ],
    )
    return {
        "figure.boundary_figure": (
            Figure(id="figure.boundary_figure", title=title, svg=drawing(drafting)),
        ),
        "table.indicators": (table,),
    }


def drawing(drafting: Drafting) -> str:
    """Draw the boundary as SVG; nothing where nobody looks at it."""
    if not drafting.drawn:
        return ""
    figure = boundary_figure(drafting.plan.graph, drafting.language, drafting.text)
    svg = kept("figure", msgpack.encode(figure), lambda: to_svg(figure).encode()).decode()
    return signed(svg, drafting.plan.data_model.standard.line)


def follows(drafting: Drafting) -> list[Entry]:
    """Say which general rules the quantification follows."""
    numbers = [head.number for head in drafting.standard.adopted]
    return [drafting.said("goal.follows", "follows", numbers)] if numbers else []


def units(drafting: Drafting) -> list[Entry]:
    """Say what the declared or functional unit is and in what the result is given."""
    amounts = [
        drafting.say("amount_of", drafting.meanings.declared(p.name), drafting.text(p.label))
        for p in drafting.rules.products
    ]
    functional = any(p.basis == "functional" for p in drafting.rules.products)
    return [drafting.said("unit_choice.unit", "unit_is", amounts, functional)]


def boundary(drafting: Drafting) -> list[Entry]:
    """Give the words of the boundary, its provisions, and the figure."""
    text = drafting.text(drafting.standard.boundary.text)
    first = [Entry(id="system_boundary.text", words=text)] if text else []
    drawn = drafting.said("system_boundary.figure", "boundary_drawn")
    figure = Entry(id=drawn.id, words=f"{drawn.words}\n% figure.boundary_figure")
    return [*first, *drafting.provisions.entries("system_boundary"), figure]


def stage_view(stage: Stage, drafting: Drafting) -> dict[str, object]:
    """Describe a stage and its processes to the template."""
    processes = [p for p in drafting.rules.processes if p.stage == stage.name]
    return {
        "name": stage.name,
        "label": drafting.text(stage.label),
        "text": drafting.text(stage.text),
        "processes": [process_view(process, drafting) for process in processes],
    }


def process_view(process: Process, drafting: Drafting) -> dict[str, str]:
    """Describe a process to the template."""
    condition = process.only_when
    return {
        "label": drafting.text(process.label),
        "text": drafting.text(process.text),
        "condition": in_words(condition, drafting.symbols) if condition is not None else "",
    }


def exclusions(drafting: Drafting) -> list[dict[str, str]]:
    """Give what is left out of the boundary, in words and by name, and why."""
    said = [(drafting.text(e.what), e.because) for e in drafting.standard.boundary.exclusions]
    by_name = [(excluded_name(path, drafting), why) for path, why in drafting.rules.excluded]
    return [
        {"what": what, "because": drafting.text(because)} for what, because in (*said, *by_name)
    ]


def data_requirements(drafting: Drafting) -> list[Entry]:
    """Give the provisions on data, and the annexes that ask for them and stand in for them."""
    there = (bool(used(drafting)), bool(drafting.plan.rules.gwp_set))
    annexes = drafting.said("data_requirements.annexes", "data_annexes", *there)
    return [*drafting.provisions.entries("data_requirements"), annexes]


def quality(drafting: Drafting) -> list[Entry]:
    """Give the provisions on quality and the indicators."""
    entries = drafting.provisions.of_kind("quality")
    if drafting.standard.indicators:
        said = drafting.said("data_quality.indicators", "quality_indicators")
        entries.append(Entry(id=said.id, words=f"{said.words}\n% table.indicators"))
    return entries or [drafting.said("data_quality.none", "unknown")]
