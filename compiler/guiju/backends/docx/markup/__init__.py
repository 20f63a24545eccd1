"""Elements of two editions in, one row of elements with tracked changes out."""

from guiju.backends.docx.markup.blocks import merged

__all__ = ["merged"]
