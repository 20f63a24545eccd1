"""All access to files: what is read is bounded, what is written appears whole or not at all."""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from errno import EFBIG, EISDIR
from hashlib import sha256
from os import strerror
from pathlib import Path

from guiju.backends.model import Artifact
from guiju.batch.endings import AS_TEXT, TABLE_ENDINGS, ending_of
from guiju_dsl.syntax.cache import NO_CACHE, Cache

MOST_BYTES = 64 * 1024 * 1024
EDITIONS = "editions"
"""Beside a standard: the folder with the sources of editions that it replaces."""
NOT_SOURCES = frozenset({"site-packages", "node_modules"})
ABSENT, THERE = "absent", "there"
Looked = dict[Path, str]
"""What was looked for: the digest of what was read, ``there`` or ``absent``."""
_LOOKED: ContextVar[tuple[Looked, ...]] = ContextVar("looked", default=())


@contextmanager
def noted() -> Iterator[Looked]:
    """Note which files are read or looked for meanwhile, by their absolute paths."""
    looked: Looked = {}
    token = _LOOKED.set((*_LOOKED.get(), looked))
    try:
        yield looked
    finally:
        _LOOKED.reset(token)


def is_table(name: str) -> bool:
    """Tell from its name whether a file holds many declarations."""
    return ending_of(Path(name)) in {*TABLE_ENDINGS, *AS_TEXT}


def is_there(path: Path) -> bool:
    """Say whether there is a file or folder at ``path``."""
    there = path.exists()
    for looked in _LOOKED.get():
        looked.setdefault(path.absolute(), THERE if there else ABSENT)
    return there


def is_as_noted(path: Path, noted: str) -> bool:
    """Say whether what was ``noted`` of ``path`` still holds."""
    if noted in {ABSENT, THERE}:
        return path.exists() == (noted == THERE)
    try:
        return digest(path.read_bytes()) == noted
    except OSError:
        return False


def digest(content: bytes) -> str:
    """Give the digest of ``content`` (SHA-256)."""
    return sha256(content).hexdigest()


def read(path: Path) -> bytes:
    """Give the content of a file.

    Raises:
        OSError: it cannot be read; ``EFBIG`` if it is over 64 MiB.
    """
    with path.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise OSError(EFBIG, strerror(EFBIG), str(path))
    for looked in _LOOKED.get():
        looked[path.absolute()] = digest(content)
    return content


def write(path: Path, content: bytes) -> None:
    """Put a file in place whole: written beside, then renamed; a link stays a link.

    Raises:
        OSError: it cannot be written; what stood there before still stands.
    """
    write_all(path.parent, (Artifact(path.name, content),))


def write_all(folder: Path, artifacts: Iterable[Artifact]) -> tuple[Path, ...]:
    """Write every artifact below ``folder``; all stand beside their places before one is put there.

    Raises:
        OSError: one cannot be written; what was made on the way is gone again.
    """
    made = tuple((folder / artifact.path, artifact.content) for artifact in artifacts)
    with ExitStack() as undo:
        ready = [_beside(path, content, undo) for path, content in made]
        for place, beside in ready:
            beside.replace(place)
        undo.pop_all()
    return tuple(path for path, _ in made)


def _beside(path: Path, content: bytes, undo: ExitStack) -> tuple[Path, Path]:
    """Write ``content`` beside its place; ``undo`` takes it away again."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, strerror(EISDIR), str(path))
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a pipe or a device is written to, never replaced
        return path, path
    place = path.resolve()
    _make_folder(place.parent, undo)
    beside = place.parent / f".guiju-{os.getpid()}-{os.urandom(4).hex()}"
    with beside.open("xb") as stream:
        undo.callback(_gone, beside)
        stream.write(content)
    if place.exists():
        beside.chmod(place.stat().st_mode & 0o777)
    return place, beside


def _make_folder(folder: Path, undo: ExitStack) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(exist_ok=True)
        undo.callback(_gone, one)


def _gone(path: Path) -> None:
    """Take away what was made on the way: a file, or a folder if it is empty."""
    with suppress(OSError):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()


def sources_below(path: Path) -> tuple[Path, ...]:
    """Give the ``.pcr`` files that a path means: itself, or all below it, by name.

    Hidden folders, environments of Python and the replaced editions beside a source are left out,
    and links to folders not followed.
    """
    if not path.is_dir():
        return (path,)
    found = []
    for folder, inner, names in os.walk(path):
        own = [Path(folder, name) for name in names if name.endswith(".pcr")]
        left_out = NOT_SOURCES | {EDITIONS} if own else NOT_SOURCES
        inner[:] = [name for name in inner if not name.startswith(".") and name not in left_out]
        found += own
    return tuple(sorted(found))


def runtime_files() -> Iterator[Artifact]:
    """Give the modules that a generated calculator imports."""
    import guiju_runtime

    root = Path(guiju_runtime.__file__).parent
    for path in sorted(root.rglob("*.py")):
        inside = path.relative_to(root).as_posix()
        yield Artifact(f"guiju_runtime/{inside}", path.read_bytes())


def cache() -> Cache:
    """Give the cache of parsed libraries, in the user's cache folder; losing it costs only time."""
    folder = cache_folder()
    if folder is None:
        return NO_CACHE

    def load(key: str) -> bytes | None:
        try:
            return (folder / key).read_bytes()
        except OSError:
            return None

    def save(key: str, content: bytes) -> None:
        with suppress(OSError):
            write(folder / key, content)

    return Cache(load=load, save=save)


def cache_folder() -> Path | None:
    """Give the folder of the cache, or nothing where the user has no home."""
    for name in ("GUIJU_CACHE", "XDG_CACHE_HOME"):
        root = os.environ.get(name)
        if root and Path(root).is_absolute():
            return Path(root) / "guiju"
    try:
        return Path.home() / ".cache" / "guiju"
    except RuntimeError:
        return None
