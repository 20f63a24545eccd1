"""A tape as a Python function of NumPy calls, one line for each operation.

Which buffer a result goes into is settled once: one that nobody reads any more, of the same kind
and the same rows, those of an argument included. Constants and tables are names that lines see.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import numpy as np

from guiju.batch.block import Array, Block
from guiju.batch.operations import EACH, GATHERED, positions, rounded, series, where
from guiju.tape.model import Kind, Node, Tape

DTYPES: dict[Kind, type[np.generic]] = {
    "number": np.float64,
    "truth": np.bool_,
    "word": np.int32,
}
READ = {
    "value": "values[{path!r}]",
    "given": "given[{path!r}]",
    "count": "diff(groups[{path!r}].starts).astype(float64)",
    "series": "series({group!r}, {0}, {1}, block)",
}
"""What is no calculation, or makes its own array."""
LINES = {
    **{name: f"{name}({{arguments}}, out={{out}})" for name in (*EACH, "where", "round")},
    **{name: f"{name}({{0}}, groups[{{path!r}}], {{out}})" for name in GATHERED},
    "spread": "take({0}, groups[{group!r}].owner, None, {out}, 'clip')",
    "rank": "fill({out}, searchsorted(t{place}, {0}, side='right'))",
    "position": "fill({out}, t{place}[{0}])",
    "taken": "take(t{place}, i{index}, None, {out}, 'clip')",
    "factor": "fill({out}, t{place}[asarray({0}).astype(int64)])",  # -1 is its last, of no row
    "default": "fill({out}, {0})",
}
KNOWN: dict[str, Any] = {
    **EACH,
    **GATHERED,
    "where": where,
    "round": rounded,
    "series": series,
    "asarray": np.asarray,
    "take": np.take,
    "diff": np.diff,
    "empty": np.empty,
    "fill": np.copyto,
    "searchsorted": np.searchsorted,
    **{kind.__name__: kind for kind in (*DTYPES.values(), np.int64)},
}

Program = Callable[[Block], dict[int, Any]]
"""Gives the values of the nodes that are read when the tape has run."""


def program_of(tape: Tape, *, audited: bool = False) -> Program:
    """Write the function of a tape; an audited one keeps every intermediate value."""
    names: dict[str, Any] = dict(KNOWN)
    for place, node in enumerate(tape.nodes):
        if node.operation == "constant":
            names[f"n{place}"] = constant_of(node)
        elif isinstance(node.payload, tuple):
            names[f"t{place}"] = _table(tape, node)
    text = "".join(f"{line}\n" for line in Writer(tape, audited=audited).lines())
    exec(compile(text, "tape", "exec"), names)
    program: Program = names["run"]
    return program


class Writer:
    """A tape on its way into lines of Python."""

    def __init__(self, tape: Tape, *, audited: bool) -> None:
        """Find after which node nobody reads another any more."""
        self.tape = tape
        self._kept = set(range(len(tape.nodes))) if audited else tape.kept()
        self._freed = _freed(tape, self._kept)
        self._buffers: dict[tuple[Kind, str], list[str]] = {}
        self._held: dict[int, str] = {}
        self._made = 0
        self._indices: set[int] = set()

    def lines(self) -> Iterator[str]:
        """Give the function, line by line."""
        yield "def run(block):"
        yield "    size, groups = block.size, block.groups"
        yield "    values, given = block.values, block.given"
        for place, node in enumerate(self.tape.nodes):
            if node.operation == "constant":
                continue
            yield from (f"    {line}" for line in self._node(place, node))
        kept = ", ".join(f"{place}: n{place}" for place in sorted(self._kept))
        yield f"    return {{{kept}}}"

    def _node(self, place: int, node: Node) -> Iterator[str]:
        arguments = [f"n{at}" for at in node.arguments]
        facts = {"path": str(node.payload), "group": node.group, "place": place}
        if node.operation in READ:
            yield f"n{place} = {READ[node.operation].format(*arguments, **facts)}"
            self._give_back(place)
            return
        index = node.arguments[0]
        if node.operation == "taken" and index not in self._indices:
            self._indices.add(index)
            yield f"i{index} = n{index}.astype(int64)"
        alike = node.operation in EACH  # such may write over what they read
        if alike:
            self._give_back(place)
        yield from self._take(place, node)
        if not alike:
            self._give_back(place)
        line = LINES[node.operation]
        yield line.format(
            *arguments, **facts, arguments=", ".join(arguments), out=f"n{place}", index=index
        )

    def _take(self, place: int, node: Node) -> Iterator[str]:
        """Name a buffer for the result of a node, a new one if none is free."""
        free = self._buffers.setdefault((node.kind, node.group), [])
        if free:
            self._held[place] = free.pop()
            yield f"n{place} = {self._held[place]}"
            return
        self._held[place] = f"b{self._made}"
        self._made += 1
        size = f"groups[{node.group!r}].size" if node.group else "size"
        yield f"n{place} = b{self._made - 1} = empty({size}, {DTYPES[node.kind].__name__})"

    def _give_back(self, reader: int) -> None:
        """Free the buffers that ``reader`` is the last to read."""
        for place in self._freed.get(reader, ()):
            buffer = self._held.pop(place, None)
            if buffer is not None:
                node = self.tape.nodes[place]
                self._buffers[node.kind, node.group].append(buffer)


def _freed(tape: Tape, kept: set[int]) -> dict[int, list[int]]:
    """Give for each node those that it is the last to read."""
    last: dict[int, int] = {}
    for place, node in enumerate(tape.nodes):
        last.update(dict.fromkeys(node.arguments, place))
    freed: dict[int, list[int]] = {}
    for place, reader in last.items():
        if place not in kept:
            freed.setdefault(reader, []).append(place)
    return freed


def constant_of(node: Node) -> Any:
    """Give the value of a constant as NumPy takes it."""
    payload = node.payload
    if isinstance(payload, Fraction):
        return payload.numerator / payload.denominator
    return payload


def _table(tape: Tape, node: Node) -> Array:
    if node.operation == "position":
        return positions(np.asarray(node.payload, dtype=np.int64), len(tape.words))
    return np.asarray(node.payload)
