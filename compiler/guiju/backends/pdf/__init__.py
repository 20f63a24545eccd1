"""A numbered standard document → PDF laid out after GB/T 1.1—2020, and the pages of its parts."""

from guiju.backends.pdf.characters import characters_are_drawn
from guiju.backends.pdf.typesetting import pages, write, write_paper

__all__ = ["characters_are_drawn", "pages", "write", "write_paper"]
