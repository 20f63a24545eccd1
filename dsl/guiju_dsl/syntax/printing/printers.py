"""The printer of every kind of item."""

from guiju_dsl.syntax.printing.declarations import DECLARATIONS
from guiju_dsl.syntax.printing.items import ITEMS
from guiju_dsl.syntax.printing.layout import Layout
from guiju_dsl.syntax.printing.original import Original
from guiju_dsl.syntax.tree import Item

_PRINTERS = {**DECLARATIONS, **ITEMS}


def of_item(item: Item, original: Original) -> Layout:
    """Lay out ``item`` with its block."""
    return _PRINTERS[type(item)](item, original)
