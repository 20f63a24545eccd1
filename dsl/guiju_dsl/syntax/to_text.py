"""Print a syntax tree in the house layout."""

from guiju_dsl.syntax.printing.entries import entries_between
from guiju_dsl.syntax.printing.layout import rendered
from guiju_dsl.syntax.printing.original import Keywords, Original
from guiju_dsl.syntax.printing.printers import of_item
from guiju_dsl.syntax.tree import File


def to_text(file: File, keywords: Keywords) -> str:
    """Give ``file`` as text, one item a line, comments and meaning unchanged.

    Args:
        keywords: the language of keywords; ``keep`` leaves each as it was written.
    """
    original = Original(file, keywords)
    items = [(item.span, of_item(item, original)) for item in file.items]
    end = len(file.source.text)
    inside = entries_between(items, original, 0, end, comma=False)
    return f"{rendered(inside)}\n" if items or file.comments else ""
