"""In which level of the statement a column stands: as few levels as there can be.

An engine sorts all records, with all that they carry, once for each level with columns that look
over records. So these are gathered in few of the levels, and every other column is made as late as
can be: what it is made of is mostly less than what comes of it.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

Levels = dict[str, int]
"""The level of each column by its name; the innermost is 0."""
Reads = Mapping[str, Sequence[str]]
"""Which of the others each column reads, in an order in which each can be made."""
NONE: Final[Mapping[str, int]] = MappingProxyType({})


def levels_of(reads: Reads, over: frozenset[str], pinned: Mapping[str, int] = NONE) -> Levels:
    """Give the level of each column: above all that it reads.

    Args:
        over: those that look over records.
        pinned: those that stand in a certain level.
    """
    free = {name: others for name, others in reads.items() if name not in pinned}
    last = max(earliest(free, {}).values(), default=0)
    return placed(reads, last, {**gathered(free, over), **pinned})


def gathered(reads: Reads, over: frozenset[str]) -> Levels:
    """Give the level of each column of ``over``, those that look over records."""
    last = max(earliest(reads, {}).values(), default=0)
    latest = placed(reads, last, {})
    found: Levels = {}
    while left := over - found.keys():
        _gather(reads, left, min(latest[name] for name in left), found)
    return found


def earliest(reads: Reads, fixed: Mapping[str, int]) -> Levels:
    """Put each column as far in as it can stand, but those that are fixed where they are."""
    found: Levels = {}
    for name, others in reads.items():
        found[name] = 1 + max((found[other] for other in others), default=-1)
        found[name] = fixed.get(name, found[name])
    return found


def placed(reads: Reads, last: int, fixed: Mapping[str, int]) -> Levels:
    """Put each column as far out as it can stand, but those that are fixed where they are."""
    found = dict.fromkeys(reads, last)
    for name in reversed(list(reads)):
        found[name] = fixed.get(name, found[name])
        for other in reads[name]:
            found[other] = min(found[other], found[name] - 1)
    return found


def _gather(reads: Reads, left: frozenset[str], here: int, found: Levels) -> None:
    """Put into one level each column of ``left`` that can be made there."""
    level: Levels = {}
    for name, others in reads.items():
        level[name] = 1 + max((level[other] for other in others), default=-1)
        if name in left and level[name] <= here:
            found[name] = here
        level[name] = found.get(name, level[name])
