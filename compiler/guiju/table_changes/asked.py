"""Changes asked of a table: what every declaration would come to with them, beside what it is."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from msgspec import Struct

from guiju.batch.block import Array, Floats
from guiju.batch.calculating import Batch, BatchResult, Engine
from guiju.batch.found import Many, Numbers, to_table
from guiju.batch.layout import Layout
from guiju.batch.part import More
from guiju.batch.sources import Piece
from guiju.changing import plan_with
from guiju.command_codes import CommandFault
from guiju.inputs import DatumInput, FactorInput, Input, named, read_text, rows_there
from guiju.library import Standard, standard_of
from guiju.question_codes import NO_SUCH_ROW
from guiju.sureness.table_pairs import Pairs
from guiju.sureness.table_sides import Question
from guiju.table_changes.changed_rows import ChangedRows, lacking_any
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Language

WITH = "what_if"
"""Stands before the names of results with the changes, and in the name of their findings."""


class Changes(Struct, frozen=True, kw_only=True):
    """Asks what every declaration of a table would come to with changes.

    Attributes:
        written: names of inputs, and values with their units.
        asked: results that are wanted; empty means all of them.
        question: how sure the results and their difference are, or None.
    """

    standard: Standard
    written: tuple[tuple[str, str], ...]
    asked: tuple[str, ...]
    question: Question | None

    @property
    def name(self) -> str:
        """Say what makes its columns the same as those of another run."""
        return f"changes {self.written} {self.question}"

    @property
    def files(self) -> tuple[str, ...]:
        """Ask for the findings with the changes."""
        return (f"{WITH}.findings",)

    def exact(self) -> list[tuple[Input, object]]:
        """Give the inputs with their other values, exact, in the unit of each.

        Raises:
            CommandFault: there is no such datum or factor, or a value does not fit.
        """
        return [_exact(self.standard, name, text) for name, text in self.written]

    def made_for(self, layout: Layout, engine: Engine, language: Language) -> "TableChanges":
        """Make both ready for tables of one layout.

        Raises:
            CommandFault: a change is none, or an interval is asked for and there can be none.
        """
        return TableChanges(self, layout, engine, language)


def _exact(standard: Standard, name: str, text: str) -> tuple[Input, object]:
    known = named(standard.plan, None, name)
    value = read_text(known, text)
    if isinstance(value, Finding):
        raise CommandFault(value.code, **dict(value.values))
    return known, value


class TableChanges:
    """What declarations of tables of one layout come to with changes."""

    def __init__(self, asked: Changes, layout: Layout, engine: Engine, language: Language) -> None:
        """Make the standard ready with other factors, and the layout with other data."""
        exact = asked.exact()
        factors = [
            (known, value)
            for known, value in exact
            if isinstance(known, FactorInput) and isinstance(value, Fraction)
        ]
        data = [(known, value) for known, value in exact if isinstance(known, DatumInput)]
        standard = other = asked.standard
        if factors:
            plan = plan_with(standard.plan, factors)
            other = standard_of(plan, standard.place, standard.warnings)
        self._language = language
        self._rows = ChangedRows(layout, data)
        self._batch = Batch(
            other.plan,
            other.module.CALCULATOR,
            self._rows.layout,
            asked.asked or None,
            engine=engine,
        )
        self._pairs: Pairs | None = None
        if asked.question is not None:
            sides = (standard, layout), (other, self._rows.layout)
            self._pairs = Pairs(sides, asked.question, asked.written, engine, WITH)

    def of(self, piece: Piece, result: BatchResult) -> More:
        """Give the results with the changes, their differences, and what is found with them."""
        rows, lacking = self._rows.of(piece.rows)
        changed = self._batch.calculate(rows)
        without = lacking_any(lacking, rows.num_rows)
        outputs = {name: _blanked(own, without) for name, own in changed.outputs.items()}
        columns: dict[str, Array] = {f"{WITH}.conforming": ~(changed.faulty | without)}
        columns |= {f"{WITH}.{name}": own for name, own in outputs.items()}
        if "cfp" in outputs:
            columns |= _differences(result.outputs["cfp"], outputs["cfp"])
        found: tuple[Many, ...] = ()
        if self._pairs is not None:
            sure = self._pairs.of(piece.rows, rows, without)
            columns |= sure.columns
            found = sure.found
        many = [*changed.found, *_too_few(lacking)]
        moved = tuple(one.moved(piece.start) for one in many)
        return More(
            columns=columns,
            found=found,
            files={f"{WITH}.findings": to_table(moved, self._language, self._batch.clause_of)},
        )


def _blanked(values: Array, without: Array) -> Array:
    """Take away results of declarations that lack what is changed."""
    if not without.any():
        return values
    return np.where(without, "" if values.dtype == object else np.nan, values)


def _differences(before: Array, after: Array) -> dict[str, Floats]:
    with np.errstate(all="ignore"):
        apart = after - before
        ratio = np.where(before != 0, apart / before, np.nan)
    return {f"{WITH}.difference": apart, f"{WITH}.ratio": ratio}


def _too_few(lacking: dict[str, Numbers]) -> Iterator[Many]:
    """Say which declarations lack a row that is to be changed."""
    for name, counts in lacking.items():
        numbers = np.flatnonzero(counts >= 0)
        there, which = np.unique(counts[numbers], return_inverse=True)
        said = [_no_such_row(name, int(count)) for count in there]
        yield Many(declarations=numbers, said=said, which=which)


def _no_such_row(name: str, count: int) -> Finding:
    return finding(NO_SUCH_ROW, name, name=name, rows=rows_there(count))
