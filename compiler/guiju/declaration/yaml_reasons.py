"""What can be wrong with YAML, in both languages."""

import re
from collections.abc import Sequence

from guiju_runtime.messages import Text

SECOND_DOCUMENT = Text(
    zh="一个文件只放一份申报，此处起另一份", en="a second document begins here, a file holds one"
)
NO_ANCHOR = Text(zh="* 引用的锚点前面没有定义", en="the anchor named after * is not set before")
NAME_NOT_TEXT = Text(zh="名称应为文字", en="a name is a text")
FULL_COLON = "："
NAME_WITH_FULL_COLON = Text(
    zh="这一名称没有值：其中的“：”是全角冒号，名称与值之间用半角冒号和空格“: ”隔开",
    en="this name has no value: its ： is of full width, YAML has a colon and a space there",
)
CONTROL_CHARACTER = Text(zh="含有控制字符", en="a control character stands here")
_REASONS = (
    (
        "mapping values are not allowed",
        Text(
            zh="此处不能有冒号；值中有冒号时加引号",
            en="no colon may stand here; a text that holds one is quoted",
        ),
    ),
    (
        "character that cannot start",
        Text(
            zh="此处的字符不能开始一个值：不用制表符缩进，以 % @ ` 开头的文字加引号",
            en="no value begins so: indent with spaces, quote a text that begins with % @ or `",
        ),
    ),
    (
        r"expected '?,'? (?:or|and) '?[\]}]",
        Text(zh="括号没有闭合，或缺少逗号", en="a bracket is not closed, or a comma is missing"),
    ),
    (
        "unexpected end of stream|found end of stream",
        Text(zh="引号没有闭合", en="a quote is not closed"),
    ),
    ("could not find expected ':'", Text(zh="缺少冒号", en="a colon is missing")),
    (
        "block end|did not find expected key|did not find expected '-'",
        Text(zh="缩进与上文不齐", en="the indent does not fit the lines above"),
    ),
)


_FULL_WIDTH = dict(zip("，：｛｝［］“”", ',:{}[]""', strict=True))


def in_both_languages(problem: str) -> Text:
    """Say in both languages what a YAML parser, either of the two in use, says in English."""
    for pattern, words in _REASONS:
        if re.search(pattern, problem):
            return words
    return Text(zh="此处不合语法", en=problem or "the text ends too early")


def of_full_width(lines: Sequence[str], line: int, column: int) -> tuple[str, str] | None:
    """Give the last mark of full width ahead of a slip, and the one that YAML has in its place.

    Args:
        lines: of the text; the one of the slip counts up to it, and the one above.
        line: number of the line of the slip, from 0; so is its column.
    """
    before = (*lines[max(line - 1, 0) : line], *(own[:column] for own in lines[line : line + 1]))
    read = "".join(one.partition("#")[0] for one in before)
    mark = next((one for one in reversed(read) if one in _FULL_WIDTH), None)
    return None if mark is None else (mark, _FULL_WIDTH[mark])


def beside_full_width(reason: Text, mark: str, plain: str) -> Text:
    """Say beside a reason that a mark ahead of it is of full width."""
    return Text(
        zh=f"{reason.zh}；前面的“{mark}”是全角标点，YAML 的标点是半角的“{plain}”",
        en=f"{reason.en}; the {mark} ahead of it is of full width, YAML has {plain} for it",
    )
