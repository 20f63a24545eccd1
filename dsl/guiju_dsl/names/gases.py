"""Every gas emitted has a potential in the set in force."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.codes import NO_GWP_SET, UNKNOWN_GAS
from guiju_dsl.names.items import key_text, type_of
from guiju_dsl.names.lookup import Index
from guiju_dsl.names.model import Declaration, NamedStandard, ToDeclaration
from guiju_dsl.names.near import near
from guiju_dsl.syntax import tree

FOSSIL = "fossil"


def gases_have_potentials(standard: NamedStandard, index: Index) -> Iterator[Diagnostic]:
    """Report emissions of the standard, and under each profile, whose gas the set does not have."""
    own = set_in_force(standard)
    yield from _without_potential(standard, index, own, frozenset())
    yield from _choices_without_potential(standard, index, own)
    for profile in standard.profiles:
        excluded = frozenset(path for path, _ in profile.excluded)
        if profile.gwp and profile.gwp != own:
            yield from _without_potential(profile.standard, index, profile.gwp, excluded)


def set_in_force(standard: NamedStandard) -> str:
    """Give the name of the set that the standard selects, or that of its general rule."""
    heads = (head for head in reversed(standard.heads) if head.kind == "standard")
    selected = (selected_set(head.block.items) for head in heads)
    return next((name for name in selected if name), "")


def selected_set(items: tuple[tree.Item, ...]) -> str:
    """Give the name behind ``gwp`` in a head or profile, or an empty text."""
    for item in items:
        if isinstance(item, tree.Named) and item.kind == "gwp" and item.name is not None:
            return item.name.text
    return ""


def _without_potential(
    standard: NamedStandard, index: Index, name: str, excluded: frozenset[str]
) -> Iterator[Diagnostic]:
    emissions = [
        (declaration, declaration.node)
        for declaration in standard.declarations.values()
        if isinstance(declaration.node, tree.Emission) and not _is_chosen(declaration, index)
        if not _is_excluded(declaration, excluded)
    ]
    table = standard.declarations.get(name)
    if not name and emissions:
        node = emissions[0][1]
        yield at(NO_GWP_SET, node.gas.span, gas=node.gas.text)
    if table is None or table.kind != "gwp":
        return
    known = _entries(table)
    for declaration, node in emissions:
        gas, origin = node.gas.text, origin_of(declaration)
        if (gas, "") not in known and (gas, origin) not in known:
            likely = near(gas, sorted({entry for entry, _ in known} - {gas}))
            yield at(
                UNKNOWN_GAS, node.gas.span, gas=gas, gwp_set=name, near=likely, hint=bool(likely)
            )


def _choices_without_potential(
    standard: NamedStandard, index: Index, name: str
) -> Iterator[Diagnostic]:
    """Report gases that the data may choose and the set in force does not have."""
    table = standard.declarations.get(name)
    if table is None or table.kind != "gwp":
        return
    known = {gas for gas, _ in _entries(table)}
    for declaration in standard.declarations.values():
        node, datum = declaration.node, chosen_by(declaration, index)
        type_ = type_of(datum.node) if datum is not None else None
        if not isinstance(node, tree.Emission) or datum is None or type_ is None:
            continue
        choice = type_.choice.text if type_.choice is not None else datum.path
        for gas in index.options(choice):
            if gas not in known:
                likely = near(gas, sorted(known))
                yield at(
                    UNKNOWN_GAS,
                    node.gas.span,
                    gas=gas,
                    gwp_set=name,
                    near=likely,
                    hint=bool(likely),
                )


def _entries(table: Declaration) -> frozenset[tuple[str, str]]:
    rows = (item for item in table.items if isinstance(item, tree.Row))
    keys = (tuple(key_text(key) for key in row.keys) for row in rows)
    return frozenset((key[0], key[1] if len(key) > 1 else "") for key in keys)


def origin_of(declaration: Declaration) -> str:
    """Give the origin of the gas of an emission or of a factor; fossil unless it is stated."""
    origins = (item.name.text for item in declaration.items if isinstance(item, tree.Origin))
    return next(origins, FOSSIL)


def _is_chosen(declaration: Declaration, index: Index) -> bool:
    """Tell whether the data name the gas."""
    return chosen_by(declaration, index) is not None


def chosen_by(declaration: Declaration, index: Index) -> Declaration | None:
    """Give the datum that names the gas of an emission, if its gas is not fixed."""
    node = declaration.node
    if not isinstance(node, tree.Emission):
        return None
    found = index.find(declaration.path.rpartition(".")[0], (node.gas.text,), "")
    datum = index.by_path.get(found.path) if isinstance(found, ToDeclaration) else None
    return datum if datum is not None and datum.kind == "data" else None


def _is_excluded(declaration: Declaration, excluded: frozenset[str]) -> bool:
    process = declaration.path.partition(".")[0]
    ways = {declaration.path, declaration.stage, process, f"{process}.emissions"}
    return bool(ways & excluded)
