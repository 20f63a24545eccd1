"""Check factor tables."""

from collections.abc import Iterator
from fractions import Fraction

from guiju_dsl.names.items import key_text
from guiju_dsl.names.mentions import DATED_KEYS, OTHER
from guiju_dsl.names.model import Declaration, label_of
from guiju_dsl.standard.attributes import (
    attribute,
    field_text,
    fields,
    notes,
    of_kind,
)
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.assigning import assigned
from guiju_dsl.standard.kinds import A_CONSTANT, A_FORMULA, A_NUMBER, KIND_WORDS, unit_of_type
from guiju_dsl.standard.model import NO_TEXT, Notes, Table, TableRow
from guiju_dsl.standard.spreads import spread
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit


def tables(types: Typing) -> Iterator[Table]:
    """Check every factor."""
    for declaration in types.names.declarations.values():
        if declaration.kind == "factor":
            yield types.once(_table, declaration)


def _table(types: Typing, declaration: Declaration) -> Table:
    node = declaration.node
    assert isinstance(node, tree.Factor), "the kind says so"
    own = notes(declaration.items)
    return Table(
        path=declaration.path,
        label=label_of(node.label, declaration.name),
        unit=unit_of_type(node.type),
        keys=tuple(key.text for key in node.keys),
        dated=tuple(key.text in DATED_KEYS for key in node.keys),
        key_labels=tuple(_key_labels(types, key.text) for key in node.keys),
        rows=tuple(_rows(types, declaration, node, own)),
        notes=own,
        home=declaration.home,
        span=node.name.span,
    )


def _key_labels(types: Typing, key: str) -> tuple[tuple[str, Text], ...]:
    choice = types.names.declarations.get(key)
    if choice is None or not isinstance(choice.node, tree.Choice):
        return ()
    return tuple((o.name.text, label_of(o.label, o.name.text)) for o in choice.node.options)


def _rows(
    types: Typing, declaration: Declaration, node: tree.Factor, own: Notes
) -> Iterator[TableRow]:
    unit = unit_of_type(node.type)
    whole = tuple(item for item in declaration.items if not isinstance(item, tree.Row))
    year = field_text(fields(whole), "year").en
    for row in of_kind(declaration.items, tree.Row):
        found = _row(types, row, node, year, own, whole)
        if found is not None:
            yield found
    value = _value(types, node.value, unit) if node.value is not None else None
    if value is None:
        spread(types, whole, unit)
    else:
        yield TableRow(
            keys=("",) * len(node.keys),
            value=value[0],
            written=value[1],
            source=own.source,
            note=NO_TEXT,
            year=year,
            unverified=own.unverified,
            uncertainty=spread(types, whole, unit, value[0]),
        )


def _row(
    types: Typing,
    row: tree.Row,
    node: tree.Factor,
    year: str,
    table: Notes,
    whole: tuple[tree.Item, ...],
) -> TableRow | None:
    """Check one row; its own source, year and uncertainty stand before those of the table.

    A row with fewer keys than the table holds for any value of the rest.

    Args:
        table: what is said of the table; ``whole`` the items that say it.
    """
    if isinstance(row.value, tree.Words):
        types.fault_kind(row.value.span, KIND_WORDS["text"], A_NUMBER)
        return None
    value = _value(types, row.value, unit_of_type(node.type))
    if value is None:
        return None
    items = row.block.items if row.block is not None else ()
    own = notes(items)
    own_spread = attribute(items, "uncertainty") is not None
    own_year = field_text(fields(items), "year").en if items else ""
    written = [key_text(key) for key in row.keys]
    keys = (*written, *[""] * (len(node.keys) - len(written)))
    dated = next((key_text(k) for k in row.keys if isinstance(k.value, tree.Quantity)), "")
    return TableRow(
        keys=tuple("" if key == OTHER else key for key in keys),
        value=value[0],
        written=value[1],
        source=own.source if own.source.zh else table.source,
        note=own.note,
        year=own_year or dated or year,
        unverified=own.unverified,
        uncertainty=spread(
            types, items if own_spread else whole, unit_of_type(node.type), value[0]
        ),
    )


def _value(types: Typing, node: tree.Expression, unit: Unit) -> tuple[Fraction, str] | None:
    """Give a constant in ``unit`` and as it was written."""
    value = types.expression(node, "")
    fitted = assigned(types, node, value, unit) if value is not None else None
    if value is None or fitted is None:
        return None
    number = constant(fitted)
    if number is None:
        types.fault_kind(node.span, A_FORMULA, A_CONSTANT)
        return None
    if isinstance(node, tree.Quantity) and node.unit is None:
        return number, node.number
    return number, types.words(node.span)
