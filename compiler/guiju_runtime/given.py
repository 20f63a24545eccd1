"""What a declaration gives: values in declared units, rows, and what is said about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar

from guiju_runtime.data_model import QualityClass
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Text
from guiju_runtime.spread import Stated

N = TypeVar("N")


class Wrong(Enum):
    """The value of a datum that is given but cannot be used; a finding says why."""

    INVALID = "invalid"


INVALID: Literal[Wrong.INVALID] = Wrong.INVALID


Value: TypeAlias = N | str | bool | int | Literal[Wrong.INVALID] | None
"""A number, the name of a choice, a text, a date, a year, yes or no; INVALID; or absent."""


class Place(NamedTuple):
    """Where a value stands.

    Attributes:
        datum: path of its datum.
        row: index of its row from 0, or None outside groups.
    """

    datum: str
    row: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How a value was measured; None where nothing is said.

    Attributes:
        calibrated: day of the last calibration of the meter.
        meter_class: its accuracy class.
        count: number of samples of which the value is the mean.
        deviation: their standard deviation [declared unit].
    """

    calibrated: date | None
    meter_class: Fraction | None
    count: int | None
    deviation: Fraction | None

    def words(self, unit: str) -> Iterator[Text]:
        """Say it, as far as anything is said; ``unit`` is that of the value."""
        if self.count is not None:
            deviation = f"{float(self.deviation or 0):g} {unit}".rstrip()
            yield Text(
                zh=f"{self.count} 个样本的均值，标准偏差 {deviation}",
                en=f"mean of {self.count} samples, standard deviation {deviation}",
            )
        if self.meter_class is not None:
            words = f"{float(self.meter_class):g}"
            yield Text(zh=f"{words} 级仪表", en=f"meter of class {words}")
        if self.calibrated is not None:
            day = self.calibrated.isoformat()
            yield Text(zh=f"{day} 校准", en=f"calibrated on {day}")


NOTHING_MEASURED = Measured(calibrated=None, meter_class=None, count=None, deviation=None)


class Given(NamedTuple):
    """What a declaration says about one of its values.

    Attributes:
        quality: class of data: what the declaration says, else what the standard asks for.
        levels: level by data-quality indicator, 1 is the best.
        year: the year that the value is of, or None for the reporting period.
        uncertainty: that the declaration states, else that of its samples, or None.
    """

    quality: QualityClass
    levels: Mapping[str, int]
    source: str
    year: int | None
    region: str
    uncertainty: Stated | None
    measured: Measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplied:
    """A value that a declaration for another standard came to.

    Attributes:
        value: in the declared unit of the datum; a Fraction if it is a number, None if absent.
        source: id and digest of the standard that gave it.
        year: in which the period of that declaration ends.
    """

    value: Fraction | str | bool | int | Literal[Wrong.INVALID] | None
    source: str
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[N]):
    """One declaration, read against a data model.

    A value is a number in the declared unit, the name of a choice, a text, a date as
    ``YYYY-MM-DD``, a year, or yes or no; None is absent, INVALID is wrong.

    Attributes:
        values: value by path of each datum outside groups.
        rows: by path of each group its rows, each with a value by name below the group.
        about: what is said about each value that is given.
        period_from: first day of the reporting period.
        period_to: last day of the reporting period.
        year: the year in which the period ends.
        months: length of the period in months.
        refused: whether the declaration is made for another standard or another text of it, or
            its data are no names with values; then every value is INVALID.
    """

    values: Mapping[str, Value[N]]
    rows: Mapping[str, tuple[Mapping[str, Value[N]], ...]]
    about: Mapping[Place, Given]
    period_from: date | None
    period_to: date | None
    year: int | None
    months: N | None
    region: str
    site: str
    company: str
    refused: bool
    findings: tuple[Finding, ...]


def shown(group: str, row: int | None, path: str) -> str:
    """Write a path for people: in a group with the number of the row, counted from 1."""
    if row is None or not group:
        return path
    return f"{group}[{row + 1}]{path[len(group) :]}"


def stands_in(path: str, group: str) -> bool:
    """Tell whether a value stands in the rows of a group; the index of a series does."""
    return path.startswith(group) and (len(path) == len(group) or path[len(group)] == ".")
