"""Bytes of a file in, its text out: UTF-8, UTF-16 with its mark, GB18030."""

import codecs
from typing import Final

from guiju_dsl.diagnostics import Diagnostic, Outcome, at
from guiju_dsl.source import SourceText, Span
from guiju_dsl.syntax.codes import UNKNOWN_ENCODING, UNREADABLE_TEXT

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(name: str, content: bytes, encoding: str | None = None) -> Outcome[SourceText]:
    """Read ``content`` as text with plain line ends and without a byte-order mark.

    Args:
        name: the path as people know it.
        encoding: what to read it as; None finds out: by its mark, else UTF-8, else GB18030.
    """
    if encoding is not None and not _is_known(encoding):
        return Outcome(None, (at(UNKNOWN_ENCODING, Span(name, 0, 0), encoding=encoding),))
    unmarked, candidates = _candidates(content, encoding)
    fault: Diagnostic | None = None
    for candidate in candidates:
        try:
            text = unmarked.decode(candidate)
            text.encode()  # lone surrogates, which some encodings let through, are no text
        except UnicodeError as error:
            offset = len(content) - len(unmarked) + getattr(error, "start", 0)
            fault = fault or _unreadable(name, candidate, offset)
            continue
        return Outcome(SourceText(name=name, text=_with_plain_line_ends(text)))
    assert fault is not None, "there is a candidate"
    return Outcome(None, (fault,))


def _candidates(content: bytes, encoding: str | None) -> tuple[bytes, tuple[str, ...]]:
    """Give the bytes without their mark and the encodings to try, in order."""
    for mark, marked in _MARKS:
        if content.startswith(mark) and encoding in (None, marked):
            return content[len(mark) :], (marked,)
    return content, (encoding,) if encoding is not None else ("utf-8", "gb18030")


def _is_known(encoding: str) -> bool:
    """Tell whether ``encoding`` names a way to read text, and no other conversion of Python's."""
    try:
        b" ".decode(encoding)
    except UnicodeError:
        return True
    except (LookupError, ValueError):
        return False
    return True


def _unreadable(name: str, encoding: str, offset: int) -> Diagnostic:
    return at(
        UNREADABLE_TEXT,
        Span(name, 0, 0),
        name=name,
        offset=str(offset + 1),
        encoding=encoding.upper(),
    )


def _with_plain_line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
