"""Read JSON without rounding, and refuse what one declaration cannot hold."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from guiju.declaration.codes import KEY_TWICE, TEXT_NOT_JSON
from guiju.declaration.limits import DEEPEST, MOST_VALUES, too_deep, too_many_values
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Text

_ESCAPES = re.compile(
    r"\\\\|\\u[dD][89aAbB]..\\u[dD][c-fC-F]..|(?P<half>\\u[dD][89a-fA-F])", re.DOTALL
)
"""A backslash, a character in two halves, or one half of a character alone."""
_HALF = Text(zh="这里只有半个字符", en="this is half of a character")
_HERE = Text(zh="同一对象中", en="in the same object")


def from_json(text: str) -> tuple[object, tuple[Finding, ...]]:
    """Read ``text``; numbers become decimals. A value is given only without findings."""
    findings: list[Finding] = []

    def as_mapping(pairs: list[tuple[str, object]]) -> dict[str, object]:
        names: dict[str, object] = {}
        for name, value in pairs:
            if name in names:
                findings.append(finding(KEY_TWICE, "", name=name[:40], where=_HERE))
            names.setdefault(name, value)
        return names

    try:
        value = json.loads(
            text,
            object_pairs_hook=as_mapping,
            parse_int=_number,
            parse_float=_number,
            parse_constant=Decimal,
        )
    except json.JSONDecodeError as error:
        return None, (_not_json(error),)
    except RecursionError:
        return None, (too_deep(),)
    return value, (*findings, *_halves(text), *_excess(value))


def _number(written: str) -> Decimal | str:
    """Give a number; one whose exponent no decimal can have stays as it is written."""
    try:
        return Decimal(written)
    except InvalidOperation:
        return written


def _halves(text: str) -> Iterator[Finding]:
    """Report half of a character, which no text of a result could say."""
    half = next((found for found in _ESCAPES.finditer(text) if found["half"]), None)
    if half is not None:
        before = text[: half.start()]
        line, column = before.count("\n") + 1, half.start() - before.rfind("\n")
        yield finding(TEXT_NOT_JSON, "", line=str(line), column=str(column), reason=_HALF)


def _not_json(error: json.JSONDecodeError) -> Finding:
    reason = _REASONS.get(error.msg, Text(zh="此处不合语法", en=error.msg))
    return finding(
        TEXT_NOT_JSON, "", line=str(error.lineno), column=str(error.colno), reason=reason
    )


def _excess(value: object) -> tuple[Finding, ...]:
    """Count values level by level, without recursion."""
    level, counted = [value], 0
    for _ in range(DEEPEST):
        counted += len(level)
        if counted > MOST_VALUES:
            return (too_many_values(),)
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return ()
    return (too_deep(),)


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


_REASONS = {
    "Expecting value": Text(zh="此处应有一个值", en="a value is needed here"),
    "Expecting ',' delimiter": Text(zh="此处应有逗号", en="a comma is needed here"),
    "Expecting ':' delimiter": Text(zh="此处应有冒号", en="a colon is needed here"),
    "Expecting property name enclosed in double quotes": Text(
        zh="此处应有双引号括起的名称", en="a name in double quotes is needed here"
    ),
    "Extra data": Text(zh="值的后面还有内容", en="something follows the value"),
    "Unterminated string starting at": Text(
        zh="文字缺少后引号", en="the text has no closing quote"
    ),
}
