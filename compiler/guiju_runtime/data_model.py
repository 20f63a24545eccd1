"""The data that a standard asks for: one description for forms, schemas and calculators."""

from dataclasses import dataclass
from typing import Literal

from guiju_runtime.measuring import Measuring
from guiju_runtime.messages import Text
from guiju_runtime.spread import BasicUncertainty, Spread, Stated

__all__ = [
    "BasicUncertainty",
    "DataModel",
    "Datum",
    "DatumKind",
    "Group",
    "Indicator",
    "Measuring",
    "QualityClass",
    "Section",
    "Spread",
    "StandardIdentity",
    "Stated",
]

DatumKind = Literal["number", "year", "date", "text", "yes_no", "choice"]
QualityClass = Literal["", "primary", "site", "secondary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum:
    """One value to collect.

    Attributes:
        path: ``process.datum``, ``process.group.datum``, ``process.flow.property`` or ``datum``.
        group: path of the repeated group that it stands in, or empty.
        unit: declared unit, values are converted into it; empty where ``kind`` has none.
        options: names and labels of a choice.
        clause: stable id of the clause that asks for it.
        needed: ``always``; ``when`` the condition of its process or its own holds; ``never``.
        condition: that condition in words, or empty words.
        default: the value taken where none is given, as text in the declared unit, or None.
        amount: whether it is the amount of a flow, hence not below 0.
        quality: class of data asked for.
        measured: how it is measured, or empty words; ``every``: how often.
        valid_years: longest age at the end of the period, or None.
        unique: whether no two rows or declarations may give the same value.
        confidential: whether public documents leave out name and number.
        spread: uncertainty of a value that comes without one, or None; a basic one enters beside
            the levels.
        measuring: what is asked of how it is measured, or None.
        note: help for whoever fills the form, or empty words.
    """

    path: str
    group: str
    label: Text
    kind: DatumKind
    unit: str
    options: tuple[tuple[str, Text], ...]
    clause: str
    needed: Literal["always", "when", "never"]
    condition: Text
    default: str | None
    amount: bool
    quality: QualityClass
    measured: Text
    every: str
    valid_years: float | None
    unique: bool
    confidential: bool
    spread: Stated | None
    measuring: Measuring | None
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of data that may have any number of rows."""

    path: str
    label: Text
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A process (or the whole standard, path empty) under which data are collected."""

    path: str
    label: Text
    stage: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A data-quality indicator.

    Attributes:
        levels: words of each level, 1 (best) first.
        spreads: what each level adds to the uncertainty, a squared geometric standard deviation.
    """

    name: str
    label: Text
    levels: tuple[Text, ...]
    spreads: tuple[float, ...]


OFTEN = {
    "hour": Text(zh="每小时", en="hour"),
    "shift": Text(zh="每班", en="shift"),
    "day": Text(zh="每日", en="day"),
    "week": Text(zh="每周", en="week"),
    "month": Text(zh="每月", en="month"),
    "quarter": Text(zh="每季度", en="quarter"),
    "season": Text(zh="每季", en="season"),
    "year": Text(zh="每年", en="year"),
    "batch": Text(zh="每批", en="batch"),
    "heat": Text(zh="每炉", en="heat"),
    "campaign": Text(zh="每次测定", en="campaign"),
    "model": Text(zh="每个型号", en="model"),
    "product": Text(zh="每种产品", en="product"),
    "continuous": Text(zh="连续", en="continuous"),
}


PERIODS = {
    "a": Text(zh="年", en="years"),
    "month": Text(zh="个月", en="months"),
    "d": Text(zh="天", en="days"),
    "h": Text(zh="小时", en="hours"),
    "min": Text(zh="分钟", en="minutes"),
}


def often(every: str) -> Text:
    """Say how often something is measured: ``month``, ``5 a``; an unknown word as it stands."""
    count, _, unit = every.partition(" ")
    if unit in PERIODS:
        period = PERIODS[unit]
        return Text(zh=f"每{count}{period.zh}", en=f"{count} {period.en}")
    said = f"每{every}" if every else ""
    known = {words.zh: words for words in OFTEN.values()}
    return OFTEN.get(every) or known.get(said) or Text(zh=said, en=every)


STATUSES = {
    "draft": Text(zh="征求意见稿", en="draft"),
    "review": Text(zh="送审稿", en="draft for review"),
    "approval": Text(zh="报批稿", en="draft for approval"),
    "published": Text(zh="已发布", en="published"),
    "withdrawn": Text(zh="已废止", en="withdrawn"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardIdentity:
    """Which standard, and which text of it.

    Attributes:
        version: number with year, ``T/XXX 001—2026``.
        digest: ``sha256:…`` of the standard with all that it uses.
    """

    id: str
    version: str
    status: str
    title: Text
    digest: str

    @property
    def line(self) -> str:
        """Name the standard and its text in one line."""
        parts = (self.id, self.version, self.status, self.digest)
        return " · ".join(part for part in parts if part)

    @property
    def status_words(self) -> Text:
        """Give the status in words; one that is not known as it stands."""
        return STATUSES.get(self.status, Text(zh=self.status, en=self.status))


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedValue:
    """A datum that a declaration for another standard gives where one is attached.

    Attributes:
        path: of the datum here, ``synthetic_ammonia.ammonia.intensity``.
        standard: id of the other standard; ``source`` the name of the value in it.
        of: whether it is one of the named values there, or is known only when all is calculated.
    """

    path: str
    standard: str
    source: str
    of: Literal["value", "measure"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DataModel:
    """All data that a standard asks for, in the order of the standard.

    One is equal to itself alone, so that what is worked out of it is found again.

    Attributes:
        used: the data that results of other standards give.
    """

    standard: StandardIdentity
    sections: tuple[Section, ...]
    groups: tuple[Group, ...]
    data: tuple[Datum, ...]
    indicators: tuple[Indicator, ...]
    used: tuple[UsedValue, ...] = ()
