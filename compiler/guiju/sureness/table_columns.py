"""The columns that intervals of a table stand in, and why a declaration has none."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from guiju.batch.block import Floats, Truths
from guiju.batch.found import Many, Numbers
from guiju.command_codes import CommandFault
from guiju.library import Standard
from guiju.question_codes import NO_FOOTPRINT, NO_UNCERTAINTY, OPTION_WITHOUT_EFFECT
from guiju.sureness.table_analytic import Ends
from guiju_runtime.findings import finding
from guiju_runtime.messages import Code

SUFFIXES = {
    "median": "median",
    "low": "low",
    "high": "high",
    "standard_deviation": "deviation",
}
"""What stands behind the name of a result, and what of its interval it is."""
Names = dict[str, str]
"""Names of results in the table, with those on a tape."""


def results_of(standard: Standard, profile: str, asked: Sequence[str]) -> tuple[Names, Names]:
    """Name what can have an interval: footprints, and further results that are numbers.

    Args:
        profile: rule book in place of the standard itself; ``cfp`` is the first product of the
            standard.
        asked: results that are wanted; empty means all of them.

    Raises:
        CommandFault: nothing that is asked for can have one.
    """
    plan = standard.plan
    rules = next(one for one in (plan.rules, *plan.profiles) if one.name == profile)
    tapes = [f"{outcome.name}.cfp" for outcome in rules.outcomes]
    if profile:
        footprints, results = {f"{profile}.{name}": name for name in tapes}, {}
    else:
        footprints = {"cfp": tapes[0], **{name: name for name in tapes}}
        secret = standard.module.CALCULATOR.confidential
        told = [one for one in plan.rules.results if one.kind == "number"]
        results = {f"results.{s.path}": f"results.{s.path}" for s in told if s.path not in secret}
        if not asked:
            del footprints[tapes[0]]
    if asked:
        footprints = {name: tape for name, tape in footprints.items() if name in asked}
        results = {name: tape for name, tape in results.items() if name in asked}
    if not (footprints or results):
        raise CommandFault(OPTION_WITHOUT_EFFECT, one="--uncertainty", other="--outputs cfp")
    return footprints, results


class Room:
    """Room for the intervals of a piece of a table."""

    def __init__(self, names: Sequence[str], size: int) -> None:
        """Begin without any."""
        self._ends = {
            name: {field: np.full(size, np.nan) for field in Ends.__struct_fields__}
            for name in names
        }

    def put(self, name: str, numbers: Numbers, ends: Ends) -> None:
        """Put the intervals of some declarations."""
        for field, room in self._ends[name].items():
            room[numbers] = getattr(ends, field)

    def blank(self, name: str, numbers: Numbers) -> None:
        """Take away the intervals of results that have no value."""
        for room in self._ends[name].values():
            room[numbers] = np.nan

    def columns(self, *, drawn: bool) -> dict[str, Floats]:
        """Give the columns under their names; of draws, also how many had no value."""
        columns = {
            f"{name}.{suffix}": ends[field]
            for name, ends in self._ends.items()
            for suffix, field in SUFFIXES.items()
        }
        if drawn:
            columns |= {f"{name}.without_value": e["without"] for name, e in self._ends.items()}
        return columns

    def reasons(self, footprints: Mapping[str, str], standard: str) -> tuple[Many, ...]:
        """Say which declarations have no interval of a footprint, and why."""
        return tuple(
            _reason(code, name, np.flatnonzero(where), standard)
            for name in footprints
            for code, where in self._without(name)
            if where.any()
        )

    def _without(self, name: str) -> Iterator[tuple[Code, Truths]]:
        """``without`` counts draws where there is a value, and is nan where there is none."""
        ends = self._ends[name]
        yield NO_FOOTPRINT, np.isnan(ends["without"])
        yield NO_UNCERTAINTY, (ends["without"] == 0) & np.isnan(ends["low"])


def _reason(code: Code, name: str, numbers: Numbers, standard: str) -> Many:
    said = finding(code, name, severity="warning", standard=standard)
    return Many(declarations=numbers, said=(said,), which=np.zeros(len(numbers), dtype=np.int64))
