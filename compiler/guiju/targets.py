"""A target for a result, such as ``cfp <= 8000 kgCO2e``: read, and tested."""

import math
import re
from typing import Final, Literal

from msgspec import Struct

from guiju.command_codes import CommandFault
from guiju.question_codes import NOT_A_TARGET, TARGET_OF_OTHER_UNIT, UNKNOWN_FIGURE
from guiju_dsl.names.near import near
from guiju_runtime.arithmetic import TOLERANCE
from guiju_runtime.calculating import Calculation
from guiju_runtime.quantity import NoNumberError, NotFiniteError, PartedDigitsError, quantity
from guiju_runtime.units import UnknownUnit, parse_data_unit, parse_unit
from guiju_runtime.withholding import shown_of

Operator = Literal["<=", ">=", "<", ">", "=", "is"]
OPERATORS: Final[dict[str, Operator]] = {
    "<=": "<=", "≤": "<=", "＜＝": "<=", ">=": ">=", "≥": ">=", "＞＝": ">=",
    "<": "<", "＜": "<", ">": ">", "＞": ">", "=": "=", "＝": "=", "is": "is", "为": "is",
}  # fmt: skip
WRITTEN: Final = re.compile(
    r"\s*([\w.]+?)\s*(<=|>=|＜＝|＞＝|[≤≥<>=＜＞＝]|\s+is\s+|\s+为\s+)\s*(.+?)\s*"
)
Figure = tuple[object, str]
"""A value of a result, and its unit."""


class Target(Struct, frozen=True, kw_only=True):
    """What a result shall come to.

    Attributes:
        name: of the figure; ``unit`` is its own.
        bound: in that unit; a word where the figure is a choice.
    """

    name: str
    operator: Operator
    bound: float | str
    unit: str
    written: str

    def value(self, calculation: Calculation) -> object:
        """Give the figure of a calculation; None if it has no value."""
        value = figures_of(calculation).get(self.name, (None, ""))[0]
        return None if isinstance(value, float) and not math.isfinite(value) else value

    def distance(self, value: object) -> float | None:
        """Give how far a figure is above its bound; None if that is no number."""
        if isinstance(self.bound, str) or not isinstance(value, float | int):
            return None
        return float(value) - self.bound

    def holds(self, value: object) -> bool | None:
        """Tell whether a figure reaches the target; None if it has no value.

        ``=`` holds on one side of its bound, so that the place where it is met can be found.
        """
        if value is None:
            return None
        if isinstance(self.bound, str):
            return value == self.bound
        if not isinstance(value, float | int):
            return None
        below, slack = float(value) - self.bound, self._slack
        match self.operator:
            case ">=":
                return below >= -slack
            case ">":
                return below > slack
            case "<":
                return below < -slack
            case _:
                return below <= slack

    def is_just_met(self, value: object) -> bool:
        """Tell whether a figure meets its bound to twelve digits, as provisions are tested."""
        distance = self.distance(value)
        return distance is not None and abs(distance) <= 2 * self._slack

    @property
    def _slack(self) -> float:
        return TOLERANCE * abs(self.bound) if isinstance(self.bound, float) else 0.0


def figures_of(calculation: Calculation) -> dict[str, Figure]:
    """Give every figure that a target may name."""
    first = next(iter(calculation.main.footprints.values()))
    figures: dict[str, Figure] = {}
    for name, value in calculation.main.run.values.items():
        named = calculation.calculator.values.get(name)
        figures[name] = value, named.unit if named is not None else ""
    for name, measure in calculation.main.run.measures.items():
        figures[name] = measure, _unit_of(name, first.product.flow_unit)
    for result in calculation.calculator.results:
        value = calculation.results.get(result.path), result.unit
        figures[result.path] = figures[f"results.{result.path}"] = value
    parts = shown_of(calculation.calculator, first)
    sums = {"by_stage": parts.by_stage, "by_process": parts.by_process, "by_gas": parts.by_gas}
    for by, each in sums.items():
        figures |= {f"{by}.{name}": (part, "kgCO2e") for name, part in each.items()}
    figures["cfp"] = first.cfp, "kgCO2e"
    return figures


def _unit_of(name: str, flow_unit: str) -> str:
    """Give the unit of a measure, by its last word."""
    last = name.rpartition(".")[2]
    return {"cfp": "kgCO2e", "intensity": f"kgCO2e/{flow_unit}", "reference_flow": flow_unit}.get(
        last, ""
    )


def target_of(written: str, calculation: Calculation) -> Target:
    """Read a target for the results of a calculation.

    Raises:
        CommandFault: it is none; there is no such figure; its unit does not convert.
    """
    found = WRITTEN.fullmatch(written)
    if found is None:
        raise CommandFault(NOT_A_TARGET, written=written)
    name, operator, bound = found[1], OPERATORS[found[2].strip()], found[3]
    figures = figures_of(calculation)
    if name not in figures:
        parts = (known for known in figures if known.startswith("by_"))
        known = near(name, figures) or ", ".join(("cfp", *parts))
        raise CommandFault(UNKNOWN_FIGURE, name=name, known=known)
    unit = figures[name][1]
    if operator == "is":
        return Target(name=name, operator=operator, bound=bound, unit="", written=written)
    number = _in_unit(bound, unit, written)
    return Target(name=name, operator=operator, bound=number, unit=unit, written=written)


def _in_unit(bound: str, unit: str, written: str) -> float:
    """Give a number with a unit in the unit of the figure."""
    try:
        read = quantity(bound)
        given = parse_data_unit(read.unit) if read.unit else parse_unit(unit)
    except (NoNumberError, NotFiniteError, PartedDigitsError, UnknownUnit):
        raise CommandFault(NOT_A_TARGET, written=written) from None
    own = parse_unit(unit)
    if given.dimension != own.dimension or not given.same_kind(own):
        raise CommandFault(TARGET_OF_OTHER_UNIT, given=read.unit, unit=unit or "1")
    exact = read.value * given.factor / own.factor
    return exact.numerator / exact.denominator
