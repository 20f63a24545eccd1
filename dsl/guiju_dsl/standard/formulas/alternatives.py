"""Type ``when … then …`` and ``prefer … else …``."""

from guiju_dsl.names.model import label_of
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression, kind_of, unit_of
from guiju_dsl.standard.formulas.fitting import is_bare, taken_as
from guiju_dsl.standard.formulas.typing import Typing
from guiju_dsl.standard.kinds import KIND_WORDS, NUMERIC
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text, same_words


def cases(types: Typing, node: tree.When, row: str) -> Expression | None:
    """Type branches: their conditions, and their values in one unit."""
    found = [types.condition(branch.condition, row) for branch in node.branches]
    tests = [test for test in found if test is not None]
    last = (node.otherwise,) if node.otherwise is not None else ()
    values = _alike(types, (*(branch.value for branch in node.branches), *last), row)
    if values is None or len(tests) < len(found):
        return None
    places = (*(branch.condition.span for branch in node.branches), node.span)
    return typed.Cases(
        places=places,
        branches=tuple(zip(tests, values, strict=False)),
        otherwise=values[-1] if last else None,
        kind=kind_of(values[0]),
        unit=unit_of(values[0]),
    )


def preferred(types: Typing, node: tree.Prefer, row: str) -> Expression | None:
    """Type tiers: values in one unit, each with the label that the result names."""
    values = _alike(types, tuple(tier.value for tier in node.tiers), row)
    if values is None:
        return None
    labels = [_label(types, tier) for tier in node.tiers]
    return typed.Preferred(tiers=tuple(zip(values, labels, strict=True)), unit=unit_of(values[0]))


def _label(types: Typing, tier: tree.Tier) -> Text:
    """Give the label of a tier; without one, its own words."""
    words = types.words(tier.value.span)
    return label_of(tier.label, words) if tier.label is not None else same_words(words)


def _alike(types: Typing, nodes: tuple[tree.Expression, ...], row: str) -> list[Expression] | None:
    """Type alternatives and bring them to the unit of the first that has one.

    A bare number takes that unit; where all are bare, the one that they are assigned to.
    """
    values = [types.expression(node, row) for node in nodes]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    kind = kind_of(known[0])
    for node, value in zip(nodes, known, strict=True):
        if kind_of(value) != kind and not {kind_of(value), kind} <= set(NUMERIC):
            types.fault_kind(node.span, KIND_WORDS[kind_of(value)], KIND_WORDS[kind])
            return None
    if kind not in NUMERIC:
        return known
    measured = [unit_of(value) for value in known if not is_bare(value)]
    if not measured:
        return known
    fitted = [
        taken_as(value, measured[0]) if is_bare(value) else types.fitted(node, value, measured[0])
        for node, value in zip(nodes, known, strict=True)
    ]
    aligned = [value for value in fitted if value is not None]
    return aligned if len(aligned) == len(known) else None
