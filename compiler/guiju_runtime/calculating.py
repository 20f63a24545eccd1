"""Run a calculator over one declaration."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from operator import truediv
from types import MappingProxyType

from guiju_runtime.arithmetic import NAN
from guiju_runtime.attaching import (
    Attached,
    Attachments,
    attachments,
    of_attached,
    supplied_by,
    within_attached,
)
from guiju_runtime.books import Book, books_of
from guiju_runtime.calculator import Calculator
from guiju_runtime.claims import claimed_twice
from guiju_runtime.data_layout import KEPT
from guiju_runtime.data_model import DataModel, Datum, UsedValue
from guiju_runtime.findings import Finding
from guiju_runtime.given import INVALID, Reading, Supplied, shown
from guiju_runtime.messages import Text, named
from guiju_runtime.reading import read
from guiju_runtime.run import Run
from guiju_runtime.tables import Row, Table, name_of_row
from guiju_runtime.testing import failing, unverified

Others = Callable[[str], Calculator | None]
"""Gives the calculator of the standard of an id, None if it is not at hand."""
NO_FACTORS: Mapping[str, Table] = MappingProxyType({})


def no_others(_standard: str) -> Calculator | None:
    """Have no calculator of another standard."""
    return None


@dataclass(slots=True)
class Calculation:
    """All that a calculator gave for one declaration.

    Attributes:
        books: by name of the rule book, the standard itself under an empty name.
        attached: declarations for other standards that it is built on, by their ids.
        results: further result lines by path.
        findings: in the order in which they came up.
    """

    calculator: Calculator
    reading: Reading[float]
    books: dict[str, Book]
    attached: "Mapping[str, Attached[Calculation]]"
    results: dict[str, object] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def model(self) -> DataModel:
        """Give what the standard asks for."""
        return self.calculator.data_model

    @property
    def main(self) -> Book:
        """Give what the standard itself gave."""
        return self.books[""]

    def clause_of(self, found: Finding) -> str:
        """Give the printed number of the clause that a finding is about, or nothing.

        A clause of another standard has the number of that standard before it.
        """
        for name, one in self.attached.items():
            if f"{found.path}.".startswith(f"{name}."):
                inner = one.calculation.clause_of(within_attached(name, found))
                if inner:
                    return f"{one.calculation.model.standard.version} {inner}"
        return self.calculator.clause_of(found)

    def value(self, used: UsedValue) -> object:
        """Give a value that another standard uses."""
        run = self.main.run
        return (run.measures if used.of == "measure" else run.values).get(used.source)


def calculate(
    calculator: Calculator,
    declaration: Mapping[str, object],
    *,
    accept_other_digest: bool = False,
    others: Others = no_others,
    factors: Mapping[str, Table] = NO_FACTORS,
) -> Calculation:
    """Read ``declaration`` and calculate everything that the standard asks for.

    Args:
        calculator: of the standard that it is for.
        declaration: of the shape that its file has.
        accept_other_digest: read a declaration made for another text of the standard.
        others: gives the calculator of another standard, by whose declaration under ``use`` the
            results of that standard are known; None where it is not at hand.
        factors: tables that stand in place of those of the standard, by path.
    """
    attached, reading = _read(calculator, declaration, accept_other_digest, others)
    books = books_of(calculator, reading, factors)
    calculation = Calculation(
        calculator=calculator, reading=reading, books=books, attached=attached.by_standard
    )
    _measure(calculation)
    _calculate_results(calculation)
    calculation.findings = tuple(dict.fromkeys(_found(calculation, attached, declaration)))
    return calculation


def reading_of(
    calculator: Calculator, declaration: Mapping[str, object], others: Others = no_others
) -> Reading[float]:
    """Read a declaration with those attached to it; its findings are those of all of them."""
    attached, reading = _read(calculator, declaration, False, others)
    found = [f for one in attached.by_standard.values() for f in one.calculation.findings]
    return replace(reading, findings=(*reading.findings, *attached.findings, *found))


def _read(
    calculator: Calculator,
    declaration: Mapping[str, object],
    accept_other_digest: bool,
    others: Others,
) -> tuple[Attachments[Calculation], Reading[float]]:
    """Calculate what is attached, and read the declaration with what that comes to."""
    model = calculator.data_model
    attached = attachments(model, declaration, partial(_attached, others, accept_other_digest))
    reading = read(
        model,
        declaration,
        truediv,
        accept_other_digest=accept_other_digest,
        supplied=_supplied(model, attached),
    )
    return attached, reading


def _calculate_results(calculation: Calculation) -> None:
    main = calculation.main.run
    for result in calculation.calculator.results:
        when = partial(result.when, main) if result.when is not None else None
        value = main.keep(result.path, partial(result.value, main), when=when, optional=True)
        calculation.results[result.path] = value


def _found(
    calculation: Calculation, attached: Attachments[Calculation], declaration: object
) -> Iterator[Finding]:
    """Give what was found: in the data, in what is attached, while calculating, by provisions."""
    yield from calculation.reading.findings
    if calculation.reading.refused:
        return
    yield from attached.findings
    for name, one in attached.by_standard.items():
        yield from (of_attached(name, found) for found in one.calculation.findings)
    yield from claimed_twice([(declaration, calculation)])[0]
    main = calculation.main.run
    of_provisions = failing(main, calculation.calculator.provisions)
    yield from (f for book in calculation.books.values() for f in book.run.findings)
    yield from of_provisions
    yield from unverified(main)


def _attached(
    others: Others, accept_other_digest: bool, standard: str, declaration: Mapping[str, object]
) -> Calculation | None:
    calculator = others(standard)
    if calculator is None:
        return None
    return calculate(
        calculator, declaration, accept_other_digest=accept_other_digest, others=others
    )


def _supplied(model: DataModel, attached: Attachments[Calculation]) -> dict[str, Supplied]:
    """Give what the declarations attached come to, as values of data."""
    found: dict[str, Supplied] = {}
    for name, one in attached.by_standard.items():
        standard = one.calculation.calculator.data_model.standard
        source, year = f"{standard.id} {standard.digest}", one.calculation.reading.year
        found |= supplied_by(model, name, one.calculation.value, source, year)
    for name in attached.spoiled:
        found |= supplied_by(model, name, lambda _: INVALID, "", None)
    return found


def _measure(calculation: Calculation) -> None:
    """Give the main run what provisions may ask: quality, ages, exclusions, all footprints."""
    run = calculation.main.run
    put_off = run.measures.put_off
    first = next(iter(calculation.main.footprints.values()), None)
    if first is not None:
        put_off("primary_share", lambda: _or_nan(first.quality.get("primary_share")))
        put_off("score", lambda: _or_nan(first.quality.get("score")))
        put_off("excluded_largest", lambda: first.excluded_largest)
        put_off("excluded_total", lambda: first.excluded_total)
    put_off("data_age", _data_age, run)
    put_off("factor_age", _factor_age, run)
    for name, book, product, part in _outcomes(calculation.calculator):
        put_off(name, _of_footprint, calculation.books[book], product, part)


@lru_cache(maxsize=KEPT)
def _outcomes(calculator: Calculator) -> tuple[tuple[str, str, str, str], ...]:
    """Give what is known of the footprint of each product: name, rule book, product, part."""
    return tuple(
        (f"{rules.name}.{name}.{part}" if rules.name else f"{name}.{part}", rules.name, name, part)
        for rules in calculator.rules
        for name in (product.name for product in calculator.products)
        for part in ("cfp", "intensity", "reference_flow")
    )


def _of_footprint(book: Book, product: str, part: str) -> object:
    return getattr(book.footprints[product], part)


def _or_nan(value: float | None) -> float:
    return NAN if value is None else value


def _data_age(run: Run) -> float:
    """Give the age of the oldest datum; of a confidential one no name is noted."""
    about = run.reading.about.items()
    dated = [(one.year, path, row) for (path, row), one in about if one.year is not None]
    if not dated:
        return 0.0
    year, path, row = min(dated, key=lambda one: (one[0], one[1], one[2] or 0))
    return _age(run, "data_age", year, lambda: _words_of(run.data[path], row))


def _factor_age(run: Run) -> float:
    """Give the age of the oldest row of a table that took part and has a year."""
    dated = {
        (row.year, table.path, table.place_of(row)): table
        for table, row in run.lookups.values()
        if row.year
    }
    if not dated:
        return 0.0
    oldest = min(dated)
    table = dated[oldest]
    return _age(run, "factor_age", oldest[0], lambda: _name_of(table, table.rows[oldest[2]]))


def _age(run: Run, name: str, year: int, words: Callable[[], Text | None]) -> float:
    """Give the age of what is of a year at the end of the period [a], and note what it is."""
    end = run.reading.year
    if end is None or year >= end:
        return 0.0
    oldest = words()
    if oldest is not None:
        run.oldest[name] = oldest
    return float(end - year)


def _words_of(datum: Datum, row: int | None) -> Text | None:
    if datum.confidential:
        return None
    return named(datum.label, shown(datum.group, row, datum.path))


def _name_of(table: Table, row: Row) -> Text:
    return named(table.label, name_of_row(table.path, row.keys))
