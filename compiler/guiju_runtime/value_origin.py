"""Read what a declaration says of a value: source, year, region, data class, spread, levels."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from guiju_runtime.codes import (
    LEVEL_OUT_OF_RANGE,
    NOT_A_MAPPING,
    UNKNOWN_INDICATOR,
    UNKNOWN_QUALITY,
    WRONG_TYPE,
)
from guiju_runtime.data_model import Datum, Indicator, QualityClass
from guiju_runtime.data_names import Entry
from guiju_runtime.data_value import text_in, year_in
from guiju_runtime.data_words import described, did_you_mean, listed, nearest, quoted
from guiju_runtime.findings import Finding, finding
from guiju_runtime.given import NOTHING_MEASURED, Given
from guiju_runtime.measured import MEASURING_WORDS, measured, of_samples
from guiju_runtime.messages import Text
from guiju_runtime.quantity import NoNumberError, NotFiniteError, PartedDigitsError, quantity
from guiju_runtime.spread import Stated
from guiju_runtime.spread_text import A_SPREAD, read_spread
from guiju_runtime.units import parse_unit

_CLASSES: dict[str, QualityClass] = {
    "primary": "primary",
    "site": "site",
    "secondary": "secondary",
    "初级": "primary",
    "现场": "site",
    "次级": "secondary",
}
_LABELS = {
    "source": Text(zh="来源", en="the source"),
    "region": Text(zh="地区", en="the region"),
    "year": Text(zh="年份", en="the year"),
    "uncertainty": Text(zh="不确定度", en="the uncertainty"),
    "levels": Text(zh="数据质量等级", en="the levels of data quality"),
}
_FIGURES = frozenset("123456789")
SOURCED = frozenset(("value", "source"))
_EXAMPLES = {"source": "…", "region": "…", "year": "2024", "uncertainty": "5 %"}
_A_TEXT = Text(zh="文字", en="text")
_A_YEAR = Text(zh="年份，如 2024", en="a year such as 2024")


def origin_of(
    entry: Entry, indicators: tuple[Indicator, ...], value: Fraction | None
) -> tuple[Given, tuple[Finding, ...]]:
    """Read what is said of ``entry``, and report what of it cannot be read.

    Args:
        value: its number in the declared unit, if it has one.
    """
    said = entry.said
    if not said:
        return known_source(entry.datum.quality, ""), ()
    source = said.get("source")
    if isinstance(source, str) and SOURCED.issuperset(said):
        return known_source(entry.datum.quality, source.strip()), ()
    findings: list[Finding] = []
    found, spread = NOTHING_MEASURED, None
    if not MEASURING_WORDS.isdisjoint(said):
        found = measured(entry, value, findings)
        spread = _uncertainty(entry, value, findings) or of_samples(found, value)
    given = Given(
        quality=_quality(entry, findings) if "quality" in said else entry.datum.quality,
        levels=_levels(entry, indicators, findings) if "levels" in said else {},
        source=_text(entry, "source", findings) if "source" in said else "",
        year=_year(entry, findings) if said.get("year") is not None else None,
        region=_text(entry, "region", findings) if "region" in said else "",
        uncertainty=spread,
        measured=found,
    )
    return given, tuple(findings)


@lru_cache(maxsize=4096)
def known_source(quality: QualityClass, source: str) -> Given:
    """Give what is known of a value of which nothing but its source is said."""
    return Given(
        quality=quality,
        levels={},
        source=source,
        year=None,
        region="",
        uncertainty=None,
        measured=NOTHING_MEASURED,
    )


def _wrong(entry: Entry, name: str, expected: Text) -> Finding:
    return finding(
        WRONG_TYPE,
        f"{entry.path}.{name}",
        clause=entry.datum.clause,
        label=_LABELS[name],
        expected=expected,
        given=described(entry.said.get(name)),
        example=f"{name}: {_EXAMPLES[name]}",
    )


def _quality(entry: Entry, findings: list[Finding]) -> QualityClass:
    asked: Datum = entry.datum
    given = entry.said.get("quality")
    if given is None:
        return asked.quality
    word = given.strip() if isinstance(given, str) else ""
    if word not in _CLASSES:
        place = f"{entry.path}.quality"
        words = quoted(given)
        findings.append(
            finding(UNKNOWN_QUALITY, place, clause=asked.clause, label=asked.label, given=words)
        )
    return _CLASSES.get(word, asked.quality)


def _text(entry: Entry, name: str, findings: list[Finding]) -> str:
    given = entry.said.get(name)
    text = text_in(given) if given is not None else ""
    if text is None:
        findings.append(_wrong(entry, name, _A_TEXT))
    return text or ""


def _year(entry: Entry, findings: list[Finding]) -> int | None:
    year = year_in(entry.said["year"])
    if year is None:
        findings.append(_wrong(entry, "year", _A_YEAR))
    return year


def _uncertainty(entry: Entry, value: Fraction | None, findings: list[Finding]) -> Stated | None:
    stated = entry.said.get("uncertainty")
    if stated is None:
        return None
    read = read_spread(stated, parse_unit(entry.datum.unit), value)
    if read is None:
        findings.append(_wrong(entry, "uncertainty", A_SPREAD))
    return read


def _levels(
    entry: Entry, indicators: tuple[Indicator, ...], findings: list[Finding]
) -> dict[str, int]:
    given = entry.said.get("levels")
    if given is None:
        return {}
    place = f"{entry.path}.levels"
    known = {indicator.name: indicator for indicator in indicators}
    if not isinstance(given, Mapping):
        findings.append(_levels_not_named(place, given, tuple(known)))
        return {}
    levels: dict[str, int] = {}
    for key, value in given.items():
        indicator = known.get(key) if isinstance(key, str) else None
        level = _level(value)
        if indicator is None:
            findings.append(_unknown_indicator(place, key, tuple(known)))
        elif level is None or not 1 <= level <= len(indicator.levels):
            findings.append(_no_such_level(f"{place}.{indicator.name}", value, indicator))
        else:
            levels[indicator.name] = level
    return levels


def _level(given: object) -> int | None:
    if isinstance(given, str) and given in _FIGURES:
        return int(given)
    try:
        read = quantity(given)
    except (NoNumberError, NotFiniteError, PartedDigitsError):
        return None
    return int(read.value) if read.value.denominator == 1 and not read.unit else None


def _levels_not_named(place: str, given: object, known: tuple[str, ...]) -> Finding:
    return finding(
        NOT_A_MAPPING, place, place=_LABELS["levels"], given=described(given), names=listed(known)
    )


def _unknown_indicator(place: str, key: object, known: tuple[str, ...]) -> Finding:
    near = did_you_mean(nearest(quoted(key), known))
    return finding(UNKNOWN_INDICATOR, place, name=quoted(key), near=near, names=listed(known))


def _no_such_level(place: str, given: object, indicator: Indicator) -> Finding:
    last = str(len(indicator.levels))
    words = quoted(given)
    return finding(LEVEL_OUT_OF_RANGE, place, label=indicator.label, given=words, last=last)
