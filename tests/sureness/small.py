"""Small standards of one's own, compiled as the library does it."""

from pathlib import Path
from typing import Any

import guiju
from tests.calculation.small_standards import WORKS

FUEL = """
factor burning zh "燃烧" en "burning" : kgCO2e/t = 100 { source "by hand" %s }
stage making zh "制造" en "Making" {
  process works zh "工厂" en "Works" {
    output thing : t
    input fuel zh "燃料" en "fuel" : t { factor burning  primary }
    emission CO2 fixed zh "固定" en "fixed" : kg { primary }
  }
}
"""
"""A works that burns fuel; the place is for the uncertainty of its factor."""


def compiled(folder: Path, works: str) -> guiju.Standard:
    """Compile the standard that makes a thing as ``works`` says."""
    path = folder / "small.pcr"
    path.write_text(WORKS + works, encoding="utf-8")
    return guiju.compile(path)


def plant(**data: Any) -> dict[str, Any]:
    """Declare data of the process ``works`` for 2024."""
    period = {"from": "2024-01-01", "to": "2024-12-31"}
    return {"standard": "small", "declaration": {"period": period}, "data": {"works": data}}
