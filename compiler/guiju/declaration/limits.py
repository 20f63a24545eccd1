"""How large the file of one declaration may be."""

from guiju.declaration.codes import FILE_TOO_LARGE
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Text

LONGEST_FILE = 8 * 1024 * 1024
"""Bytes; tens of thousands of rows."""

MOST_VALUES = 500_000
"""Names, values, rows and sets of them, each anchor counted wherever it is used."""

DEEPEST = 30
"""Levels of nesting; a declaration needs eight."""


def too_many_bytes() -> Finding:
    """Report a file that is too long."""
    return _too_large(f"{LONGEST_FILE // 1024 // 1024}", Text(zh="MB 的内容", en="MB"))


def too_many_values() -> Finding:
    """Report a file that holds too much, perhaps by anchors within anchors."""
    return _too_large(f"{MOST_VALUES}", Text(zh="个值", en="values"))


def too_deep() -> Finding:
    """Report a file with values nested too deep."""
    return _too_large(f"{DEEPEST}", Text(zh="层嵌套", en="levels of nesting"))


def _too_large(limit: str, measure: Text) -> Finding:
    return finding(FILE_TOO_LARGE, "", limit=limit, measure=measure)
