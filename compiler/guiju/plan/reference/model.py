"""What the reference evaluator knows and gives: exact numbers, and what stands for none."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from msgspec import Struct, field

from guiju.plan.model import Contribution, Draw, RulePlan
from guiju.plan.reference.outline import Outline
from guiju_dsl.standard.model import Table, TableRow
from guiju_runtime.given import INVALID, Reading

Value = Any
"""A Fraction, a choice, a text, a date, yes or no; None is absent, INVALID has no value."""
Place = tuple[str, int | None]
"""Path of a value, with the row from 0 where its group repeats."""
Found = tuple[str, str]
"""Id of a code and the path that it is found at."""
LARGEST = Fraction(2) ** 1024
"""What a float can hold; a number of this size or more cannot be computed."""


class Stopped(Exception):
    """What a formula reads has no value."""


class Missing(Exception):
    """What a formula reads was not given."""


class NoTableRow(Exception):
    """A table has no row for the keys."""


class State(Struct, kw_only=True):
    """One rule book being evaluated.

    Attributes:
        outline: of ``plan``.
        groups: the repeated groups.
        left_out: amounts that are 0 because they were not given or do not exist.
        idle: processes that do not run; ``unknown`` those of which nothing can be known.
        countless: series whose rows cannot be made; they have one row without value.
        behind: places of the data behind a value, as far as they were looked for.
        judged: whether the data behind an amount are primary, and their weighted level.
        groups_of: the group of each path that was asked for.
    """

    plan: RulePlan
    outline: Outline
    reading: Reading[Fraction]
    groups: tuple[str, ...]
    values: dict[Place, Value] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    left_out: set[Place] = field(default_factory=set)
    defaults: set[Place] = field(default_factory=set)
    tiers: dict[Place, int] = field(default_factory=dict)
    used_rows: dict[tuple[str, tuple[str, ...]], tuple[Table, TableRow]] = field(
        default_factory=dict
    )
    measures: dict[str, Value] = field(default_factory=dict)
    found: set[Found] = field(default_factory=set)
    idle: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    countless: set[str] = field(default_factory=set)
    behind: dict[Place, list[Place | None]] = field(default_factory=dict)
    judged: dict[Place, tuple[bool, Fraction]] = field(default_factory=dict)
    groups_of: dict[str, str] = field(default_factory=dict)

    def group_of(self, path: str) -> str:
        """Give the repeated group that a path stands in, or nothing; an index is in its series."""
        if path not in self.groups_of:
            found = (g for g in self.groups if f"{path}.".startswith(f"{g}."))
            self.groups_of[path] = next(found, "")
        return self.groups_of[path]

    def place(self, path: str, row: int | None) -> Place:
        """Give the place of a value that is read while ``row`` is calculated."""
        return path, row if self.group_of(path) else None

    def shown(self, place: Place) -> str:
        """Write a place as findings do."""
        path, row = place
        group = self.group_of(path)
        return path if row is None else f"{group}[{row + 1}]{path[len(group) :]}"


class Added(Struct, frozen=True, kw_only=True):
    """A contribution with its number; None has no value.

    Attributes:
        value: kgCO2e of the whole period; ``beside`` what stands beside the footprint.
        covered: share of it that a limited draw takes off.
    """

    process: str
    row: int | None
    contribution: Contribution
    gas: str
    value: Fraction | None
    beside: Fraction | None


class Drawn(Struct, frozen=True, kw_only=True):
    """A draw with its amount in the unit of the source; None has no value."""

    process: str
    row: int | None
    draw: Draw
    amount: Fraction | None


class Made(Struct, frozen=True, kw_only=True):
    """A product flow: its amount, and its share of what a part of its process adds."""

    process: str
    part: str
    flow: str
    amount: Fraction | None
    share: Fraction | None


class ReferenceFootprint(Struct, frozen=True, kw_only=True):
    """The footprint of one unit of a product [kgCO2e]; None has no value.

    Attributes:
        contributions: by flow and row from 0; sums by process, stage, gas and origin.
        excluded: the largest contribution left out, and all of them, as ratios of the footprint.
    """

    cfp: Fraction | None
    intensity: Fraction | None
    biogenic_co2: Fraction | None
    contributions: Mapping[Place, Fraction]
    by_process: Mapping[str, Fraction]
    by_stage: Mapping[str, Fraction]
    by_gas: Mapping[str, Fraction]
    by_origin: Mapping[str, Fraction]
    excluded: tuple[Fraction | None, Fraction | None]
    primary_share: Fraction | None
    score: Fraction | None


def is_number(value: Value) -> bool:
    """Tell whether a value is a number, years included."""
    return isinstance(value, Fraction) or type(value) is int


def is_finite(value: Fraction | int) -> bool:
    """Tell whether a float can hold a number: by its length where that is enough."""
    length = value.numerator.bit_length() - value.denominator.bit_length()
    return length < 1024 or (length == 1024 and abs(Fraction(value)) < LARGEST)


def no_value(value: Value) -> bool:
    """Tell whether a value is wrong or could not be calculated."""
    return value is INVALID
