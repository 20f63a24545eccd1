"""Check collected values: ``data``, and amounts without a formula."""

from collections.abc import Iterator
from fractions import Fraction

from guiju_dsl.diagnostics import at
from guiju_dsl.names.items import label_words, type_of, value_of
from guiju_dsl.names.model import Declaration, label_of
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.attributes import attribute, flag, notes
from guiju_dsl.standard.codes import OPTIONAL_AND_DEFAULT
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.assigning import of_choice, of_type
from guiju_dsl.standard.formulas.fitting import in_unit
from guiju_dsl.standard.kinds import NUMERIC, YEARS, kind_of_type, unit_of_type
from guiju_dsl.standard.measurings import measuring
from guiju_dsl.standard.model import Datum
from guiju_dsl.standard.spreads import spread
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text


def data(types: Typing) -> Iterator[Datum]:
    """Check every collected value."""
    for declaration in types.names.declarations.values():
        if _is_collected(declaration):
            yield types.once(_datum, declaration)


def changed_data(types: Typing) -> Iterator[tuple[Datum, Datum]]:
    """Give the collected values of general rules that the standard overrides: before, after."""
    for before in types.names.changed:
        after = types.names.declarations.get(before.path)
        if after is not None and _is_collected(before) and _is_collected(after):
            yield _datum(types, before), types.once(_datum, after)


def _is_collected(declaration: Declaration) -> bool:
    return declaration.kind == "data" or is_collected_amount(declaration)


def is_collected_amount(declaration: Declaration) -> bool:
    """Tell whether the amount of a flow or emission is collected rather than calculated."""
    amount = declaration.kind in ("flow", "emission")
    return amount and value_of(declaration.node) is None


def _datum(types: Typing, declaration: Declaration) -> Datum:
    node, items, type_ = declaration.node, declaration.items, type_of(declaration.node)
    group = types.group_of(declaration.path)
    numeric = kind_of_type(type_) in NUMERIC
    optional, default = flag(items, "optional"), attribute(items, "default")
    if optional and default is not None:
        types.faults.append(at(OPTIONAL_AND_DEFAULT, default.span, name=declaration.path))
    return Datum(
        path=declaration.path,
        label=label_of(label_words(node), declaration.name),
        kind=kind_of_type(type_),
        unit=unit_of_type(type_),
        options=options_of(types, type_),
        process=process_of(types, declaration.path),
        group=group,
        optional=optional,
        default=_default(types, declaration, default, group) if default is not None else None,
        only_when=guard(types, declaration, group),
        valid_years=_valid(types, items),
        unique=flag(items, "unique"),
        amount=is_collected_amount(declaration),
        uncertainty=spread(types, items, unit_of_type(type_) if numeric else None),
        measuring=measuring(types, items, numeric),
        notes=notes(items),
        span=node.span,
    )


def process_of(types: Typing, path: str) -> str:
    """Give the process in which ``path`` stands, or an empty text."""
    first = path.partition(".")[0]
    found = types.names.declarations.get(first)
    return first if found is not None and found.kind == "process" else ""


def options_of(types: Typing, type_: tree.Type | None) -> tuple[tuple[str, Text], ...]:
    """Give the members of a choice with their labels."""
    if type_ is None or type_.kind != "choice":
        return ()
    options = type_.options
    if type_.choice is not None:
        named = types.names.declarations.get(type_.choice.text)
        options = named.node.options if named and isinstance(named.node, tree.Choice) else ()
    return tuple((o.name.text, label_of(o.label, o.name.text)) for o in options)


def guard(types: Typing, declaration: Declaration, group: str) -> Expression | None:
    """Give the condition under which a thing exists, that of the flow around it included."""
    own = attribute(declaration.items, "only_when")
    if own is not None:
        return types.condition(own, group)
    owner = types.names.declarations.get(declaration.path.rpartition(".")[0])
    if owner is not None and owner.kind == "flow":
        return guard(types, owner, group)
    return None


def _default(
    types: Typing, declaration: Declaration, node: tree.Expression, group: str
) -> Expression | None:
    """Type the default of a datum; a bare number takes its unit."""
    value = types.expression(node, group)
    fitted = of_type(types, node, value, type_of(declaration.node)) if value is not None else None
    own = types.reading(declaration, group)
    if fitted is None or own is None:
        return None
    return of_choice(types, node, fitted, own)


def _valid(types: Typing, items: tuple[tree.Item, ...]) -> Fraction | None:
    """Give the longest age of a value [a]."""
    node = attribute(items, "valid")
    value = types.number(node, "") if node is not None else None
    if node is None or value is None:
        return None
    in_years = in_unit(value, YEARS)
    years = constant(in_years) if in_years is not None else None
    if years is None:
        types.fault_unit(node, typed.unit_of(value), "a")
    return years
