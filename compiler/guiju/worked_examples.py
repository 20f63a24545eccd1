"""The worked example that a document prints: the first of the standard that gives a footprint."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import isfinite

from guiju.documents.example_annex import Rows, WorkedExample
from guiju.library import Result, Standard
from guiju.plan.model import Collect, Contribution, RulePlan
from guiju_dsl.standard.expressions import unit_of
from guiju_dsl.standard.model import Example
from guiju_runtime import burdens
from guiju_runtime.books import Book
from guiju_runtime.calculator import Calculator
from guiju_runtime.given import INVALID, Place
from guiju_runtime.units import convert, parse_unit, quotient
from guiju_runtime.withholding import TOGETHER, Shown, shown_of

CARBON = parse_unit("kgCO2e")
System = dict[tuple[str, str, str], dict[int | None, float]]


def worked_example(standard: Standard) -> WorkedExample | None:
    """Calculate the examples of ``standard`` up to the first whose footprints have values."""
    for example in standard.plan.graph.standard.examples:
        data = standard.place.beside(example.file) if example.file else example.given
        result = standard.calculate(data)
        if result.cfp is not None:
            return _worked(standard.plan.rules, example, result)
    return None


def _worked(rules: RulePlan, example: Example, result: Result) -> WorkedExample:
    book = result.calculation.main
    parts = shown_of(result.calculation.calculator, next(iter(book.footprints.values())))
    footprints = {name: f.cfp for name, f in book.footprints.items() if isfinite(f.cfp)}
    return WorkedExample(
        label=example.label,
        year=book.run.reading.year,
        values=_values(rules, book),
        system=_system(rules, book, footprints),
        by_process=parts.by_process,
        footprints=footprints,
        withheld=_withheld(result.calculation.calculator, parts),
    )


def _withheld(calculator: Calculator, parts: Shown) -> frozenset[str]:
    """Give what the example does not print: what is confidential, and sums that are nearly so."""
    together = {p for name in parts.by_process if TOGETHER in name for p in name.split(TOGETHER)}
    secret = calculator.confidential
    names = {path.removesuffix(".reference_flow") for path in secret}
    return secret | together | names


def _values(rules: RulePlan, book: Book) -> dict[str, Rows]:
    """Give what was declared or taken by default, and what the processes that run calculate."""
    run = book.run
    asked = {step.path for step in rules.steps if isinstance(step, Collect)}
    there = {Place(path, None): value for path, value in run.values.items()}
    for rows in run.row_values.values():
        for row, values in enumerate(rows):
            there |= {Place(path, row): value for path, value in values.items()}
    stopped = _stopped(rules, book)
    found: dict[str, dict[int | None, float | str | bool | None]] = {}
    for place, value in there.items():
        said = place in run.reading.about or place in run.defaults
        if said if place.datum in asked else place.datum.partition(".")[0] not in stopped:
            found.setdefault(place.datum, {})[place.row] = _plain(value)
    return dict(found)


def _stopped(rules: RulePlan, book: Book) -> set[str]:
    """Give the processes that do not run."""
    guarded = {process.path for process in rules.processes if process.only_when is not None}
    return guarded - set(book.network.outputs) - set(book.run.rules.downstream)


def _plain(value: object) -> float | str | bool | None:
    if value is INVALID or (isinstance(value, float) and not isfinite(value)):
        return None
    return value if isinstance(value, float | int | str | bool) else None


def _system(rules: RulePlan, book: Book, footprints: Mapping[str, float]) -> System:
    """Give what the network of processes gave, by kind of quantity, path and detail."""
    network = book.network
    found: System = {}
    for key, value in _single(book, footprints):
        if isfinite(value):
            found[key] = {None: value}
    for (path, row), value in network.covered.items():
        found.setdefault(("cover", path, ""), {})[row] = value
    for path, row, value in _rates(rules, network.contributions):
        found.setdefault(("rate", path, ""), {})[row] = value
    return found


def _single(
    book: Book, footprints: Mapping[str, float]
) -> Iterator[tuple[tuple[str, str, str], float]]:
    """Give what has one value for the whole period."""
    network = book.network
    for kind, values in (
        ("footprint", footprints),
        ("intensity", network.intensities),
        ("total", network.totals),
    ):
        yield from (((kind, path, ""), value) for path, value in values.items())
    for name, footprint in book.footprints.items():
        yield ("reference", name, ""), footprint.reference_flow
    for part, contributions in network.contributions.items():
        yield ("burden", part, ""), sum(network.value(one) for one in contributions)
    for (part, flow), share in network.shares.items():
        yield ("share", flow, "" if part in network.parts else part), share
    for part, outputs in network.outputs.items():
        bases = [o.basis for o in outputs if o.share is None and o.basis is not None]
        yield ("bases", part, ""), sum(bases)
    for process, (_, amount) in book.run.rules.downstream.items():
        if process in network.totals:
            yield ("downstream", process, ""), network.totals[process] / amount(book.run)


def _rates(
    rules: RulePlan, made: Mapping[str, list[burdens.Contribution]]
) -> Iterator[tuple[str, int | None, float]]:
    """Give the factor that each flow was multiplied by, in the unit that the document states."""
    plans = {c.flow: c for p in rules.processes for c in p.contributions if c.rate is not None}
    for contributions in made.values():
        for one in contributions:
            if one.flow in plans and one.amount and isfinite(one.value):
                yield one.flow, one.row, _in_unit(rules, plans[one.flow], one.value / one.amount)


def _in_unit(rules: RulePlan, plan: Contribution, rate: float) -> float:
    """Convert from kgCO2e for a unit of the flow."""
    assert plan.rate is not None
    flow = next(step for step in rules.steps if step.path == plan.amount)
    unit = flow.datum.unit if isinstance(flow, Collect) else flow.unit
    ratio = convert(Fraction(1), quotient(CARBON, unit), unit_of(plan.rate))
    return rate * float(ratio)
