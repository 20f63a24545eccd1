"""Editions of standards from files: to be compared, or replaced by another."""

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from guiju import files, pipeline, workspace
from guiju.changes import Comparison, Edition, compared, edition_of
from guiju.changes.foreword import revision_of, year_of
from guiju.command_codes import REPLACED_HAS_ERRORS, CommandFault
from guiju.documents.kept_templates import keep_templates
from guiju.documents.revision import Revision
from guiju.files import EDITIONS, cache
from guiju.plan.model import CalculationPlan
from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.source import SourceText
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
    keep_templates(cache())
    place = workspace.workspace_of(workspace.standard_path(given))
    source = place.source()
    if source is None:
        return Read(edition=None, diagnostics=tuple(place.faults), place=place)
    outcome = pipeline.compile_standard(source, place.find, cache(), place.known)
    found = (*place.faults, *outcome.diagnostics)
    edition = edition_of(outcome.product, language) if outcome.product is not None else None
    return Read(edition=edition, diagnostics=found, place=place)


def revision(plan: CalculationPlan, main: Path) -> Revision | None:
    """Give what changed from the edition that a standard says it replaces; None if it is not there.

    Its source lies beside that of the standard, ``editions/quicklime-2022.pcr`` for the edition of
    2022 of ``quicklime``, and bears the number that is replaced.

    Raises:
        CommandFault: it has errors.
    """
    head = plan.graph.standard.identity
    year = year_of(head.replaces)
    path = main.parent / EDITIONS / f"{head.id}-{year}.pcr"
    if not year or not files.is_there(path):
        return None
    source = workspace.workspace_of(path).source()
    old = _edition(path, source) if source is not None else None
    if old is None or old.plan.graph.standard.identity.number != head.replaces:
        return None
    return revision_of(compared(old, edition_of(plan)))


@lru_cache(maxsize=4)
def _edition(path: Path, source: SourceText) -> Edition | None:
    """Give the edition of a source, read once for the products that speak of it."""
    place = workspace.workspace_of(path)
    outcome = pipeline.compile_standard(source, place.find, cache(), place.known)
    if outcome.product is None:
        raise CommandFault(REPLACED_HAS_ERRORS, file=source.name)
    return edition_of(outcome.product)


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
