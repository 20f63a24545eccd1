"""All access to files: what is read is bounded, what is written appears whole or not at all."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from guiju.backends.model import Artifact
from guiju_dsl.syntax.cache import Cache

MOST_BYTES = 64 * 1024 * 1024


class TooLarge(OSError):
    """A file larger than anything that Guiju reads at once."""


def read(path: Path) -> bytes:
    """Give the content of a file.

    Raises:
        OSError: it cannot be read; ``TooLarge`` if it is over 64 MiB.
    """
    with path.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise TooLarge(str(path))
    return content


def write(path: Path, content: bytes) -> None:
    """Put a file in place whole: written beside, then renamed.

    Raises:
        OSError: it cannot be written; what stood there before still stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def write_all(folder: Path, artifacts: Iterable[Artifact]) -> tuple[Path, ...]:
    """Write every artifact below ``folder``; all are made before the first is put in place.

    Raises:
        OSError: one cannot be written.
    """
    made = tuple(artifacts)
    for artifact in made:
        write(folder / artifact.path, artifact.content)
    return tuple(folder / artifact.path for artifact in made)


def sources_below(path: Path) -> tuple[Path, ...]:
    """Give the ``.pcr`` files that a path means: itself, or all below it, by name."""
    return tuple(sorted(path.rglob("*.pcr"))) if path.is_dir() else (path,)


def runtime_files() -> Iterator[Artifact]:
    """Give the modules that a generated calculator imports."""
    import guiju_runtime

    root = Path(guiju_runtime.__file__).parent
    for path in sorted(root.rglob("*.py")):
        inside = path.relative_to(root).as_posix()
        yield Artifact(f"guiju_runtime/{inside}", path.read_bytes())


def cache() -> Cache:
    """Give the cache of parsed libraries, in the user's cache folder; losing it costs only time."""
    root = os.environ.get("GUIJU_CACHE") or os.environ.get("XDG_CACHE_HOME")
    folder = Path(root) if root else Path.home() / ".cache"
    folder = folder / "guiju"

    def load(key: str) -> bytes | None:
        try:
            return (folder / key).read_bytes()
        except OSError:
            return None

    def save(key: str, content: bytes) -> None:
        with suppress(OSError):
            write(folder / key, content)

    return Cache(load=load, save=save)
