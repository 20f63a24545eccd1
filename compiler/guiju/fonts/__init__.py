"""The typefaces that ship with Guiju: paths for Typst and resvg, and what they cannot print.

Nothing here depends on the fonts installed on a machine, so pages come out alike everywhere.
"""

from importlib.resources import files
from pathlib import Path

SERIF = "Guiju Serif"
SONG = "Noto Serif SC"
HEI = "Noto Sans SC"
MATHEMATICS = "Guiju Math"

FONT_FILES = (
    "GuijuSerif-Regular.ttf",
    "GuijuSerif-Italic.ttf",
    "NotoSerifSC-Regular.ttf",
    "NotoSansSC-Medium.ttf",
)
MATHEMATICS_FILE = "GuijuMath-Regular.woff"


def font_folder() -> str:
    """Give the folder with the font files."""
    return str(Path(str(files("guiju.fonts"))) / "data")


def font_files() -> list[str]:
    """Give the path of each font file."""
    return [str(Path(font_folder()) / name) for name in FONT_FILES]


def web_font_files() -> list[str]:
    """Give the small fonts that web pages draw formulas with."""
    small = [name for name in FONT_FILES if name.startswith(SERIF.replace(" ", ""))]
    return [str(Path(font_folder()) / name) for name in (*small, MATHEMATICS_FILE)]


def licence_file() -> str:
    """Give the text of the licence, which travels with every copy of the fonts."""
    return str(Path(font_folder()) / "OFL.txt")


def missing_characters(text: str) -> frozenset[str]:
    """Give the characters of ``text`` that no shipped typeface draws; line ends do not count."""
    from guiju.fonts.characters import PRINTABLE

    return frozenset(text) - PRINTABLE - {"\n", "\t", "\r"}
