"""Every datum that is asked for counts for something."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.items import name_span
from guiju_dsl.names.texts import MENTION
from guiju_dsl.standard.expressions import IsGiven, Reading
from guiju_dsl.standard.model import BoundStandard, Datum
from guiju_dsl.standard.proving.codes import UNUSED
from guiju_dsl.standard.proving.visits import every_visit

OF_ITSELF = ("limit", "expect", "default")


def data_are_used(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Warn of data of a product standard that nothing reads: no formula, provision or text.

    For the record are texts, what tells rows apart, and what a note says it is for. That a datum is
    within its own limit is no use of it.
    """
    if not standard.rules.products:
        return
    used = set(_used(standard))
    names = standard.names
    for datum in standard.rules.data:
        declaration = names.declarations.get(datum.path)
        if declaration is None or declaration.home != names.head.name.text or datum.amount:
            continue
        if not _is_for_the_record(datum) and not used & {datum.path, declaration.name}:
            span = name_span(declaration.node)
            yield at(UNUSED, span, severity="warning", name=datum.path)


def _is_for_the_record(datum: Datum) -> bool:
    tells_rows_apart = datum.unique or (datum.kind == "choice" and bool(datum.group))
    return datum.kind == "text" or tells_rows_apart or bool(datum.notes.note.zh)


def _used(standard: BoundStandard) -> Iterator[str]:
    """Give the paths that anything reads, and the names that texts speak of."""
    places = {provision.path: provision.place for provision in standard.rules.provisions}
    for _, visit in every_visit(standard):
        node = visit.node
        if isinstance(node, Reading | IsGiven):
            itself = visit.role in OF_ITSELF and node.path in (visit.of, places.get(visit.of))
            if not itself:
                yield node.path
    for match in MENTION.finditer(standard.names.main.source.text):
        yield match[1].rpartition(".")[2]
