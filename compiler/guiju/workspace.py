"""Find standards and what they build on: in the user's project first, then among those shipped."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from guiju import files
from guiju.batch.endings import files_of
from guiju.command_codes import (
    FILE_NOT_FOUND,
    NO_SOURCES,
    OUTSIDE_PROJECT,
    UNKNOWN_STANDARD,
    UNREADABLE,
    CommandFault,
    reason_of,
)
from guiju.shipped import standards_folder
from guiju.table_codes import A_PIPE, NOT_A_TABLE
from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.names.near import near
from guiju_dsl.reading import decode
from guiju_dsl.source import SourceText

LIBRARIES = ("factors", "methods")
"""Folders of libraries: tables of factors, and formulas that standards call."""
PROJECT_MARKS = ("factors", "general", "pyproject.toml", ".git")


class Workspace(Struct):
    """The project around one standard.

    Attributes:
        main: its file; ``root`` the folder outside which nothing is read.
        encoding: what ``main`` is read as; None finds out, as for all other files.
        faults: what could not be decoded on the way.
    """

    main: Path
    root: Path
    encoding: str | None = None
    faults: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, SourceText] = field(default_factory=dict)

    def source(self) -> SourceText | None:
        """Give the text of the standard, or nothing if it is no text."""
        return self.decoded(self.main)

    def decoded(self, path: Path) -> SourceText | None:
        """Give the text of a file under the name that people know."""
        encoding = self.encoding if path == self.main else None
        outcome = decode(_shown(path), read(path), encoding)
        self.faults.extend(outcome.diagnostics)
        if outcome.product is not None:
            self.texts[outcome.product.name] = outcome.product
        return outcome.product

    def find(self, name: str) -> SourceText | None:
        """Give the source called ``name``, or nothing.

        Raises:
            CommandFault: a link leads out of the project to it.
        """
        path = self.path_of(name)
        return self.decoded(path) if path is not None else None

    def path_of(self, name: str) -> Path | None:
        """Give the file of the source called ``name``, or nothing.

        Raises:
            CommandFault: a link leads out of the project to it.
        """
        path = next((p for p in self._candidates(name) if is_file(p)), None)
        if path is None:
            return None
        if not any(path.resolve().is_relative_to(base.resolve()) for base in self._homes()):
            raise CommandFault(OUTSIDE_PROJECT, file=_shown(path), root=self.root.name or "/")
        return path

    def _homes(self) -> tuple[Path, ...]:
        """Give the folders that may be read."""
        return (self.root, standards_folder())

    def _bases(self) -> dict[Path, None]:
        """Give the folders in which names are looked up, the nearest first."""
        near = (self.main.parent, self.root, self.root / "standards", standards_folder())
        return dict.fromkeys(near)

    def _candidates(self, name: str) -> Iterator[Path]:
        inside = Path(*name.split(".")).with_suffix(".pcr")
        last = name.rpartition(".")[2]
        for base in self._bases():
            yield base / inside
            yield base / name / f"{last}.pcr"
            yield base / "general" / f"{last}.pcr"

    def known(self) -> tuple[str, ...]:
        """Give the names that ``find`` would know."""
        names: set[str] = set()
        for base in self._bases():
            names.update(path.stem for path in base.glob("*.pcr"))
            names.update(path.stem for path in base.glob("general/*.pcr"))
            names.update(
                path.stem for path in base.glob("*/*.pcr") if path.parent.name == path.stem
            )
            for folder in LIBRARIES:
                names.update(f"{folder}.{path.stem}" for path in base.glob(f"{folder}/*.pcr"))
        return tuple(sorted(names - {self.main.stem}))

    def beside(self, file: str) -> Path:
        """Give the path of a file that the standard names.

        Raises:
            CommandFault: it lies outside the project.
        """
        path = (self.main.parent / file).resolve()
        if not path.is_relative_to(self.root.resolve()):
            raise CommandFault(OUTSIDE_PROJECT, file=file, root=self.root.name or "/")
        return path


def read(path: Path) -> bytes:
    """Give the content of a file.

    Raises:
        CommandFault: there is none, or it cannot be read.
    """
    try:
        return files.read(path)
    except FileNotFoundError as fault:
        raise CommandFault(FILE_NOT_FOUND, file=_shown(path)) from fault
    except OSError as fault:
        raise CommandFault(UNREADABLE, file=_shown(path), reason=reason_of(fault)) from fault


def can_be_read(path: Path) -> None:
    """See that there is a file that may be read.

    Raises:
        CommandFault: there is none, or it may not.
    """
    try:
        with path.open("rb"):
            pass
    except FileNotFoundError as fault:
        raise CommandFault(FILE_NOT_FOUND, file=_shown(path)) from fault
    except OSError as fault:
        raise CommandFault(UNREADABLE, file=_shown(path), reason=reason_of(fault)) from fault


def table_can_be_read(path: Path) -> None:
    """See that there is a table that may be read, a file or a folder of parts.

    A pipe is none: a table is looked at before it is read.

    Raises:
        CommandFault: there is none, or it may not.
    """
    try:
        files = files_of(path)
        once = [one for one in files if one.exists() and not (one.is_file() or one.is_dir())]
    except OSError as fault:
        raise CommandFault(UNREADABLE, file=_shown(path), reason=reason_of(fault)) from fault
    if once:
        raise CommandFault(NOT_A_TABLE, file=path.name, reason=A_PIPE)
    for file in files:
        can_be_read(file)


def is_file(path: Path) -> bool:
    """Say whether there is a file at ``path``."""
    return files.is_there(path) and path.is_file()


def _shown(path: Path) -> str:
    """Write a path as people know it: from the folder at hand, or from the shipped standards."""
    for base in (Path.cwd(), standards_folder().parent):
        if path.is_absolute() and path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return path.as_posix()


def workspace_of(path: Path, encoding: str | None = None) -> Workspace:
    """Give the workspace of the standard in the file at ``path``."""
    folder = path.resolve().parent
    root = folder
    for above in (folder, *folder.parents):
        if any(files.is_there(above / mark) for mark in PROJECT_MARKS):
            root = above
            break
    return Workspace(main=path, root=root, encoding=encoding)


def sources(given: str) -> tuple[Path, ...]:
    """Give the sources that a path on the command line means: a file, a folder, a shipped name.

    Raises:
        CommandFault: there is nothing of that name.
    """
    path = Path(given)
    found = files.sources_below(path) if path.exists() else ()
    return found or (standard_path(given),)


def standard_path(given: str) -> Path:
    """Give the file of one standard: a file, a folder with its name, or a shipped name.

    A folder without sources is none, whatever it is called: what was built of a shipped standard
    stands in a folder with its name.

    Raises:
        CommandFault: there is none.
    """
    path = Path(given)
    found = _sources_in(path)
    if not found and not (path.is_dir() and files.sources_below(path)):
        found = tuple(one for one in _shipped_as(given) if one.is_file())
    if found:
        return found[0]
    if path.is_dir():
        raise CommandFault(NO_SOURCES, folder=given)
    if given.endswith(".pcr") or "/" in given:
        raise CommandFault(FILE_NOT_FOUND, file=given)
    names = names_of_shipped()
    likely = near(given.replace("-", "_"), names)
    raise CommandFault(UNKNOWN_STANDARD, name=given, known=likely or ", ".join(names))


def _sources_in(path: Path) -> tuple[Path, ...]:
    """Give a file, or the sources in a folder, the one with its name before the others."""
    if path.is_file():
        return (path,)
    own = path / f"{path.resolve().name}.pcr"
    return (own,) if own.is_file() else tuple(sorted(path.glob("*.pcr")))


def _shipped_as(given: str) -> tuple[Path, ...]:
    """Give the files in which a shipped standard or general rule of a name would stand."""
    shipped, slug = standards_folder(), given.replace("-", "_")
    return shipped / slug / f"{slug}.pcr", shipped / "general" / f"{slug}.pcr"


def names_of_shipped() -> list[str]:
    """Give the names of the product standards that come with Guiju."""
    found = sorted(standards_folder().glob("*/*.pcr"))
    return [path.stem for path in found if path.parent.name == path.stem]
