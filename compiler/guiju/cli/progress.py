"""How far a long command has come, on a terminal."""

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

from guiju.cli.columns import shortened, width

T = TypeVar("T")
SILENT_SECONDS = 1.0
COLUMNS = 78


class Progress:
    """One line on the terminal that is written over and over, and gone in the end.

    Nothing is shown in the first second, nor where the messages go into a file or a pipe.
    """

    def __init__(self) -> None:
        """Begin to count the time."""
        self._begin = monotonic()
        self._width = 0
        self._on = sys.stderr is not None and sys.stderr.isatty()

    def show(self, text: str) -> None:
        """Show ``text`` in place of what is shown."""
        if self._on and monotonic() - self._begin >= SILENT_SECONDS:
            self._write(shortened(text, COLUMNS))

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _write(self, text: str) -> None:
        blank = " " * max(0, self._width - width(text))
        sys.stderr.write(f"\r{text}{blank}")
        sys.stderr.flush()
        self._width = width(text)


def followed(items: Sequence[T], what: str) -> Iterator[T]:
    """Give ``items`` one by one, and show how many there still are."""
    progress = Progress()
    for at, item in enumerate(items, 1):
        progress.show(f"{what} {at}/{len(items)} {item}")
        yield item
        progress.clear()
