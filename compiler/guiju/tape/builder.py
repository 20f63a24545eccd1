"""Make a tape: the same operation on the same things once, constants folded exactly."""

from collections.abc import Callable
from fractions import Fraction

from guiju.tape import simplifying
from guiju.tape.model import Kind, Node, Payload

NUMBERS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "plus": lambda a, b: a + b,
    "minus": lambda a, b: a - b,
    "times": lambda a, b: a * b,
}
FOLDED: dict[str, Callable[..., Fraction]] = {"abs": abs, "max": max, "min": min}
ORDERS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "at_most": lambda a, b: a <= b,
    "less": lambda a, b: a < b,
    "same": lambda a, b: a == b,
}


class Builder:
    """The nodes made so far.

    Attributes:
        apart: whether factors and defaults stay apart from the constants.
        stops: where a declaration needs the calculator of single declarations, with the group in
            any of whose rows.
        made: by group the node that makes its rows, where a rule does.
    """

    def __init__(self, *, apart: bool = False) -> None:
        """Begin with the constants that everything uses."""
        self.apart = apart
        self.nodes: list[Node] = []
        self._places: dict[Node, int] = {}
        self._words: dict[str, int] = {}
        self.no = self.truth(False)
        self.yes = self.truth(True)
        self.zero = self.number(Fraction(0))
        self.one = self.number(Fraction(1))
        self.made: dict[str, int] = {}
        self.no_word = self.make("constant", (), "word", "", -1)
        self.stops: dict[tuple[str, int], None] = {}

    @property
    def words(self) -> tuple[str, ...]:
        """Give the vocabulary."""
        return tuple(self._words)

    def word(self, text: str) -> int:
        """Give the place of a word in the vocabulary."""
        return self._words.setdefault(text, len(self._words))

    def make(
        self, operation: str, arguments: tuple[int, ...], kind: Kind, group: str, payload: Payload
    ) -> int:
        """Give the place of an operation, made if it is not there yet."""
        node = Node(
            operation=operation, arguments=arguments, kind=kind, group=group, payload=payload
        )
        if node not in self._places:
            self._places[node] = len(self.nodes)
            self.nodes.append(node)
        return self._places[node]

    def number(self, value: Fraction | int) -> int:
        """Give a constant number."""
        return self.make("constant", (), "number", "", Fraction(value))

    def truth(self, value: bool) -> int:
        """Give yes or no."""
        return self.make("constant", (), "truth", "", value)

    def choice(self, text: str) -> int:
        """Give a word as a constant."""
        return self.make("constant", (), "word", "", self.word(text))

    def constant(self, place: int) -> Payload:
        """Give the value of a constant, None for anything else."""
        node = self.nodes[place]
        return node.payload if node.operation == "constant" else None

    def group_of(self, *places: int) -> str:
        """Give the group that an operation on ``places`` has rows of."""
        return next((g for g in (self.nodes[p].group for p in places) if g), "")

    def applied(self, operation: str, *places: int, kind: Kind = "number") -> int:
        """Apply an operation value by value; values of declarations are spread over rows."""
        values = [self.constant(place) for place in places]
        if operation in FOLDED and all(isinstance(value, Fraction) for value in values):
            return self.number(FOLDED[operation](*values))
        group = self.group_of(*places)
        spread = tuple(self.spread(place, group) for place in places)
        return self.make(operation, spread, kind, group, None)

    def spread(self, place: int, group: str) -> int:
        """Give every row of ``group`` the value of its declaration; a constant needs none."""
        node = self.nodes[place]
        if node.group == group or node.operation == "constant":
            return place
        return self.make("spread", (place,), node.kind, group, None)

    def arithmetic(self, operation: str, left: int, right: int) -> int:
        """Add, subtract or multiply."""
        a, b = self.constant(left), self.constant(right)
        if isinstance(a, Fraction) and isinstance(b, Fraction):
            return self.number(NUMBERS[operation](a, b))
        same = _neutral(operation, a, b, left, right, self.zero)
        return self.applied(operation, left, right) if same is None else same

    def plus(self, left: int, right: int) -> int:
        """Add."""
        return self.arithmetic("plus", left, right)

    def minus(self, left: int, right: int) -> int:
        """Subtract."""
        return self.arithmetic("minus", left, right)

    def times(self, left: int, right: int) -> int:
        """Multiply; constants one after another, and one and the rows of a table, are joined."""
        for place, other in ((left, right), (right, left)):
            by = self.constant(other)
            if isinstance(by, Fraction) and by and self.constant(place) is None:
                joined = self._scaled(place, by)
                if joined is not None:
                    return joined
        return self.arithmetic("times", left, right)

    def _scaled(self, place: int, by: Fraction) -> int | None:
        joined = simplifying.factors(self.nodes, place, by)
        if joined is not None:
            return self.arithmetic("times", joined[0], self.number(joined[1]))
        node = self.nodes[place]
        rows = simplifying.scaled(node, by)
        if rows is None:
            return None
        return self.make("taken", node.arguments, node.kind, node.group, rows)

    def over(self, left: int, right: int) -> int:
        """Divide; by 0 the result means nothing, and whoever uses it has seen to that."""
        a, b = self.constant(left), self.constant(right)
        if isinstance(b, Fraction) and b:
            return self.number(a / b) if isinstance(a, Fraction) else self._part(left, b)
        return left if a == 0 else self.applied("over", left, right)

    def _part(self, place: int, of: Fraction) -> int:
        """Divide by a constant: it is joined with others, or multiplied by where that is exact."""
        joined = simplifying.factors(self.nodes, place, 1 / of)
        if joined is not None:
            return self.times(joined[0], self.number(joined[1]))
        return place if of == 1 else self.applied("over", place, self.number(of))

    def compared(self, operation: str, left: int, right: int) -> int:
        """Compare two numbers or words as they are."""
        a, b = self.constant(left), self.constant(right)
        if a is not None and b is not None:
            return self.truth(ORDERS[operation](a, b))  # type: ignore[arg-type]  # both are numbers, or words
        return self.applied(operation, left, right, kind="truth")

    def both(self, left: int, right: int) -> int:
        """Tell whether both hold."""
        if left == right or right == self.yes or left == self.no:
            return left
        if left == self.yes or right == self.no:
            return right
        return self._joined("both", left, right, self.no)

    def either(self, left: int, right: int) -> int:
        """Tell whether one holds."""
        if left == right or right == self.no or left == self.yes:
            return left
        if left == self.no or right == self.yes:
            return right
        return self._joined("either", left, right, self.yes)

    def _joined(self, join: str, left: int, right: int, of_contraries: int) -> int:
        if simplifying.contradict(self.nodes, left, right):
            return of_contraries
        found = simplifying.absorbed(self.nodes, join, left, right)
        return self.applied(join, left, right, kind="truth") if found is None else found

    def inverse(self, place: int) -> int:
        """Tell whether it does not hold."""
        if place in (self.yes, self.no):
            return self.no if place == self.yes else self.yes
        node = self.nodes[place]
        if node.operation == "inverse":
            return node.arguments[0]
        turned = simplifying.turned(self.nodes, place)
        if turned is None:
            return self.applied("inverse", place, kind="truth")
        join, left, right = turned
        joined = self.both if join == "both" else self.either
        return joined(self.inverse(left), self.inverse(right))

    def where(self, condition: int, then: int, otherwise: int) -> int:
        """Give one value where a condition holds, the other elsewhere."""
        if condition == self.yes or then == otherwise:
            return then
        if condition == self.no:
            return otherwise
        if self.nodes[condition].operation == "inverse":
            return self.where(self.nodes[condition].arguments[0], otherwise, then)
        then = simplifying.branch(self.nodes, condition, then, 1)
        otherwise = simplifying.branch(self.nodes, condition, otherwise, 2)
        kind = self.nodes[then].kind
        if kind == "truth":
            held = self.both(condition, then)
            return self.either(held, self.both(self.inverse(condition), otherwise))
        return self.applied("where", condition, then, otherwise, kind=kind)

    def gathered(self, operation: str, place: int, group: str, kind: Kind = "number") -> int:
        """Take the rows of ``group`` together for each declaration: sum, least, greatest, any."""
        if place == self.no or (operation == "sum" and place == self.zero):
            return place
        return self.make(operation, (self.spread(place, group),), kind, "", group)

    def series(self, group: str, first: int, last: int) -> int:
        """Make a row of ``group`` for each whole number from ``first`` to ``last``: its index."""
        place = self.make("series", (first, last), "number", group, group)
        self.made[group] = place
        return place

    def count(self, group: str) -> int:
        """Give the number of rows of a group."""
        return self.make("count", (), "number", "", group)

    def for_declaration(self, truth: int, group: str = "") -> int:
        """Tell for each declaration whether something holds, in any row if it is about rows."""
        group = group or self.nodes[truth].group
        return self.gathered("any", truth, group, "truth") if group else truth

    def set_aside(self, truth: int, group: str = "") -> None:
        """Set declarations aside where ``truth`` holds, in any row if it is about rows."""
        group = group or self.nodes[truth].group
        if truth != self.no:
            self.stops[group, self.spread(truth, group) if group else truth] = None

    def aside(self) -> int:
        """Tell where a declaration is set aside, whatever for; rows are gone through once."""
        found = dict.fromkeys(("", *(group for group, _ in self.stops)), self.no)
        for group, truth in self.stops:
            if not self._is_covered(group, truth):
                found[group] = self.either(found[group], truth)
        aside = self.no
        for group, truth in found.items():
            aside = self.either(aside, self.for_declaration(truth, group))
        return aside

    def _is_covered(self, group: str, truth: int) -> bool:
        """Tell whether a truth that sets aside holds only where another one does."""
        node = self.nodes[truth]
        return node.operation == "both" and any(
            (group, part) in self.stops or self._is_covered(group, part) for part in node.arguments
        )


def _neutral(
    operation: str, a: Payload, b: Payload, left: int, right: int, zero: int
) -> int | None:
    """Give what adding 0 or multiplying by 1 or 0 leaves, None for anything else."""
    if operation == "times":
        if a == 0 or b == 0:
            return zero
        return left if b == 1 else (right if a == 1 else None)
    if b == 0:
        return left
    return right if a == 0 and operation == "plus" else None
