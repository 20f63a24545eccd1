"""Texts as Typst strings: whatever is in them prints as it is."""

from collections.abc import Iterable

ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": " ", "\r": " ", "\t": " "})


def quoted(text: str) -> str:
    """Write ``text`` as a string of Typst code."""
    return f'"{text.translate(ESCAPES)}"'


def array(parts: Iterable[str]) -> str:
    """Write a Typst array; the comma after each part makes one part an array too."""
    return f"({''.join(f'{part}, ' for part in parts)})"


def call(name: str, *arguments: str) -> str:
    """Write a call in markup, on a line of its own."""
    return f"#{name}({', '.join(arguments)})\n"
