"""Read and write the footer of a Parquet file, so that files can be put behind one another.

The footer is a struct in the compact protocol of Apache Thrift; what its fields mean is laid down
in parquet.thrift of Apache Parquet (format 2). Fields that are not named here stay as they are.
"""

import struct
from collections.abc import Callable
from typing import Any, Final

MAGIC: Final = b"PAR1"
TRUE, FALSE, BYTE, DOUBLE, BINARY, LIST, SET, MAP, STRUCT = 1, 2, 3, 7, 8, 9, 10, 11, 12
INTEGERS: Final = (4, 5, 6)

Fields = dict[int, tuple[int, Any]]
"""By number of the field: its type and value; a list has the type of its elements and these."""

SCHEMA, ROWS, ROW_GROUPS = 2, 3, 4
"""Of the footer."""
CHUNKS, GROUP_OFFSET, ORDINAL = 1, 5, 7
"""Of a row group: its column chunks, where it begins, which it is."""
META_DATA = 3
CHUNK_OFFSETS: Final = (2, 4, 6)
"""Of a column chunk: where it begins, and its offset and column index."""
PAGE_OFFSETS: Final = (9, 10, 11, 14)
"""Of the meta data of a column chunk: its data, index and dictionary page, its Bloom filter."""


def moved(footer: Fields, by: int, ordinal: int) -> list[Fields]:
    """Give the row groups of a footer for a file where they stand ``by`` bytes further behind."""
    groups: list[Fields] = footer[ROW_GROUPS][1][1]
    for number, group in enumerate(groups, ordinal):
        _shift(group, (GROUP_OFFSET,), by)
        if ORDINAL in group:
            group[ORDINAL] = group[ORDINAL][0], number
        for chunk in group[CHUNKS][1][1]:
            _shift(chunk, CHUNK_OFFSETS, by)
            _shift(chunk[META_DATA][1], PAGE_OFFSETS, by)
    return groups


def _shift(fields: Fields, numbers: tuple[int, ...], by: int) -> None:
    for number in numbers:
        if number in fields and fields[number][1] > 0:
            kind, offset = fields[number]
            fields[number] = kind, offset + by


class Reader:
    """Bytes on their way into fields."""

    def __init__(self, data: bytes) -> None:
        """Begin at the first byte."""
        self._data = data
        self._at = 0
        self._others: dict[int, Callable[[], Any]] = {
            BYTE: self._byte,
            DOUBLE: lambda: struct.unpack("<d", self._bytes(8))[0],
            BINARY: lambda: self._bytes(self._unsigned()),
            LIST: self._list,
            SET: self._list,
            STRUCT: self.fields,
        }

    def fields(self) -> Fields:
        """Give the fields of a struct."""
        found: Fields = {}
        number = 0
        while head := self._byte():
            kind, step = head & 0x0F, head >> 4
            number = number + step if step else self._signed()
            found[number] = kind, self._value(kind)
        return found

    def _value(self, kind: int) -> Any:
        if kind in INTEGERS:
            return self._signed()
        return None if kind in (TRUE, FALSE) else self._others[kind]()

    def _list(self) -> tuple[int, list[Any]]:
        head = self._byte()
        kind, size = head & 0x0F, head >> 4
        if size == 15:
            size = self._unsigned()
        read = self._byte if kind in (TRUE, FALSE) else lambda: self._value(kind)
        return kind, [read() for _ in range(size)]

    def _byte(self) -> int:
        self._at += 1
        return self._data[self._at - 1]

    def _bytes(self, size: int) -> bytes:
        self._at += size
        return self._data[self._at - size : self._at]

    def _unsigned(self) -> int:
        value = shift = 0
        while True:
            byte = self._byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def _signed(self) -> int:
        value = self._unsigned()
        return (value >> 1) ^ -(value & 1)


class Writer:
    """Fields on their way into bytes."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.data = bytearray()
        self._others: dict[int, Callable[[Any], None]] = {
            BYTE: self.data.append,
            DOUBLE: lambda value: self.data.extend(struct.pack("<d", value)),
            BINARY: self._binary,
            LIST: self._list,
            SET: self._list,
            STRUCT: self.fields,
        }

    def fields(self, fields: Fields) -> None:
        """Write a struct."""
        before = 0
        for number, (kind, value) in sorted(fields.items()):
            step = number - before
            if 0 < step <= 15:
                self.data.append(step << 4 | kind)
            else:
                self.data.append(kind)
                self._signed(number)
            self._value(kind, value)
            before = number
        self.data.append(0)

    def _value(self, kind: int, value: Any) -> None:
        if kind in INTEGERS:
            self._signed(value)
        elif kind not in (TRUE, FALSE):
            self._others[kind](value)

    def _list(self, of: tuple[int, list[Any]]) -> None:
        kind, values = of
        if len(values) < 15:
            self.data.append(len(values) << 4 | kind)
        else:
            self.data.append(0xF0 | kind)
            self._unsigned(len(values))
        for value in values:
            if kind in (TRUE, FALSE):
                self.data.append(value)
            else:
                self._value(kind, value)

    def _binary(self, value: bytes) -> None:
        self._unsigned(len(value))
        self.data += value

    def _unsigned(self, value: int) -> None:
        while value >= 0x80:
            self.data.append(value & 0x7F | 0x80)
            value >>= 7
        self.data.append(value)

    def _signed(self, value: int) -> None:
        self._unsigned(value << 1 if value >= 0 else (-value << 1) - 1)
