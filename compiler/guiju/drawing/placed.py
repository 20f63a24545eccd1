"""A figure with every place decided: what the printer of SVG takes."""

from msgspec import Struct

from guiju.drawing.model import BoxKind

Point = tuple[float, float]


class Area(Struct, frozen=True, kw_only=True):
    """A rectangle [px]."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Give the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Give the lower edge."""
        return self.top + self.height


class PlacedBox(Struct, frozen=True, kw_only=True):
    """A box with its words.

    Attributes:
        framed: False inside a list of boxes that share one frame.
    """

    id: str
    kind: BoxKind
    area: Area
    lines: tuple[str, ...]
    framed: bool


class Frame(Struct, frozen=True, kw_only=True):
    """The outline round outside boxes that share a wire."""

    kind: BoxKind
    area: Area


class Wire(Struct, frozen=True, kw_only=True):
    """One arrow; bends are right angles, the head is at the last point."""

    source: str
    target: str
    points: tuple[Point, ...]


class Caption(Struct, frozen=True, kw_only=True):
    """Words that stand free: a stage's name, words at a wire, the boundary's name."""

    area: Area
    lines: tuple[str, ...]
    size: float
    bold: bool


class Drawing(Struct, frozen=True, kw_only=True):
    """The whole figure [px]."""

    width: float
    height: float
    boundary: Area
    bands: tuple[Area, ...]
    frames: tuple[Frame, ...]
    boxes: tuple[PlacedBox, ...]
    captions: tuple[Caption, ...]
    wires: tuple[Wire, ...]
