"""What the name of a file says of it: a table, perhaps packed."""

from pathlib import PurePath

TABLE_ENDINGS = (".parquet", ".arrow", ".feather", ".csv")
PACKED = (".gz", ".zst", ".bz2")


def ending_of(path: PurePath) -> str:
    """Give the ending that says of what kind a table is; that of its packing is none."""
    return PurePath(path.stem if is_packed(path) else path.name).suffix.lower()


def is_packed(path: PurePath) -> bool:
    """Tell from its name whether a file is packed."""
    return path.suffix.lower() in PACKED
