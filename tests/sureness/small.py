"""Small standards of one's own, compiled as the library does it."""

from pathlib import Path
from typing import Any

import guiju
from tests.calculation.small_standards import WORKS

__all__ = ["compiled", "plant"]


def compiled(folder: Path, works: str) -> guiju.Standard:
    """Compile the standard that makes a thing as ``works`` says."""
    path = folder / "small.pcr"
    path.write_text(WORKS + works, encoding="utf-8")
    return guiju.compile(path)


def plant(**data: Any) -> dict[str, Any]:
    """Declare data of the process ``works`` for 2024."""
    period = {"from": "2024-01-01", "to": "2024-12-31"}
    return {"standard": "small", "declaration": {"period": period}, "data": {"works": data}}
