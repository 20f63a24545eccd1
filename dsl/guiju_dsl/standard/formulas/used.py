"""Type a value of another standard, which is a datum of the standard that uses it."""

from typing import Final

from guiju_dsl.names.items import label_words, type_of
from guiju_dsl.names.model import (
    ToDeclaration,
    ToOutcome,
    ToPredeclared,
    ToUsed,
    label_of,
)
from guiju_dsl.source import Span
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, kind_of, unit_of
from guiju_dsl.standard.formulas.typing import Typing
from guiju_dsl.standard.heads import identity
from guiju_dsl.standard.kinds import (
    CLIMATE,
    KIND_WORDS,
    PREDECLARED,
    PREDECLARED_LABELS,
    unit_of_type,
)
from guiju_dsl.standard.used_model import UsedValue
from guiju_runtime.messages import Text
from guiju_runtime.units import PLAIN_NUMBER, quotient

OUTCOME_LABELS: Final = {
    "cfp": Text(zh="{product}的碳足迹", en="carbon footprint of {product}"),
    "intensity": Text(zh="单位{product}的碳足迹", en="carbon footprint of each unit of {product}"),
    "reference_flow": Text(zh="{product}的基准流", en="reference flow of {product}"),
}
NO_CHOICE: Final = Text(zh="数、文字、日期或是否", en="a number, a text, a date or yes and no")


def used(types: Typing, reference: ToUsed, span: Span) -> Expression | None:
    """Give a value of another standard as the datum that it is here; note that it is read."""
    other = types.other(reference.standard)
    found = _typed(other, reference.value)
    if found is None:
        types.faults.extend(other.faults)
        return None
    kind, unit = kind_of(found), unit_of(found)
    if kind == "choice":
        types.fault_kind(span, KIND_WORDS["choice"], NO_CHOICE)
        return None
    types.used[reference.path] = UsedValue(
        path=reference.path,
        standard=reference.standard,
        source=reference.path.removeprefix(f"{reference.standard}."),
        of="value" if isinstance(reference.value, ToDeclaration) else "measure",
        label=_label(other, reference.value),
        kind=kind,
        unit=unit,
    )
    return typed.Reading(path=reference.path, kind=kind, unit=unit, group="", choice="")


def outcome(types: Typing, reference: ToOutcome) -> Expression:
    """Type ``product.cfp``, ``.intensity`` or ``.reference_flow``."""
    flow = types.index.producer(reference.product)
    of_flow = unit_of_type(type_of(flow.node)) if flow is not None else PLAIN_NUMBER
    units = {"cfp": CLIMATE, "reference_flow": of_flow, "intensity": quotient(CLIMATE, of_flow)}
    return typed.ProductOutcome(
        profile=reference.profile,
        product=reference.product,
        name=reference.name,
        unit=units[reference.name],
    )


def _typed(other: Typing, value: ToDeclaration | ToOutcome | ToPredeclared) -> Expression | None:
    match value:
        case ToDeclaration():
            return other.reading(other.names.declarations[value.path], "")
        case ToOutcome():
            return outcome(other, value)
        case ToPredeclared():
            kind, unit = PREDECLARED[value.name]
            return typed.Predeclared(name=value.name, kind=kind, unit=unit)


def _label(other: Typing, value: ToDeclaration | ToOutcome | ToPredeclared) -> Text:
    """Name a value together with the standard that it is of."""
    head = other.names.head
    number = identity(head, "").number or head.name.text
    words = _words(other, value)
    return Text(zh=f"{words.zh}（{number}）", en=f"{words.en} ({number})")


def _words(other: Typing, value: ToDeclaration | ToOutcome | ToPredeclared) -> Text:
    match value:
        case ToDeclaration():
            found = other.names.declarations[value.path]
            return label_of(label_words(found.node), found.name)
        case ToOutcome():
            product = other.names.declarations[f"product:{value.product}"]
            label, words = label_of(label_words(product.node), product.name), OUTCOME_LABELS
            return Text(
                zh=words[value.name].zh.format(product=label.zh),
                en=words[value.name].en.format(product=label.en),
            )
        case ToPredeclared():
            return PREDECLARED_LABELS[value.name]
