"""Type conditions."""

from typing import Literal

from guiju_dsl.names.model import ToDeclaration, ToUsed
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.days import day_of
from guiju_dsl.standard.expressions import Expression, kind_of, unit_of
from guiju_dsl.standard.formulas.fitting import in_unit, is_bare, plain, taken_as
from guiju_dsl.standard.formulas.typing import Typing
from guiju_dsl.standard.formulas.used import used
from guiju_dsl.standard.kinds import A_NUMBER, KIND_WORDS, NUMERIC
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit

A_TOLERANCE = Text(zh="允差", en="a tolerance")
Pair = tuple[Expression, Expression]
Order = Literal["<", "<=", ">", ">=", "!=", "="]


def condition(types: Typing, node: tree.Expression, row: str) -> Expression | None:
    """Type ``node``, which must be a condition."""
    match node:
        case tree.Logic():
            return _logic(types, node, row)
        case tree.Not():
            operand = types.condition(node.operand, row)
            return typed.Inverse(operand=operand) if operand is not None else None
        case tree.Given():
            return _given(types, node)
        case tree.Comparison():
            return _comparison(types, node, row)
        case tree.Parentheses():
            return types.condition(node.inner, row)
        case _:
            return _yes_or_no(types, node, row)


def _yes_or_no(types: Typing, node: tree.Expression, row: str) -> Expression | None:
    value = types.expression(node, row)
    if value is None or kind_of(value) == "yes_no":
        return value
    types.fault_kind(node.span, KIND_WORDS[kind_of(value)], KIND_WORDS["yes_no"])
    return None


def _logic(types: Typing, node: tree.Logic, row: str) -> Expression | None:
    left, right = types.condition(node.left, row), types.condition(node.right, row)
    if left is None or right is None:
        return None
    return typed.Both(operator=node.operator, left=left, right=right)


def _given(types: Typing, node: tree.Given) -> Expression | None:
    reference = types.names.references.get(node.path.span)
    if isinstance(reference, ToUsed):
        value = used(types, reference, node.path.span)
        return typed.IsGiven(path=reference.path, group="") if value is not None else None
    if not isinstance(reference, ToDeclaration):
        wanted = Text(zh="收集的数据", en="a collected datum")
        types.fault_kind(node.path.span, KIND_WORDS["number"], wanted)
        return None
    return typed.IsGiven(path=reference.path, group=types.group_of(reference.path))


def _comparison(types: Typing, node: tree.Comparison, row: str) -> Expression | None:
    left = types.expression(node.left, row)
    if left is None:
        return None
    match node.operator, node.right:
        case "in", tree.Range() as range_:
            return in_range(types, node.left, left, range_, row)
        case "in", tree.ListOf(items=items):
            return _one_of(types, node.left, left, items, row, negated=False)
        case (("is" | "is not" | "in"), option):
            negated = node.operator == "is not"
            return _one_of(types, node.left, left, (option,), row, negated=negated)
        case operator, _:
            return _measured(types, node, operator, left, row)


def _measured(
    types: Typing, node: tree.Comparison, operator: Order, left: Expression, row: str
) -> Expression | None:
    """Type a comparison of numbers, where ``=`` may have a tolerance, or of days."""
    if kind_of(left) == "date":
        return _days(types, node, operator, left, row)
    right = types.number(node.right, row)
    if right is None:
        return None
    if kind_of(left) not in NUMERIC:
        types.fault_kind(node.left.span, KIND_WORDS[kind_of(left)], A_NUMBER)
        return None
    pair = _aligned(types, node.left, left, node.right, right)
    if pair is None:
        return None
    within = None
    if node.within is not None:
        within = _tolerance(types, node.within, pair[1], row)
        if within is None:
            return None
    return typed.Compared(operator=operator, left=pair[0], right=pair[1], within=within)


def _day(types: Typing, node: tree.Expression, row: str) -> Expression | None:
    """Type ``node``, which must be a day, as its number."""
    value = types.expression(node, row)
    if value is None or kind_of(value) == "date":
        return day_of(value) if value is not None else None
    types.fault_kind(node.span, KIND_WORDS[kind_of(value)], KIND_WORDS["date"])
    return None


def _days(
    types: Typing, node: tree.Comparison, operator: Order, left: Expression, row: str
) -> Expression | None:
    """Type a comparison of days, which has no tolerance."""
    right = _day(types, node.right, row)
    if node.within is not None:
        types.fault_kind(node.within.span, A_TOLERANCE, KIND_WORDS["date"])
        return None
    if right is None:
        return None
    return typed.Compared(operator=operator, left=day_of(left), right=right, within=None)


def _tolerance(
    types: Typing, node: tree.Expression, right: Expression, row: str
) -> Expression | None:
    """Type a tolerance: in the unit compared, or a ratio of the right value."""
    value = types.number(node, row)
    if value is None:
        return None
    unit = unit_of(right)
    absolute = taken_as(value, unit) if is_bare(value) else in_unit(value, unit)
    if absolute is not None and not _is_ratio_of(value, unit):
        return absolute
    ratio = plain(value)
    if ratio is None:
        types.fault_unit(node, unit_of(value), unit.text or "1")
        return None
    return typed.Arithmetic(operator="*", left=right, right=ratio, kind="number", unit=unit)


def _is_ratio_of(value: Expression, unit: Unit) -> bool:
    """Tell whether a tolerance in % is meant of the value compared, not as so many %."""
    return unit_of(value).text in ("%", "‰") and unit != unit_of(value)


def _aligned(
    types: Typing,
    left_node: tree.Expression,
    left: Expression,
    right_node: tree.Expression,
    right: Expression,
) -> Pair | None:
    """Align two values; a bare number takes the unit of what it is compared with."""
    if is_bare(right) and _lends_its_unit(left):
        right = taken_as(right, unit_of(left))
    elif is_bare(left) and _lends_its_unit(right):
        left = taken_as(left, unit_of(right))
    return types.aligned(left_node, left, right_node, right)


def _lends_its_unit(value: Expression) -> bool:
    """Tell whether a bare number beside ``value`` is in its unit; a computed ratio has none."""
    computed = isinstance(value, typed.Arithmetic) and value.operator in ("*", "/", "^")
    return bool(unit_of(value).dimension) or not computed


def in_range(
    types: Typing, left_node: tree.Expression, left: Expression, range_: tree.Range, row: str
) -> Expression | None:
    """Type ``left in low .. high``; a bare bound takes the unit of the other."""
    if kind_of(left) == "date":
        return _between_days(types, left, range_, row)
    low, high = types.number(range_.low, row), types.number(range_.high, row)
    if low is None or high is None:
        return None
    if is_bare(low) and not is_bare(high):
        low = taken_as(low, unit_of(high))
    if is_bare(high) and not is_bare(low):
        high = taken_as(high, unit_of(low))
    first = _aligned(types, left_node, left, range_.low, low)
    second = _aligned(types, left_node, left, range_.high, high) if first is not None else None
    if first is None or second is None:
        return None
    return typed.InRange(value=left, low=first[1], high=second[1])


def _between_days(
    types: Typing, left: Expression, range_: tree.Range, row: str
) -> Expression | None:
    low, high = _day(types, range_.low, row), _day(types, range_.high, row)
    if low is None or high is None:
        return None
    return typed.InRange(value=day_of(left), low=low, high=high)


def _one_of(
    types: Typing,
    node: tree.Expression,
    value: Expression,
    items: tuple[tree.Expression, ...],
    row: str,
    *,
    negated: bool,
) -> Expression | None:
    """Type ``value is option`` and ``value in [options]``: options are of the kind of the value."""
    options: list[Expression] = []
    for item in items:
        option = types.expression(item, row)
        fitting = _alike(types, node, value, item, option) if option is not None else None
        if fitting is not None:
            options.append(fitting)
    if len(options) < len(items):
        return None
    return typed.IsOneOf(value=value, options=tuple(options), negated=negated)


def _alike(
    types: Typing,
    node: tree.Expression,
    value: Expression,
    item: tree.Expression,
    option: Expression,
) -> Expression | None:
    own, wanted = kind_of(option), kind_of(value)
    if own in NUMERIC and wanted in NUMERIC:
        pair = _aligned(types, node, value, item, option)
        return pair[1] if pair is not None else None
    comparable = same_choice(types, value, option) or same_choice(types, option, value)
    if own != wanted or not comparable:
        types.fault_kind(item.span, _kind_words(option), _kind_words(value))
        return None
    return option


def same_choice(types: Typing, value: Expression, option: Expression) -> bool:
    """Tell whether every option that ``value`` can have is one of those of ``option``."""
    first, second = choice_of(value), choice_of(option)
    if not first or not second or first == second:
        return True
    return set(types.index.options(first)) <= set(types.index.options(second))


def choice_of(value: Expression) -> str:
    """Give the path of the choice that a value is of, or an empty text."""
    return value.choice if isinstance(value, typed.Reading | typed.OptionValue) else ""


def _kind_words(value: Expression) -> Text:
    """Name the kind of a value, a choice by its path."""
    words, choice = KIND_WORDS[kind_of(value)], choice_of(value)
    if not choice:
        return words
    return Text(zh=f"{choice} 的选项", en=f"an option of {choice}")
