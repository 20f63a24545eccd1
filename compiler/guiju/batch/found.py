"""Findings about many declarations, the same words kept once."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from guiju.batch.block import Truths
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Language

Numbers = NDArray[np.int64]

ClauseOf = Callable[[Finding], str]
"""Gives the printed number of the clause that a finding is about, or nothing."""

FIELDS = ("severity", "code", "clause", "clause_id", "path", "message", "remedy")
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

_NONE: Numbers = np.zeros(0, dtype=np.int64)


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


def each_of(found: tuple[Many, ...]) -> list[tuple[int, Finding]]:
    """Give every finding with the number of its declaration, in the order of declarations."""
    pairs = [pair for many in found for pair in many.each()]
    return sorted(pairs, key=lambda pair: pair[0])


def to_table(found: tuple[Many, ...], language: Language, clause_of: ClauseOf) -> pa.Table:
    """Give findings as a table of ``SCHEMA``, in the order of declarations."""
    distinct: dict[Finding, int] = {}
    stretches = [_Stretches(first=_NONE, last=_NONE, which=_NONE)]
    for many in found:
        numbers = [distinct.setdefault(one, len(distinct)) for one in many.said]
        which = np.array(numbers, dtype=np.int64)[many.which]
        each = _Stretches(first=many.declarations, last=many.declarations, which=which)
        stretches.append(_joined(each, many.errors()))
    whole = _Stretches(*(np.concatenate(part) for part in zip(*stretches, strict=True)))
    errors = np.array([one.severity == "error" for one in distinct], dtype=np.bool_)
    whole = whole.at(np.lexsort((whole.first, whole.which)))
    whole = _joined(whole, errors[whole.which])
    whole = whole.at(np.argsort(whole.first, kind="stable"))
    words = [words_of(one, language, clause_of) for one in distinct]
    columns: list[pa.Array] = [pa.array(whole.first), pa.array(whole.last)]
    for at in range(len(FIELDS)):
        column = pa.array([line[at] for line in words], pa.string()).dictionary_encode()
        columns.append(column.take(pa.array(whole.which)))
    return pa.Table.from_arrays(columns, schema=SCHEMA)


class _Stretches(NamedTuple):
    """The first and the last of declarations behind one another, and which finding they have."""

    first: Numbers
    last: Numbers
    which: Numbers

    def at(self, places: Numbers) -> "_Stretches":
        """Give those at some places."""
        return _Stretches(*(part[places] for part in self))


def _joined(some: _Stretches, errors: Truths) -> _Stretches:
    """Join each stretch with those that go on where it ends; errors stay apart."""
    goes_on = (some.first[1:] == some.last[:-1] + 1) & (some.which[1:] == some.which[:-1])
    begins = np.flatnonzero(~(goes_on & ~errors[1:]))
    first = np.append(0, begins + 1)[: len(some.first)]
    last = np.append(begins, len(some.first) - 1)[: len(some.first)]
    return _Stretches(some.first[first], some.last[last], some.which[first])


def words_of(one: Finding, language: Language, clause_of: ClauseOf) -> tuple[str, ...]:
    """Give a finding as ``FIELDS``."""
    message, remedy = one.message(language), one.remedy(language)
    clause = clause_of(one)
    return one.severity, one.code.id, clause, one.clause, one.path, message, remedy
