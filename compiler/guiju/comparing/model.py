"""Two rule books on one plant, side by side."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from guiju.comparing import words
from guiju.effects import Effects
from guiju.library import Result, Standard
from guiju_dsl.standard.model import Product
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Text

Which = Literal["a", "b"]
DemandKind = Literal["boundary", "gwp", "data", "provision", "quality"]


class Side(Struct, frozen=True, kw_only=True):
    """A rule book: a standard, or a profile of it.

    Attributes:
        written: as it was asked for, ``electrolytic_aluminium@cbam``.
        profile: empty for the standard itself.
    """

    written: str
    standard: Standard
    profile: str

    @property
    def title(self) -> Text:
        """Give the name of the rule book: its profile, else the number of the standard."""
        profiles = {one.name: one.label for one in self.standard.plan.profiles}
        if self.profile:
            return profiles[self.profile]
        identity = self.standard.plan.graph.standard.identity
        return Text(zh=identity.number or identity.id, en=identity.number or identity.id)


class Compared(Struct, frozen=True, kw_only=True):
    """What a rule book gives for the plant.

    Attributes:
        product: the product compared.
        cfp: its footprint [kgCO2e] for the unit of the comparison; None if it has no value.
        scale: units of this product in one unit of the comparison.
        findings: errors and warnings of this rule book.
    """

    side: Side
    result: Result
    product: Product
    cfp: Fraction | None
    scale: Fraction
    findings: tuple[Finding, ...]


class Line(Struct, frozen=True, kw_only=True):
    """A part of both footprints, by stage, process or gas [kgCO2e]; None if a side has no value."""

    id: str
    label: Text
    a: float | None
    b: float | None


class Demand(Struct, frozen=True, kw_only=True):
    """What one rule book asks or does and the other does not.

    Attributes:
        side: whose it is.
        id: path of the thing; ``words`` what it is; ``detail`` how, or why, or empty.
    """

    side: Which
    kind: DemandKind
    id: str
    words: Text
    detail: Text


class Comparison(Struct, frozen=True, kw_only=True):
    """Everything that differs between two rule books on one plant.

    Attributes:
        unit: what both footprints are for, ``1 t``; ``None`` where their units do not convert.
        effects: what makes the difference rule by rule; None where it cannot be told so.
        apart: ids of processes that only one of them has, by side.
    """

    a: Compared
    b: Compared
    unit: str | None
    by_stage: tuple[Line, ...]
    by_process: tuple[Line, ...]
    by_gas: tuple[Line, ...]
    effects: Effects | None
    apart: tuple[tuple[Which, Text], ...]
    demands: tuple[Demand, ...]

    @property
    def difference(self) -> Fraction | None:
        """Give B less A [kgCO2e / unit]; None where a side has no value or units differ."""
        if self.unit is None or self.a.cfp is None or self.b.cfp is None:
            return None
        return self.b.cfp - self.a.cfp

    @property
    def titles(self) -> tuple[Text, Text]:
        """Give the names of both rule books; where they are the same, with what was asked for."""
        sides = (self.a.side, self.b.side)
        first, second = (side.title for side in sides)
        if first != second:
            return first, second
        a, b = (
            words.filled(words.CALLED, title=side.title, written=words.same(side.written))
            for side in sides
        )
        return a, b

    def remarks(self) -> Iterator[Text]:
        """Say where products or units differ."""
        first, second = self.a.product, self.b.product
        if first.name != second.name:
            yield words.filled(words.PRODUCTS_DIFFER, a=first.label, b=second.label)
        units = {"a": first.unit_label, "b": second.unit_label}
        if self.unit is None:
            yield words.filled(words.UNITS_DIFFER, **units)
        elif self.b.scale != 1:
            yield words.filled(words.CONVERTED, **units)
