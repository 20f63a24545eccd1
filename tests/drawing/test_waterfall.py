"""Bars lead from one total to the next, with their words inside the page."""

from xml.etree import ElementTree

import pytest

from guiju.drawing.lettering import text_width
from guiju.drawing.measures import PAGE, SMALL
from guiju.drawing.waterfall import Bar, to_svg

SVG = "{http://www.w3.org/2000/svg}"


def chain(start: float, *changes: float) -> list[Bar]:
    """Give the bars from a total over changes to the last total."""
    bars = [Bar(label="旧版", start=0, end=start, words=f"{start:g}", total=True)]
    value = start
    for change in changes:
        after = value + change
        bars.append(Bar(label="改变", start=value, end=after, words=f"{change:+g}", total=False))
        value = after
    return [*bars, Bar(label="新版", start=0, end=value, words=f"{value:g}", total=True)]


def rectangles(bars: list[Bar]) -> list[tuple[float, float]]:
    """Give left and right end of each bar [px]."""
    root = ElementTree.fromstring(to_svg("瀑布图", "kgCO2e / 1 t", bars))
    found = [(float(r.get("x", "0")), float(r.get("width", "0"))) for r in root.iter(f"{SVG}rect")]
    return [(x, x + width) for x, width in found[1:]]


def test_each_change_begins_where_the_one_before_ends() -> None:
    whole, less, more, end = rectangles(chain(1000, -600, 100))
    assert less[1] == pytest.approx(whole[1], abs=0.2)
    assert more[0] == pytest.approx(less[0], abs=0.2)
    assert end[1] == pytest.approx(more[1], abs=0.2)


def test_lengths_are_in_proportion_to_values() -> None:
    whole, less, *_, end = rectangles(chain(1000, -600, 100))
    unit = (whole[1] - whole[0]) / 1000
    assert less[1] - less[0] == pytest.approx(600 * unit, abs=0.3)
    assert end[1] - end[0] == pytest.approx(500 * unit, abs=0.3)


def test_a_total_below_zero_runs_to_the_left() -> None:
    whole, less, end = rectangles(chain(300, -400))
    assert less[0] < whole[0]
    assert end[1] == pytest.approx(whole[0], abs=0.2)


def test_small_changes_are_seen_on_an_axis_whose_totals_are_broken() -> None:
    bars = chain(706.2, 2.4, -0.7)
    _, more, less, _ = rectangles(bars)
    assert more[1] - more[0] > 100
    assert (more[1] - more[0]) / (less[1] - less[0]) == pytest.approx(2.4 / 0.7, rel=0.01)
    assert to_svg("t", "kg", bars).count("<polygon") == 2
    assert "<polygon" not in to_svg("t", "kg", chain(1000, -600))


def test_words_stay_on_the_page() -> None:
    bars = chain(12724.771, -19.606, -2964.915, 40_000.5)
    for line in ElementTree.fromstring(to_svg("t", "u", bars)).iter(f"{SVG}text"):
        x, width = float(line.get("x", "-1")), text_width("".join(line.itertext()), SMALL)
        left = x - width if line.get("text-anchor") == "end" else x
        assert 0 <= left <= left + width <= PAGE


@pytest.mark.parametrize("bars", [[], chain(0), chain(5), chain(0, 1, -1)])
def test_charts_without_changes_are_drawn(bars: list[Bar]) -> None:
    assert ElementTree.fromstring(to_svg("t", "kg", bars)).tag == f"{SVG}svg"


def test_the_same_bars_give_the_same_text() -> None:
    assert to_svg("t", "kg", chain(3, 4)) == to_svg("t", "kg", chain(3, 4))
