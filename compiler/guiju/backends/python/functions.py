"""Print each unit process as a function."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from guiju.backends.python.absence import Absence, absence_of, unguarded
from guiju.backends.python.expressions import NOWHERE, Names, to_python
from guiju.backends.python.layout import Code, call, flat, function_of, laid_out
from guiju.backends.python.limits import Limits, limits_of
from guiju.backends.python.literals import words
from guiju.backends.python.names import identifier, local_names
from guiju.backends.python.statements import (
    burden_statements,
    limit_statement,
    path_text,
    requirement_statement,
    series_statement,
    statement,
    step_statement,
)
from guiju.plan.model import Collect, Compute, ProcessPlan, RulePlan, Series, Step
from guiju.plan.ordering import read_by
from guiju.plan.printing import formula_text
from guiju_dsl.standard.expressions import Expression


class Function(Struct, frozen=True):
    """A function of the module: its name and its text."""

    name: str
    text: str

    @property
    def body(self) -> str:
        """Give all but the line with the name."""
        return self.text.partition("\n")[2]


class Part(Struct, frozen=True, kw_only=True):
    """Steps of one process that are calculated together.

    Attributes:
        process: None for what belongs to no process.
        burden: whether what the process adds, draws and makes comes with them.
    """

    process: ProcessPlan | None
    steps: tuple[Step, ...]
    burden: bool


def functions(rules: RulePlan, suffix: str) -> Iterator[Function]:
    """Print the steps in order, a function for each run of one process."""
    absence, limits = absence_of(rules), limits_of(rules)
    seen: dict[str, int] = {}
    for part in _parts(rules):
        path = part.process.path if part.process is not None else "whole_standard"
        seen[path] = seen.get(path, 0) + 1
        number = f"_part_{seen[path]}" if seen[path] > 1 else ""
        name = identifier(f"{path}{number}{suffix}")
        yield Function(name, "\n".join(_function(name, part, absence, limits)))


def _parts(rules: RulePlan) -> Iterator[Part]:
    """Divide the steps by process; a burden comes as soon as all that it reads is there."""
    plans = {plan.path: plan for plan in rules.processes}
    segments = [(p, tuple(steps)) for p, steps in groupby(rules.steps, key=lambda s: s.process)]
    last = {process: at for at, (process, _) in enumerate(segments)}
    waiting = {step.path for step in rules.steps}
    late: list[ProcessPlan] = []
    for at, (process, steps) in enumerate(segments):
        waiting -= {step.path for step in steps}
        plan = plans.get(process)
        ready = plan is not None and last[process] == at
        burden = plan is not None and ready and not waiting.intersection(_read_by_burden(plan))
        if plan is not None and ready and not burden:
            late.append(plan)
        yield Part(process=plan, steps=steps, burden=burden)
    late += [plan for plan in rules.processes if plan.path not in last]
    yield from (Part(process=plan, steps=(), burden=True) for plan in late)


def _read_by_burden(process: ProcessPlan) -> Iterator[str]:
    """Give the paths that the burden of a process reads."""
    read: list[Expression | str | None] = []
    for contribution in process.contributions:
        read += [contribution.rate, contribution.gas]
    read += process.sharing()
    for part in read:
        if part is not None and not isinstance(part, str):
            yield from read_by(part)


def _function(name: str, part: Part, absence: Absence, limits: Limits) -> Iterator[str]:
    path = part.process.path if part.process is not None else ""
    guard = part.process.only_when if part.process is not None else None
    named = (step.path for step in part.steps if not isinstance(step, Series))
    local = local_names(named, path)
    names = Names(
        local=local,
        optional=absence.inside,
        amounts=absence.amounts,
        foreign_amounts=absence.foreign_amounts,
    )
    yield f"def {name}(run: Run) -> None:"
    yield from _docstring(part)
    if guard is not None:
        condition = function_of(to_python(guard, NOWHERE))
        yield _unless(call("run.runs", path_text(path), condition))
        yield "        return"
    for group, inside in groupby(part.steps, key=lambda step: step.group):
        steps = tuple(inside)
        if group:
            yield f'    for _ in run.rows("{group}"):'
        known = names.within(group, {step.path for step in steps})
        for step in steps:
            if isinstance(step, Series):
                yield series_statement(step, known)
                continue
            yield from _step(unguarded(step, guard), known, limits, 8 if group else 4)
    if part.burden and part.process is not None:
        for limit in limits.of_process(path):
            yield requirement_statement(limit, names)
        yield from _burden(part.process, names)


def _unless(condition: Code) -> str:
    line = f"    if not {flat(condition)}:"
    return line if len(line) <= 100 else f"    if not {laid_out(condition, 4, 11, 1)}:"


def _step(step: Collect | Compute, names: Names, limits: Limits, indent: int) -> Iterator[str]:
    yield step_statement(step, names, limits.own(step.path), indent)
    for limit in limits.after(step.path):
        yield limit_statement(limit, names, indent)


def _docstring(part: Part) -> Iterator[str]:
    """Say in words what the function calculates: units, labels, formulas as they were written."""
    process = part.process
    if process is None:
        title = "产品 The product"
    else:
        title = f"{words(process.label.zh)} {words(process.label.en)}; clause {process.path}"
    if not part.steps:
        yield f'    """{title}."""'
        return
    yield f'    """{title}.'
    yield ""
    for step in part.steps:
        yield from _line(step, process.path if process is not None else "")
    yield '    """'


def _line(step: Step, process: str) -> Iterator[str]:
    label = step.datum.label if isinstance(step, Collect) else step.label
    if isinstance(step, Series):
        yield f"    {step.path.removeprefix(f'{process}.')}: {words(label.zh)} {words(label.en)}"
        yield f"        from {formula_text(step.low)} to {formula_text(step.high)}"
        return
    unit = (step.datum.unit if isinstance(step, Collect) else step.unit).text
    name = step.path.removeprefix(f"{process}.")
    bracket = f" [{unit}]" if unit else ""
    yield f"    {name}{bracket}: {words(label.zh)} {words(label.en)}".rstrip()
    if not isinstance(step, Collect):
        yield from _formula(words(step.written))


def _formula(written: str) -> Iterator[str]:
    """Print a formula as it was written, each tier on a line of its own."""
    tiers = written.split(" else ") if written.startswith("prefer ") else [written]
    for number, tier in enumerate(tiers):
        yield from textwrap.wrap(
            f"= {tier}" if number == 0 else f"else {tier}",
            width=100,
            initial_indent=" " * (8 if number == 0 else 10),
            subsequent_indent=" " * 12,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _burden(process: ProcessPlan, names: Names) -> Iterator[str]:
    """Print what a process adds, draws and makes."""
    codes = burden_statements(process, names)
    for group, inside in groupby(codes, key=lambda found: found[0]):
        if group:
            yield f'    for _ in run.rows("{group}"):'
        for _, code in inside:
            yield statement(code, 8 if group else 4)
