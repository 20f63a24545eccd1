"""The product standards that ship: those with worked examples."""

from guiju.workspace import sources
from tests.house import ROOT

PRODUCT_STANDARDS = tuple(
    sorted(
        path.parent.name
        for path in sources(str(ROOT / "standards"))
        if (path.parent / "examples").is_dir()
    )
)
