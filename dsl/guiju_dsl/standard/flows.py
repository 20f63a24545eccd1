"""Check the flows and emissions of unit processes."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import at
from guiju_dsl.names.codes import UNKNOWN_NAME
from guiju_dsl.names.gases import chosen_by, origin_of
from guiju_dsl.names.items import label_words, type_of
from guiju_dsl.names.model import Declaration, label_of, text_of
from guiju_dsl.names.near import near
from guiju_dsl.standard.attributes import attribute, flag, notes, of_kind
from guiju_dsl.standard.codes import FACTOR_BESIDE_STANDARD, UNIT_MISMATCH
from guiju_dsl.standard.collected import guard, process_of
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.assigning import assigned
from guiju_dsl.standard.formulas.used import used
from guiju_dsl.standard.kinds import CLIMATE, unit_of_type
from guiju_dsl.standard.model import Emission, Flow
from guiju_dsl.syntax import tree
from guiju_runtime.units import PLAIN_NUMBER, Unit, quotient


def flow(types: Typing, declaration: Declaration, node: tree.Flow) -> Flow:
    """Check one flow with its factor, its sources and its share."""
    items, unit = declaration.items, unit_of_type(node.type)
    group = types.group_of(declaration.path)
    per_unit = quotient(CLIMATE, unit)
    return Flow(
        path=declaration.path,
        name=declaration.name,
        label=label_of(flow_label(types, declaration), declaration.name),
        kind=node.kind,
        unit=unit,
        process=process_of(types, declaration.path),
        group=group,
        factor=_factor(types, declaration, per_unit, group),
        sources=tuple(_sources(types, declaration)),
        share=_rated(types, attribute(items, "share"), PLAIN_NUMBER, group),
        substitute=_rated(types, attribute(items, "substitute"), per_unit, group),
        origin=origin_of(declaration),
        only_when=guard(types, declaration, group),
        optional=flag(items, "optional"),
        notes=notes(items),
        span=node.name.span,
    )


def flow_label(types: Typing, declaration: Declaration) -> tree.Words | None:
    """Give the label of a flow; without one, that of the flow it is drawn from."""
    own = label_words(declaration.node)
    if own is not None:
        return own
    source = types.names.declarations.get(types.index.source_of(declaration))
    return label_words(source.node) if source is not None else None


def _factor(types: Typing, declaration: Declaration, unit: Unit, group: str) -> Expression | None:
    """Give the factor of a flow: its own, or the footprint of the product of another standard."""
    own = attribute(declaration.items, "factor")
    for path, product in _used_products(types, declaration):
        parts = tuple(part.text for part in path.parts)
        reference = types.index.in_used((parts[0], product.name, "intensity"))
        if own is not None and reference is not None:
            factor = types.words(own.span)
            fault = at(
                FACTOR_BESIDE_STANDARD,
                own.span,
                name=declaration.path,
                standard=parts[0],
                tiers=f"{reference.path} else {factor}",
            )
            types.faults.append(fault)
            return None
        if reference is not None:
            value = used(types, reference, path.span)
            return assigned(types, path, value, unit) if value is not None else None
    return _rated(types, own, unit, group)


def _used_products(
    types: Typing, declaration: Declaration
) -> Iterator[tuple[tree.Path, Declaration]]:
    """Give the products of other standards that a flow is drawn from."""
    for item in of_kind(declaration.items, tree.From):
        for path in item.paths:
            parts = tuple(part.text for part in path.parts)
            product = types.index.used_product(parts, declaration.name)
            if product is not None:
                yield path, product


def _rated(
    types: Typing, node: tree.Expression | None, unit: Unit, group: str
) -> Expression | None:
    """Type a factor, credit or share, which must be in ``unit``."""
    value = types.expression(node, group) if node is not None else None
    if node is None or value is None:
        return None
    return assigned(types, node, value, unit)


def _sources(types: Typing, declaration: Declaration) -> Iterator[tuple[str, str]]:
    """Give process and path of each product flow that a flow is drawn from."""
    for item in of_kind(declaration.items, tree.From):
        for path in item.paths:
            parts = tuple(part.text for part in path.parts)
            supplied = types.index.supplied(parts, declaration.name)
            if supplied is None:
                if types.index.used_product(parts, declaration.name) is None:
                    fault_source(types, path)
                continue
            yield process_of(types, supplied.path), supplied.path
            _same_measure(types, declaration, supplied, path)


def fault_source(types: Typing, path: tree.Path) -> None:
    """Report a name that is no process or flow."""
    known = [d.path for d in types.names.declarations.values() if d.kind in ("process", "flow")]
    known += [
        f"{name}.{d.name}"
        for name, standard in types.names.used.items()
        for d in standard.declarations.values()
        if d.kind == "product"
    ]
    likely = near(path.text, known)
    fault = at(UNKNOWN_NAME, path.span, name=path.text, near=likely, hint=bool(likely))
    types.faults.append(fault)


def _same_measure(types: Typing, user: Declaration, supplied: Declaration, path: tree.Path) -> None:
    """Report a source that is measured in another dimension than what is drawn from it."""
    own, other = unit_of_type(type_of(user.node)), unit_of_type(type_of(supplied.node))
    if own.dimension != other.dimension:
        fault = at(
            UNIT_MISMATCH,
            path.span,
            what=supplied.path,
            unit=other.text,
            wanted=own.text,
            way="",
            hint=False,
        )
        types.faults.append(fault)


def emission(types: Typing, declaration: Declaration, node: tree.Emission) -> Emission:
    """Check one direct emission; its gas is fixed, or chosen by a datum."""
    group = types.group_of(declaration.path)
    datum = chosen_by(declaration, types.index)
    chosen = types.reading(datum, types.group_of(datum.path)) if datum is not None else None
    label = text_of(node.label) if node.label is not None else label_of(None, declaration.name)
    return Emission(
        path=declaration.path,
        name=declaration.name,
        label=label,
        gas="" if chosen is not None else node.gas.text,
        chosen=chosen,
        unit=unit_of_type(node.type),
        process=process_of(types, declaration.path),
        group=group,
        origin=origin_of(declaration),
        only_when=guard(types, declaration, group),
        notes=notes(declaration.items),
        span=node.gas.span,
    )
