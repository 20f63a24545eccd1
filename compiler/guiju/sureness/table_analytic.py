"""First-order intervals of many declarations at once: as ``analytic`` gives them one by one."""

import numpy as np
from msgspec import Struct

from guiju.batch.block import Floats, Truths
from guiju.batch.found import Numbers
from guiju.batch.spreads import KINDS, NONE, Spreads
from guiju.sureness.adjoints import adjoints
from guiju.sureness.distributions import SpreadsOfKind
from guiju.sureness.effects import Effect, Total, effect, together, total
from guiju.sureness.table_inputs import OpenDatum, OpenTable
from guiju.sureness.table_tapes import Evaluated
from guiju_runtime.spread import PARAMETERS, Spread, SpreadKind

EXACT = Spread("normal", (0.0,))


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


def first_order(found: Evaluated, output: str) -> Ends:
    """Give the intervals of an output; nan where nothing uncertain bears on it."""
    value = np.array(found.of(found.prepared.tape.outputs[output].value), dtype=np.float64)
    with np.errstate(all="ignore"):  # declarations aside may hold anything
        return ends_of_total(total(value, effects(found, output).values()))


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
    opened = found.prepared.opened
    values = [found.values[place] for place in opened.origins]
    size, result = found.block.size, opened.tape.outputs[output].value
    slopes = adjoints(opened, values, found.groups, size, result)
    known: dict[str, Effect] = {}
    for datum in found.prepared.inputs.data:
        if datum.name in slopes:
            path, own = datum.datum.path, _of_datum(found, datum, slopes[datum.name])
            known[path] = together(known[path], own) if path in known else own
    for path, table in found.prepared.inputs.tables.items():
        known |= _of_table(found, path, table, slopes)
    return known


def _of_datum(found: Evaluated, datum: OpenDatum, slope: Floats) -> Effect:
    owner = found.groups[datum.group].owner if datum.group else None
    there = np.ones(len(slope), dtype=np.bool_)
    if not datum.default:
        there = found.block.given[datum.datum.path]
    value = np.array(found.of(datum.place), dtype=np.float64)
    stated, spread = found.stated(datum), datum.spread or EXACT
    if stated is None:
        return effect(slope, value, spread, there, owner)
    known = effect(slope, value, spread, there & (stated.kind == NONE), owner)
    for number, kind in enumerate(KINDS):
        here = there & (stated.kind == number)
        if here.any():
            own = _of_kind(stated, kind, here)
            known = together(known, effect(slope, value, own, here, owner))
    return known


def _of_kind(stated: Spreads, kind: SpreadKind, here: Truths) -> SpreadsOfKind:
    """Give the parameters of one kind of distribution, elsewhere such as do nothing."""
    some = stated.parameters[: PARAMETERS[kind]]
    return SpreadsOfKind(kind=kind, parameters=tuple(np.where(here, one, 1.0) for one in some))


def _of_table(
    found: Evaluated, path: str, table: OpenTable, slopes: dict[str, Floats]
) -> dict[str, Effect]:
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
    return {
        f"{path}#{row}": effect(
            slope, np.full(size, table.values[row]), table.spreads[row], everywhere
        )
        for row, slope in zip(rows, by_row.reshape(size, len(rows)).T, strict=True)
        if slope.any()
    }
