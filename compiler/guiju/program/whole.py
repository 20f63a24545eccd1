"""The standard as a whole: its rule books, products, provisions and results."""

from collections.abc import Iterable

from guiju.documents.clause_numbers import clause_numbers
from guiju.plan.confidential import confidential
from guiju.plan.mentions import in_plain_words
from guiju.plan.model import CalculationPlan, Collect, Compute, Outcome, RulePlan, Series
from guiju.plan.ordering import ordered
from guiju.plan.reads import reads_of
from guiju.program.code import (
    Argument,
    Code,
    Lambda,
    Mapping,
    Nothing,
    Several,
    Truth,
    Words,
    record,
)
from guiju.program.expressions import NOWHERE, to_code
from guiju.program.literals import literal
from guiju.version import ENGINE
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, unit_of
from guiju_dsl.standard.model import BoundStandard, Provision
from guiju_runtime.calculator import Named
from guiju_runtime.messages import Text

AGES = frozenset({"data_age", "factor_age"})
"""What is about the oldest of several things, which a finding names."""


def calculator(plan: CalculationPlan, functions: dict[str, tuple[str, ...]]) -> Code:
    """Give all that ``plan`` calculates; ``functions`` names those of each rule book."""
    books = (plan.rules, *plan.profiles)
    standard = plan.graph.standard
    tested = [p for p in plan.rules.provisions if p.condition is not None and p.force != "limit"]
    results = [r for r in ordered(plan.rules.results) if isinstance(r, Compute)]
    secret = confidential(plan)
    weights = tuple(i.weight.numerator / i.weight.denominator for i in standard.indicators)
    fields: dict[str, Code] = {
        "data_model": "DATA_MODEL",
        "engine": Words(ENGINE),
        "rules": _several(_rules(book, functions[book.name]) for book in books),
        "products": _several(_product(outcome) for outcome in plan.rules.outcomes),
        "provisions": _several(_provision(standard, p, p.path in secret) for p in tested),
        "results": _several(_result(r) for r in results),
        "processes": literal({p.path: (p.label, p.stage) for p in plan.rules.processes}),
        "stages": literal({stage.name: stage.label for stage in standard.rules.stages}),
        "values": literal(_values(plan)),
        "tiers": literal(_tiers(plan)),
        "reads": literal(reads_of(plan)),
        "amounts": literal(_amounts(plan)),
        "unverified_defaults": literal(_unverified_defaults(plan.rules)),
        "confidential": literal(secret),
        "weights": literal(weights),
        "clauses": literal(clause_numbers(plan)),
        "series": literal(_series(plan)),
    }
    return record("Calculator", *(Argument(name, value) for name, value in fields.items()))


def _several(items: Iterable[Code]) -> Code:
    return Several(tuple(items))


def _rules(book: RulePlan, functions: tuple[str, ...]) -> Code:
    gwp = {(gas, origin): value.numerator / value.denominator for gas, origin, value in book.gwp}
    left_out = (c.flow for p in book.processes for c in p.contributions if c.excluded)
    downstream = tuple(
        (Words(p.path), _several((Words(p.product), _lambda(p.per))))
        for p in book.processes
        if p.per is not None
    )
    fields: dict[str, Code] = {
        "name": Words(book.name),
        "label": literal(book.label),
        "gwp_set": Words(book.gwp_set),
        "gwp": literal(gwp),
        "counts_biogenic": Truth(book.counts_biogenic),
        "functions": _several(functions),
        "order": literal(tuple(p.path for p in book.processes)),
        "loops": literal(book.loops),
        "excluded": literal(frozenset(p.path for p in book.processes if p.excluded)),
        "left_out": literal(frozenset(left_out)),
        "cut": literal(frozenset(d.flow for p in book.processes for d in p.draws if d.excluded)),
        "downstream": Mapping(downstream),
    }
    return record("Rules", *(Argument(name, value) for name, value in fields.items()))


def _lambda(node: Expression) -> Code:
    return Lambda(to_code(node, NOWHERE), "run")


def _product(outcome: Outcome) -> Code:
    fields: dict[str, Code] = {
        "name": Words(outcome.name),
        "label": literal(outcome.label),
        "flow": Words(outcome.flow),
        "flow_unit": Words(outcome.flow_unit.text),
        "unit": literal(outcome.unit_label),
        "reference_flow": _lambda(outcome.reference_flow),
    }
    return record("Product", *(Argument(name, value) for name, value in fields.items()))


def _provision(standard: BoundStandard, provision: Provision, secret: bool) -> Code:
    """Print a provision; of a secret one no value is told."""
    assert provision.condition is not None
    tested = None if secret else _tested_value(provision.condition)
    fields: dict[str, Code] = {
        "path": Words(provision.path),
        "force": Words(provision.force),
        "words": literal(in_plain_words(standard, provision.words)),
        "written": Words(provision.written),
        "place": Words(provision.place),
        "group": Words(provision.group),
        "unverified": Truth(provision.notes.unverified),
        "unit": Words(unit_of(tested).text if tested is not None else ""),
        "holds": _lambda(provision.condition),
        "value": _lambda(tested) if tested is not None else Nothing(),
        **_age(tested),
    }
    return record("Provision", *(Argument(name, value) for name, value in fields.items()))


def _age(tested: Expression | None) -> dict[str, Code]:
    """Name the age that is tested, if it is one."""
    if isinstance(tested, typed.Predeclared) and tested.name in AGES:
        return {"age": Words(tested.name)}
    return {}


def _tested_value(condition: Expression) -> Expression | None:
    """Give the number that a condition is about, if it is about one."""
    match condition:
        case typed.InRange():
            return condition.value
        case typed.Compared():
            return condition.left
        case _:
            return None


def _result(result: Compute) -> Code:
    fields: dict[str, Code] = {
        "path": Words(result.path),
        "label": literal(result.label),
        "unit": Words(result.unit.text),
        "value": _lambda(result.value),
        "when": _lambda(result.only_when) if result.only_when is not None else Nothing(),
    }
    return record("Result", *(Argument(name, value) for name, value in fields.items()))


def _values(plan: CalculationPlan) -> dict[str, Named]:
    """Give label and unit of every named value."""
    named: dict[str, Named] = {}
    for book in (plan.rules, *plan.profiles):
        for step in (*book.steps, *book.results):
            if isinstance(step, Collect):
                named.setdefault(step.path, Named(step.datum.label, step.datum.unit.text))
            else:
                named.setdefault(step.path, Named(step.label, step.unit.text))
    return named


def _tiers(plan: CalculationPlan) -> dict[str, tuple[Text, ...]]:
    """Give the words of the tiers of each value that has some."""
    return {
        step.path: tuple(label for _, label in step.value.tiers)
        for book in (plan.rules, *plan.profiles)
        for step in book.steps
        if isinstance(step, Compute) and isinstance(step.value, typed.Preferred)
    }


def _amounts(plan: CalculationPlan) -> frozenset[str]:
    """Give the values that are 0 where they do not exist."""
    books = (plan.rules, *plan.profiles)
    return frozenset(step.path for book in books for step in book.steps if step.zero_if_absent)


def _series(plan: CalculationPlan) -> tuple[str, ...]:
    """Give the groups whose rows are made by the rule."""
    books = (plan.rules, *plan.profiles)
    made = (step.path for book in books for step in book.steps if isinstance(step, Series))
    return tuple(dict.fromkeys(made))


def _unverified_defaults(rules: RulePlan) -> frozenset[str]:
    return frozenset(
        step.path
        for step in rules.steps
        if isinstance(step, Collect) and step.default is not None and step.datum.notes.unverified
    )
