"""Worked examples: data in the form of a declaration, and what is expected of them."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from guiju_dsl.names.declaring import walk
from guiju_dsl.names.model import Declaration, NamedStandard, label_of
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.attributes import fields, of_kind, value_text
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.model import Example, Expected
from guiju_dsl.syntax import tree
from guiju_runtime.units import Unit

Given = dict[str, Any]


def examples(types: Typing) -> Iterator[Example]:
    """Check every worked example of the main document."""
    for declaration in types.names.declarations.values():
        if declaration.kind == "example":
            yield _example(types, declaration)


def _example(types: Typing, declaration: Declaration) -> Example:
    node = declaration.node
    assert isinstance(node, tree.Named)
    given = next(iter(of_kind(declaration.items, tree.GivenData)), None)
    return Example(
        name=declaration.name,
        label=label_of(node.label, declaration.name),
        file=_file(given),
        given=_declaration(types.names, declaration),
        expected=tuple(_expected(types, declaration)),
        span=node.span,
    )


def _file(given: tree.GivenData | None) -> str:
    if given is None or given.file is None:
        return ""
    return given.file.plain or given.file.en or given.file.zh or ""


def _expected(types: Typing, declaration: Declaration) -> Iterator[Expected]:
    """Give every expectation as a test; one of a number has a tolerance."""
    for item in of_kind(declaration.items, tree.Provision):
        holds = types.condition(item.condition, "") if item.condition is not None else None
        if item.condition is not None and holds is not None:
            yield _expectation(types, item.condition, holds)


def _expectation(types: Typing, node: tree.Expression, holds: typed.Expression) -> Expected:
    value, (number, within) = _about(holds), _number(holds)
    name, written = types.words(node.span), ""
    if isinstance(node, tree.Comparison) and value is not holds:
        name, written = types.words(node.left.span), _wanted(types, node)
    if isinstance(holds, typed.Compared) and number is not None and holds.within is None:
        holds = replace(holds, within=_constant(within, typed.unit_of(holds.left)))
    return Expected(
        name=name,
        written=written,
        holds=holds,
        value=value,
        number=number,
        within=within,
        unit=typed.unit_of(value),
    )


def _about(holds: typed.Expression) -> typed.Expression:
    """Give the value that a test is about, or the test itself."""
    match holds:
        case typed.Compared():
            return holds.left
        case typed.InRange() | typed.IsOneOf():
            return holds.value
        case _:
            return holds


def _number(holds: typed.Expression) -> tuple[Fraction | None, Fraction]:
    """Give the number that a test asks for with its tolerance, without one a part in 10^9."""
    if not isinstance(holds, typed.Compared) or holds.operator != "=":
        return None, Fraction(0)
    number = constant(holds.right)
    within = constant(holds.within) if holds.within is not None else None
    if number is None:
        return None, Fraction(0)
    return number, within if within is not None else abs(number) / 10**9


def _constant(value: Fraction, unit: Unit) -> typed.Number:
    return typed.Number(value=value, written="", unit=unit)


def _wanted(types: Typing, node: tree.Comparison) -> str:
    """Write what is expected of the value: ``low``, ``<= 5 t``."""
    right = types.words(node.right.span)
    return right if node.operator in ("=", "is") else f"{node.operator} {right}"


YEAR = ("year", "年份")
"""The calendar year that an example is about, in either language."""


def _declaration(names: NamedStandard, declaration: Declaration) -> Given:
    """Give the rows of ``given { … }`` in the form of a declaration file."""
    declared = {d.path: d.kind for d in walk(names.top)}
    groups = {path for path, kind in declared.items() if kind == "each"}
    data: Given = {}
    for item in of_kind(declaration.items, tree.GivenData):
        if item.block is not None:
            data = _filled(names, item.block.items, data, "", groups)
    years = next((data.pop(name) for name in YEAR if name in data and name not in declared), None)
    header: Given = {name: data.pop(name) for name in ("company", "site", "region") if name in data}
    if years is not None:
        header["period"] = {"from": f"{years}-01-01", "to": f"{years}-12-31"}
    return {"standard": names.head.name.text, "declaration": header, "data": data} if data else {}


def _filled(
    names: NamedStandard, items: tuple[tree.Item, ...], start: Given, path: str, groups: set[str]
) -> Given:
    data = dict(start)
    fresh: set[str] = set()
    for item in items:
        match item:
            case tree.Extends():
                base = names.declarations.get(f"example:{item.path.text}")
                data = {**data, **_base(names, base, groups)}
            case tree.Row():
                data[".".join(_key(key) for key in item.keys)] = _value(item.value, item.block)
            case tree.Group():
                _group(names, item, data, path, groups, fresh)
            case _:
                pass
    return data


def _base(names: NamedStandard, base: Declaration | None, groups: set[str]) -> Given:
    data: Given = {}
    for item in of_kind(base.items if base is not None else (), tree.GivenData):
        if item.block is not None:
            data = _filled(names, item.block.items, data, "", groups)
    return data


def _group(
    names: NamedStandard,
    item: tree.Group,
    data: Given,
    path: str,
    groups: set[str],
    fresh: set[str],
) -> None:
    """Put a group into ``data``: a row of an ``each``, or the members of a process or flow."""
    name = item.path.text
    inner = f"{path}.{name}" if path else name
    if inner in groups:
        row = _filled(names, item.block.items, {}, inner, groups)
        data[name] = [*(data.get(name, []) if inner in fresh else []), row]
        fresh.add(inner)
        return
    start = data.get(name, {})
    data[name] = _filled(
        names, item.block.items, start if isinstance(start, dict) else {}, inner, groups
    )


def _key(key: tree.Key) -> str:
    return key.value.number if isinstance(key.value, tree.Quantity) else key.value.text


def _value(value: tree.Expression | tree.Words, block: tree.Block | None) -> object:
    """Give a collected value as a declaration file would say it."""
    plain = _plain(value)
    if block is None:
        return plain
    about: Given = {"value": plain}
    for item in block.items:
        if isinstance(item, tree.Flag) and item.kind in ("primary", "site", "secondary"):
            about["quality"] = item.kind
        if isinstance(item, tree.Remark) and item.kind == "source":
            about["source"] = item.words.plain or item.words.zh or item.words.en
        if isinstance(item, tree.Attribute) and item.kind == "uncertainty":
            about["uncertainty"] = _spread(item.value)
    return about | {name: value_text(f.values[0]).en for name, f in fields(block.items).items()}


def _spread(value: tree.Expression) -> object:
    """Give an uncertainty as a declaration file would say it."""
    if isinstance(value, tree.Call):
        arguments = ", ".join(str(_plain(argument.value)) for argument in value.arguments)
        return f"{value.function.text}({arguments})"
    return _plain(value)


def _plain(value: tree.Expression | tree.Words) -> object:
    match value:
        case tree.Words():
            return value.plain or value.zh or value.en or ""
        case tree.Quantity():
            return f"{value.number} {value.unit.text}" if value.unit is not None else value.number
        case tree.YesNo():
            return value.value
        case tree.Path() | tree.Date():
            return value.text
        case tree.Negative(operand=tree.Quantity() as number):
            return f"-{_plain(number)}"
        case _:
            return ""
