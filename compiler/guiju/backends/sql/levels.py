"""In which level of the statement a column stands: as few levels as there can be.

An engine sorts all records, with all that they carry, once for each level with columns that look
over records. So these are gathered in few of the levels, and every other column is made as late as
can be: what it is made of is mostly less than what comes of it.
"""

from collections.abc import Mapping, Sequence

Levels = dict[str, int]
"""The level of each column by its name; the innermost is 0."""


def levels_of(reads: Mapping[str, Sequence[str]], over: frozenset[str]) -> Levels:
    """Give the level of each column: above all that it reads.

    Args:
        reads: which of the others each column reads, in an order in which each can be made.
        over: those that look over records.
    """
    last = max(_earliest(reads).values(), default=0)
    latest = _latest(reads, last, {})
    gathered: Levels = {}
    while left := over - gathered.keys():
        _gather(reads, left, min(latest[name] for name in left), gathered)
    return _latest(reads, last, gathered)


def _earliest(reads: Mapping[str, Sequence[str]]) -> Levels:
    found: Levels = {}
    for name, others in reads.items():
        found[name] = 1 + max((found[other] for other in others), default=-1)
    return found


def _latest(reads: Mapping[str, Sequence[str]], last: int, gathered: Levels) -> Levels:
    """Put each column as far out as it can stand, but those that are gathered where they are."""
    found = dict.fromkeys(reads, last)
    for name in reversed(list(reads)):
        found[name] = gathered.get(name, found[name])
        for other in reads[name]:
            found[other] = min(found[other], found[name] - 1)
    return found


def _gather(
    reads: Mapping[str, Sequence[str]], left: frozenset[str], here: int, gathered: Levels
) -> None:
    """Put into one level each column of ``left`` that can be made there."""
    found: Levels = {}
    for name, others in reads.items():
        found[name] = 1 + max((found[other] for other in others), default=-1)
        if name in left and found[name] <= here:
            gathered[name] = here
        found[name] = gathered.get(name, found[name])
