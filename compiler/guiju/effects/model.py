"""What steps from one set of rules to another add to a footprint."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from msgspec import Struct

from guiju_dsl.diagnostics import Diagnostic
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Text

Place = tuple[str, int | None]
"""A flow, with its row from 0 where it stands in a group."""


class Step(Struct, frozen=True, kw_only=True):
    """One change of the rules.

    Attributes:
        id: path of what it changes.
        words: what changes, in a few words.
        clauses: printed numbers of the clauses that it changes, as far as they are known.
    """

    id: str
    words: Text
    clauses: tuple[str, ...] = ()


class Valued(Struct, frozen=True, kw_only=True):
    """Rules under which the footprint has a value.

    Attributes:
        value: the footprint [kgCO2e / unit of the product], exact.
        contributions: what each flow adds to it.
    """

    value: Fraction
    contributions: Mapping[Place, Fraction]


class NoValue(Struct, frozen=True, kw_only=True):
    """Rules that check, but give the plant no footprint.

    Attributes:
        findings: the errors: which data are missing or wrong.
    """

    findings: tuple[Finding, ...]


class Unchecked(Struct, frozen=True, kw_only=True):
    """Rules that do not check: some of the steps need others."""

    diagnostics: tuple[Diagnostic, ...]


State = Valued | NoValue | Unchecked
Evaluate = Callable[[tuple[int, ...]], State]
"""Gives the state after the steps of these numbers, in the order in which they are taken."""


class Effect(Struct, frozen=True, kw_only=True):
    """What one step adds, or several that only stand together [kgCO2e / unit of the product].

    Attributes:
        steps: numbers of the steps, from 0.
        onward: what it adds when the steps are taken from the first to the last.
        back: what it adds when they are taken from the last to the first.
    """

    steps: tuple[int, ...]
    onward: Fraction
    back: Fraction

    @property
    def mean(self) -> Fraction:
        """Give the mean of both directions; these add up to the whole difference too."""
        return (self.onward + self.back) / 2


class Blocked(Struct, frozen=True, kw_only=True):
    """Steps after which, or without which, the plant has no footprint.

    Attributes:
        why: which data are missing, or why the steps cannot be taken or left.
    """

    steps: tuple[int, ...]
    why: NoValue | Unchecked


class Effects(Struct, frozen=True, kw_only=True):
    """All steps from one footprint to another.

    Attributes:
        start: before all steps but those made first; ``end`` after all but the blocked ones.
        effects: in the order of the steps; they add up to ``end - start`` exactly.
        blocked: steps after which there is no footprint; the others are told without them.
        made_first: steps without which there is none; the others are told from after them.
        aside: how many changes are no steps, because no footprint hangs on what they change.
    """

    steps: tuple[Step, ...]
    start: Fraction
    end: Fraction
    effects: tuple[Effect, ...]
    blocked: tuple[Blocked, ...]
    made_first: tuple[Blocked, ...]
    aside: int
