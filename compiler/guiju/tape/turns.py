"""In which loop of a program each value of a tape is known, and which values later loops read."""

from guiju.tape.model import Tape

READ = ("value", "given")
GATHERED = ("sum", "least", "greatest", "any")
"""What takes the rows of a group together."""
OF_OWNER = ("spread", "series")
"""What a row has of its declaration."""


class Turns:
    """The order of a program that goes through declarations, and through rows, in loops.

    Attributes:
        inputs: nodes of the columns that are read; ``outputs`` places of what is written, which is
            no constant.
        series: by group the node that makes its rows; ``groups`` the others.
        turn: for each node how many loops over rows must be done before it is known.
        passed: values of declarations that are kept for loops other than their own.
    """

    def __init__(self, tape: Tape) -> None:
        """Find what is read and written, and in which turn each value is known."""
        self.nodes = tape.nodes
        self.inputs = tuple(n for n in tape.nodes if n.operation in READ)
        written = (place for place in sorted(tape.kept()) if not self._is_constant(place))
        self.outputs = tuple(written)
        self.series = {n.group: n for n in tape.nodes if n.operation == "series"}
        groups = [
            n.group or str(n.payload) for n in tape.nodes if n.group or _has_rows(n.operation)
        ]
        self.groups = tuple(g for g in dict.fromkeys(groups) if g not in self.series)
        self.gathers = [at for at, n in enumerate(tape.nodes) if n.operation in GATHERED]
        self.turn = self._turns()
        self.last = max(self.turn, default=0)
        self.passed = {*self.gathers, *(p for p in self._read_elsewhere() if self._is_made(p))}

    def _turns(self) -> list[int]:
        """Find how many loops must be done; rows that are made wait for what their number is."""
        makers = {n.group: at for at, n in enumerate(self.nodes) if n.operation == "series"}
        turns: list[int] = []
        for at, node in enumerate(self.nodes):
            rows = (makers[g] for g in (node.group, str(node.payload)) if g in makers)
            before = (*node.arguments, *(maker for maker in rows if maker < at))
            turn = max((turns[place] for place in before), default=0)
            turns.append(turn + (1 if node.operation in GATHERED else 0))
        return turns

    def made_in(self, turn: int) -> list[int]:
        """Give the values of declarations that a turn makes for later loops."""
        made = (place for place in sorted(self.passed) if self.turn[place] == turn)
        return [place for place in made if self.nodes[place].operation not in GATHERED]

    def written(self, group: str, turn: int) -> list[tuple[int, int]]:
        """Give number and place of the outputs of a loop; of declarations under no group."""
        return [
            (number, place)
            for number, place in enumerate(self.outputs)
            if self.nodes[place].group == group and self.turn[place] == turn
        ]

    def sums(self, group: str, turn: int) -> list[int]:
        """Give what is gathered of the rows of a group in a turn."""
        found = (at for at in self.gathers if self.nodes[at].payload == group)
        return [place for place in found if self.turn[place] == turn + 1]

    def _is_made(self, place: int) -> bool:
        return self.nodes[place].operation not in READ and not self._is_constant(place)

    def _is_constant(self, place: int) -> bool:
        return self.nodes[place].operation == "constant"

    def _read_elsewhere(self) -> list[int]:
        """Give the values of declarations that another loop than their own reads."""
        return [
            place
            for at, node in enumerate(self.nodes)
            for place in node.arguments
            if node.operation in ("spread", "series")
            or (not node.group and node.operation not in GATHERED and self._is_later(at, place))
        ]

    def _is_later(self, reader: int, place: int) -> bool:
        return self.turn[place] < self.turn[reader]


def _has_rows(operation: str) -> bool:
    return operation in GATHERED or operation == "count"
