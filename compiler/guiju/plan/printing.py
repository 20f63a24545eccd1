"""Print formulas and plans for people and golden tests: same value, same text."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from guiju.plan.model import (
    CalculationPlan,
    Collect,
    ProcessPlan,
    ProductFlow,
    RulePlan,
    Series,
    Step,
)
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression

ATOM, POWER, PRODUCT, SUM, TEST, LOOSE = 5, 4, 3, 2, 1, 0


def number_text(value: Fraction) -> str:
    """Print a constant: exact where it has few digits, else as a fraction."""
    if value.denominator == 1:
        return str(value.numerator)
    reduced = value.denominator
    for prime in (2, 5):
        while reduced % prime == 0:
            reduced //= prime
    if reduced == 1 and value.denominator < 10**12:
        return f"{value.numerator / value.denominator:.15g}"
    return f"{value.numerator}/{value.denominator}"


def formula_text(node: Expression) -> str:
    """Print a formula with its changes of unit left out: as its quantities stand."""
    return _printed(node)[0]


def _within(node: Expression, least: int) -> str:
    text, binds = _printed(node)
    return text if binds >= least else f"({text})"


def _printed(node: Expression) -> tuple[str, int]:
    printer: Callable[..., tuple[str, int]] = PRINTERS[type(node)]
    return printer(node)


def _number(node: typed.Number) -> tuple[str, int]:
    unit = f" {node.unit.text}" if node.unit.text else ""
    return f"{node.written}{unit}", ATOM


def _arithmetic(node: typed.Arithmetic) -> tuple[str, int]:
    level = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "^": POWER}[node.operator]
    left, right = _within(node.left, level), _within(node.right, level + 1)
    return f"{left} {node.operator} {right}", level


def _aggregate(node: typed.Aggregate) -> tuple[str, int]:
    inner = formula_text(node.body) if node.body is not None else node.group
    return f"{node.function}({inner})", ATOM


def _compared(node: typed.Compared) -> tuple[str, int]:
    within = f" within {formula_text(node.within)}" if node.within is not None else ""
    return f"{_within(node.left, SUM)} {node.operator} {_within(node.right, SUM)}{within}", TEST


def _in_range(node: typed.InRange) -> tuple[str, int]:
    low, high = formula_text(node.low), formula_text(node.high)
    return f"{_within(node.value, SUM)} in {low} .. {high}", TEST


def _one_of(node: typed.IsOneOf) -> tuple[str, int]:
    value = _within(node.value, SUM)
    options = [formula_text(option) for option in node.options]
    if len(options) == 1:
        return f"{value} {'is not' if node.negated else 'is'} {options[0]}", TEST
    return f"{value} {'not in' if node.negated else 'in'} [{', '.join(options)}]", TEST


def _cases(node: typed.Cases) -> tuple[str, int]:
    parts = [f"when {formula_text(c)} then {formula_text(v)}" for c, v in node.branches]
    if node.otherwise is not None:
        parts.append(f"otherwise {formula_text(node.otherwise)}")
    return " ".join(parts), LOOSE


def _preferred(node: typed.Preferred) -> tuple[str, int]:
    return "prefer " + " else ".join(formula_text(tier) for tier, _ in node.tiers), LOOSE


def _lookup(node: typed.TableLookup) -> tuple[str, int]:
    keys = ", ".join(formula_text(key) for key in node.keys)
    return (f"{node.table}[{keys}]" if keys else node.table), ATOM


def _called(node: typed.Called) -> tuple[str, int]:
    arguments = ", ".join(f"{name}: {formula_text(value)}" for name, value in node.arguments)
    return f"{node.function}({arguments})", ATOM


def _outcome(node: typed.ProductOutcome) -> tuple[str, int]:
    return ".".join(p for p in (node.profile, node.product, node.name) if p), ATOM


PRINTERS: dict[type, Callable[..., tuple[str, int]]] = {
    typed.Number: _number,
    typed.Reading: lambda node: (node.path, ATOM),
    typed.Predeclared: lambda node: (node.name, ATOM),
    typed.ProductOutcome: _outcome,
    typed.OptionValue: lambda node: (node.name, ATOM),
    typed.YesNoValue: lambda node: ("yes" if node.value else "no", ATOM),
    typed.DateValue: lambda node: (node.text, ATOM),
    typed.TableLookup: _lookup,
    typed.Converted: lambda node: _printed(node.operand),
    typed.DayOf: lambda node: _printed(node.operand),
    typed.Arithmetic: _arithmetic,
    typed.Opposite: lambda node: (f"-{_within(node.operand, POWER)}", PRODUCT),
    typed.Applied: lambda n: (f"{n.function}({', '.join(map(formula_text, n.arguments))})", ATOM),
    typed.Parameter: lambda node: (node.name, ATOM),
    typed.Called: _called,
    typed.Aggregate: _aggregate,
    typed.Compared: _compared,
    typed.InRange: _in_range,
    typed.IsOneOf: _one_of,
    typed.Both: lambda n: (f"{_within(n.left, TEST)} {n.operator} {_within(n.right, TEST)}", LOOSE),
    typed.Inverse: lambda node: (f"not {_within(node.operand, TEST)}", TEST),
    typed.IsGiven: lambda node: (f"given {node.path}", ATOM),
    typed.Cases: _cases,
    typed.Preferred: _preferred,
}


def to_text(plan: CalculationPlan) -> str:
    """Print a plan: steps in order, then each process with what it makes, draws and adds."""
    books = (plan.rules, *plan.profiles)
    return "\n".join(line for book in books for line in _book(book)) + "\n"


def _book(rules: RulePlan) -> Iterator[str]:
    yield f"rules {rules.name or 'standard'} (gwp {rules.gwp_set})"
    for step in rules.steps:
        yield f"  {_step(step)}"
    for process in rules.processes:
        yield from _process(process)
    for outcome in rules.outcomes:
        flow = formula_text(outcome.reference_flow)
        yield f"  {outcome.name}.cfp per {outcome.unit_label.en} = {outcome.flow} * {flow}"


def _step(step: Step) -> str:
    if isinstance(step, Series):
        return f"rows {step.path} = {formula_text(step.low)} .. {formula_text(step.high)}"
    guard = f"  only when {formula_text(step.only_when)}" if step.only_when is not None else ""
    if isinstance(step, Collect):
        default = f" default {formula_text(step.default)}" if step.default is not None else ""
        return f"collect {step.path} [{step.datum.unit.text or step.datum.kind}]{default}{guard}"
    return f"{step.path} [{step.unit.text or step.kind}] = {formula_text(step.value)}{guard}"


def _process(process: ProcessPlan) -> Iterator[str]:
    yield f"  process {process.path}"
    for product in process.products:
        yield f"    makes {product.flow}{_sharing(product)}"
    for apart in process.apart:
        for product in apart.products:
            yield f"    {apart.flow} for {product.flow}{_sharing(product)}"
    for draw in process.draws:
        limited = " up to its amount" if draw.limited else ""
        cut = " (cut)" if draw.excluded else ""
        yield f"    {draw.flow} from {draw.source} * {number_text(draw.ratio)}{limited}{cut}"
    for one in process.contributions:
        gone = " (left out)" if one.excluded else ""
        if one.rate is not None:
            yield f"    {one.kind} {one.flow} * {formula_text(one.rate)}{gone}"
        else:
            gas = one.gas if isinstance(one.gas, str) else formula_text(one.gas)
            yield f"    emission {one.flow} * gwp[{gas}, {one.origin}]{gone}"


def _sharing(product: ProductFlow) -> str:
    basis = f" by {formula_text(product.basis)}" if product.basis is not None else ""
    share = f" share {formula_text(product.share)}" if product.share is not None else ""
    return f"{basis}{share}"
