"""What may be claimed once, a green certificate by its number, is claimed in one declaration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from guiju_runtime.attaching import Attached
from guiju_runtime.attaching_codes import CLAIMED_TWICE
from guiju_runtime.data_layout import layout_of
from guiju_runtime.data_model import DataModel, Datum
from guiju_runtime.data_words import quoted
from guiju_runtime.findings import Finding, finding
from guiju_runtime.given import INVALID, Reading, shown


class Calculated(Protocol):
    """A declaration that was read, with those that it builds on."""

    @property
    def model(self) -> DataModel:
        """Give what the standard asks for."""

    @property
    def reading(self) -> Reading[Any]:
        """Give what the declaration says."""

    @property
    def attached(self) -> Mapping[str, Attached[Any]]:
        """Give the declarations for other standards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One use of a value that may be used once.

    Attributes:
        name: last part of the path of its datum, by which standards tell kinds of claims apart.
        path: where it stands, below the ids of the standards that lead to it.
        whose: number of the declaration: one that is attached at two places is one.
    """

    name: str
    value: object
    datum: Datum
    path: str
    whose: str
    who: str


def claimed_twice(calculated: Iterable[tuple[object, Calculated]]) -> list[list[Finding]]:
    """Give for each declaration the findings on claims that another made before.

    Args:
        calculated: declarations with what they came to, in order.
    """
    first: dict[tuple[str, object], Claim] = {}
    found = []
    for declaration, one in calculated:
        findings = []
        for claim in _claims(declaration, one, ""):
            before = first.setdefault((claim.name, claim.value), claim)
            if before.whose != claim.whose:
                findings.append(_twice(claim, before))
        found.append(findings)
    return found


def _claims(declaration: object, one: Calculated, above: str) -> Iterator[Claim]:
    whose = ""
    for datum in () if one.reading.refused else layout_of(one.model).unique:
        for row, value in _values(one.reading, datum):
            if value is not None and value is not INVALID:
                whose = whose or repr(declaration)
                yield Claim(
                    name=datum.path.rpartition(".")[2],
                    value=value,
                    datum=datum,
                    path=above + shown(datum.group, row, datum.path),
                    whose=whose,
                    who=" ".join((one.model.standard.id, one.reading.company, one.reading.site)),
                )
    for name, attached in one.attached.items():
        yield from _claims(attached.declaration, attached.calculation, f"{above}{name}.")


def _values(reading: Reading[Any], datum: Datum) -> Iterator[tuple[int | None, object]]:
    if not datum.group:
        yield None, reading.values.get(datum.path)
        return
    for row, values in enumerate(reading.rows.get(datum.group, ())):
        yield row, values.get(datum.path[len(datum.group) + 1 :])


def _twice(claim: Claim, before: Claim) -> Finding:
    return finding(
        CLAIMED_TWICE,
        claim.path,
        clause=claim.datum.clause,
        label=claim.datum.label,
        given=quoted(claim.value),
        other=before.who.strip(),
        first=before.path,
    )
