"""What the name of a file says of it: a table, perhaps packed."""

from pathlib import Path, PurePath

TABLE_ENDINGS = (".parquet", ".arrow", ".feather", ".csv")
AS_TEXT = (".csv", ".tsv")
"""Tables that are texts; what parts their cells is told by the head. Results are written as CSV."""
PACKED = (".gz", ".zst", ".bz2")


def ending_of(path: PurePath) -> str:
    """Give the ending that says of what kind a table is; that of its packing is none."""
    return PurePath(path.stem if is_packed(path) else path.name).suffix.lower()


def is_packed(path: PurePath) -> bool:
    """Tell from its name whether a file is packed."""
    return path.suffix.lower() in PACKED


def files_of(path: Path) -> tuple[Path, ...]:
    """Give the files of a table: itself, or those in a folder of Parquet, in the order of names.

    What begins with a point or a stroke is a note of the program that wrote the others.
    """
    if path.suffix.lower() != ".parquet" or not path.is_dir():
        return (path,)
    inside = sorted(path.rglob("*.parquet"))
    found = tuple(one for one in inside if one.is_file() and not _is_note(one.relative_to(path)))
    return found or (path,)


def _is_note(path: PurePath) -> bool:
    return any(part.startswith((".", "_")) for part in path.parts)
