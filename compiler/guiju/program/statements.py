"""The steps and burdens of a process as statements."""

from collections.abc import Iterator

from msgspec.structs import replace

from guiju.plan.model import (
    Collect,
    Compute,
    Contribution,
    Draw,
    ProcessPlan,
    ProductFlow,
    Series,
)
from guiju.program.code import (
    Argument,
    Code,
    Do,
    Keep,
    Lambda,
    Several,
    Statement,
    Truth,
    Words,
    call,
)
from guiju.program.expressions import Names, to_code
from guiju.program.literals import number_text
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression, OptionValue, Preferred, YesNoValue
from guiju_dsl.standard.model import Provision


def series_statement(series: Series, names: Names) -> Statement:
    """Say that the rows of a series are made."""
    bounds = (Lambda(to_code(bound, names)) for bound in (series.low, series.high))
    return Do(call("run.series", Words(series.path), *bounds))


def step_statement(step: Collect | Compute, names: Names, own_limit: Provision | None) -> Statement:
    """Give one step, with the limit on its value if there is one."""
    local = names.local[step.path]
    arguments: list[Code] = [Words(step.path)]
    if isinstance(step, Compute):
        tiered = step.path if isinstance(step.value, Preferred) else ""
        arguments.append(Lambda(to_code(step.value, replace(names, value=tiered))))
    if step.only_when is not None:
        arguments.append(Argument("when", Lambda(to_code(step.only_when, names))))
    if isinstance(step, Collect) and step.default is not None:
        arguments.append(Argument("default", _default(step.default, names)))
    if step.path in names.amounts:
        arguments.append(Argument("absent", "0.0"))
    elif isinstance(step, Compute) and step.path in names.optional:
        arguments.append(Argument("optional", Truth(True)))
    if own_limit is not None:
        arguments.append(Argument("limit", _limit(own_limit, names)))
    method = "run.collect" if isinstance(step, Collect) else "run.keep"
    return Keep(local, call(method, *arguments))


def _default(value: Expression, names: Names) -> Code:
    """Give a default: a value, or a formula that gives it."""
    number = constant(value)
    if number is not None:
        return repr(number.numerator / number.denominator)
    if isinstance(value, OptionValue | YesNoValue):
        return to_code(value, names)
    return Lambda(to_code(value, names))


def limit_statement(limit: Provision, names: Names) -> Statement:
    """Give a further limit on a value, tested when all that it reads is there."""
    path = limit.tested
    kept = call("run.limit", Words(path), _limit(limit, names))
    local = names.local.get(path)
    return Keep(local, kept, anew=True) if local is not None else Do(kept)


def _limit(limit: Provision, names: Names) -> Code:
    """Give a limit as a test of the value that it is about."""
    assert limit.condition is not None
    local = names.local.get(limit.tested, "_")
    known = replace(names, optional=names.optional - {limit.tested}, amounts=frozenset())
    condition = to_code(limit.condition, known)
    return call("Limit", Words(limit.written), Lambda(condition, local))


def requirement_statement(limit: Provision, names: Names) -> Statement:
    """Give a limit that is about no single value: its process has no value unless it holds."""
    assert limit.condition is not None
    holds = Lambda(to_code(limit.condition, names))
    return Do(call("run.require", Words(limit.place), Words(limit.written), holds))


def burden_statements(process: ProcessPlan, names: Names) -> Iterator[tuple[str, Code]]:
    """Give what a process adds, draws and makes; each with the group whose rows it is for."""
    for contribution in process.contributions:
        known = names.outside(contribution.group)
        yield contribution.group, _contribution(process.path, contribution, known)
    for draw in process.draws:
        yield draw.group, _draw(process.path, draw)
    for product in process.products:
        yield "", _product(process.path, product, names)
    for apart in process.apart:
        for product in apart.products:
            yield "", _product(process.path, product, names, apart.flow)


def _contribution(process: str, contribution: Contribution, names: Names) -> Code:
    arguments: list[Code] = [Words(process), Words(contribution.flow)]
    if contribution.kind == "emission":
        gas = contribution.gas
        name = Words(gas) if isinstance(gas, str) else to_code(gas, names)
        arguments += [Lambda(name), number_text(contribution.to_kg)]
    elif contribution.rate is not None:
        arguments.append(Lambda(to_code(contribution.rate, names)))
    if contribution.kind in ("waste", "credit"):
        arguments.append(Argument("kind", Words(contribution.kind)))
    if contribution.origin != "fossil":
        arguments.append(Argument("origin", Words(contribution.origin)))
    if contribution.rest:
        arguments.append(Argument("rest", Truth(True)))
    if contribution.part != process:
        arguments.append(Argument("apart", Truth(True)))
    return call("run.emits" if contribution.kind == "emission" else "run.contributes", *arguments)


def _draw(process: str, draw: Draw) -> Code:
    source = Several((Words(draw.supplier), Words(draw.source)))
    arguments: list[Code] = [Words(process), Words(draw.flow), source]
    if draw.ratio != 1:
        arguments.append(Argument("ratio", number_text(draw.ratio)))
    if draw.limited:
        arguments.append(Argument("limited", Truth(True)))
    if draw.part != process:
        arguments.append(Argument("apart", Truth(True)))
    return call("run.draws_from", *arguments)


def _product(process: str, product: ProductFlow, names: Names, of: str = "") -> Code:
    arguments: list[Code] = [Words(process), Words(product.flow)]
    if product.basis is not None:
        arguments.append(Argument("basis", Lambda(to_code(product.basis, names))))
    if product.share is not None:
        arguments.append(Argument("share", Lambda(to_code(product.share, names))))
    if of:
        arguments.append(Argument("of", Words(of)))
    return call("run.makes", *arguments)
