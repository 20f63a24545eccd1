"""Check sets of global warming potentials."""

from collections.abc import Iterator
from fractions import Fraction

from guiju_dsl.names.items import key_text, label_words
from guiju_dsl.names.model import Declaration, label_of
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.attributes import field_text, fields, notes, of_kind
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.assigning import assigned
from guiju_dsl.standard.kinds import A_CONSTANT, A_FORMULA, A_NUMBER, KIND_WORDS
from guiju_dsl.standard.model import GwpSet
from guiju_dsl.syntax import tree
from guiju_runtime.units import PLAIN_NUMBER


def gwp_sets(types: Typing) -> Iterator[GwpSet]:
    """Check every set of global warming potentials."""
    for declaration in types.names.declarations.values():
        if declaration.kind == "gwp":
            yield types.once(_gwp_set, declaration)


def _gwp_set(types: Typing, declaration: Declaration) -> GwpSet:
    return GwpSet(
        name=declaration.name,
        label=label_of(label_words(declaration.node), declaration.name),
        horizon=field_text(fields(declaration.items), "horizon").en,
        entries=tuple(_entries(types, declaration)),
        blends=tuple(_blends(types, declaration)),
        notes=notes(declaration.items),
    )


def _entries(types: Typing, declaration: Declaration) -> Iterator[tuple[str, str, Fraction]]:
    """Give gas, origin and potential [kgCO2e/kg]; an entry may use those above it by name."""
    before, types.parameters = types.parameters, {}
    for row in of_kind(declaration.items, tree.Row):
        potential = _potential(types, row)
        if potential is None:
            continue
        gas, origin, *_ = (*(key_text(key) for key in row.keys), "", "")
        number = typed.Number(value=potential, written=str(potential), unit=PLAIN_NUMBER)
        types.parameters[gas] = number
        yield gas, origin, potential
    types.parameters = before


def _blends(types: Typing, declaration: Declaration) -> Iterator[tuple[str, Expression]]:
    """Give the entries that are made of others, such as a blend of refrigerants by mass."""
    before, types.parameters = types.parameters, {}
    for row in of_kind(declaration.items, tree.Row):
        gas = key_text(row.keys[0])
        if not isinstance(row.value, tree.Words | tree.Quantity):
            value = types.number(row.value, "")
            if value is not None:
                yield gas, value
        types.parameters[gas] = typed.Parameter(name=gas, kind="number", unit=PLAIN_NUMBER)
    types.parameters = before


def _potential(types: Typing, row: tree.Row) -> Fraction | None:
    if isinstance(row.value, tree.Words):
        types.fault_kind(row.value.span, KIND_WORDS["text"], A_NUMBER)
        return None
    before = len(types.faults)
    value = types.number(row.value, "")
    own = assigned(types, row.value, value, PLAIN_NUMBER) if value is not None else None
    number = constant(own) if own is not None else None
    if number is None and len(types.faults) == before:
        types.fault_kind(row.value.span, A_FORMULA, A_CONSTANT)
    return number
