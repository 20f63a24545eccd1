"""Chapter 7: the method in general, then the formulas of each process, then the footprint."""

from guiju.documents import general_formulas
from guiju.documents.balances import left_out
from guiju.documents.conditions import in_words
from guiju.documents.drafting import Drafting
from guiju.documents.equations import Led
from guiju.documents.manuscript import Things, clauses
from guiju.documents.model import Clause
from guiju.documents.provisions import Entry, numbered
from guiju.plan.model import ProcessPlan, RulePlan
from guiju_dsl.standard.model import RuleBook

SLOT = "impact_assessment"


def impact(drafting: Drafting) -> tuple[Clause, ...]:
    """Write 影响评价."""
    provisions = drafting.provisions
    manuscript = drafting.phrases.fill(
        "impact",
        general=numbered(general(drafting), 3),
        processes=[process_view(p, drafting) for p in drafting.plan.rules.processes],
        footprints=drafting.equations.of("products"),
        first=provisions.beside(SLOT, "before", 2),
        results=provisions.beside(SLOT, "after", 2),
        profiles=[
            profile_words(rules, plan, drafting)
            for rules, plan in zip(drafting.standard.profiles, drafting.plan.profiles, strict=True)
        ],
        profile_note="",
    )
    return clauses(manuscript, things(drafting))


def things(drafting: Drafting) -> Things:
    """Give every formula by its id."""
    led: list[Led] = list(drafting.equations.of(""))
    for process in (*(p.path for p in drafting.plan.rules.processes), "products"):
        led += drafting.equations.of(process)
    own = {one.equation.id: (one.equation,) for one in led}
    return {**own, **general_formulas.things(drafting)}


def general(drafting: Drafting) -> list[Entry]:
    """Say how the footprint is made up, and what holds for potentials, absent values, units."""
    entries = [
        drafting.said("impact_general.method", "method", has_coproducts(drafting)),
        *drafting.provisions.entries(SLOT),
        drafting.said("impact_general.gwp", "gwp_annex", bool(drafting.plan.rules.gwp_set)),
        drafting.said("impact_general.absent", "absent_is_nought"),
        drafting.said("impact_general.units", "quantity_equations"),
    ]
    for one in drafting.equations.of(""):
        words = f"{one.lead}\n% {one.equation.id}"
        words += f"\nNOTE {one.note}" if one.note else ""
        entries.append(Entry(id=f"impact_general.{one.equation.id}", words=words))
    return entries


def has_coproducts(drafting: Drafting) -> bool:
    """Say whether some process has several products."""
    return any(len(process.products) > 1 for process in drafting.plan.rules.processes)


def process_view(process: ProcessPlan, drafting: Drafting) -> dict[str, object]:
    """Describe a process with its formulas to the template."""
    condition = process.only_when
    noted = [p for p in drafting.rules.processes if p.path == process.path and p.notes.note.zh]
    loops = {
        path: "own" if len(loop) == 1 else "others"
        for loop in drafting.plan.rules.loops
        for path in loop
    }
    return {
        "path": process.path,
        "label": drafting.text(process.label),
        "note": next((drafting.text(p.notes.note) for p in noted), ""),
        "condition": in_words(condition, drafting.symbols) if condition is not None else "",
        "products": [drafting.meanings.flow(p.flow) for p in process.products],
        "loop": loops.get(process.path, ""),
        "equations": [
            {
                "lead": led.lead,
                "id": led.equation.id,
                "after": after(led, drafting),
                "note": led.note,
            }
            for led in drafting.equations.of(process.path)
        ],
    }


def after(led: Led, drafting: Drafting) -> str:
    """Name the flows that a sum over flows does not count, if there are any."""
    flows = left_out(drafting.standard, led.equation.meaning)
    names = [drafting.text(flow.label) for flow in flows]
    return drafting.say("not_counted", names, led.equation.id) if names else ""


def profile_words(rules: RuleBook, plan: RulePlan, drafting: Drafting) -> str:
    """Say what a profile changes: potentials, exclusions, factors."""
    main = drafting.rules
    said = [drafting.text(rules.label)]
    excluded = [path for path, _ in rules.excluded[len(main.excluded) :]]
    if excluded:
        names = [excluded_name(path, drafting) for path in excluded]
        said.append(drafting.say("profile_excludes", names))
    if plan.gwp_set != drafting.plan.rules.gwp_set:
        label = next(s.label for s in rules.gwp_sets if s.name == plan.gwp_set)
        said.append(drafting.say("profile_gwp", drafting.text(label)))
    said += fixed_data(main, rules, drafting)
    said += changed_factors(main, rules, drafting)
    return drafting.say("profile", said[0], said[1:])


def excluded_name(path: str, drafting: Drafting) -> str:
    """Name what is left out."""
    stages = {stage.name: stage.label for stage in drafting.rules.stages}
    process, _, rest = path.partition(".")
    if path in stages:
        return drafting.text(stages[path])
    if path in drafting.meanings.labels:
        return drafting.text(drafting.meanings.labels[path])
    label = drafting.text(drafting.meanings.labels[process])
    if rest in ("inputs", "emissions"):
        return drafting.say("excluded_" + rest, label)
    return drafting.say("of_process", label, drafting.meanings.flow(path))


def fixed_data(main: RuleBook, rules: RuleBook, drafting: Drafting) -> list[str]:
    """Say which data a profile gives a value of its own."""
    fixed = {formula.path: formula.value for formula in rules.formulas}
    return [
        drafting.say(
            "profile_datum", drafting.text(d.label), in_words(fixed[d.path], drafting.symbols)
        )
        for d in main.data
        if d.path in fixed
    ]


def changed_factors(main: RuleBook, rules: RuleBook, drafting: Drafting) -> list[str]:
    """Say which flows take another factor."""
    before = {flow.path: flow.factor for p in main.processes for flow in p.flows}
    return [
        drafting.say(
            "profile_factor", drafting.text(flow.label), in_words(flow.factor, drafting.symbols)
        )
        for p in rules.processes
        for flow in p.flows
        if flow.factor is not None and flow.factor != before.get(flow.path)
    ]
