"""Formulas before their 式中 lists are written: of functions, reference flows and results."""

from collections.abc import Iterator

from msgspec import Struct, field

from guiju.documents import mathematics as m
from guiju.documents.conditions import in_words
from guiju.documents.formulas import parameter, printed
from guiju.documents.meanings import Meanings
from guiju.documents.symbols import Quantity
from guiju.plan.model import RulePlan
from guiju.plan.ordering import formulas_of
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Called, Cases, Expression, Preferred, parts_of
from guiju_dsl.standard.model import Notes


class Draft(Struct, frozen=True, kw_only=True):
    """A formula before its 式中 list is written.

    Attributes:
        lead: phrase of the sentence that leads to it; ``about`` fills that.
        parameters: what the parameters of a formula mean that has some.
        note: what the author adds, or nothing.
    """

    id: str
    quantity: Quantity
    formula: m.Formula
    lead: str
    about: str
    process: str
    parameters: dict[m.Symbol, str] = field(default_factory=dict)
    note: str = ""


def note_of(notes: Notes, meanings: Meanings) -> str:
    """Say what the author adds to a value, and where it is from."""
    note, source = meanings.text(notes.note), meanings.text(notes.source)
    return meanings.phrases.say("equation_note", note, source)


def function_drafts(plan: RulePlan, process: str, meanings: Meanings) -> Iterator[Draft]:
    """Define the formulas with parameters of a process that some formula calls."""
    called = {path for formula in _formulas(plan) for path in _called(formula)}
    for function in plan.functions:
        if function.process != process or function.path not in called:
            continue
        symbols = {parameter(name): (label, unit) for name, label, unit in function.parameters}
        left = m.Function(name=meanings.symbols.function(function.path), arguments=tuple(symbols))
        yield Draft(
            id=f"function.{function.path}",
            quantity=Quantity(kind="function", path=function.path),
            formula=m.Relation(
                left=left, sign="=", right=printed(function.value, meanings.symbols)
            ),
            lead=value_lead(function.value),
            about=meanings.text(function.label),
            process=process,
            parameters={
                symbol: meanings.text(label) + meanings.in_unit(unit)
                for symbol, (label, unit) in symbols.items()
            },
        )


def _formulas(plan: RulePlan) -> Iterator[Expression]:
    """Give the formulas in which a function may be called; what it calls stands in place there."""
    for step in (*plan.steps, *plan.results):
        yield from formulas_of(step)
    for process in plan.processes:
        yield from (c.rate for c in process.contributions if c.rate is not None)
    yield from (outcome.reference_flow for outcome in plan.outcomes)


def _called(node: Expression) -> Iterator[str]:
    if isinstance(node, Called):
        yield node.function
    for part in parts_of(node):
        yield from _called(part)


def reference_drafts(plan: RulePlan, meanings: Meanings) -> Iterator[Draft]:
    """Print the reference flows that are no constants."""
    for outcome in plan.outcomes:
        if constant(outcome.reference_flow) is not None:
            continue
        quantity = Quantity(kind="reference", path=outcome.name)
        right = printed(outcome.reference_flow, meanings.symbols)
        yield Draft(
            id=f"reference.{outcome.name}",
            quantity=quantity,
            formula=m.Relation(left=meanings.symbols.of(quantity), sign="=", right=right),
            lead=value_lead(outcome.reference_flow),
            about=meanings.name(quantity, ""),
            process="",
        )


def result_drafts(plan: RulePlan, meanings: Meanings) -> Iterator[Draft]:
    """Print the further result lines that are numbers, each with its condition if it has one."""
    for result in plan.results:
        if result.kind != "number":
            continue
        thing = meanings.symbols.things[result.path]
        said = meanings.value(thing, "")
        if result.only_when is not None:
            condition = in_words(result.only_when, meanings.symbols)
            said = meanings.phrases.say("result_when", condition, said)
        quantity = Quantity(kind="value", path=result.path)
        right = printed(result.value, meanings.symbols)
        yield Draft(
            id=f"result.{result.path}",
            quantity=quantity,
            formula=m.Relation(left=meanings.symbols.of(quantity), sign="=", right=right),
            lead=value_lead(result.value),
            about=said,
            process="",
            note=note_of(result.notes, meanings),
        )


def value_lead(value: Expression) -> str:
    """Choose the sentence that leads to a formula."""
    match value:
        case Preferred():
            return "lead_tiers"
        case Cases():
            return "lead_cases"
        case _:
            return "lead_value"
