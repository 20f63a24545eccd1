"""Every number that is collected says how good it has to be."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.items import name_span
from guiju_dsl.standard.codes import WITHOUT_CLASS
from guiju_dsl.standard.model import BoundStandard


def data_have_a_class(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Note the numbers of a product standard that no class of data is asked of.

    Where levels of data quality are declared, such a number counts as the last of them. A default
    stands for a number that nobody measured, and is secondary.
    """
    if not standard.indicators or not standard.rules.products:
        return
    names = standard.names
    for datum in standard.rules.data:
        declaration = names.declarations.get(datum.path)
        if declaration is None or declaration.home != names.head.name.text:
            continue
        if datum.kind == "number" and datum.default is None and not datum.notes.quality:
            yield at(WITHOUT_CLASS, name_span(declaration.node), severity="note", name=datum.path)
