"""What is known of one study: the declaration, its result, the values that took part."""

from collections.abc import Mapping
from typing import Any

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


class Study(Struct, frozen=True, kw_only=True):
    """One declaration with its result.

    Attributes:
        period: first and last day, or empty.
        result: in the shape in which results are exchanged.
    """

    company: str
    site: str
    region: str
    period: tuple[str, str]
    data: tuple[DeclaredValue, ...]
    factors: tuple[UsedFactor, ...]
    result: Mapping[str, Any]
