"""Compile a kernel with the C compiler of the machine, load it, run it over blocks."""

import ctypes
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from guiju.batch.block import Array, Block
from guiju.batch.execution import Outputs
from guiju.batch.native.source import Kernel, kernel_of
from guiju.batch.program import DTYPES
from guiju.tape.model import Tape

FLAGS = (
    "-O3",
    "-march=native",
    "-ffp-contract=off",
    "-fno-math-errno",
    "-shared",
    "-fPIC",
)


class NoCompiler(Exception):
    """There is no C compiler on this machine, or it could not make a kernel."""


class NativeExecution:
    """A tape made ready to run as compiled code.

    Attributes:
        tape: what is run.
    """

    def __init__(self, tape: Tape) -> None:
        """Compile the tape.

        Raises:
            NoCompiler: that cannot be done here.
        """
        self.tape = tape
        made = {node.group for node in tape.nodes if node.operation == "series"}
        if any(tape.nodes[place].group in made for place in tape.kept()):
            raise NoCompiler  # how many rows there are is known only while it runs
        self._kernel = kernel_of(tape)
        self._function = _compiled(self._kernel)

    def run(self, block: Block) -> Outputs:
        """Give every output for ``block``."""
        kernel, nodes = self._kernel, self.tape.nodes
        columns = [
            block.values[str(node.payload)]
            if node.operation == "value"
            else block.given[str(node.payload)]
            for node in kernel.inputs
        ]
        arrays: list[Array] = [
            np.ascontiguousarray(column, dtype=DTYPES[node.kind])
            for node, column in zip(kernel.inputs, columns, strict=True)
        ]
        for group in kernel.groups:
            arrays += [block.groups[group].starts, block.groups[group].owner]
        values = {
            place: np.empty(_size(block, nodes[place].group), DTYPES[nodes[place].kind])
            for place in kernel.outputs
        }
        arrays += values.values()
        pointers = (ctypes.c_void_p * len(arrays))(*(array.ctypes.data for array in arrays))
        self._function(block.size, pointers)
        return Outputs(self.tape, values, block)


def _size(block: Block, group: str) -> int:
    return block.groups[group].size if group else block.size


def _compiled(kernel: Kernel) -> "ctypes._NamedFuncPointer":
    """Give the function of a kernel, compiled now or at an earlier time."""
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc")
    if not compiler:
        raise NoCompiler
    digest = hashlib.sha256(f"{FLAGS}{kernel.text}".encode()).hexdigest()[:32]
    with tempfile.TemporaryDirectory(prefix="guiju-") as folder:
        source, made = Path(folder) / f"{digest}.c", Path(folder) / f"{digest}.so"
        source.write_text(kernel.text, "utf-8")
        words = [compiler, *FLAGS, str(source), "-o", str(made), "-lm"]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NoCompiler(done.stderr)
        function = ctypes.CDLL(str(made)).run
    function.argtypes = (ctypes.c_long, ctypes.POINTER(ctypes.c_void_p))
    function.restype = None
    return function
