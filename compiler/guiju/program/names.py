"""Names in a program for what a standard names."""

import keyword
import unicodedata
from collections.abc import Iterable

PYTHON_WORDS = frozenset(
    (
        "run", "here", "known", "raised", "rounded", "equal", "less", "more", "at_most", "at_least",
        "day_of", "in_range", "mean", "lowest", "highest", "no_case", "sum", "len", "abs", "math",
        "Any", "Limit", "Tier", "Run", "Text", "Table", "Row", "Rules", "Calculator", "Named",
        "Product", "Provision", "Result", "DataModel", "Datum", "Group", "Indicator", "Measuring",
        "BasicUncertainty", "Section", "Spread", "StandardIdentity", "UsedValue", "Mapping",
        "Language", "CALCULATOR", "DATA_MODEL", "calculate", "main", "result_of", "frozenset",
        "dict", "str", "object",
    )
)  # fmt: skip
"""Names that a generated module in Python uses for itself."""

JAVASCRIPT_WORDS = frozenset(
    (
        "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger",
        "default", "delete", "do", "else", "enum", "eval", "export", "extends", "false", "finally",
        "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let",
        "new", "null", "package", "private", "protected", "public", "return", "static", "super",
        "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while",
        "with", "yield", "atMost", "atLeast", "inRange", "noCase", "divided", "limit", "tier",
        "absolute", "exponential", "logarithm", "root", "runtime", "globalThis", "Map", "Set",
        "module", "calculator", "calculatorOf", "loaded", "mapOf", "require",
    )
)  # fmt: skip
"""Words of JavaScript, and names that a generated module in it uses for itself."""

RESERVED = PYTHON_WORDS | JAVASCRIPT_WORDS


def identifier(name: str) -> str:
    """Give ``name`` as an identifier of its own in every language."""
    normal = unicodedata.normalize("NFKC", name)
    cleaned = "".join(letter if f"_{letter}".isidentifier() else "_" for letter in normal)
    if not cleaned or cleaned[0].isdigit():
        cleaned = f"_{cleaned}"
    return f"{cleaned}_" if keyword.iskeyword(cleaned) or cleaned in RESERVED else cleaned


def local_names(paths: Iterable[str], process: str) -> dict[str, str]:
    """Give each value of a process a short name of its own within its function."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        inside = path.removeprefix(f"{process}.")
        name = identifier(inside.rpartition(".")[2])
        if name in taken:
            name = identifier(inside.replace(".", "_"))
        while name in taken:
            name = f"{name}_"
        taken.add(name)
        names[path] = name
    return names


def constant_name(path: str) -> str:
    """Give the name of a table."""
    return identifier(path.replace(".", "_").upper())
