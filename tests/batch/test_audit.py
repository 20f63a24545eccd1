"""The audit of a table: every value that ``guiju explain`` tells of a declaration, by its name."""

from collections.abc import Iterator
from typing import Any

import pytest

from guiju.batch.calculating import Batch
from guiju.batch.layout import layout_of
from guiju.batch.single import declaration_at
from guiju.batch.sources import Piece
from guiju.explain import Explanation, explained
from guiju.plan.model import Compute
from guiju.table_audit import Audit
from guiju_runtime.calculating import Calculation
from guiju_runtime.data_words import FACTOR
from guiju_runtime.given import shown
from tests.batch.tables import Drawn, standard


def audited(slug: str, size: int, wild: int) -> tuple[Any, list[Calculation]]:
    of, table = standard(slug), Drawn(slug, seed=4, wild=wild).table(size)
    layout = layout_of(of.plan.data_model, table.schema)
    result = Batch(of.plan, of.module.CALCULATOR, layout).calculate(table)
    piece = Piece(number=0, start=7, rows=table)
    more = Audit(standard=of).made_for(layout, "local", "en").of(piece, result)
    return more.files["audit"], [
        of.calculate(declaration_at(layout, table, number, slug)).calculation
        for number in range(size)
    ]


def values_in(nodes: tuple[Explanation, ...]) -> Iterator[tuple[str, Any]]:
    """Give path and value of everything below, factors left out."""
    for node in nodes:
        if FACTOR not in node.remarks:
            yield node.path, node.value
        yield from values_in(node.parts)


def kept_in(slug: str, row: dict[str, Any]) -> tuple[dict[str, Any], dict[str, float]]:
    """Give the columns of a row by the paths of explanations: values, what flows add."""
    groups = {step.path: step.group for step in standard(slug).plan.rules.steps}
    values: dict[str, Any] = {}
    flows: dict[str, float] = {}
    for name, value in row.items():
        path = name.removeprefix("by_flow.")
        if path not in groups:
            continue
        into = values if path == name else flows
        each = enumerate(value) if isinstance(value, list) else [(None, value)]
        into.update((shown(groups[path], at, path), one) for at, one in each)
    return values, {path: value for path, value in flows.items() if value}


@pytest.mark.parametrize("slug", ["electrolytic_aluminium", "cashmere_sweater"])
def test_every_value_is_the_one_that_is_explained(slug: str) -> None:
    table, calculations = audited(slug, size=4, wild=1)
    plan = standard(slug).plan
    assert table["row"].to_pylist() == [7, 8, 9, 10]
    assert {s.path for s in plan.rules.steps if isinstance(s, Compute)} <= {*table.column_names}
    compared = 0
    for row, calculation in zip(table.to_pylist(), calculations, strict=True):
        values, flows = kept_in(slug, row)
        [whole] = explained(plan, calculation, "cfp")
        if whole.value is None:
            assert flows == {}
            continue
        added = {flow.path: flow.value for process in whole.parts for flow in process.parts}
        assert flows == pytest.approx(added, rel=1e-9)
        assert sum(flows.values()) == pytest.approx(whole.value, rel=1e-12)
        below = tuple(part for p in whole.parts for flow in p.parts for part in flow.parts)
        for path, value in values_in(below):
            if path in values:
                wanted = pytest.approx(value, rel=1e-12) if isinstance(value, float) else value
                assert values[path] == wanted, path
                compared += 1
    assert compared > 100


def test_a_column_names_its_unit() -> None:
    table, _ = audited("electrolytic_aluminium", size=1, wild=0)
    units = {f.name: f.metadata[b"unit"].decode() for f in table.schema if f.metadata}
    assert units["electrolysis.anode"] == "t"
    assert units["by_flow.electrolysis.anode_consumption"] == "kgCO2e"
