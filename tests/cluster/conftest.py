"""What is shared by the tests of clusters: none of them may hang for ever."""

import faulthandler
from collections.abc import Iterator

import pytest

LONGEST = 240
"""What a test may take, on however busy a machine [s]; most take one."""


@pytest.fixture(autouse=True)
def _ended_if_it_hangs() -> Iterator[None]:
    """Show where each thread stands and end the process if a test never ends."""
    faulthandler.dump_traceback_later(LONGEST, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()
