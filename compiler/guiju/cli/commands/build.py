"""``guiju build``: everything that is made of a standard."""

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from guiju import building, files
from guiju.backends.model import Artifact
from guiju.cli import words
from guiju.cli.commands._compiling import compiled
from guiju.cli.output import complain, filled, say
from guiju.command_codes import CANNOT_WRITE, NOT_CALCULABLE, UNKNOWN_PRODUCT, CommandFault
from guiju.library import Standard
from guiju.workspace import sources
from guiju_runtime.messages import Language


def run(options: argparse.Namespace, language: Language) -> int:
    """Build every standard that the paths mean; libraries and general rules are skipped."""
    kinds = _kinds(options.only)
    folder = Path(options.output)
    standards, failed = _standards(options.paths, language)
    pages = []
    for standard in standards:
        made = tuple(building.made(standard, kinds))
        try:
            written = files.write_all(folder / standard.id, made)
        except OSError as fault:
            raise _cannot_write(folder, fault) from fault
        for path in written:
            if "guiju_runtime" not in path.parts:
                say(filled(words.WRITTEN, language, file=path.as_posix()))
        pages.append((standard, made))
    if "site" in kinds and pages:
        _site(pages, folder / "site")
        say(filled(words.WRITTEN, language, file=(folder / "site" / "index.html").as_posix()))
    return 1 if failed else 0


def _cannot_write(folder: Path, fault: OSError) -> CommandFault:
    reason = fault.strerror or type(fault).__name__
    return CommandFault(CANNOT_WRITE, file=str(fault.filename or folder), reason=reason)


def _kinds(only: str) -> frozenset[str]:
    wanted = [kind.strip() for kind in only.split(",") if kind.strip()]
    for kind in wanted:
        if kind not in building.KINDS:
            raise CommandFault(UNKNOWN_PRODUCT, name=kind, known=", ".join(building.KINDS))
    return frozenset(wanted or building.KINDS)


def _standards(paths: list[str], language: Language) -> tuple[list[Standard], bool]:
    """Compile all first: nothing is written if one of them has errors."""
    found: list[Standard] = []
    failed = False
    for given in paths:
        several = Path(given).is_dir()
        for path in _mains(given):
            try:
                standard = compiled(str(path), language)
            except CommandFault as fault:
                if fault.code is not NOT_CALCULABLE or not several:
                    raise
                continue
            failed |= standard is None
            found += [standard] if standard is not None else []
    return ([], True) if failed else (found, False)


def _mains(given: str) -> Iterator[Path]:
    yield from sources(given)


def _site(pages: list[tuple[Standard, tuple[Artifact, ...]]], folder: Path) -> None:
    """Make the web site beside its place, then put it there."""
    from guiju.backends.site.build import build_site
    from guiju.site_pages import page_of

    with tempfile.TemporaryDirectory(prefix="guiju-build-") as beside:
        made = Path(beside) / "site"
        build_site([page_of(standard, artifacts) for standard, artifacts in pages], made)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copytree(made, folder, dirs_exist_ok=True)
        except OSError as fault:
            raise _cannot_write(folder, fault) from fault


__all__ = ["complain", "run"]
