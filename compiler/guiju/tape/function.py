"""A tape as a Python function of one declaration, for programs that calculate one at a time.

It gives the numbers asked for and no more: neither what they are made of nor what is found. What a
branch alone reads is calculated where that is taken.
"""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from guiju.plan.model import CalculationPlan
from guiju.tape.from_plan import whole_of
from guiju.tape.lowering import Refused
from guiju.tape.model import Columns, Node, Tape
from guiju.tape.scalars import APPLIED
from guiju.tape.turns import GATHERED, Turns
from guiju_runtime.given import INVALID, Reading
from guiju_runtime.messages import Text
from guiju_runtime.series import MOST_ROWS

Function = Callable[[Reading[float]], dict[str, float | str] | None]
"""Gives numbers, nan where there is none, and words by name; None where it takes the calculator of
the standard to say what is the matter."""
DEEP = 12
"""An expression within more others than that is a line of its own."""
PRINTED = {
    "plus": "({0} + {1})",
    "minus": "({0} - {1})",
    "times": "({0} * {1})",
    "over": "({0} / {1} if {1} else nan)",
    "abs": "abs({0})",
    "at_most": "({0} <= {1})",
    "less": "({0} < {1})",
    "same": "({0} == {1})",
    "both": "({0} and {1})",
    "either": "({0} or {1})",
    "inverse": "(not {0})",
    "where": "({1} if {0} else {2})",
    "spread": "{0}",
    "rank": "bisect({table}, {0})",
    "position": "{table}.get({0}, {behind})",
    "taken": "{table}[int({0})]",
    "count": "float(len({rows}))",
    "series": "({0} + at)",
}
QUALITY = ("primary_share", "score")
EMPTY = {"number": 0.0, "truth": False, "word": ""}
GROWN = {
    "sum": "{0} += {1}",
    "any": "{0} = {0} or {1}",
    "least": "{0} = {1} if at == 0 or {1} < {0} else {0}",
    "greatest": "{0} = {1} if at == 0 or {1} > {0} else {0}",
}


def _rows_of(first: float, last: float) -> range:
    length = last - first + 1
    return range(int(length)) if 0 < length <= MOST_ROWS else range(0)


KNOWN: dict[str, Any] = {
    **APPLIED,
    "nan": math.nan,
    "bisect": bisect_right,
    "rows_of": _rows_of,
    "INVALID": INVALID,
}


def names_of(tape: Tape) -> tuple[str, ...]:
    """Name what a function can give: a tape knows nothing of how good single values are."""
    quality = {tape.outputs[name].value for name in QUALITY if name in tape.outputs}
    quality = {place for place in quality if tape.nodes[place].operation != "constant"}
    for place, node in enumerate(tape.nodes):
        if not quality.isdisjoint(node.arguments):
            quality.add(place)
    names = (name for name, output in tape.outputs.items() if output.value not in quality)
    return tuple(name for name in names if name not in QUALITY)


def function_of_plan(plan: CalculationPlan, asked: tuple[str, ...] = ()) -> Function:
    """Write the function of a plan, for what is asked or all that there is.

    Raises:
        Refused: a tape cannot express something in the plan, or knows nothing of what is asked.
    """
    columns = Columns(
        present=frozenset(datum.path for datum in plan.data_model.data), full=frozenset()
    )
    whole = whole_of(plan, columns, tested=False)
    names = names_of(whole.tape())
    for name in asked:
        if name not in names:
            zh, en = f"函数不给出 {name}", f"a function does not give {name}"
            raise Refused(Text(zh=zh, en=en))
    return function_of(whole.tape(asked or names))


def function_of(tape: Tape) -> Function:
    """Write the function of a tape whose data may each be given or not."""
    writer = Writer(tape)
    text = "".join(f"{line}\n" for line in writer.lines())
    names = KNOWN | writer.tables
    exec(compile(text, "tape", "exec"), names)
    function: Function = names["run"]
    return function


class Writer:
    """A tape on its way into a function.

    Attributes:
        tables: what the lines read by name.
    """

    def __init__(self, tape: Tape) -> None:
        """Find what is read more than once."""
        self.tape = tape
        self.nodes = tape.nodes
        self.turns = Turns(tape)
        self.tables: dict[str, Any] = {}
        self._read = [0] * len(tape.nodes)
        for node in tape.nodes:
            for place in node.arguments:
                self._read[place] += 2 if node.operation == "over" else 1
        for place in tape.kept():
            self._read[place] += 2

    def lines(self) -> Iterator[str]:
        """Give the function, line by line."""
        yield "def run(reading):"
        yield "    values, rows = reading.values, reading.rows"
        yield "    if reading.findings or INVALID in values.values():"
        yield "        return None"
        yield "    year, period = float(reading.year), reading.months"
        known: dict[int, str] = {}
        for turn in range(self.turns.last + 1):
            for place in (*self.turns.made_in(turn), *self._kept(turn)):
                yield from self._defined(place, known, "    ")
            for group in (*self.turns.groups, *self.turns.series):
                yield from self._rows(group, turn, known)
        for place in self.turns.gathers:
            known[place] = f"n{place}"
        yield f"    if {self._name(self.tape.aside, known)}:"
        yield "        return None"
        yield "    return {"
        for name, output in self.tape.outputs.items():
            value, there = (self._name(place, known) for place in (output.value, output.there))
            nothing = '""' if self.nodes[output.value].kind == "word" else "nan"
            yield f"        {name!r}: {value} if {there} else {nothing},"
        yield "    }"

    def _kept(self, turn: int) -> list[int]:
        return [place for _, place in self.turns.written("", turn)]

    def _rows(self, group: str, turn: int, known: dict[int, str]) -> Iterator[str]:
        sums = self.turns.sums(group, turn)
        if not sums:
            return
        for place in sums:
            yield f"    n{place} = {EMPTY[self.nodes[place].kind]!r}"
            known[place] = f"n{place}"
        made = self.turns.series.get(group)
        if made is None:
            yield f"    for at, row in enumerate(rows[{group!r}]):"
        else:
            bounds = ", ".join(self._name(place, known) for place in made.arguments)
            yield f"    for at in rows_of({bounds}):"
        here = dict(known)
        for place in sums:
            yield from self._defined(self.nodes[place].arguments[0], here, "        ")
            value = self._name(self.nodes[place].arguments[0], here)
            yield f"        {GROWN[self.nodes[place].operation].format(f'n{place}', value)}"

    def _defined(self, place: int, known: dict[int, str], indent: str) -> Iterator[str]:
        """Define a value: what is read once stands in its expression, as far as that is short."""
        order: list[int] = []
        waiting = [place]
        while waiting:
            last = waiting.pop()
            if last not in known and self.nodes[last].operation != "constant":
                order.append(last)
                waiting += self._needs(last)
        deep: dict[int, int] = {}
        for at in sorted(set(order)):
            text = self._expression(at, known)
            deep[at] = 1 + max((deep.get(part, 0) for part in self._needs(at)), default=0)
            if self._read[at] > 1 or deep[at] > DEEP or at == place:
                yield f"{indent}n{at} = {text}"
                text, deep[at] = f"n{at}", 0
            known[at] = text

    def _needs(self, place: int) -> tuple[int, ...]:
        node = self.nodes[place]
        if node.operation in GATHERED:
            return ()
        made = self.turns.series.get(str(node.payload)) if node.operation == "count" else None
        return node.arguments if made is None else made.arguments

    def _name(self, place: int, known: Mapping[int, str]) -> str:
        node = self.nodes[place]
        return self._constant(node) if node.operation == "constant" else known[place]

    def _constant(self, node: Node) -> str:
        payload = node.payload
        if node.kind == "word":
            assert isinstance(payload, int)
            return repr(self.tape.words[payload]) if payload >= 0 else '""'
        if isinstance(payload, Fraction):
            return repr(payload.numerator / payload.denominator)
        return repr(payload)

    def _expression(self, place: int, known: Mapping[int, str]) -> str:
        node = self.nodes[place]
        if node.operation in ("value", "given"):
            return self._datum(node)
        names = [self._name(part, known) for part in self._needs(place)]
        if node.operation == "count" and str(node.payload) in self.turns.series:
            return f"float(len(rows_of({', '.join(names)})))"
        printed = PRINTED.get(node.operation)
        if printed is None:
            return f"{node.operation}({', '.join(names)})"
        return printed.format(
            *names,
            table=self._table(place, node),
            behind=len(node.payload) if isinstance(node.payload, tuple) else 0,
            rows=f"rows[{str(node.payload)!r}]",
        )

    def _datum(self, node: Node) -> str:
        """Read a datum; one that is not given is read as nothing, and not used."""
        path = str(node.payload)
        if path in ("year", "period") and not node.group:
            return path
        at = f"values[{path!r}]"
        if node.group:
            at = f"row[{path[len(node.group) + 1 :]!r}]"
        if node.operation == "given":
            return f"({at} is not None)"
        return f"({at} or {EMPTY[node.kind]!r})"

    def _table(self, place: int, node: Node) -> str:
        """Keep the entries of a node for the lines to read."""
        entries = node.payload
        if isinstance(entries, tuple):
            table: Any = entries
            if node.operation == "position":
                table = {self.tape.words[int(word)]: at for at, word in enumerate(entries)}
            self.tables[f"t{place}"] = table
        return f"t{place}"
