"""One run of a calculator over one declaration: values, burdens, draws, findings."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING

from guiju_runtime.arithmetic import NAN
from guiju_runtime.burdens import Contribution, ContributionKind, Draw, Emission, Output
from guiju_runtime.calculation_codes import NOT_COMPUTABLE
from guiju_runtime.findings import finding
from guiju_runtime.given import shown
from guiju_runtime.steps import Limit, Steps, Tier

if TYPE_CHECKING:  # evidence is gathered from runs
    from guiju_runtime.calculator import Rules
    from guiju_runtime.evidence import Evidence
    from guiju_runtime.given import Place

__all__ = ["Limit", "Run", "Tier"]


@dataclass(slots=True)
class Run(Steps):
    """Steps with what each process adds, draws and makes.

    Attributes:
        recorded: what each flow adds and emits, whatever a rule book then makes of it; ``linked``
            what is drawn from other processes.
        contributions, draws: of these, what counts by the rule book, put there by ``characterise``.
        judged: what stands behind each value, kept by ``quality``; None for nothing.
    """

    recorded: list[Contribution | Emission] = field(default_factory=list)
    linked: list[Draw] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    contributions: list[Contribution] = field(default_factory=list)
    draws: list[Draw] = field(default_factory=list)
    judged: dict[Place, Evidence | None] = field(default_factory=dict)

    def forked(self, rules: Rules, *, ended: bool = False) -> Run:
        """Give a run that goes on from here by itself, under another rule book.

        Args:
            ended: whether all processes have run, so that both keep what no step adds to any more.
        """
        own, parts_of = (STILL_ADDED_TO, _still_added_to) if ended else (OWN_PARTS, _own_parts)
        other = Run(
            calculator=self.calculator,
            rules=rules,
            reading=self.reading,
            index=self.index,
            factors=self.factors,
            **dict(zip(own, [part.copy() for part in parts_of(self)], strict=True)),
            **({name: getattr(self, name) for name in SETTLED} if ended else {}),
        )
        if not ended:
            rows = self.row_values.items()
            other.row_values = {group: [row.copy() for row in each] for group, each in rows}
        return other

    def contributes(
        self,
        process: str,
        flow: str,
        rate: Callable[[], float],
        *,
        kind: ContributionKind = "input",
        origin: str = "fossil",
        rest: bool = False,
        apart: bool = False,
    ) -> None:
        """Add amount times ``rate`` [kgCO2e per unit of the flow] to the burden of ``process``."""
        amount = self.values.get(flow) if self.row is None else self.raw(flow)
        if amount is None or amount == 0:
            return
        value = amount * self.attempt(flow, rate)
        row = None if self.row is None else self.row_of(flow)
        self.recorded.append(
            Contribution(  # in the order of its attributes: by name it takes twice as long
                process,
                flow if apart else process,
                flow,
                row,
                kind,
                "",
                origin,
                amount,
                self.finite(flow, row, -value if kind == "credit" else value),
                0.0,
                rest,
            )
        )

    def finite(self, flow: str, row: int | None, value: float) -> float:
        """Give a value that a float can hold, nan for one that it cannot, which is reported."""
        if not math.isinf(value):
            return value
        at, what = shown(self.index.groups.get(flow, ""), row, flow), self.label(flow)
        self.find(finding(NOT_COMPUTABLE, at, what=what, reads=flow))
        return NAN

    def emits(
        self,
        process: str,
        flow: str,
        gas: Callable[[], str],
        to_kg: float,
        *,
        origin: str = "fossil",
    ) -> None:
        """Add a mass of gas, of which ``characterise`` says what it counts for."""
        amount = self.values.get(flow) if self.row is None else self.raw(flow)
        if amount is None or amount == 0:
            return
        name = self.attempt(flow, gas)
        self.recorded.append(
            Emission(
                process,
                flow,
                self.row_of(flow),
                name if isinstance(name, str) else None,
                origin,
                amount,
                amount * to_kg,
            )
        )

    def draws_from(
        self,
        process: str,
        flow: str,
        source: tuple[str, str],
        *,
        ratio: float = 1,
        limited: bool = False,
        apart: bool = False,
    ) -> None:
        """Take the amount of ``flow`` from a product flow of another process.

        Args:
            source: the process and its flow; ``ratio`` units of it for one of ``flow``.
            limited: whether it covers the need only up to its amount, a factor the rest.
            apart: whether the products share what it adds in a way of its own.
        """
        amount = self.raw(flow)
        if amount is None or amount == 0:
            return
        self.linked.append(
            Draw(
                process,
                flow if apart else process,
                flow,
                self.row_of(flow),
                *source,
                amount * ratio,
                limited,
            )
        )

    def makes(
        self,
        process: str,
        flow: str,
        *,
        basis: Callable[[], float] | None = None,
        share: Callable[[], float] | None = None,
        of: str = "",
    ) -> None:
        """Give ``process`` the product ``flow`` with its allocation basis or fixed share.

        Args:
            of: the input whose burden is shared so, or empty for all that no other basis divides.
        """
        made = self.raw(flow) or 0.0
        amount = NAN if process in self.spoiled else made
        self.outputs.append(
            Output(
                process,
                of or process,
                flow,
                amount,
                self._claim(flow, amount, basis),
                self._claim(flow, amount, share),
            )
        )

    def _claim(self, flow: str, amount: float, formula: Callable[[], float] | None) -> float | None:
        """Give a basis or share, which is nothing for a product that was not made."""
        if formula is None:
            return None
        return self.attempt(flow, formula) if amount else 0.0


OWN_PARTS = tuple(part.name for part in fields(Run) if part.default_factory is not MISSING)
"""What a run adds to, which a fork has by itself."""
SETTLED = (
    "row_values", "defaults", "collected", "fixed", "idle", "spoiled", "countless",
    "recorded", "linked", "outputs",
)  # fmt: skip
"""Of these, what only processes add to."""
STILL_ADDED_TO = tuple(name for name in OWN_PARTS if name not in SETTLED)
_own_parts, _still_added_to = attrgetter(*OWN_PARTS), attrgetter(*STILL_ADDED_TO)
