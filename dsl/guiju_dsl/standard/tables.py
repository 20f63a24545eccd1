"""Check factor tables and sets of global warming potentials."""

from collections.abc import Iterator
from fractions import Fraction

from guiju_dsl.diagnostics import at
from guiju_dsl.names.merging import key_text
from guiju_dsl.names.model import Declaration, label_of
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.attributes import field_text, fields, flag, notes, of_kind, remark
from guiju_dsl.standard.codes import UNIT_MISMATCH, WRONG_KIND
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import GwpSet, Table, TableRow
from guiju_dsl.standard.typing import Typing, in_unit, is_bare
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit

DATED = ("year", "date", "年份", "日期")


def tables(types: Typing) -> Iterator[Table]:
    """Check every factor."""
    for declaration in types.names.declarations.values():
        if isinstance(declaration.node, tree.Factor):
            yield _table(types, declaration, declaration.node)


def _table(types: Typing, declaration: Declaration, node: tree.Factor) -> Table:
    unit = types.measure(node.type)
    own = notes(declaration.items)
    found = fields(declaration.items)
    year = field_text(found, "year").en
    rows = [_row(types, row, unit, year, own.source) for row in of_kind(declaration.items, tree.Row)]
    if node.value is not None:
        value, written = _value(types, node.value, unit)
        rows.append(
            TableRow(
                keys=("",) * len(node.keys),
                value=value,
                written=written,
                source=own.source,
                year=year,
                unverified=own.unverified,
            )
        )
    return Table(
        path=declaration.path,
        label=label_of(node.label, declaration.name),
        unit=unit,
        keys=tuple(key.text for key in node.keys),
        dated=tuple(key.text in DATED for key in node.keys),
        key_labels=tuple(_key_labels(types, key.text) for key in node.keys),
        rows=tuple(row for row in rows if row is not None),
        notes=own,
        home=declaration.home,
        span=node.name.span,
    )


def _key_labels(types: Typing, key: str) -> tuple[tuple[str, Text], ...]:
    choice = types.names.declarations.get(key)
    if choice is None or not isinstance(choice.node, tree.Choice):
        return ()
    return tuple((o.name.text, label_of(o.label, o.name.text)) for o in choice.node.options)


def _row(
    types: Typing, row: tree.Row, unit: Unit, year: str, source: Text
) -> TableRow | None:
    if isinstance(row.value, tree.Words):
        types.fault_kind_words(row.value.span)
        return None
    value, written = _value(types, row.value, unit)
    items = row.block.items if row.block is not None else ()
    own_source = remark(items, "source")
    own_year = field_text(fields(items), "year").en
    dated = next((key_text(k) for k in row.keys if isinstance(k.value, tree.Quantity)), "")
    return TableRow(
        keys=tuple("" if key_text(k) == "other" else key_text(k) for k in row.keys),
        value=value,
        written=written,
        source=own_source if own_source.zh else source,
        year=own_year or dated or year,
        unverified=flag(items, "unverified"),
    )


def _value(types: Typing, node: tree.Expression, unit: Unit) -> tuple[Fraction, str]:
    """Give a constant in ``unit`` and as it was written."""
    value = types.expression(node, "")
    if value is None:
        return Fraction(0), ""
    if is_bare(value):
        return value.value, value.written  # type: ignore[union-attr]
    fitted = in_unit(value, unit)
    number = constant(fitted) if fitted is not None else None
    if number is None:
        own = typed.unit_of(value)
        types.faults.append(
            at(
                UNIT_MISMATCH,
                node.span,
                what=types.words(node.span),
                unit=own.text or "1",
                wanted=unit.text or "1",
                way="",
                hint=False,
            )
        )
        return Fraction(0), ""
    return number, types.words(node.span)


def gwp_sets(types: Typing) -> Iterator[GwpSet]:
    """Check every set of global warming potentials."""
    for declaration in types.names.declarations.values():
        if declaration.kind == "gwp":
            yield _gwp_set(types, declaration)


def _gwp_set(types: Typing, declaration: Declaration) -> GwpSet:
    node = declaration.node
    assert isinstance(node, tree.Named)
    entries: list[tuple[str, str, Fraction]] = []
    for row in of_kind(declaration.items, tree.Row):
        keys = [key_text(key) for key in row.keys]
        number = _potential(types, row, entries)
        if number is None:
            text = types.words(row.span)
            types.faults.append(
                at(WRONG_KIND, row.span, what=text, kind=text, wanted=Text(zh="数", en="a number"))
            )
            continue
        entries.append((keys[0], keys[1] if len(keys) > 1 else "", number))
    return GwpSet(
        name=declaration.name,
        label=label_of(node.label, declaration.name),
        horizon=field_text(fields(declaration.items), "horizon").en,
        entries=tuple(entries),
        notes=notes(declaration.items),
    )


def _potential(
    types: Typing, row: tree.Row, above: list[tuple[str, str, Fraction]]
) -> Fraction | None:
    """Give one entry; it may use the entries above it by name."""
    if isinstance(row.value, tree.Words):
        return None
    known = {gas: typed.Number(value=v, written=str(v), unit=types.measure(None)) for gas, _, v in above}
    types.parameters = dict[str, Expression](known)
    value = types.expression(row.value, "")
    types.parameters = {}
    return constant(value) if value is not None else None
