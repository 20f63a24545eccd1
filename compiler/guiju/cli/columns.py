"""Lay out text in columns: a Chinese character takes two."""

from collections.abc import Sequence
from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """Give the display columns that ``text`` takes."""
    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """Fill ``text`` up to ``columns`` with spaces."""
    space = " " * max(0, columns - width(text))
    return space + text if right else text + space


def shortened(text: str, columns: int) -> str:
    """Cut ``text`` off where it would take more than ``columns``."""
    while width(text) > columns:
        text = text[:-1]
    return text


def table(rows: Sequence[tuple[str, ...]], rights: tuple[bool, ...], indent: int = 2) -> list[str]:
    """Lay out ``rows``; ``rights`` tells which columns are set to the right."""
    if not rows:
        return []
    widths = [max(width(row[at]) for row in rows) for at in range(len(rights))]
    lines = []
    for row in rows:
        cells = (
            padded(cell, size, right=right)
            for cell, size, right in zip(row, widths, rights, strict=True)
        )
        lines.append((" " * indent + "  ".join(cells)).rstrip())
    return lines


def grouped(value: float, digits: int = 3) -> str:
    """Write a number with its digits in groups of three."""
    return f"{value:,.{digits}f}".replace(",", " ")


def significant(value: float) -> str:
    """Write a number with up to seven significant digits, large ones grouped."""
    if value == 0 or 1e-4 <= abs(value) < 1e15:
        text = f"{value:.7g}"
        number = float(text)
        if abs(number) >= 10_000:
            digits = 0 if number.is_integer() else max(0, 7 - len(str(int(abs(number)))))
            return grouped(number, digits)
        return text
    return f"{value:.6e}"
