"""One run of a calculator over one declaration: values, burdens, draws, findings."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guiju_runtime.arithmetic import NAN
from guiju_runtime.burdens import Contribution, ContributionKind, Draw, Output
from guiju_runtime.calculation_codes import NOT_COMPUTABLE, UNKNOWN_POTENTIAL
from guiju_runtime.findings import finding
from guiju_runtime.steps import Limit, Steps, Tier

if TYPE_CHECKING:  # evidence is gathered from runs
    from guiju_runtime.evidence import Evidence
    from guiju_runtime.given import Place

__all__ = ["Limit", "Run", "Tier"]


@dataclass(slots=True)
class Run(Steps):
    """Steps with what each process adds, draws and makes.

    Attributes:
        judged: what stands behind each amount, kept by ``evidence_of``: every footprint asks.
        behind: places of the data behind a value, as far as they were looked for.
    """

    contributions: list[Contribution] = field(default_factory=list)
    draws: list[Draw] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    judged: dict[Place, Evidence] = field(default_factory=dict)
    behind: dict[Place, tuple[Place | None, ...]] = field(default_factory=dict)

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
        amount = self.raw(flow)
        if amount is None or amount == 0:
            return
        value = amount * self.attempt(flow, rate)
        self.contributions.append(
            Contribution(
                process=process,
                part=flow if apart else process,
                flow=flow,
                row=self.place(flow).row,
                kind=kind,
                gas="",
                origin=origin,
                amount=amount,
                value=self._finite(flow, -value if kind == "credit" else value),
                beside=0.0,
                rest=rest,
                left_out=flow in self.rules.left_out,
            )
        )

    def emits(
        self,
        process: str,
        flow: str,
        gas: Callable[[], str],
        to_kg: float,
        *,
        origin: str = "fossil",
    ) -> None:
        """Add a mass of gas times its potential to the burden of ``process``."""
        amount = self.raw(flow)
        if amount is None or amount == 0:
            return
        name = self.attempt(flow, gas)
        known = isinstance(name, str)
        value = amount * to_kg * (self._potential(name, origin, flow) if known else NAN)
        apart = name == "CO2" and origin == "biogenic" and not self.rules.counts_biogenic
        self.contributions.append(
            Contribution(
                process=process,
                part=process,
                flow=flow,
                row=self.place(flow).row,
                kind="emission",
                gas=name if known else "",
                origin=origin,
                amount=amount,
                value=0.0 if apart else self._finite(flow, value),
                beside=value if apart else 0.0,
                rest=False,
                left_out=flow in self.rules.left_out,
            )
        )

    def _potential(self, gas: str, origin: str, flow: str) -> float:
        table = self.rules.gwp
        found = table.get((gas, origin), table.get((gas, "")))
        if found is not None:
            return found
        at, gwp_set = self.shown(flow), self.rules.gwp_set
        self.find(finding(UNKNOWN_POTENTIAL, at, gas=gas, gwp_set=gwp_set))
        return NAN

    def _finite(self, flow: str, value: float) -> float:
        """Give a value that a float can hold."""
        if not math.isinf(value):
            return value
        at, what = self.shown(flow), self.label(flow)
        self.find(finding(NOT_COMPUTABLE, at, what=what, reads=flow))
        return NAN

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
        if amount is None or amount == 0 or flow in self.rules.cut:
            return
        self.draws.append(
            Draw(
                process=process,
                part=flow if apart else process,
                flow=flow,
                row=self.place(flow).row,
                supplier=source[0],
                source=source[1],
                amount=amount * ratio,
                limited=limited,
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
                process=process,
                part=of or process,
                flow=flow,
                amount=amount,
                basis=self._claim(flow, amount, basis),
                share=self._claim(flow, amount, share),
            )
        )

    def _claim(self, flow: str, amount: float, formula: Callable[[], float] | None) -> float | None:
        """Give a basis or share, which is nothing for a product that was not made."""
        if formula is None:
            return None
        return self.attempt(flow, formula) if amount else 0.0
