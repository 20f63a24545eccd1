"""Which coordinate of a lattice an input has: fixed by the standard, not by what is declared.

So the points are the same for every declaration of a table, wherever it stands, and for one alone.
"""

from collections.abc import Iterable

from msgspec import Struct

from guiju.inputs import DatumInput, FactorInput, Input
from guiju.plan.model import CalculationPlan


class Places(Struct, frozen=True, kw_only=True):
    """The coordinates of the inputs of a standard.

    Attributes:
        single: by path of a datum outside groups, or name of a row of a factor table.
        in_rows: by path of a datum in a group; the second row has those behind the first.
    """

    single: dict[str, int]
    in_rows: dict[str, int]

    def of(self, path: str, row: int | None) -> int:
        """Give the coordinate of a datum, in a row of its group, or of a factor by its name."""
        if row is None:
            return self.single[path]
        return len(self.single) + row * len(self.in_rows) + self.in_rows[path]

    def of_input(self, known: Input) -> int:
        """Give the coordinate of an input."""
        if isinstance(known, DatumInput):
            return self.of(known.datum.path, known.row)
        return self.of(known.name, None)


def places_of(plan: CalculationPlan) -> Places:
    """Give the coordinates of all that may be off: data, and factors with an uncertainty."""
    numbers = [datum for datum in plan.data_model.data if datum.kind == "number"]
    data = [datum.path for datum in numbers if not datum.group]
    factors = [
        FactorInput(table=table, keys=row.keys).name
        for table in plan.rules.tables
        if any(one.uncertainty is not None for one in table.rows)
        for row in table.rows
    ]
    return Places(
        single=_numbered([*data, *factors]),
        in_rows=_numbered(datum.path for datum in numbers if datum.group),
    )


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}
