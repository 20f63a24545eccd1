"""Standard document → Word: real styles, numbering, fields and native equations."""

from guiju.backends.docx.write import write

__all__ = ["write"]
