"""Type look-ups in factor tables."""

from fractions import Fraction

from guiju_dsl.diagnostics import at
from guiju_dsl.names.items import key_text
from guiju_dsl.names.mentions import DATED_KEYS, OTHER
from guiju_dsl.names.model import Declaration, ToDeclaration, ToOption
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.attributes import of_kind
from guiju_dsl.standard.codes import NO_ROW, WRONG_ARGUMENTS
from guiju_dsl.standard.expressions import Expression, kind_of
from guiju_dsl.standard.formulas.conditions import choice_of
from guiju_dsl.standard.formulas.exact import exactly
from guiju_dsl.standard.formulas.typing import Typing
from guiju_dsl.standard.kinds import KIND_WORDS, unit_of_type
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text


def lookup(types: Typing, node: tree.Lookup, row: str) -> Expression | None:
    """Type ``table[keys]``; what is written as a constant must have a row."""
    reference = types.names.references.get(node.table.span)
    found = [types.expression(key, row) for key in node.keys]
    keys = tuple(key for key in found if key is not None)
    if not isinstance(reference, ToDeclaration) or len(keys) < len(found):
        return None
    table = types.names.declarations[reference.path]
    if not isinstance(table.node, tree.Factor) or len(keys) != len(table.node.keys):
        usage = _usage(table.node, node.table.text)
        fault = at(WRONG_ARGUMENTS, node.span, function=node.table.text, usage=usage)
        types.faults.append(fault)
        return None
    if not _keys_fit(types, node, table.node, keys):
        return None
    _rows_exist(types, node, table)
    return typed.TableLookup(table=table.path, keys=keys, unit=unit_of_type(table.node.type))


def whole_table(types: Typing, node: tree.Path, table: Declaration) -> Expression | None:
    """Type a factor that is read without keys, which it must not have."""
    factor = table.node
    if not isinstance(factor, tree.Factor):
        return None
    if factor.keys:
        usage = _usage(factor, node.text)
        types.faults.append(at(WRONG_ARGUMENTS, node.span, function=node.text, usage=usage))
        return None
    return typed.TableLookup(table=table.path, keys=(), unit=unit_of_type(factor.type))


def _usage(node: tree.Item, name: str) -> str:
    keys = ", ".join(key.text for key in node.keys) if isinstance(node, tree.Factor) else ""
    return f"{name}[{keys}]" if keys else name


def _keys_fit(
    types: Typing, node: tree.Lookup, table: tree.Factor, keys: tuple[Expression, ...]
) -> bool:
    """Tell whether each key is of its column; report those that are not."""
    fit = True
    for written, column, key in zip(node.keys, table.keys, keys, strict=True):
        if column.text in DATED_KEYS:
            fits, wanted = kind_of(key) in ("number", "year", "date"), KIND_WORDS["year"]
        else:
            fits = kind_of(key) == "choice" and _options_fit(types, key, column.text)
            wanted = Text(zh=f"{column.text} 的选项", en=f"an option of {column.text}")
        if not fits:
            types.fault_kind(written.span, KIND_WORDS[kind_of(key)], wanted)
        fit = fit and fits
    return fit


def _options_fit(types: Typing, key: Expression, choice: str) -> bool:
    own = choice_of(key)
    if not own or own == choice:
        return True
    return set(types.index.options(own)) <= set(types.index.options(choice))


def _rows_exist(types: Typing, node: tree.Lookup, table: Declaration) -> None:
    """Report a key, written as a constant, for which the table has no row."""
    if isinstance(table.node, tree.Factor) and table.node.value is not None:
        return
    rows = [row.keys for row in of_kind(table.items, tree.Row)]
    for column, key in enumerate(node.keys):
        constant = _constant(types, key)
        matching = [row for row in rows if _matches(row, column, constant)]
        if not matching:
            known = dict.fromkeys(key_text(row[column]) for row in rows if column < len(row))
            words = types.words(key.span)
            fault = at(NO_ROW, key.span, table=table.path, key=words, known=", ".join(known))
            types.faults.append(fault)
            return
        rows = matching


def _constant(types: Typing, key: tree.Expression) -> Fraction | str | None:
    """Give a key that is written out: a year, or the name of an option."""
    if isinstance(key, tree.Quantity):
        return exactly(key.number)
    reference = types.names.references.get(key.span)
    return reference.name if isinstance(reference, ToOption) else None


def _matches(row: tuple[tree.Key, ...], column: int, constant: Fraction | str | None) -> bool:
    """Tell whether ``row`` may be the one looked up: for a year, the newest not after it."""
    own = row[column].value if column < len(row) else None
    match own, constant:
        case tree.Quantity(), Fraction():
            return exactly(own.number) <= constant
        case tree.Path(), str():
            return own.text in (constant, OTHER)
        case _:
            return True
