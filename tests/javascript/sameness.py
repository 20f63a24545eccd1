"""Two results are the same: every text, and every number to twelve digits."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

NEAR = 1e-12


def differences(found: Any, wanted: Any) -> list[str]:
    """Give the places at which two results differ."""
    size = abs(wanted["cfp"] or 0.0)
    return list(_differs("", found, wanted, size))


def _differs(place: str, found: Any, wanted: Any, size: float) -> Iterator[str]:
    match wanted:
        case Mapping() if isinstance(found, Mapping) and list(found) == list(wanted):
            for name, value in wanted.items():
                yield from _differs(f"{place}/{name}", found[name], value, size)
        case list() if isinstance(found, list) and len(found) == len(wanted):
            for at, (one, other) in enumerate(zip(found, wanted, strict=True)):
                yield from _differs(f"{place}/{at}", one, other, size)
        case int() | float() if not isinstance(wanted, bool) and _is_number(found):
            if not math.isclose(found, wanted, rel_tol=NEAR, abs_tol=NEAR * size):
                yield f"{place}: {found!r}, not {wanted!r}"
        case _:
            if found != wanted:
                yield f"{place}: {found!r}, not {wanted!r}"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
