"""Factor tables in a calculator."""

from dataclasses import dataclass, field

from guiju_runtime.arithmetic import NoRow, known
from guiju_runtime.messages import Text

Key = str | int
MOST_FOUND = 1024
"""Of so many keys a table knows the rows; a declaration may bring any region."""


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a table; an empty key holds for any.

    Attributes:
        value: in the unit of the table.
        year: of the value, or 0 where it has none.
    """

    keys: tuple[str, ...]
    value: float
    source: Text
    year: int
    unverified: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A factor by keys; for a dated key the newest row not after it counts.

    Attributes:
        found: the rows that were found, by the keys as they are written; ``places`` of rows, by
            their ids.
    """

    path: str
    label: Text
    unit: str
    dated: tuple[bool, ...]
    rows: tuple[Row, ...]
    found: dict[tuple[str, ...], Row] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    places: dict[int, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def only(self) -> Row:
        """Give the row of a table without keys.

        Raises:
            NoRow: there is none.
        """
        return self.found.get(()) or self.row(())

    def row(self, keys: tuple[Key, ...]) -> Row:
        """Find the row for ``keys``.

        Raises:
            NoRow: there is none.
        """
        for key in keys:
            known(key)
        written = tuple(map(str, keys))
        row = self.found.get(written)
        if row is None:
            row = self._best(written)
            if len(self.found) >= MOST_FOUND:
                self.found.clear()
            self.found[written] = row
        return row

    def place_of(self, row: Row) -> int:
        """Give the place of a row among those of the table, from 0."""
        if not self.places:
            self.places.update((id(one), at) for at, one in enumerate(self.rows))
        return self.places.get(id(row), -1)

    def _best(self, keys: tuple[str, ...]) -> Row:
        best: tuple[tuple[float, ...], Row] | None = None
        for row in self.rows:
            rank = self._rank(row, keys)
            if rank is not None and (best is None or rank > best[0]):
                best = rank, row
        if best is None:
            raise NoRow(self.label, ", ".join(keys))
        return best[1]

    def _rank(self, row: Row, keys: tuple[str, ...]) -> tuple[float, ...] | None:
        """Tell how well a row fits, None if it does not: exact before any, newer before older."""
        rank: list[float] = []
        for wanted, have, dated in zip(keys, row.keys, self.dated, strict=True):
            if not have:
                rank.append(-1.0)
            elif not dated:
                if wanted != have:
                    return None
                rank.append(0.0)
            elif _moment(have) > _moment(wanted):
                return None
            else:
                rank.append(_moment(have))
        return tuple(rank)


def name_of_row(path: str, keys: tuple[str, ...]) -> str:
    """Name a row as a formula would look it up: ``grid[2024]``."""
    written = ", ".join(key for key in keys if key)
    return f"{path}[{written}]" if written else path


def _moment(text: str) -> float:
    """Give a year or a date as a number that grows with time."""
    parts = [float(part) for part in text.split("-")]
    return sum((part * 0.01**place for place, part in enumerate(parts)), 0.0)
