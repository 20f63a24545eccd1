"""What was made of a source, so that nothing is made again while nothing has changed.

A stamp lies in the cache and not beside the products. It says which files were read or looked for,
what they held, and what was written. Losing it costs only time.
"""

import os
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from msgspec import DecodeError, Struct, ValidationError, json

from guiju import files
from guiju.backends.model import Artifact
from guiju.version import ENGINE

PROGRAM = (
    "guiju", "guiju_dsl", "guiju_runtime",
    "docx", "jinja2", "lxml", "material", "mkdocs", "resvg_py", "typst", "xlsxwriter",
)  # fmt: skip
"""The packages that have a part in what a build writes: those of Guiju, and those it stands on."""


class Stamp(Struct, frozen=True, kw_only=True):
    """What is known of a build.

    Attributes:
        program: digest of the program that built.
        standard: id of what was built, empty if the source declares no product.
        asked: the kinds of products, and how they were asked for.
        inputs: by path, what was noted of each file that was read or looked for.
        outputs: by path below the folder, the digest of each file that was written.
        to_translate: how many texts have no English.
    """

    program: str
    standard: str
    asked: tuple[str, ...]
    inputs: dict[str, str]
    outputs: dict[str, str]
    to_translate: int


def key_of(folder: Path, source: Path) -> str:
    """Give the name under which the stamp of ``source`` built into ``folder`` is kept."""
    words = "\0".join(str(path) for path in (folder.absolute(), source.absolute(), Path.cwd()))
    return f"build-{sha256(words.encode()).hexdigest()[:32]}"


def read(key: str) -> Stamp | None:
    """Give a stamp, None if there is none that can be read."""
    content = files.cache().load(key)
    if content is None:
        return None
    try:
        return json.decode(content, type=Stamp)
    except (DecodeError, ValidationError):
        return None


def write(key: str, stamp: Stamp) -> None:
    """Keep a stamp."""
    files.cache().save(key, json.encode(stamp))


def holds(stamp: Stamp | None, folder: Path, asked: Iterable[str]) -> bool:
    """Say whether what is ``asked`` for stands in ``folder`` as it would be made again."""
    return (
        stamp is not None
        and set(asked) <= set(stamp.asked)
        and stamp.program == program()
        and all(files.is_as_noted(Path(path), noted) for path, noted in stamp.inputs.items())
        and all(files.is_as_noted(folder / path, noted) for path, noted in stamp.outputs.items())
    )


def stamp(
    standard: str,
    asked: Iterable[str],
    looked: files.Looked,
    made: Iterable[Artifact],
    to_translate: int = 0,
) -> Stamp:
    """Give the stamp of what was ``made``, from what was ``looked`` for."""
    return Stamp(
        program=program(),
        standard=standard,
        asked=tuple(sorted(asked)),
        inputs={str(path): noted for path, noted in looked.items()},
        outputs={one.path: files.digest(one.content) for one in made},
        to_translate=to_translate,
    )


@cache
def program() -> str:
    """Give the digest of the program: its version, and the place, size and time of its files."""
    found = sha256(ENGINE.encode())
    for name in PROGRAM:
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            continue
        origin = Path(spec.origin)
        for path in _files_of(origin.parent) if name.startswith("guiju") else (origin,):
            about = path.stat()
            found.update(f"{path}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
    return found.hexdigest()


def _files_of(folder: Path) -> Iterable[Path]:
    """Give the files of a package, the standards in it apart: those are inputs."""
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if one not in {"__pycache__", "standards"})
        yield from (Path(inside, name) for name in sorted(names))
