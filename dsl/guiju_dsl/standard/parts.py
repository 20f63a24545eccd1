"""Check the head, the products, the boundary, the quality indicators and the terms."""

from collections.abc import Iterator
from fractions import Fraction

from guiju_dsl.diagnostics import at
from guiju_dsl.names.model import Declaration, label_of, text_of
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.attributes import attribute, field_text, fields, notes, of_kind, remark
from guiju_dsl.standard.codes import NO_PRODUCT, WEIGHTS
from guiju_dsl.standard.model import (
    NO_TEXT,
    Boundary,
    Exclusion,
    Identity,
    Indicator,
    Product,
    Stage,
    Term,
)
from guiju_dsl.standard.processes import assigned
from guiju_dsl.standard.typing import Typing
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text, same_words
from guiju_runtime.units import PLAIN_NUMBER, convert, parse_unit


def identity(head: tree.Document, digest: str) -> Identity:
    """Give what the head of a document says."""
    found = fields(head.block.items)

    def several(name: str) -> tuple[str, ...]:
        values = found[name].values if name in found else ()
        return tuple(v.plain or v.zh or v.en or "" for v in values if isinstance(v, tree.Words))

    selects = (i for i in head.block.items if isinstance(i, tree.Named) and i.kind == "gwp")
    gwp = next((i.name.text for i in selects if i.name is not None), "")
    number = text_of(head.number).zh if head.number is not None else field_text(found, "number").zh
    return Identity(
        id=head.name.text,
        number=number,
        status=field_text(found, "status").en,
        title=field_text(found, "title"),
        issuer=field_text(found, "issuer"),
        drafters=several("drafters"),
        authors=several("authors"),
        ics=field_text(found, "ics").en,
        ccs=field_text(found, "ccs").en,
        issued=field_text(found, "issued").en,
        effective=field_text(found, "effective").en,
        replaces=field_text(found, "replaces").en,
        gwp=gwp,
        biogenic_carbon=field_text(found, "biogenic_carbon").en,
        digest=f"sha256:{digest}" if digest else "",
    )


def stages(types: Typing) -> Iterator[Stage]:
    """Give the stages in order."""
    for declaration in _named(types, "stage"):
        text = field_text(fields(declaration.items), "text")
        yield Stage(name=declaration.name, label=_label(declaration), text=text)


def _named(types: Typing, kind: str) -> Iterator[Declaration]:
    return (d for d in types.names.declarations.values() if d.kind == kind)


def _label(declaration: Declaration) -> Text:
    return label_of(getattr(declaration.node, "label", None), declaration.name)


def products(types: Typing) -> Iterator[Product]:
    """Check every declared product."""
    for declaration in _named(types, "product"):
        unit_of = next(iter(of_kind(declaration.items, tree.UnitOf)), None)
        flow = types.index.producer(declaration.name)
        if flow is None or unit_of is None:
            unit = unit_of.quantity.unit if unit_of is not None else None
            span = getattr(declaration.node, "name", declaration.node).span
            types.faults.append(
                at(NO_PRODUCT, span, name=declaration.name, unit=unit.text if unit else "t")
            )
            continue
        product = _product(types, declaration, unit_of, flow)
        if product is not None:
            yield product


def _product(
    types: Typing, declaration: Declaration, unit_of: tree.UnitOf, flow: Declaration
) -> Product | None:
    flow_unit = types.measure(getattr(flow.node, "type", None))
    text = unit_of.quantity.unit
    unit = parse_unit(text.text) if text is not None else PLAIN_NUMBER
    quantity = Fraction(unit_of.quantity.number)
    stated = attribute(declaration.items, "reference_flow")
    reference: typed.Expression | None
    if stated is not None:
        value = types.number(stated, "")
        reference = assigned(types, stated, value, flow_unit) if value is not None else None
    else:
        number = typed.Number(value=quantity, written=unit_of.quantity.number, unit=unit)
        reference = types.fitted(unit_of.quantity, number, flow_unit)
        if reference is not None:
            in_flow = convert(quantity, unit, flow_unit)
            reference = typed.Number(value=in_flow, written=str(in_flow), unit=flow_unit)
    if reference is None:
        return None
    words = f"{unit_of.quantity.number} {unit.text}".strip()
    return Product(
        name=declaration.name,
        label=_label(declaration),
        basis=unit_of.kind,
        quantity=quantity,
        quantity_unit=unit,
        unit_label=text_of(unit_of.label) if unit_of.label is not None else same_words(words),
        flow=flow.path,
        process=flow.path.partition(".")[0],
        flow_unit=flow_unit,
        reference_flow=reference,
        span=declaration.node.span,
    )


def boundary(types: Typing) -> Boundary:
    """Give the boundary of the standard itself, with every exclusion in prose."""
    found = tuple(_named(types, "boundary"))
    own = [d for d in found if d.home == types.names.head.name.text] or list(found)
    exclusions = tuple(
        Exclusion(what=text_of(item.words), because=text_of(item.because))
        for d in found
        for item in of_kind(d.items, tree.Exclude)
        if item.words is not None
    )
    if not own:
        return Boundary(name="", label=NO_TEXT, text=NO_TEXT, exclusions=exclusions)
    text = field_text(fields(own[0].items), "text")
    return Boundary(name=own[0].name, label=_label(own[0]), text=text, exclusions=exclusions)


def indicators(types: Typing) -> Iterator[Indicator]:
    """Check the data-quality indicators; their weights sum to 1."""
    found = [_indicator(types, declaration) for declaration in _named(types, "indicator")]
    weights = [weight for _, weight in found if weight is not None]
    if weights and sum(weights) != 1:
        span = next(_named(types, "indicator")).node.span
        types.faults.append(at(WEIGHTS, span, sum=f"{float(sum(weights)):g}"))
    for indicator, weight in found:
        share = weight if weight is not None else Fraction(1, len(found))
        yield Indicator(
            name=indicator.name,
            label=indicator.label,
            weight=share,
            levels=indicator.levels,
            notes=indicator.notes,
        )


def _indicator(types: Typing, declaration: Declaration) -> tuple[Indicator, Fraction | None]:
    weight = fields(declaration.items).get("weight")
    stated = weight.values[0] if weight is not None else None
    share = None
    if isinstance(stated, tree.Quantity):
        unit = parse_unit(stated.unit.text) if stated.unit is not None else PLAIN_NUMBER
        share = Fraction(stated.number) * unit.factor
    levels = sorted(of_kind(declaration.items, tree.Level), key=lambda level: int(level.number))
    spreads = [types.expression(level.value, "") for level in levels]
    numbers = [s.value if isinstance(s, typed.Number) else Fraction(1) for s in spreads]
    indicator = Indicator(
        name=declaration.name,
        label=_label(declaration),
        weight=Fraction(0),
        levels=tuple((text_of(lv.words), n) for lv, n in zip(levels, numbers, strict=True)),
        notes=notes(declaration.items),
    )
    return indicator, share


def terms(types: Typing) -> Iterator[Term]:
    """Give the terms in order."""
    for declaration in _named(types, "term"):
        found = fields(declaration.items)
        yield Term(
            name=declaration.name,
            label=_label(declaration),
            definition=field_text(found, "definition"),
            source=remark(declaration.items, "source"),
        )


def cites(types: Typing) -> Iterator[tuple[str, Text]]:
    """Give the cited documents: number and title."""
    for declaration in _named(types, "cites"):
        node = declaration.node
        assert isinstance(node, tree.Cites)
        title = text_of(node.label) if node.label is not None else NO_TEXT
        yield declaration.name, title
