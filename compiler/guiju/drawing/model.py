"""What a boundary figure shows: stages, boxes and arrows, in the order of the standard."""

from typing import Literal

from msgspec import Struct

BoxKind = Literal["process", "bought", "product", "emission", "waste"]


class Stage(Struct, frozen=True, kw_only=True):
    """A life-cycle stage: a labelled band."""

    id: str
    label: str


class Box(Struct, frozen=True, kw_only=True):
    """A process inside the boundary, or something outside it.

    Attributes:
        stage: id of the stage of a process, or empty.
    """

    id: str
    label: str
    stage: str
    kind: BoxKind


class Arrow(Struct, frozen=True, kw_only=True):
    """A flow from one box to another.

    Attributes:
        label: words at the arrow, printed between processes only; outside boxes say it themselves.
        back: whether it returns to an earlier process; circles that nothing marks are found.
    """

    source: str
    target: str
    label: str
    back: bool


class BoundaryFigure(Struct, frozen=True, kw_only=True):
    """The system boundary of a product with what crosses it.

    Arrows lead from bought boxes to processes, between processes, and from processes to products,
    emissions and waste. A product with arrows of its own stands inside, among the processes.
    """

    stages: tuple[Stage, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    boundary_label: str
    language: Literal["zh", "en"]
