"""Check a set of rules again, and calculate the plant under it, exactly."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from msgspec import Struct

from guiju import pipeline
from guiju.effects.model import NoValue, State, Unchecked, Valued
from guiju.library import Standard, calculator_of
from guiju.plan.model import CalculationPlan
from guiju.plan.reference.evaluate import evaluate
from guiju_dsl.standard.model import Product
from guiju_dsl.syntax.tree import Forest
from guiju_runtime.findings import Finding

Declaration = Mapping[str, object]


class Question(Struct, frozen=True, kw_only=True):
    """What is asked of every set of rules.

    Attributes:
        standard: from whose project the standards that it uses come.
        declaration: of the plant, for the standard under its id.
        profile: whose footprint is meant, empty for the standard itself.
        product: whose footprint it is; footprints are given for its unit, whatever unit the rules
            declare.
    """

    standard: Standard
    declaration: Declaration
    profile: str
    product: Product


def state_of(forest: Forest, question: Question) -> State:
    """Give what the rules in ``forest`` come to."""
    outcome = pipeline.compile_trees(forest)
    plan = outcome.product
    if plan is None:
        return Unchecked(diagnostics=outcome.errors)
    return state_under(plan, question)


def state_under(plan: CalculationPlan, question: Question) -> State:
    """Give what the rules of ``plan`` come to."""
    result = evaluate(plan, readable(plan, question.declaration), _plans(question.standard))
    found = result.books[question.profile].footprints.get(question.product.name)
    products = (p for p in plan.graph.standard.rules.products if p.name == question.product.name)
    own = next(products, None)
    scale = in_unit_of(question.product, own) if own is not None else None
    if found is None or found.cfp is None or scale is None:
        return NoValue(findings=_errors(plan, question))
    return Valued(value=found.cfp * scale, contributions=found.contributions)


def in_unit_of(product: Product, other: Product) -> Fraction | None:
    """Give how many units of ``other`` are in one of ``product``; None if they do not convert."""
    one, two = product.quantity_unit, other.quantity_unit
    if one.dimension != two.dimension or not one.same_kind(two):
        return None
    return product.quantity * one.factor / (other.quantity * two.factor)


def readable(plan: CalculationPlan, declaration: Declaration) -> Declaration:
    """Give the declaration as one for the text of ``plan``, whatever text it was made for."""
    kept = {name: value for name, value in declaration.items() if name != "digest"}
    return {**kept, "standard": plan.data_model.standard.id}


def _plans(standard: Standard) -> Callable[[str], CalculationPlan | None]:
    return lambda name: standard.other(name).plan


def _errors(plan: CalculationPlan, question: Question) -> tuple[Finding, ...]:
    """Give the errors by which the footprint has no value, in words that people read."""
    standard = Standard(
        plan=plan,
        warnings=(),
        place=question.standard.place,
        module=calculator_of(plan),
        others=question.standard.others,
    )
    calculation = standard.calculate(readable(plan, question.declaration)).calculation
    own = calculation.books[question.profile].run.findings
    of_data = calculation.reading.findings
    errors = [f for f in (*of_data, *own) if f.severity == "error"]
    return tuple(dict.fromkeys(errors))
