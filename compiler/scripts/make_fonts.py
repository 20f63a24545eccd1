"""Make the shipped typefaces from their sources.

    python compiler/scripts/make_fonts.py SOURCE_DIR

Run by hand when ``characters.py`` changes; needs fontTools. SOURCE_DIR holds, at any depth, the
static fonts of the npm packages ``@expo-google-fonts/noto-serif-sc`` and ``noto-sans-sc`` (0.4.3)
and of Debian's ``fonts-liberation2`` (2.1.5) and ``fonts-stix`` (1.1.1). The names Liberation and
STIX are reserved by their licences for the unchanged fonts, so the changed ones are called Guiju
Serif and Guiju Math.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from guiju.fonts import FONT_FILES, MATHEMATICS, MATHEMATICS_FILE, SERIF, font_folder
from guiju.fonts.characters import LATIN_ONLY, PRINTABLE, SIGNS_OF_FORMULAS

RAISED = {"⁰": "0", "⁺": "+", "⁻": "−"}
SAME = {"⋅": "·"}
RAISED_SIZE = 0.58
RAISED_BY = 0.30


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One font to subset; ``name`` is its new family, or empty to keep its own."""

    file: str
    characters: frozenset[str]
    name: str


SOURCES = dict(
    zip(
        (*FONT_FILES, MATHEMATICS_FILE),
        (
            Source(file="LiberationSerif-Regular.ttf", characters=LATIN_ONLY, name=SERIF),
            Source(file="LiberationSerif-Italic.ttf", characters=LATIN_ONLY, name=SERIF),
            Source(file="NotoSerifSC_400Regular.ttf", characters=PRINTABLE, name=""),
            Source(file="NotoSansSC_500Medium.ttf", characters=PRINTABLE, name=""),
            Source(file="STIXMath-Regular.otf", characters=SIGNS_OF_FORMULAS, name=MATHEMATICS),
        ),
        strict=True,
    )
)


def add_raised_signs(font: TTFont) -> None:
    """Draw the raised signs that the source lacks as small copies of the plain ones."""
    cmap = font.getBestCmap()
    for sign, plain in RAISED.items():
        glyph = f"raised{ord(plain):04X}"
        pen = TTGlyphPen(font.getGlyphSet())
        up = font["head"].unitsPerEm * RAISED_BY
        pen.addComponent(cmap[ord(plain)], (RAISED_SIZE, 0, 0, RAISED_SIZE, 0, up))
        font["glyf"][glyph] = pen.glyph()
        advance, bearing = font["hmtx"][cmap[ord(plain)]]
        font["hmtx"][glyph] = (round(advance * RAISED_SIZE), round(bearing * RAISED_SIZE))
        add_to_map(font, sign, glyph)
    for sign, plain in SAME.items():
        add_to_map(font, sign, cmap[ord(plain)])


def add_to_map(font: TTFont, character: str, glyph: str) -> None:
    """Draw ``character`` as ``glyph``."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(character)] = glyph


def rename(font: TTFont, family: str) -> None:
    """Give the font a name of its own; its style stays."""
    names = font["name"]
    style = names.getDebugName(2)
    full = family if style == "Regular" else f"{family} {style}"
    words = {1: family, 3: f"{full} 1", 4: full, 6: f"{family.replace(' ', '')}-{style}"}
    for record in list(names.names):
        if record.nameID in words:
            record.string = words[record.nameID]
        elif record.nameID in {16, 17, 18}:
            names.removeNames(nameID=record.nameID)
    if "CFF " in font:
        rename_outlines(font, words)


def rename_outlines(font: TTFont, words: dict[int, str]) -> None:
    """Give the PostScript outlines of the font its new names too."""
    outlines = font["CFF "].cff
    outlines.fontNames = [words[6]]
    outlines.topDictIndex[0].FamilyName = words[1]
    outlines.topDictIndex[0].FullName = words[4]


def subset(font: TTFont, characters: Iterable[str]) -> None:
    """Keep what ``characters`` need, with kerning and the forms of punctuation."""
    options = Options()
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "halt", "chws", "palt"]
    options.drop_tables += ["FFTM"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in characters])
    subsetter.subset(font)


def make(source: Source, path: Path, target: Path) -> None:
    """Write the subset of the font at ``path`` to ``target``, with the source's own date."""
    font = TTFont(path, recalcTimestamp=False)
    if source.name == SERIF:
        add_raised_signs(font)
    if source.name:
        rename(font, source.name)
    subset(font, source.characters)
    font.flavor = "woff" if target.suffix == ".woff" else None
    font.save(target)


def main(folder: Path) -> None:
    """Make every font from the sources below ``folder``; stop if one is not there."""
    for name, source in SOURCES.items():
        found = sorted(folder.rglob(source.file))
        if not found:
            raise SystemExit(f"{source.file} is not below {folder}")
        target = Path(font_folder()) / name
        target.parent.mkdir(exist_ok=True)
        make(source, found[0], target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
