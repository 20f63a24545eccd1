"""Every clause in words stands beside one that the document has."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.codes import CIRCULAR_DEFINITION
from guiju_dsl.names.lookup import Index
from guiju_dsl.names.references import unknown
from guiju_dsl.syntax import tree

CHAPTERS = frozenset((
    "goal", "product_description", "unit_choice", "system_boundary", "cut_off",
    "data_requirements", "data_collection", "data_validation", "data_relation",
    "boundary_refinement", "allocation", "electricity", "impact_assessment", "interpretation",
    "report", "declaration",
))  # fmt: skip
"""Names of clauses that every document has a place for, beside which others may stand."""


def clauses_have_places(index: Index) -> Iterator[Diagnostic]:
    """Report clauses before or after what is no clause, or at last before or after themselves."""
    clauses = {d.name: d.node for d in index.by_path.values() if isinstance(d.node, tree.Clause)}
    known = clauses.keys() - {"scope"} | CHAPTERS
    for name, node in clauses.items():
        if node.place is None:
            continue
        if node.place.text not in known:
            yield unknown(node.place, known)
        elif circle := _circle(name, clauses):
            named = " → ".join((*circle, name))
            yield at(CIRCULAR_DEFINITION, node.place.span, name=name, circle=named, hint=False)


def _circle(name: str, clauses: dict[str, tree.Clause]) -> list[str]:
    """Give the clauses through which the place of a clause leads back to it; none if it ends."""
    passed = [name]
    while (node := clauses.get(passed[-1])) is not None and node.place is not None:
        if node.place.text == name:
            return passed
        if node.place.text in passed:
            return []
        passed.append(node.place.text)
    return []
