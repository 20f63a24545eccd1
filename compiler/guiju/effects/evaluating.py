"""Check a set of rules again, and calculate the plant under it, exactly."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from guiju import pipeline
from guiju.effects.model import NoValue, State, Unchecked, Valued
from guiju.library import Standard, calculator_of
from guiju.plan.model import CalculationPlan
from guiju.plan.reference.evaluate import evaluate
from guiju_dsl.syntax.tree import Forest
from guiju_runtime.findings import Finding

Declaration = Mapping[str, object]


class Question(Struct, frozen=True, kw_only=True):
    """What is asked of every set of rules.

    Attributes:
        standard: from whose project the standards that it uses come.
        declaration: of the plant, for the standard under its id.
        profile: whose footprint is meant, empty for the standard itself.
    """

    standard: Standard
    declaration: Declaration
    profile: str
    product: str


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
    found = result.books[question.profile].footprints.get(question.product)
    if found is None or found.cfp is None:
        return NoValue(findings=_errors(plan, question))
    return Valued(value=found.cfp, contributions=found.contributions)


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
