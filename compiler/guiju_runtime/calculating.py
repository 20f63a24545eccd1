"""Run a calculator over one declaration."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial

from guiju_runtime.arithmetic import NAN
from guiju_runtime.calculator import Calculator, Rules
from guiju_runtime.findings import Finding
from guiju_runtime.footprint import Footprint, footprint_of
from guiju_runtime.given import Reading
from guiju_runtime.network import Network, network_of
from guiju_runtime.reading import read
from guiju_runtime.run import Run
from guiju_runtime.testing import tested, unverified


@dataclass(slots=True)
class Book:
    """What one rule book gave: the run, the solved system, a footprint for each product."""

    run: Run
    network: Network
    footprints: dict[str, Footprint]


@dataclass(slots=True)
class Calculation:
    """All that a calculator gave for one declaration.

    Attributes:
        books: by name of the rule book, the standard itself under an empty name.
        results: further result lines by path.
        findings: in the order in which they came up.
    """

    calculator: Calculator
    reading: Reading[float]
    books: dict[str, Book]
    results: dict[str, object] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def main(self) -> Book:
        """Give what the standard itself gave."""
        return self.books[""]


def calculate(
    calculator: Calculator, declaration: Mapping[str, object], *, accept_other_digest: bool = False
) -> Calculation:
    """Read ``declaration`` and calculate everything that the standard asks for."""
    reading = read(
        calculator.data_model, declaration, _as_float, accept_other_digest=accept_other_digest
    )
    books = {rules.name: _book(calculator, rules, reading) for rules in calculator.rules}
    calculation = Calculation(calculator=calculator, reading=reading, books=books)
    main = calculation.main.run
    _measure(calculation)
    for result in calculator.results:
        when = partial(result.when, main) if result.when is not None else None
        value = main.keep(result.path, partial(result.value, main), when=when, optional=True)
        calculation.results[result.path] = value
    found = [*reading.findings]
    if not reading.refused:
        of_provisions = [f for p in calculator.provisions for f in tested(main, p)]
        of_books = [f for book in books.values() for f in book.run.findings]
        found += [*of_books, *of_provisions, *unverified(main)]
    calculation.findings = tuple(dict.fromkeys(found))
    return calculation


def _as_float(value: Fraction) -> float:
    return value.numerator / value.denominator


def _book(calculator: Calculator, rules: Rules, reading: Reading[float]) -> Book:
    data = {datum.path: datum for datum in calculator.data_model.data}
    run = Run(calculator=calculator, rules=rules, reading=reading, data=data)
    run.measures["year"] = reading.year if reading.year is not None else NAN
    run.measures["region"] = reading.region
    run.measures["site"] = reading.site
    run.measures["period"] = reading.months if reading.months is not None else NAN
    for function in rules.functions:
        function(run)
    network = network_of(run)
    footprints = {p.name: footprint_of(network, p) for p in calculator.products}
    return Book(run=run, network=network, footprints=footprints)


def _measure(calculation: Calculation) -> None:
    """Give the main run what provisions may ask: quality, ages, exclusions, all footprints."""
    run = calculation.main.run
    first = next(iter(calculation.main.footprints.values()), None)
    if first is not None:
        run.measures["primary_share"] = _or_nan(first.quality.get("primary_share"))
        run.measures["score"] = _or_nan(first.quality.get("score"))
        run.measures["excluded_largest"] = first.excluded_largest
        run.measures["excluded_total"] = first.excluded_total
    given = (about.year for about in run.reading.about.values() if about.year is not None)
    run.measures["data_age"] = _age(run, given)
    used = (row.year for _, row in run.looked_up.values() if row.year)
    run.measures["factor_age"] = _age(run, used)
    for name, book in calculation.books.items():
        for product, found in book.footprints.items():
            where = f"{name}.{product}" if name else product
            run.measures[f"{where}.cfp"] = found.cfp
            run.measures[f"{where}.intensity"] = found.intensity
            run.measures[f"{where}.reference_flow"] = found.reference_flow


def _or_nan(value: float | None) -> float:
    return NAN if value is None else value


def _age(run: Run, years: Iterator[int]) -> float:
    """Give the age of the oldest of ``years`` at the end of the period [a]."""
    end, oldest = run.reading.year, min(years, default=None)
    return float(max(0, end - oldest)) if end is not None and oldest is not None else 0.0
