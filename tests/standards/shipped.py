"""The product standards that ship: those with worked examples."""

from functools import cache

import guiju
from guiju.workspace import sources
from tests.house import ROOT

PRODUCT_STANDARDS = tuple(
    sorted(
        path.parent.name
        for path in sources(str(ROOT / "standards"))
        if (path.parent / "examples").is_dir()
    )
)


@cache
def compiled(name: str) -> guiju.Standard:
    """Compile a standard that ships, once in a process of tests."""
    return guiju.compile(name)
