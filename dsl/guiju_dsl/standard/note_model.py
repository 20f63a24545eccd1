"""What an author adds to a thing, and what binds."""

from fractions import Fraction
from typing import Final, Literal

from msgspec import Struct

from guiju_dsl.source import Span
from guiju_dsl.standard.expressions import Expression
from guiju_runtime.messages import Text
from guiju_runtime.spread import StatedKind

QualityClass = Literal["", "primary", "site", "secondary"]
Force = Literal["shall", "should", "may", "expect", "limit"]
NO_TEXT: Final = Text(zh="", en="")


class Spread(Struct, frozen=True, kw_only=True):
    """The uncertainty stated for a value: what the interval engines take.

    Attributes:
        parameters: normal: half the 95 % interval as a ratio; lognormal: g, with 95 % within the
            value ÷ g and × g; uniform: low, high; triangular: low, likely, high
            [unit of the value]; basic: a squared geometric standard deviation that enters beside
            those of the levels of data quality.
    """

    kind: StatedKind
    parameters: tuple[Fraction, ...]


class Measuring(Struct, frozen=True, kw_only=True):
    """What is asked of how a value is measured; None where nothing is.

    Attributes:
        valid_years: longest time from a calibration to the end of the period [a].
        meter_class: coarsest accuracy class of the meter.
        samples: least number of samples.
        spread: greatest standard deviation of the samples as a ratio of their mean.
        uncertainty: greatest half of the 95 % interval as a ratio of the value.
    """

    valid_years: Fraction | None
    meter_class: Fraction | None
    samples: int | None
    spread: Fraction | None
    uncertainty: Fraction | None


class Notes(Struct, frozen=True, kw_only=True):
    """What an author adds to a thing: nothing of it changes a number.

    Attributes:
        symbol: printed symbol, ``EF_{1}``, or empty.
        source: where a value is from, or no words.
        unverified: whether the source has not been checked.
        quality: class of data asked for.
        measured: how it is measured, and ``every`` how often.
    """

    symbol: str
    source: Text
    note: Text
    unverified: bool
    confidential: bool
    quality: QualityClass
    measured: Text
    every: str


class Provision(Struct, frozen=True, kw_only=True):
    """What binds, what is usual, what stops.

    Attributes:
        path: stable name: that given, or one made from the place.
        place: path of the thing in whose braces it stands, or empty.
        group: the repeated group whose rows it is tested for, or empty.
        written: its test as the author wrote it, or empty.
        tested: path of the datum that a limit makes invalid, or empty.
    """

    path: str
    force: Force
    condition: Expression | None
    written: str
    words: Text
    label: str
    place: str
    group: str
    tested: str
    notes: Notes
    home: str
    span: Span
