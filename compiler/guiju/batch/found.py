"""Findings about many declarations, the same words kept once."""

from collections.abc import Callable, Iterator

import numpy as np
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from guiju_runtime.findings import Finding
from guiju_runtime.messages import Language

FIELDS = ("severity", "code", "clause", "path", "message", "remedy")
SCHEMA = pa.schema(
    [("row", pa.int64()), *((name, pa.dictionary(pa.int32(), pa.string())) for name in FIELDS)]
)
"""Of a table of findings; ``row`` is the number of the declaration, from 0."""


class Many(Struct, frozen=True, kw_only=True):
    """One test with the declarations in which it finds something.

    Attributes:
        declarations: their numbers from 0; shape (findings,).
        finding: gives the finding about the declaration at a place of ``declarations``.
        alike: whether it is the same for all of them.
    """

    declarations: NDArray[np.int64]
    finding: Callable[[int], Finding]
    alike: bool

    def moved(self, start: int) -> "Many":
        """Count the declarations from ``start``."""
        return replace(self, declarations=self.declarations + start)

    def each(self) -> Iterator[tuple[int, Finding]]:
        """Give number and finding of every declaration."""
        for at, number in enumerate(self.declarations.tolist()):
            yield number, self.finding(at)

    def findings(self) -> Iterator[Finding]:
        """Give the finding about all of them, or one for each."""
        yield from map(self.finding, range(1 if self.alike else len(self.declarations)))


def each_of(found: tuple[Many, ...]) -> list[tuple[int, Finding]]:
    """Give every finding with the number of its declaration, in the order of declarations."""
    pairs = [pair for many in found for pair in many.each()]
    return sorted(pairs, key=lambda pair: pair[0])


def to_table(found: tuple[Many, ...], language: Language) -> pa.Table:
    """Give findings as a table of ``SCHEMA``, in the order of declarations."""
    distinct: dict[Finding, int] = {}
    places: list[NDArray[np.int64]] = []
    for many in found:
        numbers = [distinct.setdefault(one, len(distinct)) for one in many.findings()]
        count = len(many.declarations)
        places.append(np.broadcast_to(np.array(numbers, dtype=np.int64), (count,)))
    rows = _joined([many.declarations for many in found])
    order = np.argsort(rows, kind="stable")
    which = _joined(places)[order]
    lines = [_words(one, language) for one in distinct]
    columns: list[pa.Array] = [pa.array(rows[order])]
    for at in range(len(FIELDS)):
        column = pa.array([line[at] for line in lines], pa.string()).dictionary_encode()
        columns.append(column.take(pa.array(which)))
    return pa.Table.from_arrays(columns, schema=SCHEMA)


def _joined(arrays: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=np.int64)


def _words(one: Finding, language: Language) -> tuple[str, ...]:
    message, remedy = one.message(language), one.remedy(language)
    return one.severity, one.code.id, one.clause, one.path, message, remedy
