"""Print the steps of a process as statements."""

from collections.abc import Iterator

from guiju.backends.python.expressions import Names, number_text, to_python
from guiju.plan.model import Collect, Compute, Contribution, Draw, ProductFlow, RulePlan, Step
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression, OptionValue, YesNoValue
from guiju_dsl.standard.model import Provision

NOWHERE = Names(local={}, optional=frozenset(), value="")


def call(name: str, arguments: list[str], indent: int) -> str:
    """Print a call, over several lines where one is too long."""
    flat = f"{name}({', '.join(arguments)})"
    if len(flat) + indent <= 100 and "\n" not in flat:
        return flat
    space = " " * (indent + 4)
    return f"{name}(\n{''.join(f'{space}{a},' + chr(10) for a in arguments)}{' ' * indent})"


def step_statements(step: Step, names: Names, rules: RulePlan, indent: int) -> Iterator[str]:
    """Print one step with the limits on it."""
    space = " " * indent
    local = names.local[step.path]
    arguments = [f'"{step.path}"']
    if isinstance(step, Compute):
        inner = Names(local=names.local, optional=names.optional, value=step.path)
        arguments.append(f"lambda: {to_python(step.value, inner)}")
    if step.only_when is not None:
        arguments.append(f"when=lambda: {to_python(step.only_when, names)}")
    if isinstance(step, Collect) and step.default is not None:
        arguments.append(f"default={_default(step.default, names)}")
    if step.zero_if_absent:
        arguments.append("absent=0.0")
    method = "run.collect" if isinstance(step, Collect) else "run.keep"
    yield f"{space}{local} = {call(method, arguments, indent + len(local) + 3)}"
    for provision in limits(rules, step.path):
        yield f"{space}{local} = {_limit(provision, step.path, names, indent)}"


def _default(value: Expression, names: Names) -> str:
    number = constant(value)
    if number is not None:
        return repr(number.numerator / number.denominator)
    if isinstance(value, OptionValue | YesNoValue):
        return repr(value.name) if isinstance(value, OptionValue) else str(value.value)
    return to_python(value, names)


def limits(rules: RulePlan, path: str) -> Iterator[Provision]:
    """Give the limits on the value at ``path``."""
    for provision in rules.provisions:
        if provision.force == "limit" and provision.tested == path:
            yield provision


def _limit(provision: Provision, path: str, names: Names, indent: int) -> str:
    assert provision.condition is not None
    condition = to_python(provision.condition, names)
    arguments = [f'"{path}"', repr(provision.written), f"lambda: {condition}"]
    return call("run.limit", arguments, indent)


def process_limits(rules: RulePlan, process: str, names: Names) -> Iterator[str]:
    """Print the limits that stand in a process and are about no single value."""
    for provision in rules.provisions:
        about = provision.place == process and not provision.tested
        if provision.force == "limit" and about and provision.condition is not None:
            condition = to_python(provision.condition, names)
            arguments = [f'"{process}"', repr(provision.written), f"lambda: {condition}"]
            yield f"    {call('run.require', arguments, 4)}"


def contribution_statement(process: str, contribution: Contribution, indent: int) -> str:
    """Print what one flow adds; values are read from the run, for the row at hand."""
    space = " " * indent
    arguments = [f'"{process}"', f'"{contribution.flow}"']
    if contribution.kind == "emission":
        gas = contribution.gas
        name = repr(gas) if isinstance(gas, str) else to_python(gas, NOWHERE)
        arguments += [f"lambda: {name}", number_text(contribution.to_kg)]
    elif contribution.rate is not None:
        arguments.append(f"lambda: {to_python(contribution.rate, NOWHERE)}")
    if contribution.kind in ("waste", "credit"):
        arguments.append(f'kind="{contribution.kind}"')
    if contribution.origin != "fossil":
        arguments.append(f'origin="{contribution.origin}"')
    if contribution.rest:
        arguments.append("rest=True")
    method = "run.emits" if contribution.kind == "emission" else "run.contributes"
    return space + call(method, arguments, indent)


def draw_statement(process: str, draw: Draw, indent: int) -> str:
    """Print what one input takes from another process."""
    arguments = [
        f'"{process}"',
        f'"{draw.flow}"',
        f'"{draw.supplier}"',
        f'"{draw.source}"',
        number_text(draw.ratio),
        f"limited={draw.limited}",
    ]
    return " " * indent + call("run.draws_from", arguments, indent)


def product_statement(process: str, product: ProductFlow) -> str:
    """Print what a process makes, with its allocation."""
    arguments = [f'"{process}"', f'"{product.flow}"']
    if product.basis is not None:
        arguments.append(f"basis=lambda: {to_python(product.basis, NOWHERE)}")
    if product.share is not None:
        arguments.append(f"share=lambda: {to_python(product.share, NOWHERE)}")
    return "    " + call("run.makes", arguments, 4)
