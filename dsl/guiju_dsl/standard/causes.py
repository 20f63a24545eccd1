"""One cause gives one diagnostic: what follows from a fault told elsewhere is not told again."""

from collections.abc import Iterable, Iterator

from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.names.model import NamedStandard, ToDeclaration
from guiju_dsl.standard.codes import DIFFERENT_QUANTITIES, UNIT_MISMATCH

OF_UNITS = (UNIT_MISMATCH, DIFFERENT_QUANTITIES)


def causes(
    names: NamedStandard, faults: Iterable[Diagnostic], doubtful: set[str]
) -> Iterator[Diagnostic]:
    """Leave out what is wrong with units only because of what another thing is said to be in.

    Args:
        doubtful: paths of what states a unit that its own formula does not give: nobody can know
            which of the two is meant, so nothing that reads it is wrong by itself.
    """
    for fault in faults:
        if fault.code not in OF_UNITS or not doubtful & _read(names, fault):
            yield fault


def _read(names: NamedStandard, fault: Diagnostic) -> set[str]:
    """Give the paths of what is read in the words of a fault."""
    here = fault.span
    return {
        meant.path
        for span, meant in names.references.items()
        if isinstance(meant, ToDeclaration)
        and span.source == here.source
        and here.start <= span.start
        and span.end <= here.end
    }
