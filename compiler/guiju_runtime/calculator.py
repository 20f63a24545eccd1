"""What a generated calculator consists of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from guiju_runtime.data_model import DataModel, Indicator
from guiju_runtime.messages import Text

if TYPE_CHECKING:
    from guiju_runtime.findings import Finding
    from guiju_runtime.run import Run

ROW = re.compile(r"\[\d+\]")
Force = Literal["shall", "should", "may", "expect"]


@dataclass(frozen=True, slots=True)
class Product:
    """A declared product.

    Attributes:
        flow: path of the product flow.
        reference_flow: its amount for one unit, in ``flow_unit``.
        unit: what the footprint is for, ``1 t``, ``1 bottle``.
    """

    name: str
    label: Text
    flow: str
    flow_unit: str
    unit: Text
    reference_flow: Callable[[Run], float]

    @property
    def footprint_unit(self) -> Text:
        """Give the unit of its footprint in words: ``kgCO2e / 1 t``."""
        return Text(zh=f"kgCO2e / {self.unit.zh}", en=f"kgCO2e / {self.unit.en}")


@dataclass(frozen=True, slots=True)
class Provision:
    """Something that is tested when the footprint is known.

    Attributes:
        holds: the test; takes the row for a provision about rows.
        value: the number tested, for the finding, or none.
        group: repeated group whose rows it is about, or empty.
        unverified: whether a failure only warns.
        age: the age that it is about, ``factor_age`` or ``data_age``, or empty.
    """

    path: str
    force: Force
    words: Text
    written: str
    place: str
    group: str
    unverified: bool
    unit: str
    holds: Callable[[Run], bool]
    value: Callable[[Run], float] | None
    age: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """How a named value is called, and its unit."""

    label: Text
    unit: str


@dataclass(frozen=True, slots=True)
class Result:
    """A further result line.

    Attributes:
        when: condition under which it exists, or none.
    """

    path: str
    label: Text
    unit: str
    value: Callable[[Run], object]
    when: Callable[[Run], bool] | None


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """One rule book: the standard itself, or a profile of it.

    Attributes:
        gwp: potentials [kgCO2e/kg] by gas and origin; an empty origin holds for any.
        functions: calculate the processes, in order of dependence.
        order: processes, suppliers before users; ``loops`` those that supply each other.
        excluded: processes that contribute nothing at all.
        left_out: flows whose own contribution does not count.
        cut: flows whose link to their supplier is cut.
        downstream: for each downstream process its product and the amount it is written for.
    """

    name: str
    label: Text
    gwp_set: str
    gwp: Mapping[tuple[str, str], float]
    counts_biogenic: bool
    functions: tuple[Callable[[Run], None], ...]
    order: tuple[str, ...]
    loops: tuple[tuple[str, ...], ...]
    excluded: frozenset[str]
    left_out: frozenset[str]
    cut: frozenset[str]
    downstream: Mapping[str, tuple[str, Callable[[Run], float]]]


@dataclass(frozen=True, slots=True, eq=False)
class Calculator:
    """All that a standard calculates.

    One is equal to itself alone, and so are its rules, so that what is worked out of them is found
    again.

    Attributes:
        rules: the standard itself, then its profiles.
        processes: label and stage of each process; ``stages`` their labels.
        reads: for each value the values that it reads; more than one entry where tiers differ.
        amounts: values that are amounts of flows or emissions, hence 0 where they do not exist.
        unverified_defaults: data whose default nobody has checked.
        confidential: paths of what no result shows: confidential data and what is made of them.
        weights: of the data-quality indicators, in the order of the data model.
        clauses: printed number of the clause behind whatever has one, by its id.
        series: groups whose rows are made by the rule.
        engine: name and version of what generated it.
    """

    data_model: DataModel
    engine: str
    rules: tuple[Rules, ...]
    products: tuple[Product, ...]
    provisions: tuple[Provision, ...]
    results: tuple[Result, ...]
    processes: Mapping[str, tuple[Text, str]]
    stages: Mapping[str, Text]
    values: Mapping[str, Named]
    tiers: Mapping[str, tuple[Text, ...]]
    reads: Mapping[str, tuple[tuple[str, ...], ...]]
    amounts: frozenset[str]
    unverified_defaults: frozenset[str]
    confidential: frozenset[str]
    weights: tuple[float, ...]
    clauses: Mapping[str, str]
    series: tuple[str, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """Give the repeated groups: of collected rows, and series."""
        return (*(group.path for group in self.data_model.groups), *self.series)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Give the data-quality indicators."""
        return self.data_model.indicators

    def clause_of(self, finding: Finding) -> str:
        """Give the printed number of the clause that a finding is about, or nothing."""
        by_path = self.clauses.get(ROW.sub("", finding.path), "")
        return self.clauses.get(finding.clause, by_path)
