"""Check unit processes with their flows, emissions, data and formulas."""

from collections.abc import Iterator
from fractions import Fraction

from guiju_dsl.diagnostics import at
from guiju_dsl.names.declaring import walk
from guiju_dsl.names.model import Declaration, ToDeclaration, label_of, text_of
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.attributes import attribute, field_text, fields, flag, notes, of_kind
from guiju_dsl.standard.codes import OPTIONAL_AND_DEFAULT, UNIT_MISMATCH, WRONG_KIND
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import Datum, Emission, Flow, Formula, Group, Process
from guiju_dsl.standard.typing import KIND_WORDS, YEARS, Typing, in_unit, is_bare
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.units import PLAIN_NUMBER, Unit, parse_unit, quotient

CLIMATE = parse_unit("kgCO2e")


def process_of(names: dict[str, Declaration], path: str) -> str:
    """Give the process in which ``path`` stands, or an empty text."""
    first = path.partition(".")[0]
    found = names.get(first)
    return first if found is not None and found.kind == "process" else ""


def options_of(types: Typing, declaration: Declaration) -> tuple[tuple[str, Text], ...]:
    """Give the members of the choice that a datum is of, with their labels."""
    type_ = getattr(declaration.node, "type", None)
    if not isinstance(type_, tree.Type) or type_.kind != "choice":
        return ()
    options = type_.options
    if type_.choice is not None:
        named = types.names.declarations.get(type_.choice.text)
        if named is None or not isinstance(named.node, tree.Choice):
            types.faults.append(
                at(
                    WRONG_KIND,
                    type_.choice.span,
                    what=type_.choice.text,
                    kind=Text(zh="未知名称", en="unknown"),
                    wanted=KIND_WORDS["choice"],
                )
            )
            return ()
        options = named.node.options
    return tuple((o.name.text, label_of(o.label, o.name.text)) for o in options)


def data(types: Typing) -> Iterator[Datum]:
    """Check every collected value: ``data``, and amounts without a formula."""
    for declaration in types.names.declarations.values():
        node = declaration.node
        collected = isinstance(node, tree.Flow | tree.Emission) and node.value is None
        if declaration.kind == "data" or collected:
            yield _datum(types, declaration, amount=collected)


def _datum(types: Typing, declaration: Declaration, *, amount: bool) -> Datum:
    node, items = declaration.node, declaration.items
    type_ = node.type  # type: ignore[union-attr]
    unit = types.measure(type_)
    group = types.group_of(declaration.path)
    optional = flag(items, "optional")
    default = attribute(items, "default")
    if optional and default is not None:
        types.faults.append(at(OPTIONAL_AND_DEFAULT, default.span, name=declaration.path))
    return Datum(
        path=declaration.path,
        label=label_of(node.label, declaration.name),  # type: ignore[union-attr]
        kind=types.kind(type_),
        unit=unit,
        options=options_of(types, declaration),
        process=process_of(types.names.declarations, declaration.path),
        group=group,
        optional=optional,
        default=_fitted(types, default, unit, group) if default is not None else None,
        only_when=_guard(types, declaration, group),
        valid_years=_valid(types, items),
        unique=flag(items, "unique"),
        amount=amount,
        notes=notes(items),
        span=node.span,
    )


def _guard(types: Typing, declaration: Declaration, group: str) -> Expression | None:
    """Give the condition under which a thing exists, that of the flow around it included."""
    own = attribute(declaration.items, "only_when")
    if own is not None:
        return types.condition(own, group)
    owner = types.names.declarations.get(declaration.path.rpartition(".")[0])
    if owner is not None and owner.kind == "flow":
        return _guard(types, owner, group)
    return None


def _fitted(types: Typing, node: tree.Expression, unit: Unit, group: str) -> Expression | None:
    """Type a value in ``unit``; a bare number takes it."""
    value = types.expression(node, group)
    if value is None or typed.kind_of(value) not in ("number", "year"):
        return value
    if is_bare(value):
        return typed.Number(value=value.value, written=value.written, unit=unit)  # type: ignore[union-attr]
    return types.fitted(node, value, unit)


def _valid(types: Typing, items: tuple[tree.Item, ...]) -> Fraction | None:
    node = attribute(items, "valid")
    value = types.number(node, "") if node is not None else None
    if node is None or value is None:
        return None
    years = in_unit(value, YEARS)
    if isinstance(years, typed.Converted) and isinstance(years.operand, typed.Number):
        return years.operand.value * years.ratio
    if isinstance(years, typed.Number):
        return years.value
    types.fault_unit(node, typed.unit_of(value), "a")
    return None


def formulas(types: Typing) -> Iterator[Formula]:
    """Check every calculated value: ``let`` and amounts with a formula."""
    for declaration in types.names.declarations.values():
        node = declaration.node
        if isinstance(node, tree.Let) and node.parameters:
            continue
        if isinstance(node, tree.Let | tree.Result) or (
            isinstance(node, tree.Flow | tree.Emission) and node.value is not None
        ):
            formula = _formula(types, declaration)
            if formula is not None:
                yield formula


def _formula(types: Typing, declaration: Declaration) -> Formula | None:
    node = declaration.node
    group = types.group_of(declaration.path)
    value = types.expression(node.value, group)  # type: ignore[union-attr,arg-type]
    if value is None:
        return None
    type_ = node.type  # type: ignore[union-attr]
    kind = typed.kind_of(value) if type_ is None else types.kind(type_)
    unit = typed.unit_of(value) if type_ is None else typed.unit_of(types.reading(declaration, ""))
    if kind in ("number", "year") and type_ is not None:
        fitted = assigned(types, node.value, value, unit)  # type: ignore[union-attr,arg-type]
        if fitted is None:
            return None
        value = fitted
    return Formula(
        path=declaration.path,
        label=label_of(node.label, declaration.name),  # type: ignore[union-attr]
        kind=kind,
        unit=unit,
        value=value,
        written=types.written(node.value.span),  # type: ignore[union-attr]
        process=process_of(types.names.declarations, declaration.path),
        group=group,
        only_when=_guard(types, declaration, group),
        notes=notes(declaration.items),
        span=node.span,
    )


def assigned(
    types: Typing, node: tree.Expression, value: Expression, unit: Unit
) -> Expression | None:
    """Give ``value`` in the unit of the thing it is assigned to, or say what to change."""
    if is_bare(value) and isinstance(value, typed.Number):
        return typed.Number(value=value.value, written=value.written, unit=unit)
    fitted = in_unit(value, unit)
    if fitted is None:
        own = typed.unit_of(value)
        way = _way_out(own, unit)
        types.faults.append(
            at(
                UNIT_MISMATCH,
                node.span,
                what=types.words(node.span),
                unit=own.text or "1",
                wanted=_wanted(unit),
                way=way,
                hint=bool(way.zh),
            )
        )
    return fitted


def _wanted(unit: Unit) -> str:
    """Name a unit together with the substance that is asked for."""
    if unit.substance and unit.substance[0][0] not in unit.text:
        return f"{unit.text}（{'·'.join(name for name, _ in unit.substance)}）"
    return unit.text or "1"


def _way_out(own: Unit, wanted: Unit) -> Text:
    """Say how to get from one unit to the other where that is known."""
    if own.dimension == wanted.dimension and own.substance == (("C", 1),):
        return Text(zh="乘以 44 / 12，把碳换算成二氧化碳", en="multiply by 44 / 12 to turn carbon into CO2")
    missing = quotient(wanted, own)
    if missing.dimension:
        return Text(
            zh=f"还要乘以一个单位为 {missing.text} 的量，或换用别的因子",
            en=f"multiply by something in {missing.text}, or choose another factor",
        )
    return Text(zh="", en="")


def processes(types: Typing) -> Iterator[Process]:
    """Check every unit process."""
    for declaration in types.names.declarations.values():
        if isinstance(declaration.node, tree.Process):
            yield _process(types, declaration, declaration.node)


def _process(types: Typing, declaration: Declaration, node: tree.Process) -> Process:
    inside = tuple(walk(declaration.members))
    guard = attribute(declaration.items, "only_when")
    flows = tuple(_flow(types, d, declaration.path) for d in inside if d.kind == "flow")
    return Process(
        path=declaration.path,
        label=label_of(node.label, declaration.name),
        text=field_text(fields(declaration.items), "text"),
        stage=declaration.stage,
        only_when=types.condition(guard, "") if guard is not None else None,
        per=types.number(node.amount, "") if node.amount is not None else None,
        product=node.product.text if node.product is not None else "",
        groups=tuple(_group(types, d, declaration.path) for d in inside if d.kind == "each"),
        flows=flows,
        emissions=tuple(_emission(types, d, declaration.path) for d in inside if d.kind == "emission"),
        bases=tuple(_bases(types, declaration, flows)),
        allocation=_allocation_words(declaration),
        notes=notes(declaration.items),
        span=node.name.span,
    )


def _allocation_words(declaration: Declaration) -> Text:
    node = attribute(declaration.items, "allocate_by")
    name = node.text if isinstance(node, tree.Path) else ""
    return Text(zh=name, en=name.replace("_", " "))


def _group(types: Typing, declaration: Declaration, process: str) -> Group:
    node = declaration.node
    assert isinstance(node, tree.Each)
    bounds = node.rows if isinstance(node.rows, tree.Range) else None
    return Group(
        path=declaration.path,
        name=declaration.name,
        label=label_of(node.label, declaration.name),
        process=process,
        low=types.number(bounds.low, "") if bounds is not None else None,
        high=types.number(bounds.high, "") if bounds is not None else None,
        span=node.name.span,
    )


def _flow(types: Typing, declaration: Declaration, process: str) -> Flow:
    node, items = declaration.node, declaration.items
    assert isinstance(node, tree.Flow)
    group = types.group_of(declaration.path)
    unit = types.measure(node.type)
    per_unit = quotient(CLIMATE, unit)
    origin = next(iter(of_kind(items, tree.Origin)), None)
    share = attribute(items, "share")
    return Flow(
        path=declaration.path,
        name=declaration.name,
        label=label_of(node.label or _label_of_source(types, declaration), declaration.name),
        kind=node.kind,
        unit=unit,
        process=process,
        group=group,
        factor=_rated(types, attribute(items, "factor"), per_unit, group),
        sources=tuple(_sources(types, declaration)),
        share=_rated(types, share, PLAIN_NUMBER, group),
        substitute=_rated(types, attribute(items, "substitute"), per_unit, group),
        origin=origin.name.text if origin is not None else "fossil",
        only_when=_guard(types, declaration, group),
        optional=flag(items, "optional"),
        notes=notes(items),
        span=node.name.span,
    )


def _label_of_source(types: Typing, declaration: Declaration) -> tree.Words | None:
    """Give the label of the flow that an input without one is drawn from."""
    source = types.names.declarations.get(types.index.source_of(declaration))
    return getattr(source.node, "label", None) if source is not None else None


def _rated(
    types: Typing, node: tree.Expression | None, unit: Unit, group: str
) -> Expression | None:
    """Type a factor, credit or share, which must be in ``unit``."""
    if node is None:
        return None
    value = types.expression(node, group)
    return assigned(types, node, value, unit) if value is not None else None


def _sources(types: Typing, declaration: Declaration) -> Iterator[tuple[str, str]]:
    for item in of_kind(declaration.items, tree.From):
        for path in item.paths:
            parts = tuple(part.text for part in path.parts)
            supplied = types.index.supplied(parts, declaration.name)
            if supplied is None:
                types.fault_source(path)
                continue
            yield supplied.path.partition(".")[0], supplied.path
            _same_measure(types, declaration, supplied, path)


def _same_measure(
    types: Typing, user: Declaration, supplied: Declaration, path: tree.Path
) -> None:
    own, other = types.measure(user.node.type), types.measure(supplied.node.type)  # type: ignore[union-attr]
    if own.dimension != other.dimension:
        types.faults.append(
            at(
                UNIT_MISMATCH,
                path.span,
                what=supplied.path,
                unit=other.text,
                wanted=own.text,
                way="",
                hint=False,
            )
        )


def _emission(types: Typing, declaration: Declaration, process: str) -> Emission:
    node, items = declaration.node, declaration.items
    assert isinstance(node, tree.Emission)
    group = types.group_of(declaration.path)
    origin = next(iter(of_kind(items, tree.Origin)), None)
    found = types.index.find(declaration.path, (node.gas.text,), "")
    chosen = None
    if isinstance(found, ToDeclaration) and found.path != declaration.path:
        chosen = types.chosen(types.names.declarations[found.path], group)
    gas = "" if chosen is not None else node.gas.text
    label = text_of(node.label) if node.label is not None else label_of(None, declaration.name)
    return Emission(
        path=declaration.path,
        name=declaration.name,
        label=label,
        gas=gas,
        chosen=chosen,
        unit=types.measure(node.type),
        process=process,
        group=group,
        origin=origin.name.text if origin is not None else "fossil",
        only_when=_guard(types, declaration, group),
        notes=notes(items),
        span=node.gas.span,
    )


def _bases(
    types: Typing, declaration: Declaration, flows: tuple[Flow, ...]
) -> Iterator[tuple[str, Expression]]:
    """Type the allocation basis for each product: amount times the property that it names."""
    node = attribute(declaration.items, "allocate_by")
    products = [f for f in flows if f.kind in ("output", "coproduct")]
    if node is None or len(products) < 2:
        return
    first: Expression | None = None
    for flow in products:
        amount = types.reading(types.names.declarations[flow.path], flow.group)
        factor = types.basis(node, flow.path)
        if factor is None:
            continue
        basis = factor if factor == "mass" else _times(amount, factor)
        value = amount if basis == "mass" else basis
        if first is None:
            first = value  # type: ignore[assignment]
        aligned = types.aligned(node, first, node, value)  # type: ignore[arg-type]
        if aligned is not None:
            yield flow.path, aligned[1]


def _times(amount: Expression, factor: Expression) -> Expression:
    from guiju_runtime.units import product

    return typed.Arithmetic(
        operator="*",
        left=amount,
        right=factor,
        kind="number",
        unit=product(typed.unit_of(amount), typed.unit_of(factor)),
    )
