"""Test the provisions of a standard when its footprint is known; list what nobody checked."""

from collections.abc import Iterable
from functools import lru_cache, partial

from guiju_runtime.arithmetic import has_no_value
from guiju_runtime.calculation_codes import (
    RECOMMENDATION_NOT_MET,
    REQUIREMENT_NOT_MET,
    UNUSUAL_VALUE,
    UNVERIFIED_USED,
)
from guiju_runtime.calculator import Force, Provision
from guiju_runtime.data_layout import KEPT
from guiju_runtime.data_model import DataModel
from guiju_runtime.data_words import now
from guiju_runtime.findings import Finding, Severity, finding
from guiju_runtime.messages import Code, Text, same_words
from guiju_runtime.run import Run
from guiju_runtime.values import STOPPING

BY_FORCE: dict[Force, tuple[Code, Severity]] = {
    "shall": (REQUIREMENT_NOT_MET, "error"),
    "should": (RECOMMENDATION_NOT_MET, "warning"),
    "expect": (UNUSUAL_VALUE, "warning"),
}


def failing(run: Run, provisions: Iterable[Provision]) -> list[Finding]:
    """Test provisions; give where they fail and what stops a test."""
    found: list[Finding] = []
    for provision in provisions:
        if provision.force not in BY_FORCE:
            continue
        holds: bool | None = None
        if not provision.group:
            run.sought = provision.place or provision.path
            try:
                holds = bool(provision.holds(run))
            except STOPPING:
                holds = None  # it is tested once more, to be reported
        if not holds:
            found += _failing(run, provision, holds)
    return found


def _failing(run: Run, provision: Provision, holds: bool | None) -> list[Finding]:
    """Test a provision, for every row of its group if it is about rows.

    Args:
        holds: whether it does, None where that is not known yet.

    Returns:
        Where it fails; what stops a test is noted by the run, once for the place it is at.
    """
    before = len(run.findings)
    if provision.group:
        tests = run.over(provision.group, lambda: _tested(run, provision, None))
    else:
        tests = [_tested(run, provision, holds)]
    stopped = run.findings[before:]
    return [found for found in tests if isinstance(found, Finding)] + stopped


def _tested(run: Run, provision: Provision, holds: bool | None) -> Finding | None:
    place = provision.place or provision.path
    if holds is None:
        holds = run.passes(place, partial(provision.holds, run), severity_of(provision))
    if holds is not False:
        return None
    value = provision.value
    number = run.attempt(provision.path, lambda: value(run)) if value is not None else None
    return not_met(provision, run.shown(place), number, run.oldest.get(provision.age))


def severity_of(provision: Provision) -> Severity:
    """Tell how grave it is that a provision is not met."""
    return "warning" if provision.unverified else BY_FORCE[provision.force][1]


def not_met(provision: Provision, at: str, number: object, oldest: Text | None = None) -> Finding:
    """Report that a provision does not hold at a place, with the number behind its words.

    Args:
        oldest: what a number that is an age is of.
    """
    return finding(
        BY_FORCE[provision.force][0],
        at,
        clause=provision.path,
        severity=severity_of(provision),
        words=provision.words if provision.words.zh else same_words(provision.written),
        written=provision.written,
        value=_shown_value(provision, number, oldest),
    )


def _shown_value(provision: Provision, number: object, oldest: Text | None) -> Text:
    known = isinstance(number, float | int) and not isinstance(number, bool)
    if provision.value is None or not known or has_no_value(number):
        return same_words("")
    words = f"{number:.6g} {provision.unit}".strip()
    return now(words) if oldest is None else now(f"{words}：{oldest.zh}", f"{words}: {oldest.en}")


def unverified(run: Run) -> list[Finding]:
    """List the unverified values that took part: of factor tables, and defaults."""
    rows = {at[1:]: one for at, one in run.lookups.items() if one[1].unverified}
    found = [
        unverified_row(table.path, table.label, row.value, table.unit)
        for table, row in rows.values()
    ]
    taken = {place.datum for place in run.defaults} & run.calculator.unverified_defaults
    model = run.calculator.data_model
    return found + [unverified_default(model, path) for path in sorted(taken)]


@lru_cache(maxsize=KEPT * 16)
def unverified_row(path: str, label: Text, value: float, unit: str) -> Finding:
    """Report that an unverified row of a table took part."""
    words = f"{value:.10g} {unit}"
    return finding(UNVERIFIED_USED, path, severity="warning", what=label, value=words)


@lru_cache(maxsize=KEPT * 16)
def unverified_default(model: DataModel, path: str) -> Finding:
    """Report that an unverified default was taken."""
    datum = next(datum for datum in model.data if datum.path == path)
    return finding(
        UNVERIFIED_USED,
        path,
        clause=datum.clause,
        severity="warning",
        what=datum.label,
        value=f"{datum.default} {datum.unit}".strip(),
    )
