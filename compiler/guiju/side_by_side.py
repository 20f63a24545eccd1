"""Pieces of work that do not need each other, side by side on the cores of the machine.

A piece runs in a copy of this process (a fork), so that it knows all that is known here. Where a
copy cannot be made, the pieces are done here, one after the other.
"""

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")
TASKS = Path("/proc/self/task")


def cores() -> int:
    """Give the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def copies_can_be_made() -> bool:
    """Say whether a copy of this process would be whole: threads do not come along."""
    if not TASKS.is_dir() or threading.active_count() > 1:
        return False
    return sum(1 for _ in TASKS.iterdir()) == 1


class Begun(Generic[T]):
    """A piece of work that was begun; its product is there when it is asked for."""

    def __init__(self, work: Callable[[], T], place: Path, copy: int) -> None:
        """Keep the work, where its copy puts the product, and the copy's id (0: none was made)."""
        self._work, self._place, self._copy = work, place, copy

    def product(self) -> T:
        """Wait for the product. What failed in the copy is done here, where its fault shows."""
        if self._finished():
            product: T = pickle.loads(self._place.read_bytes())
            return product
        return self._work()

    def stop(self) -> None:
        """End the copy, if it still runs."""
        if self._copy:
            with suppress(ProcessLookupError):
                os.kill(self._copy, signal.SIGKILL)
            self.wait()

    def wait(self) -> None:
        """Wait until the copy has ended."""
        if self._copy:
            self._ended = os.waitpid(self._copy, 0)[1]
            self._copy = 0

    def _finished(self) -> bool:
        self.wait()
        return getattr(self, "_ended", 1) == 0 and self._place.is_file()


class SideBySide(Generic[T]):
    """Begins pieces of work, so many ``at_once``; what still runs at the end is stopped."""

    def __init__(self, at_once: int = 0) -> None:
        """Take the number of cores where ``at_once`` is 0."""
        self._at_once = at_once or cores()
        self._begun: list[Begun[T]] = []

    def __enter__(self) -> "SideBySide[T]":
        """Make room for the products."""
        self._room = TemporaryDirectory(prefix="guiju-")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop what still runs, and give up the room."""
        for one in self._begun:
            one.stop()
        self._room.cleanup()

    def begin(self, work: Callable[[], T]) -> Begun[T]:
        """Begin ``work`` in a copy, waiting for an earlier one if all cores are busy."""
        place = Path(self._room.name, str(len(self._begun)))
        copy = 0
        if self._at_once > 1 and copies_can_be_made():
            if len(self._begun) >= self._at_once:
                self._begun[-self._at_once].wait()
            copy = os.fork() or _in_copy(work, place)
        begun = Begun(work, place, copy)
        self._begun.append(begun)
        return begun


def _in_copy(work: Callable[[], T], place: Path) -> int:
    """Do ``work`` in the copy, put its product at ``place``, and end the copy."""
    ended = 1
    gc.freeze()  # what was there before is never garbage here, and need not be looked through
    with suppress(BaseException):
        place.write_bytes(pickle.dumps(work()))
        ended = 0
    os._exit(ended)
