"""Put on the tape how good the data behind each contribution are.

A column says nothing of single values, so each has the class of data that the standard asks for.
"""

from fractions import Fraction

from msgspec import Struct

from guiju.plan.model import CalculationPlan, Compute
from guiju.tape.lowering import Lowering
from guiju.tape.network import Added
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression

PRIMARY = ("primary", "site")


class Behind(Struct, frozen=True, kw_only=True):
    """What stands behind a value, row by row if it stands in a group.

    Attributes:
        some: whether any datum does.
        primary: whether all of it is primary or site data.
        levels: worst level by indicator.
    """

    some: int
    primary: int
    levels: tuple[int, ...]


class Quality(Struct, frozen=True, kw_only=True):
    """How good the data behind a footprint are.

    Attributes:
        some: whether anything was weighed.
    """

    some: int
    primary_share: int
    score: int | None


class Evidence:
    """The evidence of one rule book."""

    def __init__(self, plan: CalculationPlan, lowering: Lowering) -> None:
        """Begin with nothing known."""
        self.lowering = lowering
        self.builder = lowering.builder
        self.data = {datum.path: datum for datum in plan.data_model.data}
        self.steps = {s.path: s for s in lowering.rules.steps if isinstance(s, Compute)}
        self.indicators = plan.graph.standard.indicators
        one = self.builder.one
        self.best = tuple(one for _ in self.indicators)
        self.worst = tuple(self.builder.number(len(i.levels)) for i in self.indicators)
        self.known: dict[str, Behind] = {}

    def quality_of(self, weighed: list[tuple[Added, int]]) -> Quality:
        """Give the share of primary data and the score, by contribution.

        Args:
            weighed: contributions with the level of the part of a process that each is of.
        """
        builder = self.builder
        weights = [i.weight for i in self.indicators]
        sums: dict[int, list[int]] = {}
        for added, level in weighed:
            behind, group = self.of(added.contribution.flow), added.contribution.group
            size = builder.applied("abs", added.full)
            counted = builder.where(behind.primary, size, builder.zero)
            scored = builder.times(size, self._weighted(behind.levels, weights))
            sums[level] = [
                builder.plus(so_far, builder.gathered("sum", value, group) if group else value)
                for so_far, value in zip(
                    sums.get(level, [builder.zero] * 3), (size, counted, scored), strict=True
                )
            ]
        whole, primary, score = (self._at_levels(sums, which) for which in range(3))
        return Quality(
            some=builder.compared("less", builder.zero, whole),
            primary_share=builder.over(primary, whole),
            score=builder.over(score, whole) if self.indicators else None,
        )

    def _at_levels(self, sums: dict[int, list[int]], which: int) -> int:
        """Add up one of the sums of all parts of processes, each at the size of its level."""
        builder, total = self.builder, self.builder.zero
        for level, of_part in sums.items():
            size = builder.applied("abs", level)
            total = builder.plus(total, builder.times(size, of_part[which]))
        return total

    def _weighted(self, levels: tuple[int, ...], weights: list[Fraction]) -> int:
        total = self.builder.zero
        for level, weight in zip(levels, weights, strict=True):
            total = self.builder.plus(total, self.builder.times(level, self.builder.number(weight)))
        return total

    def of(self, path: str) -> Behind:
        """Tell what stands behind the value at ``path``; nothing collected counts as primary."""
        behind = self._behind(path, frozenset())
        best = Behind(some=self.builder.yes, primary=self.builder.yes, levels=self.best)
        return self._either(behind.some, behind, best)

    def _behind(self, path: str, seen: frozenset[str]) -> Behind:
        if path in seen:
            return self._nothing()
        if path not in self.known:
            self.known[path] = self._found(path, seen | {path})
        return self.known[path]

    def _found(self, path: str, seen: frozenset[str]) -> Behind:
        if path in self.data:
            return self._datum(path)
        step = self.steps.get(path)
        if step is None:
            return self._nothing()
        if not isinstance(step.value, typed.Preferred):
            return self._joined(step.value, seen)
        kept = self.lowering.values[path]
        chosen = self._nothing()
        for at, (tier, _) in enumerate(step.value.tiers):
            here = self._default_if_none(self._joined(tier, seen))
            taken = self.builder.both(self._is_tier(kept.tier, at), kept.there)
            chosen = self._either(taken, here, chosen)
        return chosen

    def _is_tier(self, tier: int | None, at: int) -> int:
        if tier is None:
            return self.builder.no
        return self.builder.compared("same", tier, self.builder.number(at))

    def _default_if_none(self, behind: Behind) -> Behind:
        default = Behind(some=self.builder.yes, primary=self.builder.no, levels=self.worst)
        return self._either(behind.some, behind, default)

    def _datum(self, path: str) -> Behind:
        builder, kept = self.builder, self.lowering.values[path]
        primary = self.data[path].quality in PRIMARY
        there = kept.there
        given = builder.inverse(kept.defaulted)
        levels = (
            builder.where(given, best, worst) if primary else worst
            for best, worst in zip(self.best, self.worst, strict=True)
        )
        return Behind(
            some=there,
            primary=builder.both(builder.truth(primary), given),
            levels=tuple(levels),
        )

    def _joined(self, node: Expression, seen: frozenset[str]) -> Behind:
        """Take together what stands behind all that a formula reads."""
        joined = self._nothing()
        for path in dict.fromkeys(
            r.path for r in typed.readings(node) if isinstance(r, typed.Reading)
        ):
            joined = self._both(joined, self._gathered(self._behind(path, seen), node, path))
        return joined

    def _gathered(self, behind: Behind, node: Expression, path: str) -> Behind:
        """Take the rows of a group together where a formula reads them from outside."""
        builder = self.builder
        group = next((a.group for a in _aggregates(node) if path.startswith(f"{a.group}.")), "")
        if not group:
            return behind
        levels = (
            builder.gathered("greatest", builder.where(behind.some, level, builder.one), group)
            for level in behind.levels
        )
        bad = builder.both(behind.some, builder.inverse(behind.primary))
        return Behind(
            some=builder.gathered("any", behind.some, group, "truth"),
            primary=builder.inverse(builder.gathered("any", bad, group, "truth")),
            levels=tuple(levels),
        )

    def _nothing(self) -> Behind:
        return Behind(some=self.builder.no, primary=self.builder.yes, levels=self.best)

    def _either(self, condition: int, then: Behind, otherwise: Behind) -> Behind:
        where = self.builder.where
        return Behind(
            some=where(condition, then.some, otherwise.some),
            primary=where(condition, then.primary, otherwise.primary),
            levels=tuple(
                where(condition, a, b) for a, b in zip(then.levels, otherwise.levels, strict=True)
            ),
        )

    def _both(self, left: Behind, right: Behind) -> Behind:
        builder = self.builder
        one = self._either(left.some, left, self._nothing())
        other = self._either(right.some, right, self._nothing())
        return Behind(
            some=builder.either(left.some, right.some),
            primary=builder.both(one.primary, other.primary),
            levels=tuple(
                builder.applied("max", a, b) if a != b else a
                for a, b in zip(one.levels, other.levels, strict=True)
            ),
        )


def _aggregates(node: Expression) -> list[typed.Aggregate]:
    own = [node] if isinstance(node, typed.Aggregate) else []
    return own + [found for part in typed.parts_of(node) for found in _aggregates(part)]
