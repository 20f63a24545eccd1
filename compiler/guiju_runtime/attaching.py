"""Declarations for other standards, attached under ``use``, and the values that they give.

A standard may use results of another. A declaration for it brings the other one along::

    standard: urea
    use: { synthetic_ammonia: { standard: synthetic_ammonia, declaration: …, data: … } }
    data: …

What is attached is calculated by its own calculator. The values that the standard uses then stand
in place of the data of the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import isfinite
from typing import Any, Generic, TypeVar

from guiju_runtime.attaching_codes import (
    ATTACHED_BY_PATH,
    NOT_ATTACHED,
    STANDARD_NOT_HERE,
    STANDARD_NOT_USED,
)
from guiju_runtime.data_model import DataModel, UsedValue
from guiju_runtime.data_words import described, did_you_mean, listed, nearest, quoted
from guiju_runtime.findings import Finding, finding
from guiju_runtime.given import INVALID, Supplied

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Attached(Generic[C]):
    """A declaration for another standard with what it came to."""

    declaration: Mapping[str, object]
    calculation: C


@dataclass(frozen=True, slots=True)
class Attachments(Generic[C]):
    """What is attached to a declaration, by the id of each standard; and what is wrong with it."""

    by_standard: Mapping[str, Attached[C]]
    spoiled: frozenset[str]
    findings: tuple[Finding, ...]


def attachments(
    model: DataModel,
    declaration: object,
    calculate: Callable[[str, Mapping[str, object]], C | None],
) -> Attachments[C]:
    """Calculate what is attached to ``declaration``.

    Args:
        model: of the standard that ``declaration`` is for.
        calculate: gives the calculation of a declaration by the standard of that id, None if
            that standard is not at hand.
    """
    given = declaration.get("use") if isinstance(declaration, Mapping) else None
    found: dict[str, Attached[C]] = {}
    faults: dict[str, Finding] = {}
    if given is not None and not isinstance(given, Mapping):
        known = standards_of(model)
        faults.update(dict.fromkeys(known or ("",), _not_attached(", ".join(known), given)))
    for name, inside in given.items() if isinstance(given, Mapping) else ():
        fault = _fault(model, name, inside)
        calculation = calculate(name, inside) if fault is None else None
        if calculation is not None:
            found[name] = Attached(inside, calculation)
        else:
            faults[quoted(name)] = fault or _not_here(model, name)
    return Attachments(found, frozenset(faults), tuple(dict.fromkeys(faults.values())))


def standards_of(model: DataModel) -> tuple[str, ...]:
    """Give the ids of the standards whose results are used."""
    return tuple(dict.fromkeys(value.standard for value in model.used))


def supplied_by(
    model: DataModel,
    standard: str,
    value: Callable[[UsedValue], Any],
    source: str,
    year: int | None,
) -> dict[str, Supplied]:
    """Give the values that one standard supplies, by the paths of the data they stand for."""
    found = {}
    for used in model.used:
        if used.standard == standard:
            exact = _exact(value(used))
            found[used.path] = Supplied(value=exact, source=source, year=year)
    return found


def _exact(value: Any) -> Any:
    """Give a number exactly; what is no number as INVALID."""
    if not isinstance(value, float):
        return value
    return Fraction(value) if isfinite(value) else INVALID


def of_attached(standard: str, found: Finding) -> Finding:
    """Give a finding on an attached declaration as one on the whole."""
    path = f"{standard}.{found.path}" if found.path else standard
    clause = f"{standard}.{found.clause}" if found.clause else ""
    return replace(found, path=path, clause=clause)


def within_attached(standard: str, found: Finding) -> Finding:
    """Give a finding on the whole as it is on the attached declaration alone."""
    path, clause = (
        text.removeprefix(standard).removeprefix(".") for text in (found.path, found.clause)
    )
    return replace(found, path=path, clause=clause)


def _fault(model: DataModel, name: object, inside: object) -> Finding | None:
    names = standards_of(model)
    if name not in names:
        near = did_you_mean(nearest(quoted(name), names))
        return finding(
            STANDARD_NOT_USED,
            "use",
            standard=model.standard.id,
            name=quoted(name),
            near=near,
            names=listed(names) if names else "—",
        )
    if isinstance(inside, str):
        return finding(ATTACHED_BY_PATH, f"use.{name}", name=quoted(name), given=quoted(inside))
    return None if isinstance(inside, Mapping) else _not_attached(quoted(name), inside)


def _not_attached(name: str, inside: object) -> Finding:
    return finding(NOT_ATTACHED, "use", name=name, given=described(inside))


def _not_here(model: DataModel, name: str) -> Finding:
    rows = [value.path for value in model.used if value.standard == name]
    return finding(STANDARD_NOT_HERE, f"use.{name}", name=name, rows=listed(rows))
