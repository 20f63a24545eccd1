"""``guiju build``: everything that is made of a standard."""

import argparse
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct

from guiju import building, files, stamps
from guiju.backends.model import Artifact
from guiju.cli import words
from guiju.cli.commands._compiling import compiled
from guiju.cli.commands._template import template_read
from guiju.cli.output import complain, filled, say
from guiju.cli.progress import Progress
from guiju.command_codes import (
    NOT_CALCULABLE,
    UNKNOWN_PRODUCT,
    CommandFault,
    cannot_write,
)
from guiju.files import Looked
from guiju.kept import keep_in
from guiju.library import Standard
from guiju.side_by_side import Begun, SideBySide
from guiju.stamps import Stamp
from guiju.workspace import sources
from guiju_dsl.standard.codes import MISSING_LABEL
from guiju_runtime.messages import Language

Piece = tuple[tuple[Artifact, ...], Looked]
"""What one piece of work made, and the files that it looked for."""
House = tuple[bytes | None, Looked]
"""The template, if there is one, and the files that were looked for."""


class Build(Struct, kw_only=True):
    """One source that is built.

    Attributes:
        standard: None if the source declares no product.
        looked: the files that were looked for.
        begun: the pieces of work on its products.
    """

    source: Path
    standard: Standard | None
    looked: Looked
    begun: tuple[Begun[Piece], ...]
    artifacts: tuple[Artifact, ...] = ()


class Asked(Struct, frozen=True, kw_only=True):
    """What a command asks for.

    Attributes:
        paths: the sources, and whether each is one of several.
        template: the Word file whose looks the documents take, if one is given.
    """

    kinds: frozenset[str]
    folder: Path
    paths: dict[Path, bool]
    language: Language
    template: Path | None

    def words(self) -> tuple[str, ...]:
        """Give what is asked for, as stamps keep it."""
        used = (f"template {self.template.absolute()}",) if self.template is not None else ()
        return (*self.kinds, *used)

    def site(self) -> tuple[str, tuple[str, ...]]:
        """Give the name of the site's stamp, and what is asked of it: just these standards."""
        key = stamps.key_of(self.folder, self.folder / "site")
        return key, (" ".join(sorted(str(path.absolute()) for path in self.paths)),)


def run(options: argparse.Namespace, language: Language) -> int:
    """Build every standard that the paths mean; libraries and general rules are skipped.

    Nothing is written before all of them are made, and nothing is made whose source, program and
    products are as they were.
    """
    asked = Asked(
        kinds=_kinds(options.only),
        folder=Path(options.output),
        paths=_paths(options.paths),
        language=language,
        template=Path(options.template) if options.template else None,
    )
    current = _current(asked)
    progress = Progress()
    keep_in(files.cache(), stamps.program())
    with SideBySide[Piece]() as work, tempfile.TemporaryDirectory(prefix="guiju-") as beside:
        wanted = [path for path in asked.paths if path not in current]
        house = _template(asked) if wanted else (None, {})
        builds = [_begun(asked, path, work, house, progress) for path in wanted]
        if None in builds:
            return 1
        made = _made([build for build in builds if build is not None], asked, progress)
        site = _site(made, Path(beside), asked, progress)
        progress.clear()
        _put(made, site, asked)
    for stamp in current.values():
        _tell_unchanged(stamp, language)
    return 0


def _paths(given: list[str]) -> dict[Path, bool]:
    """Give each source once, and whether it is one of several."""
    found = {
        path.resolve(): (path, Path(one) in path.parents and Path(one).is_dir())
        for one in given
        for path in sources(one)
    }
    return dict(found.values())


def _kinds(only: str) -> frozenset[str]:
    wanted = [kind.strip() for kind in only.split(",") if kind.strip()]
    for kind in wanted:
        if kind not in building.KINDS:
            raise CommandFault(UNKNOWN_PRODUCT, name=kind, known=", ".join(building.KINDS))
    return frozenset(wanted or building.KINDS)


def _current(asked: Asked) -> dict[Path, Stamp]:
    """Give the stamps of what need not be made; with the site, of all or of none."""
    current = {}
    for path, several in asked.paths.items():
        stamp = stamps.read(stamps.key_of(asked.folder, path))
        if stamp is None or not (stamp.standard or several):
            continue
        if stamps.holds(stamp, asked.folder, asked.words()):
            current[path] = stamp
    if "site" in asked.kinds:
        key, what = asked.site()
        whole = stamps.holds(stamps.read(key), asked.folder, what)
        return current if whole and len(current) == len(asked.paths) else {}
    return current


def _template(asked: Asked) -> House:
    """Read the template, if one is asked for, and say what it lacks."""
    if asked.template is None:
        return None, {}
    with files.noted() as looked:
        content = template_read(asked.template, asked.language, cover=_has_cover(asked.kinds))
    return content, looked


def _has_cover(kinds: frozenset[str]) -> bool:
    """Say whether covers may be made; the explanatory note alone has none."""
    return kinds != {"notes"}


def _begun(
    asked: Asked, path: Path, work: SideBySide[Piece], house: House, progress: Progress
) -> Build | None:
    """Compile one source and begin on its products; None if it has errors."""
    progress.show(filled(words.BUILDING, asked.language, name=path.stem))
    with files.noted() as looked:
        try:
            standard = compiled(str(path), asked.language)
            if standard is None:
                return None
            pieces = building.parts(standard, asked.kinds, house[0])
        except CommandFault as fault:
            if fault.code is not NOT_CALCULABLE or not asked.paths[path]:
                raise
            standard, pieces = None, ()
    begun = tuple(work.begin(partial(_noting, piece)) for piece in pieces)
    return Build(source=path, standard=standard, looked=looked | house[1], begun=begun)


def _noting(piece: Callable[[], tuple[Artifact, ...]]) -> Piece:
    with files.noted() as looked:
        return piece(), looked


def _made(builds: list[Build], asked: Asked, progress: Progress) -> list[Build]:
    """Wait for the products, and tell of each on a terminal."""
    for build in builds:
        for begun in build.begun:
            artifacts, looked = begun.product()
            build.artifacts += artifacts
            build.looked |= looked
            for artifact in artifacts:
                name, file = build.source.stem, artifact.path
                progress.show(filled(words.BUILT, asked.language, name=name, file=file))
    return builds


def _site(builds: list[Build], folder: Path, asked: Asked, progress: Progress) -> Piece:
    """Make the web site of all of them."""
    made = [(b.standard, b.artifacts) for b in builds if b.standard is not None]
    if "site" not in asked.kinds or not made:
        return (), {}
    from guiju.backends.site.build import build_site
    from guiju.site_pages import chapters, page_of

    progress.show(filled(words.BUILDING, asked.language, name="site"))
    with files.noted() as looked:
        pages = [page_of(standard, artifacts) for standard, artifacts in made]
        build_site(pages, folder, chapters())
    return tuple(
        Artifact(f"site/{path.relative_to(folder).as_posix()}", path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ), looked


def _put(builds: list[Build], site: Piece, asked: Asked) -> None:
    """Write everything, and say what people will open."""
    of_standards = [artifact for build in builds for artifact in _inside(build)]
    try:
        files.write_all(asked.folder, (*of_standards, *site[0]))
    except OSError as fault:
        raise cannot_write(str(fault.filename or asked.folder), fault) from fault
    for build in builds:
        stamp = _stamp(build, asked)
        stamps.write(stamps.key_of(asked.folder, build.source), stamp)
        _tell_what_is_missing(stamp, asked.language)
    if site[0]:
        key, what = asked.site()
        stamps.write(key, stamps.stamp("site", what, site[1], site[0]))
    listed = [artifact.path for artifact in of_standards if "/guiju_runtime/" not in artifact.path]
    for path in (*listed, *(["site/index.html"] if site[0] else [])):
        say(filled(words.WRITTEN, asked.language, file=(asked.folder / path).as_posix()))


def _inside(build: Build) -> tuple[Artifact, ...]:
    """Give the products at their places below the folder."""
    if build.standard is None:
        return ()
    return tuple(Artifact(f"{build.standard.id}/{a.path}", a.content) for a in build.artifacts)


def _stamp(build: Build, asked: Asked) -> Stamp:
    if build.standard is None:
        return stamps.stamp("", (*building.KINDS, *asked.words()), build.looked, ())
    lacking = [one for one in build.standard.warnings if one.code is MISSING_LABEL]
    count = sum(1 for one in lacking if ("keyword", "en") in one.values)
    inside = _inside(build)
    return stamps.stamp(build.standard.id, asked.words(), build.looked, inside, count)


def _tell_unchanged(stamp: Stamp, language: Language) -> None:
    if stamp.standard:
        count = len(stamp.outputs)
        say(filled(words.UNCHANGED, language, name=stamp.standard, count=count))
    _tell_what_is_missing(stamp, language)


def _tell_what_is_missing(stamp: Stamp, language: Language) -> None:
    """Say how many texts have no English."""
    if stamp.to_translate:
        name, missing = stamp.standard, stamp.to_translate
        complain(filled(words.TO_TRANSLATE, language, name=name, missing=missing))
