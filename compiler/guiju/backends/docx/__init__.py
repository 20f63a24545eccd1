"""Standard document → Word: real styles, numbering, fields and native equations."""

from guiju.backends.docx.marked import write_marked
from guiju.backends.docx.write import write, write_paper

__all__ = ["write", "write_marked", "write_paper"]
