"""First-order intervals of many declarations at once: as ``analytic`` gives them one by one."""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct

from guiju.batch.block import Floats, Truths
from guiju.batch.found import Numbers
from guiju.batch.spreads import EXACT, NONE, Spreads
from guiju.sureness.adjoints import adjoints
from guiju.sureness.distributions import SpreadsOfKind
from guiju.sureness.effects import Effect, Total, effect, together, total
from guiju.sureness.table_inputs import OpenDatum, OpenTable
from guiju.sureness.table_tapes import Evaluated
from guiju_runtime.data_model import Datum
from guiju_runtime.spread import DISTRIBUTIONS, PARAMETERS, SpreadKind


class Ends(Struct, frozen=True, kw_only=True):
    """Intervals of one result; nan where there is none; shape (declarations,).

    Attributes:
        without: draws without value.
    """

    median: Floats
    low: Floats
    high: Floats
    deviation: Floats
    without: Floats

    def at(self, numbers: Numbers) -> "Ends":
        """Give the intervals of some declarations."""
        return Ends(**{name: getattr(self, name)[numbers] for name in self.__struct_fields__})


class Moved(Struct, frozen=True, kw_only=True):
    """What one input does to an output; of a datum in a group, the input of each row.

    Attributes:
        key: what it has in common with the same input of another output.
        of: the datum, or the factor table with the number of its row.
        slope: derivative of the output by it, ``value`` its own; shape (declarations,) or (rows,).
    """

    key: str
    of: Datum | tuple[OpenTable, int]
    slope: Floats
    value: Floats
    effect: Effect


def first_order(found: Evaluated, output: str, moving: Sequence[Moved]) -> Ends:
    """Give the intervals of an output; nan where nothing uncertain bears on it."""
    value = np.array(found.of(found.prepared.tape.outputs[output].value), dtype=np.float64)
    with np.errstate(all="ignore"):  # declarations aside may hold anything
        return ends_of_total(total(value, effects_of(moving).values()))


def ends_of_total(own: Total) -> Ends:
    """Give the intervals of what is known to first order."""
    some = own.inputs > 0
    median, low, high, deviation = (
        np.where(some, part, np.nan) for part in (own.median, own.low, own.high, own.deviation)
    )
    nothing = np.zeros(len(some))
    return Ends(median=median, low=low, high=high, deviation=deviation, without=nothing)


def effects(found: Evaluated, output: str) -> dict[str, Effect]:
    """Give what uncertain inputs do to an output, by name."""
    return effects_of(moved(found, output))


def effects_of(moving: Sequence[Moved]) -> dict[str, Effect]:
    """Give what inputs do by name; a datum that is a default in some rows is one input."""
    known: dict[str, Effect] = {}
    for one in moving:
        known[one.key] = together(known[one.key], one.effect) if one.key in known else one.effect
    return known


def moved(found: Evaluated, output: str) -> list[Moved]:
    """Give each uncertain input that an output hangs on, and what it does to it."""
    opened = found.prepared.opened
    values = [found.values[place] for place in opened.origins]
    size, result = found.block.size, opened.tape.outputs[output].value
    with np.errstate(all="ignore"):  # declarations aside may hold anything
        slopes = adjoints(opened, values, found.groups, size, result)
        data = [
            _datum_moved(found, datum, slopes[datum.name])
            for datum in found.prepared.inputs.data
            if datum.name in slopes
        ]
        tables = found.prepared.inputs.tables.items()
        return data + [one for path, own in tables for one in _rows_moved(found, path, own, slopes)]


def _datum_moved(found: Evaluated, datum: OpenDatum, slope: Floats) -> Moved:
    value = np.array(found.of(datum.place), dtype=np.float64)
    return Moved(
        key=datum.datum.path,
        of=datum.datum,
        slope=slope,
        value=value,
        effect=_of_datum(found, datum, slope, value),
    )


def _of_datum(found: Evaluated, datum: OpenDatum, slope: Floats, value: Floats) -> Effect:
    owner = found.groups[datum.group].owner if datum.group else None
    there = np.ones(len(slope), dtype=np.bool_)
    if not datum.default:
        there = found.block.given[datum.datum.path]
    stated, spread = found.stated(datum), datum.spread or EXACT
    if stated is None:
        return effect(slope, value, spread, there, owner)
    known = effect(slope, value, spread, there & (stated.kind == NONE), owner)
    for number, kind in enumerate(DISTRIBUTIONS):
        here = there & (stated.kind == number)
        if here.any():
            own = _of_kind(stated, kind, here)
            known = together(known, effect(slope, value, own, here, owner))
    return known


def _of_kind(stated: Spreads, kind: SpreadKind, here: Truths) -> SpreadsOfKind:
    """Give the parameters of one kind of distribution, elsewhere such as do nothing."""
    some = stated.parameters[: PARAMETERS[kind]]
    return SpreadsOfKind(kind=kind, parameters=tuple(np.where(here, one, 1.0) for one in some))


def _rows_moved(
    found: Evaluated, path: str, table: OpenTable, slopes: dict[str, Floats]
) -> Iterator[Moved]:
    """Give what rows of a table do: one that several look-ups give does what all of them do."""
    size, rows = found.block.size, list(table.spreads)
    numbers = np.full(len(table.values) + 1, -1)
    numbers[rows] = np.arange(len(rows))
    by_row = np.zeros(size * len(rows))
    for factor in found.prepared.inputs.factors:
        slope = slopes.get(factor.name)
        if factor.table != path or slope is None:
            continue
        at = numbers[found.of(factor.row).astype(np.int64)]
        owner = found.groups[factor.group].owner if factor.group else np.arange(size)
        known = at >= 0
        places = owner[known] * len(rows) + at[known]
        by_row += np.bincount(places, weights=slope[known], minlength=len(by_row))
    everywhere = np.ones(size, dtype=np.bool_)
    for row, slope in zip(rows, by_row.reshape(size, len(rows)).T, strict=True):
        if slope.any():
            value = np.full(size, table.values[row])
            yield Moved(
                key=f"{path}#{row}",
                of=(table, row),
                slope=slope,
                value=value,
                effect=effect(slope, value, table.spreads[row], everywhere),
            )
