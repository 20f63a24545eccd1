"""Annexes of potentials, of data quality and of the report."""

from guiju.documents import general_formulas
from guiju.documents.conditions import in_words
from guiju.documents.drafting import Drafting
from guiju.documents.manuscript import annex
from guiju.documents.meanings import gas_name
from guiju.documents.model import Annex, Block, Table
from guiju.documents.printing import grouped
from guiju_dsl.standard.model import GwpSet, Notes


def gwp_annex(drafting: Drafting) -> Annex:
    """Write the annex of global warming potentials."""
    main = gwp_set(drafting, drafting.plan.rules.gwp_set)
    others = {
        plan.gwp_set: gwp_set(drafting, plan.gwp_set)
        for plan in drafting.plan.profiles
        if plan.gwp_set != drafting.plan.rules.gwp_set
    }
    things = {"table.gwp_table": (gwp_table(main, drafting),)}
    if others:
        things["table.gwp_profiles"] = (profile_table(main, list(others.values()), drafting),)
    manuscript = drafting.phrases.fill(
        "gwp",
        label=drafting.text(main.label),
        horizon=main.horizon,
        others=[drafting.text(other.label) for other in others.values()],
    )
    return annex(manuscript, things)


def gwp_set(drafting: Drafting, name: str) -> GwpSet:
    """Give the set of that name."""
    books = (drafting.standard.rules, *drafting.standard.profiles)
    return next(found for book in books for found in book.gwp_sets if found.name == name)


def gwp_table(main: GwpSet, drafting: Drafting) -> Table:
    """Build the table of the set in force."""
    heads = (("gas", 0.34), ("formula", 0.22), ("origin", 0.16), ("gwp", 0.28))
    decimals: dict[str, int] = {}
    for gas, _, value in main.entries:
        decimals[gas] = max(decimals.get(gas, 0), len(potential(float(value)).partition(".")[2]))
    rows = [
        (
            gas_label(gas, drafting),
            formula_of(gas),
            drafting.say("origin_word", origin) if origin else "",
            potential(float(value), decimals[gas]),
        )
        for gas, origin, value in main.entries
    ]
    return drafting.table(
        "table.gwp_table",
        drafting.say("title_gwp", drafting.text(main.label)),
        [(drafting.head(name), share) for name, share in heads],
        rows,
        [
            drafting.say("source_note", checked_source(main.notes, drafting)),
            *(
                drafting.say("blend_note", formula_of(gas), in_words(made, drafting.symbols))
                for gas, made in main.blends
            ),
        ],
    )


def checked_source(notes: Notes, drafting: Drafting) -> str:
    """Give a source, and say so where it has not been checked."""
    return drafting.say("checked_source", drafting.text(notes.source), notes.unverified)


def profile_table(main: GwpSet, others: list[GwpSet], drafting: Drafting) -> Table:
    """Build the table of the gases that occur, under each set that a profile takes."""
    gases = {
        (emission.gas, emission.origin)
        for process in drafting.rules.processes
        for emission in process.emissions
        if emission.gas
    }
    sets = [main, *others]
    heads = [(drafting.head("formula"), 0.2)]
    heads += [(drafting.text(found.label), 0.8 / len(sets)) for found in sets]
    rows = [
        (formula_of(gas), *(value_in(found, gas, origin) for found in sets))
        for gas, origin in sorted(gases)
    ]
    return drafting.table("table.gwp_profiles", drafting.say("title_gwp_profiles"), heads, rows)


def value_in(found: GwpSet, gas: str, origin: str) -> str:
    """Give the potential of a gas in a set, or nothing."""
    values = {(g, o): value for g, o, value in found.entries}
    value = values.get((gas, origin), values.get((gas, "")))
    return potential(float(value)) if value is not None else ""


def potential(value: float, decimals: int = 0) -> str:
    """Print a potential, with ``decimals`` at least: those of a gas, by origin, have as many."""
    whole, _, part = (f"{value:.6g}" if value < 1e5 else f"{value:.0f}").partition(".")
    part = part.ljust(decimals, "0")
    return grouped(f"{whole}.{part}" if part else whole)


def gas_label(gas: str, drafting: Drafting) -> str:
    """Name a gas by the label that the sources give it, else by its usual name."""
    for declaration in drafting.standard.names.declarations.values():
        for option in getattr(declaration.node, "options", ()):
            if option.name.text == gas:
                return drafting.text(drafting.label(option, gas))
    return gas_name(gas, drafting.language)


def formula_of(gas: str) -> str:
    """Print the formula or code of a gas, whose name in a source has no hyphens."""
    return gas.replace("_", "-")


def quality_annex(drafting: Drafting) -> Annex:
    """Write the annex of data quality."""
    indicators = drafting.standard.indicators
    depth = max(len(indicator.levels) for indicator in indicators)
    heads = [(drafting.head("indicator"), 0.15)]
    heads += [(drafting.say("level_head", n), 0.85 / depth) for n in range(1, depth + 1)]
    levels = [
        (drafting.text(i.label), *(drafting.text(words) for words, _ in i.levels))
        for i in indicators
    ]
    spread = [
        (drafting.text(i.label), *(f"{float(factor):.2f}" for _, factor in i.levels))
        for i in indicators
    ]
    sources = dict.fromkeys(checked_source(i.notes, drafting) for i in indicators)
    notes = [drafting.say("source_note", source) for source in sources if source]
    things: dict[str, tuple[Block, ...]] = {
        "table.levels": (
            drafting.table("table.levels", drafting.say("title_levels"), heads, levels),
        ),
        "table.spread": (
            drafting.table("table.spread", drafting.say("title_spread"), heads, spread, notes),
        ),
        "formula.score": (general_formulas.score(drafting),),
    }
    return annex(drafting.phrases.fill("quality", basic=_states_a_basic_one(drafting)), things)


def _states_a_basic_one(drafting: Drafting) -> bool:
    """Tell whether the basic uncertainty of a datum or factor is stated."""
    stated = [datum.uncertainty for datum in drafting.rules.data]
    stated += [row.uncertainty for table in drafting.rules.tables for row in table.rows]
    return any(one is not None and one.kind == "basic" for one in stated)


def report_annex(drafting: Drafting) -> Annex:
    """Write the annex with the form of the report."""
    stages = [drafting.text(stage.label) for stage in drafting.rules.stages]
    items = drafting.say("report_items").split("|")
    rows = [(item, "　") for item in items]
    results = [(stage, "　", "　") for stage in [*stages, drafting.say("total")]]
    heads = (("stage", 0.4), ("result", 0.35), ("share", 0.25))
    things = {
        "table.report_items": (
            drafting.table(
                "table.report_items",
                drafting.say("title_report_items"),
                [(drafting.head("item"), 0.4), (drafting.head("content"), 0.6)],
                rows,
            ),
        ),
        "table.report_results": (
            drafting.table(
                "table.report_results",
                drafting.say("title_report_results"),
                [(drafting.say("report_head", name), share) for name, share in heads],
                results,
            ),
        ),
    }
    return annex(drafting.phrases.fill("report_form"), things)
