"""Names that look like a misspelt one."""

from collections.abc import Iterable


def near(name: str, known: Iterable[str]) -> str:
    """Give the known name closest to ``name``, or an empty text if none is close."""
    from difflib import get_close_matches  # late: most names are right

    matches = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""
