"""Every declaration of a table beside one reference: how far apart, how surely less.

As two declarations are compared: a factor is off by as much in both, and so is a datum that has the
same value at the same site. On a lattice a row has the points that it has alone, so the data of the
reference are drawn at random, and behind those of a row with which it may have some in common.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from guiju.batch.block import Floats, Truths
from guiju.batch.found import Numbers
from guiju.command_codes import CommandFault
from guiju.inputs import FactorInput
from guiju.library import Result, Standard
from guiju.question_codes import NO_FOOTPRINT
from guiju.sureness.analysis import analysed
from guiju.sureness.analytic import effects_of_inputs
from guiju.sureness.comparing import (
    BETWEEN,
    compared,
    compared_draws,
    compared_to_first_order,
    put,
)
from guiju.sureness.effects import Effect, differences, total
from guiju.sureness.montecarlo import Sampling, drawn
from guiju.sureness.samplers import COORDINATES
from guiju.sureness.table_analytic import Moved, effects_of
from guiju.sureness.table_sides import Question
from guiju.sureness.uncertainty import uncertainties
from guiju_runtime.data_value import text_in

PREFIX = "reference"
"""Stands before the names of the columns: of the declaration less the reference."""
NEAR = 1e-9
"""A footprint so near to that of the reference, as a ratio, may be of the same declaration."""


class Reference:
    """A declaration that all those of a table are compared with."""

    def __init__(
        self, standard: Standard, question: Question, declaration: Mapping[str, object]
    ) -> None:
        """Analyse it; its first footprint is what is compared.

        Raises:
            CommandFault: it has no footprint, or nothing uncertain bears on it.
        """
        self._standard = standard
        self._question = question
        self._result = standard.calculate(declaration)
        [self._found] = uncertainties(standard, [self._result], question.sampling, question.profile)
        analysis = self._found.analysis
        self._product = next(iter(self._result.calculation.books[question.profile].footprints))
        if self._product not in analysis.products:
            raise CommandFault(NO_FOOTPRINT, standard=standard.id)
        self._value = analysis.footprint(self._product)
        self._effects = {
            _key(known, number): own
            for number, (known, own) in enumerate(effects_of_inputs(analysis, self._product))
        }
        reading = self._result.calculation.reading
        self._whose = reading.company, reading.site
        self._draws = self._drawn(question.sampling)

    def _drawn(self, sampling: Sampling | None) -> Floats:
        """Give the draws of its footprint, to be compared with rows that it shares no data with."""
        own = self._found.drawn
        if sampling is not None and sampling.sampler == "lattice":
            varied = analysed(
                self._standard, self._result, self._question.profile, only_uncertain=True
            )
            [own] = drawn([varied], sampling, behind=COORDINATES)
        return own.footprints[self._product] if own is not None else np.zeros(0)

    def room(self, size: int) -> dict[str, Floats]:
        """Give the columns of so many declarations, without values."""
        return {f"{PREFIX}.{name}": np.full(size, np.nan) for name in BETWEEN}

    def may_be_shared(self, table: pa.RecordBatch, values: Floats) -> Truths:
        """Tell which declarations may have data in common with it: the same site, or the same data.

        Args:
            values: their footprints.
        """
        if not any(self._whose):
            with np.errstate(all="ignore"):
                near: Truths = np.abs(values - self._value) <= NEAR * abs(self._value)
            return near
        same = np.ones(table.num_rows, dtype=np.bool_)
        for name, own in zip(("company", "site"), self._whose, strict=True):
            given: list[object] = [None] * table.num_rows
            if name in table.schema.names:
                given = table.column(name).to_pylist()
            same &= [(text_in(one) if one is not None else "") == own for one in given]
        return same

    def is_drawn_with(self, table: pa.RecordBatch, values: Floats) -> Truths:
        """Tell which declarations are to be drawn together with it.

        Random draws have a name, which tells what is shared; on a lattice they have a place, too.
        """
        sampling = self._question.sampling
        if sampling is None or sampling.sampler != "lattice":
            return np.zeros(table.num_rows, dtype=np.bool_)
        return self.may_be_shared(table, values)

    def derive(
        self,
        values: Floats,
        moving: Sequence[Moved],
        numbers: Numbers,
        at: Numbers,
        room: Mapping[str, Floats],
    ) -> None:
        """Compare to first order; ``numbers`` of a block stand ``at`` a place in the room."""
        size = len(values)
        own = {key: _wide(one, size) for key, one in self._effects.items()}
        with np.errstate(all="ignore"):  # declarations aside may hold anything
            apart = total(values - self._value, differences(own, effects_of(moving)))
        ends = (apart.median, apart.low, apart.high, 1 - apart.positive)
        for column, end in zip(room.values(), ends, strict=True):
            column[at] = end[numbers]

    def draw(self, draws: Floats, at: Numbers, room: Mapping[str, Floats]) -> None:
        """Compare over common draws; shape of ``draws`` (declarations, draws)."""
        for place, one in zip(at.tolist(), draws, strict=True):
            put(room, place, compared_draws(self._draws, one))

    def alone(self, result: Result, at: int, room: Mapping[str, Floats]) -> None:
        """Compare one declaration that is analysed by itself, if it has such a footprint.

        Raises:
            CommandFault: nothing uncertain bears on it, and draws are asked for.
        """
        question = self._question
        footprint = result.calculation.books[question.profile].footprints[self._product].cfp
        if footprint != footprint:
            return
        if question.sampling is None:
            other = analysed(self._standard, result, question.profile)
            put(room, at, compared_to_first_order(self._found.analysis, other))
            return
        pair = [result, self._result]
        two, one = uncertainties(self._standard, pair, question.sampling, question.profile)
        assert one.drawn is not None
        assert two.drawn is not None
        put(room, at, compared(one.drawn, two.drawn))


def _key(known: object, number: int) -> str:
    """Name an input as tables do, where other declarations have it, too."""
    if not isinstance(known, FactorInput):
        return f"{PREFIX} {number}"
    row = next(at for at, row in enumerate(known.table.rows) if row.keys == known.keys)
    return f"{known.table.path}#{row}"


def _wide(one: Effect, size: int) -> Effect:
    """Give the effect of one input of the reference beside each declaration."""
    return Effect(
        mean=np.repeat(one.mean, size),
        deviation=np.repeat(one.deviation, size),
        third=np.repeat(one.third, size),
        ends=np.repeat(one.ends, size, axis=1),
        owner=None,
    )
