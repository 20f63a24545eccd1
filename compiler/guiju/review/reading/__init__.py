"""Bytes of a Word file → ``Draft``; what cannot be read is refused with a reason."""

from guiju.review.reading.from_docx import Unreadable, from_docx, opened

__all__ = ["Unreadable", "from_docx", "opened"]
