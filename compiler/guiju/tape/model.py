"""The tape: one operation after another, each on a whole column of declarations or of rows."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from guiju_runtime.messages import Code

Kind = Literal["number", "truth", "word"]
"""float64; yes or no; a place in the vocabulary of the tape (-1: none)."""

Payload = (
    Fraction | bool | int | str | tuple[float, ...] | tuple[bool, ...] | tuple[int, ...] | None
)


class Node(Struct, frozen=True, kw_only=True):
    """One operation.

    Attributes:
        operation: ``constant``, ``value`` and ``given`` of a datum, ``plus``, ``where``, ``sum`` …
        arguments: places of the nodes that it reads; all stand before it.
        group: path of the repeated group whose rows it has a value for; empty for declarations.
        payload: the constant, the path of a datum, the entries of a table.
    """

    operation: str
    arguments: tuple[int, ...]
    kind: Kind
    group: str
    payload: Payload


class Test(Struct, frozen=True, kw_only=True):
    """A finding that a clean declaration may have.

    Attributes:
        path: of the provision, the table or the datum that the finding is about.
        fails: the node that is true where it is found.
        value: the number that the provision is about, or none.
        oldest: for the age of factors, the node of the oldest row; see ``guiju.tape.ages``.
        row: number of the unverified row of a table, else -1.
    """

    code: Code
    path: str
    group: str
    fails: int
    value: int | None
    oldest: int | None = None
    row: int


class Output(Struct, frozen=True, kw_only=True):
    """A number or word asked for.

    Attributes:
        there: the node that is true where it has a value.
    """

    value: int
    there: int


class Columns(Struct, frozen=True, kw_only=True):
    """What is known of the columns at hand before any row is read.

    Attributes:
        present: data that have a column; the others are given nowhere.
        full: data that every declaration, or every row of their group, gives.
    """

    present: frozenset[str]
    full: frozenset[str]


class Tape(Struct, frozen=True, kw_only=True):
    """A program for many declarations.

    Attributes:
        words: the vocabulary: what choices and gases are called.
        outputs: what is asked for, by name.
        tests: what may be found about declarations that are not set aside.
        aside: the node that is true for a declaration that needs the calculator of single
            declarations: some datum is missing or wrong, or something cannot be calculated.
        stops: the nodes, of declarations or of rows, any of which is why.
    """

    nodes: tuple[Node, ...]
    words: tuple[str, ...]
    outputs: Mapping[str, Output]
    tests: tuple[Test, ...]
    aside: int
    stops: tuple[int, ...]

    def kept(self) -> set[int]:
        """Give the nodes that are read when the tape has run."""
        kept = {self.aside, *(place for o in self.outputs.values() for place in (o.value, o.there))}
        for test in self.tests:
            kept |= {n for n in (test.fails, test.value, test.oldest) if n is not None}
        return kept

    def to_text(self) -> str:
        """Print one operation a line, for people."""
        return "".join(f"{_line(place, node)}\n" for place, node in enumerate(self.nodes))


def _line(place: int, node: Node) -> str:
    words = [f"%{place}", "=", node.operation, *(f"%{a}" for a in node.arguments)]
    if node.payload is not None:
        shown = str(node.payload)
        words.append(shown if len(shown) < 60 else f"{shown[:56]} …")
    if node.group:
        words.append(f"each {node.group}")
    return " ".join(words)
