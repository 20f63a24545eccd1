"""The rule books of a standard over one declaration: what they calculate alike, calculated once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from guiju_runtime.arithmetic import NAN
from guiju_runtime.calculator import Calculator, Product, Rules
from guiju_runtime.characterising import characterise, surely_characterised
from guiju_runtime.following import Follower
from guiju_runtime.footprint import Footprint, footprint_of
from guiju_runtime.given import Reading
from guiju_runtime.index import index_of
from guiju_runtime.measures import Measures
from guiju_runtime.network import Network, network_of
from guiju_runtime.run import Run
from guiju_runtime.tables import Table


@dataclass(frozen=True, kw_only=True, eq=False)
class Book:
    """What one rule book gives, as far as it was asked for.

    Attributes:
        products: those of the standard.
    """

    run: Run
    products: tuple[Product, ...]

    @cached_property
    def network(self) -> Network:
        """Give the solved system, of what counts by the rules."""
        characterise(self.run)
        return network_of(self.run)

    @cached_property
    def footprints(self) -> dict[str, Footprint]:
        """Give the footprint of each product, by its name."""
        return {p.name: footprint_of(self.network, p) for p in self.products}

    def solve(self) -> bool:
        """Solve the system now; tell whether there was something to report."""
        before = len(self.run.findings)
        return bool(self.footprints) and len(self.run.findings) > before


def books_of(
    calculator: Calculator, reading: Reading[float], factors: Mapping[str, Table]
) -> dict[str, Book]:
    """Calculate a declaration by every rule book, by name."""
    products = calculator.products
    run, followers = _runs(calculator, reading, factors)
    main = Book(run=run, products=products)
    books = {run.rules.name: main}
    reported = main.solve()
    for follower, other in followers:
        book = books[other.rules.name] = Book(run=other, products=products)
        if reported or follower.alone is not None or not _is_as_sound(other, main):
            book.solve()
    return books


def _is_as_sound(run: Run, main: Book) -> bool:
    """Tell whether there is nothing to report on a system that is part of one without fault.

    Products that are all made, and divide what they bear, still do; draws from them still come from
    something. Where nothing goes round and nothing comes after a product, that is all there is.
    """
    own, rules, others = main.run, run.rules, main.run.rules
    return (
        run.outputs == own.outputs
        and run.linked == own.linked
        and rules.cut >= others.cut
        and rules.excluded >= others.excluded
        and all(main.network.made.values())
        and not (rules.loops or others.loops or rules.downstream)
        and all(draw.supplier != draw.process for draw in own.linked)
        and surely_characterised(run)
    )


def _runs(
    calculator: Calculator, reading: Reading[float], factors: Mapping[str, Table]
) -> tuple[Run, list[tuple[Follower, Run]]]:
    """Run the processes by the standard, and by each profile where that differs from it."""
    main, *profiles = calculator.rules
    run = _begun(calculator, main, reading, factors)
    followers = [Follower(rules, main) for rules in profiles]
    for at, function in enumerate(main.functions):
        leaving = [one for one in followers if at in one.apart and one.leaves(run, at)]
        function(run)
        for one in leaving:
            one.meet(run, at)
    return run, [(one, one.end(run)) for one in followers]


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
