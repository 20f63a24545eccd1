"""Put a value into the kind and unit of the thing that it is assigned to."""

from guiju_dsl.names.candidates import candidate, unit_text, written
from guiju_dsl.names.formulas import parts_within
from guiju_dsl.names.items import type_of
from guiju_dsl.names.model import ToDeclaration
from guiju_dsl.standard.expressions import Expression, kind_of, unit_of
from guiju_dsl.standard.formulas.conditions import choice_of, same_choice
from guiju_dsl.standard.formulas.fitting import in_unit, is_bare, taken_as
from guiju_dsl.standard.formulas.typing import NO_WAY, Typing
from guiju_dsl.standard.formulas.ways import (
    CARBON,
    CARBON_DIOXIDE,
    TO_CARBON_DIOXIDE,
    from_climate,
    of_substance,
)
from guiju_dsl.standard.kinds import KIND_WORDS, NUMERIC, kind_of_type, unit_of_type
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit, product, quotient


def of_type(
    types: Typing, node: tree.Expression, value: Expression, type_: tree.Type | None
) -> Expression | None:
    """Give ``value`` as one of ``type_``: of its kind, in its unit."""
    kind, own = kind_of_type(type_), kind_of(value)
    if kind in NUMERIC and own in NUMERIC:
        return assigned(types, node, value, unit_of_type(type_))
    if kind != own:
        types.fault_kind(node.span, KIND_WORDS[own], KIND_WORDS[kind])
        return None
    return value


def of_choice(
    types: Typing, node: tree.Expression, value: Expression, choice: Expression
) -> Expression | None:
    """Give ``value``, which must be an option that ``choice`` can have."""
    if same_choice(types, value, choice):
        return value
    wanted = choice_of(choice)
    types.fault_kind(
        node.span, KIND_WORDS["choice"], Text(zh=f"{wanted} 的选项", en=f"an option of {wanted}")
    )
    return None


def assigned(
    types: Typing, node: tree.Expression, value: Expression, unit: Unit
) -> Expression | None:
    """Give ``value`` in the unit of the thing it is assigned to, or say what to change."""
    if is_bare(value):
        return taken_as(value, unit)
    if kind_of(value) not in NUMERIC:
        types.fault_kind(node.span, KIND_WORDS[kind_of(value)], KIND_WORDS["number"])
        return None
    fitted = in_unit(value, unit)
    if fitted is None:
        own = unit_of(value)
        types.fault_unit(node, own, _wanted(unit), _way_out(types, node, own, unit))
    return fitted


def _wanted(unit: Unit) -> str:
    """Name a unit together with the substance that is asked for."""
    if unit.substance and unit.substance[0][0] not in unit.text:
        return f"{unit.text} {'·'.join(name for name, _ in unit.substance)}"
    return unit.text or "1"


def _way_out(types: Typing, node: tree.Expression, own: Unit, wanted: Unit) -> Text:
    """Say how to get from one unit to the other where that is known."""
    same = own.dimension == wanted.dimension
    if same and own.substance == CARBON and wanted.substance == CARBON_DIOXIDE:
        return TO_CARBON_DIOXIDE
    known = from_climate(own, wanted) or of_substance(own, wanted)
    if known is not None:
        return known
    other = better_factor(types, node, own, wanted)
    if other:
        return Text(zh=f"是否为 {other}？", en=f"did you mean {other}?")
    missing = quotient(wanted, own)
    if missing.dimension:
        return Text(
            zh=f"还要乘以一个单位为 {missing.text} 的量，或换用别的因子",
            en=f"multiply by something in {missing.text}, or choose another factor",
        )
    return NO_WAY


def better_factor(types: Typing, node: tree.Expression, own: Unit, wanted: Unit) -> str:
    """Give the factor, with its unit, that in place of the only one in ``node`` gives ``wanted``.

    Args:
        own: unit of ``node`` as it is written.
    """
    declarations = types.names.declarations
    read = [part for part in (node, *parts_within(node)) if isinstance(part, tree.Path)]
    factors = {
        reference.path
        for path in read
        if isinstance(reference := types.names.references.get(path.span), ToDeclaration)
        and declarations[reference.path].kind == "factor"
    }
    if len(factors) != 1:
        return ""
    [factor] = (declarations[path] for path in factors)
    needed = quotient(product(wanted, unit_of_type(type_of(factor.node))), own)
    found = candidate(declarations.values(), needed, (path.parts[-1].text for path in read))
    return f"{written(found)} ({unit_text(found)})" if found is not None else ""
