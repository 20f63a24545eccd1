"""What a backend is, and what it gives."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from guiju.plan.model import CalculationPlan


class Artifact(Struct, frozen=True):
    """One file to write: its path below the standard's folder, and its bytes."""

    path: str
    content: bytes


class Backend(Struct, frozen=True, kw_only=True):
    """One kind of product of a plan.

    Attributes:
        name: as ``build --only`` takes it.
        summary: what it is, in one line of English and Chinese.
        emit: the artifacts of a plan; same plan, same bytes.
    """

    name: str
    summary: str
    emit: "Callable[[CalculationPlan], Iterator[Artifact]]"
