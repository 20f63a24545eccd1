"""Print each unit process as a function."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from guiju.backends.python.expressions import Names, to_python
from guiju.backends.python.names import identifier, local_names
from guiju.backends.python.statements import (
    contribution_statement,
    draw_statement,
    process_limits,
    product_statement,
    step_statements,
)
from guiju.plan.model import Collect, ProcessPlan, RulePlan, Step
from guiju_dsl.standard import expressions as typed


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the module: its name and its text."""

    name: str
    text: str


def functions(rules: RulePlan, suffix: str) -> Iterator[Function]:
    """Print the steps in order, a function for each run of one process, its burden in the last."""
    segments = [(p, tuple(steps)) for p, steps in groupby(rules.steps, key=lambda s: s.process)]
    plans = {plan.path: plan for plan in rules.processes}
    last = {process: at for at, (process, _) in enumerate(segments)}
    seen: dict[str, int] = {}
    for at, (process, steps) in enumerate(segments):
        seen[process] = seen.get(process, 0) + 1
        part = f"_part_{seen[process]}" if seen[process] > 1 else ""
        name = identifier(f"{process or 'whole_standard'}{part}{suffix}")
        plan = plans.get(process) if last[process] == at else None
        yield Function(name, _function(name, rules, plans.get(process), steps, plan))
    for process in plans.keys() - last.keys():
        name = identifier(f"{process}{suffix}")
        yield Function(name, _function(name, rules, plans[process], (), plans[process]))


def _function(
    name: str,
    rules: RulePlan,
    process: ProcessPlan | None,
    steps: tuple[Step, ...],
    burden: ProcessPlan | None,
) -> str:
    path = process.path if process is not None else ""
    optional = frozenset(step.path for step in steps if _may_be_absent(step))
    names = Names(
        local=local_names((s.path for s in steps), path), optional=optional, value=""
    )
    lines = [f"def {name}(run: Run) -> None:", *_docstring(process, steps)]
    if process is not None and process.only_when is not None:
        lines += _leave(process, steps, names)
    for group, inside in groupby(steps, key=lambda s: s.group):
        indent = 4
        if group:
            lines.append(f'    for _ in run.rows("{group}"):')
            indent = 8
        for step in inside:
            lines += step_statements(_unguarded(step, process), names, rules, indent)
    if burden is not None:
        lines += process_limits(rules, burden.path, names)
        lines += _burden(burden)
    return "\n".join(lines)


def _may_be_absent(step: Step) -> bool:
    if step.zero_if_absent:
        return False
    guarded = step.only_when is not None
    return guarded or (isinstance(step, Collect) and step.datum.optional)


def _docstring(process: ProcessPlan | None, steps: tuple[Step, ...]) -> list[str]:
    """Say in words what the function calculates, with units and clause."""
    title = f"{process.label.zh} {process.label.en}" if process is not None else "产品 Product"
    clause = f" — clause {process.path}" if process is not None else ""
    lines = [f'    """{title}{clause}.', ""]
    for step in steps:
        label = step.datum.label if isinstance(step, Collect) else step.label
        unit = (step.datum.unit if isinstance(step, Collect) else step.unit).text
        lines.append(f"    {step.path} [{unit or '-'}]: {label.zh} {label.en}".replace("\\", "/"))
    return [*(line.replace('"""', "'''") if '"""' in line and at else line for at, line in enumerate(lines)), '    """']


def _leave(process: ProcessPlan, steps: tuple[Step, ...], names: Names) -> list[str]:
    """Print the way out of a process that does not run."""
    assert process.only_when is not None
    zero = [s.path for s in steps if s.zero_if_absent and not s.group]
    absent = [s.path for s in steps if not s.zero_if_absent and not s.group]
    outside = Names(local={}, optional=frozenset(), value="")
    return [
        f"    applies = run.holds(lambda: {to_python(process.only_when, outside)})",
        "    if not applies:",
        "        run.leave(",
        f'            "{process.path}",',
        "            applies,",
        *_paths("zero", zero),
        *_paths("absent", absent),
        "        )",
        "        return",
    ]


def _paths(name: str, paths: list[str]) -> list[str]:
    if not paths:
        return [f"            {name}=(),"]
    lines = [f'                "{path}",' for path in paths]
    return [f"            {name}=(", *lines, "            ),"]


def _unguarded(step: Step, process: ProcessPlan | None) -> Step:
    """Give a step without the condition of its process, which the function has tested."""
    from dataclasses import replace

    guard = process.only_when if process is not None else None
    if guard is None or step.only_when is None:
        return step
    if step.only_when == guard:
        return replace(step, only_when=None)
    if isinstance(step.only_when, typed.Both) and step.only_when.left == guard:
        return replace(step, only_when=step.only_when.right)
    return step


def _burden(process: ProcessPlan) -> Iterator[str]:
    """Print what a process adds, draws and makes."""
    for group, inside in groupby(process.contributions, key=lambda c: c.group):
        yield from _grouped(group)
        indent = 8 if group else 4
        for contribution in inside:
            yield contribution_statement(process.path, contribution, indent)
    for group, draws in groupby(process.draws, key=lambda d: d.group):
        yield from _grouped(group)
        for draw in draws:
            yield draw_statement(process.path, draw, 8 if group else 4)
    for product in process.products:
        yield product_statement(process.path, product)


def _grouped(group: str) -> Iterator[str]:
    if group:
        yield f'    for _ in run.rows("{group}"):'
