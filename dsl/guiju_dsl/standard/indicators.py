"""Check the data-quality indicators."""

from collections.abc import Iterator
from fractions import Fraction

from guiju_dsl.diagnostics import at
from guiju_dsl.names.items import name_span
from guiju_dsl.names.model import Declaration, text_of
from guiju_dsl.standard.attributes import fields, notes, of_kind
from guiju_dsl.standard.codes import WEIGHTS
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.assigning import assigned
from guiju_dsl.standard.formulas.dispatch import number
from guiju_dsl.standard.formulas.exact import exactly
from guiju_dsl.standard.formulas.fitting import plain
from guiju_dsl.standard.heads import declared, label
from guiju_dsl.standard.kinds import A_CONSTANT, A_FORMULA, A_NUMBER
from guiju_dsl.standard.model import Indicator
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.units import PLAIN_NUMBER


def indicators(types: Typing) -> Iterator[Indicator]:
    """Check the indicators: their weights, where they have any, sum to 1."""
    found = [(d, _weight(types, d)) for d in declared(types.names, "indicator")]
    weights = [weight for _, weight in found if weight is not None]
    if weights and sum(weights) != 1:
        first = name_span(found[0][0].node)
        types.faults.append(at(WEIGHTS, first, sum=f"{float(sum(weights)):g}"))
    for declaration, weight in found:
        yield Indicator(
            name=declaration.name,
            label=label(declaration),
            weight=(weight or Fraction(0)) if weights else Fraction(1, len(found)),
            levels=tuple(_levels(types, declaration)),
            notes=notes(declaration.items),
        )


def _weight(types: Typing, declaration: Declaration) -> Fraction | None:
    field = fields(declaration.items).get("weight")
    stated = field.values[0] if field is not None else None
    if not isinstance(stated, tree.Quantity):
        return None
    share = plain(number(stated))
    if share is None:
        types.fault_unit(stated, number(stated).unit, "%")
        return None
    return constant(share)


def _number_levels(types: Typing, levels: tuple[tree.Level, ...]) -> None:
    """Report levels with another number than their place: data name a level by it."""
    places = [str(place) for place in range(1, len(levels) + 1)]
    astray: list[tree.Level] = []
    for level in levels:
        if level.number in places:
            places.remove(level.number)
        else:
            astray.append(level)
    for level, place in zip(astray, places, strict=True):
        written = level.span._replace(end=level.span.start + len(level.number))
        wanted = Text(
            zh=f"级号 {place}（各级从 1 起逐一编号）",
            en=f"the number {place} (levels are numbered from 1, one by one)",
        )
        types.fault_kind(written, A_NUMBER, wanted)


def _levels(types: Typing, declaration: Declaration) -> Iterator[tuple[Text, Fraction]]:
    """Give words and spread of each level, best first."""
    levels = of_kind(declaration.items, tree.Level)
    _number_levels(types, levels)
    for level in sorted(levels, key=lambda one: exactly(one.number)):
        value = types.number(level.value, "")
        fitted = assigned(types, level.value, value, PLAIN_NUMBER) if value is not None else None
        spread = constant(fitted) if fitted is not None else None
        if spread is None and fitted is not None:
            types.fault_kind(level.value.span, A_FORMULA, A_CONSTANT)
        yield text_of(level.words), spread if spread is not None else Fraction(1)
