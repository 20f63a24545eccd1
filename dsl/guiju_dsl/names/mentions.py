"""Every name outside formulas means something: of choices, keys, products, sets, origins."""

from collections.abc import Iterable, Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.codes import KEY_NOT_NAMED
from guiju_dsl.names.items import type_of
from guiju_dsl.names.lookup import Index
from guiju_dsl.names.model import Declaration
from guiju_dsl.names.references import unknown
from guiju_dsl.syntax import tree

DATED_KEYS = ("year", "date", "年份", "日期")
ORIGINS = ("fossil", "biogenic", "land_use", "aircraft")
PARTS_OF_PROCESS = ("inputs", "emissions")
OTHER = "other"


def names_are_known(declaration: Declaration, index: Index) -> Iterator[Diagnostic]:
    """Report names of ``declaration`` that nothing is called by, its members apart."""
    yield from _choices(declaration, index)
    node = declaration.node
    if isinstance(node, tree.Factor):
        yield from _keys(node, declaration.items, index)
    if isinstance(node, tree.Process) and node.product is not None:
        yield from _listed(node.product, index.of_kind("product"))
    for item in declaration.items:
        if isinstance(item, tree.Origin):
            yield from _listed(item.name, ORIGINS)
    if declaration.kind in ("profile", "boundary"):
        yield from _sets_and_exclusions(declaration, index)
    if declaration.kind == "example":
        yield from _example(declaration, index)


def sets_are_known(heads: Iterable[tree.Document], index: Index) -> Iterator[Diagnostic]:
    """Report sets of potentials that a head selects and nobody declares."""
    for head in heads:
        yield from _sets(head.block.items, index)


def _choices(declaration: Declaration, index: Index) -> Iterator[Diagnostic]:
    node = declaration.node
    types = [type_of(node)]
    if isinstance(node, tree.Let):
        types += [parameter.type for parameter in node.parameters]
    for type_ in types:
        if type_ is not None and type_.choice is not None:
            yield from _listed(type_.choice, index.of_kind("choice"))


def _keys(node: tree.Factor, items: tuple[tree.Item, ...], index: Index) -> Iterator[Diagnostic]:
    """Report keys that are no choice, and rows whose key is no member of it."""
    choices = index.of_kind("choice")
    options: list[frozenset[str]] = []
    for key in node.keys:
        if key.text not in DATED_KEYS:
            yield from _own_options(key, index) or _listed(key, (*choices, "year", "date"))
        options.append(frozenset((*index.options(key.text), OTHER)))
    for row in items:
        if not isinstance(row, tree.Row):
            continue
        for column, own in zip(options, row.keys, strict=False):
            value = own.value
            if isinstance(value, tree.Path) and len(column) > 1 and value.text not in column:
                yield unknown(value, set(column))


def _own_options(key: tree.Name, index: Index) -> tuple[Diagnostic, ...]:
    """Report a key that is a datum with options of its own."""
    for path, found in index.by_path.items():
        if found.name == key.text and found.kind == "data" and index.options(path):
            options = ", ".join(index.options(path))
            choice = f"{key.text}_kinds" if key.text.isascii() else f"{key.text}类别"
            fault = at(KEY_NOT_NAMED, key.span, name=key.text, choice=choice, options=options)
            return (fault,)
    return ()


def _sets_and_exclusions(declaration: Declaration, index: Index) -> Iterator[Diagnostic]:
    yield from _sets(declaration.items, index)
    for item in declaration.items:
        if isinstance(item, tree.Exclude):
            yield from (
                unknown(path, _excludable(index))
                for path in item.paths
                if not _is_part(path, index)
            )


def _sets(items: tuple[tree.Item, ...], index: Index) -> Iterator[Diagnostic]:
    for item in items:
        if isinstance(item, tree.Named) and item.kind == "gwp" and item.name and not item.block:
            yield from _listed(item.name, index.of_kind("gwp"))


def _is_part(path: tree.Path, index: Index) -> bool:
    """Tell whether ``path`` is something that a profile can leave out."""
    owner, _, last = path.text.rpartition(".")
    process = index.by_path.get(owner)
    if last in PARTS_OF_PROCESS and process is not None and process.kind == "process":
        return True
    return path.text in _excludable(index)


def _excludable(index: Index) -> set[str]:
    kinds = ("process", "flow", "emission")
    parts = {path for path, found in index.by_path.items() if found.kind in kinds}
    return parts | set(index.of_kind("stage"))


def _example(declaration: Declaration, index: Index) -> Iterator[Diagnostic]:
    for given in declaration.items:
        block = given.block if isinstance(given, tree.GivenData) else None
        for item in block.items if block is not None else ():
            if isinstance(item, tree.Extends):
                yield from _listed(item.path, index.of_kind("example"))


def _listed(name: tree.Name | tree.Path, known: Iterable[str]) -> Iterator[Diagnostic]:
    if name.text not in (listed := set(known)):
        yield unknown(name, listed)
