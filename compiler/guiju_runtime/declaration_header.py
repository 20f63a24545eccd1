"""Read the head of a declaration: which standard, whose, where and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from guiju_runtime.codes import (
    NOT_A_MAPPING,
    OTHER_DIGEST,
    OTHER_STANDARD,
    PERIOD_MISSING,
    PERIOD_REVERSED,
    STANDARD_NOT_NAMED,
    UNKNOWN_NAME,
    WRONG_TYPE,
)
from guiju_runtime.data_model import StandardIdentity
from guiju_runtime.data_value import date_in, text_in
from guiju_runtime.data_words import described, did_you_mean, listed, nearest, quoted
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Text

PARTS = ("standard", "digest", "declaration", "use", "data")
HEADER = ("company", "site", "period", "region")
PERIOD = ("from", "to")
_TEXTS = ("company", "site", "region")

THE_DATA = Text(zh="数据部分", en="the data part")
_PROCESSES = Text(zh="标准中各单元过程的名称", en="those of the processes of the standard")
THE_DECLARATION = Text(zh="申报", en="the declaration")
LABELS = {
    "standard": Text(zh="标准", en="the standard"),
    "digest": Text(zh="标准文本的摘要", en="the digest of the standard"),
    "declaration": Text(zh="申报信息", en="the header"),
    "period": Text(zh="申报期", en="the reporting period"),
    "company": Text(zh="企业", en="the company"),
    "site": Text(zh="厂址", en="the site"),
    "region": Text(zh="地区", en="the region"),
}
_BOTH = Text(zh="开始和终止日期", en="the first and the last day")
BOUNDS = {
    "from": Text(zh="开始日期", en="the first day"),
    "to": Text(zh="终止日期", en="the last day"),
}
_PLACES = {
    "": (THE_DECLARATION, PARTS),
    "declaration": (LABELS["declaration"], HEADER),
    "declaration.period": (LABELS["period"], PERIOD),
}
_A_TEXT = Text(zh="文字", en="text")
_A_DATE = Text(zh="日期，如 2025-12-31", en="a date such as 2025-12-31")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The head of a declaration.

    Attributes:
        refused: whether it is no declaration, or one for another standard or another text of it.
    """

    company: str
    site: str
    region: str
    period_from: date | None
    period_to: date | None
    refused: bool
    findings: tuple[Finding, ...]


def header_of(standard: StandardIdentity, declaration: object, accept_other_digest: bool) -> Header:
    """Read all of ``declaration`` but its data."""
    if not isinstance(declaration, Mapping):
        return _no_header(declaration)
    findings: list[Finding] = []
    refused = _is_for_another(standard, declaration, accept_other_digest, findings)
    findings += [unknown_name("", key) for key in declaration if key not in PARTS]
    head = _mapping(declaration, "declaration", "declaration", HEADER, findings)
    begin, end = (None, None) if head is None else _period(head, findings)
    texts = {name: _text(head or {}, name, f"declaration.{name}", findings) for name in _TEXTS}
    return Header(
        company=texts["company"],
        site=texts["site"],
        region=texts["region"],
        period_from=begin,
        period_to=end,
        refused=refused,
        findings=tuple(findings),
    )


def _no_header(declaration: object) -> Header:
    return Header(
        company="",
        site="",
        region="",
        period_from=None,
        period_to=None,
        refused=True,
        findings=(not_a_mapping("", declaration),),
    )


@lru_cache(maxsize=256)
def months_between(first: date, last: date) -> Fraction:
    """Give the length of a period [month]: whole months, and days as a part of their month."""
    months = (last.year - first.year) * 12 + last.month - first.month
    days = Fraction(last.day, _days_in_month(last)) - Fraction(first.day - 1, _days_in_month(first))
    return months + days


def _days_in_month(day: date) -> int:
    if day.month == 12:
        return 31
    return (date(day.year, day.month + 1, 1) - timedelta(days=1)).day


def _is_for_another(
    standard: StandardIdentity,
    declaration: Mapping[object, object],
    accept_other_digest: bool,
    findings: list[Finding],
) -> bool:
    given = _text(declaration, "standard", "standard", findings)
    digest = _text(declaration, "digest", "digest", findings)
    if not given and declaration.get("standard") is None:
        findings.append(finding(STANDARD_NOT_NAMED, "standard", standard=standard.id))
    elif given and given != standard.id:
        other = finding(OTHER_STANDARD, "standard", given=quoted(given), standard=standard.id)
        findings.append(other)
        return True
    if digest and digest != standard.digest:
        findings.append(
            finding(
                OTHER_DIGEST,
                "digest",
                severity="warning" if accept_other_digest else "error",
                standard=standard.id,
                given=_short(digest),
                digest=_short(standard.digest),
            )
        )
        return not accept_other_digest
    return False


def _short(digest: str) -> str:
    kind, colon, figures = digest.partition(":")
    return f"{kind}{colon}{figures[:12]}" if colon else quoted(digest[:12])


def _mapping(
    given: Mapping[object, object],
    name: str,
    path: str,
    names: tuple[str, ...],
    findings: list[Finding],
) -> Mapping[object, object] | None:
    """Give what stands under ``name``: empty if nothing, None if no mapping, which is reported."""
    inside = given.get(name)
    if isinstance(inside, Mapping):
        findings += [unknown_name(path, key) for key in inside if key not in names]
        return inside
    if inside is None:
        return {}
    findings.append(not_a_mapping(path, inside))
    return None


def _period(
    head: Mapping[object, object], findings: list[Finding]
) -> tuple[date | None, date | None]:
    path = "declaration.period"
    if head.get("period") is None:
        findings.append(finding(PERIOD_MISSING, path, missing=_BOTH))
        return None, None
    period = _mapping(head, "period", path, PERIOD, findings)
    if period is None:
        return None, None
    begin, end = _day(period, "from", findings), _day(period, "to", findings)
    if begin and end and end < begin:
        first, last = begin.isoformat(), end.isoformat()
        findings.append(finding(PERIOD_REVERSED, path, begin=first, to=last))
        return None, None
    return begin, end


def unknown_name(path: str, key: object) -> Finding:
    """Report a name that the part of the header at ``path`` does not know."""
    place, names = _PLACES[path]
    word = quoted(key)
    near = did_you_mean(f"declaration.{word}" if word in HEADER else nearest(word, names))
    return finding(UNKNOWN_NAME, path, place=place, name=word, near=near, names=listed(names))


def not_a_mapping(path: str, given: object) -> Finding:
    """Report that the part of the header at ``path`` is not written as names with values."""
    place, names = _PLACES.get(path, (THE_DATA, ()))
    here = listed(names) if names else _PROCESSES
    return finding(NOT_A_MAPPING, path, place=place, given=described(given), names=here)


def wrong_text(path: str, given: object) -> Finding:
    """Report that something else than text stands at ``path``."""
    return _wrong(path, LABELS[path.rpartition(".")[2]], _A_TEXT, given, "…")


def _text(given: Mapping[object, object], name: str, path: str, findings: list[Finding]) -> str:
    value = given.get(name)
    text = text_in(value) if value is not None else ""
    if text is None:
        findings.append(wrong_text(path, value))
    return text or ""


def _day(period: Mapping[object, object], name: str, findings: list[Finding]) -> date | None:
    path = f"declaration.period.{name}"
    value = period.get(name)
    if value is None:
        findings.append(finding(PERIOD_MISSING, path, missing=BOUNDS[name]))
        return None
    day = date_in(value)
    if day is None:
        findings.append(_wrong(path, BOUNDS[name], _A_DATE, value, "2025-12-31"))
    return day


def _wrong(path: str, label: Text, expected: Text, given: object, example: str) -> Finding:
    return finding(
        WRONG_TYPE,
        path,
        label=label,
        expected=expected,
        given=described(given),
        example=f"{path.rpartition('.')[2]}: {example}",
    )
