"""The shipped fonts draw what they promise to."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from guiju.fonts import font_files, font_folder, missing_characters, web_font_files
from guiju.fonts.characters import PRINTABLE, gb2312

# What every product footprint standard needs and a bare GB 2312 lacks in part.
NEEDED = "×÷−·—…～℃‰²³₂⁻⁰≤≥≠≈±∑√→①⑩㎡"


def characters_of(*names: str) -> set[str]:
    fonts = [TTFont(Path(font_folder()) / name) for name in names]
    return {chr(point) for font in fonts for point in font.getBestCmap()}


def test_gb_2312_has_6763_hanzi_and_682_signs() -> None:
    hanzi = {one for one in gb2312() if "\u4e00" <= one <= "\u9fff"}
    assert (len(hanzi), len(gb2312() - hanzi)) == (6763, 682)


@pytest.mark.parametrize("chinese", ["NotoSerifSC-Regular.ttf", "NotoSansSC-Medium.ttf"])
def test_song_and_hei_each_draw_every_printable_character(chinese: str) -> None:
    assert characters_of(chinese, "GuijuSerif-Regular.ttf") >= PRINTABLE


def test_the_slanted_face_has_the_letters_of_the_upright_one() -> None:
    upright, slanted = (
        characters_of("GuijuSerif-Regular.ttf"),
        characters_of("GuijuSerif-Italic.ttf"),
    )
    assert upright == slanted >= set("EFηαΣCO₂e")


@pytest.mark.parametrize("character", NEEDED.replace("㎡", ""))
def test_a_sign_of_the_field_is_printable(character: str) -> None:
    assert not missing_characters(character)


def test_missing_characters_are_found_and_line_ends_are_not_missing() -> None:
    assert missing_characters("产品碳足迹\n㎡\t😀") == {"㎡", "😀"}


def test_the_names_that_licences_reserve_are_not_used_for_changed_fonts() -> None:
    names = {str(TTFont(path)["name"].getDebugName(1)) for path in font_files() + web_font_files()}
    assert names == {"Guiju Serif", "Guiju Math", "Noto Serif SC", "Noto Sans SC Medium"}


def test_every_font_file_is_named_in_the_licence_text() -> None:
    licence = (Path(font_folder()) / "OFL.txt").read_text(encoding="utf-8")
    shipped = [path.name for path in Path(font_folder()).iterdir() if path.name != "OFL.txt"]
    assert len(shipped) == 5
    assert [name for name in shipped if name not in licence] == []


def test_the_mathematical_font_stretches_braces_and_sums() -> None:
    [path] = [path for path in web_font_files() if path.endswith(".woff")]
    table = TTFont(path)["MATH"].table.MathVariants
    assert {"braceleft", "parenleft"} <= set(table.VertGlyphCoverage.glyphs)
