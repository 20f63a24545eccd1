"""Every product of a build says from which text of which standard it was made."""

import pytest

import guiju
from guiju.building import made
from guiju_runtime.data_model import StandardIdentity

TEXTS = ("graph.svg", "graph.json", "data.schema.json", "calculator.py", "calculator.js",
         "calculator.sql", "standard.zh.md",
         "figures/figure.boundary_figure.svg")  # fmt: skip


@pytest.fixture(scope="module")
def products() -> tuple[StandardIdentity, dict[str, bytes]]:
    standard = guiju.compile("electrolytic_aluminium")
    kinds = frozenset({"graph", "schema", "calculator", "javascript", "sql", "page"})
    artifacts = made(standard, kinds)
    identity = standard.plan.data_model.standard
    return identity, {artifact.path: artifact.content for artifact in artifacts}


@pytest.mark.parametrize("path", TEXTS)
def test_a_text_carries_id_number_status_and_digest(
    path: str, products: tuple[StandardIdentity, dict[str, bytes]]
) -> None:
    identity, found = products
    text = found[path].decode()
    for part in (identity.id, identity.version, identity.digest):
        assert part in text
    assert identity.status in text or identity.status_words.zh in text
