"""Python names for what a standard names."""

import keyword
from collections.abc import Iterable

RUNTIME_WORDS = frozenset(
    (
        "run", "here", "known", "power", "rounded", "first", "equal", "less", "more", "at_most",
        "at_least", "in_range", "mean", "lowest", "highest", "no_case", "sum", "len", "abs", "math",
        "exp", "log", "sqrt", "lambda_", "True", "False", "None", "Text", "Table", "Row", "Rules",
    )
)  # fmt: skip


def identifier(name: str) -> str:
    """Give ``name`` as a Python identifier of its own."""
    cleaned = "".join(letter if letter.isidentifier() or letter.isdigit() else "_" for letter in name)
    if not cleaned or cleaned[0].isdigit():
        cleaned = f"_{cleaned}"
    return f"{cleaned}_" if keyword.iskeyword(cleaned) or cleaned in RUNTIME_WORDS else cleaned


def local_names(paths: Iterable[str], process: str) -> dict[str, str]:
    """Give each value of a process a short name of its own within its function."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        inside = path[len(process) + 1 :] if process else path
        parts = inside.split(".")
        name = identifier(parts[-1])
        if name in taken or len(parts) > 1:
            name = identifier("_".join(parts)) if name in taken else name
        while name in taken:
            name = f"{name}_"
        taken.add(name)
        names[path] = name
    return names


def constant_name(path: str) -> str:
    """Give the name of a table."""
    return identifier(path.replace(".", "_").upper())
