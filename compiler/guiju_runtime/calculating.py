"""Run a calculator over one declaration."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from guiju_runtime.arithmetic import NAN
from guiju_runtime.calculation_codes import (
    RECOMMENDATION_NOT_MET,
    REQUIREMENT_NOT_MET,
    UNUSUAL_VALUE,
    UNVERIFIED_USED,
)
from guiju_runtime.calculator import Calculator, Provision, Rules
from guiju_runtime.findings import Finding, finding
from guiju_runtime.footprint import Footprint, footprint_of
from guiju_runtime.given import Reading
from guiju_runtime.messages import Text, same_words
from guiju_runtime.network import Network, network_of
from guiju_runtime.reading import read
from guiju_runtime.run import Run

MONTHS_A_YEAR = 12


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
        calculation.results[result.path] = main.attempt(
            result.path, lambda result=result: result.value(main)
        )
    found = [*reading.findings, *main.findings, *calculation.main.network.findings]
    if not reading.refused:
        found += [f for p in calculator.provisions for f in _tested(main, p)]
        found += _unverified(main)
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
    run.measures["data_age"] = _data_age(run)
    run.measures["factor_age"] = _factor_age(run)
    for name, book in calculation.books.items():
        for product, found in book.footprints.items():
            where = f"{name}.{product}" if name else product
            run.measures[f"{where}.cfp"] = found.cfp
            run.measures[f"{where}.intensity"] = found.intensity
            run.measures[f"{where}.reference_flow"] = found.reference_flow


def _or_nan(value: float | None) -> float:
    return NAN if value is None else value


def _data_age(run: Run) -> float:
    """Give the age of the oldest datum at the end of the period [a]."""
    end = run.reading.year
    years = [given.year for given in run.reading.about.values() if given.year is not None]
    return float(max(0, end - min(years))) if end is not None and years else 0.0


def _factor_age(run: Run) -> float:
    """Give the age of the oldest factor used at the end of the period [a]."""
    end = run.reading.year
    years = [row.year for _, row in run.looked_up.values() if row.year]
    return float(max(0, end - min(years))) if end is not None and years else 0.0


CODES_BY_FORCE = {
    "shall": (REQUIREMENT_NOT_MET, "error"),
    "should": (RECOMMENDATION_NOT_MET, "warning"),
    "expect": (UNUSUAL_VALUE, "warning"),
}


def _tested(run: Run, provision: Provision) -> list[Finding]:
    """Test a provision, for every row of its group if it is about rows."""
    if provision.force not in CODES_BY_FORCE:
        return []
    if not provision.group:
        found = _finding(run, provision)
        return [found] if found is not None else []
    rows = run.over(provision.group, lambda: _finding(run, provision))  # type: ignore[arg-type,return-value]
    return [found for found in rows if found is not None]  # type: ignore[misc]


def _finding(run: Run, provision: Provision) -> Finding | None:
    if run.holds(lambda: provision.holds(run)) is not False:
        return None
    code, severity = CODES_BY_FORCE[provision.force]
    words = provision.words if provision.words.zh else same_words(provision.written)
    place = provision.place or provision.path
    return finding(
        code,
        run.shown(place) if provision.group else place,
        clause=provision.clause,
        severity="warning" if provision.unverified else severity,  # type: ignore[arg-type]
        words=words,
        written=provision.written,
        value=_shown_value(run, provision),
    )


def _shown_value(run: Run, provision: Provision) -> Text:
    """Give the tested number behind the words of a finding."""
    value = provision.value
    if value is None:
        return Text(zh="", en="")
    number = run.attempt(provision.path, lambda: value(run))
    if not isinstance(number, float | int) or number != number:
        return Text(zh="", en="")
    words = f"{number:.6g} {provision.unit}".strip()
    return Text(zh=f"（现为 {words}）", en=f" (it is {words})")


def _unverified(run: Run) -> list[Finding]:
    """List the unverified values that took part."""
    found = [
        finding(
            UNVERIFIED_USED,
            table.path,
            severity="warning",
            what=table.label,
            value=f"{row.value:.10g} {table.unit}",
        )
        for table, row in run.looked_up.values()
        if row.unverified
    ]
    taken = {place.datum for place in run.defaults} & run.calculator.unverified_defaults
    return found + [
        finding(
            UNVERIFIED_USED,
            path,
            clause=run.data[path].clause,
            severity="warning",
            what=run.data[path].label,
            value=f"{run.data[path].default} {run.data[path].unit}".strip(),
        )
        for path in sorted(taken)
    ]
