"""Run a tape over a block: every operation on a whole column, buffers used again."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import numpy as np
from msgspec.structs import replace

from guiju.batch.block import Array, Block, Rows
from guiju.batch.operations import EACH, GATHERED, rounded, where
from guiju.tape.model import Kind, Node, Tape
from guiju_runtime.series import MOST_ROWS

DTYPES: dict[Kind, type[np.generic]] = {
    "number": np.float64,
    "truth": np.bool_,
    "word": np.int32,
}


class Execution:
    """A tape made ready to run.

    Attributes:
        tape: what is run.
    """

    def __init__(self, tape: Tape) -> None:
        """Find for each node after which other nobody reads it any more."""
        self.tape = tape
        self._free = _freed(tape)
        self._constants = {
            place: _constant(node)
            for place, node in enumerate(tape.nodes)
            if node.operation == "constant"
        }

    def run(self, block: Block) -> "Outputs":
        """Give every output for ``block``."""
        values: dict[int, Any] = dict(self._constants)
        block = replace(block, groups=dict(block.groups))  # a series adds its rows
        pool = Pool(block)
        with np.errstate(all="ignore"):
            for place, node in enumerate(self.tape.nodes):
                if place not in values:
                    values[place] = self._result(node, values, block, pool)
                for done in self._free.get(place, ()):
                    pool.give_back(values.pop(done), self.tape.nodes[done])
        return Outputs(self.tape, values, block)

    def _result(self, node: Node, values: Mapping[int, Any], block: Block, pool: "Pool") -> Any:
        if node.operation == "series":
            return _series(node, [values[place] for place in node.arguments], block)
        read = READ.get(node.operation)
        if read is not None:
            return read(node, block)
        out = pool.take(node)
        arguments = [values[place] for place in node.arguments]
        each = EACH.get(node.operation)
        if each is not None:
            each(*arguments, out=out)
        elif node.operation in GATHERED:
            GATHERED[node.operation](arguments[0], block.groups[str(node.payload)], out)
        else:
            OTHERS[node.operation](node, arguments, block, out)
        return out


class Outputs:
    """What a tape gave for a block."""

    def __init__(self, tape: Tape, values: Mapping[int, Any], block: Block) -> None:
        """Keep the values of the nodes that are asked for."""
        self._values = values
        self._tape = tape
        self._block = block

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


class Pool:
    """Buffers of one block, given back when nobody reads them any more."""

    def __init__(self, block: Block) -> None:
        """Begin without buffers."""
        self._block = block
        self._free: dict[tuple[Kind, str], list[Array]] = {}

    def take(self, node: Node) -> Array:
        """Give a buffer for the result of ``node``."""
        free = self._free.get((node.kind, node.group))
        if free:
            return free.pop()
        size = self._block.groups[node.group].size if node.group else self._block.size
        return np.empty(size, dtype=DTYPES[node.kind])

    def give_back(self, buffer: Array, node: Node) -> None:
        """Take a buffer back; what was read from the block is nobody's to write on."""
        if node.operation not in (*READ, "series") and node.operation != "constant":
            self._free.setdefault((node.kind, node.group), []).append(buffer)


def _freed(tape: Tape) -> dict[int, list[int]]:
    """Give for each node those that it is the last to read."""
    kept = tape.kept()
    last: dict[int, int] = {}
    for place, node in enumerate(tape.nodes):
        last.update(dict.fromkeys(node.arguments, place))
    freed: dict[int, list[int]] = {}
    for place, reader in last.items():
        if place not in kept:
            freed.setdefault(reader, []).append(place)
    return freed


def _constant(node: Node) -> Any:
    payload = node.payload
    if isinstance(payload, Fraction):
        return payload.numerator / payload.denominator
    return payload


def _series(node: Node, bounds: list[Any], block: Block) -> Array:
    """Make the rows of a series; bounds that nobody can count, of declarations aside, make none."""
    first, last = (np.broadcast_to(bound, (block.size,)) for bound in bounds)
    length = last - first + 1
    right = (length > 0) & (length <= MOST_ROWS)
    counts = np.where(right, length, 0).astype(np.int64)
    starts = np.concatenate(([0], np.cumsum(counts)))
    owner = np.repeat(np.arange(block.size), counts)
    assert isinstance(block.groups, dict)
    block.groups[node.group] = Rows(starts=starts, owner=owner)
    found: Array = first[owner] + (np.arange(len(owner)) - starts[owner])
    return found


def _spread(node: Node, arguments: list[Any], block: Block, out: Array) -> None:
    np.take(arguments[0], block.groups[node.group].owner, out=out)


def _rank(node: Node, arguments: list[Any], _: Block, out: Array) -> None:
    out[:] = np.searchsorted(np.asarray(node.payload), arguments[0], side="right")


def _position(node: Node, arguments: list[Any], _: Block, out: Array) -> None:
    words = np.asarray(node.payload, dtype=np.int64)
    largest = max(int(words.max()), int(np.max(arguments[0], initial=0)))
    places = np.full(largest + 2, float(len(words)))  # the last is that of -1: no word
    places[words] = np.arange(len(words))
    np.take(places, arguments[0], out=out, mode="wrap")


def _taken(node: Node, arguments: list[Any], _: Block, out: Array) -> None:
    np.take(np.asarray(node.payload), arguments[0].astype(np.int64), out=out)


def _where(_: Node, arguments: list[Any], __: Block, out: Array) -> None:
    where(arguments[0], arguments[1], arguments[2], out)


def _round(_: Node, arguments: list[Any], __: Block, out: Array) -> None:
    rounded(arguments[0], out)


def _value(node: Node, block: Block) -> Array:
    return block.values[str(node.payload)]


def _is_given(node: Node, block: Block) -> Array:
    return block.given[str(node.payload)]


def _count(node: Node, block: Block) -> Array:
    return np.diff(block.groups[str(node.payload)].starts).astype(np.float64)


READ: dict[str, Callable[[Node, Block], Array]] = {
    "value": _value,
    "given": _is_given,
    "count": _count,
}
OTHERS: dict[str, Callable[[Node, list[Any], Block, Array], None]] = {
    "spread": _spread,
    "rank": _rank,
    "position": _position,
    "taken": _taken,
    "where": _where,
    "round": _round,
}
