"""What a standard asks of how a value is measured."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from guiju_runtime.messages import Text

_CLASS = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?) ?S? ?级?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measuring:
    """What is asked; None where nothing is.

    Attributes:
        valid_years: longest time from a calibration to the end of the period [a].
        meter_class: coarsest accuracy class of the meter: a smaller number is the finer one.
        samples: least number of samples.
        spread: greatest standard deviation of the samples as a ratio of their mean.
        uncertainty: greatest half of the 95 % interval as a ratio of the value.
    """

    valid_years: float | None
    meter_class: float | None
    samples: int | None
    spread: float | None
    uncertainty: float | None

    @property
    def said(self) -> tuple[str, ...]:
        """Name what a declaration says beside the value to show that it is measured so."""
        samples = self.spread is not None or self.uncertainty is not None
        asked = {
            "calibrated": self.valid_years is not None,
            "class": self.meter_class is not None,
            "count": self.samples is not None or samples,
            "spread": samples,
            "uncertainty": self.uncertainty is not None,
        }
        return tuple(name for name, is_asked in asked.items() if is_asked)

    def words(self) -> Iterator[Text]:
        """Say what is asked, one thing after the other."""
        if self.valid_years is not None:
            lasting = duration(self.valid_years)
            yield Text(zh=f"校准有效期{lasting.zh}", en=f"calibrated within {lasting.en}")
        if self.meter_class is not None:
            words = f"{self.meter_class:g}"
            yield Text(zh=f"不低于{words}级", en=f"class {words} or better")
        if self.samples is not None:
            yield Text(zh=f"样本不少于{self.samples}个", en=f"{self.samples} samples or more")
        if self.spread is not None:
            ratio = percent(self.spread)
            yield Text(zh=f"相对标准偏差不大于{ratio}", en=f"relative standard deviation ≤ {ratio}")
        if self.uncertainty is not None:
            ratio = percent(self.uncertainty)
            yield Text(zh=f"不确定度不大于{ratio}", en=f"uncertainty ≤ {ratio}")


def duration(years: float) -> Text:
    """Say how long: in years, else in months, else in days of a year of 365 days."""
    for parts, zh, en in ((1, "年", "year"), (12, "个月", "month"), (365, "天", "day")):
        number = round(years * parts)
        if abs(years * parts - number) < 1e-9:
            return Text(zh=f"{number}{zh}", en=f"{number} {en}{'s' * (number != 1)}")
    return Text(zh=f"{years:g}年", en=f"{years:g} years")


def percent(ratio: float) -> str:
    """Print a ratio in per cent."""
    return f"{ratio * 100:.4g} %"


def class_in(given: object) -> Fraction | None:
    """Read the accuracy class of a meter, ``0.5`` or ``0.5S``; None if it is none above 0."""
    if isinstance(given, bool):
        return None
    found = _CLASS.fullmatch(str(given).strip())
    value = Fraction(found[1]) if found else Fraction(0)
    return value if value > 0 else None
