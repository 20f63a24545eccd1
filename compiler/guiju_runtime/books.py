"""The rule books of a standard over one declaration: what they calculate alike, calculated once."""

from collections.abc import Mapping
from dataclasses import dataclass

from guiju_runtime.arithmetic import NAN
from guiju_runtime.calculator import Calculator, Rules
from guiju_runtime.characterising import characterise
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
    """Run the processes by each rule book; a profile goes its own way where it first differs."""
    main, *profiles = calculator.rules
    run = _begun(calculator, main, reading, factors)
    forks: dict[str, Run] = {}
    for at, function in enumerate(main.functions):
        for rules in profiles:
            if rules.name not in forks and rules.functions[at : at + 1] != (function,):
                forks[rules.name] = _finished(run.forked(rules), at)
        function(run)
    end = len(main.functions)
    for rules in profiles:
        if rules.name not in forks:
            forks[rules.name] = _finished(run.forked(rules), end)
    return [run, *(forks[rules.name] for rules in profiles)]


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


def _finished(run: Run, begin: int) -> Run:
    """Run the processes from the one numbered ``begin`` to the last."""
    for function in run.rules.functions[begin:]:
        function(run)
    return run
