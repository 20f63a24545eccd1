"""What is known while formulas are put on a tape.

Beside the value goes a truth: whether something that the formula reads is absent. What stops a
formula sets the declaration aside; what is not evaluated, as a branch not taken, stops nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from msgspec import Struct

from guiju.plan.model import RulePlan
from guiju.tape.builder import Builder
from guiju.tape.tables import Found
from guiju_dsl.standard.expressions import Expression, kind_of
from guiju_runtime.messages import Text

UNREAD = {"text": Text(zh="文字", en="texts"), "date": Text(zh="日期", en="dates")}
"""Kinds of data that no formula on a tape may read; that they are given is known all the same."""


class Refused(Exception):
    """The tape of one declaration cannot express this, and nothing else calculates it.

    Attributes:
        reason: what, in words.
    """

    def __init__(self, reason: Text) -> None:
        """Keep the reason."""
        super().__init__(reason.en)
        self.reason = reason


class Lowered(NamedTuple):
    """A formula on the tape.

    Attributes:
        value: node of the value, which means nothing where it is absent.
        absent: node that is true where something it reads was not given.
    """

    value: int
    absent: int


class Kept(Struct, frozen=True, kw_only=True):
    """A named value on the tape.

    Attributes:
        there: whether it has a value: given, by default or by its formula.
        defaulted: whether its default was taken.
        zero: whether it counts as 0 where it is not there: an amount.
        tier: number of the tier taken, or none.
    """

    value: int
    there: int
    defaulted: int
    zero: bool
    tier: int | None


class Lowering:
    """The formulas of one rule book on a tape.

    Attributes:
        values: named values put on the tape so far.
        measures: ``year``, ``primary_share``, footprints; absent where they have no value.
        used: look-ups that took part: path of the table, what was found, where it was evaluated.
        oldest: the oldest row of a table that took part, as ``guiju.tape.ages`` numbers it.
        evaluated: where the formula at hand is evaluated.
        in_tier: whether a tier is: it does not rest on amounts that are left out.
    """

    def __init__(
        self, builder: Builder, rules: RulePlan, measures: dict[str, Lowered], ways: "Ways"
    ) -> None:
        """Begin with nothing kept; ``ways`` puts each kind of formula on the tape."""
        self.builder = builder
        self.rules = rules
        self.tables = {table.path: table for table in rules.tables}
        self.values: dict[str, Kept] = {}
        self.measures = measures
        self.used: list[tuple[str, Found, int]] = []
        self.oldest = builder.zero
        self.evaluated = builder.yes
        self.in_tier = False
        self._ways = ways

    @contextmanager
    def only(self, condition: int) -> Iterator[None]:
        """Evaluate only where ``condition`` holds."""
        before = self.evaluated
        self.evaluated = self.builder.both(before, condition)
        try:
            yield
        finally:
            self.evaluated = before

    @contextmanager
    def all_rows(self) -> Iterator[None]:
        """Evaluate for every row of those declarations in which any is evaluated."""
        before = self.evaluated
        self.evaluated = self.builder.for_declaration(before)
        try:
            yield
        finally:
            self.evaluated = before

    @contextmanager
    def tier(self) -> Iterator[None]:
        """Evaluate a tier."""
        before, self.in_tier = self.in_tier, True
        try:
            yield
        finally:
            self.in_tier = before

    def fault(self, truth: int) -> None:
        """Set declarations aside where ``truth`` holds and the formula is evaluated."""
        self.builder.set_aside(self.builder.both(self.evaluated, truth))

    def lowered(self, node: Expression) -> Lowered:
        """Put ``node`` on the tape.

        Raises:
            Refused: a tape cannot express it.
        """
        way = self._ways.get(type(node))
        if way is None:
            name = type(node).__name__
            reason = Text(zh=f"算式 {name}", en=f"the formula {name}")
            return self.unread(reason, kind_of(node))
        return way(self, node)

    def unread(self, reason: Text, kind: str) -> Lowered:
        """Set declarations aside that evaluate what a tape cannot express; its value says nothing.

        Args:
            kind: of the value.

        Raises:
            Refused: the tape is that of one declaration, which nothing else calculates.
        """
        if self.builder.apart:
            raise Refused(reason)
        self.fault(self.builder.yes)
        values = {"yes_no": self.builder.no, "number": self.builder.zero}
        return Lowered(values.get(kind, self.builder.no_word), self.builder.no)

    def holds(self, node: Expression) -> int:
        """Tell where a condition holds: not where what decides is absent."""
        value, absent = self.lowered(node)
        return self.builder.both(value, self.builder.inverse(absent))

    def number(self, node: Expression) -> int:
        """Give a number; where something it reads is absent, the declaration is set aside."""
        value, absent = self.lowered(node)
        self.fault(absent)
        return value

    def any_of(self, truths: Iterable[int]) -> int:
        """Tell where one of several holds."""
        found = self.builder.no
        for truth in truths:
            found = self.builder.either(found, truth)
        return found


Ways = Mapping[type, Callable[[Lowering, Any], Lowered]]
