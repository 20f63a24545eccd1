"""What is known of one study: the declaration, its result, the values that took part."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from guiju_runtime.messages import Text


class DeclaredValue(Struct, frozen=True, kw_only=True):
    """A value of the declaration, or a default that stood in for it.

    Attributes:
        row: of its group, from 0, or None.
        source: as the declaration names it; ``quality`` the class of data; ``year`` of the value.
    """

    path: str
    row: int | None
    value: float | str | bool
    source: str
    quality: str
    year: int | None
    default: bool


class UsedFactor(Struct, frozen=True, kw_only=True):
    """A row of a table of factors that took part, in the unit of its table."""

    path: str
    keys: tuple[str, ...]
    value: float
    year: int
    source: Text
    unverified: bool


class VariedInput(Struct, frozen=True, kw_only=True):
    """A datum or a row of a factor table that the footprint depends on.

    Attributes:
        row: of its group, from 0, or None; ``keys`` of the row of a table, None for a datum.
        value: as declared [``unit``].
    """

    path: str
    row: int | None
    keys: tuple[str, ...] | None
    value: float
    unit: str


class Moved(Struct, frozen=True, kw_only=True):
    """What the footprint does when one input alone is changed.

    Attributes:
        lower: footprint with the input lower by a tenth [kgCO2e per unit], ``higher`` with it
            higher; None where the calculation would stop.
        elasticity: per cent by which the footprint changes for one per cent of the input.
    """

    input: VariedInput
    lower: float | None
    higher: float | None
    elasticity: float


class Contributed(Struct, frozen=True, kw_only=True):
    """What one input adds to the variance of the footprint, as a ratio of the whole."""

    input: VariedInput
    spread: Text
    share: float


class Sureness(Struct, frozen=True, kw_only=True):
    """How sure the footprint is [kgCO2e per unit].

    Attributes:
        samples: how many draws, 0 for the first-order way; ``without_value`` of them have none.
        contributions: to the variance, the largest first.
        exact: how many inputs no uncertainty is known of.
    """

    samples: int
    seed: int
    sampler: str
    without_value: int
    median: float
    low: float
    high: float
    deviation: float
    contributions: tuple[Contributed, ...]
    exact: int


Unsure = Literal["undeclared", "confidential", "not_analysable", "no_package", "no_footprint"]
"""Why a report gives no interval."""


class Study(Struct, frozen=True, kw_only=True):
    """One declaration with its result.

    Attributes:
        period: first and last day, or empty.
        moved: inputs changed one at a time, the strongest first; empty where that is withheld.
        sureness: of the footprint, or why it is not given.
        result: in the shape in which results are exchanged.
    """

    company: str
    site: str
    region: str
    period: tuple[str, str]
    data: tuple[DeclaredValue, ...]
    factors: tuple[UsedFactor, ...]
    moved: tuple[Moved, ...]
    sureness: Sureness | Unsure
    result: Mapping[str, Any]
