"""A file that is no table of its kind, and why: what reads files says it in words of its own."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pyarrow as pa

from guiju_runtime.messages import Text, Value

LONGEST = 100
"""Characters of what a library says that are told."""
RAGGED = re.compile(r"(?:Row #(?P<row>\d+): )?Expected (?P<head>\d+) columns, got (?P<cells>\d+)")
BEFORE = re.compile(r"^.*Could not open Parquet input source '[^']*': |^CSV \w+ error: ")
DAMAGED = Text(zh="内容已损坏", en="its content is damaged")
KNOWN = {
    "decrypt": Text(zh="文件已加密", en="it is encrypted"),
    "utf8": Text(
        zh="文字编码不是 UTF-8、UTF-16 或 GB18030", en="its text is not UTF-8, UTF-16 or GB18030"
    ),
    "codec": Text(
        zh="文字编码不是 UTF-8、UTF-16 或 GB18030", en="its text is not UTF-8, UTF-16 or GB18030"
    ),
    "0 bytes": Text(zh="文件是空的", en="it is empty"),
    "too small: 0": Text(zh="文件是空的", en="it is empty"),
    "empty csv": Text(zh="文件是空的", en="it is empty"),
    "magic bytes": Text(zh="开头或结尾不完整", en="its beginning or end is missing"),
    "corrupt": DAMAGED,
    "metadata bytes": Text(zh="开头或结尾不完整", en="its beginning or end is missing"),
    "thrift": DAMAGED,
}
"""By a part of what a library says, in small letters, what it means."""


class Unreadable(Exception):
    """A file is no table of the kind that its name says, or cannot be read to its end.

    Attributes:
        reason: why.
    """

    def __init__(self, reason: Value) -> None:
        """Keep why."""
        super().__init__(reason)
        self.reason = reason


@contextmanager
def reading() -> Iterator[None]:
    """Say in words of ours why a file is not read.

    Raises:
        Unreadable: it is not.
    """
    try:
        yield
    except (pa.ArrowException, OSError, UnicodeError) as fault:
        raise Unreadable(reason_of(getattr(fault, "strerror", None) or str(fault))) from fault


def reason_of(said: str) -> Value:
    """Give the reason for what a library says."""
    ragged = RAGGED.search(said)
    if ragged is not None:
        return _ragged(**ragged.groupdict())
    for part, meaning in KNOWN.items():
        if part in said.lower():
            return meaning
    line = BEFORE.sub("", said.splitlines()[0] if said else "").strip()
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _ragged(row: str | None, head: str, cells: str) -> Text:
    where = Text(zh=f"第 {row} 行", en=f"row {row}") if row else Text(zh="有一行", en="a row")
    return Text(
        zh=f"{where.zh}有 {cells} 个单元格，首行有 {head} 列",
        en=f"{where.en} has {cells} cells, and the first row {head}",
    )
