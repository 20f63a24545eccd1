"""What a result shows where data are confidential: sums of two contributions or more.

A line of a breakdown that is one confidential contribution would give the datum away to whoever
knows the factor. So every confidential contribution is counted into a sum, with another one of
each breakdown if it would stand alone in what the visible lines leave of it; a line that has no
other contribution is shown together with another line.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from guiju_runtime.burdens import Contribution
from guiju_runtime.calculator import Calculator
from guiju_runtime.footprint import (
    BACKGROUND,
    ORIGINS,
    Footprint,
    Weighted,
    by_gas,
    by_origin,
    by_process,
)
from guiju_runtime.messages import Text, same_words

Breakdown = dict[str, float]
KINDS = ("process", "stage", "gas", "origin")
TOGETHER = " + "
"""Between the names of lines that are shown together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Contributions of a process that are shown as one, or one contribution.

    Attributes:
        process: its path, or the paths of several shown together.
        contribution: what is shown; None for several together.
        value: what they add to the footprint [kgCO2e]; ``count`` how many they are.
    """

    process: str
    contribution: Contribution | None
    value: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The breakdowns of a footprint as they may be shown [kgCO2e]."""

    flows: tuple[Line, ...]
    by_process: Breakdown
    by_stage: Breakdown
    by_gas: Breakdown
    by_origin: Breakdown

    def stands_alone(self, contribution: Contribution) -> bool:
        """Tell whether a contribution has a line of its own."""
        return any(line.contribution is contribution for line in self.flows)


def shown_of(calculator: Calculator, found: Footprint) -> Shown:
    """Give the breakdowns of ``found`` without giving confidential data away."""
    names: dict[str, Callable[[Contribution], str]] = {
        "process": lambda c: c.process,
        "stage": lambda c: calculator.processes[c.process][1],
        "gas": lambda c: c.gas or BACKGROUND,
        "origin": lambda c: c.origin,
    }
    secret = {at for at, (c, _) in enumerate(found.weighted) if c.flow in calculator.confidential}
    if not secret:
        return _all_of(calculator, found)
    hiding = _Hiding(found.weighted, secret, names)
    hiding.settle()
    return Shown(
        flows=tuple(hiding.lines()),
        by_process=hiding.breakdown("process"),
        by_stage=hiding.breakdown("stage"),
        by_gas=hiding.breakdown("gas"),
        by_origin=hiding.breakdown("origin", ORIGINS),
    )


def labelled(name: str, labels: Mapping[str, Text]) -> Text:
    """Give the label of a line, or the labels of the lines that are shown together."""
    parts = [labels.get(part, same_words(part)) for part in name.split(TOGETHER)]
    return Text(
        zh=TOGETHER.join(part.zh for part in parts), en=TOGETHER.join(part.en for part in parts)
    )


def _all_of(calculator: Calculator, found: Footprint) -> Shown:
    processes = by_process(found)
    stages: Breakdown = {}
    for process, value in processes.items():
        stage = calculator.processes[process][1]
        stages[stage] = stages.get(stage, 0.0) + value
    return Shown(
        flows=tuple(
            Line(process=c.process, contribution=c, value=value, count=1)
            for c, value in found.weighted
        ),
        by_process=processes,
        by_stage=stages,
        by_gas=by_gas(found),
        by_origin=by_origin(found),
    )


class _Hiding:
    """Which contributions are hidden in sums, and which lines are shown together."""

    def __init__(
        self,
        weighted: Weighted,
        secret: set[int],
        names: Mapping[str, Callable[[Contribution], str]],
    ) -> None:
        self.weighted = weighted
        self.hidden = secret
        self.names = {kind: [name(c) for c, _ in weighted] for kind, name in names.items()}
        self.together = {kind: {name: name for name in self.names[kind]} for kind in names}

    def settle(self) -> None:
        """Hide and join until no hidden contribution stands alone in a line."""
        while True in [self._settled(kind) for kind in KINDS]:
            pass

    def _settled(self, kind: str) -> bool:
        """Mend one breakdown; tells whether anything was changed."""
        lines = self._lines(kind)
        changed = False
        for head, members in lines.items():
            if len(self.hidden.intersection(members)) != 1:
                continue
            rest = [at for at in members if at not in self.hidden]
            if rest:
                self.hidden.add(max(rest, key=lambda at: (abs(self.weighted[at][1]), -at)))
                changed = True
            elif len(lines) > 1:
                self._join(kind, head, lines)
                return True
        return changed

    def _join(self, kind: str, head: str, lines: Mapping[str, list[int]]) -> None:
        """Show a line together with the largest other one."""
        others = [other for other in lines if other != head]
        sizes = {other: abs(self._sum(lines[other])) for other in others}
        other = max(others, key=lambda name: sizes[name])
        first = next(name for name in self.together[kind].values() if name in (head, other))
        for name, own in self.together[kind].items():
            if own in (head, other):
                self.together[kind][name] = first

    def _lines(self, kind: str) -> dict[str, list[int]]:
        """Give the contributions of each line, by the name of its first part."""
        lines: dict[str, list[int]] = {}
        for at, name in enumerate(self.names[kind]):
            lines.setdefault(self.together[kind][name], []).append(at)
        return lines

    def _sum(self, members: Iterable[int]) -> float:
        return sum((self.weighted[at][1] for at in members), 0.0)

    def _called(self, kind: str, head: str) -> str:
        own = self.together[kind]
        return TOGETHER.join(name for name, first in own.items() if first == head)

    def breakdown(self, kind: str, all_names: Iterable[str] = ()) -> Breakdown:
        """Give the sum of every line, by its name or its names."""
        unused = [name for name in all_names if name not in self.together[kind]]
        found = {
            self._called(kind, head): self._sum(members)
            for head, members in self._lines(kind).items()
        }
        return {**dict.fromkeys(unused, 0.0), **found}

    def lines(self) -> Iterable[Line]:
        """Give what each contribution adds, those that are hidden as one line of a process."""
        for head, members in self._lines("process").items():
            inside = [at for at in members if at in self.hidden]
            for at in members:
                contribution, value = self.weighted[at]
                if at not in self.hidden:
                    process = contribution.process
                    yield Line(process=process, contribution=contribution, value=value, count=1)
                elif at == inside[0]:
                    yield Line(
                        process=self._called("process", head),
                        contribution=None,
                        value=self._sum(inside),
                        count=len(inside),
                    )
