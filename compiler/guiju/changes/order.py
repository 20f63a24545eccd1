"""The order in which changes are told: that of the document."""

import re
from typing import get_args

from guiju.changes.model import Change, What

ORDER = {what: place for place, what in enumerate(get_args(What))}
Place = tuple[int, tuple[tuple[int, str], ...]]

LAST: Place = (3, ())


def in_order(found: tuple[Change, ...]) -> tuple[Change, ...]:
    """Sort changes by the clause that they are in, those of one clause as they stand there."""
    return tuple(sorted(found, key=_key))


def _key(change: Change) -> tuple[Place, int, int]:
    side = change.new or change.old
    line = side.line if side is not None else 0
    place = place_of(clause_of(change)) if change.what != "example" else LAST
    return place, ORDER[change.what], line


def clause_of(change: Change) -> str:
    """Give the clause of a change: in the new edition, of what was removed in the old one."""
    side = change.new or change.old
    return side.clause if side is not None else ""


def place_of(clause: str) -> Place:
    """Give the place of a clause: what is in none first, then the chapters, then the annexes."""
    if not clause:
        return (0, ())
    parts = re.split(r"\.", clause)
    numbers = tuple((int(p), "") if p.isdigit() else (0, p) for p in parts)
    return (1 if clause[0].isdigit() else 2, numbers)
