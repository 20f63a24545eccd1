"""Each unit process as a function."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from guiju.plan.absence import Absence, absence_of, unguarded
from guiju.plan.limits import Limits, limits_of
from guiju.plan.model import Collect, Compute, ProcessPlan, RulePlan, Series, Step
from guiju.plan.ordering import read_by
from guiju.plan.printing import formula_text
from guiju.program.code import Do, Function, Lambda, Loop, Statement, Unless, Words, call
from guiju.program.expressions import NOWHERE, Names, to_code
from guiju.program.names import identifier, local_names
from guiju.program.statements import (
    burden_statements,
    limit_statement,
    requirement_statement,
    series_statement,
    step_statement,
)
from guiju_dsl.standard.expressions import Expression

WIDTH = 96
"""Columns of what explains a function."""


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
    """Give the steps in order, a function for each run of one process."""
    absence, limits = absence_of(rules), limits_of(rules)
    seen: dict[str, int] = {}
    for part in _parts(rules):
        path = part.process.path if part.process is not None else "whole_standard"
        seen[path] = seen.get(path, 0) + 1
        number = f"_part_{seen[path]}" if seen[path] > 1 else ""
        name = identifier(f"{path}{number}{suffix}")
        body = tuple(_body(part, absence, limits))
        yield Function(name, tuple(_explained(part)), body)


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


def _body(part: Part, absence: Absence, limits: Limits) -> Iterator[Statement]:
    path = part.process.path if part.process is not None else ""
    guard = part.process.only_when if part.process is not None else None
    named = (step.path for step in part.steps if not isinstance(step, Series))
    names = Names(
        local=local_names(named, path),
        optional=absence.inside,
        amounts=absence.amounts,
        foreign_amounts=absence.foreign_amounts,
    )
    if guard is not None:
        yield Unless(call("run.runs", Words(path), Lambda(to_code(guard, NOWHERE))))
    for group, inside in groupby(part.steps, key=lambda step: step.group):
        steps = tuple(inside)
        known = names.within(group, {step.path for step in steps})
        done = (s for step in steps for s in _step(unguarded(step, guard), known, limits))
        yield from _for_rows(group, done)
    if part.burden and part.process is not None:
        for limit in limits.of_process(path):
            yield requirement_statement(limit, names)
        for group, burdens in groupby(burden_statements(part.process, names), lambda b: b[0]):
            yield from _for_rows(group, (Do(code) for _, code in burdens))


def _for_rows(group: str, statements: Iterator[Statement]) -> Iterator[Statement]:
    """Give statements that stand in a loop over the rows of ``group``, if it is one."""
    if group:
        yield Loop(group, tuple(statements))
    else:
        yield from statements


def _step(step: Step, names: Names, limits: Limits) -> Iterator[Statement]:
    if isinstance(step, Series):
        yield series_statement(step, names)
        return
    yield step_statement(step, names, limits.own(step.path))
    for limit in limits.after(step.path):
        yield limit_statement(limit, names)


def _explained(part: Part) -> Iterator[str]:
    """Say in words what a function calculates: units, labels, formulas as they were written."""
    process = part.process
    if process is None:
        yield "产品 The product"
    else:
        yield f"{process.label.zh.strip()} {process.label.en.strip()}; clause {process.path}"
    for step in part.steps:
        yield from _line(step, process.path if process is not None else "")


def _line(step: Step, process: str) -> Iterator[str]:
    label = step.datum.label if isinstance(step, Collect) else step.label
    words = f"{label.zh.strip()} {label.en.strip()}"
    name = step.path.removeprefix(f"{process}.")
    if isinstance(step, Series):
        yield f"{name}: {words}"
        yield f"    from {formula_text(step.low)} to {formula_text(step.high)}"
        return
    unit = (step.datum.unit if isinstance(step, Collect) else step.unit).text
    bracket = f" [{unit}]" if unit else ""
    yield f"{name}{bracket}: {words}".rstrip()
    if isinstance(step, Compute):
        yield from _formula(step.written.strip())


def _formula(written: str) -> Iterator[str]:
    """Give a formula as it was written, each tier on a line of its own."""
    tiers = written.split(" else ") if written.startswith("prefer ") else [written]
    for number, tier in enumerate(tiers):
        yield from textwrap.wrap(
            f"= {tier}" if number == 0 else f"else {tier}",
            width=WIDTH,
            initial_indent=" " * (4 if number == 0 else 6),
            subsequent_indent=" " * 8,
            break_long_words=False,
            break_on_hyphens=False,
        )
