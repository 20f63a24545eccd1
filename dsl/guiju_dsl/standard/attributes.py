"""Read what stands in the braces of a thing."""

from collections.abc import Iterable
from typing import TypeVar

from guiju_dsl.names.model import text_of
from guiju_dsl.standard.note_model import NO_TEXT, Notes, QualityClass
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text

T = TypeVar("T")

FIELDS = {
    "名称": "title", "编号": "number", "状态": "status", "发布机构": "issuer",
    "起草单位": "drafters",
    "起草人": "authors", "发布日期": "issued", "实施日期": "effective", "代替": "replaces",
    "生物质碳": "biogenic_carbon", "定义": "definition", "权重": "weight", "时间范围": "horizon",
    "行业": "sector", "备案号": "filing",
    "年份": "year", "文字": "text", "等级": "class", "样本数": "samples", "离散": "spread",
    "个数": "count", "校准日期": "calibrated",
}  # fmt: skip


SAYING = frozenset((tree.Symbol, tree.Measured, tree.Flag, tree.Remark))
"""Kinds of items that add something to the thing in whose braces they stand."""


def of_kind(items: Iterable[tree.Item], kind: type[T]) -> tuple[T, ...]:
    """Give the items of one kind."""
    return tuple([item for item in items if isinstance(item, kind)])


def attribute(items: Iterable[tree.Item], kind: str) -> tree.Expression | None:
    """Give the formula of an attribute, if it stands there."""
    for item in of_kind(items, tree.Attribute):
        if item.kind == kind:
            return item.value
    return None


def flag(items: Iterable[tree.Item], kind: str) -> bool:
    """Tell whether a mark stands there."""
    return any(item.kind == kind for item in of_kind(items, tree.Flag))


def remark(items: Iterable[tree.Item], kind: str) -> Text:
    """Give the words of ``source`` or ``note``, several joined."""
    texts = [text_of(item.words) for item in of_kind(items, tree.Remark) if item.kind == kind]
    if not texts:
        return NO_TEXT
    return Text(zh="；".join(t.zh for t in texts), en="; ".join(t.en for t in texts))


def fields(items: Iterable[tree.Item]) -> dict[str, tree.Field]:
    """Give the fields by their English name."""
    return {FIELDS.get(f.name.text, f.name.text): f for f in of_kind(items, tree.Field)}


def field_text(found: dict[str, tree.Field], name: str) -> Text:
    """Give the first value of a field as text; no words if it is not there."""
    if name not in found:
        return NO_TEXT
    return value_text(found[name].values[0])


def value_text(value: tree.Name | tree.Quantity | tree.Date | tree.Words) -> Text:
    """Give one value of a field as text."""
    match value:
        case tree.Words():
            return text_of(value)
        case tree.Quantity():
            unit = f" {value.unit.text}" if value.unit is not None else ""
            return Text(zh=value.number + unit, en=value.number + unit)
        case _:
            return Text(zh=value.text, en=value.text)


def notes(items: tuple[tree.Item, ...]) -> Notes:
    """Give what an author adds to a thing."""
    if not items:
        return NO_NOTES
    said = tuple(item for item in items if type(item) in SAYING)
    if not said:
        return NO_NOTES
    symbol = next((item.words for item in of_kind(said, tree.Symbol)), None)
    measured = next(iter(of_kind(said, tree.Measured)), None)
    flags = [item.kind for item in of_kind(said, tree.Flag)]
    return Notes(
        symbol=(symbol.plain or symbol.en or symbol.zh or "") if symbol is not None else "",
        source=remark(said, "source"),
        note=remark(said, "note"),
        unverified="unverified" in flags,
        confidential="confidential" in flags,
        quality=_quality(said),
        measured=text_of(measured.words) if measured is not None else NO_TEXT,
        every=_every(measured),
    )


def _quality(items: tuple[tree.Item, ...]) -> QualityClass:
    """Give the class of data that is asked for."""
    for item in of_kind(items, tree.Flag):
        match item.kind:
            case "primary" | "site" | "secondary" as quality:
                return quality
            case _:
                pass
    return ""


def _every(measured: tree.Measured | None) -> str:
    if measured is None or measured.every is None:
        return ""
    if isinstance(measured.every, tree.Name):
        return measured.every.text
    return value_text(measured.every).en


NO_NOTES = Notes(
    symbol="",
    source=NO_TEXT,
    note=NO_TEXT,
    unverified=False,
    confidential=False,
    quality="",
    measured=NO_TEXT,
    every="",
)
