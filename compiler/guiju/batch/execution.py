"""Run a tape over a block: every operation on a whole column, buffers used again."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from msgspec.structs import replace

from guiju.batch.block import Array, Block, Rows
from guiju.batch.program import program_of
from guiju.tape.model import Tape


class Execution:
    """A tape made ready to run.

    Attributes:
        tape: what is run.
        block: how many declarations are best calculated at once: their columns fit the cache.
    """

    block = 8192

    def __init__(self, tape: Tape) -> None:
        """Write the program of the tape."""
        self.tape = tape
        self._program = program_of(tape)

    def run(self, block: Block) -> "Outputs":
        """Give every output for ``block``."""
        block = replace(block, groups=dict(block.groups))  # a series adds its rows
        with np.errstate(all="ignore"):
            values = self._program(block)
        return Outputs(self.tape, values, block)


class Outputs:
    """What a tape gave for a block."""

    def __init__(self, tape: Tape, values: Mapping[int, Any], block: Block) -> None:
        """Keep the values of the nodes that are asked for."""
        self._values = values
        self._tape = tape
        self._block = block

    @property
    def tape(self) -> Tape:
        """Give the tape that was run."""
        return self._tape

    @property
    def groups(self) -> Mapping[str, Rows]:
        """Give the rows of every group, those that a rule makes included."""
        return self._block.groups

    def of(self, place: int) -> Array:
        """Give the values of a node, one for each declaration or row."""
        group = self._tape.nodes[place].group
        size = self._block.groups[group].size if group else self._block.size
        return np.broadcast_to(self._values[place], (size,))

    def named(self, name: str) -> Array:
        """Give an output: numbers, nan where there is none; or words, empty where there is none."""
        output = self._tape.outputs[name]
        value, there = self.of(output.value), self.of(output.there)
        if self._tape.nodes[output.value].kind == "word":
            words = np.array([*self._tape.words, ""], dtype=object)
            return words[np.where(there, value, -1)]
        return value if there.all() else np.where(there, value, np.nan)
