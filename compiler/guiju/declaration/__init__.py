"""The file of a declaration in, plain mappings and texts out, with findings on what is none."""

from guiju.declaration.from_text import from_text

__all__ = ["from_text"]
