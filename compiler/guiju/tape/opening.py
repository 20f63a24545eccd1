"""The part of a tape that hangs on what may vary; what it reads of the rest becomes its input.

What does not vary is calculated once for each declaration; the opened tape is run for every draw of
the inputs, and gone through from its end for derivatives.
"""

from collections.abc import Mapping

from msgspec import Struct

from guiju.tape.model import Node, Output, Tape
from guiju.tape.scalars import APPLIED

PASSING = frozenset({*APPLIED, "spread", "sum", "least", "greatest", "any"})
"""Operations whose result varies with what they read. How many rows there are, and which row of a
table is looked up, does not vary."""


class Opened(Struct, frozen=True, kw_only=True):
    """A tape cut down to what varies.

    Attributes:
        tape: reads its inputs by their names, and the rest as ``known_at`` names it.
        origins: place on the whole tape of each node.
    """

    tape: Tape
    origins: tuple[int, ...]

    def varies(self, place: int) -> bool:
        """Tell whether a node of the tape varies."""
        node = self.tape.nodes[place]
        return node.operation != "constant" and node.payload != known_at(self.origins[place])

    @property
    def known(self) -> dict[str, int]:
        """Give what is read that does not vary: by name its place on the whole tape."""
        pairs = zip(self.tape.nodes, self.origins, strict=True)
        return {known_at(at): at for node, at in pairs if node.payload == known_at(at)}


def known_at(place: int) -> str:
    """Name on an opened tape what does not vary, by its place on the whole one."""
    return f"%{place}"


def opened(tape: Tape, inputs: Mapping[int, str]) -> Opened:
    """Cut a tape down to what varies with ``inputs``: names by their places."""
    varies: set[int] = set(inputs)
    for place, node in enumerate(tape.nodes):
        if node.operation in PASSING and not varies.isdisjoint(node.arguments):
            varies.add(place)
    ends = {place for o in tape.outputs.values() for place in (o.value, o.there)}
    wanted = {tape.aside, *ends}
    for place in reversed(range(len(tape.nodes))):
        if place in wanted and place in varies and place not in inputs:
            wanted.update(tape.nodes[place].arguments)
    origins = tuple(sorted(wanted))
    moved = {old: new for new, old in enumerate(origins)}
    nodes = tuple(
        _node(tape.nodes[old], old, inputs, moved, varies=old in varies) for old in origins
    )
    outputs = {
        name: Output(value=moved[o.value], there=moved[o.there]) for name, o in tape.outputs.items()
    }
    made = Tape(
        nodes=nodes,
        words=tape.words,
        outputs=outputs,
        tests=(),
        aside=moved[tape.aside],
        stops=(),
    )
    return Opened(tape=made, origins=origins)


def _node(
    node: Node, place: int, inputs: Mapping[int, str], moved: Mapping[int, int], *, varies: bool
) -> Node:
    if varies and place not in inputs:
        arguments = tuple(moved[at] for at in node.arguments)
        return Node(
            operation=node.operation,
            arguments=arguments,
            kind=node.kind,
            group=node.group,
            payload=node.payload,
        )
    if node.operation == "constant":
        return node
    name = inputs.get(place, known_at(place))
    return Node(operation="value", arguments=(), kind=node.kind, group=node.group, payload=name)
