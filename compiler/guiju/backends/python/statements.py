"""Print the steps and burdens of a process as statements."""

from collections.abc import Iterator

from msgspec.structs import replace

from guiju.backends.python.expressions import Names, to_python
from guiju.backends.python.layout import (
    Code,
    Listed,
    Prefixed,
    call,
    function_of,
    keyword,
    laid_out,
)
from guiju.backends.python.literals import number_text, quoted
from guiju.plan.model import (
    Collect,
    Compute,
    Contribution,
    Draw,
    ProcessPlan,
    ProductFlow,
    Series,
)
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression, OptionValue, YesNoValue
from guiju_dsl.standard.model import Provision


def statement(code: Code, indent: int) -> str:
    """Print a statement."""
    return f"{' ' * indent}{laid_out(code, indent, indent)}"


def path_text(path: str) -> str:
    """Print a path as a text."""
    return f'"{path}"'


def series_statement(series: Series, names: Names) -> str:
    """Print that the rows of a series are made."""
    bounds = (function_of(to_python(bound, names)) for bound in (series.low, series.high))
    return statement(call("run.series", path_text(series.path), *bounds), indent=4)


def step_statement(
    step: Collect | Compute, names: Names, own_limit: Provision | None, indent: int
) -> str:
    """Print one step, with the limit on its value if there is one."""
    local = names.local[step.path]
    arguments: list[Code] = [path_text(step.path)]
    if isinstance(step, Compute):
        arguments.append(function_of(to_python(step.value, replace(names, value=step.path))))
    if step.only_when is not None:
        arguments.append(keyword("when", function_of(to_python(step.only_when, names))))
    if isinstance(step, Collect) and step.default is not None:
        arguments.append(keyword("default", _default(step.default, names)))
    if step.path in names.amounts:
        arguments.append(keyword("absent", "0.0"))
    elif isinstance(step, Compute) and step.path in names.optional:
        arguments.append(keyword("optional", "True"))
    if own_limit is not None:
        arguments.append(keyword("limit", _limit(own_limit, names)))
    method = "run.collect" if isinstance(step, Collect) else "run.keep"
    return statement(Prefixed(f"{local} = ", call(method, *arguments)), indent)


def _default(value: Expression, names: Names) -> Code:
    """Print a default: a value, or a formula that gives it."""
    number = constant(value)
    if number is not None:
        return repr(number.numerator / number.denominator)
    if isinstance(value, OptionValue | YesNoValue):
        return to_python(value, names)
    return function_of(to_python(value, names))


def limit_statement(limit: Provision, names: Names, indent: int) -> str:
    """Print a further limit on a value, tested when all that it reads is there."""
    path = limit.tested
    kept = call("run.limit", path_text(path), _limit(limit, names))
    local = names.local.get(path)
    return statement(Prefixed(f"{local} = ", kept) if local is not None else kept, indent)


def _limit(limit: Provision, names: Names) -> Code:
    """Print a limit as a test of the value that it is about."""
    assert limit.condition is not None
    local = names.local.get(limit.tested, "_")
    known = replace(names, optional=names.optional - {limit.tested}, amounts=frozenset())
    condition = to_python(limit.condition, known)
    return call("Limit", quoted(limit.written), function_of(condition, local))


def requirement_statement(limit: Provision, names: Names) -> str:
    """Print a limit that is about no single value: its process has no value unless it holds."""
    assert limit.condition is not None
    holds = function_of(to_python(limit.condition, names))
    return statement(
        call("run.require", path_text(limit.place), quoted(limit.written), holds), indent=4
    )


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
    arguments: list[Code] = [path_text(process), path_text(contribution.flow)]
    if contribution.kind == "emission":
        gas = contribution.gas
        name = quoted(gas) if isinstance(gas, str) else to_python(gas, names)
        arguments += [function_of(name), number_text(contribution.to_kg)]
    elif contribution.rate is not None:
        arguments.append(function_of(to_python(contribution.rate, names)))
    if contribution.kind in ("waste", "credit"):
        arguments.append(keyword("kind", quoted(contribution.kind)))
    if contribution.origin != "fossil":
        arguments.append(keyword("origin", quoted(contribution.origin)))
    if contribution.rest:
        arguments.append(keyword("rest", "True"))
    if contribution.part != process:
        arguments.append(keyword("apart", "True"))
    return call("run.emits" if contribution.kind == "emission" else "run.contributes", *arguments)


def _draw(process: str, draw: Draw) -> Code:
    source = Listed("(", (path_text(draw.supplier), path_text(draw.source)), ")")
    arguments: list[Code] = [path_text(process), path_text(draw.flow), source]
    if draw.ratio != 1:
        arguments.append(keyword("ratio", number_text(draw.ratio)))
    if draw.limited:
        arguments.append(keyword("limited", "True"))
    if draw.part != process:
        arguments.append(keyword("apart", "True"))
    return call("run.draws_from", *arguments)


def _product(process: str, product: ProductFlow, names: Names, of: str = "") -> Code:
    arguments: list[Code] = [path_text(process), path_text(product.flow)]
    if product.basis is not None:
        arguments.append(keyword("basis", function_of(to_python(product.basis, names))))
    if product.share is not None:
        arguments.append(keyword("share", function_of(to_python(product.share, names))))
    if of:
        arguments.append(keyword("of", path_text(of)))
    return call("run.makes", *arguments)
