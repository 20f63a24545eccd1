"""A file that one process at a time may hold; whoever dies holds it no longer."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EBUSY
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the file at ``path``, and take it away at the end.

    Raises:
        OSError: ``EBUSY`` if another process or thread holds it; or it cannot be written.
    """
    handle = _held(path)
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _held(path: Path) -> int:
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_CREAT | os.O_RDWR)
        try:
            _lock(handle)
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(handle), path.stat()):
                    return handle
        except BlockingIOError:
            os.close(handle)
            raise OSError(EBUSY, os.strerror(EBUSY), str(path)) from None
        os.close(handle)  # who held it before has taken it away: this is another file


def _lock(handle: int) -> None:
    """Lock an open file, where system and disk can do it.

    Raises:
        BlockingIOError: another one has locked it.
    """
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:  # a disk of the net may have no locks
        return
