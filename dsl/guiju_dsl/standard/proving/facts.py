"""What is known of the values of a rule book before any of them is collected."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, readings
from guiju_dsl.standard.model import BoundStandard, Datum, Formula, RuleBook, Table
from guiju_dsl.syntax import tree

Assumed = tuple[Expression, bool]
"""A condition, and whether it holds."""


class Facts(Struct, frozen=True, kw_only=True, eq=False):
    """The things of a rule book by path; one is like no other but itself.

    Attributes:
        guards: condition under which a process runs, where it has one.
        formulas: value of each calculated thing that always exists.
        limits: conditions that valid data fulfil.
        choices: options of each named choice.
        amounts: paths of flows and emissions.
    """

    data: Mapping[str, Datum]
    calculated: Mapping[str, Formula]
    formulas: Mapping[str, Expression]
    guards: Mapping[str, Expression]
    tables: Mapping[str, Table]
    limits: tuple[Expression, ...]
    choices: Mapping[str, tuple[str, ...]]
    amounts: frozenset[str]

    def options(self, node: Expression) -> tuple[str, ...]:
        """Give the options that a choice can have; none where it is no choice."""
        match node:
            case typed.Reading() if node.path in self.data:
                return tuple(name for name, _ in self.data[node.path].options)
            case typed.Reading():
                return self.choices.get(node.choice, ())
            case _:
                return ()

    def existence(self, path: str) -> tuple[Assumed, ...]:
        """Give the conditions under which the thing at ``path`` exists, outermost first."""
        thing = self.data.get(path) or self.calculated.get(path)
        if thing is None:
            return ()
        found = (self.guards.get(thing.process), thing.only_when)
        return tuple((guard, True) for guard in found if guard is not None)

    def is_amount(self, path: str) -> bool:
        """Tell whether a value is the amount of a flow or emission: 0 where it does not exist."""
        return path in self.amounts

    def may_be_left_out(self, path: str) -> bool:
        """Tell whether a datum need not be given even where it exists."""
        datum = self.data.get(path)
        return datum is not None and (datum.optional or datum.default is not None)


@lru_cache(maxsize=16)
def facts_of(standard: BoundStandard, book: RuleBook) -> Facts:
    """Gather what is known in ``book``."""
    calculated = {formula.path: formula for formula in (*book.formulas, *book.results)}
    guards = {p.path: p.only_when for p in book.processes if p.only_when is not None}
    return Facts(
        data={datum.path: datum for datum in book.data},
        calculated=calculated,
        formulas={
            path: formula.value
            for path, formula in calculated.items()
            if formula.only_when is None and formula.process not in guards
        },
        guards=guards,
        tables={table.path: table for table in book.tables},
        limits=tuple(_limits(book)),
        choices=dict(_choices(standard)),
        amounts=frozenset(_amounts(book)),
    )


def _limits(book: RuleBook) -> Iterator[Expression]:
    for provision in book.provisions:
        condition = provision.condition
        if provision.force != "limit" or condition is None:
            continue
        if all(isinstance(node, typed.Reading) for node in readings(condition)):
            yield condition


def _amounts(book: RuleBook) -> Iterator[str]:
    for process in book.processes:
        yield from (flow.path for flow in process.flows)
        yield from (emission.path for emission in process.emissions)


def _choices(standard: BoundStandard) -> Iterator[tuple[str, tuple[str, ...]]]:
    for path, declaration in standard.names.declarations.items():
        node = declaration.node
        if isinstance(node, tree.Choice):
            yield path, tuple(option.name.text for option in node.options)
        elif isinstance(node, tree.Let | tree.Result) and node.type is not None:
            yield path, tuple(option.name.text for option in node.type.options)
