"""How far a value may be off: what may be stated, what it is called, when it is nothing."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from guiju_runtime.messages import Text, same_words

SpreadKind = Literal["normal", "lognormal", "uniform", "triangular"]
StatedKind = Literal["normal", "lognormal", "uniform", "triangular", "basic"]

SPREADS: Final[Mapping[str, StatedKind]] = {
    "lognormal": "lognormal", "uniform": "uniform", "triangular": "triangular", "basic": "basic",
    "对数正态": "lognormal", "均匀": "uniform", "三角": "triangular", "基本": "basic",
}  # fmt: skip
"""What an uncertainty may be called; a bare ratio is a normal one."""
DISTRIBUTIONS: Final[tuple[SpreadKind, ...]] = ("normal", "lognormal", "uniform", "triangular")
PARAMETERS: Final[Mapping[StatedKind, int]] = {
    "normal": 1, "lognormal": 1, "uniform": 2, "triangular": 3, "basic": 1,
}  # fmt: skip
BOUNDED: Final = ("uniform", "triangular")
"""Kinds by bounds in the unit of the value; the parameters of the others are plain numbers."""
HALF_OF_95: Final = 1.959963984540054
"""Half the 95 % interval of a normal distribution, in standard deviations."""
BELOW_0 = Text(zh="比值不能小于 0", en="a ratio cannot be below 0")
BELOW_1 = Text(zh="g 不能小于 1", en="g cannot be below 1")
BASIC_BELOW_1 = Text(
    zh="基本不确定度不能小于 1，1 为准确",
    en="a basic uncertainty cannot be below 1, which is exact",
)
OUT_OF_ORDER = Text(
    zh="界限须由小到大，且两端不同", en="its bounds must rise, and its ends must differ"
)
OUTSIDE = Text(zh="值不在界限之内", en="the value lies outside its bounds")


@dataclass(frozen=True, slots=True)
class Spread:
    """The uncertainty of a value.

    Attributes:
        kind: how the value is distributed.
        parameters: normal: half the 95 % interval as a ratio of the value; lognormal: g, with 95 %
            within the value ÷ g and × g; uniform: least and greatest; triangular: least, most
            likely and greatest [unit of the value].
    """

    kind: SpreadKind
    parameters: tuple[float, ...]

    def words(self, unit: str) -> Text:
        """Say it, with the ``unit`` of the value."""
        numbers = [f"{number:g}" for number in self.parameters]
        if self.kind == "normal":
            return same_words(f"±{self.parameters[0] * 100:g} %")
        if self.kind == "lognormal":
            return Text(zh=f"对数正态，÷/×{numbers[0]}", en=f"lognormal, ÷/× {numbers[0]}")
        between = " ~ ".join(numbers)
        if self.kind == "uniform":
            return Text(
                zh=f"均匀，{between} {unit}".strip(), en=f"uniform, {between} {unit}".strip()
            )
        return Text(
            zh=f"三角，{between} {unit}".strip(), en=f"triangular, {between} {unit}".strip()
        )


@dataclass(frozen=True, slots=True)
class BasicUncertainty:
    """The part of the uncertainty of a value that levels of data quality do not tell.

    Attributes:
        factor: U_b, a squared geometric standard deviation, 1 or more; beside the factors of the
            levels it is one more.
    """

    factor: float

    def words(self, unit: str) -> Text:
        """Say it; ``unit`` is that of the value, in which it does not stand."""
        del unit
        return Text(zh=f"基本不确定度 {self.factor:g}", en=f"basic uncertainty {self.factor:g}")


Stated = Spread | BasicUncertainty
"""What may be stated beside a value."""


def stated_as(kind: StatedKind, parameters: Sequence[float]) -> Stated:
    """Give what is stated by its kind."""
    return BasicUncertainty(*parameters) if kind == "basic" else Spread(kind, tuple(parameters))


def reason_against(
    kind: StatedKind, parameters: Sequence[Fraction], value: Fraction | None
) -> Text | None:
    """Say why an uncertainty is none, if it is not.

    Args:
        value: what it is about, where that is known.
    """
    first, last = parameters[0], parameters[-1]
    if kind == "normal":
        return BELOW_0 if first < 0 else None
    if kind == "lognormal":
        return BELOW_1 if first < 1 else None
    if kind == "basic":
        return BASIC_BELOW_1 if first < 1 else None
    if first == last or list(parameters) != sorted(parameters):
        return OUT_OF_ORDER
    return OUTSIDE if value is not None and not first <= value <= last else None


def half_interval(spread: Spread, value: float) -> float:
    """Give half the 95 % interval of ``value`` as a ratio of it."""
    first, last = spread.parameters[0], spread.parameters[-1]
    if spread.kind == "normal":
        return first
    if spread.kind == "lognormal":
        return (first - 1 / first) / 2
    if spread.kind == "uniform":
        return 0.95 * (last - first) / 2 / abs(value)
    low, high = (_of_triangle(spread.parameters, part) for part in (0.025, 0.975))
    return (high - low) / 2 / abs(value)


def _of_triangle(parameters: Sequence[float], part: float) -> float:
    """Give the value below which ``part`` of a triangular distribution lies."""
    low, likely, high = parameters
    width = high - low
    if part * width <= likely - low:
        return low + math.sqrt(part * width * (likely - low))
    return high - math.sqrt((1 - part) * width * (high - likely))
