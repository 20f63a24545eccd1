"""Evaluate a plan exactly for one declaration."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from guiju.plan.model import CalculationPlan, Collect, Compute, RulePlan
from guiju.plan.ordering import ordered
from guiju.plan.reference.attempts import attempt, holds
from guiju.plan.reference.footprints import footprint_of
from guiju.plan.reference.model import Found, Place, ReferenceFootprint, State, Value
from guiju.plan.reference.outline import outline_of
from guiju.plan.reference.provisions import failures
from guiju.plan.reference.system import System, system_of
from guiju.plan.reference.terms import terms_of
from guiju.plan.reference.values import evaluate_values
from guiju.plan.same import Same
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import RuleBook
from guiju_runtime.attaching import Attached, Attachments, attachments, supplied_by
from guiju_runtime.calculation_codes import UNVERIFIED_USED
from guiju_runtime.claims import claimed_twice
from guiju_runtime.data_model import DataModel, UsedValue
from guiju_runtime.given import INVALID, Reading, Supplied
from guiju_runtime.reading import read

Others = Callable[[str], CalculationPlan | None]
"""Gives the plan of the standard of an id, None if it is not at hand."""


def no_others(_standard: str) -> CalculationPlan | None:
    """Have no plan of another standard."""
    return None


class ReferenceBook(Struct, frozen=True, kw_only=True):
    """What one rule book gives.

    Attributes:
        values: by path and row from 0: a Fraction, a choice, a text …; INVALID has no value.
        footprints: by product.
    """

    values: Mapping[Place, Value]
    footprints: Mapping[str, ReferenceFootprint]


class ReferenceResult(Struct, frozen=True, kw_only=True):
    """What a plan gives for one declaration, exactly.

    Attributes:
        books: by name of the rule book, the standard itself under an empty name.
        results: further result lines by path.
        measures: what is known only when all is evaluated: footprints, quality, the year.
        found: id of the code and path of every finding.
        attached: declarations for other standards that it is built on, by their ids.
        answers: value of each formula that was asked for.
    """

    books: Mapping[str, ReferenceBook]
    results: Mapping[str, Value]
    measures: Mapping[str, Value]
    found: frozenset[Found]
    model: DataModel
    reading: Reading[Fraction]
    attached: "Mapping[str, Attached[ReferenceResult]]"
    answers: tuple[Value, ...]

    def value(self, used: UsedValue) -> Value:
        """Give a value that another standard uses."""
        if used.of == "measure":
            return self.measures.get(used.source)
        return self.books[""].values.get((used.source, None))


def evaluate(
    plan: CalculationPlan,
    declaration: Mapping[str, object],
    others: Others = no_others,
    asked: Iterable[Expression] = (),
    number: Callable[[int, int], Fraction] = Fraction,
) -> ReferenceResult:
    """Evaluate ``plan`` for ``declaration``: every value, every footprint, every finding.

    Args:
        plan: of the standard that it is for.
        declaration: of the shape that its file has.
        others: gives the plan of another standard, None if it is not at hand.
        asked: further formulas whose values are wanted.
        number: makes a number that is read of numerator and denominator: ``Bounded.read`` one
            that tells how far floats may be from the result.
    """
    model = plan.data_model
    attached = attachments(model, declaration, partial(_attached, others, number))
    reading = read(model, declaration, number, supplied=_supplied(model, attached))
    of = plan.graph.standard
    pairs = zip((plan.rules, *plan.profiles), (of.rules, *of.profiles), strict=True)
    systems = tuple(_system(plan, rules, book, reading) for rules, book in pairs)
    main = systems[0]
    books = {system.state.plan.name: _book(plan, system) for system in systems}
    _measure(main.state, books)
    results = _results(plan, main)
    result = ReferenceResult(
        books=books,
        results=results,
        measures=main.state.measures,
        found=_found(systems, reading),
        model=model,
        reading=reading,
        attached=attached.by_standard,
        answers=tuple(attempt(main.state, node, ("", None), optional=True) for node in asked),
    )
    more = set() if reading.refused else _of_attached(declaration, result, attached)
    return replace(result, found=result.found | more) if more else result


def _found(systems: tuple[System, ...], reading: Reading[Fraction]) -> frozenset[Found]:
    """Give the findings of the standard itself, which comes first, and of its profiles."""
    found = {(finding.code.id, finding.path) for finding in reading.findings}
    if not reading.refused:
        state = systems[0].state
        found.update(failures(state), _unverified(state))
        found.update(f for system in systems for f in system.state.found)
    return frozenset(found)


def _of_attached(
    declaration: Mapping[str, object],
    result: ReferenceResult,
    attached: Attachments[ReferenceResult],
) -> set[Found]:
    """Give what was found with the declarations attached."""
    found = {(fault.code.id, fault.path) for fault in attached.findings}
    for name, one in attached.by_standard.items():
        paths = one.calculation.found
        found |= {(code, f"{name}.{path}" if path else name) for code, path in paths}
    return found | {(f.code.id, f.path) for f in claimed_twice([(declaration, result)])[0]}


def _results(plan: CalculationPlan, main: System) -> dict[str, Value]:
    lines = [line for line in ordered(plan.rules.results) if isinstance(line, Compute)]
    return {line.path: _result(main.state, line) for line in lines}


def _attached(
    others: Others,
    number: Callable[[int, int], Fraction],
    standard: str,
    declaration: Mapping[str, object],
) -> ReferenceResult | None:
    plan = others(standard)
    return evaluate(plan, declaration, others, number=number) if plan is not None else None


def _supplied(model: DataModel, attached: Attachments[ReferenceResult]) -> dict[str, Supplied]:
    """Give what the declarations attached come to, as values of data."""
    found: dict[str, Supplied] = {}
    for name, one in attached.by_standard.items():
        found |= supplied_by(model, name, one.calculation.value, "", None)
    for name in attached.spoiled:
        found |= supplied_by(model, name, lambda _: INVALID, "", None)
    return found


def _result(state: State, result: Compute) -> Value:
    """Give a further result line: absent where its condition does not hold."""
    place = (result.path, None)
    exists = holds(state, result.only_when, place)
    value: Value = INVALID if exists is None else None
    if exists:
        value = attempt(state, result.value, place, optional=True)
    state.values[place] = value
    return value


def _system(
    plan: CalculationPlan, rules: RulePlan, book: RuleBook, reading: Reading[Fraction]
) -> System:
    groups = tuple(dict.fromkeys((*reading.rows, *rules.groups)))
    state = State(plan=rules, outline=outline_of(Same(rules)), reading=reading, groups=groups)
    state.measures["year"] = INVALID if reading.year is None else reading.year
    state.measures["region"] = reading.region
    state.measures["site"] = reading.site
    state.measures["period"] = INVALID if reading.months is None else reading.months
    evaluate_values(state, book, {datum.path: datum for datum in plan.data_model.data})
    return system_of(state, terms_of(state))


def _book(plan: CalculationPlan, system: System) -> ReferenceBook:
    indicators = plan.graph.standard.indicators
    footprints = {o.name: footprint_of(system, o, indicators) for o in plan.rules.outcomes}
    return ReferenceBook(values=system.state.values, footprints=footprints)


def _measure(state: State, books: Mapping[str, ReferenceBook]) -> None:
    """Give the main rule book what results and provisions may ask."""
    measures = state.measures
    first = next(iter(books[""].footprints.values()), None)
    if first is not None:
        measures["primary_share"] = _or_invalid(first.primary_share)
        measures["score"] = _or_invalid(first.score)
        measures["excluded_largest"], measures["excluded_total"] = map(_or_invalid, first.excluded)
    given = (about.year for about in state.reading.about.values())
    measures["data_age"] = _age(state, given)
    used = (int(row.year) for _, row in state.used_rows.values() if row.year.isdigit())
    measures["factor_age"] = _age(state, used)
    outcomes = {outcome.name: outcome for outcome in state.plan.outcomes}
    for name, book in books.items():
        for product, found in book.footprints.items():
            where = f"{name}.{product}" if name else product
            measures[f"{where}.cfp"] = _or_invalid(found.cfp)
            measures[f"{where}.intensity"] = _or_invalid(found.intensity)
            reference = outcomes[product]
            measures[f"{where}.reference_flow"] = attempt(
                state, reference.reference_flow, (reference.flow, None)
            )


def _or_invalid(value: Fraction | None) -> Value:
    return INVALID if value is None else value


def _age(state: State, years: Iterable[int | None]) -> Fraction:
    """Give the age of the oldest of ``years`` at the end of the period [a]."""
    known = [year for year in years if year]
    end = state.reading.year
    return Fraction(max(0, end - min(known))) if known and end is not None else Fraction(0)


def _unverified(state: State) -> set[Found]:
    """List the unverified rows of tables and defaults that took part."""
    rows = {
        (UNVERIFIED_USED.id, table.path)
        for table, row in state.used_rows.values()
        if row.unverified or table.notes.unverified
    }
    unchecked = {
        step.path
        for step in state.plan.steps
        if isinstance(step, Collect) and step.datum.notes.unverified
    }
    return rows | {(UNVERIFIED_USED.id, path) for path, _ in state.defaults if path in unchecked}
