"""The rule books of a standard over one declaration: what they calculate alike, calculated once."""

from collections.abc import Mapping
from dataclasses import dataclass

from guiju_runtime.arithmetic import NAN
from guiju_runtime.calculator import Calculator, Rules
from guiju_runtime.characterising import characterise
from guiju_runtime.following import Follower
from guiju_runtime.footprint import Footprint, footprint_of
from guiju_runtime.given import Reading
from guiju_runtime.index import index_of
from guiju_runtime.measures import Measures
from guiju_runtime.network import Network, network_of
from guiju_runtime.run import Run
from guiju_runtime.tables import Table


@dataclass(slots=True)
class Book:
    """What one rule book gave: the run, the solved system, a footprint for each product."""

    run: Run
    network: Network
    footprints: dict[str, Footprint]


def books_of(
    calculator: Calculator, reading: Reading[float], factors: Mapping[str, Table]
) -> dict[str, Book]:
    """Calculate a declaration by every rule book, by name."""
    books = {}
    for run in _runs(calculator, reading, factors):
        characterise(run)
        network = network_of(run)
        footprints = {p.name: footprint_of(network, p) for p in calculator.products}
        books[run.rules.name] = Book(run=run, network=network, footprints=footprints)
    return books


def _runs(
    calculator: Calculator, reading: Reading[float], factors: Mapping[str, Table]
) -> list[Run]:
    """Run the processes by the standard, and by each profile where that differs from it."""
    main, *profiles = calculator.rules
    run = _begun(calculator, main, reading, factors)
    followers = [Follower(rules) for rules in profiles]
    for at, function in enumerate(main.functions):
        leaving = [one for one in followers if one.leaves(run, at)]
        function(run)
        for one in leaving:
            one.meet(run, at)
    return [run, *(one.end(run) for one in followers)]


def _begun(
    calculator: Calculator, rules: Rules, reading: Reading[float], factors: Mapping[str, Table]
) -> Run:
    measures = Measures(
        {
            "year": reading.year if reading.year is not None else NAN,
            "region": reading.region,
            "site": reading.site,
            "period": reading.months if reading.months is not None else NAN,
        }
    )
    return Run(
        calculator=calculator,
        rules=rules,
        reading=reading,
        index=index_of(calculator),
        factors=factors,
        measures=measures,
    )
