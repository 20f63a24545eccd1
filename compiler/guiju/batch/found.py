"""Findings about many declarations, the same words kept once."""

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from guiju.batch.block import Truths
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Language

Numbers = NDArray[np.int64]

FIELDS = ("severity", "code", "clause", "path", "message", "remedy")
SCHEMA = pa.schema(
    [
        ("row", pa.int64()),
        ("last_row", pa.int64()),
        *((name, pa.dictionary(pa.int32(), pa.string())) for name in FIELDS),
    ]
)
"""Of a table of findings. ``row`` is the number of the declaration, from 0. An error has a line for
every declaration; a warning in the same words about declarations behind one another has one line
for all of them, from ``row`` to ``last_row``."""


class Many(Struct, frozen=True, kw_only=True):
    """One test with the declarations in which it finds something.

    Attributes:
        declarations: their numbers from 0, ascending; shape (findings,).
        said: the different findings; ``which`` of them each declaration has; shape (findings,).
    """

    declarations: Numbers
    said: Sequence[Finding]
    which: Numbers

    def moved(self, start: int) -> "Many":
        """Count the declarations from ``start``."""
        return replace(self, declarations=self.declarations + start)

    def each(self) -> Iterator[tuple[int, Finding]]:
        """Give number and finding of every declaration."""
        for number, which in zip(self.declarations.tolist(), self.which.tolist(), strict=True):
            yield number, self.said[which]

    def errors(self) -> Truths:
        """Tell which findings are errors; shape (findings,)."""
        return np.array([one.severity == "error" for one in self.said], dtype=np.bool_)[self.which]

    def stretches(self) -> tuple[Numbers, Numbers]:
        """Give the first and the last place of each stretch that one line can say."""
        rows, which = self.declarations, self.which
        ends = (np.diff(rows) != 1) | (np.diff(which) != 0) | self.errors()[1:]
        last = np.append(np.flatnonzero(ends), len(rows) - 1)
        return np.append(0, last[:-1] + 1), last


def each_of(found: tuple[Many, ...]) -> list[tuple[int, Finding]]:
    """Give every finding with the number of its declaration, in the order of declarations."""
    pairs = [pair for many in found for pair in many.each()]
    return sorted(pairs, key=lambda pair: pair[0])


def to_table(found: tuple[Many, ...], language: Language) -> pa.Table:
    """Give findings as a table of ``SCHEMA``, in the order of declarations."""
    lines: list[tuple[str, ...]] = []
    firsts, lasts, places = _nothing(), _nothing(), _nothing()
    for many in found:
        first, last = many.stretches()
        firsts.append(many.declarations[first])
        lasts.append(many.declarations[last])
        places.append(many.which[first] + len(lines))
        lines += [_words(one, language) for one in many.said]
    rows = np.concatenate(firsts)
    order = np.argsort(rows, kind="stable")
    which = pa.array(np.concatenate(places)[order])
    columns: list[pa.Array] = [pa.array(rows[order]), pa.array(np.concatenate(lasts)[order])]
    for at in range(len(FIELDS)):
        column = pa.array([line[at] for line in lines], pa.string()).dictionary_encode()
        columns.append(column.take(which))
    return pa.Table.from_arrays(columns, schema=SCHEMA)


def _nothing() -> list[Numbers]:
    return [np.zeros(0, dtype=np.int64)]


def _words(one: Finding, language: Language) -> tuple[str, ...]:
    message, remedy = one.message(language), one.remedy(language)
    return one.severity, one.code.id, one.clause, one.path, message, remedy
