"""Findings of a record as text, put together before all records are looked over the next time.

What a finding hangs on is several columns; what it comes to is a text, and mostly none. An engine
that sorts records carries the one instead of the others.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from guiju.backends.sql.book import Found
from guiju.backends.sql.columns import Column, Section, Stretch
from guiju.backends.sql.levels import earliest, gathered
from guiju.backends.sql.text import QUOTED, first, name

TITLE = "目前发现的问题 What was found so far"


class Reported(Struct, frozen=True):
    """Findings as SQL.

    Attributes:
        text: JSON of each, with commas between; NULL where nothing is found.
        error: code of one that is an error, NULL where there is none; empty if none ever is.
    """

    text: str
    error: str


def reported_early(
    stretches: Sequence[Stretch], found: Iterable[Found]
) -> tuple[list[Stretch], list[Reported]]:
    """Put findings into columns as soon as they can be known; give also what is left to report."""
    left = [Reported(_text(one), one.code if one.is_error else "") for one in found]
    made: list[Stretch] = []
    kept: list[Reported] = []
    for at, stretch in enumerate(stretches):
        later = {called for one in stretches[at + 1 :] for called in _names(one)}
        ready = [one for one in left if later.isdisjoint(QUOTED.findall(one.text))]
        section = Section(title=TITLE, rows=None, columns=[])
        pinned: dict[str, int] = {}
        for level, some in _by_level(stretch, ready).items():
            kept.append(_together(some, len(kept) + 1, section))
            pinned |= dict.fromkeys((kept[-1].text, kept[-1].error), level)
            left = [one for one in left if one not in some]
        pinned.pop("", None)
        made.append(replace(stretch, sections=[*stretch.sections, section], pinned=pinned))
    return made, [*kept, *left]


def _names(stretch: Stretch) -> list[str]:
    """Give what there is from a stretch on."""
    added = [stretch.rows.group, stretch.rows.key] if stretch.rows is not None else []
    return [*added, *(column.name for one in stretch.sections for column in one.columns)]


def _by_level(stretch: Stretch, found: Iterable[Reported]) -> dict[int, list[Reported]]:
    """Give the findings that are known two levels below one with columns that look over records."""
    reads = stretch.reads()
    fixed = gathered(reads, stretch.over())
    known = earliest(reads, fixed)
    below = sorted({level - 1 for level in fixed.values()})
    levels: dict[int, list[Reported]] = {}
    for one in found:
        last = max((known[read] for read in QUOTED.findall(one.text) if read in known), default=-1)
        level = next((level for level in below if level > last), None)
        if level is not None:
            levels.setdefault(level, []).append(one)
    return levels


def _together(some: list[Reported], number: int, section: Section) -> Reported:
    """Put findings into one column, and the errors among them into another."""
    errors = [one.error for one in some if one.error]
    text, error = name(f"#found {number}"), name(f"#faulty {number}") if errors else ""
    joined = ",\n      ".join(one.text for one in some)
    sql = f"NULLIF(CONCAT_WS(',',\n      {joined}), '')"
    section.columns.append(Column(name=text, sql=sql, note=""))
    if errors:
        section.columns.append(Column(name=error, sql=first(*errors), note=""))
    return Reported(text, error)


def _text(one: Found) -> str:
    code = one.code
    path = f'","path":"{one.path}"}}'
    if one.numbered:
        head, tail = one.group, one.path[len(one.group) :]
        at = f"CAST(CAST({one.key} AS INT) AS STRING)"
        end = f'\'","path":"{head}[\' || {at} || \']{tail}"}}\''
        return f'\'{{"code":"\' || {code} || {end}'
    return f"'{{\"code\":\"' || {code} || '{path}'"
