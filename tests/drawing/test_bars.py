"""Bars are as long as their values, in order, with their words inside the page."""

import re
from xml.etree import ElementTree

import pytest

from guiju.drawing.bars import Bar, to_svg

SVG = "{http://www.w3.org/2000/svg}"


def bar(label: str, value: float) -> Bar:
    """Give a bar with plain words."""
    return Bar(label=label, value=value, words=f"{value:g}", share="")


def rectangles(bars: list[Bar]) -> list[dict[str, float]]:
    """Give the places of the bars."""
    root = ElementTree.fromstring(to_svg("贡献", "kgCO2e/t", bars))
    return [
        {name: float(rect.get(name, "0")) for name in ("x", "y", "width")}
        for rect in root.iter(f"{SVG}rect")
    ][1:]


def test_lengths_are_in_proportion_to_values() -> None:
    long, short = rectangles([bar("电力", 8000), bar("阳极", 2000)])
    assert long["width"] == pytest.approx(4 * short["width"], abs=0.2)
    assert long["x"] == short["x"]
    assert long["y"] < short["y"]


def test_a_credit_runs_to_the_left_of_zero() -> None:
    cost, credit = rectangles([bar("生产", 300), bar("回收抵扣", -100)])
    assert credit["x"] + credit["width"] == pytest.approx(cost["x"], abs=0.2)


def test_words_stay_on_the_page() -> None:
    text = to_svg(
        "t", "kgCO2e", [bar("一个特别长的贡献名称，需要分成几行才放得下的那一种", 12724.771)]
    )
    right = [float(x) for x in re.findall(r'<text x="([\d.]+)"', text)]
    assert all(0 <= x <= 640 for x in right)
    assert len(right) >= 4


@pytest.mark.parametrize("bars", [[], [bar("零", 0.0)], [bar("a", -1.0)]])
def test_charts_without_positive_values_are_drawn(bars: list[Bar]) -> None:
    assert ElementTree.fromstring(to_svg("t", "kg", bars)).tag == f"{SVG}svg"


def test_the_same_bars_give_the_same_text() -> None:
    bars = [bar("CO2", 1.0), bar("CF4", 0.1)]
    assert to_svg("t", "kg", bars) == to_svg("t", "kg", bars)
