"""The tape of one declaration: rows apart, everything known put in, only what may vary left open.

A tape for many declarations tests for each of them what is given and which branch is taken. For one
declaration that is known: what remains is the arithmetic from its inputs to its results. It is run
for many draws of the inputs at once, and differentiated.
"""

from msgspec import Struct

from guiju.tape.from_plan import reached
from guiju.tape.model import Output, Tape
from guiju.tape.single_making import Entry, Known, Making, Varies
from guiju.tape.single_ways import WAYS

__all__ = ["Entry", "Known", "Single", "single_tape"]


class Single(Struct, frozen=True, kw_only=True):
    """The tape of one declaration.

    Attributes:
        entries: what it reads, by name; ``values`` as declared.
    """

    tape: Tape
    entries: dict[str, Entry]
    values: dict[str, float]


def single_tape(tape: Tape, known: Known, varies: Varies) -> Single:
    """Put one declaration into a tape.

    Args:
        tape: made with its inputs apart.
        varies: whether an input, of that value, stays open.
    """
    making = Making(tape, known, varies, WAYS)
    making.put()
    outputs = {
        name: Output(value=making.put_in[o.value][0].place, there=making.put_in[o.there][0].place)
        for name, o in tape.outputs.items()
    }
    for stop in (value for place in tape.stops for value in making.put_in[place]):
        if not stop.value:
            making.builder.set_aside(stop.place)
    made = reached(making.builder, outputs, (), making.builder.aside())
    read = {str(node.payload) for node in made.nodes if node.operation == "value"}
    return Single(
        tape=made,
        entries={name: entry for name, entry in making.entries.items() if name in read},
        values={name: value for name, value in making.values.items() if name in read},
    )
