"""``guiju build``: everything that is made of a standard."""

import argparse
import tempfile
from pathlib import Path

from guiju import building, files
from guiju.backends.model import Artifact
from guiju.cli import words
from guiju.cli.commands._compiling import compiled
from guiju.cli.output import complain, filled, say
from guiju.cli.progress import Progress
from guiju.command_codes import (
    NOT_CALCULABLE,
    UNKNOWN_PRODUCT,
    CommandFault,
    cannot_write,
)
from guiju.library import Standard
from guiju.workspace import sources
from guiju_dsl.standard.codes import MISSING_LABEL
from guiju_runtime.messages import Language

Made = tuple[Standard, tuple[Artifact, ...]]


def run(options: argparse.Namespace, language: Language) -> int:
    """Build every standard that the paths mean; libraries and general rules are skipped.

    Nothing is written before all of them are made.
    """
    kinds = _kinds(options.only)
    standards = _standards(options.paths, language)
    if standards is None:
        return 1
    folder = Path(options.output)
    progress = Progress()
    made = [(standard, _made(standard, kinds, progress, language)) for standard in standards]
    with tempfile.TemporaryDirectory(prefix="guiju-build-") as beside:
        pages = _site(made, Path(beside), progress, language) if "site" in kinds else ()
        progress.clear()
        _put(made, pages, folder, language)
    return 0


def _kinds(only: str) -> frozenset[str]:
    wanted = [kind.strip() for kind in only.split(",") if kind.strip()]
    for kind in wanted:
        if kind not in building.KINDS:
            raise CommandFault(UNKNOWN_PRODUCT, name=kind, known=", ".join(building.KINDS))
    return frozenset(wanted or building.KINDS)


def _standards(paths: list[str], language: Language) -> list[Standard] | None:
    """Compile every standard that has a product; None if one of them has errors."""
    found: list[Standard | None] = []
    for given in paths:
        several = Path(given).is_dir()
        for path in sources(given):
            try:
                found.append(compiled(str(path), language))
            except CommandFault as fault:
                if fault.code is not NOT_CALCULABLE or not several:
                    raise
    known = {standard.id: standard for standard in found if standard is not None}
    return None if None in found else list(known.values())


def _made(
    standard: Standard, kinds: frozenset[str], progress: Progress, language: Language
) -> tuple[Artifact, ...]:
    """Make the products of one standard, and tell of each on a terminal."""
    artifacts = []
    progress.show(filled(words.BUILDING, language, name=standard.id))
    for artifact in building.made(standard, kinds):
        artifacts.append(artifact)
        progress.show(filled(words.BUILT, language, name=standard.id, file=artifact.path))
    return tuple(artifacts)


def _site(
    made: list[Made], folder: Path, progress: Progress, language: Language
) -> tuple[Artifact, ...]:
    """Make the web site of all of them."""
    if not made:
        return ()
    from guiju.backends.site.build import build_site
    from guiju.site_pages import chapters, page_of

    progress.show(filled(words.BUILDING, language, name="site"))
    pages = [page_of(standard, artifacts) for standard, artifacts in made]
    build_site(pages, folder, chapters())
    return tuple(
        Artifact(path.relative_to(folder).as_posix(), path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    )


def _tell_what_is_missing(standard: Standard, language: Language) -> None:
    """Say how many texts have no English."""
    lacking = [one for one in standard.warnings if one.code is MISSING_LABEL]
    count = sum(1 for one in lacking if ("keyword", "en") in one.values)
    if count:
        complain(filled(words.TO_TRANSLATE, language, name=standard.id, missing=count))


def _put(made: list[Made], site: tuple[Artifact, ...], folder: Path, language: Language) -> None:
    """Write everything, and say what people will open."""
    inside = [
        Artifact(f"{standard.id}/{artifact.path}", artifact.content)
        for standard, artifacts in made
        for artifact in artifacts
    ]
    of_site = [Artifact(f"site/{page.path}", page.content) for page in site]
    try:
        files.write_all(folder, (*inside, *of_site))
    except OSError as fault:
        raise cannot_write(str(fault.filename or folder), fault) from fault
    listed = [artifact.path for artifact in inside if "/guiju_runtime/" not in artifact.path]
    for standard, _ in made:
        _tell_what_is_missing(standard, language)
    for path in (*listed, *(["site/index.html"] if site else [])):
        say(filled(words.WRITTEN, language, file=(folder / path).as_posix()))
