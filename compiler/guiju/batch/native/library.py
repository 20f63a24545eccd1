"""Compile a kernel with the C compiler of the machine, load it, run it over blocks."""

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import numpy as np

from guiju.batch.block import Array, Block
from guiju.batch.execution import Outputs
from guiju.batch.native.head import AT_ONCE, LINE
from guiju.batch.native.source import Kernel, kernel_of
from guiju.batch.program import DTYPES, constant_of
from guiju.tape.model import Tape

FLAGS = (
    "-O2",
    "-march=native",
    "-ffp-contract=off",
    "-fno-math-errno",
    "-fno-trapping-math",
    "-shared",
    "-fPIC",
)
Loaded = tuple[Callable[..., None], int]
"""The function of a kernel, and how much room it takes [bytes]."""


class NoCompiler(Exception):
    """There is no C compiler on this machine, or it could not make a kernel."""


class NativeExecution:
    """A tape made ready to run as compiled code.

    Attributes:
        tape: what is run.
        block: how many declarations are best calculated at once.
    """

    block = 16_384

    def __init__(self, tape: Tape, kept: Path | None = None, *, compiling: bool = True) -> None:
        """Compile the tape, or take up what an earlier run compiled.

        Args:
            kept: folder of kernels that earlier runs compiled, or none.
            compiling: whether it is compiled where no earlier run did.

        Raises:
            NoCompiler: that cannot be done here.
        """
        self.tape = tape
        made = {node.group for node in tape.nodes if node.operation == "series"}
        if any(tape.nodes[place].group in made for place in tape.kept()):
            raise NoCompiler  # how many rows there are is known only while it runs
        self._kernel = kernel_of(tape)
        kept_places = tape.kept()
        self._known = {
            place: constant_of(node)
            for place, node in enumerate(tape.nodes)
            if place in kept_places and node.operation == "constant"
        }
        self._function, self._room = _function(self._kernel, kept, compiling=compiling)

    def run(self, block: Block) -> Outputs:
        """Give every output for ``block``."""
        kernel, nodes = self._kernel, self.tape.nodes
        columns = [
            block.values[str(node.payload)]
            if node.operation == "value"
            else block.given[str(node.payload)]
            for node in kernel.inputs
        ]
        arrays = [
            _piece(column, DTYPES[node.kind])
            for node, column in zip(kernel.inputs, columns, strict=True)
        ]
        moves = np.array([column.strides != (0,) for column in columns], dtype=np.int64)
        room = _aligned(self._room)
        for group in kernel.groups:
            arrays += [block.groups[group].starts, block.groups[group].owner]
        values = {
            place: np.empty(_size(block, nodes[place].group), DTYPES[nodes[place].kind])
            for place in kernel.outputs
        }
        arrays += values.values()
        pointers = (ctypes.c_void_p * len(arrays))(*(array.ctypes.data for array in arrays))
        self._function(block.size, pointers, moves.ctypes.data, room.ctypes.data)
        return Outputs(self.tape, self._known | values, block)


def _aligned(size: int) -> Array:
    """Give room that begins with a line of the cache."""
    room = np.empty(size + LINE, dtype=np.uint8)
    return room[-room.ctypes.data % LINE :]


def _piece(column: Array, kind: type[np.generic]) -> Array:
    """Give a column for the kernel: one that is the same everywhere as a single piece."""
    if column.strides == (0,):
        column = column[:AT_ONCE] if len(column) >= AT_ONCE else np.resize(column, AT_ONCE)
    return np.ascontiguousarray(column, dtype=kind)


def _size(block: Block, group: str) -> int:
    return block.groups[group].size if group else block.size


def _function(kernel: Kernel, kept: Path | None, *, compiling: bool) -> Loaded:
    """Give a kernel, compiled now or by an earlier run on the same processor."""
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc")
    if not compiler:
        raise NoCompiler
    made_for = f"{FLAGS}{compiler}{_processor()}{kernel.text}"
    digest = hashlib.sha256(made_for.encode()).hexdigest()[:32]
    place = kept / f"kernel-{digest}.so" if kept is not None else None
    function = _loaded(place) if place is not None and place.is_file() else None
    if function is not None:
        return function
    if not compiling:
        raise NoCompiler
    with tempfile.TemporaryDirectory(prefix="guiju-") as temporary:
        library = _compiled(compiler, kernel, Path(temporary))
        if place is not None:
            with suppress(OSError):
                _keep(library, place)
        function = _loaded(library)
    if function is None:
        raise NoCompiler
    return function


def _processor() -> str:
    """Say which processor code is made for here: another one may lack its instructions."""
    with suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines()
        return "".join(sorted({one for one in lines if one.startswith(("model name", "flags"))}))
    return f"{platform.machine()}{platform.processor()}"


def _compiled(compiler: str, kernel: Kernel, folder: Path) -> Path:
    source, made = folder / "kernel.c", folder / "kernel.so"
    source.write_text(kernel.text, "utf-8")
    words = [compiler, *FLAGS, str(source), "-o", str(made), "-lm"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoCompiler(done.stderr)
    return made


def _keep(library: Path, place: Path) -> None:
    """Put a kernel in place whole, whoever else compiles the same."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.{uuid4().hex}")
    try:
        shutil.copyfile(library, beside)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def _loaded(library: Path) -> Loaded | None:
    """Load a kernel; None if the file is none."""
    try:
        kernel = ctypes.CDLL(str(library))
        function, room = kernel.run, ctypes.c_long.in_dll(kernel, "room_size").value
    except (OSError, AttributeError, ValueError):
        return None
    pointers = ctypes.POINTER(ctypes.c_void_p)
    function.argtypes = (ctypes.c_long, pointers, ctypes.c_void_p, ctypes.c_void_p)
    function.restype = None
    return function, room
