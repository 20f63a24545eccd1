"""A table has a row for everything that is looked up in it, from the first year on."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Literal

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.codes import NO_ROW
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import BoundStandard, Table
from guiju_dsl.standard.proving import Facts, case_where
from guiju_dsl.standard.proving.claims import name_of
from guiju_dsl.standard.proving.lookups import rows_for
from guiju_dsl.standard.proving.visits import Visit, every_visit
from guiju_dsl.standard.proving.written import place_of
from guiju_runtime.units import PLAIN_NUMBER

YEAR = typed.Predeclared(name="year", kind="year", unit=PLAIN_NUMBER)
Key = tuple[str | None, tuple[Expression, ...]]
"""An option, none where only the year is known later, and what holds where it is the key."""
Lacking = tuple[tuple[Expression, ...], str]
"""What holds where a row is looked up that there is not, and its keys in words."""


def lookups_find_a_row(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report options and years for which a table is read and has no row.

    The first year is the one before the standard takes effect: declared data are of a period that
    has passed. A standard that says no day has no first year. Tiers of ``prefer`` may find nothing.
    """
    first = first_year(standard)
    for facts, visit in every_visit(standard):
        node = visit.node
        if not isinstance(node, typed.TableLookup) or visit.optional:
            continue
        table = facts.tables[node.table]
        missing = next(_missing(visit, node, table, facts, first), None)
        if missing is not None:
            place = place_of(standard.names, visit, table.path)
            between = "; " if len(table.keys) > 1 else ", "
            known = between.join(dict.fromkeys(_row_words(row.keys) for row in table.rows))
            yield at(NO_ROW, place, table=table.path, key=missing, known=known)


def first_year(standard: BoundStandard) -> int | None:
    """Give the first year that declared data can be of; None if the standard says no day."""
    day = standard.identity.effective
    return int(day[:4]) - 1 if day[:4].isdigit() else None


def _missing(
    visit: Visit, node: typed.TableLookup, table: Table, facts: Facts, first: int | None
) -> Iterator[str]:
    """Give the keys, in words, that can be looked up and have no row.

    Mostly none of them can, which one question about all settles; only else is each asked about.
    """
    lacking = list(_lacking(node, table, facts, first))
    if len(lacking) > 1:
        any_of_them = _joined("or", [_joined("and", held) for held, _ in lacking])
        if case_where((*visit.under, (any_of_them, True)), facts) is None:
            return
    for held, words in lacking:
        case = case_where((*visit.under, *((condition, True) for condition in held)), facts)
        if case is not None and case.certain:
            yield words


def _lacking(
    node: typed.TableLookup, table: Table, facts: Facts, first: int | None
) -> Iterator[Lacking]:
    """Give the keys that have no row, whether they can be looked up or not."""
    for keys in product(*(_options(key, facts) for key in node.keys)):
        rows = list(rows_for(table, [option for option, _ in keys]))
        too_early = () if not rows else _before(node, table, [row.keys for row in rows], first)
        if too_early is None:
            continue
        options = [option for option, _ in keys if option is not None]
        words = _row_words((*options, *([str(first)] if too_early else [])))
        yield (*(held for _, holds in keys for held in holds), *too_early), words


def _options(key: Expression, facts: Facts) -> list[Key]:
    """Give what a key can be; None where it is a year or is not known to be one of few options."""
    written = name_of(key)
    if written is not None:
        return [(written, ())]
    return [
        (name, (typed.IsOneOf(value=key, options=(_option(name),), negated=False),))
        for name in facts.options(key)
    ] or [(None, ())]


def _option(name: str) -> Expression:
    return typed.OptionValue(choice="", name=name)


def _before(
    node: typed.TableLookup, table: Table, rows: list[tuple[str, ...]], first: int | None
) -> tuple[Expression, ...] | None:
    """Say that the year looked up is before every row; None where that cannot be."""
    dated = [column for column, is_dated in enumerate(table.dated) if is_dated]
    if len(dated) != 1 or first is None:
        return None
    [column] = dated
    begins = [keys[column] for keys in rows]
    if not all(begins) or not all(begin.isdigit() for begin in begins):
        return None
    earliest = _number(min(map(int, begins)))
    return (
        _compared(">=", YEAR, _number(first)),
        _compared("<", node.keys[column], earliest),
    )


def _number(value: int) -> Expression:
    return typed.Number(value=Fraction(value), written=str(value), unit=PLAIN_NUMBER)


def _compared(operator: Literal["<", ">="], left: Expression, right: Expression) -> Expression:
    return typed.Compared(operator=operator, left=left, right=right, within=None)


def _joined(operator: Literal["and", "or"], conditions: Sequence[Expression]) -> Expression:
    """Join conditions by halves: a long row of them is not deeper than formulas are."""
    if len(conditions) == 1:
        return conditions[0]
    middle = len(conditions) // 2
    left, right = (_joined(operator, c) for c in (conditions[:middle], conditions[middle:]))
    return typed.Both(operator=operator, left=left, right=right)


def _row_words(keys: tuple[str, ...]) -> str:
    return ", ".join(key or "other" for key in keys)
