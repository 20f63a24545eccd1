"""The boundary figure: wires keep clear of boxes and words, and everything fits."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.drawing.layout import laid_out
from guiju.drawing.measures import LETTER, PAGE
from guiju.drawing.model import Arrow, BoundaryFigure, Box, BoxKind, Stage
from guiju.drawing.svg import to_svg, with_formulas
from tests.cases import of_a_hundred
from tests.drawing import geometry
from tests.drawing.figures import ALUMINIUM, CHAIN, COKE, forty

FIGURES = {"aluminium": ALUMINIUM, "coke": COKE, "chain": CHAIN, "forty": forty()}
EMPTY = BoundaryFigure(stages=(), boxes=(), arrows=(), boundary_label="系统边界", language="zh")


def faults(figure: BoundaryFigure) -> list[str]:
    """Name everything that is wrong in the drawing of ``figure``."""
    drawing = laid_out(figure)
    arrows = {(arrow.source, arrow.target) for arrow in figure.arrows}
    drawn = {(wire.source, wire.target) for wire in drawing.wires}
    boxes = sorted(box.id for box in drawing.boxes)
    return [
        *geometry.wires_through_boxes(drawing),
        *geometry.overlapping(drawing),
        *geometry.outside_the_page(drawing),
        *geometry.words_out_of_boxes(drawing),
        *geometry.loose_ends(drawing),
        *geometry.running_together(drawing),
        *(f"not drawn: {arrow}" for arrow in sorted(arrows ^ drawn)),
        *(["boxes missing"] if boxes != sorted(box.id for box in figure.boxes) else []),
    ]


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_touches_what_it_should_not(name: str) -> None:
    assert faults(FIGURES[name]) == []


@pytest.mark.parametrize("name", FIGURES)
def test_letters_are_at_least_seven_point_at_sixteen_centimetres(name: str) -> None:
    drawing = laid_out(FIGURES[name])
    points_per_px = 160 / max(PAGE, drawing.width) * 72 / 25.4
    assert LETTER * points_per_px >= 7.0
    assert min(caption.size for caption in drawing.captions) * points_per_px >= 7.0


def test_forty_processes_fit_one_page() -> None:
    drawing = laid_out(forty())
    assert drawing.height * 160 / max(PAGE, drawing.width) <= 240


@pytest.mark.parametrize("name", FIGURES)
def test_the_text_is_xml_and_the_same_each_time(name: str) -> None:
    text = to_svg(FIGURES[name])
    assert ElementTree.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
    assert to_svg(FIGURES[name]) == text


def test_outside_boxes_stand_outside_and_processes_inside() -> None:
    drawing = laid_out(ALUMINIUM)
    for box in drawing.boxes:
        assert geometry.within(box.area, drawing.boundary) == (box.kind == "process")


def test_stages_hold_their_processes() -> None:
    drawing = laid_out(ALUMINIUM)
    areas = {box.id: box.area for box in drawing.boxes}
    raw, made = drawing.bands
    assert all(geometry.within(areas[box], raw) for box in ("refining", "anodes"))
    assert all(geometry.within(areas[box], made) for box in ("power", "cells", "casting"))


def test_figures_of_formulas_go_below_the_line() -> None:
    text = to_svg(ALUMINIUM)
    assert '>C<tspan dy="2.1" font-size="7.6">2</tspan><tspan dy="-2.1">F</tspan>' in text
    assert "CO<tspan" in text


def test_words_with_markup_are_escaped() -> None:
    box = Box(id='a"<b>', label="<script>&", stage="", kind="process")
    figure = BoundaryFigure(stages=(), boxes=(box,), arrows=(), boundary_label='"&<', language="en")
    root = ElementTree.fromstring(to_svg(figure))
    assert "<script>&" in {node.text for node in root.iter()}


def test_an_empty_figure_is_a_boundary_only() -> None:
    assert faults(EMPTY) == []


def test_an_arrow_to_nowhere_is_our_fault_and_raised() -> None:
    arrow = Arrow(source="a", target="b", label="", back=False)
    figure = BoundaryFigure(stages=(), boxes=(), arrows=(arrow,), boundary_label="", language="zh")
    with pytest.raises(ValueError, match="ends at no box"):
        to_svg(figure)


LABELS = st.sampled_from(
    (
        "煅烧",
        "余热发电与并网",
        "calcined petroleum coke",
        "CO2",
        "运输（铁路）",
        "Dichlordiphenyltrichlor",
    )
)
KINDS: tuple[BoxKind, ...] = ("bought", "product", "emission", "waste")


@st.composite
def figures(draw: st.DrawFn) -> BoundaryFigure:
    """Give figures with circles, loops, long wires and lone boxes."""
    count = draw(st.integers(1, 14))
    stages = tuple(Stage(id=f"s{n}", label=draw(LABELS)) for n in range(draw(st.integers(0, 3))))
    homes = st.sampled_from(["", *(stage.id for stage in stages)])
    boxes = [
        Box(id=f"p{n}", label=draw(LABELS), stage=draw(homes), kind="process") for n in range(count)
    ]
    inner = st.integers(0, count - 1).map("p{}".format)
    pairs = draw(
        st.lists(st.tuples(inner, inner, st.booleans(), LABELS | st.just("")), max_size=22)
    )
    arrows = [Arrow(source=a, target=b, label=w, back=back) for a, b, back, w in pairs]
    for n in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(KINDS))
        boxes.append(Box(id=f"x{n}", label=draw(LABELS), stage="", kind=kind))
        for other in draw(st.lists(inner, max_size=3, unique=True)):
            ends = (f"x{n}", other) if kind == "bought" else (other, f"x{n}")
            arrows.append(Arrow(source=ends[0], target=ends[1], label="", back=False))
    return BoundaryFigure(
        stages=stages,
        boxes=tuple(boxes),
        arrows=tuple(arrows),
        boundary_label="系统边界",
        language="zh",
    )


@of_a_hundred(60)
@given(figures())
def test_any_graph_is_drawn_clear(figure: BoundaryFigure) -> None:
    assert faults(figure) == []


def test_words_after_a_formula_stand_on_the_line_again() -> None:
    assert with_formulas("CO2 与 B", 10.0) == (
        'CO<tspan dy="2" font-size="7.2">2</tspan><tspan dy="-2"> 与 B</tspan>'
    )


def test_the_gas_in_a_unit_is_a_formula_and_a_name_is_none() -> None:
    assert with_formulas("kgCO2e/t", 10.0).startswith("kgCO<tspan")
    assert with_formulas("GB2312 PM10 S1", 10.0) == "GB2312 PM10 S1"
