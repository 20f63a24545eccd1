"""Editions of standards from files: to be compared, or replaced by another."""

from msgspec import Struct

from guiju import pipeline, workspace
from guiju.changes import Comparison, Edition, compared, edition_of
from guiju.files import cache
from guiju_dsl.diagnostics import Diagnostic
from guiju_runtime.messages import Language


class Read(Struct, frozen=True, kw_only=True):
    """A source that was read as an edition.

    Attributes:
        edition: none if it has errors.
        diagnostics: what was found in it; ``place`` knows the texts that they point into.
    """

    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]
    place: workspace.Workspace


def read(given: str, language: Language = "zh") -> Read:
    """Read an edition from a ``.pcr`` file, its folder, or the name of a standard that ships.

    Args:
        language: of the titles of its clauses.

    Raises:
        CommandFault: there is none, or it cannot be read.
    """
    place = workspace.workspace_of(workspace.standard_path(given))
    source = place.source()
    if source is None:
        return Read(edition=None, diagnostics=tuple(place.faults), place=place)
    outcome = pipeline.compile_standard(source, place.find, cache(), place.known)
    found = (*place.faults, *outcome.diagnostics)
    edition = edition_of(outcome.product, language) if outcome.product is not None else None
    return Read(edition=edition, diagnostics=found, place=place)


def same_standard(comparison: Comparison) -> bool:
    """Tell whether both are editions of one standard: by their id, or by what they share."""
    old, new = (one.names.head.name.text for one in (comparison.old, comparison.new))
    if old == new:
        return True
    own = _own(comparison.new)
    return 2 * len(own & _own(comparison.old)) > len(own)


def _own(edition: Edition) -> set[str]:
    home = edition.names.head.name.text
    return {key for key, one in edition.names.declarations.items() if one.home == home}


__all__ = ["Read", "compared", "read", "same_standard"]
