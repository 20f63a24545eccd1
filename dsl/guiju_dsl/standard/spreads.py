"""Check the uncertainty that is stated for a value."""

from fractions import Fraction
from typing import Final

from guiju_dsl.diagnostics import at
from guiju_dsl.standard.attributes import attribute
from guiju_dsl.standard.codes import UNSOUND_UNCERTAINTY, WRONG_ARGUMENTS
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.assigning import assigned
from guiju_dsl.standard.kinds import A_CONSTANT, A_FORMULA
from guiju_dsl.standard.note_model import Spread
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.spread import BOUNDED, PARAMETERS, SPREADS, StatedKind, reason_against
from guiju_runtime.units import PLAIN_NUMBER, Unit

USAGE: Final[dict[StatedKind, str]] = {
    "normal": "uncertainty 5 %",
    "lognormal": "lognormal(1.2)",
    "uniform": "uniform(low, high)",
    "triangular": "triangular(low, likely, high)",
    "basic": "basic(1.05)",
}
NO_NUMBER = Text(zh="这里收集的不是数", en="what is collected here is no number")


def spread(
    types: Typing, items: tuple[tree.Item, ...], unit: Unit | None, value: Fraction | None = None
) -> Spread | None:
    """Give the uncertainty that stands among ``items``.

    Args:
        unit: of what it is about; None if that is no number.
        value: what it is about, where that is known.
    """
    node = attribute(items, "uncertainty")
    if node is None:
        return None
    if unit is None:
        _fault(types, node, NO_NUMBER)
        return None
    kind, arguments = _written(node)
    if len(arguments) != PARAMETERS[kind]:
        fault = at(WRONG_ARGUMENTS, node.span, function=kind, usage=USAGE[kind])
        types.faults.append(fault)
        return None
    own = unit if kind in BOUNDED else PLAIN_NUMBER
    numbers = [_number(types, argument, own) for argument in arguments]
    known = tuple(number for number in numbers if number is not None)
    if len(known) < len(numbers):
        return None
    reason = reason_against(kind, known, value)
    if reason is not None:
        _fault(types, node, reason)
        return None
    return Spread(kind=kind, parameters=known)


def _written(node: tree.Expression) -> tuple[StatedKind, tuple[tree.Expression, ...]]:
    """Take apart what stands behind ``uncertainty``: its name and parts, or a ratio."""
    if isinstance(node, tree.Call) and node.function.text in SPREADS:
        return SPREADS[node.function.text], tuple(a.value for a in node.arguments)
    return "normal", (node,)


def _number(types: Typing, node: tree.Expression, unit: Unit) -> Fraction | None:
    value = types.number(node, "")
    fitted = assigned(types, node, value, unit) if value is not None else None
    number = constant(fitted) if fitted is not None else None
    if fitted is not None and number is None:
        types.fault_kind(node.span, A_FORMULA, A_CONSTANT)
    return number


def _fault(types: Typing, node: tree.Expression, reason: Text) -> None:
    words = types.words(node.span)
    types.faults.append(at(UNSOUND_UNCERTAINTY, node.span, written=words, reason=reason))
