"""Pieces of SQL that DuckDB and Spark read alike."""

import re
from fractions import Fraction

QUOTED = re.compile(r"`[^`]+`")
PLAIN = re.compile(r"`[^`]+`|[A-Z]+|'[^']*'|-?[0-9.]+e[0-9+-]+")
LARGEST = "1.7976931348623157e308"
NOTHING = "NULL"


def name(text: str) -> str:
    """Quote a name: both read backticks."""
    return f"`{text}`"


def words(text: str) -> str:
    """Quote a text; a quotation mark or a backslash, which they read differently, by its number."""
    parts = re.split(r"(['\\])", text)
    kept = [f"CHR({ord(p)})" if p in ("'", "\\") else f"'{p}'" for p in parts if p]
    return " || ".join(kept) if kept else "''"


def number(value: Fraction | float) -> str:
    """Print a constant as the nearest float; the exponent makes it a double in both."""
    plain = repr(value.numerator / value.denominator if isinstance(value, Fraction) else value)
    return plain if "e" in plain else f"{plain.removesuffix('.0')}e0"


def is_plain(sql: str) -> bool:
    """Tell whether ``sql`` is one name or constant, that may be repeated freely."""
    return PLAIN.fullmatch(sql) is not None


def first(*parts: str) -> str:
    """Give the first of ``parts`` that has a value; an empty part never has one."""
    known = tuple(dict.fromkeys(part for part in parts if part))
    return known[0] if len(known) == 1 else f"COALESCE({', '.join(known)})" if known else ""


def all_of(*conditions: str) -> str:
    """Join conditions that all must hold; an empty one always does."""
    known = tuple(dict.fromkeys(part for part in conditions if part and part != "TRUE"))
    return " AND ".join(f"({part})" for part in known) if len(known) > 1 else "".join(known)


def any_of(*conditions: str) -> str:
    """Join conditions of which one must hold; an empty one never does."""
    known = tuple(dict.fromkeys(part for part in conditions if part))
    return " OR ".join(f"({part})" for part in known) if len(known) > 1 else "".join(known)


def when(*branches: tuple[str, str], otherwise: str = NOTHING) -> str:
    """Give the value of the first branch whose condition holds."""
    tail = "" if otherwise == NOTHING else f" ELSE {otherwise}"
    cases = " ".join(f"WHEN {condition} THEN {value}" for condition, value in branches)
    return f"CASE {cases}{tail} END"


def only(condition: str, value: str) -> str:
    """Give ``value`` where ``condition`` holds, which an empty one does."""
    return when((condition, value)) if condition and value else value


def total(*terms: str) -> str:
    """Add up; nothing gives 0."""
    known = [term for term in terms if term != "0e0"]
    return f"({' + '.join(known)})" if len(known) > 1 else known[0] if known else "0e0"


def product(left: str, right: str) -> str:
    """Multiply; 0 times what has no value has none."""
    if "1e0" in (left, right):
        return right if left == "1e0" else left
    return f"({left} * {right})"


def comment(text: str) -> str:
    """Keep a comment on its line."""
    return " ".join(text.split())
