"""A plan as straight arithmetic over many declarations: what crosses is a tape and its tests."""

from guiju.tape.from_plan import tape_of
from guiju.tape.model import Columns, Node, Tape, Test

__all__ = ["Columns", "Node", "Tape", "Test", "tape_of"]
