"""A figure with every place decided: what the printer of SVG takes."""

from dataclasses import dataclass

from guiju.drawing.model import BoxKind

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedBox:
    """A box with its words.

    Attributes:
        framed: False inside a list of boxes that share one frame.
    """

    id: str
    kind: BoxKind
    area: Area
    lines: tuple[str, ...]
    framed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The outline round outside boxes that share a wire."""

    kind: BoxKind
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """One arrow; bends are right angles, the head is at the last point."""

    source: str
    target: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Words that stand free: a stage's name, words at a wire, the boundary's name."""

    area: Area
    lines: tuple[str, ...]
    size: float
    bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The whole figure [px]."""

    width: float
    height: float
    boundary: Area
    bands: tuple[Area, ...]
    frames: tuple[Frame, ...]
    boxes: tuple[PlacedBox, ...]
    captions: tuple[Caption, ...]
    wires: tuple[Wire, ...]
