"""A numbered standard document → PDF laid out after GB/T 1.1—2020, and the pages of its parts."""

from guiju.backends.pdf.characters import characters_are_drawn
from guiju.backends.pdf.typesetting import Typeset, pages, typeset, write, write_paper

__all__ = ["Typeset", "characters_are_drawn", "pages", "typeset", "write", "write_paper"]
