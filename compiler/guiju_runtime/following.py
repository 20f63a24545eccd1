"""A profile beside the standard: it has a run of its own only where its rules differ.

Where a profile has another rule for a process, that process is calculated for it too. If all that
later processes can read then has the same values, they give the same; only what the process itself
records for the footprint is another.
"""

from guiju_runtime.calculator import Rules
from guiju_runtime.run import OWN_PARTS, Run

RECORDS = ("recorded", "linked", "outputs")
"""What a process records for the footprint, which no later process reads."""
READ = tuple(name for name in OWN_PARTS if name not in (*RECORDS, "lookups", "measures"))
"""What a later process may read or add to."""


class Follower:
    """A profile on its way along the run of the standard.

    Attributes:
        alone: its own run, from where it has one to the end.
        detour: its own run up to where it met the run of the standard again, which had recorded
            ``marks`` so far and ``seen`` such look-ups.
    """

    __slots__ = ("alone", "detour", "marks", "rules", "seen")

    def __init__(self, rules: Rules) -> None:
        """Begin beside the run of the standard."""
        self.rules = rules
        self.alone: Run | None = None
        self.detour: Run | None = None
        self.marks: tuple[int, ...] = ()
        self.seen: frozenset[object] = frozenset()

    def leaves(self, main: Run, at: int) -> bool:
        """Calculate the process numbered ``at`` if the profile has another rule for it."""
        own = self.rules.functions
        if self.alone is not None or own[at : at + 1] == main.rules.functions[at : at + 1]:
            return False
        self.detour = self._beside(main)
        for function in own[at : at + 1]:
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
        return self._beside(main) if self.alone is None else self.alone

    def _beside(self, main: Run) -> Run:
        """Give the run of the profile as far as that of the standard is."""
        run = main.forked(self.rules)
        if self.detour is None:
            return run
        for name, mark in zip(RECORDS, self.marks, strict=True):
            setattr(run, name, getattr(self.detour, name) + getattr(main, name)[mark:])
        later = {key: row for key, row in main.lookups.items() if key not in self.seen}
        run.lookups = self.detour.lookups | later
        return run
