"""Primary share and quality score as columns.

A table says nothing of single values: what is given is of the class that the standard asks for.
Hence each amount has one of two judgements, the best or the worst: whether all the data behind it
are primary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from guiju.backends.sql.book import Book
from guiju.backends.sql.columns import OVER
from guiju.backends.sql.text import all_of, any_of, number, only, total, when
from guiju.plan.model import Collect, Compute
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import Indicator

if TYPE_CHECKING:
    from guiju.backends.sql.terms import Added

PRIMARY = ("primary", "site")
Seen = tuple[str, str]
"""A value, and the group whose rows see it."""


class Behind(Struct, frozen=True, kw_only=True):
    """What stands behind a value: conditions, row by row if it stands in a group.

    Attributes:
        some: any datum does; ``poor``: one that is not primary.
    """

    some: str
    poor: str


NOTHING = Behind(some="", poor="")


class Evidence:
    """The evidence of one rule book."""

    def __init__(self, book: Book) -> None:
        """Begin with nothing known."""
        self.book = book
        self.steps = {step.path: step for step in book.rules.steps}
        self.known: dict[tuple[str, str], Behind] = {}

    def quality_of(
        self,
        name: str,
        weighed: list[tuple[Added, str]],
        clear: str,
        indicators: tuple[Indicator, ...],
    ) -> tuple[str, str]:
        """Give the share of primary data and the score; the score is empty without indicators."""
        sizes: list[str] = []
        good: list[str] = []
        for added, value in weighed:
            one = added.contribution
            if value == "0e0":
                continue
            poor = self.of(one.flow, one.group).poor
            size = self.book.put(f"{name} size of {one.flow}", f"ABS({value})")
            best = when((poor, "0e0"), otherwise=size) if poor else size
            sizes.append(self._sum(f"{name} size of all {one.flow}", size, one.group))
            best = self.book.put(f"{name} primary {one.flow}", best)
            good.append(self._sum(f"{name} primary of all {one.flow}", best, one.group))
        whole = self.book.put(f"{name} weighed", total(*sizes))
        primary = self.book.put(f"{name} primary", total(*good))
        some = all_of(clear, f"{whole} > 0e0")
        share = self.book.put(f"{name} primary share", when((some, f"{primary} / {whole}")))
        if not indicators:
            return share, "CAST(NULL AS DOUBLE)"
        best_score = number(sum((i.weight for i in indicators), start=indicators[0].weight * 0))
        worst = number(sum((i.weight * len(i.levels) for i in indicators),
                           start=indicators[0].weight * 0))  # fmt: skip
        score = f"({primary} * {best_score} + ({whole} - {primary}) * {worst}) / {whole}"
        return share, self.book.put(f"{name} score", when((some, score)))

    def _sum(self, called: str, value: str, group: str) -> str:
        if not group:
            return f"COALESCE({value}, 0e0)"
        inside = only(self.book.alive(group), value)
        return self.book.put(called, f"COALESCE(SUM({inside}) {OVER}, 0e0)")

    def of(self, path: str, group: str) -> Behind:
        """Tell what stands behind the value at ``path``, as a row of ``group`` sees it."""
        return self._behind(path, group, frozenset())

    def _behind(self, path: str, group: str, seen: frozenset[Seen]) -> Behind:
        if (path, group) in seen:
            return NOTHING
        if (path, group) not in self.known:
            self.known[path, group] = self._found(path, group, seen | {(path, group)})
        return self.known[path, group]

    def _found(self, path: str, group: str, seen: frozenset[Seen]) -> Behind:
        step = self.steps.get(path)
        if isinstance(step, Collect):
            return self._gathered(path, self._datum(step), step.group, group)
        if not isinstance(step, Compute):
            return NOTHING
        value = step.value
        if step.group and step.group != group:
            return self._gathered(path, self._behind(path, step.group, seen), step.group, group)
        if not isinstance(value, typed.Preferred) or len(value.tiers) < 2:
            return self._joined(value, step.group, seen)
        return self._of_tiers(step, value, seen)

    def _of_tiers(self, step: Compute, value: typed.Preferred, seen: frozenset[Seen]) -> Behind:
        """Tell what stands behind the tier that was taken, in each row where there are rows."""
        path, group = step.path, step.group
        tier = self.book.kept[path].tier
        tiers = [self._default_if_none(self._joined(one, group, seen)) for one, _ in value.tiers]
        poor = [(f"{tier} = {at}", one.poor or "FALSE") for at, one in enumerate(tiers, 1)]
        some = [(f"{tier} = {at}", one.some or "FALSE") for at, one in enumerate(tiers, 1)]
        return Behind(
            some=self._column(f"{path} rests on data", when(*some, otherwise="FALSE")),
            poor=self._column(f"{path} rests on poor data", when(*poor, otherwise="FALSE")),
        )

    def _default_if_none(self, behind: Behind) -> Behind:
        """Count a tier that rests on no data as one on poor data."""
        if behind.some == "TRUE":
            return behind
        none = f"NOT COALESCE({behind.some}, FALSE)" if behind.some else "TRUE"
        return Behind(some="TRUE", poor=any_of(behind.poor, none))

    def _datum(self, step: Collect) -> Behind:
        kept = self.book.kept[step.path]
        default = kept.has("default")
        gone = any_of(kept.has("absent"), kept.has("left out"))
        asked = all_of(kept.given, f"NOT ({gone})" if gone else "")
        good = step.datum.notes.quality in PRIMARY
        poor = default if good else any_of(asked, default)
        some = self._column(f"{step.path} has data", any_of(asked, default))
        return Behind(some=some, poor=self._column(f"{step.path} has poor data", poor))

    def _joined(self, node: Expression, group: str, seen: frozenset[Seen]) -> Behind:
        """Take together what stands behind all that a formula reads."""
        read = dict.fromkeys(r.path for r in typed.readings(node) if isinstance(r, typed.Reading))
        found = [self._behind(path, group, seen) for path in read]
        return Behind(
            some=any_of(*(one.some for one in found)), poor=any_of(*(one.poor for one in found))
        )

    def _gathered(self, path: str, behind: Behind, own: str, group: str) -> Behind:
        """Take the rows of a group together where they are seen from outside."""
        if not own or own == group:
            return behind
        return Behind(
            some=self._any(f"{path} has data in a row", behind.some, own),
            poor=self._any(f"{path} has poor data in a row", behind.poor, own),
        )

    def _any(self, called: str, condition: str, group: str) -> str:
        if not condition:
            return ""
        test = all_of(self.book.alive(group), condition)
        return self.book.put(called, f"COUNT({when((test, '1'))}) {OVER} > 0")

    def _column(self, called: str, condition: str) -> str:
        return self.book.put(called, f"COALESCE({condition}, FALSE)") if condition else ""
