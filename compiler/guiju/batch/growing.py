"""NumPy for few declarations, the compiled kernel for many: each where it is faster."""

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from guiju.batch.block import Block
from guiju.batch.execution import Execution, Outputs
from guiju.batch.native.library import NativeExecution, NoCompiler
from guiju.tape.model import Tape

WORTH_COMPILING = 100_000
"""Declarations after which a kernel is compiled: NumPy takes as long for some hundred thousand more
as the compiler for a long standard."""


class GrowingExecution:
    """A tape that NumPy runs until a kernel is there.

    Both give the same bits. A kernel of an earlier run is taken at once. Another is compiled beside
    the first declarations of a large table, so that nobody waits for it.

    Attributes:
        tape: what is run.
    """

    def __init__(self, tape: Tape, kept: Path | None) -> None:
        """Look for a kernel that was compiled before, in the folder where they are kept."""
        self.tape = tape
        self._kept = kept
        self._now: Execution | NativeExecution = Execution(tape)
        self._done = 0
        self._coming: Future[NativeExecution] | None = None
        with suppress(NoCompiler):
            self._now = NativeExecution(tape, kept, compiling=False)

    @property
    def block(self) -> int:
        """Give the number of declarations that are best calculated at once."""
        return self._now.block

    def run(self, block: Block) -> Outputs:
        """Give every output for ``block``."""
        if self._coming is not None and self._coming.done():
            with suppress(NoCompiler):
                self._now = self._coming.result()
        self._done += block.size
        if self._done > WORTH_COMPILING and self._coming is None and self._by_numpy:
            compiler = ThreadPoolExecutor(1)
            self._coming = compiler.submit(NativeExecution, self.tape, self._kept)
            compiler.shutdown(wait=False)
        return self._now.run(block)

    @property
    def _by_numpy(self) -> bool:
        return isinstance(self._now, Execution)
