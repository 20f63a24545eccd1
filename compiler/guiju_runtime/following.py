"""A profile beside the standard: it has a run of its own only where its rules differ.

Where a profile has another rule for a process, that process is calculated for it too. If all that
later processes can read then has the same values, they give the same; only what the process itself
records for the footprint is another.
"""

from functools import lru_cache

from guiju_runtime.calculator import Rules
from guiju_runtime.data_layout import KEPT
from guiju_runtime.run import OWN_PARTS, Run

RECORDS = ("recorded", "linked", "outputs")
"""What a process records for the footprint, which no later process reads."""
READ = tuple(name for name in OWN_PARTS if name not in (*RECORDS, "lookups", "measures"))
"""What a later process may read or add to."""


class Follower:
    """A profile on its way along the run of the standard.

    Attributes:
        apart: the numbers of the processes that it has another rule for.
        alone: its own run, from where it has one to the end.
        detour: its own run up to where it met the run of the standard again, which had recorded
            ``marks`` so far and ``seen`` such look-ups.
    """

    __slots__ = ("alone", "apart", "detour", "marks", "rules", "seen")

    def __init__(self, rules: Rules, main: Rules) -> None:
        """Begin beside the run of the standard, by its rules ``main``."""
        self.rules = rules
        self.apart = apart_of(rules, main)
        self.alone: Run | None = None
        self.detour: Run | None = None
        self.marks: tuple[int, ...] = ()
        self.seen: frozenset[object] = frozenset()

    def leaves(self, main: Run, at: int) -> bool:
        """Calculate the process numbered ``at`` if the profile has another rule for it."""
        if self.alone is not None or at not in self.apart:
            return False
        self.detour = self._beside(main)
        for function in self.rules.functions[at : at + 1]:
            function(self.detour)
        return True

    def meet(self, main: Run, at: int) -> None:
        """Go on beside the run of the standard if later processes read the same, else alone."""
        detour = self.detour
        if detour is None or all(getattr(detour, name) == getattr(main, name) for name in READ):
            self.marks = tuple(len(getattr(main, name)) for name in RECORDS)
            self.seen = frozenset(main.lookups)
            return
        self.alone = detour
        for function in self.rules.functions[at + 1 :]:
            function(detour)

    def end(self, main: Run) -> Run:
        """Give the finished run of the profile."""
        return self._beside(main, ended=True) if self.alone is None else self.alone

    def _beside(self, main: Run, *, ended: bool = False) -> Run:
        """Give the run of the profile as far as that of the standard is."""
        run = main.forked(self.rules, ended=ended)
        if self.detour is None:
            return run
        for name, mark in zip(RECORDS, self.marks, strict=True):
            setattr(run, name, getattr(self.detour, name) + getattr(main, name)[mark:])
        later = {key: row for key, row in main.lookups.items() if key not in self.seen}
        run.lookups = self.detour.lookups | later
        return run


@lru_cache(maxsize=KEPT * 8)
def apart_of(rules: Rules, main: Rules) -> frozenset[int]:
    """Give the numbers of the processes for which a rule book has another rule than ``main``."""
    own, others = rules.functions, main.functions
    numbers = range(max(len(own), len(others)))
    return frozenset(at for at in numbers if own[at : at + 1] != others[at : at + 1])
