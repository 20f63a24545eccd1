"""Bytes of files as text."""

import pytest

from guiju_dsl.reading import decode

TEXT = "标准 甲 { }\n# 炭·℃—“引号”\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        TEXT.replace("\n", "\r").encode("gb18030"),
    ],
    ids=["utf-8", "mark", "gb18030", "utf-16-le", "utf-16-be", "crlf", "cr"],
)
def test_what_editors_save_is_read_alike(content: bytes) -> None:
    source = decode("甲 乙.pcr", content).product
    assert source is not None
    assert (source.name, source.text) == ("甲 乙.pcr", TEXT)


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "gb18030", "gbk", "utf-16"])
def test_an_encoding_can_be_asked_for(encoding: str) -> None:
    source = decode("x.pcr", "标准".encode(encoding), encoding).product
    assert source is not None
    assert source.text == "标准"


@pytest.mark.parametrize("encoding", ["utf-88", "hex", "rot13", "zip", ""])
def test_what_is_no_encoding_of_text_is_reported(encoding: str) -> None:
    assert [one.code.slug for one in decode("x", b"41", encoding).diagnostics] == [
        "unknown-encoding"
    ]


@pytest.mark.parametrize(
    ("content", "encoding", "byte"),
    [
        (b"abc\xff\xff", None, "4"),
        (b"\xef\xbb\xbfabc\xff", None, "7"),
        (b"\xff\xfea", None, "3"),
        ("标准".encode("gb18030"), "utf-8", "1"),
        ("é".encode(), "ascii", "1"),
    ],
)
def test_bytes_that_are_no_text_are_reported_with_their_place(
    content: bytes, encoding: str | None, byte: str
) -> None:
    (fault,) = decode("x.pcr", content, encoding).diagnostics
    assert fault.code.slug == "unreadable-text"
    assert dict(fault.values)["offset"] == byte


def test_an_empty_file_is_an_empty_text() -> None:
    source = decode("x.pcr", b"").product
    assert source is not None
    assert source.text == ""
